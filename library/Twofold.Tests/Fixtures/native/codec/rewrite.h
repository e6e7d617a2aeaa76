/* Reads an item and writes it again, using only the typed functions. */
#ifndef CODEC_REWRITE_H
#define CODEC_REWRITE_H

#include <fixtures_cbor.h>

/* False if the item cannot be read, or if no function writes such an item. */
bool rewrite(fixtures_cbor_reader *reader, fixtures_cbor_writer *writer);

#endif
