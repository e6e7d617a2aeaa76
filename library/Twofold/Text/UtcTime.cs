namespace Twofold.Text;

/// <summary>A <see cref="DateTime"/> as a point in time.</summary>
internal static class UtcTime
{
    /// <summary>The point in time. One of unspecified kind is in UTC.</summary>
    public static DateTimeOffset Of(DateTime value) =>
        new(value.Kind == DateTimeKind.Local ? value.ToUniversalTime() : DateTime.SpecifyKind(value, DateTimeKind.Utc));
}
