namespace Twofold.E2E.Harness;

/// <summary>A fresh folder with a short path, removed with its content at the end.</summary>
internal sealed class TempFolder : IDisposable
{
    /// <summary>Its absolute path.</summary>
    public string Path { get; } = Directory.CreateTempSubdirectory("tf").FullName;

    /// <summary>The path of something in it.</summary>
    public string File(string name) => System.IO.Path.Combine(Path, name);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
