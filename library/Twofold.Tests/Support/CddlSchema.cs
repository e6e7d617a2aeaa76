using System.Formats.Cbor;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Twofold.Tests.Support;

/// <summary>A schema in the subset of CDDL (RFC 8610) that is printed: rules, maps, lists, choices, ranges and literals.</summary>
internal sealed partial class CddlSchema
{
    private readonly Dictionary<string, Func<object?, bool>> _rules = new()
    {
        ["bool"] = value => value is bool,
        ["tstr"] = value => value is string,
        ["bstr"] = value => value is byte[],
        ["float"] = value => value is double,
        ["uint"] = value => value is Int128 number && number >= 0,
        ["nil"] = value => value is null,
        ["tdate"] = value => value is Tagged { Tag: 0, Item: string },
        ["uri"] = value => value is Tagged { Tag: 32, Item: string },
        ["decfrac"] = value => value is Tagged { Tag: 4, Item: List<object?> and [Int128, Int128 or Tagged { Tag: 2 or 3, Item: byte[] }] },
    };

    private readonly Queue<string> _tokens;

    public CddlSchema(string text)
    {
        _tokens = new Queue<string>(Token().Matches(text).Select(match => match.Value).Where(token => token[0] != ';'));
        while (_tokens.TryDequeue(out var name))
        {
            Expect("=");
            _rules.Add(name, Type());
        }
    }

    public IEnumerable<string> Names => _rules.Keys;

    /// <summary>Whether one whole CBOR item matches a rule.</summary>
    public bool Accepts(string rule, byte[] message)
    {
        var reader = new CborReader(message);
        return _rules[rule](Decode(reader)) && reader.BytesRemaining == 0;
    }

    private static object? Decode(CborReader reader)
    {
        switch (reader.PeekState())
        {
            case CborReaderState.StartMap:
                var pairs = new Dictionary<string, object?>();
                for (reader.ReadStartMap(); reader.PeekState() != CborReaderState.EndMap;)
                    pairs.Add(reader.ReadTextString(), Decode(reader));
                reader.ReadEndMap();
                return pairs;
            case CborReaderState.StartArray:
                var items = new List<object?>();
                for (reader.ReadStartArray(); reader.PeekState() != CborReaderState.EndArray;)
                    items.Add(Decode(reader));
                reader.ReadEndArray();
                return items;
            case CborReaderState.UnsignedInteger:
                return (Int128)reader.ReadUInt64();
            case CborReaderState.NegativeInteger:
                return -1 - (Int128)reader.ReadCborNegativeIntegerRepresentation();
            case CborReaderState.TextString:
                return reader.ReadTextString();
            case CborReaderState.ByteString:
                return reader.ReadByteString();
            case CborReaderState.Boolean:
                return reader.ReadBoolean();
            case CborReaderState.Null:
                reader.ReadNull();
                return null;
            case CborReaderState.Tag:
                return new Tagged((ulong)reader.ReadTag(), Decode(reader));
            default:
                return reader.ReadDouble();
        }
    }

    /// <summary>A choice of one or more types.</summary>
    private Func<object?, bool> Type()
    {
        var choices = new List<Func<object?, bool>> { Sized() };
        while (_tokens.TryPeek(out var next) && next == "/")
        {
            _tokens.Dequeue();
            choices.Add(Sized());
        }

        return value => choices.Any(choice => choice(value));
    }

    /// <summary>A type, and how many bytes its values have.</summary>
    private Func<object?, bool> Sized()
    {
        var type = Single();
        if (!_tokens.TryPeek(out var next) || next != ".")
            return type;

        _tokens.Dequeue();
        Expect("size");
        var size = Single();
        return value => type(value) && size((Int128)(value is string text ? System.Text.Encoding.UTF8.GetByteCount(text) : ((byte[])value!).Length));
    }

    private Func<object?, bool> Single()
    {
        var token = _tokens.Dequeue();
        switch (token[0])
        {
            case '{':
                return Map();
            case '[':
                Expect("*");
                var item = Type();
                Expect("]");
                return value => value is List<object?> items && items.All(item);
            case '(':
                var inner = Type();
                Expect(")");
                return inner;
            case '#':
                var tag = ulong.Parse(_tokens.Dequeue().AsSpan("6.".Length), CultureInfo.InvariantCulture);
                var tagged = Single();
                return value => value is Tagged item && item.Tag == tag && tagged(item.Item);
            case '"':
                var text = System.Text.Json.JsonSerializer.Deserialize<string>(token);
                return value => value is string other && other == text;
            case '-' or (>= '0' and <= '9'):
                return Number(token);
            default:
                // A rule may refer to a later rule, or to itself.
                return token is "true" or "false" ? value => value is bool flag && flag == (token == "true") : value => _rules[token](value);
        }
    }

    private Func<object?, bool> Number(string token)
    {
        if (token.AsSpan().ContainsAny('.', 'E'))
        {
            var number = double.Parse(token, CultureInfo.InvariantCulture);
            return value => value is double other && other.Equals(number);
        }

        var least = Int128.Parse(token, CultureInfo.InvariantCulture);
        var most = least;
        if (_tokens.TryPeek(out var next) && next == "..")
        {
            _tokens.Dequeue();
            most = Int128.Parse(_tokens.Dequeue(), CultureInfo.InvariantCulture);
        }

        return value => value is Int128 number && number >= least && number <= most;
    }

    private Func<object?, bool> Map()
    {
        var members = new Dictionary<string, (bool IsOptional, Func<object?, bool> Type)>();
        while (_tokens.Peek() != "}")
        {
            var isOptional = _tokens.Peek() == "?";
            if (isOptional)
                _tokens.Dequeue();

            var key = _tokens.Dequeue();
            Expect(":");
            members.Add(key, (isOptional, Type()));
            if (_tokens.Peek() == ",")
                _tokens.Dequeue();
        }

        Expect("}");
        return value => value is Dictionary<string, object?> pairs
            && pairs.Keys.All(members.ContainsKey)
            && members.All(member => pairs.TryGetValue(member.Key, out var item) ? member.Value.Type(item) : member.Value.IsOptional);
    }

    private void Expect(string token)
    {
        if (_tokens.Dequeue() is var found && found != token)
            throw new FormatException($"expected {token}, found {found} before {string.Join(' ', _tokens.Take(5))}");
    }

    private sealed record Tagged(ulong Tag, object? Item);

    [GeneratedRegex("""
        ;[^\n]*|"(?:\\.|[^"\\])*"|\.\.|-?[0-9]+(?:\.[0-9]+)?(?:E[+-]?[0-9]+)?|[A-Za-z_@$](?:[A-Za-z0-9_@$-]*[A-Za-z0-9_])?|[^\s]
        """, RegexOptions.CultureInvariant)]
    private static partial Regex Token();
}
