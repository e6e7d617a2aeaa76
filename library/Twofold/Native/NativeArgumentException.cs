namespace Twofold.Native;

/// <summary>An argument of a native call cannot be read; the message names its path.</summary>
public sealed class NativeArgumentException(string path, string problem) : StatusException(Status.InvalidArgument, problem)
{
    // A record that contains itself can put any number of levels into a path.
    private const int LongestPath = 256;

    private string _path = path;

    /// <inheritdoc/>
    public override string Message => $"{_path}: {base.Message}";

    /// <summary>
    /// Puts what the argument lies in before its path. False, for use as an exception filter: filters run before the stack
    /// unwinds, while a rethrow at each level would need more of it than deep records have left.
    /// </summary>
    internal bool Within(string outer)
    {
        var isJoined = _path.Length == 0 || outer.Length == 0 || _path[0] == '[';
        _path = isJoined ? outer + _path : $"{outer}.{_path}";
        if (_path.Length > LongestPath)
            _path = string.Concat(_path.AsSpan(0, LongestPath - 3), "...");

        return false;
    }
}
