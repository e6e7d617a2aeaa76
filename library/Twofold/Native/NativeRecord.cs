namespace Twofold.Native;

/// <summary>Records as flat structs.</summary>
public static unsafe class NativeRecord
{
    /// <summary>Copies a struct that the caller lends.</summary>
    /// <exception cref="NativeArgumentException">The pointer is NULL, or a member cannot be read.</exception>
    public static T Read<TNative, T>(TNative* native, string name)
        where TNative : unmanaged, INativeRecord<TNative, T>
    {
        if (native is null)
            throw new NativeArgumentException(name, "expected a struct, found NULL");

        return Read<TNative, T>(native, name, index: -1);
    }

    /// <summary>Copies a struct within another.</summary>
    /// <exception cref="NativeArgumentException">A member cannot be read.</exception>
    public static T Read<TNative, T>(in TNative native, string name)
        where TNative : unmanaged, INativeRecord<TNative, T>
    {
        fixed (TNative* address = &native)
            return Read<TNative, T>(address, name, index: -1);
    }

    internal static T Read<TNative, T>(TNative* native, string name, int index)
        where TNative : unmanaged, INativeRecord<TNative, T>
    {
        try
        {
            return TNative.Read(in *native);
        }
        catch (NativeArgumentException e)
        {
            e.Within(index < 0 ? name : $"{name}[{index}]");
            throw;
        }
    }
}
