/* Frames of calls, control methods and events: complete, incomplete and over their limits. */
#include <fixtures_cbor.h>
#include <stdio.h>

#include "bytes.h"
#include "check.h"
#include "checks.h"

static bool wrote(fixtures_cbor_writer *writer, const char *hex)
{
    bytes expected = bytes_of(hex);
    bool holds = !writer->error && same_bytes(writer->data, writer->size, expected.data, expected.size);
    bytes_free(&expected);
    fixtures_cbor_writer_free(writer);
    return holds;
}

static bool calls_are_framed(void)
{
    fixtures_cbor_writer twice = fixtures_cbor_writer_growable(), add = twice, several = twice;
    fixtures_twice_cbor_frame(&twice, 21);
    fixtures_session_add_cbor_frame(&add, 1, 5);
    fixtures_touch_cbor_frame(&several);
    fixtures_twice_cbor_frame(&several, 1);
    return wrote(&twice, "00000005"
                         "7477696365"
                         "00000008"
                         "a16576616c756515") &&
           wrote(&add, "0000000b"
                       "73657373696f6e5f616464"
                       "00000011"
                       "a26668616e646c6501666e756d62657205") &&
           wrote(&several, "00000005"
                           "746f756368"
                           "00000001"
                           "a0"
                           "00000005"
                           "7477696365"
                           "00000008"
                           "a16576616c756501");
}

static bool the_servers_methods_are_framed(void)
{
    fixtures_cbor_writer subscribe = fixtures_cbor_writer_growable(), unsubscribe = subscribe,
                         release = subscribe;
    fixtures_frame_subscribe(&subscribe, "on_x");
    fixtures_frame_unsubscribe(&unsubscribe, "on_x");
    fixtures_frame_release(&release, 300);
    return wrote(&subscribe, "0000000a"
                             "24737562736372696265"
                             "0000000c"
                             "a1656576656e74646f6e5f78") &&
           wrote(&unsubscribe, "0000000c"
                               "24756e737562736372696265"
                               "0000000c"
                               "a1656576656e74646f6e5f78") &&
           wrote(&release, "00000008"
                           "2472656c65617365"
                           "0000000b"
                           "a16668616e646c6519012c");
}

static bool events_are_written_and_read(void)
{
    static const uint8_t payload[] = {0x07};
    fixtures_cbor_writer writer = fixtures_cbor_writer_growable();
    fixtures_cbor_memory memory = fixtures_cbor_memory_growable();
    fixtures_cbor_reader reader;
    fixtures_frame_event event;
    fixtures_on_count_event count;
    int32_t status;
    uint32_t size;
    bool holds;
    fixtures_frame_write_event(&writer, "on_count", 3, payload, sizeof payload);
    fixtures_frame_parse_reply(writer.data, &status, &size);
    reader = fixtures_cbor_reader_init(writer.data + 8, writer.size - 8, &memory);
    holds = status == FIXTURES_FRAME_EVENT && size == writer.size - 8 &&
            fixtures_frame_read_event(&reader, &event) && same_text(event.name, "on_count") &&
            event.lost == 3 && fixtures_on_count_cbor_event(&event.payload, &count) && count.value == 7;
    fixtures_cbor_memory_free(&memory);
    fixtures_cbor_writer_free(&writer);
    return holds;
}

/* The keys of an event may have any order and unknown keys among them, but none may be missing. */
static bool events_are_read_as_they_come(void)
{
    bytes any = bytes_of("a4"
                         "677061796c6f61648102"
                         "61780b"
                         "646c6f737401"
                         "656576656e746161");
    bytes lacking = bytes_of("a2"
                             "677061796c6f616402"
                             "656576656e746161");
    fixtures_cbor_memory memory = fixtures_cbor_memory_growable();
    fixtures_cbor_reader reader = fixtures_cbor_reader_init(any.data, any.size, &memory);
    fixtures_cbor_reader incomplete = fixtures_cbor_reader_init(lacking.data, lacking.size, &memory);
    fixtures_frame_event event;
    fixtures_keep_numbers_reply numbers;
    char error[64];
    bool holds = fixtures_frame_read_event(&reader, &event) && same_text(event.name, "a") && event.lost == 1;
    fixtures_cbor_items items;
    int32_t number = 0;
    holds = holds && fixtures_cbor_begin_array(&event.payload, &items) &&
            fixtures_cbor_next(&event.payload, &items) && fixtures_cbor_read_int32(&event.payload, &number) &&
            number == 2 && !fixtures_frame_read_event(&incomplete, &event) && event.name == NULL &&
            same_text(fixtures_cbor_reader_explain(&incomplete, error, sizeof error), "lost: missing");
    (void)numbers;
    fixtures_cbor_memory_free(&memory);
    bytes_free(&any);
    bytes_free(&lacking);
    return holds;
}

static bool requests_are_found_once_they_are_whole(void)
{
    fixtures_cbor_writer writer = fixtures_cbor_writer_growable();
    fixtures_frame_request request;
    bool holds = true;
    size_t size;
    fixtures_twice_cbor_frame(&writer, 21);
    for (size = 0; size < writer.size; size++) {
        bytes whole = {writer.data, writer.size}, cut = bytes_cut(&whole, size);
        holds = holds && fixtures_frame_parse_request(cut.data, cut.size, &request) == FIXTURES_FRAME_PARTIAL;
        bytes_free(&cut);
    }
    holds = holds &&
            fixtures_frame_parse_request(writer.data, writer.size, &request) == FIXTURES_FRAME_COMPLETE &&
            request.method_size == 5 && memcmp(request.method, "twice", 5) == 0 &&
            request.payload_size == 8 && request.frame_size == writer.size &&
            fixtures_frame_parse_request_within(writer.data, writer.size, 4, 100, &request) ==
                FIXTURES_FRAME_METHOD_TOO_LONG &&
            fixtures_frame_parse_request_within(writer.data, writer.size, 5, 7, &request) ==
                FIXTURES_FRAME_PAYLOAD_TOO_LARGE &&
            fixtures_frame_parse_request_within(writer.data, writer.size, 5, 8, &request) ==
                FIXTURES_FRAME_COMPLETE;
    fixtures_cbor_writer_free(&writer);
    return holds;
}

static bool refuses_with(fixtures_cbor_writer *writer, const char *words)
{
    char text[96];
    bool holds = writer->error == FIXTURES_CBOR_ERROR_TOO_LARGE &&
                 same_text(fixtures_cbor_writer_explain(writer, text, sizeof text), words);
    fixtures_cbor_writer_free(writer);
    return holds;
}

static bool limits_hold(void)
{
    bytes method = bytes_repeated("61", 257), payload = bytes_repeated("00", FIXTURES_FRAME_MAX_PAYLOAD + 1);
    fixtures_cbor_writer longest = fixtures_cbor_writer_growable(), longer = longest, largest = longest,
                         larger = longest;
    bool holds;
    method.data[255] = '\0';
    fixtures_frame_begin_request(&longest, (const char *)method.data);
    fixtures_frame_end(&longest);
    method.data[255] = 'a';
    method.data[256] = '\0';
    fixtures_frame_begin_request(&longer, (const char *)method.data);
    fixtures_frame_end(&longer);
    fixtures_frame_begin_reply(&largest, FIXTURES_OK);
    fixtures_cbor_write_raw(&largest, payload.data, FIXTURES_FRAME_MAX_PAYLOAD);
    fixtures_frame_end(&largest);
    fixtures_frame_begin_reply(&larger, FIXTURES_OK);
    fixtures_cbor_write_raw(&larger, payload.data, payload.size);
    fixtures_frame_end(&larger);
    holds = !longest.error && longest.size == 4 + 255 + 4 && !largest.error &&
            fixtures_frame_get_u32(largest.data + 4) == FIXTURES_FRAME_MAX_PAYLOAD &&
            refuses_with(&longer, "a method name of 256 bytes is over its limit") &&
            refuses_with(&larger, "a payload of 16777217 bytes is over its limit");
    fixtures_cbor_writer_free(&longest);
    fixtures_cbor_writer_free(&largest);
    bytes_free(&method);
    bytes_free(&payload);
    return holds;
}

static bool statuses_have_their_names(void)
{
    return same_text(fixtures_frame_status_name(FIXTURES_OK), "OK") &&
           same_text(fixtures_frame_status_name(FIXTURES_INTERNAL), "INTERNAL") &&
           same_text(fixtures_frame_status_name(FIXTURES_INTERNAL + 1), "UNKNOWN") &&
           same_text(fixtures_frame_status_name(-1), "UNKNOWN");
}

void check_frames(void)
{
    CHECK("calls are written as frames", calls_are_framed());
    CHECK("control methods are written as frames", the_servers_methods_are_framed());
    CHECK("events are written and read", events_are_written_and_read());
    CHECK("events are read with keys in any order", events_are_read_as_they_come());
    CHECK("requests are found as soon as they are complete", requests_are_found_once_they_are_whole());
    CHECK("the limits of frames are enforced", limits_hold());
    CHECK("statuses have names without the library", statuses_have_their_names());
}
