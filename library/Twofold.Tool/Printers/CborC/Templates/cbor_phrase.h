/* ---- parts of error messages ---- */

/** Internal: a text that is built in the caller's buffer. */
typedef struct my_library_cbor_phrase {
    char *text;      /**< The buffer. */
    size_t capacity; /**< Bytes in it. */
    size_t size;     /**< Bytes of the text, including those that did not fit. */
} my_library_cbor_phrase;

/** Internal: appends bytes, without leading dots at the start of the text. */
static inline void my_library_cbor_say_n(my_library_cbor_phrase *phrase, const char *text, size_t size)
{
    for (; size > 0; text++, size--) {
        if (phrase->size == 0 && *text == '.')
            continue;
        if (phrase->size < phrase->capacity)
            phrase->text[phrase->size] = *text;
        phrase->size++;
    }
}

/** Internal: appends a text. */
static inline void my_library_cbor_say(my_library_cbor_phrase *phrase, const char *text)
{
    my_library_cbor_say_n(phrase, text, strlen(text));
}

/** Internal: appends a number. */
static inline void my_library_cbor_say_uint(my_library_cbor_phrase *phrase, uint64_t number)
{
    char digits[20];
    size_t at = sizeof digits;
    do {
        digits[--at] = (char)('0' + number % 10);
        number /= 10;
    } while (number > 0);
    my_library_cbor_say_n(phrase, digits + at, sizeof digits - at);
}

/** Internal: appends -1 - number: the value of a negative integer in CBOR. */
static inline void my_library_cbor_say_negative(my_library_cbor_phrase *phrase, uint64_t number)
{
    my_library_cbor_say(phrase, "-");
    if (number == UINT64_MAX)
        my_library_cbor_say(phrase, "18446744073709551616");
    else
        my_library_cbor_say_uint(phrase, number + 1);
}

/** Internal: appends a number. */
static inline void my_library_cbor_say_int(my_library_cbor_phrase *phrase, int64_t number)
{
    if (number < 0)
        my_library_cbor_say_negative(phrase, ~(uint64_t)number);
    else
        my_library_cbor_say_uint(phrase, (uint64_t)number);
}

/** Internal: appends the integer with this head. */
static inline void my_library_cbor_say_integer(my_library_cbor_phrase *phrase, uint64_t number,
                                               bool is_negative)
{
    if (is_negative)
        my_library_cbor_say_negative(phrase, number);
    else
        my_library_cbor_say_uint(phrase, number);
}

/** Internal: appends at most 32 bytes as 'text' or as h'00ff' (RFC 8949 section 8). */
static inline void my_library_cbor_say_bytes(my_library_cbor_phrase *phrase, const uint8_t *bytes,
                                             size_t size)
{
    static const char digits[] = "0123456789abcdef";
    const size_t shown = size < 32 ? size : 32;
    bool is_text = true;
    size_t i;
    for (i = 0; i < shown; i++)
        is_text = is_text && bytes[i] >= ' ' && bytes[i] <= '~' && bytes[i] != '\'' && bytes[i] != '\\';
    my_library_cbor_say(phrase, is_text ? "'" : "h'");
    if (is_text)
        my_library_cbor_say_n(phrase, (const char *)bytes, shown);
    for (i = 0; i < shown && !is_text; i++) {
        my_library_cbor_say_n(phrase, digits + (bytes[i] >> 4), 1);
        my_library_cbor_say_n(phrase, digits + (bytes[i] & 0xf), 1);
    }
    my_library_cbor_say(phrase, shown < size ? "'..." : "'");
}

/** Internal: appends a number with the fewest digits that identify it. */
static inline void my_library_cbor_say_double(my_library_cbor_phrase *phrase, double number)
{
    char digits[40];
    int precision = 0;
    char *point;
    do {
        snprintf(digits, sizeof digits, "%.*E", precision, number);
    } while (precision++ < 17 && strtod(digits, NULL) != number);
    /* The locale may use another decimal point. */
    point = strchr(digits, ',');
    if (point != NULL)
        *point = '.';
    my_library_cbor_say(phrase, digits);
}

/** Internal: the size of the first 64 characters of a text, or `size` if it is shorter. */
static inline size_t my_library_cbor_cut(const uint8_t *text, size_t size, size_t *characters)
{
    size_t at = 0;
    while (at < size && *characters < 64) {
        at += text[at] < 0x80 ? 1 : text[at] < 0xe0 ? 2 : text[at] < 0xf0 ? 3 : 4;
        (*characters)++;
    }
    return at;
}

/** Internal: appends characters until there are 64 in all, without control characters; false if some are
 * left. */
static inline bool my_library_cbor_say_characters(my_library_cbor_phrase *phrase, const uint8_t *text,
                                                  size_t size, size_t *characters)
{
    const size_t shown = my_library_cbor_cut(text, size, characters);
    size_t i;
    for (i = 0; i < shown; i++) {
        bool is_control = text[i] < 0x20 || text[i] == 0x7f;
        if (text[i] == 0xc2 && text[i + 1] < 0xa0) {
            is_control = true;
            i++;
        }
        my_library_cbor_say_n(phrase, is_control ? "?" : (const char *)text + i, 1);
    }
    if (shown < size)
        my_library_cbor_say(phrase, "...");
    return shown == size;
}

/** Internal: appends the text at `offset`, short and without control characters; false if it is not text. */
static inline bool my_library_cbor_say_text_at(my_library_cbor_phrase *phrase,
                                               const my_library_cbor_reader *document, size_t offset)
{
    my_library_cbor_reader reader = my_library_cbor_reader_init(document->data, document->size, NULL);
    my_library_cbor_head head;
    const uint8_t *chunk;
    size_t end, size, characters = 0;
    reader.offset = offset;
    if (!my_library_cbor_peek_head(&reader, &head) || head.major != 3 ||
        !my_library_cbor_measure(&reader, &head, true, &end, &size))
        return false;
    end = head.start;
    while (my_library_cbor_next_chunk(&reader, &head, &end, &chunk, &size) &&
           my_library_cbor_say_characters(phrase, chunk, size, &characters)) {
    }
    return true;
}

/** Internal: terminates a text with NUL; a truncated text ends with a whole character. */
static inline const char *my_library_cbor_say_end(const my_library_cbor_phrase *phrase)
{
    size_t end = phrase->size;
    if (phrase->capacity == 0)
        return "";
    if (end >= phrase->capacity) {
        end = phrase->capacity - 1;
        while (end > 0 && ((uint8_t)phrase->text[end] & 0xc0) == 0x80)
            end--;
    }
    phrase->text[end] = '\0';
    return phrase->text;
}
