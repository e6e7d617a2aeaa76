/* ---- CBOR reader: numbers, booleans, null and tags ---- */

/** Internal: fails because the integer with this head does not have the requested type. Returns false. */
static inline MY_LIBRARY_CBOR_RARE bool my_library_cbor_fail_integer(my_library_cbor_reader *reader,
                                                                     size_t offset, bool is_negative,
                                                                     uint64_t found,
                                                                     my_library_cbor_error error)
{
    reader->found = found;
    reader->is_negative = is_negative;
    return my_library_cbor_fail(reader, offset, error);
}

/** Internal: fails because the integer with this head is out of range. Returns false. */
static inline MY_LIBRARY_CBOR_RARE bool my_library_cbor_fail_range(my_library_cbor_reader *reader,
                                                                   size_t offset, bool is_negative,
                                                                   uint64_t found, int64_t least,
                                                                   uint64_t most)
{
    reader->wanted = MY_LIBRARY_CBOR_INTEGER;
    reader->least = least;
    reader->most = most;
    return my_library_cbor_fail_integer(reader, offset, is_negative, found, MY_LIBRARY_CBOR_ERROR_RANGE);
}

/** Internal: the value of a float's head. */
static inline double my_library_cbor_float_of(const my_library_cbor_head *head)
{
    uint64_t exponent = head->value >> 10 & 0x1f, fraction = head->value & 0x3ff;
    uint64_t sign = head->value >> 15 << 63;
    uint64_t bits = sign | (exponent == 31 ? 2047 : exponent + 1023 - 15) << 52 | fraction << 42;
    uint32_t single_bits = (uint32_t)head->value;
    double value;
    float single;
    if (head->info == 26) {
        memcpy(&single, &single_bits, sizeof single);
        return (double)single;
    }
    if (head->info == 25 && exponent == 0)
        return (double)fraction / 16777216.0 * (sign != 0 ? -1.0 : 1.0);
    memcpy(&value, head->info == 25 ? &bits : &head->value, sizeof value);
    return value;
}

/** Internal: the last tag before an item, or 0. */
static inline MY_LIBRARY_CBOR_RARE uint64_t my_library_cbor_tag_of(my_library_cbor_reader *reader,
                                                                   const my_library_cbor_head *item)
{
    my_library_cbor_head tag;
    size_t offset = reader->offset;
    tag.value = 0;
    while (offset < item->start && my_library_cbor_head_at(reader, offset, &tag))
        offset = tag.end;
    return tag.value;
}

/** Internal: converts the head of a bignum (RFC 8949 section 3.4.3) to the head of an integer. */
static inline MY_LIBRARY_CBOR_RARE bool my_library_cbor_bignum(my_library_cbor_reader *reader,
                                                               my_library_cbor_type wanted,
                                                               my_library_cbor_head *head)
{
    const uint64_t tag = my_library_cbor_tag_of(reader, head);
    const uint8_t *chunk;
    uint64_t value = 0, size = 0;
    size_t offset = head->start, length, i;
    const bool is_bignum = head->major == 2 && (tag == 2 || tag == 3);
    while (is_bignum && my_library_cbor_next_chunk(reader, head, &offset, &chunk, &length)) {
        for (i = 0; i < length; i++) {
            value = value << 8 | chunk[i];
            /* Skip leading zeros. */
            size += size > 0 || chunk[i] != 0;
        }
    }
    if (my_library_cbor_failed(reader))
        return false;
    if (!is_bignum || size > sizeof value) {
        reader->wanted = wanted;
        reader->most = size;
        return my_library_cbor_fail(reader, head->start, MY_LIBRARY_CBOR_ERROR_TYPE);
    }
    head->major = tag == 2 ? 0 : 1;
    head->value = value;
    head->end = offset;
    return true;
}

/** Internal: converts the head of a float without a fraction to the head of an integer. */
static inline MY_LIBRARY_CBOR_RARE bool my_library_cbor_whole(my_library_cbor_reader *reader,
                                                              my_library_cbor_head *head)
{
    /* Up to 2^53, a double represents every integer exactly. */
    const double largest = 9007199254740992.0, value = my_library_cbor_float_of(head);
    const int64_t whole = value >= -largest && value <= largest ? (int64_t)value : INT64_MAX;
    if ((double)whole != value || whole == INT64_MAX) {
        reader->wanted = MY_LIBRARY_CBOR_INTEGER;
        return my_library_cbor_fail(reader, head->start, MY_LIBRARY_CBOR_ERROR_TYPE);
    }
    head->major = whole < 0 ? 1 : 0;
    head->value = (uint64_t)(whole < 0 ? -1 - whole : whole);
    return true;
}

/** Internal: decodes the next item, an integer with tags or in another encoding, to an integer's head. */
static inline MY_LIBRARY_CBOR_RARE bool my_library_cbor_other_integer(my_library_cbor_reader *reader,
                                                                      my_library_cbor_head *head)
{
    if (!my_library_cbor_peek_head(reader, head))
        return false;
    if (head->major <= 1)
        return true;
    return my_library_cbor_type_of(head) == MY_LIBRARY_CBOR_FLOAT
               ? my_library_cbor_whole(reader, head)
               : my_library_cbor_bignum(reader, MY_LIBRARY_CBOR_INTEGER, head);
}

/** Internal: reads the integer with this head if it is from 0 to 2^64-1. */
static inline bool my_library_cbor_take_uint64(my_library_cbor_reader *reader,
                                               const my_library_cbor_head *head, uint64_t *value)
{
    if (head->major == 1)
        return my_library_cbor_fail_range(reader, head->start, true, head->value, 0, UINT64_MAX);
    *value = head->value;
    reader->offset = head->end;
    return true;
}

/** Internal: the same for one behind tags or in another form. */
static inline MY_LIBRARY_CBOR_RARE bool my_library_cbor_take_other_uint64(my_library_cbor_reader *reader,
                                                                          uint64_t *value)
{
    my_library_cbor_head head;
    return my_library_cbor_other_integer(reader, &head) && my_library_cbor_take_uint64(reader, &head, value);
}

/** Internal: reads the integer with this head if it is from `least` to `most`. */
static inline bool my_library_cbor_take_integer(my_library_cbor_reader *reader,
                                                const my_library_cbor_head *head, int64_t least, int64_t most,
                                                int64_t *value)
{
    const int64_t found = head->value > INT64_MAX ? 0
                          : head->major == 0      ? (int64_t)head->value
                                                  : -1 - (int64_t)head->value;
    if (head->value > INT64_MAX || found < least || found > most)
        return my_library_cbor_fail_range(reader, head->start, head->major == 1, head->value, least,
                                          (uint64_t)most);
    *value = found;
    reader->offset = head->end;
    return true;
}

/** Internal: the same for one behind tags or in another form. */
static inline MY_LIBRARY_CBOR_RARE bool my_library_cbor_take_other_integer(my_library_cbor_reader *reader,
                                                                           int64_t least, int64_t most,
                                                                           int64_t *value)
{
    my_library_cbor_head head;
    return my_library_cbor_other_integer(reader, &head) &&
           my_library_cbor_take_integer(reader, &head, least, most, value);
}

/**
 * Reads an integer from 0 to 2^64-1. All functions that read integers also accept bignums, and floats from
 * -2^53 to 2^53 without a fraction. All functions that read set the result to zero or empty if they fail.
 */
static inline bool my_library_cbor_read_uint64(my_library_cbor_reader *reader, uint64_t *value)
{
    my_library_cbor_head head;
    *value = 0;
    if (!my_library_cbor_head_at(reader, reader->offset, &head))
        return false;
    return head.major > 1 ? my_library_cbor_take_other_uint64(reader, value)
                          : my_library_cbor_take_uint64(reader, &head, value);
}

/** Reads an integer from `least` to `most`; the error for other integers names the range. */
static inline bool my_library_cbor_read_integer(my_library_cbor_reader *reader, int64_t least, int64_t most,
                                                int64_t *value)
{
    my_library_cbor_head head;
    *value = 0;
    if (!my_library_cbor_head_at(reader, reader->offset, &head))
        return false;
    return head.major > 1 ? my_library_cbor_take_other_integer(reader, least, most, value)
                          : my_library_cbor_take_integer(reader, &head, least, most, value);
}

/** Reads an integer of 64 bits; an integer outside the range of the type is an error. */
static inline bool my_library_cbor_read_int64(my_library_cbor_reader *reader, int64_t *value)
{
    return my_library_cbor_read_integer(reader, INT64_MIN, INT64_MAX, value);
}

/** Reads an integer of 32 bits. */
static inline bool my_library_cbor_read_int32(my_library_cbor_reader *reader, int32_t *value)
{
    int64_t number;
    bool ok = my_library_cbor_read_integer(reader, INT32_MIN, INT32_MAX, &number);
    *value = (int32_t)number;
    return ok;
}

/** Reads an integer of 16 bits. */
static inline bool my_library_cbor_read_int16(my_library_cbor_reader *reader, int16_t *value)
{
    int64_t number;
    bool ok = my_library_cbor_read_integer(reader, INT16_MIN, INT16_MAX, &number);
    *value = (int16_t)number;
    return ok;
}

/** Reads an integer of 8 bits. */
static inline bool my_library_cbor_read_int8(my_library_cbor_reader *reader, int8_t *value)
{
    int64_t number;
    bool ok = my_library_cbor_read_integer(reader, INT8_MIN, INT8_MAX, &number);
    *value = (int8_t)number;
    return ok;
}

/** Reads an unsigned integer of 32 bits. */
static inline bool my_library_cbor_read_uint32(my_library_cbor_reader *reader, uint32_t *value)
{
    int64_t number;
    bool ok = my_library_cbor_read_integer(reader, 0, UINT32_MAX, &number);
    *value = (uint32_t)number;
    return ok;
}

/** Reads an unsigned integer of 16 bits. */
static inline bool my_library_cbor_read_uint16(my_library_cbor_reader *reader, uint16_t *value)
{
    int64_t number;
    bool ok = my_library_cbor_read_integer(reader, 0, UINT16_MAX, &number);
    *value = (uint16_t)number;
    return ok;
}

/** Reads an unsigned integer of 8 bits. */
static inline bool my_library_cbor_read_uint8(my_library_cbor_reader *reader, uint8_t *value)
{
    int64_t number;
    bool ok = my_library_cbor_read_integer(reader, 0, UINT8_MAX, &number);
    *value = (uint8_t)number;
    return ok;
}

/** Reads true or false. */
static inline bool my_library_cbor_read_bool(my_library_cbor_reader *reader, bool *value)
{
    my_library_cbor_head head;
    *value = false;
    if (!my_library_cbor_expect(reader, MY_LIBRARY_CBOR_BOOL, &head))
        return false;
    *value = head.info == 21;
    reader->offset = head.end;
    return true;
}

/** Internal: the precision of a float of 16 bits. */
#define MY_LIBRARY_CBOR_HALF_MANT_DIG 11

/** Internal: the width of a float with this precision, in bits. */
static inline unsigned my_library_cbor_width_of(unsigned precision)
{
    return precision == DBL_MANT_DIG ? 64 : precision == FLT_MANT_DIG ? 32 : 16;
}

/** Internal: reads a float that does not become infinite when it is rounded to this precision, in bits. */
static inline bool my_library_cbor_take_float(my_library_cbor_reader *reader, size_t start, size_t end,
                                              unsigned precision, double value)
{
    /* Halfway between the largest value and the next one, if there were one. */
    const double beyond = precision == FLT_MANT_DIG ? 340282356779733661637539395458142568448.0 : 65520.0;
    if (precision != DBL_MANT_DIG &&
        ((value >= beyond && value <= DBL_MAX) || (value <= -beyond && value >= -DBL_MAX))) {
        reader->wanted = MY_LIBRARY_CBOR_FLOAT;
        reader->most = my_library_cbor_width_of(precision);
        return my_library_cbor_fail(reader, start, MY_LIBRARY_CBOR_ERROR_RANGE);
    }
    reader->offset = end;
    return true;
}

/** Internal: reads a float with tags, or an integer that this precision, in bits, represents exactly. */
static inline MY_LIBRARY_CBOR_RARE bool my_library_cbor_take_other_float(my_library_cbor_reader *reader,
                                                                         unsigned precision, double *value)
{
    my_library_cbor_head head;
    uint64_t magnitude, digits;
    if (!my_library_cbor_peek_head(reader, &head))
        return false;
    if (my_library_cbor_type_of(&head) == MY_LIBRARY_CBOR_FLOAT) {
        *value = my_library_cbor_float_of(&head);
        return my_library_cbor_take_float(reader, head.start, head.end, precision, *value);
    }
    if (head.major > 1 && !my_library_cbor_bignum(reader, MY_LIBRARY_CBOR_FLOAT, &head))
        return false;
    /* A negative integer n is stored as -1 - n, so the magnitude of -2^64 wraps around to 0. */
    magnitude = head.major == 1 ? head.value + 1 : head.value;
    for (digits = magnitude; digits != 0 && digits % 2 == 0;)
        digits /= 2;
    if (digits >> precision != 0) {
        reader->most = my_library_cbor_width_of(precision);
        return my_library_cbor_fail_integer(reader, head.start, head.major == 1, head.value,
                                            MY_LIBRARY_CBOR_ERROR_INEXACT);
    }
    *value = head.major == 0  ? (double)magnitude
             : magnitude == 0 ? -18446744073709551616.0
                              : -(double)magnitude;
    reader->offset = head.end;
    return true;
}

/** Internal: reads a float, or an integer that this precision, in bits, represents exactly. */
static inline bool my_library_cbor_read_number(my_library_cbor_reader *reader, unsigned precision,
                                               double *value)
{
    my_library_cbor_head head;
    if (!my_library_cbor_head_at(reader, reader->offset, &head))
        return false;
    if (my_library_cbor_type_of(&head) != MY_LIBRARY_CBOR_FLOAT)
        return my_library_cbor_take_other_float(reader, precision, value);
    *value = my_library_cbor_float_of(&head);
    return my_library_cbor_take_float(reader, head.start, head.end, precision, *value);
}

/** Reads a half, single or double precision number, or an integer that a double represents exactly. */
static inline bool my_library_cbor_read_double(my_library_cbor_reader *reader, double *value)
{
    double number = 0;
    const bool is_read = my_library_cbor_read_number(reader, DBL_MANT_DIG, &number);
    *value = is_read ? number : 0;
    return is_read;
}

/**
 * Reads the same, rounded to single precision. It is an error if the rounded value is infinite, or if a float
 * cannot represent an integer exactly.
 */
static inline bool my_library_cbor_read_float(my_library_cbor_reader *reader, float *value)
{
    double number = 0;
    const bool is_read = my_library_cbor_read_number(reader, FLT_MANT_DIG, &number);
    *value = is_read ? (float)number : 0;
    return is_read;
}

/** Reads a number as a float of 16 bits represents it: not beyond their range, and integers exactly. */
static inline bool my_library_cbor_read_half(my_library_cbor_reader *reader, float *value)
{
    double number = 0;
    const bool is_read = my_library_cbor_read_number(reader, MY_LIBRARY_CBOR_HALF_MANT_DIG, &number);
    *value = is_read ? (float)number : 0;
    return is_read;
}

/** Skips the next item if it is null or undefined, and returns true: the value is absent. */
static inline bool my_library_cbor_accept_null(my_library_cbor_reader *reader)
{
    my_library_cbor_head head;
    if (!my_library_cbor_peek_head(reader, &head) || head.major != 7 || (head.info != 22 && head.info != 23))
        return false;
    reader->offset = head.end;
    return true;
}

/** Reads one tag of the next item, and returns whether there was one. All other functions skip tags. */
static inline bool my_library_cbor_accept_tag(my_library_cbor_reader *reader, uint64_t *tag)
{
    my_library_cbor_head head;
    *tag = 0;
    if (!my_library_cbor_head_at(reader, reader->offset, &head) || head.major != 6)
        return false;
    *tag = head.value;
    reader->offset = head.end;
    return true;
}

/** Reads a simple value other than a boolean, null or undefined. */
static inline bool my_library_cbor_read_simple(my_library_cbor_reader *reader, uint8_t *value)
{
    my_library_cbor_head head;
    *value = 0;
    if (!my_library_cbor_expect(reader, MY_LIBRARY_CBOR_SIMPLE, &head))
        return false;
    *value = (uint8_t)head.value;
    reader->offset = head.end;
    return true;
}
