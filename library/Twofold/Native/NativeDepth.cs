using System.Runtime.CompilerServices;

namespace Twofold.Native;

/// <summary>Guards records that contain themselves: a deep or circular one ends in an error, not in the host's stack.</summary>
public static class NativeDepth
{
    private const string TooDeep = "a record contains itself too many levels deep";

    /// <summary>Returns if there is stack left for another level of a result.</summary>
    /// <exception cref="FfiException">There is not.</exception>
    public static void Check()
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
            throw new FfiException(TooDeep);
    }

    /// <summary>Returns if there is stack left for another level of an argument.</summary>
    /// <exception cref="NativeArgumentException">There is not.</exception>
    public static void CheckArgument()
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
            throw new NativeArgumentException("", TooDeep);
    }
}
