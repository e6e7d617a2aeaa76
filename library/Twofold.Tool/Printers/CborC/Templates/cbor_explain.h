/* ---- error messages ---- */

/** Internal: appends the path of the innermost item that contains `offset`; true if it was found. */
static inline bool my_library_cbor_say_path(my_library_cbor_phrase *phrase, my_library_cbor_reader *reader,
                                            size_t offset)
{
    my_library_cbor_head head;
    my_library_cbor_items items;
    bool is_map;
    uint64_t index;
    const bool is_read = my_library_cbor_peek_head(reader, &head);
    if (!is_read || head.start >= offset || (head.major != 4 && head.major != 5)) {
        my_library_cbor_skip(reader);
        return my_library_cbor_failed(reader) || reader->offset > offset;
    }
    is_map = head.major == 5;
    my_library_cbor_open(reader, &head, &items);
    for (index = 0; my_library_cbor_next(reader, &items); index++) {
        const size_t size = phrase->size, start = reader->offset;
        if (is_map) {
            if (!my_library_cbor_skip(reader))
                return true;
            my_library_cbor_say(phrase, ".");
            if (!my_library_cbor_say_text_at(phrase, reader, start)) {
                phrase->size = size;
                my_library_cbor_say(phrase, "[key at byte ");
                my_library_cbor_say_uint(phrase, start);
                my_library_cbor_say(phrase, "]");
            }
            if (reader->offset > offset)
                return true;
        } else {
            my_library_cbor_say(phrase, "[");
            my_library_cbor_say_uint(phrase, index);
            my_library_cbor_say(phrase, "]");
        }
        if (my_library_cbor_say_path(phrase, reader, offset))
            return true;
        phrase->size = size;
    }
    return my_library_cbor_failed(reader) || reader->offset > offset;
}

/** Internal: appends " at byte N". */
static inline void my_library_cbor_say_byte(my_library_cbor_phrase *phrase, size_t offset)
{
    my_library_cbor_say(phrase, " at byte ");
    my_library_cbor_say_uint(phrase, offset);
}

/** Internal: appends "expected ..., found ..." for a value of the right type that is not allowed. */
static inline void my_library_cbor_say_value(my_library_cbor_phrase *phrase,
                                             const my_library_cbor_reader *reader,
                                             const my_library_cbor_head *found)
{
    const my_library_cbor_choice *choice;
    my_library_cbor_say(phrase, "expected ");
    if (reader->error == MY_LIBRARY_CBOR_ERROR_CHOICE) {
        for (choice = reader->choices; choice->text != NULL; choice++) {
            my_library_cbor_say(phrase, choice == reader->choices ? "\"" : ", \"");
            my_library_cbor_say(phrase, choice->text);
            my_library_cbor_say(phrase, "\"");
        }
        my_library_cbor_say(phrase, ", found \"");
        my_library_cbor_say_text_at(phrase, reader, reader->offset);
        my_library_cbor_say(phrase, "\"");
    } else if (reader->wanted == MY_LIBRARY_CBOR_FLOAT) {
        my_library_cbor_say(phrase, "a float of ");
        my_library_cbor_say_uint(phrase, reader->most);
        my_library_cbor_say(phrase, " bits, found ");
        my_library_cbor_say_double(phrase, my_library_cbor_float_of(found));
    } else {
        my_library_cbor_say(phrase, "an integer from ");
        my_library_cbor_say_int(phrase, reader->least);
        my_library_cbor_say(phrase, " to ");
        my_library_cbor_say_uint(phrase, reader->most);
        my_library_cbor_say(phrase, ", found ");
        my_library_cbor_say_integer(phrase, reader->found, reader->is_negative);
    }
}

/** Internal: appends "expected ..., found ..." for a value of another type. */
static inline void my_library_cbor_say_type(my_library_cbor_phrase *phrase,
                                            const my_library_cbor_reader *reader,
                                            const my_library_cbor_head *found)
{
    const my_library_cbor_type type = my_library_cbor_type_of(found);
    double number;
    my_library_cbor_say(phrase, "expected ");
    my_library_cbor_say(phrase, my_library_cbor_type_name(reader->wanted));
    my_library_cbor_say(phrase, ", found ");
    if (reader->most > 0) {
        my_library_cbor_say(phrase, "a bignum of ");
        my_library_cbor_say_uint(phrase, reader->most);
        my_library_cbor_say(phrase, " bytes");
        return;
    }
    my_library_cbor_say(phrase, my_library_cbor_type_name(type));
    if (type == MY_LIBRARY_CBOR_FLOAT && reader->wanted == MY_LIBRARY_CBOR_INTEGER) {
        number = my_library_cbor_float_of(found);
        if (!(number >= -DBL_MAX && number <= DBL_MAX))
            my_library_cbor_say(phrase, " that is not finite");
        else if (number > 9007199254740992.0 || number < -9007199254740992.0)
            my_library_cbor_say(phrase, " beyond 2^53");
        else
            my_library_cbor_say(phrase, " with a fraction");
    }
}

/** Internal: appends "expected ..., found ..." for an item that its type cannot represent. */
static inline void my_library_cbor_say_unfit(my_library_cbor_phrase *phrase,
                                             const my_library_cbor_reader *reader,
                                             const my_library_cbor_head *found)
{
    my_library_cbor_reader again = my_library_cbor_reader_init(reader->data, reader->size, NULL);
    my_library_cbor_head head = *found;
    size_t end, size;
    again.offset = reader->offset;
    my_library_cbor_peek_head(&again, &head);
    my_library_cbor_say(phrase, "expected ");
    my_library_cbor_say(phrase, reader->key);
    my_library_cbor_say(phrase, ", found ");
    if (head.major == 2 && my_library_cbor_measure(&again, &head, true, &end, &size)) {
        my_library_cbor_say_uint(phrase, size);
        my_library_cbor_say(phrase, " bytes");
    } else if (head.major == 3) {
        my_library_cbor_say(phrase, "text \"");
        my_library_cbor_say_text_at(phrase, reader, reader->offset);
        my_library_cbor_say(phrase, "\"");
    } else {
        my_library_cbor_say(phrase, my_library_cbor_type_name(my_library_cbor_type_of(&head)));
    }
}

/** Internal: appends "expected a text key, found ..." for the key that begins at `reader->most`. */
static inline void my_library_cbor_say_key(my_library_cbor_phrase *phrase,
                                           const my_library_cbor_reader *reader)
{
    my_library_cbor_reader again = my_library_cbor_reader_init(reader->data, reader->size, NULL);
    my_library_cbor_head key;
    my_library_cbor_head_at(&again, (size_t)reader->most, &key);
    my_library_cbor_say(phrase, "expected a text key, found ");
    if (key.major <= 1) {
        my_library_cbor_say(phrase, "the integer ");
        my_library_cbor_say_integer(phrase, key.value, key.major == 1);
    } else if (key.major == 2 && !key.indefinite && key.value <= reader->size - key.end) {
        my_library_cbor_say(phrase, "the bytes ");
        my_library_cbor_say_bytes(phrase, reader->data + key.end, (size_t)key.value);
    } else {
        my_library_cbor_say(phrase, my_library_cbor_type_name(my_library_cbor_type_of(&key)));
    }
}

/** Internal: appends the error of the reader, without its position. */
static inline void my_library_cbor_say_error(my_library_cbor_phrase *phrase,
                                             const my_library_cbor_reader *reader)
{
    my_library_cbor_reader again = my_library_cbor_reader_init(reader->data, reader->size, NULL);
    my_library_cbor_head found;
    my_library_cbor_head_at(&again, reader->offset, &found);
    switch (reader->error) {
    case MY_LIBRARY_CBOR_ERROR_TRUNCATED:
        my_library_cbor_say(phrase, "the data ends");
        my_library_cbor_say_byte(phrase, reader->offset);
        my_library_cbor_say(phrase, " within an item");
        break;
    case MY_LIBRARY_CBOR_ERROR_RESERVED:
        my_library_cbor_say(phrase, "reserved additional information ");
        my_library_cbor_say_uint(phrase, found.info);
        my_library_cbor_say_byte(phrase, reader->offset);
        break;
    case MY_LIBRARY_CBOR_ERROR_LONG_SIMPLE:
        my_library_cbor_say(phrase, "simple value ");
        my_library_cbor_say_uint(phrase, found.value);
        my_library_cbor_say(phrase, " in two bytes");
        my_library_cbor_say_byte(phrase, reader->offset);
        break;
    case MY_LIBRARY_CBOR_ERROR_BREAK:
        my_library_cbor_say(phrase, "unexpected break");
        my_library_cbor_say_byte(phrase, reader->offset);
        break;
    case MY_LIBRARY_CBOR_ERROR_CHUNK:
        my_library_cbor_say(phrase, "a chunk of another kind within a string");
        my_library_cbor_say_byte(phrase, reader->offset);
        break;
    case MY_LIBRARY_CBOR_ERROR_TRAILING:
        my_library_cbor_say(phrase, "trailing bytes");
        my_library_cbor_say_byte(phrase, reader->offset);
        break;
    case MY_LIBRARY_CBOR_ERROR_DEPTH:
        my_library_cbor_say(phrase, "nesting over ");
        my_library_cbor_say_uint(phrase, MY_LIBRARY_CBOR_MAX_DEPTH);
        my_library_cbor_say(phrase, " levels");
        break;
    case MY_LIBRARY_CBOR_ERROR_TYPE:
        my_library_cbor_say_type(phrase, reader, &found);
        break;
    case MY_LIBRARY_CBOR_ERROR_RANGE:
    case MY_LIBRARY_CBOR_ERROR_CHOICE:
        my_library_cbor_say_value(phrase, reader, &found);
        break;
    case MY_LIBRARY_CBOR_ERROR_VALUE:
        my_library_cbor_say_unfit(phrase, reader, &found);
        break;
    case MY_LIBRARY_CBOR_ERROR_STEP:
        my_library_cbor_say(phrase, "expected a duration in steps of 100 ns, found ");
        my_library_cbor_say_integer(phrase, reader->found, reader->is_negative);
        break;
    case MY_LIBRARY_CBOR_ERROR_INEXACT:
        my_library_cbor_say(phrase, "expected a float of ");
        my_library_cbor_say_uint(phrase, reader->most);
        my_library_cbor_say(phrase, " bits, found ");
        my_library_cbor_say_integer(phrase, reader->found, reader->is_negative);
        my_library_cbor_say(phrase, ", which it cannot hold exactly");
        break;
    case MY_LIBRARY_CBOR_ERROR_UTF8:
        my_library_cbor_say(phrase, "invalid UTF-8");
        break;
    case MY_LIBRARY_CBOR_ERROR_NUL:
        my_library_cbor_say(phrase, "the text has U+0000, which a C string cannot carry");
        break;
    case MY_LIBRARY_CBOR_ERROR_KEY_TYPE:
        my_library_cbor_say_key(phrase, reader);
        break;
    case MY_LIBRARY_CBOR_ERROR_DUPLICATE_KEY:
        my_library_cbor_say(phrase, "duplicate key");
        break;
    case MY_LIBRARY_CBOR_ERROR_MISSING_KEY:
        my_library_cbor_say(phrase, "missing");
        break;
    case MY_LIBRARY_CBOR_ERROR_IN_CHUNKS:
        my_library_cbor_say(phrase, "the string comes in chunks, so that it can only be copied");
        break;
    case MY_LIBRARY_CBOR_ERROR_FULL:
        if (reader->most == 0) {
            my_library_cbor_say(phrase, "the reader was given no memory to decode into");
            break;
        }
        my_library_cbor_say(phrase, "no room for ");
        my_library_cbor_say_uint(phrase, reader->most);
        my_library_cbor_say(phrase, " bytes");
        break;
    default:
        my_library_cbor_say(phrase, "out of memory");
        break;
    }
}

/**
 * Why the reader has failed, and where: "req.messages[3].delayMs: expected an integer, found text". Writes
 * the message into the `capacity` bytes at `text`, truncates it to fit, and returns it; "" if there is no
 * error. To find the position, it reads the bytes again, which must still be valid.
 */
static inline const char *my_library_cbor_reader_explain(const my_library_cbor_reader *reader, char *text,
                                                         size_t capacity)
{
    my_library_cbor_phrase phrase = {text, capacity, 0};
    my_library_cbor_reader walk = my_library_cbor_reader_init(reader->data, reader->size, NULL);
    if (my_library_cbor_failed(reader)) {
        my_library_cbor_say_path(&phrase, &walk, reader->offset);
        if (reader->error == MY_LIBRARY_CBOR_ERROR_MISSING_KEY) {
            my_library_cbor_say(&phrase, ".");
            my_library_cbor_say(&phrase, reader->key);
        }
        if (phrase.size > 0)
            my_library_cbor_say(&phrase, ": ");
        my_library_cbor_say_error(&phrase, reader);
    }
    return my_library_cbor_say_end(&phrase);
}

/** Internal: appends the error of the writer. */
static inline void my_library_cbor_say_refusal(my_library_cbor_phrase *phrase,
                                               const my_library_cbor_writer *writer)
{
    const my_library_cbor_choice *choice;
    size_t characters = 0;
    double number;
    switch (writer->error) {
    case MY_LIBRARY_CBOR_ERROR_NULL:
        if (writer->number > 0) {
            my_library_cbor_say(phrase, "NULL, though its ");
            my_library_cbor_say(phrase, writer->wanted);
            my_library_cbor_say(phrase, " is ");
            my_library_cbor_say_uint(phrase, writer->number);
        } else {
            my_library_cbor_say(phrase, "expected ");
            my_library_cbor_say(phrase, writer->wanted);
            my_library_cbor_say(phrase, ", found NULL");
        }
        break;
    case MY_LIBRARY_CBOR_ERROR_VALUE:
        my_library_cbor_say(phrase, "expected ");
        my_library_cbor_say(phrase, writer->wanted);
        if (writer->found != NULL) {
            my_library_cbor_say(phrase, ", found text \"");
            my_library_cbor_say_characters(phrase, (const uint8_t *)writer->found, strlen(writer->found),
                                           &characters);
            my_library_cbor_say(phrase, "\"");
        }
        break;
    case MY_LIBRARY_CBOR_ERROR_STEP:
        my_library_cbor_say(phrase, "expected a duration in steps of 100 ns, found ");
        my_library_cbor_say_int(phrase, (int64_t)writer->number);
        break;
    case MY_LIBRARY_CBOR_ERROR_RANGE:
        memcpy(&number, &writer->number, sizeof number);
        my_library_cbor_say(phrase, "expected a float of 16 bits, found ");
        my_library_cbor_say_double(phrase, number);
        break;
    case MY_LIBRARY_CBOR_ERROR_CHOICE:
        my_library_cbor_say(phrase, "expected ");
        for (choice = writer->choices; choice->text != NULL; choice++) {
            my_library_cbor_say(phrase, choice == writer->choices ? "" : ", ");
            my_library_cbor_say_int(phrase, choice->number);
            my_library_cbor_say(phrase, " (");
            my_library_cbor_say(phrase, choice->name);
            my_library_cbor_say(phrase, ")");
        }
        my_library_cbor_say(phrase, ", found ");
        my_library_cbor_say_int(phrase, (int64_t)writer->number);
        break;
    case MY_LIBRARY_CBOR_ERROR_UTF8:
        my_library_cbor_say(phrase, "invalid UTF-8");
        break;
    case MY_LIBRARY_CBOR_ERROR_DEPTH:
        my_library_cbor_say(phrase, "a record contains itself too many levels deep");
        break;
    case MY_LIBRARY_CBOR_ERROR_LONG_SIMPLE:
        my_library_cbor_say(phrase, "there is no simple value ");
        my_library_cbor_say_uint(phrase, writer->number);
        break;
    case MY_LIBRARY_CBOR_ERROR_TOO_LARGE:
        my_library_cbor_say(phrase, writer->wanted);
        my_library_cbor_say(phrase, " of ");
        my_library_cbor_say_uint(phrase, writer->number);
        my_library_cbor_say(phrase, " bytes is over its limit");
        break;
    case MY_LIBRARY_CBOR_ERROR_FULL:
        my_library_cbor_say(phrase, "the buffer of ");
        my_library_cbor_say_uint(phrase, writer->capacity);
        my_library_cbor_say(phrase, " bytes is full");
        break;
    default:
        my_library_cbor_say(phrase, "out of memory");
        break;
    }
}

/**
 * Why the writer has failed, and where: "req.messages[3].message: expected text, found NULL". Writes the
 * message into the `capacity` bytes at `text`, truncates it to fit, and returns it; "" if there is no error.
 */
static inline const char *my_library_cbor_writer_explain(const my_library_cbor_writer *writer, char *text,
                                                         size_t capacity)
{
    my_library_cbor_phrase phrase = {text, capacity, 0};
    my_library_cbor_reader walk;
    if (writer->error != MY_LIBRARY_CBOR_NO_ERROR) {
        /* The output ends where the item that failed would be. */
        walk = my_library_cbor_reader_init(writer->data == NULL ? NULL : writer->data + writer->start,
                                           writer->size - writer->start, NULL);
        walk.is_prefix = true;
        if (writer->error != MY_LIBRARY_CBOR_ERROR_TOO_LARGE)
            my_library_cbor_say_path(&phrase, &walk, walk.size);
        if (phrase.size > 0)
            my_library_cbor_say(&phrase, ": ");
        my_library_cbor_say_refusal(&phrase, writer);
    }
    return my_library_cbor_say_end(&phrase);
}
