namespace Twofold.Tool.Printers.Cpp;

/// <summary>A piece of code that converts a C++ value to a C value.</summary>
/// <param name="Code">The code.</param>
/// <param name="UsesArena">Whether it uses the arena of the call.</param>
internal readonly record struct CppExpression(string Code, bool UsesArena = false)
{
    /// <summary>The same with other code.</summary>
    public CppExpression In(Func<string, string> print) => this with { Code = print(Code) };
}
