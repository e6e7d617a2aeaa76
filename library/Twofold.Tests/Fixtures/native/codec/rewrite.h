/* Reads an item and writes it again, with the typed reads and writes alone. */
#ifndef CODEC_REWRITE_H
#define CODEC_REWRITE_H

#include <fixtures_cbor.h>

/* False if it cannot be read, or if nothing writes such an item. */
bool rewrite(fixtures_cbor_reader *reader, fixtures_cbor_writer *writer);

#endif
