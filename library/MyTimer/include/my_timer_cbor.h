/*
 * my_timer 0.1.0 as CBOR: the same methods, for bytes that cross to another process or machine.
 * Printed by Twofold.Bindings from the library itself; do not edit.
 *
 * The first part needs the library. The others are header-only, which is all that a client over a socket needs: a
 * writer and a reader, and behind them what writes and reads the structs of my_timer.h.
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

#include <float.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/*
 * CBOR (RFC 8949) in one header: a writer, a reader and the frames of the wire. Nothing here needs the
 * library.
 *
 * Errors are sticky: after the first one a writer or reader does nothing more, so that a caller may read or
 * write a whole message and look at `error` once. Nothing here is shared between threads.
 */

/** Deepest nesting of arrays and maps that is read, and of structs that is written; define it to change it.
 */
#ifndef MY_TIMER_CBOR_MAX_DEPTH
#define MY_TIMER_CBOR_MAX_DEPTH 64
#endif

/** Why a reader or a writer does nothing more; the _explain functions say it in words, with the place. */
typedef enum my_timer_cbor_error {
    MY_TIMER_CBOR_NO_ERROR = 0,        /**< All is well. */
    MY_TIMER_CBOR_ERROR_TRUNCATED,     /**< Not well-formed: the bytes end within an item. */
    MY_TIMER_CBOR_ERROR_RESERVED,      /**< Not well-formed: reserved additional information in a head. */
    MY_TIMER_CBOR_ERROR_LONG_SIMPLE,   /**< Not well-formed: a simple value below 32 in two bytes. */
    MY_TIMER_CBOR_ERROR_BREAK,         /**< Not well-formed: a break where an item is due. */
    MY_TIMER_CBOR_ERROR_CHUNK,         /**< Not well-formed: a chunk that does not belong to its string. */
    MY_TIMER_CBOR_ERROR_TRAILING,      /**< Bytes follow the item that should be the last. */
    MY_TIMER_CBOR_ERROR_DEPTH,         /**< Over MY_TIMER_CBOR_MAX_DEPTH levels. */
    MY_TIMER_CBOR_ERROR_TYPE,          /**< An item of another type than was asked for. */
    MY_TIMER_CBOR_ERROR_RANGE,         /**< A number that its type cannot hold. */
    MY_TIMER_CBOR_ERROR_CHOICE,        /**< A text or a number that is no member of its enum. */
    MY_TIMER_CBOR_ERROR_UTF8,          /**< Text that is not UTF-8. */
    MY_TIMER_CBOR_ERROR_NUL,           /**< Text with U+0000, which a C string cannot carry. */
    MY_TIMER_CBOR_ERROR_DUPLICATE_KEY, /**< A map has a key twice. */
    MY_TIMER_CBOR_ERROR_MISSING_KEY,   /**< A map lacks a key. */
    MY_TIMER_CBOR_ERROR_IN_CHUNKS,     /**< A string in chunks, which cannot be read in place. */
    MY_TIMER_CBOR_ERROR_FULL,          /**< It does not fit the caller's buffer, or the memory's limit. */
    MY_TIMER_CBOR_ERROR_MEMORY,        /**< The system has no memory left. */
    MY_TIMER_CBOR_ERROR_NULL,          /**< A pointer is NULL where something has to be written. */
    MY_TIMER_CBOR_ERROR_TOO_LARGE      /**< A frame is over its limit. */
} my_timer_cbor_error;

/** Internal: a member of an enum; an array of them ends with one without text. */
typedef struct my_timer_cbor_choice {
    const char *text; /**< As it is on the wire. */
    const char *name; /**< As C calls it, behind the name of its enum. */
    int32_t number;   /**< As it is in C. */
} my_timer_cbor_choice;

/* ---- CBOR writer ---- */

/** Encoded CBOR, growing with realloc or filling a buffer of the caller's. */
typedef struct my_timer_cbor_writer {
    uint8_t *data;               /**< The bytes written so far; may move whenever something is written. */
    size_t size;                 /**< How many there are. */
    size_t capacity;             /**< How many fit. */
    bool fixed;                  /**< The buffer is the caller's: it is never moved and never freed. */
    my_timer_cbor_error error; /**< Why nothing more is written, or 0. */
    size_t start;                /**< Where the frame's CBOR begins. */
    unsigned depth;              /**< Structs that are being written. */
    const char *wanted;          /**< Internal: what is NULL. */
    uint64_t number;             /**< Internal: how many of it there should be, or the number of no member. */
    const my_timer_cbor_choice *choices; /**< Internal: the members there are. */
} my_timer_cbor_writer;

/** A writer that allocates as it grows; release it with my_timer_cbor_writer_free. */
static inline my_timer_cbor_writer my_timer_cbor_writer_growable(void)
{
    my_timer_cbor_writer writer;
    memset(&writer, 0, sizeof writer);
    return writer;
}

/** A writer into `capacity` bytes at `buffer`; what does not fit is an error, never a cut. */
static inline my_timer_cbor_writer my_timer_cbor_writer_fixed(void *buffer, size_t capacity)
{
    my_timer_cbor_writer writer = my_timer_cbor_writer_growable();
    writer.data = (uint8_t *)buffer;
    writer.capacity = capacity;
    writer.fixed = true;
    return writer;
}

/** Forgets what was written and any error; keeps the memory for the next message. */
static inline void my_timer_cbor_writer_reset(my_timer_cbor_writer *writer)
{
    writer->size = 0;
    writer->start = 0;
    writer->depth = 0;
    writer->error = MY_TIMER_CBOR_NO_ERROR;
}

/** Frees what a growable writer allocated and makes it empty; NULL and fixed writers are fine. */
static inline void my_timer_cbor_writer_free(my_timer_cbor_writer *writer)
{
    if (writer == NULL || writer->fixed)
        return;
    free(writer->data);
    *writer = my_timer_cbor_writer_growable();
}

/** Internal: fails, unless it has failed before. */
static inline void my_timer_cbor_refuse(my_timer_cbor_writer *writer, my_timer_cbor_error error,
                                          const char *wanted, uint64_t number)
{
    if (writer->error != MY_TIMER_CBOR_NO_ERROR)
        return;
    writer->error = error;
    writer->wanted = wanted;
    writer->number = number;
}

/** Internal: appends `size` bytes for the caller to fill; NULL, with the error set, if they do not fit. */
static inline uint8_t *my_timer_cbor_reserve(my_timer_cbor_writer *writer, size_t size)
{
    uint8_t *start;
    if (writer->error != MY_TIMER_CBOR_NO_ERROR)
        return NULL;
    if (size > writer->capacity - writer->size) {
        size_t capacity = writer->capacity < 128 ? 128 : writer->capacity;
        uint8_t *data = NULL;
        if (writer->fixed) {
            writer->error = MY_TIMER_CBOR_ERROR_FULL;
            return NULL;
        }
        if (size <= SIZE_MAX / 2 - writer->size) {
            while (capacity < writer->size + size)
                capacity *= 2;
            data = (uint8_t *)realloc(writer->data, capacity);
        }
        if (data == NULL) {
            writer->error = MY_TIMER_CBOR_ERROR_MEMORY;
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
        my_timer_cbor_refuse(writer, MY_TIMER_CBOR_ERROR_MEMORY, NULL, 0);
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

/** Writes `size` bytes as a byte string; NULL is an error unless there are none. */
static inline void my_timer_cbor_write_bytes(my_timer_cbor_writer *writer, const void *bytes, size_t size)
{
    if (bytes == NULL && size > 0)
        my_timer_cbor_refuse(writer, MY_TIMER_CBOR_ERROR_NULL, "size", size);
    else
        my_timer_cbor_put(writer, 2, size, bytes, size);
}

/** Writes `size` bytes of UTF-8 as text, U+0000 included; anything but UTF-8 is an error. */
static inline void my_timer_cbor_write_text_n(my_timer_cbor_writer *writer, const char *text, size_t size)
{
    if (text == NULL && size > 0)
        my_timer_cbor_refuse(writer, MY_TIMER_CBOR_ERROR_NULL, "size", size);
    else if (!my_timer_cbor_is_utf8(text, size))
        my_timer_cbor_refuse(writer, MY_TIMER_CBOR_ERROR_UTF8, NULL, 0);
    else
        my_timer_cbor_put(writer, 3, size, text, size);
}

/** Writes NUL-terminated UTF-8 as text; NULL is an error. */
static inline void my_timer_cbor_write_text(my_timer_cbor_writer *writer, const char *text)
{
    if (text != NULL)
        my_timer_cbor_write_text_n(writer, text, strlen(text));
    else
        my_timer_cbor_refuse(writer, MY_TIMER_CBOR_ERROR_NULL, "text", 0);
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

/** Writes a tag (RFC 8949 section 3.4): write the item that it is about after it. */
static inline void my_timer_cbor_write_tag(my_timer_cbor_writer *writer, uint64_t tag)
{
    my_timer_cbor_put(writer, 6, tag, NULL, 0);
}

/** Writes a simple value; 24 to 31 are none, and are an error. */
static inline void my_timer_cbor_write_simple(my_timer_cbor_writer *writer, uint8_t value)
{
    if (value > 23 && value < 32)
        my_timer_cbor_refuse(writer, MY_TIMER_CBOR_ERROR_LONG_SIMPLE, NULL, value);
    else
        my_timer_cbor_put(writer, 7, value, NULL, 0);
}

/** Writes true or false. */
static inline void my_timer_cbor_write_bool(my_timer_cbor_writer *writer, bool value)
{
    my_timer_cbor_write_simple(writer, value ? 21 : 20);
}

/** Writes null. */
static inline void my_timer_cbor_write_null(my_timer_cbor_writer *writer)
{
    my_timer_cbor_write_simple(writer, 22);
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

/* ---- memory ---- */

/**
 * Where decoded texts, bytes and lists lie: blocks that are allocated as they are needed, or a buffer of the
 * caller's. All of it ends at once, with my_timer_cbor_memory_reset or _free.
 */
typedef struct my_timer_cbor_memory {
    uint8_t *block;  /**< What pieces are cut from: the newest block, or the caller's buffer. */
    size_t capacity; /**< Bytes in it. */
    size_t used;     /**< How many of them are taken. */
    size_t total;    /**< Bytes in all blocks. */
    size_t limit;    /**< Most bytes in all blocks: a bound on what a peer can have you hold. */
    bool fixed;      /**< There is only the caller's buffer. */
} my_timer_cbor_memory;

/** Internal: what a block begins with. */
typedef union my_timer_cbor_block {
    union my_timer_cbor_block *previous; /**< The block before it. */
    uint64_t integer;                      /**< Here for its alignment. */
    double number;                         /**< Here for its alignment. */
} my_timer_cbor_block;

/** Memory that allocates as it is needed; release it with my_timer_cbor_memory_free. */
static inline my_timer_cbor_memory my_timer_cbor_memory_growable(void)
{
    my_timer_cbor_memory memory;
    memset(&memory, 0, sizeof memory);
    memory.limit = SIZE_MAX;
    return memory;
}

/** The `capacity` bytes at `buffer`, and no more: what does not fit is an error. */
static inline my_timer_cbor_memory my_timer_cbor_memory_fixed(void *buffer, size_t capacity)
{
    my_timer_cbor_memory memory = my_timer_cbor_memory_growable();
    memory.block = (uint8_t *)buffer;
    memory.capacity = capacity;
    memory.fixed = true;
    return memory;
}

/** Internal: frees the blocks before the newest. */
static inline void my_timer_cbor_memory_trim(my_timer_cbor_memory *memory)
{
    my_timer_cbor_block *newest = (my_timer_cbor_block *)(void *)memory->block;
    while (newest != NULL && newest->previous != NULL) {
        my_timer_cbor_block *previous = newest->previous;
        newest->previous = previous->previous;
        free(previous);
    }
    memory->total = memory->capacity;
}

/** Ends all that was decoded into it; keeps its newest block, which is the largest, for the next message. */
static inline void my_timer_cbor_memory_reset(my_timer_cbor_memory *memory)
{
    if (!memory->fixed)
        my_timer_cbor_memory_trim(memory);
    memory->used = memory->fixed || memory->block == NULL ? 0 : sizeof(my_timer_cbor_block);
}

/** Ends all that was decoded into it and frees its blocks; NULL and a caller's buffer are fine. */
static inline void my_timer_cbor_memory_free(my_timer_cbor_memory *memory)
{
    size_t limit;
    if (memory == NULL)
        return;
    my_timer_cbor_memory_reset(memory);
    if (memory->fixed)
        return;
    limit = memory->limit;
    free(memory->block);
    *memory = my_timer_cbor_memory_growable();
    memory->limit = limit;
}

/** Internal: puts another block with room for `size` bytes in front; says what is in the way if it cannot. */
static inline my_timer_cbor_error my_timer_cbor_memory_grow(my_timer_cbor_memory *memory, size_t size)
{
    const size_t most = memory->limit > memory->total ? memory->limit - memory->total : 0;
    size_t capacity = memory->capacity < 512 ? 1024 : 2 * memory->capacity;
    my_timer_cbor_block *block;
    if (memory->fixed || size > most || most - size < sizeof *block)
        return MY_TIMER_CBOR_ERROR_FULL;
    if (capacity < memory->capacity || capacity - sizeof *block < size)
        capacity = size + sizeof *block;
    if (capacity > most)
        capacity = most;
    block = (my_timer_cbor_block *)malloc(capacity);
    if (block == NULL)
        return MY_TIMER_CBOR_ERROR_MEMORY;
    block->previous = (my_timer_cbor_block *)(void *)memory->block;
    memory->block = (uint8_t *)block;
    memory->capacity = capacity;
    memory->used = sizeof *block;
    memory->total += capacity;
    return MY_TIMER_CBOR_NO_ERROR;
}

/** Internal: the bytes before the next piece of such an alignment, a power of two. */
static inline size_t my_timer_cbor_memory_gap(const my_timer_cbor_memory *memory, size_t alignment)
{
    return (size_t)(0 - ((uintptr_t)memory->block + memory->used)) & (alignment - 1);
}

/** Internal: cuts a piece off, aligned for every member of a struct, or for bytes; NULL, with *error set. */
static inline void *my_timer_cbor_memory_take(my_timer_cbor_memory *memory, size_t size, bool is_bytes,
                                                my_timer_cbor_error *error)
{
    static uint64_t nothing;
    const size_t alignment = is_bytes ? 1 : sizeof nothing;
    size_t gap;
    void *piece;
    if (size == 0)
        return &nothing;
    gap = my_timer_cbor_memory_gap(memory, alignment);
    if (gap > memory->capacity - memory->used || size > memory->capacity - memory->used - gap) {
        *error = my_timer_cbor_memory_grow(memory, size);
        if (*error != MY_TIMER_CBOR_NO_ERROR)
            return NULL;
        gap = my_timer_cbor_memory_gap(memory, alignment);
    }
    piece = memory->block + memory->used + gap;
    memory->used += gap + size;
    return piece;
}

/* ---- CBOR reader ---- */

/** What the next item is, its tags aside. */
typedef enum my_timer_cbor_type {
    MY_TIMER_CBOR_NONE,      /**< The reader has failed. */
    MY_TIMER_CBOR_INTEGER,   /**< read_int64, read_uint64 and narrower ones. */
    MY_TIMER_CBOR_BYTES,     /**< take_bytes, copy_bytes, read_bytes. */
    MY_TIMER_CBOR_TEXT,      /**< take_text, copy_text, read_text, accept_text. */
    MY_TIMER_CBOR_ARRAY,     /**< begin_array. */
    MY_TIMER_CBOR_MAP,       /**< begin_map, find. */
    MY_TIMER_CBOR_BOOL,      /**< read_bool. */
    MY_TIMER_CBOR_NULL,      /**< accept_null. */
    MY_TIMER_CBOR_UNDEFINED, /**< accept_null. */
    MY_TIMER_CBOR_FLOAT,     /**< read_double, read_float. */
    MY_TIMER_CBOR_SIMPLE     /**< A simple value without a meaning of its own: read_simple. */
} my_timer_cbor_type;

/** A cursor over encoded bytes that it borrows. It never allocates on its own, nor reads past their end. */
typedef struct my_timer_cbor_reader {
    const uint8_t *data;            /**< The bytes, borrowed. */
    size_t size;                    /**< How many there are. */
    size_t offset;                  /**< The next one to read; after an error, where that error is. */
    my_timer_cbor_memory *memory; /**< Where decoded texts, bytes and lists go; NULL: nowhere. */
    my_timer_cbor_error error;    /**< Why nothing more is read, or 0; my_timer_cbor_reader_explain. */
    unsigned depth;                 /**< Arrays and maps that are open. */
    bool is_prefix;                 /**< Internal: the bytes are the beginning of more. */
    my_timer_cbor_type wanted;    /**< Internal: the type that was asked for. */
    int64_t least;                  /**< Internal: the range that was asked for begins here. */
    uint64_t most;                  /**< Internal: it ends here; or how much room was needed. */
    const char *key;                /**< Internal: the key that is missing. */
    const my_timer_cbor_choice *choices; /**< Internal: the texts there are. */
} my_timer_cbor_reader;

/** Internal: the first bytes of an item, decoded. */
typedef struct my_timer_cbor_head {
    unsigned major;  /**< RFC 8949 section 3.1 */
    unsigned info;   /**< the low five bits */
    uint64_t value;  /**< the argument; 0 for an indefinite length or a break */
    bool indefinite; /**< a string, array or map without a length, or a break */
    size_t start;    /**< where the item begins, after its tags */
    size_t end;      /**< where its content begins */
} my_timer_cbor_head;

/**
 * A reader at the first of `size` bytes, which must outlive it. What is decoded lies in `memory`, which may
 * be NULL for who decodes only numbers or reads in place.
 */
static inline my_timer_cbor_reader my_timer_cbor_reader_init(const void *data, size_t size,
                                                                 my_timer_cbor_memory *memory)
{
    my_timer_cbor_reader reader;
    memset(&reader, 0, sizeof reader);
    reader.data = (const uint8_t *)data;
    reader.size = size;
    reader.memory = memory;
    return reader;
}

/** Whether an error has occurred; my_timer_cbor_reader_explain says which and where. */
static inline bool my_timer_cbor_failed(const my_timer_cbor_reader *reader)
{
    return reader->error != MY_TIMER_CBOR_NO_ERROR;
}

/** Internal: fails at `offset`, unless it has failed before. Returns false. */
static inline bool my_timer_cbor_fail(my_timer_cbor_reader *reader, size_t offset,
                                        my_timer_cbor_error error)
{
    if (!my_timer_cbor_failed(reader)) {
        reader->error = error;
        reader->offset = offset;
    }
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
        return my_timer_cbor_fail(reader, reader->size, MY_TIMER_CBOR_ERROR_TRUNCATED);
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
        return my_timer_cbor_fail(reader, offset, MY_TIMER_CBOR_ERROR_RESERVED);
    width = (size_t)1 << (head->info - 24);
    if (width > reader->size - head->end)
        return my_timer_cbor_fail(reader, reader->size, MY_TIMER_CBOR_ERROR_TRUNCATED);
    for (i = 0; i < width; i++)
        head->value = head->value << 8 | reader->data[head->end + i];
    head->end += width;
    if (head->major == 7 && head->info == 24 && head->value < 32)
        return my_timer_cbor_fail(reader, offset, MY_TIMER_CBOR_ERROR_LONG_SIMPLE);
    return true;
}

/** Internal: decodes the head of the next item, its tags skipped, without moving. */
static inline bool my_timer_cbor_peek_head(my_timer_cbor_reader *reader, my_timer_cbor_head *head)
{
    size_t offset = reader->offset;
    while (my_timer_cbor_head_at(reader, offset, head)) {
        if (head->major == 7 && head->indefinite)
            return my_timer_cbor_fail(reader, offset, MY_TIMER_CBOR_ERROR_BREAK);
        if (head->major != 6)
            return true;
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
    default:
        return MY_TIMER_CBOR_SIMPLE;
    }
}

/** A type as errors name it: "an integer", "text". */
static inline const char *my_timer_cbor_type_name(my_timer_cbor_type type)
{
    static const char *const names[] = {"nothing",   "an integer", "bytes",         "text",
                                        "an array",  "a map",      "a boolean",     "null",
                                        "undefined", "a float",    "a simple value"};
    return names[type];
}

/** The type of the next item, which stays unread; the end of the input is an error. */
static inline my_timer_cbor_type my_timer_cbor_peek_type(my_timer_cbor_reader *reader)
{
    my_timer_cbor_head head;
    return my_timer_cbor_peek_head(reader, &head) ? my_timer_cbor_type_of(&head) : MY_TIMER_CBOR_NONE;
}

/** Internal: decodes the head of the next item and requires that type. */
static inline bool my_timer_cbor_expect(my_timer_cbor_reader *reader, my_timer_cbor_type type,
                                          my_timer_cbor_head *head)
{
    if (!my_timer_cbor_peek_head(reader, head))
        return false;
    if (my_timer_cbor_type_of(head) == type)
        return true;
    reader->wanted = type;
    return my_timer_cbor_fail(reader, head->start, MY_TIMER_CBOR_ERROR_TYPE);
}

/* ---- CBOR reader: numbers, booleans, null and tags ---- */

/** Internal: fails since the number at `offset` is not within a range. Returns false. */
static inline bool my_timer_cbor_fail_range(my_timer_cbor_reader *reader, size_t offset,
                                              my_timer_cbor_type type, int64_t least, uint64_t most)
{
    reader->wanted = type;
    reader->least = least;
    reader->most = most;
    return my_timer_cbor_fail(reader, offset, MY_TIMER_CBOR_ERROR_RANGE);
}

/** Reads an integer from 0 to 2^64-1. After a failure, here as in every read, the result is zero or empty. */
static inline bool my_timer_cbor_read_uint64(my_timer_cbor_reader *reader, uint64_t *value)
{
    my_timer_cbor_head head;
    *value = 0;
    if (!my_timer_cbor_expect(reader, MY_TIMER_CBOR_INTEGER, &head))
        return false;
    if (head.major == 1)
        return my_timer_cbor_fail_range(reader, head.start, MY_TIMER_CBOR_INTEGER, 0, UINT64_MAX);
    *value = head.value;
    reader->offset = head.end;
    return true;
}

/** Reads an integer from `least` to `most`; others are an error that names the two. */
static inline bool my_timer_cbor_read_integer(my_timer_cbor_reader *reader, int64_t least, int64_t most,
                                                int64_t *value)
{
    my_timer_cbor_head head;
    int64_t found;
    *value = 0;
    if (!my_timer_cbor_expect(reader, MY_TIMER_CBOR_INTEGER, &head))
        return false;
    found = head.value > INT64_MAX ? 0 : head.major == 0 ? (int64_t)head.value : -1 - (int64_t)head.value;
    if (head.value > INT64_MAX || found < least || found > most)
        return my_timer_cbor_fail_range(reader, head.start, MY_TIMER_CBOR_INTEGER, least, (uint64_t)most);
    *value = found;
    reader->offset = head.end;
    return true;
}

/** Reads an integer of 64 bits; others are an error, here as in every read of fewer. */
static inline bool my_timer_cbor_read_int64(my_timer_cbor_reader *reader, int64_t *value)
{
    return my_timer_cbor_read_integer(reader, INT64_MIN, INT64_MAX, value);
}

/** Reads an integer of 32 bits. */
static inline bool my_timer_cbor_read_int32(my_timer_cbor_reader *reader, int32_t *value)
{
    int64_t number;
    bool ok = my_timer_cbor_read_integer(reader, INT32_MIN, INT32_MAX, &number);
    *value = (int32_t)number;
    return ok;
}

/** Reads an integer of 16 bits. */
static inline bool my_timer_cbor_read_int16(my_timer_cbor_reader *reader, int16_t *value)
{
    int64_t number;
    bool ok = my_timer_cbor_read_integer(reader, INT16_MIN, INT16_MAX, &number);
    *value = (int16_t)number;
    return ok;
}

/** Reads an integer of 8 bits. */
static inline bool my_timer_cbor_read_int8(my_timer_cbor_reader *reader, int8_t *value)
{
    int64_t number;
    bool ok = my_timer_cbor_read_integer(reader, INT8_MIN, INT8_MAX, &number);
    *value = (int8_t)number;
    return ok;
}

/** Reads an unsigned integer of 32 bits. */
static inline bool my_timer_cbor_read_uint32(my_timer_cbor_reader *reader, uint32_t *value)
{
    int64_t number;
    bool ok = my_timer_cbor_read_integer(reader, 0, UINT32_MAX, &number);
    *value = (uint32_t)number;
    return ok;
}

/** Reads an unsigned integer of 16 bits. */
static inline bool my_timer_cbor_read_uint16(my_timer_cbor_reader *reader, uint16_t *value)
{
    int64_t number;
    bool ok = my_timer_cbor_read_integer(reader, 0, UINT16_MAX, &number);
    *value = (uint16_t)number;
    return ok;
}

/** Reads an unsigned integer of 8 bits. */
static inline bool my_timer_cbor_read_uint8(my_timer_cbor_reader *reader, uint8_t *value)
{
    int64_t number;
    bool ok = my_timer_cbor_read_integer(reader, 0, UINT8_MAX, &number);
    *value = (uint8_t)number;
    return ok;
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

/** Internal: the value of a float's head. */
static inline double my_timer_cbor_float_of(const my_timer_cbor_head *head)
{
    uint64_t exponent = head->value >> 10 & 0x1f, fraction = head->value & 0x3ff;
    uint64_t sign = head->value >> 15 << 63;
    uint64_t bits = sign | (exponent == 31 ? 2047 : exponent + 1023 - 15) << 52 | fraction << 42;
    uint32_t single_bits = (uint32_t)head->value;
    double value;
    float single;
    if (head->info == 26) {
        memcpy(&single, &single_bits, sizeof single);
        return (double)single;
    }
    if (head->info == 25 && exponent == 0)
        return (double)fraction / 16777216.0 * (sign != 0 ? -1.0 : 1.0);
    memcpy(&value, head->info == 25 ? &bits : &head->value, sizeof value);
    return value;
}

/** Reads a half, single or double precision number; an integer is an error. */
static inline bool my_timer_cbor_read_double(my_timer_cbor_reader *reader, double *value)
{
    my_timer_cbor_head head;
    *value = 0;
    if (!my_timer_cbor_expect(reader, MY_TIMER_CBOR_FLOAT, &head))
        return false;
    *value = my_timer_cbor_float_of(&head);
    reader->offset = head.end;
    return true;
}

/** Reads the same, rounded to single precision; what would become infinite by that is an error. */
static inline bool my_timer_cbor_read_float(my_timer_cbor_reader *reader, float *value)
{
    /* Halfway between the largest float and what would be the next. */
    const double beyond = 340282356779733661637539395458142568448.0;
    my_timer_cbor_head head;
    double number;
    *value = 0;
    if (!my_timer_cbor_expect(reader, MY_TIMER_CBOR_FLOAT, &head))
        return false;
    number = my_timer_cbor_float_of(&head);
    if ((number >= beyond && number <= DBL_MAX) || (number <= -beyond && number >= -DBL_MAX))
        return my_timer_cbor_fail_range(reader, head.start, MY_TIMER_CBOR_FLOAT, 0, 0);
    *value = (float)number;
    reader->offset = head.end;
    return true;
}

/** Takes the next item if it is null or undefined, which stand for a value that is absent, and says so. */
static inline bool my_timer_cbor_accept_null(my_timer_cbor_reader *reader)
{
    my_timer_cbor_head head;
    if (!my_timer_cbor_peek_head(reader, &head) || head.major != 7 || (head.info != 22 && head.info != 23))
        return false;
    reader->offset = head.end;
    return true;
}

/** Takes a tag of the next item, and says whether there was one; every other read passes over tags. */
static inline bool my_timer_cbor_accept_tag(my_timer_cbor_reader *reader, uint64_t *tag)
{
    my_timer_cbor_head head;
    *tag = 0;
    if (!my_timer_cbor_head_at(reader, reader->offset, &head) || head.major != 6)
        return false;
    *tag = head.value;
    reader->offset = head.end;
    return true;
}

/** Reads a simple value that is neither a boolean nor null nor undefined. */
static inline bool my_timer_cbor_read_simple(my_timer_cbor_reader *reader, uint8_t *value)
{
    my_timer_cbor_head head;
    *value = 0;
    if (!my_timer_cbor_expect(reader, MY_TIMER_CBOR_SIMPLE, &head))
        return false;
    *value = (uint8_t)head.value;
    reader->offset = head.end;
    return true;
}

/* ---- CBOR reader: text and bytes ---- */

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
            return my_timer_cbor_fail(reader, head.start, MY_TIMER_CBOR_ERROR_CHUNK);
    } else if (*offset != string->start) {
        return false;
    }
    if (head.value > reader->size - head.end)
        return my_timer_cbor_fail(reader, reader->size, MY_TIMER_CBOR_ERROR_TRUNCATED);
    *chunk = reader->data + head.end;
    *size = (size_t)head.value;
    *offset = head.end + *size;
    return true;
}

/** Internal: where a string ends and how many bytes its chunks have; each chunk of a valid text is UTF-8. */
static inline bool my_timer_cbor_measure(my_timer_cbor_reader *reader, const my_timer_cbor_head *string,
                                           bool is_valid, size_t *end, size_t *size)
{
    const uint8_t *chunk;
    size_t length, at = string->indefinite ? string->end : string->start;
    *end = string->start;
    *size = 0;
    while (my_timer_cbor_next_chunk(reader, string, end, &chunk, &length)) {
        /* A character never spans chunks (RFC 8949 section 3.2.3), so each is checked alone. */
        if (is_valid && string->major == 3 && !my_timer_cbor_is_utf8(chunk, length))
            return my_timer_cbor_fail(reader, at, MY_TIMER_CBOR_ERROR_UTF8);
        *size += length;
        at = *end;
    }
    return !my_timer_cbor_failed(reader);
}

/** Internal: copies the chunks of a string that has been measured. */
static inline void my_timer_cbor_gather(my_timer_cbor_reader *reader, const my_timer_cbor_head *string,
                                          void *buffer)
{
    uint8_t *to = (uint8_t *)buffer;
    const uint8_t *chunk;
    size_t offset = string->start, length;
    while (my_timer_cbor_next_chunk(reader, string, &offset, &chunk, &length)) {
        if (length > 0)
            memcpy(to, chunk, length);
        to += length;
    }
}

/** Internal: whether a text, in chunks or not, is this one. */
static inline bool my_timer_cbor_is_text(my_timer_cbor_reader *reader, const my_timer_cbor_head *string,
                                           const char *text)
{
    const uint8_t *chunk;
    size_t offset = string->start, length, left = strlen(text);
    while (my_timer_cbor_next_chunk(reader, string, &offset, &chunk, &length)) {
        if (length > left || memcmp(chunk, text, length) != 0)
            return false;
        text += length;
        left -= length;
    }
    return left == 0 && !my_timer_cbor_failed(reader);
}

/** Internal: fails since there is no room for a piece of such a size. Returns false. */
static inline bool my_timer_cbor_fail_room(my_timer_cbor_reader *reader, size_t offset, size_t needed,
                                             my_timer_cbor_error error)
{
    reader->most = needed;
    return my_timer_cbor_fail(reader, offset, error);
}

/** Internal: cuts a piece off the reader's memory; NULL, with the error set at `offset`, if it cannot. */
static inline void *my_timer_cbor_take(my_timer_cbor_reader *reader, size_t offset, size_t size,
                                         bool is_bytes)
{
    my_timer_cbor_error error = MY_TIMER_CBOR_ERROR_FULL;
    void *piece = NULL;
    if (my_timer_cbor_failed(reader))
        return NULL;
    if (reader->memory != NULL)
        piece = my_timer_cbor_memory_take(reader->memory, size, is_bytes, &error);
    if (piece == NULL)
        my_timer_cbor_fail_room(reader, offset, reader->memory == NULL ? 0 : size, error);
    return piece;
}

/** Internal: borrows the content of a string that comes in one piece. */
static inline bool my_timer_cbor_borrow(my_timer_cbor_reader *reader, my_timer_cbor_type type,
                                          const uint8_t **content, size_t *size)
{
    my_timer_cbor_head head;
    size_t end, length;
    *content = NULL;
    *size = 0;
    if (!my_timer_cbor_expect(reader, type, &head))
        return false;
    if (head.indefinite)
        return my_timer_cbor_fail(reader, head.start, MY_TIMER_CBOR_ERROR_IN_CHUNKS);
    if (!my_timer_cbor_measure(reader, &head, true, &end, &length))
        return false;
    *content = reader->data + head.end;
    *size = length;
    reader->offset = end;
    return true;
}

/** Internal: copies the content of a string, chunked or not, into `capacity` bytes at `buffer`. */
static inline bool my_timer_cbor_copy(my_timer_cbor_reader *reader, my_timer_cbor_type type,
                                        void *buffer, size_t capacity, size_t *size)
{
    my_timer_cbor_head head;
    size_t end, length;
    *size = 0;
    if (!my_timer_cbor_expect(reader, type, &head) ||
        !my_timer_cbor_measure(reader, &head, true, &end, &length))
        return false;
    if (length > capacity)
        return my_timer_cbor_fail_room(reader, head.start, length, MY_TIMER_CBOR_ERROR_FULL);
    my_timer_cbor_gather(reader, &head, buffer);
    *size = length;
    reader->offset = end;
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
    size_t start = reader->offset, length = 0;
    bool ok;
    if (size != NULL)
        *size = 0;
    if (capacity == 0)
        return my_timer_cbor_fail_room(reader, start, 1, MY_TIMER_CBOR_ERROR_FULL);
    ok = my_timer_cbor_copy(reader, MY_TIMER_CBOR_TEXT, buffer, capacity - 1, &length);
    if (ok && size == NULL && memchr(buffer, '\0', length) != NULL)
        ok = my_timer_cbor_fail(reader, start, MY_TIMER_CBOR_ERROR_NUL);
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

/**
 * Copies text, chunked or not, and a NUL into the reader's memory. `size` (without the NUL) may be NULL: text
 * that contains U+0000 is then an error.
 */
static inline bool my_timer_cbor_take_text(my_timer_cbor_reader *reader, const char **text, size_t *size)
{
    my_timer_cbor_head head;
    size_t end, length;
    char *to;
    *text = NULL;
    if (size != NULL)
        *size = 0;
    if (!my_timer_cbor_expect(reader, MY_TIMER_CBOR_TEXT, &head) ||
        !my_timer_cbor_measure(reader, &head, true, &end, &length))
        return false;
    to = (char *)my_timer_cbor_take(reader, head.start, length + 1, true);
    if (to == NULL)
        return false;
    my_timer_cbor_gather(reader, &head, to);
    to[length] = '\0';
    if (size == NULL && memchr(to, '\0', length) != NULL)
        return my_timer_cbor_fail(reader, head.start, MY_TIMER_CBOR_ERROR_NUL);
    if (size != NULL)
        *size = length;
    *text = to;
    reader->offset = end;
    return true;
}

/** Copies a byte string, chunked or not, into the reader's memory. Never NULL if it succeeds. */
static inline bool my_timer_cbor_take_bytes(my_timer_cbor_reader *reader, const uint8_t **bytes,
                                              size_t *size)
{
    my_timer_cbor_head head;
    size_t end, length;
    void *to;
    *bytes = NULL;
    *size = 0;
    if (!my_timer_cbor_expect(reader, MY_TIMER_CBOR_BYTES, &head) ||
        !my_timer_cbor_measure(reader, &head, true, &end, &length))
        return false;
    to = my_timer_cbor_take(reader, head.start, length, true);
    if (to == NULL)
        return false;
    my_timer_cbor_gather(reader, &head, to);
    *bytes = (const uint8_t *)to;
    *size = length;
    reader->offset = end;
    return true;
}

/** Takes the next item if it is exactly this text, chunked or not, and says so. */
static inline bool my_timer_cbor_accept_text(my_timer_cbor_reader *reader, const char *text)
{
    my_timer_cbor_head head;
    size_t end, length;
    if (!my_timer_cbor_peek_head(reader, &head) || head.major != 3 ||
        !my_timer_cbor_is_text(reader, &head, text) ||
        !my_timer_cbor_measure(reader, &head, false, &end, &length))
        return false;
    reader->offset = end;
    return true;
}

/** Internal: reads the text of an enum's member. */
static inline bool my_timer_cbor_read_choice(my_timer_cbor_reader *reader,
                                               const my_timer_cbor_choice *choices, int32_t *number)
{
    my_timer_cbor_head head;
    size_t end, length;
    *number = 0;
    if (!my_timer_cbor_expect(reader, MY_TIMER_CBOR_TEXT, &head) ||
        !my_timer_cbor_measure(reader, &head, true, &end, &length))
        return false;
    reader->choices = choices;
    for (; choices->text != NULL; choices++) {
        if (my_timer_cbor_is_text(reader, &head, choices->text)) {
            *number = choices->number;
            reader->offset = end;
            return true;
        }
    }
    return my_timer_cbor_fail(reader, head.start, MY_TIMER_CBOR_ERROR_CHOICE);
}

/* ---- CBOR reader: arrays and maps ---- */

/** An array or map that is being read; see my_timer_cbor_next. */
typedef struct my_timer_cbor_items {
    uint64_t left;   /**< Array items or map pairs still to come, if their number is known. */
    bool indefinite; /**< Their number was not announced: they go on until a break. */
    bool open;       /**< The end has not been reached. */
    size_t start;    /**< Where it begins, after its tags. */
} my_timer_cbor_items;

/** Internal: opens an array or map; a count that the bytes left cannot hold is an error. */
static inline bool my_timer_cbor_open(my_timer_cbor_reader *reader, const my_timer_cbor_head *head,
                                        my_timer_cbor_items *items)
{
    const size_t left = reader->size - head->end;
    memset(items, 0, sizeof *items);
    if (reader->depth >= MY_TIMER_CBOR_MAX_DEPTH)
        return my_timer_cbor_fail(reader, head->start, MY_TIMER_CBOR_ERROR_DEPTH);
    if (head->value > (head->major == 5 ? left / 2 : left) && !reader->is_prefix)
        return my_timer_cbor_fail(reader, reader->size, MY_TIMER_CBOR_ERROR_TRUNCATED);
    items->left = head->indefinite ? UINT64_MAX : head->value;
    items->indefinite = head->indefinite;
    items->open = true;
    items->start = head->start;
    reader->depth++;
    reader->offset = head->end;
    return true;
}

/** Begins an array: read one item each time my_timer_cbor_next says true. */
static inline bool my_timer_cbor_begin_array(my_timer_cbor_reader *reader, my_timer_cbor_items *items)
{
    my_timer_cbor_head head;
    items->open = false;
    return my_timer_cbor_expect(reader, MY_TIMER_CBOR_ARRAY, &head) &&
           my_timer_cbor_open(reader, &head, items);
}

/** Begins a map: read one key and one value each time my_timer_cbor_next says true. */
static inline bool my_timer_cbor_begin_map(my_timer_cbor_reader *reader, my_timer_cbor_items *items)
{
    my_timer_cbor_head head;
    items->open = false;
    return my_timer_cbor_expect(reader, MY_TIMER_CBOR_MAP, &head) &&
           my_timer_cbor_open(reader, &head, items);
}

/**
 * Whether another item (of a map: another pair) follows; takes the end, so call it until it says false:
 *
 *     my_timer_cbor_begin_array(&reader, &items);
 *     while (my_timer_cbor_next(&reader, &items)) {
 *         if (my_timer_cbor_read_int64(&reader, &number))
 *             sum += number;
 *     }
 *     if (!my_timer_cbor_finish(&reader))
 *         puts(my_timer_cbor_reader_explain(&reader, text, sizeof text));
 */
static inline bool my_timer_cbor_next(my_timer_cbor_reader *reader, my_timer_cbor_items *items)
{
    bool ends;
    if (!items->open || my_timer_cbor_failed(reader))
        return false;
    if (items->indefinite && reader->offset >= reader->size)
        return my_timer_cbor_fail(reader, reader->size, MY_TIMER_CBOR_ERROR_TRUNCATED);
    ends = items->indefinite ? reader->data[reader->offset] == 0xff : items->left == 0;
    if (!ends) {
        items->left--;
        return true;
    }
    reader->offset += items->indefinite ? 1 : 0;
    reader->depth--;
    items->open = false;
    return false;
}

/** Internal: passes over an item that is neither array nor map. */
static inline bool my_timer_cbor_skip_plain(my_timer_cbor_reader *reader,
                                              const my_timer_cbor_head *head)
{
    size_t end = head->end, size;
    if ((head->major == 2 || head->major == 3) && !my_timer_cbor_measure(reader, head, false, &end, &size))
        return false;
    reader->offset = end;
    return true;
}

/** Skips one item, whatever it is; it must be well-formed. Linear in its size, and no deeper than the limit.
 */
static inline bool my_timer_cbor_skip(my_timer_cbor_reader *reader)
{
    my_timer_cbor_head head;
    my_timer_cbor_items items;
    if (!my_timer_cbor_peek_head(reader, &head))
        return false;
    if (head.major != 4 && head.major != 5)
        return my_timer_cbor_skip_plain(reader, &head);
    my_timer_cbor_open(reader, &head, &items);
    while (my_timer_cbor_next(reader, &items)) {
        my_timer_cbor_skip(reader);
        if (head.major == 5)
            my_timer_cbor_skip(reader);
    }
    return !my_timer_cbor_failed(reader);
}

/** Skips a key and its value: what a map's reader does with a key that it does not know. */
static inline bool my_timer_cbor_skip_pair(my_timer_cbor_reader *reader)
{
    return my_timer_cbor_skip(reader) && my_timer_cbor_skip(reader);
}

/** A map that is read by the keys that are known; see my_timer_cbor_next_member. */
typedef struct my_timer_cbor_members {
    const char *const *keys;     /**< The keys that are known, at most 64. */
    size_t count;                /**< How many there are. */
    uint64_t optional;           /**< A bit for each of them that may be missing. */
    uint64_t seen;               /**< A bit for each that has come. */
    size_t member;               /**< The number of the key whose value comes next. */
    my_timer_cbor_items items; /**< The map. */
} my_timer_cbor_members;

/** Begins a map with these keys; those whose bit in `optional` is set may be missing. */
static inline bool my_timer_cbor_begin_members(my_timer_cbor_reader *reader,
                                                 my_timer_cbor_members *members, const char *const *keys,
                                                 size_t count, uint64_t optional)
{
    members->keys = keys;
    members->count = count;
    members->optional = optional;
    members->seen = 0;
    members->member = SIZE_MAX;
    return my_timer_cbor_begin_map(reader, &members->items);
}

/** Internal: the number of the known key with this head, or how many there are. */
static inline size_t my_timer_cbor_find_key(my_timer_cbor_reader *reader,
                                              const my_timer_cbor_members *members,
                                              const my_timer_cbor_head *key)
{
    size_t i;
    /* Members mostly come in their order. */
    for (i = 0; i < members->count; i++) {
        const size_t member = (members->member + 1 + i) % members->count;
        if (my_timer_cbor_is_text(reader, key, members->keys[member]))
            return member;
    }
    return members->count;
}

/** Internal: fails if a key is missing. Returns false. */
static inline bool my_timer_cbor_require_members(my_timer_cbor_reader *reader,
                                                   const my_timer_cbor_members *members)
{
    size_t i;
    for (i = 0; i < members->count && !my_timer_cbor_failed(reader); i++) {
        if (((members->seen | members->optional) >> i & 1) == 0) {
            reader->key = members->keys[i];
            my_timer_cbor_fail(reader, members->items.start, MY_TIMER_CBOR_ERROR_MISSING_KEY);
        }
    }
    return false;
}

/**
 * Whether the value of another known key follows, to be read before the next call; its number is `member`.
 * Other keys are skipped with their values. A key that comes twice is an error, and so is one that is
 * missing.
 *
 *     my_timer_cbor_begin_members(&reader, &members, keys, 2, 0);
 *     while (my_timer_cbor_next_member(&reader, &members)) {
 *         if (members.member == 0)
 *             my_timer_cbor_take_text(&reader, &message, NULL);
 *         else
 *             my_timer_cbor_read_int64(&reader, &delay_ms);
 *     }
 *     if (!my_timer_cbor_finish(&reader))
 *         puts(my_timer_cbor_reader_explain(&reader, text, sizeof text));
 */
static inline bool my_timer_cbor_next_member(my_timer_cbor_reader *reader,
                                               my_timer_cbor_members *members)
{
    while (my_timer_cbor_next(reader, &members->items)) {
        const size_t start = reader->offset;
        my_timer_cbor_head key;
        size_t end, size, member;
        if (!my_timer_cbor_head_at(reader, start, &key))
            return false;
        if (key.major != 3) {
            my_timer_cbor_skip_pair(reader);
            continue;
        }
        if (!my_timer_cbor_measure(reader, &key, false, &end, &size))
            return false;
        member = my_timer_cbor_find_key(reader, members, &key);
        if (member < members->count && (members->seen >> member & 1) != 0)
            return my_timer_cbor_fail(reader, start, MY_TIMER_CBOR_ERROR_DUPLICATE_KEY);
        reader->offset = end;
        if (member < members->count) {
            members->seen |= UINT64_C(1) << member;
            members->member = member;
            return true;
        }
        my_timer_cbor_skip(reader);
    }
    return my_timer_cbor_require_members(reader, members);
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
    my_timer_cbor_members members;
    *value = *map;
    my_timer_cbor_begin_members(&walk, &members, &key, 1, 0);
    while (my_timer_cbor_next_member(&walk, &members)) {
        *value = walk;
        my_timer_cbor_skip(&walk);
    }
    if (my_timer_cbor_failed(&walk)) {
        *value = walk;
        if (walk.error != MY_TIMER_CBOR_ERROR_MISSING_KEY)
            *map = walk;
    }
    return !my_timer_cbor_failed(value);
}

/** Whether all went well and nothing follows what was read; trailing bytes are an error. */
static inline bool my_timer_cbor_finish(my_timer_cbor_reader *reader)
{
    if (!my_timer_cbor_failed(reader) && reader->offset < reader->size)
        my_timer_cbor_fail(reader, reader->offset, MY_TIMER_CBOR_ERROR_TRAILING);
    return !my_timer_cbor_failed(reader);
}

/* ---- errors in words: their pieces ---- */

/** Internal: a text that is being put together in a buffer of the caller's. */
typedef struct my_timer_cbor_phrase {
    char *text;      /**< The buffer. */
    size_t capacity; /**< Bytes in it. */
    size_t size;     /**< Bytes of the text, of which those that do not fit are dropped. */
} my_timer_cbor_phrase;

/** Internal: appends bytes; dots at the beginning are left out. */
static inline void my_timer_cbor_say_n(my_timer_cbor_phrase *phrase, const char *text, size_t size)
{
    for (; size > 0; text++, size--) {
        if (phrase->size == 0 && *text == '.')
            continue;
        if (phrase->size < phrase->capacity)
            phrase->text[phrase->size] = *text;
        phrase->size++;
    }
}

/** Internal: appends a text. */
static inline void my_timer_cbor_say(my_timer_cbor_phrase *phrase, const char *text)
{
    my_timer_cbor_say_n(phrase, text, strlen(text));
}

/** Internal: appends a number. */
static inline void my_timer_cbor_say_uint(my_timer_cbor_phrase *phrase, uint64_t number)
{
    char digits[20];
    size_t at = sizeof digits;
    do {
        digits[--at] = (char)('0' + number % 10);
        number /= 10;
    } while (number > 0);
    my_timer_cbor_say_n(phrase, digits + at, sizeof digits - at);
}

/** Internal: appends -1 - number, as the negative integers of CBOR are stored. */
static inline void my_timer_cbor_say_negative(my_timer_cbor_phrase *phrase, uint64_t number)
{
    my_timer_cbor_say(phrase, "-");
    if (number == UINT64_MAX)
        my_timer_cbor_say(phrase, "18446744073709551616");
    else
        my_timer_cbor_say_uint(phrase, number + 1);
}

/** Internal: appends a number. */
static inline void my_timer_cbor_say_int(my_timer_cbor_phrase *phrase, int64_t number)
{
    if (number < 0)
        my_timer_cbor_say_negative(phrase, ~(uint64_t)number);
    else
        my_timer_cbor_say_uint(phrase, (uint64_t)number);
}

/** Internal: appends a number in as few digits as tell it from all others. */
static inline void my_timer_cbor_say_double(my_timer_cbor_phrase *phrase, double number)
{
    char digits[40];
    int precision = 0;
    char *point;
    do {
        snprintf(digits, sizeof digits, "%.*E", precision, number);
    } while (precision++ < 17 && strtod(digits, NULL) != number);
    /* The locale may have a point of its own. */
    point = strchr(digits, ',');
    if (point != NULL)
        *point = '.';
    my_timer_cbor_say(phrase, digits);
}

/** Internal: where the text ends of which at most 64 characters are shown, or `size`. */
static inline size_t my_timer_cbor_cut(const uint8_t *text, size_t size, size_t *characters)
{
    size_t at = 0;
    while (at < size && *characters < 64) {
        at += text[at] < 0x80 ? 1 : text[at] < 0xe0 ? 2 : text[at] < 0xf0 ? 3 : 4;
        (*characters)++;
    }
    return at;
}

/** Internal: appends the text at `offset`, short and without control characters; false if it is none. */
static inline bool my_timer_cbor_say_text_at(my_timer_cbor_phrase *phrase,
                                               const my_timer_cbor_reader *document, size_t offset)
{
    my_timer_cbor_reader reader = my_timer_cbor_reader_init(document->data, document->size, NULL);
    my_timer_cbor_head head;
    const uint8_t *chunk;
    size_t end, size, shown, i, characters = 0;
    reader.offset = offset;
    if (!my_timer_cbor_peek_head(&reader, &head) || head.major != 3 ||
        !my_timer_cbor_measure(&reader, &head, true, &end, &size))
        return false;
    for (end = head.start; my_timer_cbor_next_chunk(&reader, &head, &end, &chunk, &size);) {
        shown = my_timer_cbor_cut(chunk, size, &characters);
        for (i = 0; i < shown; i++) {
            bool is_control = chunk[i] < 0x20 || chunk[i] == 0x7f;
            if (chunk[i] == 0xc2 && chunk[i + 1] < 0xa0) {
                is_control = true;
                i++;
            }
            my_timer_cbor_say_n(phrase, is_control ? "?" : (const char *)chunk + i, 1);
        }
        if (shown < size) {
            my_timer_cbor_say(phrase, "...");
            break;
        }
    }
    return true;
}

/** Internal: ends a text with a NUL, and where it had to be cut, not within a character. */
static inline const char *my_timer_cbor_say_end(const my_timer_cbor_phrase *phrase)
{
    size_t end = phrase->size;
    if (phrase->capacity == 0)
        return "";
    if (end >= phrase->capacity) {
        end = phrase->capacity - 1;
        while (end > 0 && ((uint8_t)phrase->text[end] & 0xc0) == 0x80)
            end--;
    }
    phrase->text[end] = '\0';
    return phrase->text;
}

/* ---- errors in words ---- */

/** Internal: appends the path of the innermost item that `offset` lies in; true once that is reached. */
static inline bool my_timer_cbor_say_path(my_timer_cbor_phrase *phrase, my_timer_cbor_reader *reader,
                                            size_t offset)
{
    my_timer_cbor_head head;
    my_timer_cbor_items items;
    bool is_map;
    uint64_t index;
    const bool is_read = my_timer_cbor_peek_head(reader, &head);
    if (!is_read || head.start >= offset || (head.major != 4 && head.major != 5)) {
        my_timer_cbor_skip(reader);
        return my_timer_cbor_failed(reader) || reader->offset > offset;
    }
    is_map = head.major == 5;
    my_timer_cbor_open(reader, &head, &items);
    for (index = 0; my_timer_cbor_next(reader, &items); index++) {
        const size_t size = phrase->size, start = reader->offset;
        if (is_map) {
            if (!my_timer_cbor_skip(reader))
                return true;
            my_timer_cbor_say(phrase, ".");
            if (!my_timer_cbor_say_text_at(phrase, reader, start)) {
                phrase->size = size;
                my_timer_cbor_say(phrase, "[key at byte ");
                my_timer_cbor_say_uint(phrase, start);
                my_timer_cbor_say(phrase, "]");
            }
            if (reader->offset > offset)
                return true;
        } else {
            my_timer_cbor_say(phrase, "[");
            my_timer_cbor_say_uint(phrase, index);
            my_timer_cbor_say(phrase, "]");
        }
        if (my_timer_cbor_say_path(phrase, reader, offset))
            return true;
        phrase->size = size;
    }
    return my_timer_cbor_failed(reader) || reader->offset > offset;
}

/** Internal: appends " at byte N". */
static inline void my_timer_cbor_say_byte(my_timer_cbor_phrase *phrase, size_t offset)
{
    my_timer_cbor_say(phrase, " at byte ");
    my_timer_cbor_say_uint(phrase, offset);
}

/** Internal: appends "expected ..., found ..." for a value that is of its type, but not one that was wanted.
 */
static inline void my_timer_cbor_say_value(my_timer_cbor_phrase *phrase,
                                             const my_timer_cbor_reader *reader,
                                             const my_timer_cbor_head *found)
{
    const my_timer_cbor_choice *choice;
    my_timer_cbor_say(phrase, "expected ");
    if (reader->error == MY_TIMER_CBOR_ERROR_CHOICE) {
        for (choice = reader->choices; choice->text != NULL; choice++) {
            my_timer_cbor_say(phrase, choice == reader->choices ? "\"" : ", \"");
            my_timer_cbor_say(phrase, choice->text);
            my_timer_cbor_say(phrase, "\"");
        }
        my_timer_cbor_say(phrase, ", found \"");
        my_timer_cbor_say_text_at(phrase, reader, reader->offset);
        my_timer_cbor_say(phrase, "\"");
    } else if (reader->wanted == MY_TIMER_CBOR_FLOAT) {
        my_timer_cbor_say(phrase, "a float of 32 bits, found ");
        my_timer_cbor_say_double(phrase, my_timer_cbor_float_of(found));
    } else {
        my_timer_cbor_say(phrase, "an integer from ");
        my_timer_cbor_say_int(phrase, reader->least);
        my_timer_cbor_say(phrase, " to ");
        my_timer_cbor_say_uint(phrase, reader->most);
        my_timer_cbor_say(phrase, ", found ");
        if (found->major == 1)
            my_timer_cbor_say_negative(phrase, found->value);
        else
            my_timer_cbor_say_uint(phrase, found->value);
    }
}

/** Internal: appends what is wrong at the place where the reader has failed. */
static inline void my_timer_cbor_say_error(my_timer_cbor_phrase *phrase,
                                             const my_timer_cbor_reader *reader)
{
    my_timer_cbor_reader again = my_timer_cbor_reader_init(reader->data, reader->size, NULL);
    my_timer_cbor_head found;
    my_timer_cbor_head_at(&again, reader->offset, &found);
    switch (reader->error) {
    case MY_TIMER_CBOR_ERROR_TRUNCATED:
        my_timer_cbor_say(phrase, "the data ends");
        my_timer_cbor_say_byte(phrase, reader->offset);
        my_timer_cbor_say(phrase, " within an item");
        break;
    case MY_TIMER_CBOR_ERROR_RESERVED:
        my_timer_cbor_say(phrase, "reserved additional information ");
        my_timer_cbor_say_uint(phrase, found.info);
        my_timer_cbor_say_byte(phrase, reader->offset);
        break;
    case MY_TIMER_CBOR_ERROR_LONG_SIMPLE:
        my_timer_cbor_say(phrase, "simple value ");
        my_timer_cbor_say_uint(phrase, found.value);
        my_timer_cbor_say(phrase, " in two bytes");
        my_timer_cbor_say_byte(phrase, reader->offset);
        break;
    case MY_TIMER_CBOR_ERROR_BREAK:
        my_timer_cbor_say(phrase, "unexpected break");
        my_timer_cbor_say_byte(phrase, reader->offset);
        break;
    case MY_TIMER_CBOR_ERROR_CHUNK:
        my_timer_cbor_say(phrase, "a chunk of another kind within a string");
        my_timer_cbor_say_byte(phrase, reader->offset);
        break;
    case MY_TIMER_CBOR_ERROR_TRAILING:
        my_timer_cbor_say(phrase, "trailing bytes");
        my_timer_cbor_say_byte(phrase, reader->offset);
        break;
    case MY_TIMER_CBOR_ERROR_DEPTH:
        my_timer_cbor_say(phrase, "nesting over ");
        my_timer_cbor_say_uint(phrase, MY_TIMER_CBOR_MAX_DEPTH);
        my_timer_cbor_say(phrase, " levels");
        break;
    case MY_TIMER_CBOR_ERROR_TYPE:
        my_timer_cbor_say(phrase, "expected ");
        my_timer_cbor_say(phrase, my_timer_cbor_type_name(reader->wanted));
        my_timer_cbor_say(phrase, ", found ");
        my_timer_cbor_say(phrase, my_timer_cbor_type_name(my_timer_cbor_type_of(&found)));
        break;
    case MY_TIMER_CBOR_ERROR_RANGE:
    case MY_TIMER_CBOR_ERROR_CHOICE:
        my_timer_cbor_say_value(phrase, reader, &found);
        break;
    case MY_TIMER_CBOR_ERROR_UTF8:
        my_timer_cbor_say(phrase, "invalid UTF-8");
        break;
    case MY_TIMER_CBOR_ERROR_NUL:
        my_timer_cbor_say(phrase, "the text has U+0000, which a C string cannot carry");
        break;
    case MY_TIMER_CBOR_ERROR_DUPLICATE_KEY:
        my_timer_cbor_say(phrase, "duplicate key");
        break;
    case MY_TIMER_CBOR_ERROR_MISSING_KEY:
        my_timer_cbor_say(phrase, "missing");
        break;
    case MY_TIMER_CBOR_ERROR_IN_CHUNKS:
        my_timer_cbor_say(phrase, "the string comes in chunks, so that it can only be copied");
        break;
    case MY_TIMER_CBOR_ERROR_FULL:
        if (reader->most == 0) {
            my_timer_cbor_say(phrase, "the reader was given no memory to decode into");
            break;
        }
        my_timer_cbor_say(phrase, "no room for ");
        my_timer_cbor_say_uint(phrase, reader->most);
        my_timer_cbor_say(phrase, " bytes");
        break;
    default:
        my_timer_cbor_say(phrase, "out of memory");
        break;
    }
}

/**
 * Why the reader has failed, with the place: "req.messages[3].delayMs: expected an integer, found text". Put
 * into the `capacity` bytes at `text`, cut to fit, and returned; "" if it has not failed. The place is found
 * by walking the bytes once more, which must still be there.
 */
static inline const char *my_timer_cbor_reader_explain(const my_timer_cbor_reader *reader, char *text,
                                                         size_t capacity)
{
    my_timer_cbor_phrase phrase = {text, capacity, 0};
    my_timer_cbor_reader walk = my_timer_cbor_reader_init(reader->data, reader->size, NULL);
    if (my_timer_cbor_failed(reader)) {
        my_timer_cbor_say_path(&phrase, &walk, reader->offset);
        if (reader->error == MY_TIMER_CBOR_ERROR_MISSING_KEY) {
            my_timer_cbor_say(&phrase, ".");
            my_timer_cbor_say(&phrase, reader->key);
        }
        if (phrase.size > 0)
            my_timer_cbor_say(&phrase, ": ");
        my_timer_cbor_say_error(&phrase, reader);
    }
    return my_timer_cbor_say_end(&phrase);
}

/** Internal: appends why the writer has failed. */
static inline void my_timer_cbor_say_refusal(my_timer_cbor_phrase *phrase,
                                               const my_timer_cbor_writer *writer)
{
    const my_timer_cbor_choice *choice;
    switch (writer->error) {
    case MY_TIMER_CBOR_ERROR_NULL:
        if (writer->number > 0) {
            my_timer_cbor_say(phrase, "NULL, though its ");
            my_timer_cbor_say(phrase, writer->wanted);
            my_timer_cbor_say(phrase, " is ");
            my_timer_cbor_say_uint(phrase, writer->number);
        } else {
            my_timer_cbor_say(phrase, "expected ");
            my_timer_cbor_say(phrase, writer->wanted);
            my_timer_cbor_say(phrase, ", found NULL");
        }
        break;
    case MY_TIMER_CBOR_ERROR_CHOICE:
        my_timer_cbor_say(phrase, "expected ");
        for (choice = writer->choices; choice->text != NULL; choice++) {
            my_timer_cbor_say(phrase, choice == writer->choices ? "" : ", ");
            my_timer_cbor_say_int(phrase, choice->number);
            my_timer_cbor_say(phrase, " (");
            my_timer_cbor_say(phrase, choice->name);
            my_timer_cbor_say(phrase, ")");
        }
        my_timer_cbor_say(phrase, ", found ");
        my_timer_cbor_say_int(phrase, (int64_t)writer->number);
        break;
    case MY_TIMER_CBOR_ERROR_UTF8:
        my_timer_cbor_say(phrase, "invalid UTF-8");
        break;
    case MY_TIMER_CBOR_ERROR_DEPTH:
        my_timer_cbor_say(phrase, "a record contains itself too many levels deep");
        break;
    case MY_TIMER_CBOR_ERROR_LONG_SIMPLE:
        my_timer_cbor_say(phrase, "there is no simple value ");
        my_timer_cbor_say_uint(phrase, writer->number);
        break;
    case MY_TIMER_CBOR_ERROR_TOO_LARGE:
        my_timer_cbor_say(phrase, writer->wanted);
        my_timer_cbor_say(phrase, " of ");
        my_timer_cbor_say_uint(phrase, writer->number);
        my_timer_cbor_say(phrase, " bytes is over its limit");
        break;
    case MY_TIMER_CBOR_ERROR_FULL:
        my_timer_cbor_say(phrase, "the buffer of ");
        my_timer_cbor_say_uint(phrase, writer->capacity);
        my_timer_cbor_say(phrase, " bytes is full");
        break;
    default:
        my_timer_cbor_say(phrase, "out of memory");
        break;
    }
}

/**
 * Why the writer has failed, with the place: "req.messages[3].message: expected text, found NULL". Put into
 * the `capacity` bytes at `text`, cut to fit, and returned; "" if it has not failed.
 */
static inline const char *my_timer_cbor_writer_explain(const my_timer_cbor_writer *writer, char *text,
                                                         size_t capacity)
{
    my_timer_cbor_phrase phrase = {text, capacity, 0};
    my_timer_cbor_reader walk;
    if (writer->error != MY_TIMER_CBOR_NO_ERROR) {
        /* What has been written ends where the item that could not be written is due. */
        walk = my_timer_cbor_reader_init(writer->data == NULL ? NULL : writer->data + writer->start,
                                           writer->size - writer->start, NULL);
        walk.is_prefix = true;
        if (writer->error != MY_TIMER_CBOR_ERROR_TOO_LARGE)
            my_timer_cbor_say_path(&phrase, &walk, walk.size);
        if (phrase.size > 0)
            my_timer_cbor_say(&phrase, ": ");
        my_timer_cbor_say_refusal(&phrase, writer);
    }
    return my_timer_cbor_say_end(&phrase);
}

/* ---- what generated functions share ---- */

/** Internal: writes the key of a member. */
static inline void my_timer_cbor_write_key(my_timer_cbor_writer *writer, const char *key)
{
    size_t size = strlen(key);
    my_timer_cbor_put(writer, 3, size, key, size);
}

/** Internal: opens the map of a struct, unless that is NULL or too deep within others. */
static inline bool my_timer_cbor_begin_struct(my_timer_cbor_writer *writer, const void *value,
                                                size_t members)
{
    if (value == NULL)
        my_timer_cbor_refuse(writer, MY_TIMER_CBOR_ERROR_NULL, "a struct", 0);
    else if (writer->depth >= MY_TIMER_CBOR_MAX_DEPTH)
        my_timer_cbor_refuse(writer, MY_TIMER_CBOR_ERROR_DEPTH, NULL, 0);
    my_timer_cbor_write_map(writer, members);
    writer->depth++;
    return writer->error == MY_TIMER_CBOR_NO_ERROR;
}

/** Internal: what my_timer_cbor_begin_struct has begun is complete. */
static inline void my_timer_cbor_end_struct(my_timer_cbor_writer *writer)
{
    writer->depth--;
}

/** Internal: opens the array of a list, unless that is NULL and should have items. */
static inline bool my_timer_cbor_begin_items(my_timer_cbor_writer *writer, const void *items,
                                               size_t count)
{
    if (items == NULL && count > 0)
        my_timer_cbor_refuse(writer, MY_TIMER_CBOR_ERROR_NULL, "count", count);
    my_timer_cbor_write_array(writer, count);
    return writer->error == MY_TIMER_CBOR_NO_ERROR;
}

/** Internal: writes the text of an enum's member. */
static inline void my_timer_cbor_write_choice(my_timer_cbor_writer *writer, int32_t number,
                                                const my_timer_cbor_choice *choices)
{
    const my_timer_cbor_choice *choice = choices;
    while (choice->text != NULL && choice->number != number)
        choice++;
    if (choice->text != NULL) {
        my_timer_cbor_write_key(writer, choice->text);
        return;
    }
    if (writer->error == MY_TIMER_CBOR_NO_ERROR)
        writer->choices = choices;
    my_timer_cbor_refuse(writer, MY_TIMER_CBOR_ERROR_CHOICE, NULL, (uint64_t)(int64_t)number);
}

/** Internal: whether all has gone well; what was decoded into the `size` bytes at `value` is zeroed if not.
 */
static inline bool my_timer_cbor_decoded(my_timer_cbor_reader *reader, void *value, size_t size)
{
    if (my_timer_cbor_failed(reader))
        memset(value, 0, size);
    return !my_timer_cbor_failed(reader);
}

/** Internal: how many items are left of an array, which stays unread; up to the first that is malformed. */
static inline uint64_t my_timer_cbor_count(const my_timer_cbor_reader *reader,
                                             const my_timer_cbor_items *items)
{
    my_timer_cbor_reader walk = *reader;
    my_timer_cbor_items rest = *items;
    uint64_t count = 0;
    while (my_timer_cbor_next(&walk, &rest)) {
        count++;
        my_timer_cbor_skip(&walk);
    }
    return count;
}

/**
 * Internal: begins an array and makes room for its items in the reader's memory. No more is reserved than the
 * bytes that are there can fill: each item takes at least one of them.
 */
static inline void *my_timer_cbor_begin_list(my_timer_cbor_reader *reader, my_timer_cbor_items *items,
                                               size_t item_size, size_t *count)
{
    uint64_t left;
    *count = 0;
    if (!my_timer_cbor_begin_array(reader, items))
        return NULL;
    left = items->indefinite ? my_timer_cbor_count(reader, items) : items->left;
    if (left > SIZE_MAX / item_size) {
        my_timer_cbor_fail_room(reader, items->start, SIZE_MAX, MY_TIMER_CBOR_ERROR_MEMORY);
        return NULL;
    }
    *count = (size_t)left;
    return my_timer_cbor_take(reader, items->start, (size_t)left * item_size, false);
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

/** Writes a request up to its payload; then write that, and call my_timer_frame_end. */
static inline void my_timer_frame_begin_request(my_timer_cbor_writer *writer, const char *method)
{
    size_t size = strlen(method);
    uint8_t *to;
    if (size > MY_TIMER_FRAME_MAX_METHOD)
        my_timer_cbor_refuse(writer, MY_TIMER_CBOR_ERROR_TOO_LARGE, "a method name", size);
    to = my_timer_cbor_reserve(writer, 4 + size + 4);
    if (to != NULL) {
        my_timer_frame_put_u32(to, (uint32_t)size);
        memcpy(to + 4, method, size);
        my_timer_frame_put_u32(to + 4 + size, 0);
        writer->start = writer->size;
    }
}

/** Writes a reply up to its body; then write that, and call my_timer_frame_end. */
static inline void my_timer_frame_begin_reply(my_timer_cbor_writer *writer, int32_t status)
{
    uint8_t *to = my_timer_cbor_reserve(writer, MY_TIMER_FRAME_REPLY_HEAD);
    if (to != NULL) {
        my_timer_frame_put_u32(to, (uint32_t)status);
        my_timer_frame_put_u32(to + 4, 0);
        writer->start = writer->size;
    }
}

/** Completes the frame that was begun last: fills in the size of what was written since. */
static inline void my_timer_frame_end(my_timer_cbor_writer *writer)
{
    const size_t size = writer->size - writer->start;
    if (size > MY_TIMER_FRAME_MAX_PAYLOAD)
        my_timer_cbor_refuse(writer, MY_TIMER_CBOR_ERROR_TOO_LARGE, "a payload", size);
    if (writer->error == MY_TIMER_CBOR_NO_ERROR)
        my_timer_frame_put_u32(writer->data + writer->start - 4, (uint32_t)size);
}

/** Internal: writes a frame whose payload is the one member of a map. */
static inline void my_timer_frame_write_text(my_timer_cbor_writer *writer, const char *method,
                                               const char *key, const char *text)
{
    my_timer_frame_begin_request(writer, method);
    my_timer_cbor_write_map(writer, 1);
    my_timer_cbor_write_key(writer, key);
    my_timer_cbor_write_text(writer, text);
    my_timer_frame_end(writer);
}

/** Writes a frame that asks for an event, by its name: "on_..."; the reply is null. */
static inline void my_timer_frame_subscribe(my_timer_cbor_writer *writer, const char *event)
{
    my_timer_frame_write_text(writer, "$subscribe", "event", event);
}

/** Writes a frame that asks for no more of an event; the reply is null. */
static inline void my_timer_frame_unsubscribe(my_timer_cbor_writer *writer, const char *event)
{
    my_timer_frame_write_text(writer, "$unsubscribe", "event", event);
}

/** Writes a frame that gives back an object that a reply has named by a number; the reply is null. */
static inline void my_timer_frame_release(my_timer_cbor_writer *writer, uint64_t handle)
{
    my_timer_frame_begin_request(writer, "$release");
    my_timer_cbor_write_map(writer, 1);
    my_timer_cbor_write_key(writer, "handle");
    my_timer_cbor_write_uint(writer, handle);
    my_timer_frame_end(writer);
}

/** Writes a frame of an event: its name, how many were lost before it, and its payload as it is encoded. */
static inline void my_timer_frame_write_event(my_timer_cbor_writer *writer, const char *name,
                                                uint64_t lost, const void *payload, size_t size)
{
    my_timer_frame_begin_reply(writer, MY_TIMER_FRAME_EVENT);
    my_timer_cbor_write_map(writer, 3);
    my_timer_cbor_write_key(writer, "event");
    my_timer_cbor_write_text(writer, name);
    my_timer_cbor_write_key(writer, "lost");
    my_timer_cbor_write_uint(writer, lost);
    my_timer_cbor_write_key(writer, "payload");
    my_timer_cbor_write_raw(writer, payload, size);
    my_timer_frame_end(writer);
}

/** What the body of an event's frame says. */
typedef struct my_timer_frame_event {
    const char *name;               /**< The event's name, in the reader's memory. */
    uint64_t lost;                  /**< How many of its kind this subscriber has lost so far. */
    my_timer_cbor_reader payload; /**< Where the payload begins: give it to the event's own function. */
} my_timer_frame_event;

/** Reads the body of a frame of status MY_TIMER_FRAME_EVENT. */
static inline bool my_timer_frame_read_event(my_timer_cbor_reader *reader, my_timer_frame_event *event)
{
    static const char *const keys[] = {"event", "lost", "payload"};
    my_timer_cbor_members members;
    memset(event, 0, sizeof *event);
    my_timer_cbor_begin_members(reader, &members, keys, 3, 0);
    while (my_timer_cbor_next_member(reader, &members)) {
        if (members.member == 0) {
            my_timer_cbor_take_text(reader, &event->name, NULL);
        } else if (members.member == 1) {
            my_timer_cbor_read_uint64(reader, &event->lost);
        } else {
            event->payload = *reader;
            my_timer_cbor_skip(reader);
        }
    }
    my_timer_cbor_finish(reader);
    return my_timer_cbor_decoded(reader, event, sizeof *event);
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

/*
 * ---- the structs of my_timer.h as CBOR ----
 *
 * The same struct goes to a call in process or into a request. What is read into one points into the reader's memory
 * and ends with that: it is never given to a _free of my_timer.h. What could not be read is zeros.
 */

/** Internal: the members of my_timer_priority. */
static inline const my_timer_cbor_choice *my_timer_cbor_priority_enum_choices(void)
{
    static const my_timer_cbor_choice choices[] = {
        {"low", "LOW", MY_TIMER_PRIORITY_LOW},
        {"normal", "NORMAL", MY_TIMER_PRIORITY_NORMAL},
        {"high", "HIGH", MY_TIMER_PRIORITY_HIGH},
        {NULL, NULL, 0},
    };
    return choices;
}

/** Reads a my_timer_priority from text; one that is none is an error, and *value is 0. */
static inline bool my_timer_priority_decode(my_timer_cbor_reader *reader, my_timer_priority *value)
{
    return my_timer_cbor_read_choice(reader, my_timer_cbor_priority_enum_choices(), value);
}

/** Writes a my_timer_priority as text; a number that is none is an error. */
static inline void my_timer_priority_encode(my_timer_cbor_writer *writer, my_timer_priority value)
{
    my_timer_cbor_write_choice(writer, value, my_timer_cbor_priority_enum_choices());
}

/** Writes a my_timer_config as a map. */
static inline void my_timer_config_encode(my_timer_cbor_writer *writer, const my_timer_config *value)
{
    if (!my_timer_cbor_begin_struct(writer, value, 1))
        return;
    my_timer_cbor_write_key(writer, "name");
    my_timer_cbor_write_text(writer, value->name);
    my_timer_cbor_end_struct(writer);
}

/** Reads a my_timer_config; what it points to lies in the reader's memory. Zeros if that fails. */
static inline bool my_timer_config_decode(my_timer_cbor_reader *reader, my_timer_config *value)
{
    static const char *const keys[] = {"name"};
    my_timer_cbor_members members;
    memset(value, 0, sizeof *value);
    my_timer_cbor_begin_members(reader, &members, keys, 1, 0);
    while (my_timer_cbor_next_member(reader, &members)) {
        switch (members.member) {
        case 0: my_timer_cbor_take_text(reader, &value->name, NULL); break;
        default: break;
        }
    }
    return my_timer_cbor_decoded(reader, value, sizeof *value);
}

/** Writes a my_timer_echo_response as a map. */
static inline void my_timer_echo_response_encode(my_timer_cbor_writer *writer, const my_timer_echo_response *value)
{
    if (!my_timer_cbor_begin_struct(writer, value, 2))
        return;
    my_timer_cbor_write_key(writer, "echoed");
    my_timer_cbor_write_text(writer, value->echoed);
    my_timer_cbor_write_key(writer, "timerName");
    my_timer_cbor_write_text(writer, value->timer_name);
    my_timer_cbor_end_struct(writer);
}

/** Reads a my_timer_echo_response; what it points to lies in the reader's memory. Zeros if that fails. */
static inline bool my_timer_echo_response_decode(my_timer_cbor_reader *reader, my_timer_echo_response *value)
{
    static const char *const keys[] = {"echoed", "timerName"};
    my_timer_cbor_members members;
    memset(value, 0, sizeof *value);
    my_timer_cbor_begin_members(reader, &members, keys, 2, 0);
    while (my_timer_cbor_next_member(reader, &members)) {
        switch (members.member) {
        case 0: my_timer_cbor_take_text(reader, &value->echoed, NULL); break;
        case 1: my_timer_cbor_take_text(reader, &value->timer_name, NULL); break;
        default: break;
        }
    }
    return my_timer_cbor_decoded(reader, value, sizeof *value);
}

/** Writes a my_timer_echo_request as a map. */
static inline void my_timer_echo_request_encode(my_timer_cbor_writer *writer, const my_timer_echo_request *value)
{
    if (!my_timer_cbor_begin_struct(writer, value, 2))
        return;
    my_timer_cbor_write_key(writer, "message");
    my_timer_cbor_write_text(writer, value->message);
    my_timer_cbor_write_key(writer, "delayMs");
    my_timer_cbor_write_int(writer, value->delay_ms);
    my_timer_cbor_end_struct(writer);
}

/** Reads a my_timer_echo_request; what it points to lies in the reader's memory. Zeros if that fails. */
static inline bool my_timer_echo_request_decode(my_timer_cbor_reader *reader, my_timer_echo_request *value)
{
    static const char *const keys[] = {"message", "delayMs"};
    my_timer_cbor_members members;
    memset(value, 0, sizeof *value);
    my_timer_cbor_begin_members(reader, &members, keys, 2, 0);
    while (my_timer_cbor_next_member(reader, &members)) {
        switch (members.member) {
        case 0: my_timer_cbor_take_text(reader, &value->message, NULL); break;
        case 1: my_timer_cbor_read_int64(reader, &value->delay_ms); break;
        default: break;
        }
    }
    return my_timer_cbor_decoded(reader, value, sizeof *value);
}

/** Writes a my_timer_complex_response as a map. */
static inline void my_timer_complex_response_encode(my_timer_cbor_writer *writer, const my_timer_complex_response *value)
{
    if (!my_timer_cbor_begin_struct(writer, value, 3))
        return;
    my_timer_cbor_write_key(writer, "summary");
    my_timer_cbor_write_text(writer, value->summary);
    my_timer_cbor_write_key(writer, "itemCount");
    my_timer_cbor_write_int(writer, value->item_count);
    my_timer_cbor_write_key(writer, "hasNote");
    my_timer_cbor_write_bool(writer, value->has_note);
    my_timer_cbor_end_struct(writer);
}

/** Reads a my_timer_complex_response; what it points to lies in the reader's memory. Zeros if that fails. */
static inline bool my_timer_complex_response_decode(my_timer_cbor_reader *reader, my_timer_complex_response *value)
{
    static const char *const keys[] = {"summary", "itemCount", "hasNote"};
    my_timer_cbor_members members;
    memset(value, 0, sizeof *value);
    my_timer_cbor_begin_members(reader, &members, keys, 3, 0);
    while (my_timer_cbor_next_member(reader, &members)) {
        switch (members.member) {
        case 0: my_timer_cbor_take_text(reader, &value->summary, NULL); break;
        case 1: my_timer_cbor_read_int32(reader, &value->item_count); break;
        case 2: my_timer_cbor_read_bool(reader, &value->has_note); break;
        default: break;
        }
    }
    return my_timer_cbor_decoded(reader, value, sizeof *value);
}

/** Internal: writes a list. */
static inline void my_timer_cbor_write_echo_request_record_list(my_timer_cbor_writer *writer, const my_timer_echo_request *items, size_t count)
{
    size_t i;
    if (!my_timer_cbor_begin_items(writer, items, count))
        return;
    for (i = 0; i < count && !writer->error; i++, items++)
        my_timer_echo_request_encode(writer, items);
}

/** Internal: reads a list into the reader's memory. */
static inline bool my_timer_cbor_read_echo_request_record_list(my_timer_cbor_reader *reader, const my_timer_echo_request **items, size_t *count)
{
    my_timer_cbor_items list;
    my_timer_echo_request *to = (my_timer_echo_request *)my_timer_cbor_begin_list(reader, &list, sizeof *to, count);
    for (*items = to; my_timer_cbor_next(reader, &list); to++)
        my_timer_echo_request_decode(reader, to);
    return !my_timer_cbor_failed(reader);
}

/** Internal: writes a list. */
static inline void my_timer_cbor_write_text_list(my_timer_cbor_writer *writer, const char *const *items, size_t count)
{
    size_t i;
    if (!my_timer_cbor_begin_items(writer, items, count))
        return;
    for (i = 0; i < count && !writer->error; i++, items++)
        my_timer_cbor_write_text(writer, *items);
}

/** Internal: reads a list into the reader's memory. */
static inline bool my_timer_cbor_read_text_list(my_timer_cbor_reader *reader, const char *const **items, size_t *count)
{
    my_timer_cbor_items list;
    const char **to = (const char **)my_timer_cbor_begin_list(reader, &list, sizeof *to, count);
    for (*items = to; my_timer_cbor_next(reader, &list); to++)
        my_timer_cbor_take_text(reader, to, NULL);
    return !my_timer_cbor_failed(reader);
}

/** Writes a my_timer_complex_request as a map. */
static inline void my_timer_complex_request_encode(my_timer_cbor_writer *writer, const my_timer_complex_request *value)
{
    if (!my_timer_cbor_begin_struct(writer, value, 4))
        return;
    my_timer_cbor_write_key(writer, "messages");
    my_timer_cbor_write_echo_request_record_list(writer, value->messages, value->messages_count);
    my_timer_cbor_write_key(writer, "tags");
    my_timer_cbor_write_text_list(writer, value->tags, value->tags_count);
    my_timer_cbor_write_key(writer, "note");
    if (value->note != NULL)
        my_timer_cbor_write_text(writer, value->note);
    else
        my_timer_cbor_write_null(writer);
    my_timer_cbor_write_key(writer, "retries");
    if (value->has_retries)
        my_timer_cbor_write_int(writer, value->retries);
    else
        my_timer_cbor_write_null(writer);
    my_timer_cbor_end_struct(writer);
}

/** Reads a my_timer_complex_request; what it points to lies in the reader's memory. Zeros if that fails. */
static inline bool my_timer_complex_request_decode(my_timer_cbor_reader *reader, my_timer_complex_request *value)
{
    static const char *const keys[] = {"messages", "tags", "note", "retries"};
    my_timer_cbor_members members;
    memset(value, 0, sizeof *value);
    my_timer_cbor_begin_members(reader, &members, keys, 4, UINT64_C(0xc));
    while (my_timer_cbor_next_member(reader, &members)) {
        switch (members.member) {
        case 0: my_timer_cbor_read_echo_request_record_list(reader, &value->messages, &value->messages_count); break;
        case 1: my_timer_cbor_read_text_list(reader, &value->tags, &value->tags_count); break;
        case 2: if (!my_timer_cbor_accept_null(reader)) my_timer_cbor_take_text(reader, &value->note, NULL); break;
        case 3: value->has_retries = !my_timer_cbor_accept_null(reader) && my_timer_cbor_read_int32(reader, &value->retries); break;
        default: break;
        }
    }
    return my_timer_cbor_decoded(reader, value, sizeof *value);
}

/** Writes a my_timer_schedule_result as a map. */
static inline void my_timer_schedule_result_encode(my_timer_cbor_writer *writer, const my_timer_schedule_result *value)
{
    if (!my_timer_cbor_begin_struct(writer, value, 5))
        return;
    my_timer_cbor_write_key(writer, "jobId");
    my_timer_cbor_write_text(writer, value->job_id);
    my_timer_cbor_write_key(writer, "willRunCount");
    my_timer_cbor_write_int(writer, value->will_run_count);
    my_timer_cbor_write_key(writer, "firstRunAtMs");
    my_timer_cbor_write_int(writer, value->first_run_at_ms);
    my_timer_cbor_write_key(writer, "effectiveBackoffMs");
    my_timer_cbor_write_int(writer, value->effective_backoff_ms);
    my_timer_cbor_write_key(writer, "priority");
    my_timer_priority_encode(writer, value->priority);
    my_timer_cbor_end_struct(writer);
}

/** Reads a my_timer_schedule_result; what it points to lies in the reader's memory. Zeros if that fails. */
static inline bool my_timer_schedule_result_decode(my_timer_cbor_reader *reader, my_timer_schedule_result *value)
{
    static const char *const keys[] = {"jobId", "willRunCount", "firstRunAtMs", "effectiveBackoffMs", "priority"};
    my_timer_cbor_members members;
    memset(value, 0, sizeof *value);
    my_timer_cbor_begin_members(reader, &members, keys, 5, 0);
    while (my_timer_cbor_next_member(reader, &members)) {
        switch (members.member) {
        case 0: my_timer_cbor_take_text(reader, &value->job_id, NULL); break;
        case 1: my_timer_cbor_read_int64(reader, &value->will_run_count); break;
        case 2: my_timer_cbor_read_int64(reader, &value->first_run_at_ms); break;
        case 3: my_timer_cbor_read_int64(reader, &value->effective_backoff_ms); break;
        case 4: my_timer_priority_decode(reader, &value->priority); break;
        default: break;
        }
    }
    return my_timer_cbor_decoded(reader, value, sizeof *value);
}

/** Writes a my_timer_job_spec as a map. */
static inline void my_timer_job_spec_encode(my_timer_cbor_writer *writer, const my_timer_job_spec *value)
{
    if (!my_timer_cbor_begin_struct(writer, value, 3))
        return;
    my_timer_cbor_write_key(writer, "name");
    my_timer_cbor_write_text(writer, value->name);
    my_timer_cbor_write_key(writer, "payload");
    my_timer_cbor_write_text_list(writer, value->payload, value->payload_count);
    my_timer_cbor_write_key(writer, "priority");
    my_timer_priority_encode(writer, value->priority);
    my_timer_cbor_end_struct(writer);
}

/** Reads a my_timer_job_spec; what it points to lies in the reader's memory. Zeros if that fails. */
static inline bool my_timer_job_spec_decode(my_timer_cbor_reader *reader, my_timer_job_spec *value)
{
    static const char *const keys[] = {"name", "payload", "priority"};
    my_timer_cbor_members members;
    memset(value, 0, sizeof *value);
    my_timer_cbor_begin_members(reader, &members, keys, 3, 0);
    while (my_timer_cbor_next_member(reader, &members)) {
        switch (members.member) {
        case 0: my_timer_cbor_take_text(reader, &value->name, NULL); break;
        case 1: my_timer_cbor_read_text_list(reader, &value->payload, &value->payload_count); break;
        case 2: my_timer_priority_decode(reader, &value->priority); break;
        default: break;
        }
    }
    return my_timer_cbor_decoded(reader, value, sizeof *value);
}

/** Writes a my_timer_retry_policy as a map. */
static inline void my_timer_retry_policy_encode(my_timer_cbor_writer *writer, const my_timer_retry_policy *value)
{
    if (!my_timer_cbor_begin_struct(writer, value, 3))
        return;
    my_timer_cbor_write_key(writer, "maxAttempts");
    my_timer_cbor_write_int(writer, value->max_attempts);
    my_timer_cbor_write_key(writer, "backoffMs");
    my_timer_cbor_write_int(writer, value->backoff_ms);
    my_timer_cbor_write_key(writer, "retryOn");
    my_timer_cbor_write_text_list(writer, value->retry_on, value->retry_on_count);
    my_timer_cbor_end_struct(writer);
}

/** Reads a my_timer_retry_policy; what it points to lies in the reader's memory. Zeros if that fails. */
static inline bool my_timer_retry_policy_decode(my_timer_cbor_reader *reader, my_timer_retry_policy *value)
{
    static const char *const keys[] = {"maxAttempts", "backoffMs", "retryOn"};
    my_timer_cbor_members members;
    memset(value, 0, sizeof *value);
    my_timer_cbor_begin_members(reader, &members, keys, 3, 0);
    while (my_timer_cbor_next_member(reader, &members)) {
        switch (members.member) {
        case 0: my_timer_cbor_read_int32(reader, &value->max_attempts); break;
        case 1: my_timer_cbor_read_int64(reader, &value->backoff_ms); break;
        case 2: my_timer_cbor_read_text_list(reader, &value->retry_on, &value->retry_on_count); break;
        default: break;
        }
    }
    return my_timer_cbor_decoded(reader, value, sizeof *value);
}

/** Writes a my_timer_schedule_config as a map. */
static inline void my_timer_schedule_config_encode(my_timer_cbor_writer *writer, const my_timer_schedule_config *value)
{
    if (!my_timer_cbor_begin_struct(writer, value, 3))
        return;
    my_timer_cbor_write_key(writer, "startAtMs");
    my_timer_cbor_write_int(writer, value->start_at_ms);
    my_timer_cbor_write_key(writer, "intervalMs");
    my_timer_cbor_write_int(writer, value->interval_ms);
    my_timer_cbor_write_key(writer, "jitter");
    if (value->has_jitter)
        my_timer_cbor_write_int(writer, value->jitter);
    else
        my_timer_cbor_write_null(writer);
    my_timer_cbor_end_struct(writer);
}

/** Reads a my_timer_schedule_config; what it points to lies in the reader's memory. Zeros if that fails. */
static inline bool my_timer_schedule_config_decode(my_timer_cbor_reader *reader, my_timer_schedule_config *value)
{
    static const char *const keys[] = {"startAtMs", "intervalMs", "jitter"};
    my_timer_cbor_members members;
    memset(value, 0, sizeof *value);
    my_timer_cbor_begin_members(reader, &members, keys, 3, UINT64_C(0x4));
    while (my_timer_cbor_next_member(reader, &members)) {
        switch (members.member) {
        case 0: my_timer_cbor_read_int64(reader, &value->start_at_ms); break;
        case 1: my_timer_cbor_read_int64(reader, &value->interval_ms); break;
        case 2: value->has_jitter = !my_timer_cbor_accept_null(reader) && my_timer_cbor_read_int64(reader, &value->jitter); break;
        default: break;
        }
    }
    return my_timer_cbor_decoded(reader, value, sizeof *value);
}

/** Writes a my_timer_echo_event as a map. */
static inline void my_timer_echo_event_encode(my_timer_cbor_writer *writer, const my_timer_echo_event *value)
{
    if (!my_timer_cbor_begin_struct(writer, value, 2))
        return;
    my_timer_cbor_write_key(writer, "message");
    my_timer_cbor_write_text(writer, value->message);
    my_timer_cbor_write_key(writer, "echoCount");
    my_timer_cbor_write_int(writer, value->echo_count);
    my_timer_cbor_end_struct(writer);
}

/** Reads a my_timer_echo_event; what it points to lies in the reader's memory. Zeros if that fails. */
static inline bool my_timer_echo_event_decode(my_timer_cbor_reader *reader, my_timer_echo_event *value)
{
    static const char *const keys[] = {"message", "echoCount"};
    my_timer_cbor_members members;
    memset(value, 0, sizeof *value);
    my_timer_cbor_begin_members(reader, &members, keys, 2, 0);
    while (my_timer_cbor_next_member(reader, &members)) {
        switch (members.member) {
        case 0: my_timer_cbor_take_text(reader, &value->message, NULL); break;
        case 1: my_timer_cbor_read_int64(reader, &value->echo_count); break;
        default: break;
        }
    }
    return my_timer_cbor_decoded(reader, value, sizeof *value);
}

/** Writes a my_timer_job_event as a map. */
static inline void my_timer_job_event_encode(my_timer_cbor_writer *writer, const my_timer_job_event *value)
{
    if (!my_timer_cbor_begin_struct(writer, value, 2))
        return;
    my_timer_cbor_write_key(writer, "jobId");
    my_timer_cbor_write_text(writer, value->job_id);
    my_timer_cbor_write_key(writer, "willRunCount");
    my_timer_cbor_write_int(writer, value->will_run_count);
    my_timer_cbor_end_struct(writer);
}

/** Reads a my_timer_job_event; what it points to lies in the reader's memory. Zeros if that fails. */
static inline bool my_timer_job_event_decode(my_timer_cbor_reader *reader, my_timer_job_event *value)
{
    static const char *const keys[] = {"jobId", "willRunCount"};
    my_timer_cbor_members members;
    memset(value, 0, sizeof *value);
    my_timer_cbor_begin_members(reader, &members, keys, 2, 0);
    while (my_timer_cbor_next_member(reader, &members)) {
        switch (members.member) {
        case 0: my_timer_cbor_take_text(reader, &value->job_id, NULL); break;
        case 1: my_timer_cbor_read_int64(reader, &value->will_run_count); break;
        default: break;
        }
    }
    return my_timer_cbor_decoded(reader, value, sizeof *value);
}

/* ---- calls and events ---- */

/** Writes what my_timer_version_cbor takes: the map of its parameters. */
static inline void my_timer_version_cbor_request(my_timer_cbor_writer *writer)
{
    my_timer_cbor_write_map(writer, 0);
}

/** Writes a whole frame that calls version. */
static inline void my_timer_version_cbor_frame(my_timer_cbor_writer *writer)
{
    my_timer_frame_begin_request(writer, "version");
    my_timer_version_cbor_request(writer);
    my_timer_frame_end(writer);
}

/** Reads the reply of version, into zeros if that fails. What it points to lies in the reader's memory. */
static inline bool my_timer_version_cbor_reply(my_timer_cbor_reader *reader, const char **reply)
{
    my_timer_cbor_take_text(reader, reply, NULL);
    my_timer_cbor_finish(reader);
    return my_timer_cbor_decoded(reader, reply, sizeof *reply);
}

/** Writes what my_timer_lib_version_cbor takes: the map of its parameters. */
static inline void my_timer_lib_version_cbor_request(my_timer_cbor_writer *writer)
{
    my_timer_cbor_write_map(writer, 0);
}

/** Writes a whole frame that calls lib_version. */
static inline void my_timer_lib_version_cbor_frame(my_timer_cbor_writer *writer)
{
    my_timer_frame_begin_request(writer, "lib_version");
    my_timer_lib_version_cbor_request(writer);
    my_timer_frame_end(writer);
}

/** Reads the reply of lib_version, into zeros if that fails. What it points to lies in the reader's memory. */
static inline bool my_timer_lib_version_cbor_reply(my_timer_cbor_reader *reader, const char **reply)
{
    my_timer_cbor_take_text(reader, reply, NULL);
    my_timer_cbor_finish(reader);
    return my_timer_cbor_decoded(reader, reply, sizeof *reply);
}

/** Writes what my_timer_echo_cbor takes: the map of its parameters. */
static inline void my_timer_echo_cbor_request(my_timer_cbor_writer *writer, const my_timer_echo_request *req)
{
    my_timer_cbor_write_map(writer, 1);
    my_timer_cbor_write_key(writer, "req");
    my_timer_echo_request_encode(writer, req);
}

/** Writes a whole frame that calls echo. */
static inline void my_timer_echo_cbor_frame(my_timer_cbor_writer *writer, const my_timer_echo_request *req)
{
    my_timer_frame_begin_request(writer, "echo");
    my_timer_echo_cbor_request(writer, req);
    my_timer_frame_end(writer);
}

/** Reads the reply of echo, into zeros if that fails. What it points to lies in the reader's memory. */
static inline bool my_timer_echo_cbor_reply(my_timer_cbor_reader *reader, my_timer_echo_response *reply)
{
    my_timer_echo_response_decode(reader, reply);
    my_timer_cbor_finish(reader);
    return my_timer_cbor_decoded(reader, reply, sizeof *reply);
}

/** Writes what my_timer_complex_cbor takes: the map of its parameters. */
static inline void my_timer_complex_cbor_request(my_timer_cbor_writer *writer, const my_timer_complex_request *req)
{
    my_timer_cbor_write_map(writer, 1);
    my_timer_cbor_write_key(writer, "req");
    my_timer_complex_request_encode(writer, req);
}

/** Writes a whole frame that calls complex. */
static inline void my_timer_complex_cbor_frame(my_timer_cbor_writer *writer, const my_timer_complex_request *req)
{
    my_timer_frame_begin_request(writer, "complex");
    my_timer_complex_cbor_request(writer, req);
    my_timer_frame_end(writer);
}

/** Reads the reply of complex, into zeros if that fails. What it points to lies in the reader's memory. */
static inline bool my_timer_complex_cbor_reply(my_timer_cbor_reader *reader, my_timer_complex_response *reply)
{
    my_timer_complex_response_decode(reader, reply);
    my_timer_cbor_finish(reader);
    return my_timer_cbor_decoded(reader, reply, sizeof *reply);
}

/** Writes what my_timer_schedule_cbor takes: the map of its parameters. */
static inline void my_timer_schedule_cbor_request(my_timer_cbor_writer *writer, const my_timer_job_spec *job, const my_timer_retry_policy *retry, const my_timer_schedule_config *schedule)
{
    my_timer_cbor_write_map(writer, 3);
    my_timer_cbor_write_key(writer, "job");
    my_timer_job_spec_encode(writer, job);
    my_timer_cbor_write_key(writer, "retry");
    my_timer_retry_policy_encode(writer, retry);
    my_timer_cbor_write_key(writer, "schedule");
    my_timer_schedule_config_encode(writer, schedule);
}

/** Writes a whole frame that calls schedule. */
static inline void my_timer_schedule_cbor_frame(my_timer_cbor_writer *writer, const my_timer_job_spec *job, const my_timer_retry_policy *retry, const my_timer_schedule_config *schedule)
{
    my_timer_frame_begin_request(writer, "schedule");
    my_timer_schedule_cbor_request(writer, job, retry, schedule);
    my_timer_frame_end(writer);
}

/** Reads the reply of schedule, into zeros if that fails. What it points to lies in the reader's memory. */
static inline bool my_timer_schedule_cbor_reply(my_timer_cbor_reader *reader, my_timer_schedule_result *reply)
{
    my_timer_schedule_result_decode(reader, reply);
    my_timer_cbor_finish(reader);
    return my_timer_cbor_decoded(reader, reply, sizeof *reply);
}

/** Reads the payload of on_echo_fired, into zeros if that fails; what it points to lies in the reader's memory. */
static inline bool my_timer_on_echo_fired_cbor_event(my_timer_cbor_reader *reader, my_timer_echo_event *event)
{
    return my_timer_echo_event_decode(reader, event);
}

/** Reads the payload of on_job_scheduled, into zeros if that fails; what it points to lies in the reader's memory. */
static inline bool my_timer_on_job_scheduled_cbor_event(my_timer_cbor_reader *reader, my_timer_job_event *event)
{
    return my_timer_job_event_decode(reader, event);
}

#endif
