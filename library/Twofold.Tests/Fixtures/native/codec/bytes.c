#include "bytes.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static bytes allocate(size_t size)
{
    bytes made = {malloc(size == 0 ? 1 : size), size};
    if (made.data == NULL) {
        fprintf(stderr, "out of memory\n");
        exit(2);
    }
    return made;
}

bytes bytes_of(const char *hex)
{
    bytes made = allocate(strlen(hex) / 2);
    unsigned value;
    size_t i;
    for (i = 0; i < made.size; i++) {
        if (sscanf(hex + 2 * i, "%2x", &value) != 1) {
            fprintf(stderr, "no hexadecimal: %s\n", hex);
            exit(2);
        }
        made.data[i] = (uint8_t)value;
    }
    return made;
}

bytes bytes_cut(const bytes *whole, size_t size)
{
    bytes made = allocate(size);
    memcpy(made.data, whole->data, size);
    return made;
}

bytes bytes_repeated(const char *hex, size_t times)
{
    bytes one = bytes_of(hex), made = allocate(one.size * times);
    size_t i;
    for (i = 0; i < times; i++)
        memcpy(made.data + i * one.size, one.data, one.size);
    bytes_free(&one);
    return made;
}

void bytes_free(bytes *bytes)
{
    free(bytes->data);
    bytes->data = NULL;
}
