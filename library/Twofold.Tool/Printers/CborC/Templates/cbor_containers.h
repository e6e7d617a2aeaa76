/* ---- CBOR reader: arrays and maps ---- */

/** An array or map that is being read; see my_library_cbor_next. */
typedef struct my_library_cbor_items {
    uint64_t left;   /**< Array items or map pairs that are left, if their number is known. */
    bool indefinite; /**< The length was not announced: a break ends it. */
    bool open;       /**< The end has not been reached. */
    size_t start;    /**< Where it begins, after its tags. */
} my_library_cbor_items;

/** Internal: opens an array or map; a count larger than the remaining bytes is an error. */
static inline bool my_library_cbor_open(my_library_cbor_reader *reader, const my_library_cbor_head *head,
                                        my_library_cbor_items *items)
{
    const size_t left = reader->size - head->end;
    memset(items, 0, sizeof *items);
    if (reader->depth >= MY_LIBRARY_CBOR_MAX_DEPTH)
        return my_library_cbor_fail(reader, head->start, MY_LIBRARY_CBOR_ERROR_DEPTH);
    if (head->value > (head->major == 5 ? left / 2 : left) && !reader->is_prefix)
        return my_library_cbor_fail(reader, reader->size, MY_LIBRARY_CBOR_ERROR_TRUNCATED);
    items->left = head->indefinite ? UINT64_MAX : head->value;
    items->indefinite = head->indefinite;
    items->open = true;
    items->start = head->start;
    reader->depth++;
    reader->offset = head->end;
    return true;
}

/** Begins an array: read one item each time my_library_cbor_next says true. */
static inline bool my_library_cbor_begin_array(my_library_cbor_reader *reader, my_library_cbor_items *items)
{
    my_library_cbor_head head;
    items->open = false;
    return my_library_cbor_expect(reader, MY_LIBRARY_CBOR_ARRAY, &head) &&
           my_library_cbor_open(reader, &head, items);
}

/** Begins a map: read one key and one value each time my_library_cbor_next says true. */
static inline bool my_library_cbor_begin_map(my_library_cbor_reader *reader, my_library_cbor_items *items)
{
    my_library_cbor_head head;
    items->open = false;
    return my_library_cbor_expect(reader, MY_LIBRARY_CBOR_MAP, &head) &&
           my_library_cbor_open(reader, &head, items);
}

/**
 * Whether another item follows, or another pair of a map. Call it until it returns false: that reads the end.
 *
 *     my_library_cbor_begin_array(&reader, &items);
 *     while (my_library_cbor_next(&reader, &items)) {
 *         if (my_library_cbor_read_int64(&reader, &number))
 *             sum += number;
 *     }
 *     if (!my_library_cbor_finish(&reader))
 *         puts(my_library_cbor_reader_explain(&reader, text, sizeof text));
 */
static inline bool my_library_cbor_next(my_library_cbor_reader *reader, my_library_cbor_items *items)
{
    bool ends;
    if (!items->open || my_library_cbor_failed(reader))
        return false;
    if (items->indefinite && reader->offset >= reader->size)
        return my_library_cbor_fail(reader, reader->size, MY_LIBRARY_CBOR_ERROR_TRUNCATED);
    ends = items->indefinite ? reader->data[reader->offset] == 0xff : items->left == 0;
    if (!ends) {
        items->left--;
        return true;
    }
    reader->offset += items->indefinite ? 1 : 0;
    reader->depth--;
    items->open = false;
    return false;
}

/** Internal: skips an item that is neither an array nor a map. */
static inline bool my_library_cbor_skip_plain(my_library_cbor_reader *reader,
                                              const my_library_cbor_head *head)
{
    size_t end = head->end, size;
    if ((head->major == 2 || head->major == 3) && !my_library_cbor_measure(reader, head, false, &end, &size))
        return false;
    reader->offset = end;
    return true;
}

/** Skips one item of any type. It must be well-formed, and not nested deeper than the limit. Linear time. */
static inline bool my_library_cbor_skip(my_library_cbor_reader *reader)
{
    my_library_cbor_head head;
    my_library_cbor_items items;
    if (!my_library_cbor_peek_head(reader, &head))
        return false;
    if (head.major != 4 && head.major != 5)
        return my_library_cbor_skip_plain(reader, &head);
    my_library_cbor_open(reader, &head, &items);
    while (my_library_cbor_next(reader, &items)) {
        my_library_cbor_skip(reader);
        if (head.major == 5)
            my_library_cbor_skip(reader);
    }
    return !my_library_cbor_failed(reader);
}

/** Skips a key and its value, for keys that the reader of a map does not know. */
static inline bool my_library_cbor_skip_pair(my_library_cbor_reader *reader)
{
    return my_library_cbor_skip(reader) && my_library_cbor_skip(reader);
}

/** A map that is read by its known keys; see my_library_cbor_next_member. */
typedef struct my_library_cbor_members {
    const char *const *keys;     /**< The known keys, at most 64. */
    size_t count;                /**< The number of keys. */
    uint64_t optional;           /**< A bit for each key that may be missing. */
    uint64_t seen;               /**< A bit for each key that was read. */
    size_t member;               /**< The index of the key whose value is next. */
    my_library_cbor_items items; /**< The map. */
} my_library_cbor_members;

/** Begins a map with these keys. A key may be missing if its bit in `optional` is set. */
static inline bool my_library_cbor_begin_members(my_library_cbor_reader *reader,
                                                 my_library_cbor_members *members, const char *const *keys,
                                                 size_t count, uint64_t optional)
{
    members->keys = keys;
    members->count = count;
    members->optional = optional;
    members->seen = 0;
    members->member = SIZE_MAX;
    return my_library_cbor_begin_map(reader, &members->items);
}

/** Internal: the index of the known key with this head, or the number of known keys if it is unknown. */
static inline size_t my_library_cbor_find_key(my_library_cbor_reader *reader,
                                              const my_library_cbor_members *members,
                                              const my_library_cbor_head *key)
{
    size_t i;
    /* Members usually arrive in their order. */
    for (i = 0; i < members->count; i++) {
        const size_t member = (members->member + 1 + i) % members->count;
        if (my_library_cbor_is_text(reader, key, members->keys[member]))
            return member;
    }
    return members->count;
}

/** Internal: fails if a key is missing. Returns false. */
static inline bool my_library_cbor_require_members(my_library_cbor_reader *reader,
                                                   const my_library_cbor_members *members)
{
    size_t i;
    for (i = 0; i < members->count && !my_library_cbor_failed(reader); i++) {
        if (((members->seen | members->optional) >> i & 1) == 0) {
            reader->key = members->keys[i];
            my_library_cbor_fail(reader, members->items.start, MY_LIBRARY_CBOR_ERROR_MISSING_KEY);
        }
    }
    return false;
}

/** Internal: decodes the head of a key that begins with tags; it must be text. */
static inline MY_LIBRARY_CBOR_RARE bool my_library_cbor_other_key(my_library_cbor_reader *reader,
                                                                  const my_library_cbor_members *members,
                                                                  my_library_cbor_head *key)
{
    if (!my_library_cbor_peek_head(reader, key))
        return false;
    if (key->major == 3)
        return true;
    reader->most = key->start;
    return my_library_cbor_fail(reader, members->items.start, MY_LIBRARY_CBOR_ERROR_KEY_TYPE);
}

/**
 * Whether the value of another known key follows. Its index is `member`, and it must be read before the next
 * call. Unknown text keys are skipped with their values. Errors are a duplicate key, a missing key and a key
 * that is not text.
 *
 *     my_library_cbor_begin_members(&reader, &members, keys, 2, 0);
 *     while (my_library_cbor_next_member(&reader, &members)) {
 *         if (members.member == 0)
 *             my_library_cbor_take_text(&reader, &message, NULL);
 *         else
 *             my_library_cbor_read_int64(&reader, &delay_ms);
 *     }
 *     if (!my_library_cbor_finish(&reader))
 *         puts(my_library_cbor_reader_explain(&reader, text, sizeof text));
 */
static inline bool my_library_cbor_next_member(my_library_cbor_reader *reader,
                                               my_library_cbor_members *members)
{
    while (my_library_cbor_next(reader, &members->items)) {
        my_library_cbor_head key;
        size_t end, size, member;
        if (!my_library_cbor_head_at(reader, reader->offset, &key) ||
            (key.major != 3 && !my_library_cbor_other_key(reader, members, &key)))
            return false;
        if (!my_library_cbor_measure(reader, &key, false, &end, &size))
            return false;
        member = my_library_cbor_find_key(reader, members, &key);
        if (member < members->count && (members->seen >> member & 1) != 0)
            return my_library_cbor_fail(reader, key.start, MY_LIBRARY_CBOR_ERROR_DUPLICATE_KEY);
        reader->offset = end;
        if (member < members->count) {
            members->seen |= UINT64_C(1) << member;
            members->member = member;
            return true;
        }
        my_library_cbor_skip(reader);
    }
    return my_library_cbor_require_members(reader, members);
}

/**
 * Points `value` at the value of a text key of the next map. `map` does not move, so keys can be looked up in
 * any order; each lookup walks the whole map. Returns false if the key is missing or a duplicate, if another
 * key is not text, or if the map is malformed. `value` then has the error, and so has `map` unless the key is
 * only missing.
 */
static inline bool my_library_cbor_find(my_library_cbor_reader *map, const char *key,
                                        my_library_cbor_reader *value)
{
    my_library_cbor_reader walk = *map;
    my_library_cbor_members members;
    *value = *map;
    my_library_cbor_begin_members(&walk, &members, &key, 1, 0);
    while (my_library_cbor_next_member(&walk, &members)) {
        *value = walk;
        my_library_cbor_skip(&walk);
    }
    if (my_library_cbor_failed(&walk)) {
        *value = walk;
        if (walk.error != MY_LIBRARY_CBOR_ERROR_MISSING_KEY)
            *map = walk;
    }
    return !my_library_cbor_failed(value);
}

/** Whether no error has occurred and all bytes were read; trailing bytes are an error. */
static inline bool my_library_cbor_finish(my_library_cbor_reader *reader)
{
    if (!my_library_cbor_failed(reader) && reader->offset < reader->size)
        my_library_cbor_fail(reader, reader->offset, MY_LIBRARY_CBOR_ERROR_TRAILING);
    return !my_library_cbor_failed(reader);
}
