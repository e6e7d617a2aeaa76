/* ---- CBOR: points in time ---- */

/** Internal: what a point in time must be. */
static inline const char *my_library_cbor_any_time(void)
{
    return "an RFC 3339 time in the years 1 to 9999, in steps of 100 ns";
}

/** Internal: whether seconds since 1970-01-01 are in the years 1 to 9999. */
static inline bool my_library_cbor_is_second(int64_t seconds)
{
    return seconds >= -INT64_C(62135596800) && seconds <= INT64_C(253402300799);
}

/** Internal: whether a point in time and its local time are in the years 1 to 9999. */
static inline bool my_library_cbor_is_time(const my_library_timestamp *value)
{
    return value->nanoseconds >= 0 && value->nanoseconds <= 999999999 && value->nanoseconds % 100 == 0 &&
           value->offset_minutes >= -840 && value->offset_minutes <= 840 &&
           my_library_cbor_is_second(value->seconds) &&
           my_library_cbor_is_second(value->seconds + 60 * (int64_t)value->offset_minutes);
}

/** Writes a point in time: text with tag 0 (RFC 3339), Z for an offset of 0. */
static inline void my_library_cbor_write_timestamp(my_library_cbor_writer *writer, my_library_timestamp value)
{
    char text[128];
    int year, month, day, offset = value.offset_minutes, size;
    int64_t local = value.seconds + 60 * (int64_t)value.offset_minutes, days, second;
    if (!my_library_cbor_is_time(&value)) {
        my_library_cbor_refuse(writer, MY_LIBRARY_CBOR_ERROR_VALUE, my_library_cbor_any_time(), 0);
        return;
    }
    days = local / 86400 - (local % 86400 < 0 ? 1 : 0);
    second = local - 86400 * days;
    my_library_cbor_date_of(days, &year, &month, &day);
    size = snprintf(text, sizeof text, "%04d-%02d-%02dT%02d:%02d:%02d", year, month, day,
                    (int)(second / 3600), (int)(second / 60 % 60), (int)(second % 60));
    if (value.nanoseconds != 0) {
        size += snprintf(text + size, 32, ".%07d", (int)value.nanoseconds / 100);
        while (text[size - 1] == '0')
            size--;
    }
    if (offset == 0)
        snprintf(text + size, 32, "Z");
    else
        snprintf(text + size, 32, "%c%02d:%02d", offset < 0 ? '-' : '+', (offset < 0 ? -offset : offset) / 60,
                 (offset < 0 ? -offset : offset) % 60);
    my_library_cbor_write_tag(writer, 0);
    my_library_cbor_write_text(writer, text);
}

/** Internal: reads the offset of a local time from UTC, which ends the text. */
static inline bool my_library_cbor_parse_offset(const char *text, int *minutes)
{
    int hours = 0, rest = 0;
    *minutes = 0;
    if ((text[0] == 'Z' || text[0] == 'z') && text[1] == '\0')
        return true;
    if ((text[0] != '+' && text[0] != '-') || (hours = my_library_cbor_parse_digits(text + 1, 2)) < 0 ||
        text[3] != ':' || (rest = my_library_cbor_parse_digits(text + 4, 2)) < 0 || text[6] != '\0' ||
        hours > 23 || rest > 59)
        return false;
    *minutes = (60 * hours + rest) * (text[0] == '-' ? -1 : 1);
    return true;
}

/** Internal: reads "2026-11-29T09:00:00.5+01:00". */
static inline bool my_library_cbor_parse_timestamp(const char *text, my_library_timestamp *value)
{
    int year, month, day, hour, minute, second, offset, digits = 0;
    if (!my_library_cbor_parse_date(text, &year, &month, &day) ||
        (text[10] != 'T' && text[10] != 't' && text[10] != ' ') ||
        (hour = my_library_cbor_parse_digits(text + 11, 2)) < 0 || hour > 23 || text[13] != ':' ||
        (minute = my_library_cbor_parse_digits(text + 14, 2)) < 0 || minute > 59 || text[16] != ':' ||
        (second = my_library_cbor_parse_digits(text + 17, 2)) < 0 || second > 59)
        return false;
    text += 19;
    value->nanoseconds = 0;
    if (*text == '.') {
        for (text++; *text >= '0' && *text <= '9'; text++, digits++) {
            if (digits < 9)
                value->nanoseconds = 10 * value->nanoseconds + (*text - '0');
            else if (*text != '0')
                return false;
        }
        if (digits == 0)
            return false;
        for (; digits < 9; digits++)
            value->nanoseconds *= 10;
    }
    if (!my_library_cbor_parse_offset(text, &offset))
        return false;
    value->offset_minutes = offset;
    value->seconds = 86400 * my_library_cbor_days_of(year, month, day) + 3600 * hour + 60 * minute + second -
                     60 * (int64_t)offset;
    return my_library_cbor_is_time(value);
}

/** Internal: reads the seconds since 1970-01-01, in UTC. */
static inline bool my_library_cbor_read_epoch(my_library_cbor_reader *reader, size_t start,
                                              my_library_timestamp *value)
{
    double seconds = 0, ticks;
    if (!my_library_cbor_read_double(reader, &seconds))
        return false;
    if (!(seconds >= -62135596800.0 && seconds < 253402300800.0))
        return my_library_cbor_fail_value(reader, start, my_library_cbor_any_time());
    value->seconds = (int64_t)seconds;
    if ((double)value->seconds > seconds)
        value->seconds--;
    ticks = (seconds - (double)value->seconds) * 1e7 + 0.5;
    value->nanoseconds = (int32_t)ticks * 100;
    if (value->nanoseconds >= 1000000000) {
        value->nanoseconds -= 1000000000;
        value->seconds++;
    }
    return my_library_cbor_is_time(value) ||
           my_library_cbor_fail_value(reader, start, my_library_cbor_any_time());
}

/** Reads a point in time: text, or with tag 1 the seconds since 1970-01-01 in UTC. */
static inline bool my_library_cbor_read_timestamp(my_library_cbor_reader *reader, my_library_timestamp *value)
{
    my_library_cbor_head head;
    char text[64];
    bool ok;
    memset(value, 0, sizeof *value);
    if (!my_library_cbor_peek_head(reader, &head))
        return false;
    if ((head.major <= 1 || my_library_cbor_type_of(&head) == MY_LIBRARY_CBOR_FLOAT) &&
        my_library_cbor_tag_of(reader, &head) == 1)
        ok = my_library_cbor_read_epoch(reader, head.start, value);
    else
        ok = my_library_cbor_copy_short(reader, &head, my_library_cbor_any_time(), text, sizeof text) &&
             (my_library_cbor_parse_timestamp(text, value) ||
              my_library_cbor_fail_value(reader, head.start, my_library_cbor_any_time()));
    if (!ok)
        memset(value, 0, sizeof *value);
    return ok;
}
