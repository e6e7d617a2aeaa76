/* ---- CBOR reader: text and bytes ---- */

/** Internal: the end of a string and the size of its content; each chunk of a text must be UTF-8. */
static inline bool my_library_cbor_measure(my_library_cbor_reader *reader, const my_library_cbor_head *string,
                                           bool is_valid, size_t *end, size_t *size)
{
    const uint8_t *chunk;
    size_t length, at = string->indefinite ? string->end : string->start;
    *end = string->start;
    *size = 0;
    while (my_library_cbor_next_chunk(reader, string, end, &chunk, &length)) {
        /* A character never spans chunks (RFC 8949 section 3.2.3), so each chunk is checked alone. */
        if (is_valid && string->major == 3 && !my_library_cbor_is_utf8(chunk, length))
            return my_library_cbor_fail(reader, at, MY_LIBRARY_CBOR_ERROR_UTF8);
        *size += length;
        at = *end;
    }
    return !my_library_cbor_failed(reader);
}

/** Internal: copies the chunks of a string of known size. */
static inline void my_library_cbor_gather(my_library_cbor_reader *reader, const my_library_cbor_head *string,
                                          void *buffer)
{
    uint8_t *to = (uint8_t *)buffer;
    const uint8_t *chunk;
    size_t offset = string->start, length;
    while (my_library_cbor_next_chunk(reader, string, &offset, &chunk, &length)) {
        if (length > 0)
            memcpy(to, chunk, length);
        to += length;
    }
}

/** Internal: whether a text, chunked or not, equals this one. */
static inline bool my_library_cbor_is_text(my_library_cbor_reader *reader, const my_library_cbor_head *string,
                                           const char *text)
{
    const uint8_t *chunk;
    size_t offset = string->start, length, left = strlen(text);
    while (my_library_cbor_next_chunk(reader, string, &offset, &chunk, &length)) {
        if (length > left || memcmp(chunk, text, length) != 0)
            return false;
        text += length;
        left -= length;
    }
    return left == 0 && !my_library_cbor_failed(reader);
}

/** Internal: fails because a piece of this size does not fit. Returns false. */
static inline bool my_library_cbor_fail_room(my_library_cbor_reader *reader, size_t offset, size_t needed,
                                             my_library_cbor_error error)
{
    reader->most = needed;
    return my_library_cbor_fail(reader, offset, error);
}

/** Internal: allocates from the reader's memory; NULL, with the error set at `offset`, if it fails. */
static inline void *my_library_cbor_take(my_library_cbor_reader *reader, size_t offset, size_t size,
                                         bool is_bytes)
{
    my_library_cbor_error error = MY_LIBRARY_CBOR_ERROR_FULL;
    void *piece = NULL;
    if (my_library_cbor_failed(reader))
        return NULL;
    if (reader->memory != NULL)
        piece = my_library_cbor_memory_take(reader->memory, size, is_bytes, &error);
    if (piece == NULL)
        my_library_cbor_fail_room(reader, offset, reader->memory == NULL ? 0 : size, error);
    return piece;
}

/** Internal: fails because the item at `offset` is not what was expected. Returns false. */
static inline MY_LIBRARY_CBOR_RARE bool my_library_cbor_fail_value(my_library_cbor_reader *reader,
                                                                   size_t offset, const char *expected)
{
    reader->key = expected;
    return my_library_cbor_fail(reader, offset, MY_LIBRARY_CBOR_ERROR_VALUE);
}

/** Internal: copies the text with this head and a NUL; a text that does not fit is not what was expected. */
static inline bool my_library_cbor_copy_short(my_library_cbor_reader *reader,
                                              const my_library_cbor_head *head, const char *expected,
                                              char *buffer, size_t capacity)
{
    size_t end, length;
    memset(buffer, 0, capacity);
    if (head->major != 3)
        return my_library_cbor_fail_value(reader, head->start, expected);
    if (!my_library_cbor_measure(reader, head, true, &end, &length))
        return false;
    if (length >= capacity)
        return my_library_cbor_fail_value(reader, head->start, expected);
    my_library_cbor_gather(reader, head, buffer);
    if (strlen(buffer) != length)
        return my_library_cbor_fail_value(reader, head->start, expected);
    reader->offset = end;
    return true;
}

/** Internal: borrows the content of a string that is not chunked. */
static inline bool my_library_cbor_borrow(my_library_cbor_reader *reader, my_library_cbor_type type,
                                          const uint8_t **content, size_t *size)
{
    my_library_cbor_head head;
    size_t end, length;
    *content = NULL;
    *size = 0;
    if (!my_library_cbor_expect(reader, type, &head))
        return false;
    if (head.indefinite)
        return my_library_cbor_fail(reader, head.start, MY_LIBRARY_CBOR_ERROR_IN_CHUNKS);
    if (!my_library_cbor_measure(reader, &head, true, &end, &length))
        return false;
    *content = reader->data + head.end;
    *size = length;
    reader->offset = end;
    return true;
}

/** Internal: copies the content of a string, chunked or not, into `capacity` bytes at `buffer`. */
static inline bool my_library_cbor_copy(my_library_cbor_reader *reader, my_library_cbor_type type,
                                        void *buffer, size_t capacity, size_t *size)
{
    my_library_cbor_head head;
    size_t end, length;
    *size = 0;
    if (!my_library_cbor_expect(reader, type, &head) ||
        !my_library_cbor_measure(reader, &head, true, &end, &length))
        return false;
    if (length > capacity)
        return my_library_cbor_fail_room(reader, head.start, length, MY_LIBRARY_CBOR_ERROR_FULL);
    my_library_cbor_gather(reader, &head, buffer);
    *size = length;
    reader->offset = end;
    return true;
}

/**
 * Reads text in place: `size` bytes of valid UTF-8 inside the reader's own bytes, without a NUL at their end.
 * Text in chunks is an error, because it is not contiguous; my_library_cbor_copy_text reads both.
 */
static inline bool my_library_cbor_read_text(my_library_cbor_reader *reader, const char **text, size_t *size)
{
    const uint8_t *content;
    bool ok = my_library_cbor_borrow(reader, MY_LIBRARY_CBOR_TEXT, &content, size);
    *text = (const char *)content;
    return ok;
}

/** Reads a byte string in place. One in chunks is an error; my_library_cbor_copy_bytes reads both. */
static inline bool my_library_cbor_read_bytes(my_library_cbor_reader *reader, const uint8_t **bytes,
                                              size_t *size)
{
    return my_library_cbor_borrow(reader, MY_LIBRARY_CBOR_BYTES, bytes, size);
}

/**
 * Copies text, chunked or not, and a NUL into `capacity` bytes at `buffer`. Text that does not fit is an
 * error and is not truncated. `size` (without the NUL) may be NULL; text that contains U+0000 is then an
 * error.
 */
static inline bool my_library_cbor_copy_text(my_library_cbor_reader *reader, char *buffer, size_t capacity,
                                             size_t *size)
{
    size_t start = reader->offset, length = 0;
    bool ok;
    if (size != NULL)
        *size = 0;
    if (capacity == 0)
        return my_library_cbor_fail_room(reader, start, 1, MY_LIBRARY_CBOR_ERROR_FULL);
    ok = my_library_cbor_copy(reader, MY_LIBRARY_CBOR_TEXT, buffer, capacity - 1, &length);
    if (ok && size == NULL && memchr(buffer, '\0', length) != NULL)
        ok = my_library_cbor_fail(reader, start, MY_LIBRARY_CBOR_ERROR_NUL);
    buffer[ok ? length : 0] = '\0';
    if (ok && size != NULL)
        *size = length;
    return ok;
}

/** Copies a byte string, chunked or not, into `capacity` bytes at `buffer`; too little room is an error. */
static inline bool my_library_cbor_copy_bytes(my_library_cbor_reader *reader, void *buffer, size_t capacity,
                                              size_t *size)
{
    return my_library_cbor_copy(reader, MY_LIBRARY_CBOR_BYTES, buffer, capacity, size);
}

/**
 * Copies text, chunked or not, and a NUL into the reader's memory. `size` (without the NUL) may be NULL; text
 * that contains U+0000 is then an error.
 */
static inline bool my_library_cbor_take_text(my_library_cbor_reader *reader, const char **text, size_t *size)
{
    my_library_cbor_head head;
    size_t end, length;
    char *to;
    *text = NULL;
    if (size != NULL)
        *size = 0;
    if (!my_library_cbor_expect(reader, MY_LIBRARY_CBOR_TEXT, &head) ||
        !my_library_cbor_measure(reader, &head, true, &end, &length))
        return false;
    to = (char *)my_library_cbor_take(reader, head.start, length + 1, true);
    if (to == NULL)
        return false;
    my_library_cbor_gather(reader, &head, to);
    to[length] = '\0';
    if (size == NULL && memchr(to, '\0', length) != NULL)
        return my_library_cbor_fail(reader, head.start, MY_LIBRARY_CBOR_ERROR_NUL);
    if (size != NULL)
        *size = length;
    *text = to;
    reader->offset = end;
    return true;
}

/** Copies a byte string, chunked or not, into the reader's memory. Not NULL on success. */
static inline bool my_library_cbor_take_bytes(my_library_cbor_reader *reader, const uint8_t **bytes,
                                              size_t *size)
{
    my_library_cbor_head head;
    size_t end, length;
    void *to;
    *bytes = NULL;
    *size = 0;
    if (!my_library_cbor_expect(reader, MY_LIBRARY_CBOR_BYTES, &head) ||
        !my_library_cbor_measure(reader, &head, true, &end, &length))
        return false;
    to = my_library_cbor_take(reader, head.start, length, true);
    if (to == NULL)
        return false;
    my_library_cbor_gather(reader, &head, to);
    *bytes = (const uint8_t *)to;
    *size = length;
    reader->offset = end;
    return true;
}

/** Skips the next item if it is exactly this text, chunked or not, and returns whether it was. */
static inline bool my_library_cbor_accept_text(my_library_cbor_reader *reader, const char *text)
{
    my_library_cbor_head head;
    size_t end, length;
    if (!my_library_cbor_peek_head(reader, &head) || head.major != 3 ||
        !my_library_cbor_is_text(reader, &head, text) ||
        !my_library_cbor_measure(reader, &head, false, &end, &length))
        return false;
    reader->offset = end;
    return true;
}

/** Internal: reads the text of an enum's member. */
static inline bool my_library_cbor_read_choice(my_library_cbor_reader *reader,
                                               const my_library_cbor_choice *choices, int32_t *number)
{
    my_library_cbor_head head;
    size_t end, length;
    *number = 0;
    if (!my_library_cbor_expect(reader, MY_LIBRARY_CBOR_TEXT, &head) ||
        !my_library_cbor_measure(reader, &head, true, &end, &length))
        return false;
    reader->choices = choices;
    for (; choices->text != NULL; choices++) {
        if (my_library_cbor_is_text(reader, &head, choices->text)) {
            *number = choices->number;
            reader->offset = end;
            return true;
        }
    }
    return my_library_cbor_fail(reader, head.start, MY_LIBRARY_CBOR_ERROR_CHOICE);
}
