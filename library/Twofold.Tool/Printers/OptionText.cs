using System.Globalization;
using Twofold.Model.Abi;

namespace Twofold.Tool.Printers;

/// <summary>Formats the defaults and limits of server options as text.</summary>
internal static class OptionText
{
    /// <summary>What an option does, with its default and its largest value.</summary>
    public static string Doc(ServerOptionModel option) => option switch
    {
        { Kind: OptionKind.Transport } => $"{option.Doc} Default {Default(option)}.",
        { IsNumber: false } => option.Doc,
        { Kind: OptionKind.FileMode } or { Max: ServerOptions.LargestLimit } => $"{option.Doc} Default {Default(option)}.",
        _ => $"{option.Doc} Default {Default(option)}, at most {Value(option.Kind, option.Max)}.",
    };

    /// <summary>The default of an option, with its unit.</summary>
    public static string Default(ServerOptionModel option) => option.Kind switch
    {
        OptionKind.Text => "none",
        OptionKind.Switch => "off",
        OptionKind.Milliseconds or OptionKind.Count when option.Default == 0 => "none",
        OptionKind.Transport => Transports.All[(int)option.Default].Flag,
        _ => Value(option.Kind, option.Default),
    };

    /// <summary>A value with its unit, for example <c>16 MiB</c>, <c>30 s</c> or <c>0600</c>.</summary>
    public static string Value(OptionKind kind, long value) => (kind, value) switch
    {
        (OptionKind.Bytes, >= 1 << 20) when value % (1 << 20) == 0 => $"{value >> 20} MiB",
        (OptionKind.Bytes, >= 1 << 10) when value % (1 << 10) == 0 => $"{value >> 10} KiB",
        (OptionKind.Bytes, _) => $"{value} bytes",
        (OptionKind.Milliseconds, >= 1000) when value % 1000 == 0 => $"{value / 1000} s",
        (OptionKind.Milliseconds, _) => $"{value} ms",
        (OptionKind.FileMode, _) => Octal(value),
        _ => value.ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>Permission bits as a shell spells them: four octal digits.</summary>
    public static string Octal(long value) => Convert.ToString(value, toBase: 8).PadLeft(4, '0');
}
