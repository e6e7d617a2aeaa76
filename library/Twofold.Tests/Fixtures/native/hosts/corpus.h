/* Requests that are bad: CBOR that is malformed, and valid requests that something has happened to. */
#ifndef CORPUS_H
#define CORPUS_H

#include <stddef.h>
#include <stdint.h>

/* The longest request that is taken, and the most that a change makes of one. */
#define LONGEST_REQUEST 1024
#define LONGEST_CHANGED (LONGEST_REQUEST + 32)

/* How many malformed items there are, one or more of each kind in RFC 8949, appendix F. */
size_t malformed_count(void);

/* Writes one of them and returns its size. */
size_t malformed(size_t index, uint8_t bytes[LONGEST_CHANGED]);

/* Reads hexadecimal text; the number of bytes, or 0 if it is none or too long. */
size_t from_hex(const char *text, uint8_t bytes[LONGEST_CHANGED]);

/* Writes a request with one to three changes and returns its size; the state is the seed of the next. */
size_t change(const uint8_t *request, size_t size, uint8_t changed[LONGEST_CHANGED], uint64_t *state);

#endif
