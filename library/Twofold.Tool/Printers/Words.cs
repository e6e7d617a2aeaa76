namespace Twofold.Tool.Printers;

/// <summary>Fits sentences into others.</summary>
internal static class Words
{
    /// <summary>The sentence as it continues another.</summary>
    public static string Uncapitalized(string sentence) => sentence.Length == 0 ? "" : char.ToLowerInvariant(sentence[0]) + sentence[1..];
}
