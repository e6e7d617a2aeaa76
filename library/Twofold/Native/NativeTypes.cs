namespace Twofold.Native;

/// <summary>A NUL-terminated string: <c>const char *</c>.</summary>
public unsafe struct NativeString
{
    /// <summary>The first byte, or NULL.</summary>
    public byte* Pointer;
}

/// <summary>A list: a pointer and a count, which in a C struct are two members.</summary>
public unsafe struct NativeSpan<TNative>
    where TNative : unmanaged
{
    /// <summary>The first item; may be NULL if there are none.</summary>
    public TNative* Items;

    /// <summary>How many there are.</summary>
    public nuint Count;

    /// <summary>A borrowed list.</summary>
    public NativeSpan(TNative* items, nuint count)
    {
        Items = items;
        Count = count;
    }
}

/// <summary>A record that may be absent: a pointer, or NULL.</summary>
public unsafe struct NativePointer<TNative>
    where TNative : unmanaged
{
    /// <summary>The record, or NULL.</summary>
    public TNative* Pointer;
}

/// <summary>A number that may be absent, as an item of a list.</summary>
public struct NativeOptional<TNative>
    where TNative : unmanaged
{
    /// <summary>Whether the value is there.</summary>
    public byte HasValue;

    /// <summary>The value, if it is.</summary>
    public TNative Value;
}
