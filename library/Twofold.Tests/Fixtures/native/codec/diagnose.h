/* Diagnostic notation (RFC 8949 section 8) of what the reader reads. */
#ifndef CODEC_DIAGNOSE_H
#define CODEC_DIAGNOSE_H

#include <fixtures_cbor.h>

enum {
    LONGEST_NOTATION = 512
};

/* Puts one item's notation into `text`. If `definite`, what has no length is shown as if it had one. */
bool diagnose(fixtures_cbor_reader *reader, bool definite, char text[LONGEST_NOTATION]);

#endif
