/* Formats items that the reader reads in diagnostic notation (RFC 8949 section 8). */
#ifndef CODEC_DIAGNOSE_H
#define CODEC_DIAGNOSE_H

#include <fixtures_cbor.h>

enum {
    LONGEST_NOTATION = 512
};

/* Writes the notation of one item into `text`. If `definite`, an indefinite length is shown as a definite
 * one. */
bool diagnose(fixtures_cbor_reader *reader, bool definite, char text[LONGEST_NOTATION]);

#endif
