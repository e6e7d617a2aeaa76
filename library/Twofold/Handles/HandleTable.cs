using System.Text;

namespace Twofold.Handles;

/// <summary>
/// Gives objects an opaque handle that C may keep: index, generation and type in one 64-bit word, never an address. A
/// handle is never given out twice, and a handle of another table, or of another library, is recognized. Thread-safe;
/// <see cref="Get"/> takes no lock.
/// </summary>
/// <typeparam name="T">What the handles stand for.</typeparam>
public sealed class HandleTable<T>
    where T : class
{
    private const int IndexBits = 20;
    private const int TypeBits = 12;
    private const int MaxIndex = (1 << IndexBits) - 1;

    private readonly Lock _lock = new();
    private readonly Stack<int> _free = new();
    private readonly string _typeName;
    private readonly ulong _typeTag;
    private Slot[] _slots = [];
    private int _count;

    /// <summary>A table for one kind of handle.</summary>
    /// <param name="typeName">The handle's C type: it appears in messages and tells the kinds apart.</param>
    public HandleTable(string typeName)
    {
        _typeName = typeName;
        _typeTag = Tag(typeName);
    }

    /// <summary>Gives the object a handle.</summary>
    /// <exception cref="FfiException">A million handles are alive.</exception>
    public nint Add(T target)
    {
        lock (_lock)
        {
            if (!_free.TryPop(out var index))
                index = Append();

            var slot = _slots[index];
            slot.Target = target;
            return (nint)(((ulong)slot.Generation << 32) | (_typeTag << IndexBits) | (uint)index);
        }
    }

    /// <summary>The handle's object.</summary>
    /// <exception cref="InvalidHandleException">The handle is NULL, removed, or not of this table.</exception>
    public T Get(nint handle) => Find(handle) ?? throw Invalid(handle);

    /// <summary>The handle's object, or null if the handle is not alive.</summary>
    public T? Find(nint handle)
    {
        var slot = SlotOf(handle);
        var target = slot is null ? null : Volatile.Read(ref slot.Target);

        // The target is read first: a slot that has been given away since then has another generation.
        return target is not null && Volatile.Read(ref slot!.Generation) == (uint)((ulong)handle >> 32) ? target : null;
    }

    /// <summary>Ends the handle and returns its object.</summary>
    /// <exception cref="InvalidHandleException">The handle is NULL, removed, or not of this table.</exception>
    public T Remove(nint handle)
    {
        lock (_lock)
        {
            var target = Get(handle);
            var slot = SlotOf(handle)!;
            slot.Target = null;

            // A slot whose generations are used up is not used again, so that no handle ever is.
            if (++slot.Generation != uint.MaxValue)
                _free.Push((int)((ulong)handle & MaxIndex));

            return target;
        }
    }

    private Slot? SlotOf(nint handle)
    {
        var word = (ulong)handle;
        var slots = Volatile.Read(ref _slots);
        var index = (int)(word & MaxIndex);
        return ((word >> IndexBits) & ((1 << TypeBits) - 1)) == _typeTag && index < slots.Length ? slots[index] : null;
    }

    private int Append()
    {
        if (_count > MaxIndex)
            throw new FfiException($"no more than {MaxIndex + 1} handles of type {_typeName} can be alive");

        if (_count == _slots.Length)
        {
            var grown = new Slot[Math.Max(16, _slots.Length * 2)];
            _slots.CopyTo(grown, 0);
            for (var i = _slots.Length; i < grown.Length; i++)
                grown[i] = new Slot();

            // Room to free all of them: removing must not fail.
            _free.EnsureCapacity(grown.Length);
            Volatile.Write(ref _slots, grown);
        }

        return _count++;
    }

    private InvalidHandleException Invalid(nint handle) => new(handle == 0
        ? $"the {_typeName} handle is NULL"
        : $"the {_typeName} handle was destroyed, or is of another kind");

    /// <summary>A hash (FNV-1a, folded) of the type's name; never 0, so that no handle is NULL.</summary>
    private static ulong Tag(string typeName)
    {
        var hash = 2166136261u;
        foreach (var letter in Encoding.UTF8.GetBytes(typeName))
            hash = (hash ^ letter) * 16777619u;

        var folded = (hash ^ (hash >> TypeBits) ^ (hash >> (2 * TypeBits))) & ((1u << TypeBits) - 1);
        return folded == 0 ? 1 : folded;
    }

    private sealed class Slot
    {
        public T? Target;
        public uint Generation = 1;
    }
}
