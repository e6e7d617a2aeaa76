/* Bytes from hexadecimal text, in a heap buffer of exactly their size, so that sanitizers detect a read past
 * the end. */
#ifndef CODEC_BYTES_H
#define CODEC_BYTES_H

#include <stddef.h>
#include <stdint.h>

typedef struct bytes {
    uint8_t *data;
    size_t size;
} bytes;

/* Ends the program if the text is not hexadecimal. */
bytes bytes_of(const char *hex);

/* The first `size` of the bytes. */
bytes bytes_cut(const bytes *whole, size_t size);

/* The bytes of the text, repeated `times` times. */
bytes bytes_repeated(const char *hex, size_t times);

void bytes_free(bytes *bytes);

#endif
