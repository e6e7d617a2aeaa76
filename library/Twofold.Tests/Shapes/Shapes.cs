namespace Twofold.Tests.Shapes;

/// <summary>Every method of the fixtures that returns its argument.</summary>
internal static unsafe partial class Shapes
{
    /// <summary>The answer of the native ABI if a text contains U+0000.</summary>
    public static readonly Answer NulError = new(
        Status.Error, "the reply has a text with U+0000, which a C string cannot carry; the CBOR ABI can");

    /// <summary>All of them, by the method's name.</summary>
    public static IReadOnlyDictionary<string, Shape> ByName { get; } =
        new[] { Scalars(), Records(), Spans(), Optionals(), FrameworkTypes(), Collections() }.SelectMany(shapes => shapes).ToDictionary(shape => shape.Name);
}
