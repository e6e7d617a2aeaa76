/* Checks of the functions that write a request or read a reply, with buffers of any size. */
#ifndef CODEC_H
#define CODEC_H

#include <fixtures_cbor.h>

/* The state of the struct after a read. */
typedef enum codec_verdict {
    CODEC_SAME,    /* it has the expected value */
    CODEC_OTHER,   /* it has another value */
    CODEC_REFUSED, /* the read failed, and it is all zeros */
    CODEC_DIRTY    /* the read failed, but it is not all zeros */
} codec_verdict;

typedef void codec_write(fixtures_cbor_writer *writer);
typedef codec_verdict codec_read(fixtures_cbor_reader *reader);

/* Whether it can be written into a growing buffer and into one of exactly the right size, but not into a
 * smaller one. `writer` is the growing one. */
bool codec_writes(codec_write *write, fixtures_cbor_writer *writer);

/* Whether the first function writes a frame that calls the method with the parameters that the second one
 * writes, on the object with this number unless it is 0. */
bool codec_frames(codec_write *frame, codec_write *request, const char *method, uint8_t handle);

/* Whether writing fails with this message, for buffers of every size. */
bool codec_refuses_to_write(codec_write *write, const char *error);

/* Whether it can be read with growing memory and with exactly enough memory, but not with less memory, with
 * missing bytes or, where nothing may follow, with trailing bytes. */
bool codec_reads(codec_read *read, const uint8_t *bytes, size_t size, bool is_whole);

/* Whether reading fails with this message. */
bool codec_refuses_to_read(codec_read *read, const uint8_t *bytes, size_t size, const char *error);

#endif
