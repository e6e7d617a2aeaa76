using System.Runtime.CompilerServices;

namespace Twofold.Native;

/// <summary>Guards records that contain themselves: a deep or circular one ends in an error, not in the host's stack.</summary>
public static class NativeDepth
{
    /// <summary>Returns if there is stack left for another level.</summary>
    /// <exception cref="FfiException">There is not.</exception>
    public static void Check()
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
            throw new FfiException("a record contains itself too many levels deep");
    }
}
