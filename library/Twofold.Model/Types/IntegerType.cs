using System.Collections.Generic;

namespace Twofold.Model.Types;

/// <summary><c>sbyte</c> to <c>ulong</c>.</summary>
/// <param name="Bits">8, 16, 32 or 64.</param>
/// <param name="IsSigned">Whether it may be negative.</param>
public sealed record IntegerType(int Bits, bool IsSigned) : TypeModel
{
    /// <summary>The framework types that it represents.</summary>
    public static IReadOnlyDictionary<string, TypeModel> Scalars { get; } = new Dictionary<string, TypeModel>
    {
        ["System.SByte"] = new IntegerType(8, IsSigned: true),
        ["System.Byte"] = new IntegerType(8, IsSigned: false),
        ["System.Int16"] = new IntegerType(16, IsSigned: true),
        ["System.UInt16"] = new IntegerType(16, IsSigned: false),
        ["System.Int32"] = new IntegerType(32, IsSigned: true),
        ["System.UInt32"] = new IntegerType(32, IsSigned: false),
        ["System.Int64"] = new IntegerType(64, IsSigned: true),
        ["System.UInt64"] = new IntegerType(64, IsSigned: false),
    };

    /// <inheritdoc/>
    public override string CSharp => (Bits, IsSigned) switch
    {
        (8, true) => "sbyte",
        (8, false) => "byte",
        (16, true) => "short",
        (16, false) => "ushort",
        (32, true) => "int",
        (32, false) => "uint",
        (64, true) => "long",
        _ => "ulong",
    };

    /// <inheritdoc/>
    public override bool IsValueType => true;

    /// <inheritdoc/>
    public override AbsentForm Absent => AbsentForm.Flag;

    /// <inheritdoc/>
    public override string Word => $"{(IsSigned ? "int" : "uint")}{Bits}";

    /// <inheritdoc/>
    public override T Accept<T>(TypeVisitor<T> visitor) => visitor.VisitInteger(this);
}
