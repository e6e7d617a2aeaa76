/* Checks UTF-8. */
#ifndef UTF8_H
#define UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Whether the bytes are UTF-8 (RFC 3629): no surrogates and no overlong forms. */
bool is_utf8(const uint8_t *text, size_t size);

#endif
