/* All functions that read an item, for checks that apply to each of them. */
#ifndef CODEC_READS_H
#define CODEC_READS_H

#include <fixtures_cbor.h>

typedef struct typed_read {
    const char *name;
    void (*read)(fixtures_cbor_reader *reader);
} typed_read;

enum {
    READ_COUNT = 26
};

extern const typed_read READS[READ_COUNT];

#endif
