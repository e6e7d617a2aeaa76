using System.Collections;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using FsCheck;
using FsCheck.Fluent;

namespace Twofold.Tests.Shapes;

/// <summary>Shrinks values for failing properties: to absent, empty, shorter, or nearer to 0, one part at a time.</summary>
internal static class Smaller
{
    /// <summary>Candidates that are smaller than a value, the smallest first.</summary>
    public static IEnumerable<T> Of<T>(T value) => OfType(typeof(T), value).Select(smaller => (T)smaller!);

    private static IEnumerable<object?> OfType(Type type, object? value)
    {
        if (value is null)
            return [];
        if (Nullable.GetUnderlyingType(type) is { } required)
            return OfType(required, value).Prepend(null);

        return value switch
        {
            string text => Lengths(text.Length).Select(length => (object)Whole(text[..length])).Concat(text.Length > 1 ? [Whole(text[1..])] : []),
            Enum member => Enum.GetValues(type).Cast<Enum>().Where(other => other.CompareTo(member) < 0),
            ReadOnlyMemory<byte> view => OfType(typeof(byte[]), view.ToArray()).Select(bytes => (object)(ReadOnlyMemory<byte>)(byte[])bytes!),
            IList items => OfList(type, items),
            IEnumerable set => OfList(type, set.Cast<object?>().ToList()),
            bool or sbyte or byte or short or ushort or int or uint or long or ulong or float or double => OfScalar(value),
            _ when type.Assembly == typeof(Guid).Assembly || type == typeof(Uri) => OfFramework(type, value),
            _ => OfRecord(type, value),
        };
    }

    /// <summary>The zero of the type, unless it is that already.</summary>
    private static IEnumerable<object?> OfFramework(Type type, object value)
    {
        var zero = type == typeof(Uri) ? new Uri("", UriKind.Relative) : Activator.CreateInstance(type);
        return Canonical.Of(zero) == Canonical.Of(value) ? [] : [zero];
    }

    /// <summary>FsCheck shrinks numbers by itself.</summary>
    private static IEnumerable<object?> OfScalar(object value) => value switch
    {
        bool flag => Shrunk(flag),
        sbyte number => Shrunk(number),
        byte number => Shrunk(number),
        short number => Shrunk(number),
        ushort number => Shrunk(number),
        int number => Shrunk(number),
        uint number => Shrunk(number),
        long number => Shrunk(number),
        ulong number => Shrunk(number),
        float number => Shrunk(number),
        _ => Shrunk((double)value),
    };

    private static IEnumerable<object?> Shrunk<T>(T value) => ArbMap.Default.ArbFor<T>().Shrinker(value).Cast<object?>();

    /// <summary>Shorter lengths to try: zero, half, all but one.</summary>
    private static IEnumerable<int> Lengths(int length) => new[] { 0, length / 2, length - 1 }.Distinct().Where(shorter => shorter >= 0 && shorter < length);

    /// <summary>The text without half a surrogate pair at either end.</summary>
    private static string Whole(string text)
    {
        var start = text.Length > 0 && char.IsLowSurrogate(text[0]) ? 1 : 0;
        return text.Length > start && char.IsHighSurrogate(text[^1]) ? text[start..^1] : text[start..];
    }

    private static IEnumerable<object?> OfList(Type type, IList items)
    {
        var item = type.IsArray ? type.GetElementType()! : type.GetGenericArguments()[0];
        var all = items.Cast<object?>().ToList();
        var shorter = Lengths(all.Count).Select(count => all.Take(count)).Concat(all.Count > 1 ? [all.Skip(1)] : []);
        var simpler = all.SelectMany((old, at) => OfType(item, old).Select(smaller => all.Select((other, index) => index == at ? smaller : other)));
        return shorter.Concat(simpler).Select(list => Pack(type, item, [.. list]));
    }

    private static object Pack(Type type, Type item, List<object?> values)
    {
        var array = Array.CreateInstance(item, values.Count);
        for (var i = 0; i < values.Count; i++)
            array.SetValue(values[i], i);

        if (!type.IsGenericType)
            return array;

        // These are required as such; for an interface an array will do.
        var form = type.GetGenericTypeDefinition();
        return form == typeof(ImmutableArray<>)
            ? typeof(ImmutableCollectionsMarshal).GetMethod(nameof(ImmutableCollectionsMarshal.AsImmutableArray))!.MakeGenericMethod(item).Invoke(null, [array])!
            : form == typeof(List<>) || form == typeof(HashSet<>) ? Activator.CreateInstance(type, array)! : array;
    }

    private static IEnumerable<object?> OfRecord(Type type, object record)
    {
        var constructor = type.GetConstructors().MaxBy(candidate => candidate.GetParameters().Length)!;
        var parameters = constructor.GetParameters();
        var values = parameters.Select(parameter => type.GetProperty(parameter.Name!)!.GetValue(record)).ToArray();
        var nullable = new System.Reflection.NullabilityInfoContext();
        for (var i = 0; i < parameters.Length; i++)
        {
            var absent = values[i] is not null && !parameters[i].ParameterType.IsValueType
                && nullable.Create(parameters[i]).WriteState == System.Reflection.NullabilityState.Nullable ? new object?[] { null } : [];
            foreach (var smaller in absent.Concat(OfType(parameters[i].ParameterType, values[i])))
                yield return constructor.Invoke([.. values[..i], smaller, .. values[(i + 1)..]]);
        }
    }
}
