using Twofold.Model.Library;
using Twofold.Model.Types;
using Twofold.Printing;

namespace Twofold.Tool.Printers.C;

/// <summary>Prints the structs for values of framework types, such as dates, if the library uses them.</summary>
internal static class CValueStructs
{
    private static readonly Dictionary<string, (string Doc, Documented[] Fields)> s_structs = new()
    {
        [new UuidType().Word] = ("A UUID.", [new("uint8_t bytes[16];", "In the order of RFC 4122: as they are in its text.")]),
        [new DateType().Word] = (
            "A date of the Gregorian calendar.",
            [new("int32_t year;", "1 to 9999."), new("uint8_t month;", "1 to 12."), new("uint8_t day;", "1 to 31.")]),
        [new TimestampType(HasOffset: true).Word] = (
            "A point in time, in the years 1 to 9999.",
            [
                new("int64_t seconds;", "Seconds since 1970-01-01 in UTC; negative before."),
                new("int32_t nanoseconds;", "Nanoseconds after that, 0 to 999999900, in steps of 100."),
                new("int32_t offset_minutes;", "How far the local time is ahead of UTC, -840 to 840; 0 for UTC."),
            ]),
    };

    /// <summary>The structs.</summary>
    public static IEnumerable<string> Print(CNames names) => Of(names).Select(word =>
    {
        var (doc, fields) = s_structs[word];
        var name = names.Composite(word);
        return Source.Code(
            $$"""
            /** {{doc}} */
            typedef struct {{name}} {
                {{Columns.Align(fields)}}
            } {{name}};
            """);
    });

    /// <summary>The words of the types whose structs the library uses.</summary>
    public static IEnumerable<string> Of(CNames names) =>
        Reach.All(names.Library).Select(type => type.Word).Where(s_structs.ContainsKey).Distinct().Order(StringComparer.Ordinal);
}
