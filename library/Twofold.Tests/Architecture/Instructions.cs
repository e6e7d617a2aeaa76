using System.Buffers.Binary;
using System.Reflection;
using System.Reflection.Emit;

namespace Twofold.Tests.Architecture;

/// <summary>Reads the instructions of a method.</summary>
internal static class Instructions
{
    private static readonly Dictionary<short, OperandType> s_operands = typeof(OpCodes)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => code.Value, code => code.OperandType);

    /// <summary>The metadata tokens of the types, methods, fields and signatures in the code.</summary>
    public static IEnumerable<int> Tokens(byte[] code)
    {
        for (var position = 0; position < code.Length;)
        {
            short instruction = code[position++];
            if (instruction == 0xFE)
                instruction = (short)(0xFE00 | code[position++]);

            var operand = s_operands[instruction];
            if (operand is OperandType.InlineField or OperandType.InlineMethod or OperandType.InlineSig or OperandType.InlineTok or OperandType.InlineType)
                yield return BinaryPrimitives.ReadInt32LittleEndian(code.AsSpan(position));

            position += SizeOf(operand, code.AsSpan(position));
        }
    }

    private static int SizeOf(OperandType operand, ReadOnlySpan<byte> rest) => operand switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => 4 + 4 * BinaryPrimitives.ReadInt32LittleEndian(rest),
        _ => 4,
    };
}
