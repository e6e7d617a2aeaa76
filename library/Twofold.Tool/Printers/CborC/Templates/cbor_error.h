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
#ifndef MY_LIBRARY_CBOR_MAX_DEPTH
#define MY_LIBRARY_CBOR_MAX_DEPTH 64
#endif

/** Internal: marks functions that are rarely called, so that their callers stay short. */
#ifdef __GNUC__
#define MY_LIBRARY_CBOR_RARE __attribute__((cold))
#else
#define MY_LIBRARY_CBOR_RARE
#endif

/** Why a reader or a writer does nothing more; the _explain functions say it in words, with the place. */
typedef enum my_library_cbor_error {
    MY_LIBRARY_CBOR_NO_ERROR = 0,        /**< All is well. */
    MY_LIBRARY_CBOR_ERROR_TRUNCATED,     /**< Not well-formed: the bytes end within an item. */
    MY_LIBRARY_CBOR_ERROR_RESERVED,      /**< Not well-formed: reserved additional information in a head. */
    MY_LIBRARY_CBOR_ERROR_LONG_SIMPLE,   /**< Not well-formed: a simple value below 32 in two bytes. */
    MY_LIBRARY_CBOR_ERROR_BREAK,         /**< Not well-formed: a break where an item is due. */
    MY_LIBRARY_CBOR_ERROR_CHUNK,         /**< Not well-formed: a chunk that does not belong to its string. */
    MY_LIBRARY_CBOR_ERROR_TRAILING,      /**< Bytes follow the item that should be the last. */
    MY_LIBRARY_CBOR_ERROR_DEPTH,         /**< Over MY_LIBRARY_CBOR_MAX_DEPTH levels. */
    MY_LIBRARY_CBOR_ERROR_TYPE,          /**< An item of another type than was asked for. */
    MY_LIBRARY_CBOR_ERROR_RANGE,         /**< A number that its type cannot hold. */
    MY_LIBRARY_CBOR_ERROR_INEXACT,       /**< An integer that a float cannot hold exactly. */
    MY_LIBRARY_CBOR_ERROR_CHOICE,        /**< A text or a number that is no member of its enum. */
    MY_LIBRARY_CBOR_ERROR_UTF8,          /**< Text that is not UTF-8. */
    MY_LIBRARY_CBOR_ERROR_NUL,           /**< Text with U+0000, which a C string cannot carry. */
    MY_LIBRARY_CBOR_ERROR_KEY_TYPE,      /**< A map has a key that is not text. */
    MY_LIBRARY_CBOR_ERROR_DUPLICATE_KEY, /**< A map has a key twice. */
    MY_LIBRARY_CBOR_ERROR_MISSING_KEY,   /**< A map lacks a key. */
    MY_LIBRARY_CBOR_ERROR_IN_CHUNKS,     /**< A string in chunks, which cannot be read in place. */
    MY_LIBRARY_CBOR_ERROR_FULL,          /**< It does not fit the caller's buffer, or the memory's limit. */
    MY_LIBRARY_CBOR_ERROR_MEMORY,        /**< The system has no memory left. */
    MY_LIBRARY_CBOR_ERROR_NULL,          /**< A pointer is NULL where something has to be written. */
    MY_LIBRARY_CBOR_ERROR_TOO_LARGE      /**< A frame is over its limit. */
} my_library_cbor_error;

/** Internal: a member of an enum; an array of them ends with one without text. */
typedef struct my_library_cbor_choice {
    const char *text; /**< As it is on the wire. */
    const char *name; /**< As C calls it, behind the name of its enum. */
    int32_t number;   /**< As it is in C. */
} my_library_cbor_choice;
