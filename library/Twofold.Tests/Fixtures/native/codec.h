/* What must hold for the functions that write a request or read a reply, in whatever room they are given. */
#ifndef CODEC_H
#define CODEC_H

#include <fixtures_cbor.h>

/* What has become of the struct that was read into. */
typedef enum codec_verdict {
    CODEC_SAME,    /* it is what was expected */
    CODEC_OTHER,   /* it is something else */
    CODEC_REFUSED, /* it is zeros, since it could not be read */
    CODEC_DIRTY    /* it could not be read, but is not zeros */
} codec_verdict;

typedef void codec_write(fixtures_cbor_writer *writer);
typedef codec_verdict codec_read(fixtures_cbor_reader *reader);

/* Whether it can be written into a buffer that grows and into one that is just large enough, and into none
 * that is smaller; `writer` is the one that grew. */
bool codec_writes(codec_write *write, fixtures_cbor_writer *writer);

/* Whether the one writes a frame that calls the method with what the other writes; of the object with this
 * number, unless it is 0. */
bool codec_frames(codec_write *frame, codec_write *request, const char *method, uint8_t handle);

/* Whether writing fails with this text, into a buffer of whatever size. */
bool codec_refuses_to_write(codec_write *write, const char *error);

/* Whether it can be read: with memory that grows and with just enough of it, but not with less, nor when
 * bytes are missing, nor, where they are all there may be, when bytes follow. */
bool codec_reads(codec_read *read, const uint8_t *bytes, size_t size, bool is_whole);

/* Whether reading fails with this text. */
bool codec_refuses_to_read(codec_read *read, const uint8_t *bytes, size_t size, const char *error);

#endif
