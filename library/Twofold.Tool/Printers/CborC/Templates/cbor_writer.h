/* ---- CBOR writer ---- */

/** Encoded CBOR, in a buffer that grows with realloc or in the caller's buffer. */
typedef struct my_library_cbor_writer {
    uint8_t *data;               /**< The bytes written so far; any write may move them. */
    size_t size;                 /**< The number of bytes written. */
    size_t capacity;             /**< The size of the buffer. */
    bool fixed;                  /**< The buffer is the caller's and is never moved or freed. */
    my_library_cbor_error error; /**< The first error, or 0. */
    size_t start;                /**< The start of the frame's CBOR. */
    unsigned depth;              /**< Number of open structs. */
    const char *wanted;          /**< Internal: what was expected where NULL was found. */
    uint64_t number;             /**< Internal: its size or count, or the value that is not a member. */
    const my_library_cbor_choice *choices; /**< Internal: the members of the enum. */
    const char *found;                     /**< Internal: the text that was found. */
} my_library_cbor_writer;

/** A writer that allocates as it grows; release it with my_library_cbor_writer_free. */
static inline my_library_cbor_writer my_library_cbor_writer_growable(void)
{
    my_library_cbor_writer writer;
    memset(&writer, 0, sizeof writer);
    return writer;
}

/** A writer into `capacity` bytes at `buffer`; an item that does not fit is an error. */
static inline my_library_cbor_writer my_library_cbor_writer_fixed(void *buffer, size_t capacity)
{
    my_library_cbor_writer writer = my_library_cbor_writer_growable();
    writer.data = (uint8_t *)buffer;
    writer.capacity = capacity;
    writer.fixed = true;
    return writer;
}

/** Discards the output and any error; keeps the memory for the next message. */
static inline void my_library_cbor_writer_reset(my_library_cbor_writer *writer)
{
    writer->size = 0;
    writer->start = 0;
    writer->depth = 0;
    writer->error = MY_LIBRARY_CBOR_NO_ERROR;
}

/** Frees the memory of a growable writer and makes it empty; NULL and fixed writers are allowed. */
static inline void my_library_cbor_writer_free(my_library_cbor_writer *writer)
{
    if (writer == NULL || writer->fixed)
        return;
    free(writer->data);
    *writer = my_library_cbor_writer_growable();
}

/** Internal: sets the error, unless there is an earlier error. */
static inline void my_library_cbor_refuse(my_library_cbor_writer *writer, my_library_cbor_error error,
                                          const char *wanted, uint64_t number)
{
    if (writer->error != MY_LIBRARY_CBOR_NO_ERROR)
        return;
    writer->error = error;
    writer->wanted = wanted;
    writer->number = number;
}

/** Internal: appends `size` bytes for the caller to fill; NULL, with the error set, if they do not fit. */
static inline uint8_t *my_library_cbor_reserve(my_library_cbor_writer *writer, size_t size)
{
    uint8_t *start;
    if (writer->error != MY_LIBRARY_CBOR_NO_ERROR)
        return NULL;
    if (size > writer->capacity - writer->size) {
        size_t capacity = writer->capacity < 128 ? 128 : writer->capacity;
        uint8_t *data = NULL;
        if (writer->fixed) {
            writer->error = MY_LIBRARY_CBOR_ERROR_FULL;
            return NULL;
        }
        if (size <= SIZE_MAX / 2 - writer->size) {
            while (capacity < writer->size + size)
                capacity *= 2;
            data = (uint8_t *)realloc(writer->data, capacity);
        }
        if (data == NULL) {
            writer->error = MY_LIBRARY_CBOR_ERROR_MEMORY;
            return NULL;
        }
        writer->data = data;
        writer->capacity = capacity;
    }
    start = writer->data + writer->size;
    writer->size += size;
    return start;
}

/** Internal: writes the low `size` bytes of `value`, most significant first. */
static inline void my_library_cbor_store(uint8_t *to, uint64_t value, size_t size)
{
    while (size > 0) {
        to[--size] = (uint8_t)(value & 0xff);
        value >>= 8;
    }
}

/** Internal: writes the shortest head of an item, then `size` bytes of content: both or neither. */
static inline void my_library_cbor_put(my_library_cbor_writer *writer, unsigned major, uint64_t value,
                                       const void *content, size_t size)
{
    size_t width = value < 24            ? 0
                   : value <= UINT8_MAX  ? 1
                   : value <= UINT16_MAX ? 2
                   : value <= UINT32_MAX ? 4
                                         : 8;
    unsigned info = width == 0 ? (unsigned)value : width == 1 ? 24 : width == 2 ? 25 : width == 4 ? 26 : 27;
    uint8_t *to;
    if (size > SIZE_MAX - 9) {
        my_library_cbor_refuse(writer, MY_LIBRARY_CBOR_ERROR_MEMORY, NULL, 0);
        return;
    }
    to = my_library_cbor_reserve(writer, 1 + width + size);
    if (to == NULL)
        return;
    to[0] = (uint8_t)(major << 5 | info);
    my_library_cbor_store(to + 1, value, width);
    if (size > 0)
        memcpy(to + 1 + width, content, size);
}

/** Whether the bytes are UTF-8 (RFC 3629: no overlong forms, no surrogates, nothing past U+10FFFF). */
static inline bool my_library_cbor_is_utf8(const void *text, size_t size)
{
    const uint8_t *bytes = (const uint8_t *)text;
    size_t at = 0;
    while (at < size) {
        uint8_t lead = bytes[at++];
        uint8_t low = 0x80, high = 0xbf;
        size_t more = lead >= 0xf0 ? 3 : lead >= 0xe0 ? 2 : 1;
        if (lead < 0x80)
            continue;
        if (lead < 0xc2 || lead > 0xf4 || more > size - at)
            return false;
        /* Four lead bytes restrict the next byte: no overlong forms, no surrogates, nothing past U+10FFFF. */
        if (lead == 0xe0)
            low = 0xa0;
        else if (lead == 0xed)
            high = 0x9f;
        else if (lead == 0xf0)
            low = 0x90;
        else if (lead == 0xf4)
            high = 0x8f;
        for (; more > 0; more--, at++) {
            if (bytes[at] < low || bytes[at] > high)
                return false;
            low = 0x80;
            high = 0xbf;
        }
    }
    return true;
}

/** Writes a non-negative integer. */
static inline void my_library_cbor_write_uint(my_library_cbor_writer *writer, uint64_t value)
{
    my_library_cbor_put(writer, 0, value, NULL, 0);
}

/** Writes an integer. */
static inline void my_library_cbor_write_int(my_library_cbor_writer *writer, int64_t value)
{
    if (value >= 0)
        my_library_cbor_put(writer, 0, (uint64_t)value, NULL, 0);
    else
        my_library_cbor_put(writer, 1, ~(uint64_t)value, NULL, 0);
}

/** Writes `size` bytes as a byte string; NULL is an error unless `size` is 0. */
static inline void my_library_cbor_write_bytes(my_library_cbor_writer *writer, const void *bytes, size_t size)
{
    if (bytes == NULL && size > 0)
        my_library_cbor_refuse(writer, MY_LIBRARY_CBOR_ERROR_NULL, "size", size);
    else
        my_library_cbor_put(writer, 2, size, bytes, size);
}

/** Writes `size` bytes as text, which may contain U+0000; it is an error if they are not UTF-8. */
static inline void my_library_cbor_write_text_n(my_library_cbor_writer *writer, const char *text, size_t size)
{
    if (text == NULL && size > 0)
        my_library_cbor_refuse(writer, MY_LIBRARY_CBOR_ERROR_NULL, "size", size);
    else if (!my_library_cbor_is_utf8(text, size))
        my_library_cbor_refuse(writer, MY_LIBRARY_CBOR_ERROR_UTF8, NULL, 0);
    else
        my_library_cbor_put(writer, 3, size, text, size);
}

/** Writes NUL-terminated UTF-8 as text; NULL is an error. */
static inline void my_library_cbor_write_text(my_library_cbor_writer *writer, const char *text)
{
    if (text != NULL)
        my_library_cbor_write_text_n(writer, text, strlen(text));
    else
        my_library_cbor_refuse(writer, MY_LIBRARY_CBOR_ERROR_NULL, "text", 0);
}

/** Opens an array; write its `count` items next. */
static inline void my_library_cbor_write_array(my_library_cbor_writer *writer, size_t count)
{
    my_library_cbor_put(writer, 4, count, NULL, 0);
}

/** Opens a map; write its `count` keys next, each followed by its value. */
static inline void my_library_cbor_write_map(my_library_cbor_writer *writer, size_t count)
{
    my_library_cbor_put(writer, 5, count, NULL, 0);
}

/** Writes a tag (RFC 8949 section 3.4); write the tagged item next. */
static inline void my_library_cbor_write_tag(my_library_cbor_writer *writer, uint64_t tag)
{
    my_library_cbor_put(writer, 6, tag, NULL, 0);
}

/** Writes a simple value; 24 to 31 do not exist and are an error. */
static inline void my_library_cbor_write_simple(my_library_cbor_writer *writer, uint8_t value)
{
    if (value > 23 && value < 32)
        my_library_cbor_refuse(writer, MY_LIBRARY_CBOR_ERROR_LONG_SIMPLE, NULL, value);
    else
        my_library_cbor_put(writer, 7, value, NULL, 0);
}

/** Writes true or false. */
static inline void my_library_cbor_write_bool(my_library_cbor_writer *writer, bool value)
{
    my_library_cbor_write_simple(writer, value ? 21 : 20);
}

/** Writes null. */
static inline void my_library_cbor_write_null(my_library_cbor_writer *writer)
{
    my_library_cbor_write_simple(writer, 22);
}

/** Internal: converts a double to a narrower IEEE 754 format with these parameters, if that is exact. */
static inline bool my_library_cbor_narrow(uint64_t bits, int fraction, int bias, uint64_t *narrow)
{
    int exponent = (int)(bits >> 52 & 0x7ff) - 1023;
    uint64_t significand = (bits & UINT64_C(0xfffffffffffff)) | (exponent > -1023 ? UINT64_C(1) << 52 : 0);
    uint64_t sign = (bits >> 63) * ((uint64_t)(2 * bias + 2) << fraction);
    int dropped = 52 - fraction;
    if (significand == 0) {
        *narrow = sign;
        return true;
    }
    if (exponent == 1024) {
        *narrow = sign | (uint64_t)(2 * bias + 1) << fraction;
        return (bits & UINT64_C(0xfffffffffffff)) == 0;
    }
    if (exponent > bias || exponent < 1 - bias - fraction)
        return false;
    if (exponent < 1 - bias)
        dropped += 1 - bias - exponent;
    if ((significand & ((UINT64_C(1) << dropped) - 1)) != 0)
        return false;
    significand >>= dropped;
    if (exponent >= 1 - bias)
        significand += (uint64_t)(exponent + bias - 1) << fraction;
    *narrow = sign | significand;
    return true;
}

/** Writes a floating-point number in the shortest of the three formats that preserves its value. */
static inline void my_library_cbor_write_double(my_library_cbor_writer *writer, double value)
{
    uint64_t bits, narrow;
    size_t width;
    uint8_t *to;
    memcpy(&bits, &value, sizeof bits);
    if (value != value) {
        width = 2;
        narrow = 0x7e00;
    } else if (my_library_cbor_narrow(bits, 10, 15, &narrow)) {
        width = 2;
    } else if (my_library_cbor_narrow(bits, 23, 127, &narrow)) {
        width = 4;
    } else {
        width = 8;
        narrow = bits;
    }
    to = my_library_cbor_reserve(writer, 1 + width);
    if (to == NULL)
        return;
    to[0] = (uint8_t)(width == 2 ? 0xf9 : width == 4 ? 0xfa : 0xfb);
    my_library_cbor_store(to + 1, narrow, width);
}

/** Writes a number as a float of 16 bits represents it; one beyond their range is an error. */
static inline void my_library_cbor_write_half(my_library_cbor_writer *writer, float value)
{
    const double number = (double)value;
    uint64_t bits;
    memcpy(&bits, &number, sizeof bits);
    if ((number >= 65520.0 && number <= DBL_MAX) || (number <= -65520.0 && number >= -DBL_MAX))
        my_library_cbor_refuse(writer, MY_LIBRARY_CBOR_ERROR_RANGE, NULL, bits);
    else
        my_library_cbor_write_double(writer, number);
}

/** Appends raw bytes: items that are already encoded, or the text of a reply that is not CBOR. */
static inline void my_library_cbor_write_raw(my_library_cbor_writer *writer, const void *bytes, size_t size)
{
    uint8_t *to = my_library_cbor_reserve(writer, size);
    if (to != NULL && size > 0)
        memcpy(to, bytes, size);
}
