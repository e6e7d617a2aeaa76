/* ---- CBOR reader ---- */

/** What the next item is, its tags aside. */
typedef enum my_library_cbor_type {
    MY_LIBRARY_CBOR_NONE,      /**< The reader has failed. */
    MY_LIBRARY_CBOR_INTEGER,   /**< read_int64, read_uint64 and narrower ones. */
    MY_LIBRARY_CBOR_BYTES,     /**< take_bytes, copy_bytes, read_bytes. */
    MY_LIBRARY_CBOR_TEXT,      /**< take_text, copy_text, read_text, accept_text. */
    MY_LIBRARY_CBOR_ARRAY,     /**< begin_array. */
    MY_LIBRARY_CBOR_MAP,       /**< begin_map, find. */
    MY_LIBRARY_CBOR_BOOL,      /**< read_bool. */
    MY_LIBRARY_CBOR_NULL,      /**< accept_null. */
    MY_LIBRARY_CBOR_UNDEFINED, /**< accept_null. */
    MY_LIBRARY_CBOR_FLOAT,     /**< read_double, read_float. */
    MY_LIBRARY_CBOR_SIMPLE     /**< A simple value without a meaning of its own: read_simple. */
} my_library_cbor_type;

/** A cursor over encoded bytes that it borrows. It never allocates on its own, nor reads past their end. */
typedef struct my_library_cbor_reader {
    const uint8_t *data;            /**< The bytes, borrowed. */
    size_t size;                    /**< How many there are. */
    size_t offset;                  /**< The next one to read; after an error, where that error is. */
    my_library_cbor_memory *memory; /**< Where decoded texts, bytes and lists go; NULL: nowhere. */
    my_library_cbor_error error;    /**< Why nothing more is read, or 0; my_library_cbor_reader_explain. */
    unsigned depth;                 /**< Arrays and maps that are open. */
    bool is_prefix;                 /**< Internal: the bytes are the beginning of more. */
    my_library_cbor_type wanted;    /**< Internal: the type that was asked for. */
    int64_t least;                  /**< Internal: the range that was asked for begins here. */
    uint64_t most;                  /**< Internal: it ends here; or how much room was needed. */
    const char *key;                /**< Internal: the key that is missing. */
    const my_library_cbor_choice *choices; /**< Internal: the texts there are. */
} my_library_cbor_reader;

/** Internal: the first bytes of an item, decoded. */
typedef struct my_library_cbor_head {
    unsigned major;  /**< RFC 8949 section 3.1 */
    unsigned info;   /**< the low five bits */
    uint64_t value;  /**< the argument; 0 for an indefinite length or a break */
    bool indefinite; /**< a string, array or map without a length, or a break */
    size_t start;    /**< where the item begins, after its tags */
    size_t end;      /**< where its content begins */
} my_library_cbor_head;

/**
 * A reader at the first of `size` bytes, which must outlive it. What is decoded lies in `memory`, which may
 * be NULL for who decodes only numbers or reads in place.
 */
static inline my_library_cbor_reader my_library_cbor_reader_init(const void *data, size_t size,
                                                                 my_library_cbor_memory *memory)
{
    my_library_cbor_reader reader;
    memset(&reader, 0, sizeof reader);
    reader.data = (const uint8_t *)data;
    reader.size = size;
    reader.memory = memory;
    return reader;
}

/** Whether an error has occurred; my_library_cbor_reader_explain says which and where. */
static inline bool my_library_cbor_failed(const my_library_cbor_reader *reader)
{
    return reader->error != MY_LIBRARY_CBOR_NO_ERROR;
}

/** Internal: fails at `offset`, unless it has failed before. Returns false. */
static inline bool my_library_cbor_fail(my_library_cbor_reader *reader, size_t offset,
                                        my_library_cbor_error error)
{
    if (!my_library_cbor_failed(reader)) {
        reader->error = error;
        reader->offset = offset;
    }
    return false;
}

/** Internal: decodes the head at `offset` without moving; refuses every head that is not well-formed. */
static inline bool my_library_cbor_head_at(my_library_cbor_reader *reader, size_t offset,
                                           my_library_cbor_head *head)
{
    size_t width, i;
    memset(head, 0, sizeof *head);
    if (my_library_cbor_failed(reader))
        return false;
    if (offset >= reader->size)
        return my_library_cbor_fail(reader, reader->size, MY_LIBRARY_CBOR_ERROR_TRUNCATED);
    head->start = offset;
    head->major = reader->data[offset] >> 5;
    head->info = reader->data[offset] & 0x1f;
    head->end = offset + 1;
    if (head->info < 24) {
        head->value = head->info;
        return true;
    }
    if (head->info == 31 && head->major >= 2 && head->major != 6) {
        head->indefinite = true;
        return true;
    }
    if (head->info > 27)
        return my_library_cbor_fail(reader, offset, MY_LIBRARY_CBOR_ERROR_RESERVED);
    width = (size_t)1 << (head->info - 24);
    if (width > reader->size - head->end)
        return my_library_cbor_fail(reader, reader->size, MY_LIBRARY_CBOR_ERROR_TRUNCATED);
    for (i = 0; i < width; i++)
        head->value = head->value << 8 | reader->data[head->end + i];
    head->end += width;
    if (head->major == 7 && head->info == 24 && head->value < 32)
        return my_library_cbor_fail(reader, offset, MY_LIBRARY_CBOR_ERROR_LONG_SIMPLE);
    return true;
}

/** Internal: decodes the head of the next item, its tags skipped, without moving. */
static inline bool my_library_cbor_peek_head(my_library_cbor_reader *reader, my_library_cbor_head *head)
{
    size_t offset = reader->offset;
    while (my_library_cbor_head_at(reader, offset, head)) {
        if (head->major == 7 && head->indefinite)
            return my_library_cbor_fail(reader, offset, MY_LIBRARY_CBOR_ERROR_BREAK);
        if (head->major != 6)
            return true;
        offset = head->end;
    }
    return false;
}

/** Internal: what a head announces. */
static inline my_library_cbor_type my_library_cbor_type_of(const my_library_cbor_head *head)
{
    switch (head->major) {
    case 0:
    case 1:
        return MY_LIBRARY_CBOR_INTEGER;
    case 2:
        return MY_LIBRARY_CBOR_BYTES;
    case 3:
        return MY_LIBRARY_CBOR_TEXT;
    case 4:
        return MY_LIBRARY_CBOR_ARRAY;
    case 5:
        return MY_LIBRARY_CBOR_MAP;
    default:
        break;
    }
    switch (head->info) {
    case 20:
    case 21:
        return MY_LIBRARY_CBOR_BOOL;
    case 22:
        return MY_LIBRARY_CBOR_NULL;
    case 23:
        return MY_LIBRARY_CBOR_UNDEFINED;
    case 25:
    case 26:
    case 27:
        return MY_LIBRARY_CBOR_FLOAT;
    default:
        return MY_LIBRARY_CBOR_SIMPLE;
    }
}

/** A type as errors name it: "an integer", "text". */
static inline const char *my_library_cbor_type_name(my_library_cbor_type type)
{
    static const char *const names[] = {"nothing",   "an integer", "bytes",         "text",
                                        "an array",  "a map",      "a boolean",     "null",
                                        "undefined", "a float",    "a simple value"};
    return names[type];
}

/** The type of the next item, which stays unread; the end of the input is an error. */
static inline my_library_cbor_type my_library_cbor_peek_type(my_library_cbor_reader *reader)
{
    my_library_cbor_head head;
    return my_library_cbor_peek_head(reader, &head) ? my_library_cbor_type_of(&head) : MY_LIBRARY_CBOR_NONE;
}

/** Internal: decodes the head of the next item and requires that type. */
static inline bool my_library_cbor_expect(my_library_cbor_reader *reader, my_library_cbor_type type,
                                          my_library_cbor_head *head)
{
    if (!my_library_cbor_peek_head(reader, head))
        return false;
    if (my_library_cbor_type_of(head) == type)
        return true;
    reader->wanted = type;
    return my_library_cbor_fail(reader, head->start, MY_LIBRARY_CBOR_ERROR_TYPE);
}

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
