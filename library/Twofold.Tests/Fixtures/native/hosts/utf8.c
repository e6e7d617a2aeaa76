#include "utf8.h"

/* The length of the sequence that starts with this byte, or 0; and the smallest code point of that length. */
static size_t length_of(uint8_t first, uint32_t *least)
{
    *least = first < 0xe0 ? 0x80 : first < 0xf0 ? 0x800 : 0x10000;
    if (first < 0x80)
        return *least = 0, 1;
    if (first < 0xc2 || first > 0xf4)
        return 0;
    return first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
}

bool is_utf8(const uint8_t *text, size_t size)
{
    size_t at = 0, i, length;
    uint32_t least, value;
    while (at < size) {
        length = length_of(text[at], &least);
        if (length == 0 || length > size - at)
            return false;
        value = length == 1 ? text[at] : text[at] & (0x7fu >> length);
        for (i = 1; i < length; i++) {
            if ((text[at + i] & 0xc0) != 0x80)
                return false;
            value = value << 6 | (text[at + i] & 0x3fu);
        }
        if (value < least || value > 0x10ffff || (value >= 0xd800 && value <= 0xdfff))
            return false;
        at += length;
    }
    return true;
}
