namespace Twofold.Native;

/// <summary>Frees what stands for a result in C.</summary>
public interface INativeMemory<TNative>
    where TNative : unmanaged
{
    /// <summary>Frees what was allocated for it, also if it was only written half-way, and zeroes it.</summary>
    static abstract void Free(ref TNative native);
}

/// <summary>A number or a handle, for which nothing is allocated. A handle ends with its object.</summary>
public readonly struct NoMemory<TNative> : INativeMemory<TNative>
    where TNative : unmanaged
{
    /// <inheritdoc/>
    public static void Free(ref TNative native) => native = default;
}
