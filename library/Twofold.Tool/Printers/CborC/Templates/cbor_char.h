/* ---- CBOR: UTF-16 units ---- */

/** Writes a UTF-16 unit as text; half of a surrogate pair is an error. */
static inline void my_library_cbor_write_char16(my_library_cbor_writer *writer, uint16_t unit)
{
    char text[3];
    size_t size = 1;
    if (unit >= 0xd800 && unit <= 0xdfff) {
        my_library_cbor_refuse(writer, MY_LIBRARY_CBOR_ERROR_VALUE, "a UTF-16 unit that is a character", 0);
        return;
    }
    if (unit < 0x80) {
        text[0] = (char)unit;
    } else if (unit < 0x800) {
        text[0] = (char)(0xc0 | unit >> 6);
        text[1] = (char)(0x80 | (unit & 0x3f));
        size = 2;
    } else {
        text[0] = (char)(0xe0 | unit >> 12);
        text[1] = (char)(0x80 | (unit >> 6 & 0x3f));
        text[2] = (char)(0x80 | (unit & 0x3f));
        size = 3;
    }
    my_library_cbor_write_text_n(writer, text, size);
}

/** Reads a text of one UTF-16 unit. */
static inline bool my_library_cbor_read_char16(my_library_cbor_reader *reader, uint16_t *unit)
{
    static const char expected[] = "a text of one UTF-16 unit";
    my_library_cbor_head head;
    uint8_t text[3];
    size_t end, size;
    *unit = 0;
    if (!my_library_cbor_expect(reader, MY_LIBRARY_CBOR_TEXT, &head) ||
        !my_library_cbor_measure(reader, &head, true, &end, &size))
        return false;
    if (size == 0 || size > sizeof text)
        return my_library_cbor_fail_value(reader, head.start, expected);
    my_library_cbor_gather(reader, &head, text);
    if (size != (text[0] < 0x80 ? 1u : text[0] < 0xe0 ? 2u : 3u))
        return my_library_cbor_fail_value(reader, head.start, expected);
    *unit = (uint16_t)(size == 1   ? text[0]
                       : size == 2 ? (text[0] & 0x1f) << 6 | (text[1] & 0x3f)
                                   : (text[0] & 0xf) << 12 | (text[1] & 0x3f) << 6 | (text[2] & 0x3f));
    reader->offset = end;
    return true;
}
