/* Whether text is what it should be. */
#ifndef UTF8_H
#define UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Whether the bytes are UTF-8 (RFC 3629): no surrogates, nothing longer than it must be. */
bool is_utf8(const uint8_t *text, size_t size);

#endif
