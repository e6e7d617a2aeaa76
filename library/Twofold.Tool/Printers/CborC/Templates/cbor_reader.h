/* ---- CBOR reader ---- */

/** The type of the next item, without its tags. */
typedef enum my_library_cbor_type {
    MY_LIBRARY_CBOR_NONE,      /**< The reader has failed. */
    MY_LIBRARY_CBOR_INTEGER,   /**< read_int64, read_uint64 and narrower ones, read_double, read_float. */
    MY_LIBRARY_CBOR_BYTES,     /**< take_bytes, copy_bytes, read_bytes. */
    MY_LIBRARY_CBOR_TEXT,      /**< take_text, copy_text, read_text, accept_text. */
    MY_LIBRARY_CBOR_ARRAY,     /**< begin_array. */
    MY_LIBRARY_CBOR_MAP,       /**< begin_map, find. */
    MY_LIBRARY_CBOR_BOOL,      /**< read_bool. */
    MY_LIBRARY_CBOR_NULL,      /**< accept_null. */
    MY_LIBRARY_CBOR_UNDEFINED, /**< accept_null. */
    MY_LIBRARY_CBOR_FLOAT,     /**< read_double, read_float; without a fraction, also read_int64 etc. */
    MY_LIBRARY_CBOR_SIMPLE     /**< Any other simple value: read_simple. */
} my_library_cbor_type;

/** A cursor over borrowed bytes. It allocates only from `memory`, and never reads past the end. */
typedef struct my_library_cbor_reader {
    const uint8_t *data;                   /**< The bytes, borrowed. */
    size_t size;                           /**< The number of bytes. */
    size_t offset;                         /**< The next byte to read, or the position of the error. */
    my_library_cbor_memory *memory;        /**< Holds decoded texts, bytes and lists; may be NULL. */
    my_library_cbor_error error;           /**< The first error, or 0; see my_library_cbor_reader_explain. */
    unsigned depth;                        /**< Number of open arrays and maps. */
    bool is_prefix;                        /**< Internal: the bytes are a prefix of a longer input. */
    my_library_cbor_type wanted;           /**< Internal: the requested type. */
    int64_t least;                         /**< Internal: the lower end of the requested range. */
    uint64_t most;                         /**< Internal: its upper end; or a size, or an offset. */
    uint64_t found;                        /**< Internal: the integer that was found, as in its head. */
    bool is_negative;                      /**< Internal: whether its value is -1 - found. */
    const char *key;                       /**< Internal: the missing key, or what was expected. */
    const my_library_cbor_choice *choices; /**< Internal: the members of the enum. */
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
 * A reader at the first of `size` bytes, which must outlive it. Decoded values are stored in `memory`, which
 * may be NULL if the caller only decodes numbers or reads in place.
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

/** Whether an error has occurred; see my_library_cbor_reader_explain. */
static inline bool my_library_cbor_failed(const my_library_cbor_reader *reader)
{
    return reader->error != MY_LIBRARY_CBOR_NO_ERROR;
}

/** Internal: sets the error and its offset, unless there is an earlier error. Returns false. */
static inline bool my_library_cbor_fail(my_library_cbor_reader *reader, size_t offset,
                                        my_library_cbor_error error)
{
    if (!my_library_cbor_failed(reader)) {
        reader->error = error;
        reader->offset = offset;
    }
    return false;
}

/** Internal: decodes the rest of a head, the argument that follows its first byte. */
static inline bool my_library_cbor_long_head(my_library_cbor_reader *reader, my_library_cbor_head *head)
{
    size_t width, i;
    head->value = 0;
    if (head->info == 31 && head->major >= 2 && head->major != 6) {
        head->indefinite = true;
        return true;
    }
    if (head->info > 27)
        return my_library_cbor_fail(reader, head->start, MY_LIBRARY_CBOR_ERROR_RESERVED);
    width = (size_t)1 << (head->info - 24);
    if (width > reader->size - head->end)
        return my_library_cbor_fail(reader, reader->size, MY_LIBRARY_CBOR_ERROR_TRUNCATED);
    for (i = 0; i < width; i++)
        head->value = head->value << 8 | reader->data[head->end + i];
    head->end += width;
    if (head->major == 7 && head->info == 24 && head->value < 32)
        return my_library_cbor_fail(reader, head->start, MY_LIBRARY_CBOR_ERROR_LONG_SIMPLE);
    return true;
}

/** Internal: fails because the input ends here, or because of an earlier error. Returns false. */
static inline MY_LIBRARY_CBOR_RARE bool my_library_cbor_no_head(my_library_cbor_reader *reader,
                                                                my_library_cbor_head *head)
{
    memset(head, 0, sizeof *head);
    return my_library_cbor_fail(reader, reader->size, MY_LIBRARY_CBOR_ERROR_TRUNCATED);
}

/** Internal: decodes the head at `offset` without moving; fails if the head is not well-formed. */
static inline bool my_library_cbor_head_at(my_library_cbor_reader *reader, size_t offset,
                                           my_library_cbor_head *head)
{
    if (my_library_cbor_failed(reader) || offset >= reader->size)
        return my_library_cbor_no_head(reader, head);
    head->major = reader->data[offset] >> 5;
    head->info = reader->data[offset] & 0x1f;
    head->value = head->info;
    head->indefinite = false;
    head->start = offset;
    head->end = offset + 1;
    return head->info < 24 || my_library_cbor_long_head(reader, head);
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

/** Internal: the type of the item with this head. */
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

/** The name of a type in error messages: "an integer", "text". */
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

/** Internal: decodes the head of the next item, which must have this type. */
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

/** Internal: the next chunk of a string; *offset starts at string->start. False at the end or on an error. */
static inline bool my_library_cbor_next_chunk(my_library_cbor_reader *reader,
                                              const my_library_cbor_head *string, size_t *offset,
                                              const uint8_t **chunk, size_t *size)
{
    my_library_cbor_head head = *string;
    if (string->indefinite) {
        if (!my_library_cbor_head_at(reader, *offset == string->start ? string->end : *offset, &head))
            return false;
        if (head.major == 7 && head.indefinite) {
            *offset = head.end;
            return false;
        }
        if (head.major != string->major || head.indefinite)
            return my_library_cbor_fail(reader, head.start, MY_LIBRARY_CBOR_ERROR_CHUNK);
    } else if (*offset != string->start) {
        return false;
    }
    if (head.value > reader->size - head.end)
        return my_library_cbor_fail(reader, reader->size, MY_LIBRARY_CBOR_ERROR_TRUNCATED);
    *chunk = reader->data + head.end;
    *size = (size_t)head.value;
    *offset = head.end + *size;
    return true;
}
