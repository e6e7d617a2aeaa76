/*
 * my_timer 0.1.0 as CBOR: the same methods, for bytes that cross to another process or machine.
 * Printed by Twofold.Bindings from the library itself; do not edit.
 *
 * The first half needs the library. The second half is header-only: a reader and a writer, which is all that a
 * client over a socket needs.
 */
#ifndef MY_TIMER_CBOR_H
#define MY_TIMER_CBOR_H

#include "my_timer.h"

#ifdef __cplusplus
extern "C" {
#endif

/** Gets CBOR if the status is OK, else UTF-8 text of that size; valid during the call. */
typedef void (*my_timer_cbor_callback)(my_timer_status status, const uint8_t *body, size_t size, void *user_data);

/*
 * A request is one CBOR map whose keys are the parameters' names; the shapes are in my_timer.cddl.
 * Returns OK: the callback fires, exactly once. Anything else: it never fires, and my_timer_last_error() says why.
 */

/** The name and version of this kind of timer. */
MY_TIMER_API my_timer_status my_timer_version_cbor(my_timer *handle, const uint8_t *request, size_t size, my_timer_cbor_callback callback, void *user_data);

/** The name and version of the library; needs no timer. */
MY_TIMER_API my_timer_status my_timer_lib_version_cbor(const uint8_t *request, size_t size, my_timer_cbor_callback callback, void *user_data);

/** Answers the message after a delay, and fires on_echo_fired. */
MY_TIMER_API my_timer_status my_timer_echo_cbor(my_timer *handle, const uint8_t *request, size_t size, my_timer_cbor_callback callback, void *user_data);

/** Summarizes a request that has lists and optional members. */
MY_TIMER_API my_timer_status my_timer_complex_cbor(my_timer *handle, const uint8_t *request, size_t size, my_timer_cbor_callback callback, void *user_data);

/** Plans a job, and fires on_job_scheduled. */
MY_TIMER_API my_timer_status my_timer_schedule_cbor(my_timer *handle, const uint8_t *request, size_t size, my_timer_cbor_callback callback, void *user_data);

/** Any of these by its name on the wire, which need not end with a NUL. */
MY_TIMER_API my_timer_status my_timer_call_cbor(my_timer *handle, const char *method, size_t method_size, const uint8_t *request, size_t size, my_timer_cbor_callback callback, void *user_data);

/** Gets an event's payload; valid during the call. */
typedef void (*my_timer_cbor_listener)(const uint8_t *payload, size_t size, void *user_data);

/** Adds a listener by the event's name: on_echo_fired, on_job_scheduled. */
MY_TIMER_API my_timer_status my_timer_add_listener_cbor(my_timer *handle, const char *event, my_timer_cbor_listener listener, void *user_data, uint64_t *listener_id);

#ifdef __cplusplus
}
#endif

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/*
 * CBOR (RFC 8949) in one header: a writer, a reader and the frames of the wire. Nothing here needs the
 * library.
 *
 * Errors are sticky: after the first one a writer or reader does nothing more, so that a caller may read or
 * write a whole message and look at `error` once. Nothing here is shared between threads.
 */

/** Deepest nesting of arrays and maps that a reader accepts. */
#define MY_TIMER_CBOR_MAX_DEPTH 64

/* ---- CBOR writer ---- */

/** Encoded CBOR, growing with realloc or filling a buffer of the caller's. */
typedef struct my_timer_cbor_writer {
    uint8_t *data;     /**< The bytes written so far; may move whenever something is written. */
    size_t size;       /**< How many there are. */
    size_t capacity;   /**< How many fit. */
    bool fixed;        /**< The buffer is the caller's: it is never moved and never freed. */
    const char *error; /**< NULL, or why nothing more is written (static text). */
} my_timer_cbor_writer;

/** A writer that allocates as it grows; release it with my_timer_cbor_writer_free. */
static inline my_timer_cbor_writer my_timer_cbor_writer_growable(void)
{
    my_timer_cbor_writer writer = {NULL, 0, 0, false, NULL};
    return writer;
}

/** A writer into `capacity` bytes at `buffer`; what does not fit is an error, never a cut. */
static inline my_timer_cbor_writer my_timer_cbor_writer_fixed(void *buffer, size_t capacity)
{
    my_timer_cbor_writer writer = {(uint8_t *)buffer, 0, capacity, true, NULL};
    return writer;
}

/** Forgets what was written and any error; keeps the memory for the next message. */
static inline void my_timer_cbor_writer_reset(my_timer_cbor_writer *writer)
{
    writer->size = 0;
    writer->error = NULL;
}

/** Frees what a growable writer allocated and makes it empty; NULL and fixed writers are fine. */
static inline void my_timer_cbor_writer_free(my_timer_cbor_writer *writer)
{
    if (writer == NULL || writer->fixed)
        return;
    free(writer->data);
    *writer = my_timer_cbor_writer_growable();
}

/** Internal: appends `size` bytes for the caller to fill; NULL, with the error set, if they do not fit. */
static inline uint8_t *my_timer_cbor_reserve(my_timer_cbor_writer *writer, size_t size)
{
    uint8_t *start;
    if (writer->error != NULL)
        return NULL;
    if (size > writer->capacity - writer->size) {
        size_t capacity = writer->capacity < 128 ? 128 : writer->capacity;
        uint8_t *data;
        if (writer->fixed) {
            writer->error = "the buffer is full";
            return NULL;
        }
        if (size > SIZE_MAX / 2 - writer->size) {
            writer->error = "out of memory";
            return NULL;
        }
        while (capacity < writer->size + size)
            capacity *= 2;
        data = (uint8_t *)realloc(writer->data, capacity);
        if (data == NULL) {
            writer->error = "out of memory";
            return NULL;
        }
        writer->data = data;
        writer->capacity = capacity;
    }
    start = writer->data + writer->size;
    writer->size += size;
    return start;
}

/** Internal: writes the low `size` bytes of `value`, most significant first. */
static inline void my_timer_cbor_store(uint8_t *to, uint64_t value, size_t size)
{
    while (size > 0) {
        to[--size] = (uint8_t)(value & 0xff);
        value >>= 8;
    }
}

/** Internal: writes an item's head in its shortest form, then `size` bytes of content: both or neither. */
static inline void my_timer_cbor_put(my_timer_cbor_writer *writer, unsigned major, uint64_t value,
                                       const void *content, size_t size)
{
    size_t width = value < 24            ? 0
                   : value <= UINT8_MAX  ? 1
                   : value <= UINT16_MAX ? 2
                   : value <= UINT32_MAX ? 4
                                         : 8;
    unsigned info = width == 0 ? (unsigned)value : width == 1 ? 24 : width == 2 ? 25 : width == 4 ? 26 : 27;
    uint8_t *to;
    if (size > SIZE_MAX - 9) {
        if (writer->error == NULL)
            writer->error = "out of memory";
        return;
    }
    to = my_timer_cbor_reserve(writer, 1 + width + size);
    if (to == NULL)
        return;
    to[0] = (uint8_t)(major << 5 | info);
    my_timer_cbor_store(to + 1, value, width);
    if (size > 0)
        memcpy(to + 1 + width, content, size);
}

/** Whether the bytes are UTF-8 (RFC 3629: no overlong forms, no surrogates, nothing past U+10FFFF). */
static inline bool my_timer_cbor_is_utf8(const void *text, size_t size)
{
    const uint8_t *bytes = (const uint8_t *)text;
    size_t at = 0;
    while (at < size) {
        uint8_t lead = bytes[at++];
        uint8_t low = 0x80, high = 0xbf;
        size_t more = lead >= 0xf0 ? 3 : lead >= 0xe0 ? 2 : 1;
        if (lead < 0x80)
            continue;
        if (lead < 0xc2 || lead > 0xf4 || more > size - at)
            return false;
        /* Four lead bytes narrow what may follow: overlong forms, surrogates and the end of Unicode. */
        if (lead == 0xe0)
            low = 0xa0;
        else if (lead == 0xed)
            high = 0x9f;
        else if (lead == 0xf0)
            low = 0x90;
        else if (lead == 0xf4)
            high = 0x8f;
        for (; more > 0; more--, at++) {
            if (bytes[at] < low || bytes[at] > high)
                return false;
            low = 0x80;
            high = 0xbf;
        }
    }
    return true;
}

/** Writes a non-negative integer. */
static inline void my_timer_cbor_write_uint(my_timer_cbor_writer *writer, uint64_t value)
{
    my_timer_cbor_put(writer, 0, value, NULL, 0);
}

/** Writes an integer. */
static inline void my_timer_cbor_write_int(my_timer_cbor_writer *writer, int64_t value)
{
    if (value >= 0)
        my_timer_cbor_put(writer, 0, (uint64_t)value, NULL, 0);
    else
        my_timer_cbor_put(writer, 1, ~(uint64_t)value, NULL, 0);
}

/** Writes `size` bytes as a byte string. */
static inline void my_timer_cbor_write_bytes(my_timer_cbor_writer *writer, const void *bytes, size_t size)
{
    my_timer_cbor_put(writer, 2, size, bytes, size);
}

/** Writes `size` bytes of UTF-8 as text, U+0000 included; anything but UTF-8 is an error. */
static inline void my_timer_cbor_write_text_n(my_timer_cbor_writer *writer, const char *text, size_t size)
{
    if (writer->error == NULL && !my_timer_cbor_is_utf8(text, size))
        writer->error = "invalid UTF-8";
    my_timer_cbor_put(writer, 3, size, text, size);
}

/** Writes NUL-terminated UTF-8 as text; NULL is an error. */
static inline void my_timer_cbor_write_text(my_timer_cbor_writer *writer, const char *text)
{
    if (text != NULL)
        my_timer_cbor_write_text_n(writer, text, strlen(text));
    else if (writer->error == NULL)
        writer->error = "the text is NULL";
}

/** Opens an array: write `count` items after it. */
static inline void my_timer_cbor_write_array(my_timer_cbor_writer *writer, size_t count)
{
    my_timer_cbor_put(writer, 4, count, NULL, 0);
}

/** Opens a map: write `count` keys after it, each followed by its value. */
static inline void my_timer_cbor_write_map(my_timer_cbor_writer *writer, size_t count)
{
    my_timer_cbor_put(writer, 5, count, NULL, 0);
}

/** Writes true or false. */
static inline void my_timer_cbor_write_bool(my_timer_cbor_writer *writer, bool value)
{
    my_timer_cbor_put(writer, 7, value ? 21 : 20, NULL, 0);
}

/** Writes null. */
static inline void my_timer_cbor_write_null(my_timer_cbor_writer *writer)
{
    my_timer_cbor_put(writer, 7, 22, NULL, 0);
}

/** Internal: the double in an IEEE 754 format of fewer fraction bits and this bias, if it fits exactly. */
static inline bool my_timer_cbor_narrow(uint64_t bits, int fraction, int bias, uint64_t *narrow)
{
    int exponent = (int)(bits >> 52 & 0x7ff) - 1023;
    uint64_t significand = (bits & UINT64_C(0xfffffffffffff)) | (exponent > -1023 ? UINT64_C(1) << 52 : 0);
    uint64_t sign = (bits >> 63) * ((uint64_t)(2 * bias + 2) << fraction);
    int dropped = 52 - fraction;
    if (significand == 0) {
        *narrow = sign;
        return true;
    }
    if (exponent == 1024) {
        *narrow = sign | (uint64_t)(2 * bias + 1) << fraction;
        return (bits & UINT64_C(0xfffffffffffff)) == 0;
    }
    if (exponent > bias || exponent < 1 - bias - fraction)
        return false;
    if (exponent < 1 - bias)
        dropped += 1 - bias - exponent;
    if ((significand & ((UINT64_C(1) << dropped) - 1)) != 0)
        return false;
    significand >>= dropped;
    if (exponent >= 1 - bias)
        significand += (uint64_t)(exponent + bias - 1) << fraction;
    *narrow = sign | significand;
    return true;
}

/** Writes a floating-point number in the shortest of the three formats that keeps its value. */
static inline void my_timer_cbor_write_double(my_timer_cbor_writer *writer, double value)
{
    uint64_t bits, narrow;
    size_t width;
    uint8_t *to;
    memcpy(&bits, &value, sizeof bits);
    if (value != value) {
        width = 2;
        narrow = 0x7e00;
    } else if (my_timer_cbor_narrow(bits, 10, 15, &narrow)) {
        width = 2;
    } else if (my_timer_cbor_narrow(bits, 23, 127, &narrow)) {
        width = 4;
    } else {
        width = 8;
        narrow = bits;
    }
    to = my_timer_cbor_reserve(writer, 1 + width);
    if (to == NULL)
        return;
    to[0] = (uint8_t)(width == 2 ? 0xf9 : width == 4 ? 0xfa : 0xfb);
    my_timer_cbor_store(to + 1, narrow, width);
}

/** Splices bytes in as they are: items that are already encoded, or the text of a reply that is not CBOR. */
static inline void my_timer_cbor_write_raw(my_timer_cbor_writer *writer, const void *bytes, size_t size)
{
    uint8_t *to = my_timer_cbor_reserve(writer, size);
    if (to != NULL && size > 0)
        memcpy(to, bytes, size);
}

/* ---- CBOR reader ---- */

/** A cursor over encoded bytes that it borrows. It never allocates and never reads past their end. */
typedef struct my_timer_cbor_reader {
    const uint8_t *data; /**< The bytes, borrowed. */
    size_t size;         /**< How many there are. */
    size_t offset;       /**< The next one to read; after an error, where that error is. */
    unsigned depth;      /**< Arrays and maps that are open. */
    char error[96];      /**< Empty, or why nothing more is read: "expected an integer, found text". */
} my_timer_cbor_reader;

/** What the next item is, its tags aside. */
typedef enum my_timer_cbor_type {
    MY_TIMER_CBOR_NONE,      /**< The reader has failed. */
    MY_TIMER_CBOR_INTEGER,   /**< read_int64, read_uint64, read_int32. */
    MY_TIMER_CBOR_BYTES,     /**< read_bytes, copy_bytes. */
    MY_TIMER_CBOR_TEXT,      /**< read_text, copy_text, accept_text. */
    MY_TIMER_CBOR_ARRAY,     /**< begin_array. */
    MY_TIMER_CBOR_MAP,       /**< begin_map, find. */
    MY_TIMER_CBOR_BOOL,      /**< read_bool. */
    MY_TIMER_CBOR_NULL,      /**< accept_null. */
    MY_TIMER_CBOR_UNDEFINED, /**< skip. */
    MY_TIMER_CBOR_FLOAT,     /**< read_double. */
    MY_TIMER_CBOR_SIMPLE,    /**< A simple value without a meaning of its own: skip. */
    MY_TIMER_CBOR_BREAK /**< The end of an indefinite array or map, which my_timer_cbor_next takes. */
} my_timer_cbor_type;

/** An array or map that is being read; see my_timer_cbor_next. */
typedef struct my_timer_cbor_items {
    uint64_t left;   /**< Array items or map pairs still to come, when their number was announced. */
    bool indefinite; /**< Their number was not announced: they go on until a break. */
    bool open;       /**< The end has not been reached. */
} my_timer_cbor_items;

/** Internal: the first bytes of an item, decoded. */
typedef struct my_timer_cbor_head {
    unsigned major;  /**< RFC 8949 section 3.1 */
    unsigned info;   /**< the low five bits */
    uint64_t value;  /**< the argument; 0 for an indefinite length or a break */
    bool indefinite; /**< a string, array or map without a length, or a break */
    size_t start;    /**< where the item begins, after its tags */
    size_t end;      /**< where its content begins */
} my_timer_cbor_head;

/** A reader at the first of `size` bytes, which must outlive it. */
static inline my_timer_cbor_reader my_timer_cbor_reader_init(const void *data, size_t size)
{
    my_timer_cbor_reader reader;
    memset(&reader, 0, sizeof reader);
    reader.data = (const uint8_t *)data;
    reader.size = size;
    return reader;
}

/** Whether an error has occurred; `error` and `offset` then say which and where. */
static inline bool my_timer_cbor_failed(const my_timer_cbor_reader *reader)
{
    return reader->error[0] != '\0';
}

/** Fails with message + detail (cut to fit) at `offset`, unless it has failed before. Returns false. */
static inline bool my_timer_cbor_fail(my_timer_cbor_reader *reader, size_t offset, const char *message,
                                        const char *detail)
{
    size_t size = 0;
    if (my_timer_cbor_failed(reader))
        return false;
    for (; *message != '\0' && size < sizeof reader->error - 1; message++)
        reader->error[size++] = *message;
    for (; *detail != '\0' && size < sizeof reader->error - 1; detail++)
        reader->error[size++] = *detail;
    reader->error[size] = '\0';
    reader->offset = offset;
    return false;
}

/** Internal: decodes the head at `offset` without moving; refuses every head that is not well-formed. */
static inline bool my_timer_cbor_head_at(my_timer_cbor_reader *reader, size_t offset,
                                           my_timer_cbor_head *head)
{
    size_t width, i;
    memset(head, 0, sizeof *head);
    if (my_timer_cbor_failed(reader))
        return false;
    if (offset >= reader->size)
        return my_timer_cbor_fail(reader, offset, "the input ends in the middle of an item", "");
    head->start = offset;
    head->major = reader->data[offset] >> 5;
    head->info = reader->data[offset] & 0x1f;
    head->end = offset + 1;
    if (head->info < 24) {
        head->value = head->info;
        return true;
    }
    if (head->info == 31 && head->major >= 2 && head->major != 6) {
        head->indefinite = true;
        return true;
    }
    if (head->info > 27)
        return my_timer_cbor_fail(reader, offset, "reserved additional information", "");
    width = (size_t)1 << (head->info - 24);
    if (width > reader->size - head->end)
        return my_timer_cbor_fail(reader, offset, "the input ends in the middle of an item", "");
    for (i = 0; i < width; i++)
        head->value = head->value << 8 | reader->data[head->end + i];
    head->end += width;
    if (head->major == 7 && head->info == 24 && head->value < 32)
        return my_timer_cbor_fail(reader, offset, "a simple value under 32 in two bytes", "");
    return true;
}

/** Internal: decodes the head of the next item, its tags skipped, without moving. */
static inline bool my_timer_cbor_peek_head(my_timer_cbor_reader *reader, my_timer_cbor_head *head)
{
    size_t offset = reader->offset;
    while (my_timer_cbor_head_at(reader, offset, head)) {
        if (head->major != 6) {
            if (head->major == 7 && head->indefinite && offset != reader->offset)
                return my_timer_cbor_fail(reader, offset, "a tag without an item", "");
            return true;
        }
        offset = head->end;
    }
    return false;
}

/** Internal: what a head announces. */
static inline my_timer_cbor_type my_timer_cbor_type_of(const my_timer_cbor_head *head)
{
    switch (head->major) {
    case 0:
    case 1:
        return MY_TIMER_CBOR_INTEGER;
    case 2:
        return MY_TIMER_CBOR_BYTES;
    case 3:
        return MY_TIMER_CBOR_TEXT;
    case 4:
        return MY_TIMER_CBOR_ARRAY;
    case 5:
        return MY_TIMER_CBOR_MAP;
    default:
        break;
    }
    switch (head->info) {
    case 20:
    case 21:
        return MY_TIMER_CBOR_BOOL;
    case 22:
        return MY_TIMER_CBOR_NULL;
    case 23:
        return MY_TIMER_CBOR_UNDEFINED;
    case 25:
    case 26:
    case 27:
        return MY_TIMER_CBOR_FLOAT;
    case 31:
        return MY_TIMER_CBOR_BREAK;
    default:
        return MY_TIMER_CBOR_SIMPLE;
    }
}

/** A type as errors name it: "an integer", "text". */
static inline const char *my_timer_cbor_type_name(my_timer_cbor_type type)
{
    switch (type) {
    case MY_TIMER_CBOR_INTEGER:
        return "an integer";
    case MY_TIMER_CBOR_BYTES:
        return "bytes";
    case MY_TIMER_CBOR_TEXT:
        return "text";
    case MY_TIMER_CBOR_ARRAY:
        return "an array";
    case MY_TIMER_CBOR_MAP:
        return "a map";
    case MY_TIMER_CBOR_BOOL:
        return "a boolean";
    case MY_TIMER_CBOR_NULL:
        return "null";
    case MY_TIMER_CBOR_UNDEFINED:
        return "undefined";
    case MY_TIMER_CBOR_FLOAT:
        return "a float";
    case MY_TIMER_CBOR_SIMPLE:
        return "a simple value";
    case MY_TIMER_CBOR_BREAK:
        return "a break";
    case MY_TIMER_CBOR_NONE:
        break;
    }
    return "nothing";
}

/** The type of the next item, which stays unread; the end of the input is an error. */
static inline my_timer_cbor_type my_timer_cbor_peek_type(my_timer_cbor_reader *reader)
{
    my_timer_cbor_head head;
    return my_timer_cbor_peek_head(reader, &head) ? my_timer_cbor_type_of(&head) : MY_TIMER_CBOR_NONE;
}

/** Internal: decodes the head of the next item and requires that type; fails with "expected x, found y". */
static inline bool my_timer_cbor_expect(my_timer_cbor_reader *reader, my_timer_cbor_type type,
                                          my_timer_cbor_head *head)
{
    char message[32] = "expected ";
    my_timer_cbor_type found;
    if (!my_timer_cbor_peek_head(reader, head))
        return false;
    found = my_timer_cbor_type_of(head);
    if (found == type)
        return true;
    strcat(message, my_timer_cbor_type_name(type));
    strcat(message, ", found ");
    return my_timer_cbor_fail(reader, head->start, message, my_timer_cbor_type_name(found));
}

/** Reads an integer from 0 to 2^64-1. After a failure, here as in every read, the result is zero or empty. */
static inline bool my_timer_cbor_read_uint64(my_timer_cbor_reader *reader, uint64_t *value)
{
    my_timer_cbor_head head;
    *value = 0;
    if (!my_timer_cbor_expect(reader, MY_TIMER_CBOR_INTEGER, &head))
        return false;
    if (head.major == 1)
        return my_timer_cbor_fail(reader, head.start, "the integer is negative", "");
    *value = head.value;
    reader->offset = head.end;
    return true;
}

/** Reads an integer from -2^63 to 2^63-1; others are an error. */
static inline bool my_timer_cbor_read_int64(my_timer_cbor_reader *reader, int64_t *value)
{
    my_timer_cbor_head head;
    *value = 0;
    if (!my_timer_cbor_expect(reader, MY_TIMER_CBOR_INTEGER, &head))
        return false;
    if (head.value > INT64_MAX)
        return my_timer_cbor_fail(reader, head.start, "the integer does not fit 64 bits", "");
    *value = head.major == 0 ? (int64_t)head.value : -1 - (int64_t)head.value;
    reader->offset = head.end;
    return true;
}

/** Reads an integer from -2^31 to 2^31-1; others are an error. */
static inline bool my_timer_cbor_read_int32(my_timer_cbor_reader *reader, int32_t *value)
{
    my_timer_cbor_head head;
    *value = 0;
    if (!my_timer_cbor_expect(reader, MY_TIMER_CBOR_INTEGER, &head))
        return false;
    if (head.value > INT32_MAX)
        return my_timer_cbor_fail(reader, head.start, "the integer does not fit 32 bits", "");
    *value = head.major == 0 ? (int32_t)head.value : -1 - (int32_t)head.value;
    reader->offset = head.end;
    return true;
}

/** Reads true or false. */
static inline bool my_timer_cbor_read_bool(my_timer_cbor_reader *reader, bool *value)
{
    my_timer_cbor_head head;
    *value = false;
    if (!my_timer_cbor_expect(reader, MY_TIMER_CBOR_BOOL, &head))
        return false;
    *value = head.info == 21;
    reader->offset = head.end;
    return true;
}

/** Reads a half, single or double precision number; an integer is an error. */
static inline bool my_timer_cbor_read_double(my_timer_cbor_reader *reader, double *value)
{
    my_timer_cbor_head head;
    *value = 0;
    if (!my_timer_cbor_expect(reader, MY_TIMER_CBOR_FLOAT, &head))
        return false;
    if (head.info == 27) {
        memcpy(value, &head.value, sizeof *value);
    } else if (head.info == 26) {
        uint32_t bits = (uint32_t)head.value;
        float single;
        memcpy(&single, &bits, sizeof single);
        *value = (double)single;
    } else {
        uint64_t exponent = head.value >> 10 & 0x1f, fraction = head.value & 0x3ff,
                 sign = head.value >> 15 << 63;
        uint64_t bits = sign | (exponent == 31 ? 2047 : exponent + 1023 - 15) << 52 | fraction << 42;
        if (exponent != 0)
            memcpy(value, &bits, sizeof *value);
        else
            *value = (double)fraction / 16777216.0 * (sign != 0 ? -1.0 : 1.0);
    }
    reader->offset = head.end;
    return true;
}

/** Takes the next item if it is null and says whether it did: for members that may be missing a value. */
static inline bool my_timer_cbor_accept_null(my_timer_cbor_reader *reader)
{
    my_timer_cbor_head head;
    if (!my_timer_cbor_peek_head(reader, &head) || my_timer_cbor_type_of(&head) != MY_TIMER_CBOR_NULL)
        return false;
    reader->offset = head.end;
    return true;
}

/** Internal: the next piece of a string, *offset being string->start at first; false at its end or an error.
 */
static inline bool my_timer_cbor_next_chunk(my_timer_cbor_reader *reader,
                                              const my_timer_cbor_head *string, size_t *offset,
                                              const uint8_t **chunk, size_t *size)
{
    my_timer_cbor_head head = *string;
    if (string->indefinite) {
        if (!my_timer_cbor_head_at(reader, *offset == string->start ? string->end : *offset, &head))
            return false;
        if (head.major == 7 && head.indefinite) {
            *offset = head.end;
            return false;
        }
        if (head.major != string->major || head.indefinite)
            return my_timer_cbor_fail(reader, head.start, "a chunk that does not belong to its string", "");
    } else if (*offset != string->start) {
        return false;
    }
    if (head.value > reader->size - head.end)
        return my_timer_cbor_fail(reader, head.start, "the input ends in the middle of an item", "");
    *chunk = reader->data + head.end;
    *size = (size_t)head.value;
    *offset = head.end + *size;
    return true;
}

/** Internal: borrows the content of a string that comes in one piece. */
static inline bool my_timer_cbor_borrow(my_timer_cbor_reader *reader, my_timer_cbor_type type,
                                          const uint8_t **content, size_t *size)
{
    my_timer_cbor_head head;
    const uint8_t *chunk;
    size_t offset, length;
    *content = NULL;
    *size = 0;
    if (!my_timer_cbor_expect(reader, type, &head))
        return false;
    if (head.indefinite)
        return my_timer_cbor_fail(reader, head.start, "the string comes in chunks: it can only be copied",
                                    "");
    offset = head.start;
    if (!my_timer_cbor_next_chunk(reader, &head, &offset, &chunk, &length))
        return false;
    if (type == MY_TIMER_CBOR_TEXT && !my_timer_cbor_is_utf8(chunk, length))
        return my_timer_cbor_fail(reader, head.start, "invalid UTF-8", "");
    *content = chunk;
    *size = length;
    reader->offset = offset;
    return true;
}

/** Internal: copies the content of a string, chunked or not, into `capacity` bytes at `buffer`. */
static inline bool my_timer_cbor_copy(my_timer_cbor_reader *reader, my_timer_cbor_type type,
                                        void *buffer, size_t capacity, size_t *size)
{
    my_timer_cbor_head head;
    const uint8_t *chunk;
    size_t offset, length, used = 0;
    *size = 0;
    if (!my_timer_cbor_expect(reader, type, &head))
        return false;
    offset = head.start;
    while (my_timer_cbor_next_chunk(reader, &head, &offset, &chunk, &length)) {
        if (length > capacity - used)
            return my_timer_cbor_fail(reader, head.start, "the buffer is too small for the string", "");
        /* A character never spans chunks (RFC 8949 section 3.2.3), so each is checked alone. */
        if (type == MY_TIMER_CBOR_TEXT && !my_timer_cbor_is_utf8(chunk, length))
            return my_timer_cbor_fail(reader, head.start, "invalid UTF-8", "");
        if (length > 0)
            memcpy((uint8_t *)buffer + used, chunk, length);
        used += length;
    }
    if (my_timer_cbor_failed(reader))
        return false;
    *size = used;
    reader->offset = offset;
    return true;
}

/**
 * Reads text in place: `size` bytes of valid UTF-8 inside the reader's own bytes, without a NUL at their end.
 * Text that was sent in chunks has no such place and is an error; my_timer_cbor_copy_text reads both.
 */
static inline bool my_timer_cbor_read_text(my_timer_cbor_reader *reader, const char **text, size_t *size)
{
    const uint8_t *content;
    bool ok = my_timer_cbor_borrow(reader, MY_TIMER_CBOR_TEXT, &content, size);
    *text = (const char *)content;
    return ok;
}

/** Reads a byte string in place; one that was sent in chunks is an error, see my_timer_cbor_copy_bytes. */
static inline bool my_timer_cbor_read_bytes(my_timer_cbor_reader *reader, const uint8_t **bytes,
                                              size_t *size)
{
    return my_timer_cbor_borrow(reader, MY_TIMER_CBOR_BYTES, bytes, size);
}

/**
 * Copies text, chunked or not, and a NUL into `capacity` bytes at `buffer`. What does not fit is an error,
 * never a cut. `size` (without the NUL) may be NULL: text that contains U+0000 is then an error.
 */
static inline bool my_timer_cbor_copy_text(my_timer_cbor_reader *reader, char *buffer, size_t capacity,
                                             size_t *size)
{
    size_t start, length = 0;
    bool ok;
    if (size != NULL)
        *size = 0;
    if (capacity == 0)
        return my_timer_cbor_fail(reader, reader->offset, "the buffer is too small for the string", "");
    start = reader->offset;
    ok = my_timer_cbor_copy(reader, MY_TIMER_CBOR_TEXT, buffer, capacity - 1, &length);
    if (ok && size == NULL && memchr(buffer, '\0', length) != NULL)
        ok = my_timer_cbor_fail(reader, start, "the text contains U+0000", "");
    buffer[ok ? length : 0] = '\0';
    if (ok && size != NULL)
        *size = length;
    return ok;
}

/** Copies a byte string, chunked or not, into `capacity` bytes at `buffer`; what does not fit is an error. */
static inline bool my_timer_cbor_copy_bytes(my_timer_cbor_reader *reader, void *buffer, size_t capacity,
                                              size_t *size)
{
    return my_timer_cbor_copy(reader, MY_TIMER_CBOR_BYTES, buffer, capacity, size);
}

/** Takes the next item if it is exactly this text, chunked or not, and says so: for the keys of a map. */
static inline bool my_timer_cbor_accept_text(my_timer_cbor_reader *reader, const char *text)
{
    my_timer_cbor_head head;
    const uint8_t *chunk;
    size_t offset, length, left = strlen(text);
    if (!my_timer_cbor_peek_head(reader, &head) || head.major != 3)
        return false;
    offset = head.start;
    while (my_timer_cbor_next_chunk(reader, &head, &offset, &chunk, &length)) {
        if (length > left || memcmp(chunk, text, length) != 0)
            return false;
        text += length;
        left -= length;
    }
    if (left > 0 || my_timer_cbor_failed(reader))
        return false;
    reader->offset = offset;
    return true;
}

/** Internal: opens an array or map; a count that the bytes left cannot hold is an error. */
static inline bool my_timer_cbor_open(my_timer_cbor_reader *reader, const my_timer_cbor_head *head,
                                        my_timer_cbor_items *items)
{
    size_t left = reader->size - head->end;
    if (reader->depth >= MY_TIMER_CBOR_MAX_DEPTH)
        return my_timer_cbor_fail(reader, head->start, "nesting over 64 levels", "");
    if (head->value > (head->major == 5 ? left / 2 : left))
        return my_timer_cbor_fail(reader, head->start, "more items are announced than there are bytes", "");
    items->left = head->value;
    items->indefinite = head->indefinite;
    items->open = true;
    reader->depth++;
    reader->offset = head->end;
    return true;
}

/** Begins an array: read one item each time my_timer_cbor_next says true. */
static inline bool my_timer_cbor_begin_array(my_timer_cbor_reader *reader, my_timer_cbor_items *items)
{
    my_timer_cbor_head head;
    memset(items, 0, sizeof *items);
    return my_timer_cbor_expect(reader, MY_TIMER_CBOR_ARRAY, &head) &&
           my_timer_cbor_open(reader, &head, items);
}

/** Begins a map: read one key and one value each time my_timer_cbor_next says true. */
static inline bool my_timer_cbor_begin_map(my_timer_cbor_reader *reader, my_timer_cbor_items *items)
{
    my_timer_cbor_head head;
    memset(items, 0, sizeof *items);
    return my_timer_cbor_expect(reader, MY_TIMER_CBOR_MAP, &head) &&
           my_timer_cbor_open(reader, &head, items);
}

/**
 * Whether another item (of a map: another pair) follows; takes the end, so call it until it says false:
 *
 *     my_timer_cbor_begin_map(&reader, &items);
 *     while (my_timer_cbor_next(&reader, &items)) {
 *         if (my_timer_cbor_accept_text(&reader, "delayMs"))
 *             my_timer_cbor_read_int64(&reader, &delay);
 *         else
 *             my_timer_cbor_skip_pair(&reader);
 *     }
 *     if (!my_timer_cbor_finish(&reader))
 *         fprintf(stderr, "%s at byte %zu\n", reader.error, reader.offset);
 */
static inline bool my_timer_cbor_next(my_timer_cbor_reader *reader, my_timer_cbor_items *items)
{
    if (!items->open || my_timer_cbor_failed(reader))
        return false;
    if (items->indefinite ? reader->offset >= reader->size || reader->data[reader->offset] != 0xff
                          : items->left > 0) {
        items->left -= items->indefinite ? 0 : 1;
        return true;
    }
    reader->offset += items->indefinite ? 1 : 0;
    reader->depth--;
    items->open = false;
    return false;
}

/** Skips one item, whatever it is; it must be well-formed. Iterative and linear in the item's size. */
static inline bool my_timer_cbor_skip(my_timer_cbor_reader *reader)
{
    struct {
        uint64_t
            left; /* items still to come; counts down from an even number when there is no announced end */
        bool indefinite, map;
    } open[MY_TIMER_CBOR_MAX_DEPTH];
    const unsigned outside = reader->depth;
    my_timer_cbor_head head;
    my_timer_cbor_items items;
    const uint8_t *chunk;
    size_t offset, length;
    unsigned level = 0;
    do {
        if (!my_timer_cbor_peek_head(reader, &head))
            return false;
        if (head.major == 4 || head.major == 5) {
            if (!my_timer_cbor_open(reader, &head, &items))
                return false;
            open[level].left = head.indefinite   ? UINT64_MAX - 1
                               : head.major == 5 ? 2 * head.value
                                                 : head.value;
            open[level].indefinite = head.indefinite;
            open[level].map = head.major == 5;
            level++;
            if (head.indefinite || head.value > 0)
                continue;
            level--;
            reader->depth--;
        } else if (head.major == 7 && head.indefinite) {
            if (level == 0 || !open[level - 1].indefinite ||
                (open[level - 1].map && open[level - 1].left % 2 != 0))
                return my_timer_cbor_fail(reader, head.start, "a break where an item is due", "");
            reader->offset = head.end;
            level--;
            reader->depth--;
        } else if (head.major == 2 || head.major == 3) {
            offset = head.start;
            while (my_timer_cbor_next_chunk(reader, &head, &offset, &chunk, &length))
                continue;
            if (my_timer_cbor_failed(reader))
                return false;
            reader->offset = offset;
        } else {
            reader->offset = head.end;
        }
        /* That item is complete, and so is every array or map of which it was the last. */
        while (level > 0 && --open[level - 1].left == 0 && !open[level - 1].indefinite) {
            level--;
            reader->depth--;
        }
    } while (level > 0);
    reader->depth = outside;
    return true;
}

/** Skips a key and its value: what a map's reader does with a key that it does not know. */
static inline bool my_timer_cbor_skip_pair(my_timer_cbor_reader *reader)
{
    return my_timer_cbor_skip(reader) && my_timer_cbor_skip(reader);
}

/**
 * Points `value` at the value of a text key of the map that comes next; `map` stays where it is, so that keys
 * may be asked for in any order, each at the cost of one walk over the map. False if the key is missing or
 * there twice, or if the map is malformed; `value` has then failed, and `map` too unless the key is merely
 * missing.
 */
static inline bool my_timer_cbor_find(my_timer_cbor_reader *map, const char *key,
                                        my_timer_cbor_reader *value)
{
    my_timer_cbor_reader walk = *map;
    my_timer_cbor_items items;
    bool found = false;
    *value = *map;
    my_timer_cbor_begin_map(&walk, &items);
    while (my_timer_cbor_next(&walk, &items)) {
        size_t at = walk.offset;
        if (!my_timer_cbor_accept_text(&walk, key)) {
            my_timer_cbor_skip_pair(&walk);
            continue;
        }
        if (found)
            my_timer_cbor_fail(&walk, at, "duplicate key: ", key);
        found = true;
        *value = walk;
        my_timer_cbor_skip(&walk);
    }
    if (my_timer_cbor_failed(&walk)) {
        *map = walk;
        *value = walk;
        return false;
    }
    return found || my_timer_cbor_fail(value, map->offset, "missing key: ", key);
}

/** Whether all went well and nothing follows what was read; trailing bytes are an error. */
static inline bool my_timer_cbor_finish(my_timer_cbor_reader *reader)
{
    if (!my_timer_cbor_failed(reader) && reader->offset < reader->size)
        my_timer_cbor_fail(reader, reader->offset, "trailing bytes", "");
    return !my_timer_cbor_failed(reader);
}

/* ---- frames: [u32 size][method][u32 size][CBOR] and [i32 status][u32 size][body], big-endian ---- */

/** Longest method name in a request, in bytes. */
#define MY_TIMER_FRAME_MAX_METHOD 255u
/** Largest payload of a request and largest body of a reply, in bytes. */
#define MY_TIMER_FRAME_MAX_PAYLOAD 16777216u
/** Size of what precedes a reply's body. */
#define MY_TIMER_FRAME_REPLY_HEAD 8u
/** Status of a frame that answers no request: an event, sent only to who subscribed. */
#define MY_TIMER_FRAME_EVENT (-1)

/** Stores a u32 in network byte order. */
static inline void my_timer_frame_put_u32(uint8_t *to, uint32_t value)
{
    my_timer_cbor_store(to, value, 4);
}

/** Loads a u32 in network byte order. */
static inline uint32_t my_timer_frame_get_u32(const uint8_t *from)
{
    return (uint32_t)from[0] << 24 | (uint32_t)from[1] << 16 | (uint32_t)from[2] << 8 | (uint32_t)from[3];
}

/** Writes a request up to its payload; then write that, and call my_timer_frame_end with the result. */
static inline size_t my_timer_frame_begin_request(my_timer_cbor_writer *writer, const char *method)
{
    size_t size = strlen(method);
    uint8_t *to;
    if (size > MY_TIMER_FRAME_MAX_METHOD && writer->error == NULL)
        writer->error = "the method name is too long";
    to = my_timer_cbor_reserve(writer, 4 + size + 4);
    if (to != NULL) {
        my_timer_frame_put_u32(to, (uint32_t)size);
        memcpy(to + 4, method, size);
    }
    return writer->size;
}

/** Writes a reply up to its body; then write that, and call my_timer_frame_end with the result. */
static inline size_t my_timer_frame_begin_reply(my_timer_cbor_writer *writer, int32_t status)
{
    uint8_t *to = my_timer_cbor_reserve(writer, MY_TIMER_FRAME_REPLY_HEAD);
    if (to != NULL)
        my_timer_frame_put_u32(to, (uint32_t)status);
    return writer->size;
}

/** Completes a frame: fills in the size of what was written since `start`. */
static inline void my_timer_frame_end(my_timer_cbor_writer *writer, size_t start)
{
    if (writer->error != NULL)
        return;
    if (writer->size - start > MY_TIMER_FRAME_MAX_PAYLOAD)
        writer->error = "the frame is too large";
    else
        my_timer_frame_put_u32(writer->data + start - 4, (uint32_t)(writer->size - start));
}

/** Takes a reply's head apart; check `size` against MY_TIMER_FRAME_MAX_PAYLOAD before trusting it. */
static inline void my_timer_frame_parse_reply(const uint8_t head[8], int32_t *status, uint32_t *size)
{
    uint32_t bits = my_timer_frame_get_u32(head);
    memcpy(status, &bits, sizeof *status);
    *size = my_timer_frame_get_u32(head + 4);
}

/** What my_timer_frame_parse_request_within found. */
typedef enum my_timer_frame_state {
    MY_TIMER_FRAME_PARTIAL,          /**< More bytes are needed. */
    MY_TIMER_FRAME_COMPLETE,         /**< A whole request. */
    MY_TIMER_FRAME_METHOD_TOO_LONG,  /**< `method_size` is over the limit. */
    MY_TIMER_FRAME_PAYLOAD_TOO_LARGE /**< `payload_size` is over the limit. */
} my_timer_frame_state;

/** A request that lies in the caller's buffer. */
typedef struct my_timer_frame_request {
    const char *method;     /**< Its wire name, without a NUL. */
    size_t method_size;     /**< Bytes of it. */
    const uint8_t *payload; /**< The CBOR map of parameters. */
    size_t payload_size;    /**< Bytes of it. */
    size_t frame_size;      /**< Bytes of the whole frame: the next one begins after them. */
} my_timer_frame_request;

/** Finds the request at the start of the bytes, at a cost that does not depend on their number. */
static inline my_timer_frame_state my_timer_frame_parse_request_within(const uint8_t *data, size_t size,
                                                                           size_t max_method,
                                                                           size_t max_payload,
                                                                           my_timer_frame_request *request)
{
    memset(request, 0, sizeof *request);
    if (size < 4)
        return MY_TIMER_FRAME_PARTIAL;
    request->method_size = my_timer_frame_get_u32(data);
    if (request->method_size > max_method)
        return MY_TIMER_FRAME_METHOD_TOO_LONG;
    if (size < 4 + request->method_size + 4)
        return MY_TIMER_FRAME_PARTIAL;
    request->payload_size = my_timer_frame_get_u32(data + 4 + request->method_size);
    if (request->payload_size > max_payload)
        return MY_TIMER_FRAME_PAYLOAD_TOO_LARGE;
    request->frame_size = 4 + request->method_size + 4 + request->payload_size;
    if (size < request->frame_size)
        return MY_TIMER_FRAME_PARTIAL;
    request->method = (const char *)data + 4;
    request->payload = data + 4 + request->method_size + 4;
    return MY_TIMER_FRAME_COMPLETE;
}

/** The same within the default limits, MY_TIMER_FRAME_MAX_METHOD and MY_TIMER_FRAME_MAX_PAYLOAD. */
static inline my_timer_frame_state my_timer_frame_parse_request(const uint8_t *data, size_t size,
                                                                    my_timer_frame_request *request)
{
    return my_timer_frame_parse_request_within(data, size, MY_TIMER_FRAME_MAX_METHOD,
                                                 MY_TIMER_FRAME_MAX_PAYLOAD, request);
}

/** The name of a reply's status, "OK" to "INTERNAL": for programs that do not link the library. */
static inline const char *my_timer_frame_status_name(int32_t status)
{
    static const char *const names[] = {"OK",
                                        "ERROR",
                                        "MISSING_CALLBACK",
                                        "PROGRESS",
                                        "INVALID_ARGUMENT",
                                        "INVALID_HANDLE",
                                        "UNKNOWN_METHOD",
                                        "TOO_LARGE",
                                        "CANCELLED",
                                        "UNAVAILABLE",
                                        "INTERNAL"};
    return status >= 0 && status < (int32_t)(sizeof names / sizeof names[0]) ? names[status] : "UNKNOWN";
}

#endif
