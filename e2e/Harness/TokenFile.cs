namespace Twofold.E2E.Harness;

/// <summary>A file with a token, as a server takes it.</summary>
internal static class TokenFile
{
    /// <summary>Writes one that only its owner can read; its path.</summary>
    public static string In(TempFolder folder, string token)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;

        var path = folder.File("token");
        using var file = new StreamWriter(path, options);
        file.WriteLine(token);
        return path;
    }
}
