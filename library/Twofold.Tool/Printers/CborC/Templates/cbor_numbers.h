/* ---- CBOR reader: numbers, booleans, null and tags ---- */

/** Internal: fails since the number at `offset` is not within a range. Returns false. */
static inline bool my_library_cbor_fail_range(my_library_cbor_reader *reader, size_t offset,
                                              my_library_cbor_type type, int64_t least, uint64_t most)
{
    reader->wanted = type;
    reader->least = least;
    reader->most = most;
    return my_library_cbor_fail(reader, offset, MY_LIBRARY_CBOR_ERROR_RANGE);
}

/** Reads an integer from 0 to 2^64-1. After a failure, here as in every read, the result is zero or empty. */
static inline bool my_library_cbor_read_uint64(my_library_cbor_reader *reader, uint64_t *value)
{
    my_library_cbor_head head;
    *value = 0;
    if (!my_library_cbor_expect(reader, MY_LIBRARY_CBOR_INTEGER, &head))
        return false;
    if (head.major == 1)
        return my_library_cbor_fail_range(reader, head.start, MY_LIBRARY_CBOR_INTEGER, 0, UINT64_MAX);
    *value = head.value;
    reader->offset = head.end;
    return true;
}

/** Reads an integer from `least` to `most`; others are an error that names the two. */
static inline bool my_library_cbor_read_integer(my_library_cbor_reader *reader, int64_t least, int64_t most,
                                                int64_t *value)
{
    my_library_cbor_head head;
    int64_t found;
    *value = 0;
    if (!my_library_cbor_expect(reader, MY_LIBRARY_CBOR_INTEGER, &head))
        return false;
    found = head.value > INT64_MAX ? 0 : head.major == 0 ? (int64_t)head.value : -1 - (int64_t)head.value;
    if (head.value > INT64_MAX || found < least || found > most)
        return my_library_cbor_fail_range(reader, head.start, MY_LIBRARY_CBOR_INTEGER, least, (uint64_t)most);
    *value = found;
    reader->offset = head.end;
    return true;
}

/** Reads an integer of 64 bits; others are an error, here as in every read of fewer. */
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

/** Reads a half, single or double precision number; an integer is an error. */
static inline bool my_library_cbor_read_double(my_library_cbor_reader *reader, double *value)
{
    my_library_cbor_head head;
    *value = 0;
    if (!my_library_cbor_expect(reader, MY_LIBRARY_CBOR_FLOAT, &head))
        return false;
    *value = my_library_cbor_float_of(&head);
    reader->offset = head.end;
    return true;
}

/** Reads the same, rounded to single precision; what would become infinite by that is an error. */
static inline bool my_library_cbor_read_float(my_library_cbor_reader *reader, float *value)
{
    /* Halfway between the largest float and what would be the next. */
    const double beyond = 340282356779733661637539395458142568448.0;
    my_library_cbor_head head;
    double number;
    *value = 0;
    if (!my_library_cbor_expect(reader, MY_LIBRARY_CBOR_FLOAT, &head))
        return false;
    number = my_library_cbor_float_of(&head);
    if ((number >= beyond && number <= DBL_MAX) || (number <= -beyond && number >= -DBL_MAX))
        return my_library_cbor_fail_range(reader, head.start, MY_LIBRARY_CBOR_FLOAT, 0, 0);
    *value = (float)number;
    reader->offset = head.end;
    return true;
}

/** Takes the next item if it is null or undefined, which stand for a value that is absent, and says so. */
static inline bool my_library_cbor_accept_null(my_library_cbor_reader *reader)
{
    my_library_cbor_head head;
    if (!my_library_cbor_peek_head(reader, &head) || head.major != 7 || (head.info != 22 && head.info != 23))
        return false;
    reader->offset = head.end;
    return true;
}

/** Takes a tag of the next item, and says whether there was one; every other read passes over tags. */
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

/** Reads a simple value that is neither a boolean nor null nor undefined. */
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
