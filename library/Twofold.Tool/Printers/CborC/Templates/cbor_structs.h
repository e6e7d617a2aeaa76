/* ---- helpers of generated functions ---- */

/** Internal: writes the key of a member. */
static inline void my_library_cbor_write_key(my_library_cbor_writer *writer, const char *key)
{
    size_t size = strlen(key);
    my_library_cbor_put(writer, 3, size, key, size);
}

/** Internal: opens the map of a struct; fails if the struct is NULL or nested too deeply. */
static inline bool my_library_cbor_begin_struct(my_library_cbor_writer *writer, const void *value,
                                                size_t members)
{
    if (value == NULL)
        my_library_cbor_refuse(writer, MY_LIBRARY_CBOR_ERROR_NULL, "a struct", 0);
    else if (writer->depth >= MY_LIBRARY_CBOR_MAX_DEPTH)
        my_library_cbor_refuse(writer, MY_LIBRARY_CBOR_ERROR_DEPTH, NULL, 0);
    my_library_cbor_write_map(writer, members);
    writer->depth++;
    return writer->error == MY_LIBRARY_CBOR_NO_ERROR;
}

/** Internal: closes the map that my_library_cbor_begin_struct has opened. */
static inline void my_library_cbor_end_struct(my_library_cbor_writer *writer)
{
    writer->depth--;
}

/** Internal: opens the array of a list; fails if the list is NULL and its count is not 0. */
static inline bool my_library_cbor_begin_items(my_library_cbor_writer *writer, const void *items,
                                               size_t count)
{
    if (items == NULL && count > 0)
        my_library_cbor_refuse(writer, MY_LIBRARY_CBOR_ERROR_NULL, "count", count);
    my_library_cbor_write_array(writer, count);
    return writer->error == MY_LIBRARY_CBOR_NO_ERROR;
}

/** Internal: writes the text of an enum's member. */
static inline void my_library_cbor_write_choice(my_library_cbor_writer *writer, int32_t number,
                                                const my_library_cbor_choice *choices)
{
    const my_library_cbor_choice *choice = choices;
    while (choice->text != NULL && choice->number != number)
        choice++;
    if (choice->text != NULL) {
        my_library_cbor_write_key(writer, choice->text);
        return;
    }
    if (writer->error == MY_LIBRARY_CBOR_NO_ERROR)
        writer->choices = choices;
    my_library_cbor_refuse(writer, MY_LIBRARY_CBOR_ERROR_CHOICE, NULL, (uint64_t)(int64_t)number);
}

/** Internal: whether no error has occurred; after an error, sets the `size` bytes at `value` to zero. */
static inline bool my_library_cbor_decoded(my_library_cbor_reader *reader, void *value, size_t size)
{
    if (my_library_cbor_failed(reader))
        memset(value, 0, size);
    return !my_library_cbor_failed(reader);
}

/** Internal: counts the remaining items of an array, up to the first malformed one, without moving. */
static inline uint64_t my_library_cbor_count(const my_library_cbor_reader *reader,
                                             const my_library_cbor_items *items)
{
    my_library_cbor_reader walk = *reader;
    my_library_cbor_items rest = *items;
    uint64_t count = 0;
    while (my_library_cbor_next(&walk, &rest)) {
        count++;
        my_library_cbor_skip(&walk);
    }
    return count;
}

/** Internal: begins a list that is not an array: null is an empty list. */
static inline MY_LIBRARY_CBOR_RARE bool my_library_cbor_begin_other_list(my_library_cbor_reader *reader,
                                                                         my_library_cbor_items *items)
{
    return my_library_cbor_accept_null(reader) || my_library_cbor_begin_array(reader, items);
}

/**
 * Internal: begins a list, which is an array, or null if it is empty, and allocates its items in the reader's
 * memory. The allocation is bounded by the input, because each item takes at least one byte.
 */
static inline void *my_library_cbor_begin_list(my_library_cbor_reader *reader, my_library_cbor_items *items,
                                               size_t item_size, size_t *count)
{
    my_library_cbor_head head;
    uint64_t left = 0;
    *count = 0;
    items->open = false;
    items->start = reader->offset;
    if (!my_library_cbor_head_at(reader, reader->offset, &head) ||
        !(head.major == 4 ? my_library_cbor_open(reader, &head, items)
                          : my_library_cbor_begin_other_list(reader, items)))
        return NULL;
    if (items->open)
        left = items->indefinite ? my_library_cbor_count(reader, items) : items->left;
    if (left > SIZE_MAX / item_size) {
        my_library_cbor_fail_room(reader, items->start, SIZE_MAX, MY_LIBRARY_CBOR_ERROR_MEMORY);
        return NULL;
    }
    *count = (size_t)left;
    return my_library_cbor_take(reader, items->start, (size_t)left * item_size, false);
}
