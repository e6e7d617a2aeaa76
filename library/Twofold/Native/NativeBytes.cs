namespace Twofold.Native;

/// <summary>Bytes as a pointer and a size.</summary>
public static unsafe class NativeBytes
{
    /// <summary>The borrowed bytes of the caller.</summary>
    /// <exception cref="NativeArgumentException">The pointer is NULL though the size is not 0, or the size is over 2 GiB.</exception>
    public static ReadOnlySpan<byte> Read(byte* bytes, nuint size, string name)
    {
        if (bytes is null && size != 0)
            throw new NativeArgumentException(name, $"NULL, though its size is {size}");
        if (size > int.MaxValue)
            throw new NativeArgumentException(name, $"a size of {size} bytes is over 2 GiB");

        return new ReadOnlySpan<byte>(bytes, (int)size);
    }
}
