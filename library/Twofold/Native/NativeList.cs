using System.Runtime.InteropServices;

namespace Twofold.Native;

/// <summary>Lists as a pointer and a count.</summary>
public static unsafe class NativeList
{
    /// <summary>Copies an array of structs that the caller lends.</summary>
    /// <exception cref="NativeArgumentException">The pointer is NULL though the count is not 0, or an item cannot be read.</exception>
    public static IReadOnlyList<T> Read<TNative, T>(TNative* items, nuint count, string name)
        where TNative : unmanaged, INativeRecord<TNative, T>
    {
        var list = new List<T>(Check(items, count, sizeof(TNative), name));
        for (var i = 0; i < (int)count; i++)
            list.Add(NativeRecord.Read<TNative, T>(items + i, name, i));

        return list;
    }

    /// <summary>Copies an array of C strings that the caller lends.</summary>
    /// <exception cref="NativeArgumentException">The pointer is NULL though the count is not 0, or an item is NULL or not UTF-8.</exception>
    public static IReadOnlyList<string> ReadTexts(byte** items, nuint count, string name)
    {
        var list = new List<string>(Check(items, count, sizeof(byte*), name));
        for (var i = 0; i < (int)count; i++)
        {
            if (items[i] is null)
                throw new NativeArgumentException($"{name}[{i}]", "expected text, found NULL");

            list.Add(NativeText.TryRead(items[i]) ?? throw new NativeArgumentException($"{name}[{i}]", "invalid UTF-8"));
        }

        return list;
    }

    /// <summary>Makes an array of structs with malloc; NULL if the list is empty.</summary>
    public static TNative* Write<TNative, T>(IReadOnlyList<T> list, out nuint count)
        where TNative : unmanaged, INativeRecord<TNative, T>
    {
        count = 0;
        if (list.Count == 0)
            return null;

        var items = (TNative*)NativeMemory.AllocZeroed((nuint)list.Count, (nuint)sizeof(TNative));
        try
        {
            for (; count < (nuint)list.Count; count++)
                TNative.Write(list[(int)count], ref items[count]);
        }
        catch
        {
            Free<TNative, T>(items, (nuint)list.Count);
            count = 0;
            throw;
        }

        return items;
    }

    /// <summary>Makes an array of C strings with malloc; NULL if the list is empty.</summary>
    public static byte** WriteTexts(IReadOnlyList<string> list, out nuint count)
    {
        count = 0;
        if (list.Count == 0)
            return null;

        var items = (byte**)NativeMemory.AllocZeroed((nuint)list.Count, (nuint)sizeof(byte*));
        try
        {
            for (; count < (nuint)list.Count; count++)
                items[count] = NativeText.Write(list[(int)count]);
        }
        catch
        {
            FreeTexts(items, (nuint)list.Count);
            count = 0;
            throw;
        }

        return items;
    }

    /// <summary>Frees an array that <see cref="Write"/> has made.</summary>
    public static void Free<TNative, T>(TNative* items, nuint count)
        where TNative : unmanaged, INativeRecord<TNative, T>
    {
        if (items is null)
            return;

        for (nuint i = 0; i < count; i++)
            TNative.Free(ref items[i]);
        NativeMemory.Free(items);
    }

    /// <summary>Frees an array that <see cref="WriteTexts"/> has made.</summary>
    public static void FreeTexts(byte** items, nuint count)
    {
        if (items is null)
            return;

        for (nuint i = 0; i < count; i++)
            NativeText.Free(items[i]);
        NativeMemory.Free(items);
    }

    private static int Check(void* items, nuint count, int itemSize, string name)
    {
        if (items is null && count != 0)
            throw new NativeArgumentException(name, $"NULL, though its count is {count}");
        if (count > (nuint)(Array.MaxLength / itemSize))
            throw new NativeArgumentException(name, $"a count of {count} is more than memory can hold");

        return (int)count;
    }
}
