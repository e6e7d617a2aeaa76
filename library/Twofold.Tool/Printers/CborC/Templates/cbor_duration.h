/* ---- CBOR: durations ---- */

/** Writes a duration in nanoseconds, which must be a multiple of 100. */
static inline void my_library_cbor_write_duration(my_library_cbor_writer *writer, int64_t nanoseconds)
{
    if (nanoseconds % 100 != 0)
        my_library_cbor_refuse(writer, MY_LIBRARY_CBOR_ERROR_STEP, NULL, (uint64_t)nanoseconds);
    else
        my_library_cbor_write_int(writer, nanoseconds);
}

/** Reads a duration in nanoseconds, a multiple of 100. */
static inline bool my_library_cbor_read_duration(my_library_cbor_reader *reader, int64_t *nanoseconds)
{
    const size_t start = reader->offset;
    const bool ok = my_library_cbor_read_int64(reader, nanoseconds);
    const int64_t found = *nanoseconds;
    if (!ok || found % 100 == 0)
        return ok;
    *nanoseconds = 0;
    return my_library_cbor_fail_integer(
        reader, start, found < 0, found < 0 ? ~(uint64_t)found : (uint64_t)found, MY_LIBRARY_CBOR_ERROR_STEP);
}
