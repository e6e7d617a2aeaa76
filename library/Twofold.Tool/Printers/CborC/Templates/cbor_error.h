#include <float.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/*
 * CBOR (RFC 8949) in one header: a writer, a reader and the frames of the protocol. It does not need the
 * library.
 *
 * Errors are sticky: after the first error a writer or reader does nothing more, so a caller can read or
 * write a whole message and check `error` once. Threads share no state.
 */

/** Limit of nesting, for arrays and maps that are read and structs that are written; may be redefined. */
#ifndef MY_LIBRARY_CBOR_MAX_DEPTH
#define MY_LIBRARY_CBOR_MAX_DEPTH 64
#endif

/** Internal: marks functions that are rarely called. */
#ifdef __GNUC__
#define MY_LIBRARY_CBOR_RARE __attribute__((cold))
#else
#define MY_LIBRARY_CBOR_RARE
#endif

/** The error of a reader or a writer; the _explain functions return a message with the position. */
typedef enum my_library_cbor_error {
    MY_LIBRARY_CBOR_NO_ERROR = 0,        /**< No error. */
    MY_LIBRARY_CBOR_ERROR_TRUNCATED,     /**< Not well-formed: the bytes end within an item. */
    MY_LIBRARY_CBOR_ERROR_RESERVED,      /**< Not well-formed: reserved additional information in a head. */
    MY_LIBRARY_CBOR_ERROR_LONG_SIMPLE,   /**< Not well-formed: a simple value below 32 in two bytes. */
    MY_LIBRARY_CBOR_ERROR_BREAK,         /**< Not well-formed: a break in place of an item. */
    MY_LIBRARY_CBOR_ERROR_CHUNK,         /**< Not well-formed: a chunk of another type than its string. */
    MY_LIBRARY_CBOR_ERROR_TRAILING,      /**< Bytes follow the last item. */
    MY_LIBRARY_CBOR_ERROR_DEPTH,         /**< More than MY_LIBRARY_CBOR_MAX_DEPTH levels of nesting. */
    MY_LIBRARY_CBOR_ERROR_TYPE,          /**< An item of another type than requested. */
    MY_LIBRARY_CBOR_ERROR_RANGE,         /**< A number outside the range of its type. */
    MY_LIBRARY_CBOR_ERROR_VALUE,         /**< A value that its type cannot represent: no date, no decimal. */
    MY_LIBRARY_CBOR_ERROR_STEP,          /**< A duration that is not a multiple of 100 nanoseconds. */
    MY_LIBRARY_CBOR_ERROR_INEXACT,       /**< An integer that a float cannot represent exactly. */
    MY_LIBRARY_CBOR_ERROR_CHOICE,        /**< A text or a number that is not a member of its enum. */
    MY_LIBRARY_CBOR_ERROR_UTF8,          /**< Text that is not UTF-8. */
    MY_LIBRARY_CBOR_ERROR_NUL,           /**< Text with U+0000, which a C string cannot carry. */
    MY_LIBRARY_CBOR_ERROR_KEY_TYPE,      /**< A map has a key that is not text. */
    MY_LIBRARY_CBOR_ERROR_DUPLICATE_KEY, /**< A map has a duplicate key. */
    MY_LIBRARY_CBOR_ERROR_MISSING_KEY,   /**< A map lacks a key. */
    MY_LIBRARY_CBOR_ERROR_IN_CHUNKS,     /**< A string in chunks cannot be read in place. */
    MY_LIBRARY_CBOR_ERROR_FULL,          /**< The caller's buffer or the memory limit is exceeded. */
    MY_LIBRARY_CBOR_ERROR_MEMORY,        /**< Out of memory. */
    MY_LIBRARY_CBOR_ERROR_NULL,          /**< A pointer is NULL, but a value is required. */
    MY_LIBRARY_CBOR_ERROR_TOO_LARGE      /**< A frame exceeds its limit. */
} my_library_cbor_error;

/** Internal: a member of an enum; an array of members ends with a NULL text. */
typedef struct my_library_cbor_choice {
    const char *text; /**< The text on the wire. */
    const char *name; /**< The name in C, without the name of its enum. */
    int32_t number;   /**< The value in C. */
} my_library_cbor_choice;
