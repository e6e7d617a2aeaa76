/* ---- CBOR: UUIDs ---- */

/** Writes a UUID: 16 bytes with tag 37. */
static inline void my_library_cbor_write_uuid(my_library_cbor_writer *writer, my_library_uuid value)
{
    my_library_cbor_write_tag(writer, 37);
    my_library_cbor_write_bytes(writer, value.bytes, sizeof value.bytes);
}

/** Internal: reads 32 hexadecimal digits and four hyphens. */
static inline bool my_library_cbor_parse_uuid(const char *text, my_library_uuid *value)
{
    size_t i, nibble = 0;
    for (i = 0; i < 36; i++) {
        const char c = text[i];
        const int digit = c >= '0' && c <= '9'   ? c - '0'
                          : c >= 'a' && c <= 'f' ? c - 'a' + 10
                          : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                                 : -1;
        if (i == 8 || i == 13 || i == 18 || i == 23) {
            if (c != '-')
                return false;
            continue;
        }
        if (digit < 0)
            return false;
        value->bytes[nibble / 2] = (uint8_t)(value->bytes[nibble / 2] << 4 | digit);
        nibble++;
    }
    return true;
}

/** Reads a UUID: 16 bytes in the order of RFC 4122, or text. */
static inline bool my_library_cbor_read_uuid(my_library_cbor_reader *reader, my_library_uuid *value)
{
    static const char expected[] = "a UUID";
    my_library_cbor_head head;
    char text[37];
    size_t end, size;
    memset(value, 0, sizeof *value);
    if (!my_library_cbor_peek_head(reader, &head))
        return false;
    if (head.major == 2) {
        if (!my_library_cbor_measure(reader, &head, true, &end, &size))
            return false;
        if (size != sizeof value->bytes)
            return my_library_cbor_fail_value(reader, head.start, expected);
        my_library_cbor_gather(reader, &head, value->bytes);
        reader->offset = end;
        return true;
    }
    if (!my_library_cbor_copy_short(reader, &head, expected, text, sizeof text))
        return false;
    if (my_library_cbor_parse_uuid(text, value))
        return true;
    memset(value, 0, sizeof *value);
    return my_library_cbor_fail_value(reader, head.start, expected);
}
