#include "corpus.h"

#include <string.h>

#include "standard.h"

#define LENGTH(array) (sizeof(array) / sizeof((array)[0]))

/* Cases that the table in the standard lacks: an empty input, and counts that exceed any document. */
static const char *const MORE[] = {"", "9bffffffffffffffff", "bb7fffffffffffffff"};

/* Significant bytes: breaks, indefinite lengths, long lengths, null, and the ends of ranges. */
static const uint8_t TELLING[] = {0x00, 0x18, 0x1b, 0x3b, 0x5f, 0x7b, 0x7f, 0x80, 0x9b, 0x9f, 0xa0,
                                  0xbb, 0xbf, 0xc0, 0xf4, 0xf6, 0xf7, 0xf9, 0xfb, 0xfe, 0xff};

/* SplitMix64: each seed gives its own sequence, which is the same on every platform. */
static uint64_t next(uint64_t *state)
{
    uint64_t value = *state += UINT64_C(0x9e3779b97f4a7c15);
    value = (value ^ (value >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
    value = (value ^ (value >> 27)) * UINT64_C(0x94d049bb133111eb);
    return value ^ (value >> 31);
}

static size_t below(size_t limit, uint64_t *state)
{
    return (size_t)(next(state) % limit);
}

static uint8_t digit(char letter)
{
    const char *const digits = "0123456789abcdef";
    const char *const found = letter == '\0' ? NULL : strchr(digits, letter);
    return found == NULL ? 0xff : (uint8_t)(found - digits);
}

size_t malformed_count(void)
{
    return LENGTH(MORE) + LENGTH(MALFORMED);
}

size_t malformed(size_t index, uint8_t bytes[LONGEST_CHANGED])
{
    return from_hex(index < LENGTH(MORE) ? MORE[index] : MALFORMED[index - LENGTH(MORE)].hex, bytes);
}

size_t from_hex(const char *text, uint8_t bytes[LONGEST_CHANGED])
{
    size_t size;
    for (size = 0; text[2 * size] != '\0'; size++) {
        const uint8_t high = digit(text[2 * size]), low = digit(text[2 * size + 1]);
        if (size == LONGEST_REQUEST || high == 0xff || low == 0xff)
            return 0;
        bytes[size] = (uint8_t)(high << 4 | low);
    }
    return size;
}

static size_t change_once(uint8_t *bytes, size_t size, uint64_t *state)
{
    const size_t at = below(size, state), rest = size - at;
    switch (below(6, state)) {
    case 0: /* flip a bit */
        bytes[at] = (uint8_t)(bytes[at] ^ 1u << below(8, state));
        return size;
    case 1: /* replace a byte with any byte */
        bytes[at] = (uint8_t)next(state);
        return size;
    case 2: /* replace a byte with a significant one */
        bytes[at] = TELLING[below(LENGTH(TELLING), state)];
        return size;
    case 3: /* remove a byte */
        if (size == 1)
            return size;
        memmove(bytes + at, bytes + at + 1, rest - 1);
        return size - 1;
    case 4: /* insert a byte */
        memmove(bytes + at + 1, bytes + at, rest);
        bytes[at] = TELLING[below(LENGTH(TELLING), state)];
        return size + 1;
    default: { /* swap two bytes */
        const size_t other = below(size, state);
        const uint8_t kept = bytes[at];
        bytes[at] = bytes[other];
        bytes[other] = kept;
        return size;
    }
    }
}

size_t change(const uint8_t *request, size_t size, uint8_t changed[LONGEST_CHANGED], uint64_t *state)
{
    size_t left = 1 + below(3, state);
    memcpy(changed, request, size);
    for (; left > 0; left--)
        size = change_once(changed, size, state);
    return size;
}
