/* An echo of "hello" as CBOR, for calls within the process. */
#ifndef BENCH_ECHO_CBOR_H
#define BENCH_ECHO_CBOR_H

#include <stdint.h>

/** {"req": {"message": "hello", "delayMs": 0}} */
static const uint8_t ECHO_CBOR[] = {0xa1, 0x63, 'r', 'e', 'q',  0xa2, 0x67, 'm', 'e', 's',
                                    's',  'a',  'g', 'e', 0x65, 'h',  'e',  'l', 'l', 'o',
                                    0x67, 'd',  'e', 'l', 'a',  'y',  'M',  's', 0x00};

/** {"echoed": "hello", "timerName": "bench"} */
enum {
    ECHO_REPLY_SIZE = 1 + 7 + 6 + 10 + 6
};

#endif
