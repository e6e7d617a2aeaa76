/* ---- CBOR: the calendar ---- */

/** Internal: days from 1970-01-01 to a date of the Gregorian calendar. */
static inline int64_t my_library_cbor_days_of(int64_t year, int64_t month, int64_t day)
{
    /* Years begin in March here, so that the leap day is the last one. */
    const int64_t y = month <= 2 ? year - 1 : year, m = month <= 2 ? month + 9 : month - 3;
    return 365 * y + y / 4 - y / 100 + y / 400 + (153 * m + 2) / 5 + day - 1 - 719468;
}

/** Internal: the date that is some days after 1970-01-01, from 0001-01-01 to 9999-12-31. */
static inline void my_library_cbor_date_of(int64_t days, int *year, int *month, int *day)
{
    int64_t y = (days + 719468) * 400 / 146097, m;
    /* The estimate is at most one year off. */
    while (my_library_cbor_days_of(y + 1, 3, 1) <= days)
        y++;
    while (my_library_cbor_days_of(y, 3, 1) > days)
        y--;
    days -= my_library_cbor_days_of(y, 3, 1);
    m = (5 * days + 2) / 153;
    *day = (int)(days - (153 * m + 2) / 5 + 1);
    *month = (int)(m < 10 ? m + 3 : m - 9);
    *year = (int)(m < 10 ? y : y + 1);
}

/** Internal: the last day of a month. */
static inline int my_library_cbor_last_day(int year, int month)
{
    const bool is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    return month == 2 ? (is_leap ? 29 : 28) : month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

/** Internal: whether this is a date of the years 1 to 9999. */
static inline bool my_library_cbor_is_date(int year, int month, int day)
{
    return year >= 1 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 &&
           day <= my_library_cbor_last_day(year, month);
}

/** Internal: reads a number of exactly `count` digits; -1 if there are others. */
static inline int my_library_cbor_parse_digits(const char *text, size_t count)
{
    int number = 0;
    size_t i;
    for (i = 0; i < count; i++) {
        if (text[i] < '0' || text[i] > '9')
            return -1;
        number = 10 * number + (text[i] - '0');
    }
    return number;
}

/** Internal: reads the ten characters of a date: "2026-11-29". */
static inline bool my_library_cbor_parse_date(const char *text, int *year, int *month, int *day)
{
    *year = my_library_cbor_parse_digits(text, 4);
    if (*year < 0 || text[4] != '-')
        return false;
    *month = my_library_cbor_parse_digits(text + 5, 2);
    if (*month < 0 || text[7] != '-')
        return false;
    *day = my_library_cbor_parse_digits(text + 8, 2);
    return my_library_cbor_is_date(*year, *month, *day);
}
