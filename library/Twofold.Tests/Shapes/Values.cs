using System.Collections.Immutable;
using System.Runtime.InteropServices;
using FixturesLibrary;
using FsCheck;
using FsCheck.Fluent;

namespace Twofold.Tests.Shapes;

/// <summary>Random values, in which edge cases are far more frequent than by chance.</summary>
internal static class Values
{
    public static readonly Gen<bool> Bool = Gen.Elements(true, false);
    public static readonly Gen<sbyte> Int8 = Integers<sbyte>(sbyte.MinValue, sbyte.MaxValue);
    public static readonly Gen<byte> UInt8 = Integers<byte>(byte.MinValue, byte.MaxValue);
    public static readonly Gen<short> Int16 = Integers<short>(short.MinValue, short.MaxValue);
    public static readonly Gen<ushort> UInt16 = Integers<ushort>(ushort.MinValue, ushort.MaxValue);
    public static readonly Gen<int> Int32 = Integers<int>(int.MinValue, int.MaxValue);
    public static readonly Gen<uint> UInt32 = Integers<uint>(uint.MinValue, uint.MaxValue);
    public static readonly Gen<long> Int64 = Integers<long>(long.MinValue, long.MaxValue);
    public static readonly Gen<ulong> UInt64 = Integers<ulong>(ulong.MinValue, ulong.MaxValue);

    public static readonly Gen<float> Float = Gen.OneOf(
        Gen.Elements(0f, -0f, 1.5f, float.NaN, float.PositiveInfinity, float.NegativeInfinity, float.Epsilon, float.MaxValue, 65504f, 1f / 3f),
        Int32.Select(BitConverter.Int32BitsToSingle));

    public static readonly Gen<double> Double = Gen.OneOf(
        Gen.Elements(0, -0.0, 1.5, double.NaN, double.PositiveInfinity, double.NegativeInfinity, double.Epsilon, double.MinValue, 1e300, 0.1),
        Int64.Select(BitConverter.Int64BitsToDouble));

    public static readonly Gen<string> Text = Gen.Elements(
            "", "a", "zażółć", "水", "\U0001F600", "\uFFFF", "\"\\\n", "\U0010FFFF", "a\0b", new string('x', 600), new string('é', 180))
        .ListOf().Select(pieces => string.Concat(pieces.Take(4)));

    public static readonly Gen<byte[]> Bytes = UInt8.ArrayOf();
    public static readonly Gen<ReadOnlyMemory<byte>> Memory = Bytes.Select(bytes => (ReadOnlyMemory<byte>)bytes);
    public static readonly Gen<Color> Color = Gen.Elements(Enum.GetValues<Color>());
    public static readonly Gen<Point> Point = from x in Double from y in Double select new Point(x, y);
    public static readonly Gen<Label> Label = Text.Select(text => new Label(text));

    public static readonly Gen<Blob> Blob =
        from data in Bytes
        from view in Memory
        from checksum in Optional(Bytes)
        from seal in OptionalValue(Memory)
        select new Blob(data, view, checksum, seal);

    public static readonly Gen<Scalars> Scalars =
        from flag in Bool
        from int8 in Int8
        from uint8 in UInt8
        from int16 in Int16
        from uint16 in UInt16
        from int32 in Int32
        from uint32 in UInt32
        from int64 in Int64
        from uint64 in UInt64
        from single in Float
        from number in Double
        select new Scalars(flag, int8, uint8, int16, uint16, int32, uint32, int64, uint64, single, number);

    public static readonly Gen<Optionals> Optionals =
        from flag in OptionalValue(Bool)
        from number in OptionalValue(Double)
        from text in Optional(Text)
        from data in Optional(Bytes)
        from color in OptionalValue(Color)
        from items in Optional(Int32.ArrayOf())
        from spot in OptionalValue(Point)
        from label in Optional(Label)
        select new Optionals(flag, number, text, data, color, items, spot, label);

    public static readonly Gen<Lists> Lists =
        from flags in Bool.ArrayOf()
        from longs in List(Int64)
        from floats in List(Float)
        from texts in Text.ArrayOf()
        from blobs in List(Bytes)
        from colors in Color.ArrayOf()
        from points in List(Point)
        from matrix in Int32.ArrayOf().ArrayOf()
        from gaps in OptionalValue(Int32).ArrayOf()
        from holes in Optional(Text).ArrayOf()
        from spots in List(OptionalValue(Point))
        select new Lists(flags, longs, floats, texts, blobs, colors, points, matrix, gaps, holes, spots);

    public static readonly Gen<NumberLists> NumberLists =
        from int8 in Int8.ArrayOf()
        from uint8 in List(UInt8)
        from int16 in List(Int16)
        from uint16 in UInt16.ArrayOf()
        from int32 in List(Int32)
        from uint32 in UInt32.ArrayOf()
        from uint64 in UInt64.ArrayOf()
        from doubles in Double.ArrayOf()
        select new NumberLists(int8, uint8, int16, uint16, int32, uint32, uint64, doubles);

    public static readonly Gen<Grids> Grids =
        from texts in Text.ArrayOf().ArrayOf()
        from blobs in List(List(Bytes))
        from colors in List(Color.ArrayOf())
        from points in Point.ArrayOf().ArrayOf()
        from desks in List(Desk.ArrayOf())
        from cube in Bool.ArrayOf().ArrayOf().ArrayOf()
        from gaps in OptionalValue(Int64).ArrayOf().ArrayOf()
        from rows in Optional(Float.ArrayOf()).ArrayOf()
        select new Grids(texts, blobs, colors, points, desks, cube, gaps, rows);

    public static readonly Gen<Sparse> Sparse =
        from flags in OptionalValue(Bool).ArrayOf()
        from doubles in List(OptionalValue(Double))
        from colors in List(OptionalValue(Color))
        from blobs in Optional(Bytes).ArrayOf()
        from views in List(OptionalValue(Memory))
        from labels in Optional(Label).ArrayOf()
        select new Sparse(flags, doubles, colors, blobs, views, labels);

    public static readonly Gen<OptionalNumbers> OptionalNumbers =
        from int8 in OptionalValue(Int8)
        from uint8 in OptionalValue(UInt8)
        from int16 in OptionalValue(Int16)
        from uint16 in OptionalValue(UInt16)
        from int32 in OptionalValue(Int32)
        from uint32 in OptionalValue(UInt32)
        from int64 in OptionalValue(Int64)
        from uint64 in OptionalValue(UInt64)
        from single in OptionalValue(Float)
        select new OptionalNumbers(int8, uint8, int16, uint16, int32, uint32, int64, uint64, single);

    public static readonly Gen<OptionalLists> OptionalLists =
        from flags in Optional(Bool.ArrayOf())
        from texts in Optional(List(Text))
        from blobs in Optional(Bytes.ArrayOf())
        from colors in Optional(List(Color))
        from points in Optional(Point.ArrayOf())
        from labels in Optional(List(Label))
        from matrix in Optional(Double.ArrayOf().ArrayOf())
        select new OptionalLists(flags, texts, blobs, colors, points, labels, matrix);

    public static readonly Gen<Company> Company =
        from name in Text
        from desks in List(Desk)
        from main in Desk
        select new Company(name, new Office(desks, main));

    public static readonly Gen<Node> Tree = Gen.Choose(0, 4).SelectMany(TreeOf);

    public static readonly Gen<Link> Chain = Int32.NonEmptyListOf().Select(numbers =>
        numbers.Skip(1).Take(30).Aggregate(new Link(numbers[0], null), (next, number) => new Link(number, next)));

    public static readonly Gen<char> Char = Gen.Elements('\0', 'a', '\u007F', 'é', '\u07FF', '\u0800', '水', '\uD7FF', '\uE000', '\uFFFF');

    public static readonly Gen<Half> Half = Gen.OneOf(
        Gen.Elements(System.Half.Zero, System.Half.NegativeZero, System.Half.NaN, System.Half.PositiveInfinity, System.Half.NegativeInfinity, System.Half.Epsilon, System.Half.MaxValue),
        UInt16.Select(BitConverter.UInt16BitsToHalf));

    public static readonly Gen<Guid> Uuid = Gen.OneOf(
        Gen.Elements(Guid.Empty, Guid.AllBitsSet),
        UInt8.ArrayOf(16).Select(bytes => new Guid(bytes)));

    public static readonly Gen<DateOnly> Date = Gen.OneOf(
        Gen.Elements(DateOnly.MinValue, DateOnly.MaxValue, new DateOnly(1970, 1, 1), new DateOnly(1969, 12, 31), new DateOnly(2000, 2, 29), new DateOnly(1900, 3, 1), new DateOnly(2024, 12, 31)),
        Gen.Choose(0, DateOnly.MaxValue.DayNumber).Select(DateOnly.FromDayNumber));

    public static readonly Gen<DateTime> UtcTime = Gen.OneOf(
        Gen.Elements(DateTime.MinValue.Ticks, DateTime.MaxValue.Ticks, DateTime.UnixEpoch.Ticks, DateTime.UnixEpoch.Ticks - 1, DateTime.UnixEpoch.Ticks + 10_000_000),
        Int64.Select(ticks => (long)((ulong)ticks % (ulong)(DateTime.MaxValue.Ticks + 1)))).Select(ticks => new DateTime(ticks, DateTimeKind.Utc));

    public static readonly Gen<DateTimeOffset> Time =
        from utc in UtcTime
        from offset in Gen.Elements(-840, -90, -1, 0, 0, 1, 330, 840)
        let local = utc.Ticks + (offset * TimeSpan.TicksPerMinute)
        select local >= 0 && local <= DateTime.MaxValue.Ticks ? new DateTimeOffset(local, TimeSpan.FromMinutes(offset)) : new DateTimeOffset(utc);

    public static readonly Gen<TimeSpan> Duration = Int64.Select(number => new TimeSpan(number / TimeSpan.NanosecondsPerTick));

    public static readonly Gen<decimal> Decimal = Gen.OneOf(
        Gen.Elements(0m, 0.0m, 0.0000000000000000000000000000m, 1m, -1m, 1.50m, 12.5m, decimal.MaxValue, decimal.MinValue, 0.0000000000000000000000000001m, 18446744073709551615m, 18446744073709551616m, -18446744073709551616m, -18446744073709551617m),
        from low in Int32
        from mid in Int32
        from high in Int32
        from isNegative in Bool
        from places in Gen.Choose(0, 28)
        select new decimal(low, mid, high, isNegative && (low | mid | high) != 0, (byte)places));

    public static readonly Gen<Uri> Uri = Gen.Elements("", "a", "/path?q=1#f", "https://example.com", "HTTPS://Example.com:443/%7e/a b", "mailto:a@b.c", "urn:isbn:0", "zażółć/水")
        .Select(text => new Uri(text, UriKind.RelativeOrAbsolute));

    public static readonly Gen<DateOnly?> OptionalDate = OptionalValue(Date);
    public static readonly Gen<decimal?> OptionalDecimal = OptionalValue(Decimal);
    public static readonly Gen<Uri?> OptionalUri = Optional(Uri);
    public static readonly Gen<TimeSpan[]> Durations = Duration.ArrayOf();

    public static readonly Gen<FrameworkValues> FrameworkValues =
        from letter in Char
        from small in Half
        from id in Uuid
        from day in Date
        from time in Time
        from utc in UtcTime
        from pause in Duration
        from price in Decimal
        from link in Uri
        select new FrameworkValues(letter, small, id, day, time, utc, pause, price, link);

    public static readonly Gen<OptionalValues> OptionalValues =
        from letter in OptionalValue(Char)
        from small in OptionalValue(Half)
        from id in OptionalValue(Uuid)
        from day in OptionalValue(Date)
        from time in OptionalValue(Time)
        from utc in OptionalValue(UtcTime)
        from pause in OptionalValue(Duration)
        from price in OptionalValue(Decimal)
        from link in Optional(Uri)
        select new OptionalValues(letter, small, id, day, time, utc, pause, price, link);

    public static readonly Gen<ValueLists> ValueLists =
        from letters in Char.ArrayOf()
        from smalls in List(Half)
        from ids in Uuid.ArrayOf()
        from days in OptionalValue(Date).ArrayOf()
        from times in List(Time)
        from utcs in OptionalValue(UtcTime).ArrayOf()
        from pauses in List(OptionalValue(Duration))
        from prices in Decimal.ArrayOf()
        from fees in OptionalValue(Decimal).ArrayOf()
        from links in List(Uri)
        select new ValueLists(letters, smalls, ids, days, times, utcs, pauses, prices, fees, links);

    public static readonly Gen<ImmutableArray<string>> Immutable = Text.ArrayOf().Select(ImmutableCollectionsMarshal.AsImmutableArray);
    public static readonly Gen<HashSet<int>> Set = Int32.ArrayOf().Select(items => items.ToHashSet());
    public static readonly Gen<IEnumerable<Point>> Sequence = Point.ArrayOf().Select(items => (IEnumerable<Point>)items);

    public static readonly Gen<Collections> Collections =
        from tags in Text.ArrayOf()
        from sizes in OptionalValue(Int64.ArrayOf().Select(ImmutableCollectionsMarshal.AsImmutableArray))
        from names in Optional(Text.ArrayOf())
        from rows in Int32.ArrayOf().ArrayOf()
        from colors in Optional(Color.ArrayOf())
        select new Collections([.. tags], sizes, names, [.. rows], colors?.ToHashSet());

    public static readonly Gen<Page<Point>> Page = PageOf(Point);
    public static readonly Gen<Page<string?>?> TextPage = Optional(PageOf(Optional(Text)));
    public static readonly Gen<Page<Page<Point>>> Pages = PageOf(Page);

    private static Gen<Page<T>> PageOf<T>(Gen<T> items) =>
        from list in List(items)
        from next in Optional(Text)
        select new Page<T>(list, next);

    private static Gen<Desk> Desk =>
        from name in Text
        from age in UInt8
        select new Desk(new Owner(name, age));

    public static Gen<List<T>> List<T>(Gen<T> items) => items.ArrayOf().Select(array => array.ToList());

    public static Gen<T?> Optional<T>(Gen<T> values)
        where T : class => Gen.Frequency((1, Gen.Constant<T?>(null)), (3, values.Select(value => (T?)value)));

    public static Gen<T?> OptionalValue<T>(Gen<T> values)
        where T : struct => Gen.Frequency((1, Gen.Constant<T?>(null)), (3, values.Select(value => (T?)value)));

    private static Gen<Node> TreeOf(int height) =>
        from value in Int32
        from children in height == 0 ? Gen.Constant(Array.Empty<Node>()) : TreeOf(height - 1).ArrayOf(height)
        select new Node(value, [.. children]);

    /// <summary>The extremes, values near 0, the edges of CBOR's head widths, and any other.</summary>
    private static Gen<T> Integers<T>(Int128 least, Int128 most)
        where T : System.Numerics.INumberBase<T>
    {
        Int128[] edges = [least, least + 1, -25, -24, -1, 0, 1, 23, 24, 255, 256, 65535, 65536, uint.MaxValue, (Int128)uint.MaxValue + 1, most - 1, most];
        var anything =
            from high in Gen.Choose(int.MinValue, int.MaxValue)
            from low in Gen.Choose(int.MinValue, int.MaxValue)
            select T.CreateTruncating(((Int128)high << 32) | (uint)low);
        return Gen.OneOf(Gen.Elements(edges.Where(edge => edge >= least && edge <= most).Select(T.CreateTruncating).ToArray()), anything);
    }
}
