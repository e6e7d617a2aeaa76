namespace Twofold.Tool.Printers;

/// <summary>Helpers that combine sentences.</summary>
internal static class Words
{
    /// <summary>The sentence in the form that continues another sentence.</summary>
    public static string Uncapitalized(string sentence) => sentence.Length == 0 ? "" : char.ToLowerInvariant(sentence[0]) + sentence[1..];
}
