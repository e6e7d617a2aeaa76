/* ---- CBOR: dates ---- */

/** Internal: what a date must be. */
static inline const char *my_library_cbor_any_date(void)
{
    return "a date from 0001-01-01 to 9999-12-31";
}

/** Writes a date: text with tag 1004 (RFC 8943). */
static inline void my_library_cbor_write_date(my_library_cbor_writer *writer, my_library_date value)
{
    char text[64];
    if (!my_library_cbor_is_date(value.year, value.month, value.day)) {
        my_library_cbor_refuse(writer, MY_LIBRARY_CBOR_ERROR_VALUE, my_library_cbor_any_date(), 0);
        return;
    }
    snprintf(text, sizeof text, "%04d-%02d-%02d", (int)value.year, (int)value.month, (int)value.day);
    my_library_cbor_write_tag(writer, 1004);
    my_library_cbor_write_text(writer, text);
}

/** Reads a date: text, or with tag 100 the days since 1970-01-01. */
static inline bool my_library_cbor_read_date(my_library_cbor_reader *reader, my_library_date *value)
{
    my_library_cbor_head head;
    char text[11];
    int year = 0, month = 0, day = 0;
    memset(value, 0, sizeof *value);
    if (!my_library_cbor_peek_head(reader, &head))
        return false;
    if (head.major <= 1 && my_library_cbor_tag_of(reader, &head) == 100) {
        /* From 0001-01-01 to 9999-12-31. */
        if (head.value > (head.major == 0 ? UINT64_C(2932896) : UINT64_C(719161)))
            return my_library_cbor_fail_value(reader, head.start, my_library_cbor_any_date());
        my_library_cbor_date_of(head.major == 0 ? (int64_t)head.value : -1 - (int64_t)head.value, &year,
                                &month, &day);
        reader->offset = head.end;
    } else {
        if (!my_library_cbor_copy_short(reader, &head, my_library_cbor_any_date(), text, sizeof text))
            return false;
        if (!my_library_cbor_parse_date(text, &year, &month, &day))
            return my_library_cbor_fail_value(reader, head.start, my_library_cbor_any_date());
    }
    value->year = year;
    value->month = (uint8_t)month;
    value->day = (uint8_t)day;
    return true;
}
