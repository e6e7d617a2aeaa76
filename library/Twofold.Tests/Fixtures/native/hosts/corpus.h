/* Bad requests: malformed CBOR, and valid requests with random changes. */
#ifndef CORPUS_H
#define CORPUS_H

#include <stddef.h>
#include <stdint.h>

/* The size of the longest request, and of the longest changed request. */
#define LONGEST_REQUEST 1024
#define LONGEST_CHANGED (LONGEST_REQUEST + 32)

/* The number of malformed items: at least one of each kind in RFC 8949, appendix F. */
size_t malformed_count(void);

/* Writes one malformed item and returns its size. */
size_t malformed(size_t index, uint8_t bytes[LONGEST_CHANGED]);

/* Reads hexadecimal text and returns the number of bytes, or 0 if the text is invalid or too long. */
size_t from_hex(const char *text, uint8_t bytes[LONGEST_CHANGED]);

/* Writes a request with one to three changes and returns its size. Updates the state for the next request. */
size_t change(const uint8_t *request, size_t size, uint8_t changed[LONGEST_CHANGED], uint64_t *state);

#endif
