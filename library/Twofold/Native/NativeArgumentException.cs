namespace Twofold.Native;

/// <summary>An argument of a native call cannot be read; the message names its path.</summary>
public sealed class NativeArgumentException(string path, string problem) : Exception
{
    private string _path = path;

    /// <inheritdoc/>
    public override string Message => $"{_path}: {problem}";

    /// <summary>Puts what the argument lies in before its path.</summary>
    internal void Within(string outer) => _path = _path.Length == 0 ? outer : _path[0] == '[' ? outer + _path : $"{outer}.{_path}";
}
