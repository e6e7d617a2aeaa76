using Twofold.Cbor;
using Twofold.Generated.my_timer;
using Twofold.Tests.Support;
using static Twofold.Tests.Support.Wire;

namespace Twofold.Tests.Cbor;

/// <summary>The errors for arguments that cannot be read.</summary>
public sealed class ErrorPathSpecs
{
    private static readonly object s_echo = Map(("message", "x"), ("delayMs", 0));
    private static readonly object s_retry = Map(("maxAttempts", 1), ("backoffMs", 0), ("retryOn", List()));
    private static readonly object s_schedule = Map(("startAtMs", 0), ("intervalMs", 0));

    [Fact]
    public void A_wrong_kind_is_named_with_its_path()
    {
        Assert.Equal("req.delayMs: expected an integer, found text", Echo(Map(("req", Map(("message", "x"), ("delayMs", "soon"))))));
        Assert.Equal("req.message: expected text, found an integer", Echo(Map(("req", Map(("message", 1), ("delayMs", 0))))));
        Assert.Equal("req: expected a map, found an array", Echo(Map(("req", List()))));
        Assert.Equal("req: expected a map, found null", Echo(Map(("req", null))));
        Assert.Equal("expected a map, found an array", Echo(List()));
    }

    [Fact]
    public void A_wrong_kind_within_a_list_is_named_with_its_index()
    {
        var fourth = Map(("message", "x"), ("delayMs", "soon"));
        Assert.Equal(
            "req.messages[3].delayMs: expected an integer, found text",
            Complex(Map(("req", Map(("messages", List(s_echo, s_echo, s_echo, fourth)), ("tags", List()))))));
        Assert.Equal(
            "req.tags[1]: expected text, found a boolean",
            Complex(Map(("req", Map(("messages", List()), ("tags", List("a", true)))))));
    }

    [Fact]
    public void A_missing_member_is_named_with_its_path()
    {
        Assert.Equal("req: missing", Echo(Map()));
        Assert.Equal("req.message: missing", Echo(Map(("req", Map(("delayMs", 0))))));
        Assert.Equal("req.delayMs: missing", Echo(Map(("req", Map(("message", "x"))))));
        Assert.Equal(
            "req.messages[1].message: missing",
            Complex(Map(("req", Map(("messages", List(s_echo, Map(("delayMs", 0)))), ("tags", List()))))));
        Assert.Equal("schedule.intervalMs: missing", Schedule(Job("low"), s_retry, Map(("startAtMs", 1))));
    }

    [Fact]
    public void The_first_of_several_missing_members_is_named() => Assert.Equal("req.message: missing", Echo(Map(("req", Map()))));

    [Fact]
    public void A_duplicate_key_is_refused_at_every_level()
    {
        Assert.Equal("req.message: duplicate key", Echo(Map(("req", Map(("message", "x"), ("message", "y"), ("delayMs", 0))))));
        Assert.Equal("req: duplicate key", Echo(Map(("req", s_echo), ("req", s_echo))));
    }

    [Fact]
    public void A_duplicate_key_is_refused_even_if_it_is_in_chunks_or_has_the_value_null()
    {
        var request = Map(("messages", List()), ("tags", List()), ("note", null), ("note", null));
        Assert.Equal("req.note: duplicate key", Complex(Map(("req", request))));

        // {"req": {"message": "", (_ "mess", "age"): "", "delayMs": 0}}
        Assert.Equal("req.message: duplicate key", EchoBytes("a163726571a3676d65737361676560" + "7f646d65737363616765ff60" + "6764656c61794d7300"));
    }

    [Fact]
    public void Invalid_UTF8_is_refused_with_its_path() =>
        Assert.Equal("req.message: invalid UTF-8", EchoBytes("a163726571a2676d65737361676561ff6764656c61794d7300"));

    [Fact]
    public void The_error_about_an_unknown_enum_name_lists_the_known_names() => Assert.Equal(
        "job.priority: expected \"low\", \"normal\", \"high\", found \"urgent\"",
        Schedule(Job("urgent"), s_retry, s_schedule));

    [Fact]
    public void An_enum_that_is_not_text_is_refused() => Assert.Equal(
        "job.priority: expected text, found an integer",
        Schedule(Job(1), s_retry, s_schedule));

    [Fact]
    public void An_unknown_enum_name_is_shown_shortened_and_without_control_characters()
    {
        var error = Schedule(Job(new string('x', 1000) + "\n"), s_retry, s_schedule);
        Assert.Equal($"job.priority: expected \"low\", \"normal\", \"high\", found \"{new string('x', 64)}...\"", error);
        Assert.EndsWith("found \"a?b\"", Schedule(Job("a\u0007b"), s_retry, s_schedule));
    }

    [Fact]
    public void An_integer_out_of_range_is_refused_with_its_path() => Assert.Equal(
        "retry.maxAttempts: expected an integer from -2147483648 to 2147483647, found 2147483648",
        Schedule(Job("low"), Map(("maxAttempts", 2147483648), ("backoffMs", 0), ("retryOn", List())), s_schedule));

    [Fact]
    public void Trailing_bytes_after_the_request_are_refused() =>
        Assert.Equal("trailing bytes at byte 1", ErrorOf<VersionCall>([0xa0, 0x00]));

    [Fact]
    public void Truncation_names_the_path_that_was_being_read()
    {
        Assert.Equal("req.message: the data ends at byte 16 within an item", EchoBytes("a163726571a2676d6573736167656261"));
        Assert.Equal("the data ends at byte 0 within an item", EchoBytes(""));
    }

    [Theory, MemberData(nameof(AppendixF.All), MemberType = typeof(AppendixF))]
    public void Malformed_bytes_are_refused_with_their_path_and_their_offset(string hex, string fault)
    {
        // {"later": ...}
        var request = Hex("a1656c61746572" + hex);
        var reader = new CborReader(request);
        EchoCall.Read(ref reader);

        Assert.InRange(reader.ErrorOffset, 7, request.Length);
        Assert.True(
            reader.Error.StartsWith("later", StringComparison.Ordinal) && reader.Error.Contains($" at byte {reader.ErrorOffset}", StringComparison.Ordinal),
            $"{fault}: {reader.Error}, at {reader.ErrorOffset}");
    }

    // Variations of {"req": {"message": ..., "delayMs": ...}}, and the offset of the fault.
    [Theory]
    [InlineData("a163726571a2676d6573736167656178" + "6764656c61794d736178", 24, "req.delayMs: expected an integer, found text")]
    [InlineData("a163726571a2676d6573736167656178" + "6764656c61794d731bffffffffffffffff", 24, "req.delayMs: expected an integer from ")]
    [InlineData("a163726571a2676d65737361676561ff" + "6764656c61794d7300", 14, "req.message: invalid UTF-8")]
    [InlineData("a163726571a2676d6573736167656178" + "676d6573736167656178", 16, "req.message: duplicate key")]
    [InlineData("a163726571a1676d6573736167656178", 5, "req.delayMs: missing")]
    [InlineData("a0", 0, "req: missing")]
    [InlineData("80", 0, "expected a map, found an array")]
    [InlineData("c1c180", 2, "expected a map, found an array")]
    [InlineData("a10001", 0, "expected a text key, found the integer 0")]
    [InlineData("a163726571a1476d6573736167656178", 5, "req: expected a text key, found the bytes 'message'")]
    [InlineData("a16178" + "81818181818181818181818181818181818181818181818181818181818181818181818181818181818181818181818181818181818181818181818181818181" + "00", 66, "x[0][0]")]
    [InlineData("a16178a1001c", 5, "x[key at byte 4]: reserved additional information 28")]
    public void Every_failure_has_its_offset(string request, int offset, string error)
    {
        var reader = new CborReader(Hex(request));
        EchoCall.Read(ref reader);
        Assert.StartsWith(error, reader.Error);
        Assert.Equal(offset, reader.ErrorOffset);
    }

    [Fact]
    public void A_key_with_control_characters_is_shown_without_them() =>
        Assert.Equal("??: the data ends at byte 5 within an item", EchoBytes("a1620a0061"));

    [Fact]
    public void Unknown_keys_are_skipped_with_any_value()
    {
        Assert.Equal("", Echo(Map(("req", Map(("later", Map(("a", List(1, null)))), ("message", "x"), ("delayMs", 0))), ("also", "later"))));
        Assert.Equal("", EchoBytes("a2" + "6178" + "a201024178f6" + "63726571a2676d6573736167656178" + "6764656c61794d7300"));
        Assert.Equal("", ErrorOf<VersionCall>(Wire.Encode(Map(("anything", Map())))));
    }

    [Fact]
    public void A_key_that_is_not_text_is_refused_with_the_path_of_its_map()
    {
        const string Echo = "a2676d65737361676561786764656c61794d7300";
        Assert.Equal("expected a text key, found the bytes 'req'", EchoBytes("a143726571" + Echo));
        Assert.Equal("expected a text key, found the integer -1", EchoBytes("a2" + "63726571" + Echo + "2000"));
        Assert.Equal("req: expected a text key, found the bytes h'00ff'", EchoBytes("a163726571a3" + Echo[2..] + "4200ff00"));
        Assert.Equal("req: expected a text key, found an array", EchoBytes("a163726571a3" + "80f6" + Echo[2..]));
        Assert.Equal("expected a text key, found the integer 5", ErrorOf<VersionCall>(Hex("a10500")));

        var complex = "a163726571a2" + "686d65737361676573" + "82" + Echo + "a2" + "476d6573736167656178" + "4764656c61794d7300" + "647461677380";
        Assert.Equal("req.messages[1]: expected a text key, found the bytes 'message'", ErrorOf<ComplexCall>(Hex(complex)));
    }

    [Fact]
    public void Tags_before_a_key_are_ignored()
    {
        Assert.Equal("", EchoBytes("a1c063726571a2" + "676d6573736167656178" + "c1d9d9f76764656c61794d7300"));
        Assert.Equal("req.delayMs: duplicate key", EchoBytes("a163726571a3" + "676d6573736167656178" + "6764656c61794d7300" + "c16764656c61794d7300"));
        Assert.Equal("x: unexpected break at byte 4", EchoBytes("a1c16178ff"));
        Assert.Equal("unexpected break at byte 2", EchoBytes("bfc1ffff"));
    }

    [Fact]
    public void Null_is_accepted_as_an_empty_list_but_not_for_other_required_members()
    {
        Assert.Equal("", Complex(Map(("req", Map(("messages", null), ("tags", null))))));
        Assert.Equal("req.tags: missing", Complex(Map(("req", Map(("messages", null))))));
        Assert.Equal("req.tags[0]: expected text, found null", Complex(Map(("req", Map(("messages", null), ("tags", List((object?)null)))))));
        Assert.Equal("req.messages[0]: expected a map, found null", Complex(Map(("req", Map(("messages", List((object?)null)), ("tags", null))))));
        Assert.Equal("req.message: expected text, found null", Echo(Map(("req", Map(("message", null), ("delayMs", 0))))));
        Assert.Equal("req.delayMs: expected an integer, found null", Echo(Map(("req", Map(("message", "x"), ("delayMs", null))))));
    }

    [Fact]
    public void Skipped_items_may_be_invalid_but_items_that_are_read_may_not()
    {
        // {"req": {"x": 0, "x": <invalid UTF-8>, <invalid UTF-8>: {"y": 0, "y": 0}, "message": "x", "delayMs": 0}}
        var skipped = "617800" + "617861ff" + "61ffa2617900617900";
        Assert.Equal("", EchoBytes("a163726571a5" + skipped + "676d6573736167656178" + "6764656c61794d7300"));
        Assert.Equal("req.message: invalid UTF-8", EchoBytes("a163726571a5" + skipped + "676d65737361676561ff" + "6764656c61794d7300"));
        Assert.Equal("req.delayMs: duplicate key", EchoBytes("a163726571a5" + skipped + "6764656c61794d7300" + "6764656c61794d7300"));
    }

    [Fact]
    public void Values_of_unknown_keys_must_still_be_well_formed()
    {
        Assert.Equal("later: reserved additional information 28 at byte 7", EchoBytes("a1656c617465721c"));
        Assert.Equal("later: unexpected break at byte 7", EchoBytes("a1656c61746572ff"));
        Assert.StartsWith("later[0]", ErrorOf<VersionCall>([0xa1, 0x65, .. "later"u8, .. Enumerable.Repeat((byte)0x81, 64), 0x00]));
    }

    [Fact]
    public void Optional_members_may_be_null_undefined_or_absent()
    {
        foreach (var note in new byte[][] { [], [0x64, .. "note"u8, 0xf6], [0x64, .. "note"u8, 0xf7], [0x64, .. "note"u8, 0xc1, 0xf6] })
        {
            var bytes = new List<byte> { (byte)(0xa2 + (note.Length > 0 ? 1 : 0)) };
            bytes.AddRange([.. note, 0x68, .. "messages"u8, 0x80, 0x64, .. "tags"u8, 0x80]);
            var reader = new CborReader(bytes.ToArray());
            var request = ComplexRequestCodec.Read(ref reader);
            Assert.False(reader.Failed, reader.Error);
            Assert.Null(request.Note);
            Assert.Null(request.Retries);
        }
    }

    [Fact]
    public void Tags_and_indefinite_maps_lists_and_texts_are_accepted()
    {
        // {_ "req": {_ (_ "mess", "age"): 0((_ "h", "i")), "delayMs": 1(5)}}
        var request = "bf63726571bf" + "7f646d65737363616765ff" + "c07f61686169ff" + "6764656c61794d73" + "c105" + "ffff";
        var reader = new CborReader(Hex(request));
        EchoCall.Read(ref reader);
        Assert.False(reader.Failed, reader.Error);

        var inner = new CborReader(Hex(request).AsSpan(5..^1));
        var echo = EchoRequestCodec.Read(ref inner);
        Assert.Equal(("hi", 5L), (echo.Message, echo.DelayMs));
    }

    private static object Job(object priority) => Map(("name", "n"), ("payload", List()), ("priority", priority));

    private static string Echo(object? request) => ErrorOf<EchoCall>(Wire.Encode(request));

    private static string EchoBytes(string hex) => ErrorOf<EchoCall>(Hex(hex));

    private static string Complex(object request) => ErrorOf<ComplexCall>(Wire.Encode(request));

    private static string Schedule(object job, object retry, object schedule) =>
        ErrorOf<ScheduleCall>(Wire.Encode(Map(("job", job), ("retry", retry), ("schedule", schedule))));

    private static string ErrorOf<TCall>(byte[] request)
        where TCall : struct, ICborCall<TCall>
    {
        var reader = new CborReader(request);
        TCall.Read(ref reader);
        return reader.Error;
    }
}
