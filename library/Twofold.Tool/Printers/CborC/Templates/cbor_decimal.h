/* ---- CBOR: decimals ---- */

/** Internal: a decimal number: a mantissa of 128 bits, the least significant word first, and a power of ten.
 */
typedef struct my_library_cbor_decimal {
    uint32_t words[4]; /**< The mantissa, without its sign. */
    int64_t exponent;  /**< The power of ten. */
    bool is_negative;  /**< Whether it is below 0. */
} my_library_cbor_decimal;

/** Internal: what a decimal must be. */
static inline const char *my_library_cbor_any_decimal(void)
{
    return "a decimal of at most 96 bits and 28 places";
}

/** Internal: multiplies the mantissa and adds to it; false if 128 bits cannot hold the result. */
static inline bool my_library_cbor_extend(my_library_cbor_decimal *value, uint32_t factor, uint32_t digit)
{
    uint64_t carry = digit;
    size_t i;
    for (i = 0; i < 4; i++) {
        carry += (uint64_t)value->words[i] * factor;
        value->words[i] = (uint32_t)carry;
        carry >>= 32;
    }
    return carry == 0;
}

/** Internal: divides the mantissa by ten and returns the remainder. */
static inline uint32_t my_library_cbor_shorten(my_library_cbor_decimal *value)
{
    uint64_t rest = 0;
    size_t i;
    for (i = 4; i-- > 0;) {
        rest = rest << 32 | value->words[i];
        value->words[i] = (uint32_t)(rest / 10);
        rest %= 10;
    }
    return (uint32_t)rest;
}

/** Internal: brings the exponent to -28 up to 0 and the mantissa to 96 bits, without changing the value. */
static inline bool my_library_cbor_normalize(my_library_cbor_decimal *value)
{
    my_library_cbor_decimal shorter;
    if ((value->words[0] | value->words[1] | value->words[2] | value->words[3]) == 0)
        value->exponent = value->exponent > 0 ? 0 : value->exponent < -28 ? -28 : value->exponent;
    while (value->exponent < -28 || (value->words[3] != 0 && value->exponent < 0)) {
        shorter = *value;
        if (my_library_cbor_shorten(&shorter) != 0)
            return false;
        shorter.exponent++;
        *value = shorter;
    }
    for (; value->exponent > 0 && value->words[3] == 0; value->exponent--)
        my_library_cbor_extend(value, 10, 0);
    return value->words[3] == 0;
}

/** Internal: reads "-12.50" or "1.25e-3"; false if it is not a decimal, or not one that fits. */
static inline bool my_library_cbor_parse_decimal(const char *text, my_library_cbor_decimal *value,
                                                 const char **expected)
{
    const char *at = text, *start, *end;
    int64_t power = 0;
    size_t zeros = 0;
    bool fits = strlen(text) <= 128, is_below;
    memset(value, 0, sizeof *value);
    *expected = "a decimal";
    value->is_negative = *at == '-';
    at += value->is_negative ? 1 : 0;
    for (start = at; *at >= '0' && *at <= '9'; at++)
        fits = fits && my_library_cbor_extend(value, 10, (uint32_t)(*at - '0'));
    if (at == start)
        return false;
    if (*at == '.') {
        for (start = ++at; *at >= '0' && *at <= '9'; at++)
            zeros = *at == '0' ? zeros + 1 : 0;
        if (at == start)
            return false;
        for (end = at - zeros; start < end; start++, value->exponent--)
            fits = fits && my_library_cbor_extend(value, 10, (uint32_t)(*start - '0'));
        /* Zeros at the end count as places while there is room for them. */
        for (; fits && zeros > 0 && value->exponent > -28; zeros--, value->exponent--) {
            my_library_cbor_decimal longer = *value;
            if (!my_library_cbor_extend(&longer, 10, 0) || longer.words[3] != 0)
                break;
            memcpy(value->words, longer.words, sizeof longer.words);
        }
    }
    if (*at == 'e' || *at == 'E') {
        is_below = *++at == '-';
        at += is_below || *at == '+' ? 1 : 0;
        for (start = at; *at >= '0' && *at <= '9'; at++)
            power = power > 100 ? 1000 : 10 * power + (*at - '0');
        if (at == start)
            return false;
        value->exponent += is_below ? -power : power;
    }
    if (*at != '\0')
        return false;
    *expected = my_library_cbor_any_decimal();
    return fits && my_library_cbor_normalize(value);
}

/** Writes a decimal, given as digits such as "-12.50": an exponent and a mantissa with tag 4. */
static inline void my_library_cbor_write_decimal(my_library_cbor_writer *writer, const char *digits)
{
    my_library_cbor_decimal value;
    const char *expected = "a decimal";
    uint8_t bytes[12];
    size_t i, zeros = 0;
    if (digits == NULL) {
        my_library_cbor_refuse(writer, MY_LIBRARY_CBOR_ERROR_NULL, expected, 0);
        return;
    }
    if (!my_library_cbor_parse_decimal(digits, &value, &expected)) {
        if (writer->error == MY_LIBRARY_CBOR_NO_ERROR)
            writer->found = my_library_cbor_is_utf8(digits, strlen(digits)) ? digits : NULL;
        my_library_cbor_refuse(writer, MY_LIBRARY_CBOR_ERROR_VALUE, expected, 0);
        return;
    }
    my_library_cbor_write_tag(writer, 4);
    my_library_cbor_write_array(writer, 2);
    my_library_cbor_write_int(writer, value.exponent);
    value.is_negative = value.is_negative && (value.words[0] | value.words[1] | value.words[2]) != 0;
    /* A negative integer n is stored as -1 - n. */
    for (i = 0; value.is_negative && value.words[i]-- == 0;)
        i++;
    if (value.words[2] == 0) {
        my_library_cbor_put(writer, value.is_negative ? 1 : 0,
                            (uint64_t)value.words[1] << 32 | value.words[0], NULL, 0);
        return;
    }
    for (i = 0; i < 3; i++)
        my_library_cbor_store(bytes + 4 * i, value.words[2 - i], 4);
    while (bytes[zeros] == 0)
        zeros++;
    my_library_cbor_write_tag(writer, value.is_negative ? 3 : 2);
    my_library_cbor_write_bytes(writer, bytes + zeros, sizeof bytes - zeros);
}

/** Internal: reads an integer of at most 128 bits into the mantissa. */
static inline bool my_library_cbor_read_mantissa(my_library_cbor_reader *reader, size_t start,
                                                 my_library_cbor_decimal *value)
{
    my_library_cbor_head head;
    const uint8_t *chunk;
    uint64_t tag;
    size_t offset, size, i;
    bool fits = true;
    if (!my_library_cbor_peek_head(reader, &head))
        return false;
    tag = my_library_cbor_tag_of(reader, &head);
    if (head.major == 2 && (tag == 2 || tag == 3)) {
        for (offset = head.start; my_library_cbor_next_chunk(reader, &head, &offset, &chunk, &size);) {
            for (i = 0; i < size; i++)
                fits = my_library_cbor_extend(value, 256, chunk[i]) && fits;
        }
        if (my_library_cbor_failed(reader))
            return false;
        value->is_negative = tag == 3;
        head.end = offset;
    } else {
        if (!my_library_cbor_other_integer(reader, &head))
            return false;
        value->is_negative = head.major == 1;
        value->words[0] = (uint32_t)head.value;
        value->words[1] = (uint32_t)(head.value >> 32);
    }
    /* A negative integer n is stored as -1 - n. */
    fits = my_library_cbor_extend(value, 1, value->is_negative ? 1 : 0) && fits;
    reader->offset = head.end;
    return fits || my_library_cbor_fail_value(reader, start, my_library_cbor_any_decimal());
}

/** Internal: the digits of a decimal in the reader's memory. */
static inline bool my_library_cbor_take_digits(my_library_cbor_reader *reader, size_t start,
                                               my_library_cbor_decimal *value, const char **digits)
{
    char text[64];
    size_t at = sizeof text;
    char *to;
    if (!my_library_cbor_normalize(value))
        return my_library_cbor_fail_value(reader, start, my_library_cbor_any_decimal());
    text[--at] = '\0';
    while (value->exponent < 0) {
        text[--at] = (char)('0' + my_library_cbor_shorten(value));
        if (++value->exponent == 0)
            text[--at] = '.';
    }
    do {
        text[--at] = (char)('0' + my_library_cbor_shorten(value));
    } while ((value->words[0] | value->words[1] | value->words[2]) != 0);
    if (value->is_negative)
        text[--at] = '-';
    to = (char *)my_library_cbor_take(reader, start, sizeof text - at, true);
    if (to == NULL)
        return false;
    memcpy(to, text + at, sizeof text - at);
    *digits = to;
    return true;
}

/** Internal: whether this is the head of a float without a fraction, from -2^53 to 2^53. */
static inline bool my_library_cbor_is_whole(const my_library_cbor_head *head)
{
    const double largest = 9007199254740992.0;
    const double number =
        my_library_cbor_type_of(head) == MY_LIBRARY_CBOR_FLOAT ? my_library_cbor_float_of(head) : 0.5;
    return number >= -largest && number <= largest && (double)(int64_t)number == number;
}

/**
 * Reads a decimal as digits, which are in the reader's memory: an exponent and a mantissa with tag 4, an
 * integer, a float without a fraction, or text.
 */
static inline bool my_library_cbor_take_decimal(my_library_cbor_reader *reader, const char **digits)
{
    my_library_cbor_head head;
    my_library_cbor_items items;
    my_library_cbor_decimal value;
    const char *expected = "a decimal";
    char text[129];
    uint64_t tag;
    *digits = NULL;
    memset(&value, 0, sizeof value);
    if (!my_library_cbor_peek_head(reader, &head))
        return false;
    tag = my_library_cbor_tag_of(reader, &head);
    if (head.major == 3) {
        if (!my_library_cbor_copy_short(reader, &head, expected, text, sizeof text))
            return false;
        if (!my_library_cbor_parse_decimal(text, &value, &expected))
            return my_library_cbor_fail_value(reader, head.start, expected);
    } else if (head.major == 4 && tag == 4) {
        if (!my_library_cbor_open(reader, &head, &items))
            return false;
        if (!my_library_cbor_next(reader, &items) || !my_library_cbor_read_int64(reader, &value.exponent) ||
            !my_library_cbor_next(reader, &items) ||
            !my_library_cbor_read_mantissa(reader, head.start, &value) ||
            my_library_cbor_next(reader, &items))
            return my_library_cbor_fail_value(reader, head.start, expected);
    } else if (head.major <= 1 || my_library_cbor_is_whole(&head) ||
               (head.major == 2 && (tag == 2 || tag == 3))) {
        if (!my_library_cbor_read_mantissa(reader, head.start, &value))
            return false;
    } else {
        return my_library_cbor_fail_value(reader, head.start, expected);
    }
    return my_library_cbor_take_digits(reader, head.start, &value, digits);
}
