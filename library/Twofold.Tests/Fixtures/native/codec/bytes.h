/* Bytes that are given in hexadecimal, on the heap and no more than they are, so that a read beyond is
 * noticed. */
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

/* The first of them. */
bytes bytes_cut(const bytes *whole, size_t size);

/* The text, `times` over. */
bytes bytes_repeated(const char *hex, size_t times);

void bytes_free(bytes *bytes);

#endif
