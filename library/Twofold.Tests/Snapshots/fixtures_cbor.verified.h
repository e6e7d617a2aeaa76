/*
 * fixtures 0.0.0 as CBOR: the same methods, for bytes that cross to another process or machine.
 * Printed by Twofold.Bindings from the library itself; do not edit.
 *
 * The first part needs the library. The others are header-only, which is all that a client over a socket needs: a
 * writer and a reader, and behind them what writes and reads the structs of fixtures.h.
 */
#ifndef FIXTURES_CBOR_H
#define FIXTURES_CBOR_H

#include "fixtures.h"

#ifdef __cplusplus
extern "C" {
#endif

/** Gets CBOR if the status is OK, else UTF-8 text of that size; valid during the call. */
typedef void (*fixtures_cbor_callback)(fixtures_status status, const uint8_t *body, size_t size, void *user_data);

/*
 * A request is one CBOR map whose keys are the parameters' names; the shapes are in fixtures.cddl.
 * Returns OK: the callback fires, exactly once. Anything else: it never fires, and fixtures_last_error() says why.
 */

/** Gives the bytes back. */
FIXTURES_API fixtures_status fixtures_keep_bytes_cbor(fixtures *handle, const uint8_t *request, size_t size, fixtures_cbor_callback callback, void *user_data);

/** Gives the bytes back. */
FIXTURES_API fixtures_status fixtures_keep_memory_cbor(fixtures *handle, const uint8_t *request, size_t size, fixtures_cbor_callback callback, void *user_data);

/** Gives the bytes back, or nothing. */
FIXTURES_API fixtures_status fixtures_keep_optional_bytes_cbor(fixtures *handle, const uint8_t *request, size_t size, fixtures_cbor_callback callback, void *user_data);

/** Gives the record back. */
FIXTURES_API fixtures_status fixtures_keep_blob_cbor(fixtures *handle, const uint8_t *request, size_t size, fixtures_cbor_callback callback, void *user_data);

/** Gives the color back. */
FIXTURES_API fixtures_status fixtures_keep_color_cbor(fixtures *handle, const uint8_t *request, size_t size, fixtures_cbor_callback callback, void *user_data);

/** Gives the color back, or nothing. */
FIXTURES_API fixtures_status fixtures_keep_optional_color_cbor(fixtures *handle, const uint8_t *request, size_t size, fixtures_cbor_callback callback, void *user_data);

/** Answers what is no color. */
FIXTURES_API fixtures_status fixtures_no_such_color_cbor(fixtures *handle, const uint8_t *request, size_t size, fixtures_cbor_callback callback, void *user_data);

/** Raises each event once. */
FIXTURES_API fixtures_status fixtures_raise_all_cbor(fixtures *handle, const uint8_t *request, size_t size, fixtures_cbor_callback callback, void *user_data);

/** Gives the numbers back. */
FIXTURES_API fixtures_status fixtures_keep_numbers_cbor(fixtures *handle, const uint8_t *request, size_t size, fixtures_cbor_callback callback, void *user_data);

/** Gives the texts back. */
FIXTURES_API fixtures_status fixtures_keep_texts_cbor(fixtures *handle, const uint8_t *request, size_t size, fixtures_cbor_callback callback, void *user_data);

/** Gives the points back. */
FIXTURES_API fixtures_status fixtures_keep_points_cbor(fixtures *handle, const uint8_t *request, size_t size, fixtures_cbor_callback callback, void *user_data);

/** Gives the list back. */
FIXTURES_API fixtures_status fixtures_keep_lists_cbor(fixtures *handle, const uint8_t *request, size_t size, fixtures_cbor_callback callback, void *user_data);

/** Gives the lists back. */
FIXTURES_API fixtures_status fixtures_keep_number_lists_cbor(fixtures *handle, const uint8_t *request, size_t size, fixtures_cbor_callback callback, void *user_data);

/** Gives the lists of lists back. */
FIXTURES_API fixtures_status fixtures_keep_grids_cbor(fixtures *handle, const uint8_t *request, size_t size, fixtures_cbor_callback callback, void *user_data);

/** Gives the lists with gaps back. */
FIXTURES_API fixtures_status fixtures_keep_sparse_cbor(fixtures *handle, const uint8_t *request, size_t size, fixtures_cbor_callback callback, void *user_data);

/** Gives the list back, or nothing. */
FIXTURES_API fixtures_status fixtures_keep_optional_list_cbor(fixtures *handle, const uint8_t *request, size_t size, fixtures_cbor_callback callback, void *user_data);

/** Takes nothing, returns nothing. */
FIXTURES_API fixtures_status fixtures_touch_cbor(fixtures *handle, const uint8_t *request, size_t size, fixtures_cbor_callback callback, void *user_data);

/** How often touch and its kin were called. */
FIXTURES_API fixtures_status fixtures_count_touches_cbor(fixtures *handle, const uint8_t *request, size_t size, fixtures_cbor_callback callback, void *user_data);

/** Returns nothing, later. */
FIXTURES_API fixtures_status fixtures_touch_later_cbor(fixtures *handle, const uint8_t *request, size_t size, fixtures_cbor_callback callback, void *user_data);

/** Returns nothing, as a ValueTask. */
FIXTURES_API fixtures_status fixtures_touch_now_cbor(fixtures *handle, const uint8_t *request, size_t size, fixtures_cbor_callback callback, void *user_data);

/** Eight parameters of eight kinds. */
FIXTURES_API fixtures_status fixtures_join_cbor(fixtures *handle, const uint8_t *request, size_t size, fixtures_cbor_callback callback, void *user_data);

/** Parameters whose names mean something to C#, or to generated code. */
FIXTURES_API fixtures_status fixtures_names_cbor(fixtures *handle, const uint8_t *request, size_t size, fixtures_cbor_callback callback, void *user_data);

/** A sum, as a Task. */
FIXTURES_API fixtures_status fixtures_add_later_cbor(fixtures *handle, const uint8_t *request, size_t size, fixtures_cbor_callback callback, void *user_data);

/** Needs no object. */
FIXTURES_API fixtures_status fixtures_twice_cbor(const uint8_t *request, size_t size, fixtures_cbor_callback callback, void *user_data);

/** Needs no object, and comes later. */
FIXTURES_API fixtures_status fixtures_greet_later_cbor(const uint8_t *request, size_t size, fixtures_cbor_callback callback, void *user_data);

/** Gives the record back, later. */
FIXTURES_API fixtures_status fixtures_label_later_cbor(fixtures *handle, const uint8_t *request, size_t size, fixtures_cbor_callback callback, void *user_data);

/** Counts down to 1, as a ValueTask. */
FIXTURES_API fixtures_status fixtures_count_down_cbor(fixtures *handle, const uint8_t *request, size_t size, fixtures_cbor_callback callback, void *user_data);

/** Halves what is even, later; nothing comes of what is odd. */
FIXTURES_API fixtures_status fixtures_halve_later_cbor(fixtures *handle, const uint8_t *request, size_t size, fixtures_cbor_callback callback, void *user_data);

/** Fails as its author foresaw. */
FIXTURES_API fixtures_status fixtures_fail_cbor(fixtures *handle, const uint8_t *request, size_t size, fixtures_cbor_callback callback, void *user_data);

/** Fails as nobody foresaw. */
FIXTURES_API fixtures_status fixtures_crash_cbor(fixtures *handle, const uint8_t *request, size_t size, fixtures_cbor_callback callback, void *user_data);

/** Gives the company back. */
FIXTURES_API fixtures_status fixtures_keep_company_cbor(fixtures *handle, const uint8_t *request, size_t size, fixtures_cbor_callback callback, void *user_data);

/** Gives the tree back. */
FIXTURES_API fixtures_status fixtures_keep_tree_cbor(fixtures *handle, const uint8_t *request, size_t size, fixtures_cbor_callback callback, void *user_data);

/** Gives the chain back. */
FIXTURES_API fixtures_status fixtures_keep_chain_cbor(fixtures *handle, const uint8_t *request, size_t size, fixtures_cbor_callback callback, void *user_data);

/** Opens a session. */
FIXTURES_API fixtures_status fixtures_open_session_cbor(fixtures *handle, const uint8_t *request, size_t size, fixtures_cbor_callback callback, void *user_data);

/** Opens a session, later. */
FIXTURES_API fixtures_status fixtures_open_session_later_cbor(fixtures *handle, const uint8_t *request, size_t size, fixtures_cbor_callback callback, void *user_data);

/** How many sessions are open. */
FIXTURES_API fixtures_status fixtures_count_sessions_cbor(fixtures *handle, const uint8_t *request, size_t size, fixtures_cbor_callback callback, void *user_data);

/** Gives the number back, or nothing. */
FIXTURES_API fixtures_status fixtures_keep_optional_int32_cbor(fixtures *handle, const uint8_t *request, size_t size, fixtures_cbor_callback callback, void *user_data);

/** Gives the point back, or nothing. */
FIXTURES_API fixtures_status fixtures_keep_optional_point_cbor(fixtures *handle, const uint8_t *request, size_t size, fixtures_cbor_callback callback, void *user_data);

/** Gives the record back, or nothing. */
FIXTURES_API fixtures_status fixtures_keep_optionals_cbor(fixtures *handle, const uint8_t *request, size_t size, fixtures_cbor_callback callback, void *user_data);

/** Gives the numbers back. */
FIXTURES_API fixtures_status fixtures_keep_optional_numbers_cbor(fixtures *handle, const uint8_t *request, size_t size, fixtures_cbor_callback callback, void *user_data);

/** Gives the lists back. */
FIXTURES_API fixtures_status fixtures_keep_optional_lists_cbor(fixtures *handle, const uint8_t *request, size_t size, fixtures_cbor_callback callback, void *user_data);

/** No parameter. */
FIXTURES_API fixtures_status fixtures_write0_cbor(fixtures *handle, const uint8_t *request, size_t size, fixtures_cbor_callback callback, void *user_data);

/** One parameter. */
FIXTURES_API fixtures_status fixtures_write1_cbor(fixtures *handle, const uint8_t *request, size_t size, fixtures_cbor_callback callback, void *user_data);

/** Two parameters. */
FIXTURES_API fixtures_status fixtures_write2_cbor(fixtures *handle, const uint8_t *request, size_t size, fixtures_cbor_callback callback, void *user_data);

/** Three parameters. */
FIXTURES_API fixtures_status fixtures_write3_cbor(fixtures *handle, const uint8_t *request, size_t size, fixtures_cbor_callback callback, void *user_data);

/** Four parameters. */
FIXTURES_API fixtures_status fixtures_write4_cbor(fixtures *handle, const uint8_t *request, size_t size, fixtures_cbor_callback callback, void *user_data);

/** Five parameters. */
FIXTURES_API fixtures_status fixtures_write5_cbor(fixtures *handle, const uint8_t *request, size_t size, fixtures_cbor_callback callback, void *user_data);

/** Six parameters. */
FIXTURES_API fixtures_status fixtures_write6_cbor(fixtures *handle, const uint8_t *request, size_t size, fixtures_cbor_callback callback, void *user_data);

/** Seven parameters. */
FIXTURES_API fixtures_status fixtures_write7_cbor(fixtures *handle, const uint8_t *request, size_t size, fixtures_cbor_callback callback, void *user_data);

/** Eight parameters. */
FIXTURES_API fixtures_status fixtures_write8_cbor(fixtures *handle, const uint8_t *request, size_t size, fixtures_cbor_callback callback, void *user_data);

/** Raises the events of two to seven parameters. */
FIXTURES_API fixtures_status fixtures_raise_counts_cbor(fixtures *handle, const uint8_t *request, size_t size, fixtures_cbor_callback callback, void *user_data);

/** Gives the boolean back. */
FIXTURES_API fixtures_status fixtures_keep_bool_cbor(fixtures *handle, const uint8_t *request, size_t size, fixtures_cbor_callback callback, void *user_data);

/** Gives the number back. */
FIXTURES_API fixtures_status fixtures_keep_int8_cbor(fixtures *handle, const uint8_t *request, size_t size, fixtures_cbor_callback callback, void *user_data);

/** Gives the number back. */
FIXTURES_API fixtures_status fixtures_keep_uint8_cbor(fixtures *handle, const uint8_t *request, size_t size, fixtures_cbor_callback callback, void *user_data);

/** Gives the number back. */
FIXTURES_API fixtures_status fixtures_keep_int16_cbor(fixtures *handle, const uint8_t *request, size_t size, fixtures_cbor_callback callback, void *user_data);

/** Gives the number back. */
FIXTURES_API fixtures_status fixtures_keep_uint16_cbor(fixtures *handle, const uint8_t *request, size_t size, fixtures_cbor_callback callback, void *user_data);

/** Gives the number back. */
FIXTURES_API fixtures_status fixtures_keep_int32_cbor(fixtures *handle, const uint8_t *request, size_t size, fixtures_cbor_callback callback, void *user_data);

/** Gives the number back. */
FIXTURES_API fixtures_status fixtures_keep_uint32_cbor(fixtures *handle, const uint8_t *request, size_t size, fixtures_cbor_callback callback, void *user_data);

/** Gives the number back. */
FIXTURES_API fixtures_status fixtures_keep_int64_cbor(fixtures *handle, const uint8_t *request, size_t size, fixtures_cbor_callback callback, void *user_data);

/** Gives the number back. */
FIXTURES_API fixtures_status fixtures_keep_uint64_cbor(fixtures *handle, const uint8_t *request, size_t size, fixtures_cbor_callback callback, void *user_data);

/** Gives the number back. */
FIXTURES_API fixtures_status fixtures_keep_float_cbor(fixtures *handle, const uint8_t *request, size_t size, fixtures_cbor_callback callback, void *user_data);

/** Gives the number back. */
FIXTURES_API fixtures_status fixtures_keep_double_cbor(fixtures *handle, const uint8_t *request, size_t size, fixtures_cbor_callback callback, void *user_data);

/** Gives all of them back. */
FIXTURES_API fixtures_status fixtures_keep_scalars_cbor(fixtures *handle, const uint8_t *request, size_t size, fixtures_cbor_callback callback, void *user_data);

/** Gives the text back. */
FIXTURES_API fixtures_status fixtures_keep_text_cbor(fixtures *handle, const uint8_t *request, size_t size, fixtures_cbor_callback callback, void *user_data);

/** Gives the text back, or nothing. */
FIXTURES_API fixtures_status fixtures_keep_optional_text_cbor(fixtures *handle, const uint8_t *request, size_t size, fixtures_cbor_callback callback, void *user_data);

/** Answers a text that no UTF-8 can carry. */
FIXTURES_API fixtures_status fixtures_lone_surrogate_cbor(fixtures *handle, const uint8_t *request, size_t size, fixtures_cbor_callback callback, void *user_data);

/** Answers a text that no C string can carry. */
FIXTURES_API fixtures_status fixtures_embedded_nul_cbor(fixtures *handle, const uint8_t *request, size_t size, fixtures_cbor_callback callback, void *user_data);

/** Passes, and answers how many have. */
FIXTURES_API fixtures_status fixtures_pass_cbor(fixtures *handle, const uint8_t *request, size_t size, fixtures_cbor_callback callback, void *user_data);

/** Passes twice, with an await between, where others may pass; answers how many have. */
FIXTURES_API fixtures_status fixtures_pass_twice_cbor(fixtures *handle, const uint8_t *request, size_t size, fixtures_cbor_callback callback, void *user_data);

/** Passes, and waits until the call is cancelled. */
FIXTURES_API fixtures_status fixtures_pass_and_stay_cbor(fixtures *handle, const uint8_t *request, size_t size, fixtures_cbor_callback callback, void *user_data);

/** Keeps the object busy, without an await, until vacate. */
FIXTURES_API fixtures_status fixtures_occupy_cbor(fixtures *handle, const uint8_t *request, size_t size, fixtures_cbor_callback callback, void *user_data);

/** How many objects occupy keeps busy. */
FIXTURES_API fixtures_status fixtures_count_occupied_cbor(const uint8_t *request, size_t size, fixtures_cbor_callback callback, void *user_data);

/** Ends one occupy. */
FIXTURES_API fixtures_status fixtures_vacate_cbor(const uint8_t *request, size_t size, fixtures_cbor_callback callback, void *user_data);

/** How often two were inside at once; 0 unless the library is broken. */
FIXTURES_API fixtures_status fixtures_count_collisions_cbor(fixtures *handle, const uint8_t *request, size_t size, fixtures_cbor_callback callback, void *user_data);

/** Adds a number and answers the sum. */
FIXTURES_API fixtures_status fixtures_session_add_cbor(fixtures_session *handle, const uint8_t *request, size_t size, fixtures_cbor_callback callback, void *user_data);

/** The session's name, later. */
FIXTURES_API fixtures_status fixtures_session_name_cbor(fixtures_session *handle, const uint8_t *request, size_t size, fixtures_cbor_callback callback, void *user_data);

/** Opens a session that goes on from this one's sum. */
FIXTURES_API fixtures_status fixtures_session_fork_cbor(fixtures_session *handle, const uint8_t *request, size_t size, fixtures_cbor_callback callback, void *user_data);

/** Any of these by its name on the wire, which need not end with a NUL. */
FIXTURES_API fixtures_status fixtures_call_cbor(fixtures *handle, const char *method, size_t method_size, const uint8_t *request, size_t size, fixtures_cbor_callback callback, void *user_data);

/** Gets an event's payload; valid during the call. */
typedef void (*fixtures_cbor_listener)(const uint8_t *payload, size_t size, void *user_data);

/** Adds a listener by the event's name: on_tick, on_count, on_label, on_everything, on_two, on_three, on_four, on_five, on_six, on_seven, on_passed. */
FIXTURES_API fixtures_status fixtures_add_listener_cbor(fixtures *handle, const char *event, fixtures_cbor_listener listener, void *user_data, uint64_t *listener_id);

#ifdef __cplusplus
}
#endif

/* Templates/cbor_*.h */

/*
 * ---- the structs of fixtures.h as CBOR ----
 *
 * The same struct goes to a call in process or into a request. What is read into one points into the reader's memory
 * and ends with that: it is never given to a _free of fixtures.h. What could not be read is zeros.
 */

/** Internal: the members of fixtures_color. */
static inline const fixtures_cbor_choice *fixtures_cbor_color_enum_choices(void)
{
    static const fixtures_cbor_choice choices[] = {
        {"red", "RED", FIXTURES_COLOR_RED},
        {"darkGreen", "DARK_GREEN", FIXTURES_COLOR_DARK_GREEN},
        {"none", "NONE", FIXTURES_COLOR_NONE},
        {NULL, NULL, 0},
    };
    return choices;
}

/** Reads a fixtures_color from text; one that is none is an error, and *value is 0. */
static inline bool fixtures_color_decode(fixtures_cbor_reader *reader, fixtures_color *value)
{
    return fixtures_cbor_read_choice(reader, fixtures_cbor_color_enum_choices(), value);
}

/** Writes a fixtures_color as text; a number that is none is an error. */
static inline void fixtures_color_encode(fixtures_cbor_writer *writer, fixtures_color value)
{
    fixtures_cbor_write_choice(writer, value, fixtures_cbor_color_enum_choices());
}

/** Defined below. */
static inline void fixtures_node_encode(fixtures_cbor_writer *writer, const fixtures_node *value);

/** Defined below. */
static inline bool fixtures_node_decode(fixtures_cbor_reader *reader, fixtures_node *value);

/** Defined below. */
static inline void fixtures_link_encode(fixtures_cbor_writer *writer, const fixtures_link *value);

/** Defined below. */
static inline bool fixtures_link_decode(fixtures_cbor_reader *reader, fixtures_link *value);

/** Writes a fixtures_blob as a map. */
static inline void fixtures_blob_encode(fixtures_cbor_writer *writer, const fixtures_blob *value)
{
    if (!fixtures_cbor_begin_struct(writer, value, 4))
        return;
    fixtures_cbor_write_key(writer, "data");
    fixtures_cbor_write_bytes(writer, value->data, value->data_size);
    fixtures_cbor_write_key(writer, "view");
    fixtures_cbor_write_bytes(writer, value->view, value->view_size);
    fixtures_cbor_write_key(writer, "checksum");
    if (value->checksum != NULL || value->checksum_size > 0)
        fixtures_cbor_write_bytes(writer, value->checksum, value->checksum_size);
    else
        fixtures_cbor_write_null(writer);
    fixtures_cbor_write_key(writer, "seal");
    if (value->seal != NULL || value->seal_size > 0)
        fixtures_cbor_write_bytes(writer, value->seal, value->seal_size);
    else
        fixtures_cbor_write_null(writer);
    fixtures_cbor_end_struct(writer);
}

/** Reads a fixtures_blob; what it points to lies in the reader's memory. Zeros if that fails. */
static inline bool fixtures_blob_decode(fixtures_cbor_reader *reader, fixtures_blob *value)
{
    static const char *const keys[] = {"data", "view", "checksum", "seal"};
    fixtures_cbor_members members;
    memset(value, 0, sizeof *value);
    fixtures_cbor_begin_members(reader, &members, keys, 4, UINT64_C(0xc));
    while (fixtures_cbor_next_member(reader, &members)) {
        switch (members.member) {
        case 0: fixtures_cbor_take_bytes(reader, &value->data, &value->data_size); break;
        case 1: fixtures_cbor_take_bytes(reader, &value->view, &value->view_size); break;
        case 2: if (!fixtures_cbor_accept_null(reader)) fixtures_cbor_take_bytes(reader, &value->checksum, &value->checksum_size); break;
        case 3: if (!fixtures_cbor_accept_null(reader)) fixtures_cbor_take_bytes(reader, &value->seal, &value->seal_size); break;
        default: break;
        }
    }
    return fixtures_cbor_decoded(reader, value, sizeof *value);
}

/** Writes a fixtures_point as a map. */
static inline void fixtures_point_encode(fixtures_cbor_writer *writer, const fixtures_point *value)
{
    if (!fixtures_cbor_begin_struct(writer, value, 2))
        return;
    fixtures_cbor_write_key(writer, "x");
    fixtures_cbor_write_double(writer, value->x);
    fixtures_cbor_write_key(writer, "y");
    fixtures_cbor_write_double(writer, value->y);
    fixtures_cbor_end_struct(writer);
}

/** Reads a fixtures_point; what it points to lies in the reader's memory. Zeros if that fails. */
static inline bool fixtures_point_decode(fixtures_cbor_reader *reader, fixtures_point *value)
{
    static const char *const keys[] = {"x", "y"};
    fixtures_cbor_members members;
    memset(value, 0, sizeof *value);
    fixtures_cbor_begin_members(reader, &members, keys, 2, 0);
    while (fixtures_cbor_next_member(reader, &members)) {
        switch (members.member) {
        case 0: fixtures_cbor_read_double(reader, &value->x); break;
        case 1: fixtures_cbor_read_double(reader, &value->y); break;
        default: break;
        }
    }
    return fixtures_cbor_decoded(reader, value, sizeof *value);
}

/** Internal: writes a list. */
static inline void fixtures_cbor_write_bool_list(fixtures_cbor_writer *writer, const bool *items, size_t count)
{
    size_t i;
    if (!fixtures_cbor_begin_items(writer, items, count))
        return;
    for (i = 0; i < count && !writer->error; i++, items++)
        fixtures_cbor_write_bool(writer, *items);
}

/** Internal: reads a list into the reader's memory. */
static inline bool fixtures_cbor_read_bool_list(fixtures_cbor_reader *reader, const bool **items, size_t *count)
{
    fixtures_cbor_items list;
    bool *to = (bool *)fixtures_cbor_begin_list(reader, &list, sizeof *to, count);
    for (*items = to; fixtures_cbor_next(reader, &list); to++)
        fixtures_cbor_read_bool(reader, to);
    return !fixtures_cbor_failed(reader);
}

/** Internal: writes a list. */
static inline void fixtures_cbor_write_int64_list(fixtures_cbor_writer *writer, const int64_t *items, size_t count)
{
    size_t i;
    if (!fixtures_cbor_begin_items(writer, items, count))
        return;
    for (i = 0; i < count && !writer->error; i++, items++)
        fixtures_cbor_write_int(writer, *items);
}

/** Internal: reads a list into the reader's memory. */
static inline bool fixtures_cbor_read_int64_list(fixtures_cbor_reader *reader, const int64_t **items, size_t *count)
{
    fixtures_cbor_items list;
    int64_t *to = (int64_t *)fixtures_cbor_begin_list(reader, &list, sizeof *to, count);
    for (*items = to; fixtures_cbor_next(reader, &list); to++)
        fixtures_cbor_read_int64(reader, to);
    return !fixtures_cbor_failed(reader);
}

/** Internal: writes a list. */
static inline void fixtures_cbor_write_float32_list(fixtures_cbor_writer *writer, const float *items, size_t count)
{
    size_t i;
    if (!fixtures_cbor_begin_items(writer, items, count))
        return;
    for (i = 0; i < count && !writer->error; i++, items++)
        fixtures_cbor_write_double(writer, (double)*items);
}

/** Internal: reads a list into the reader's memory. */
static inline bool fixtures_cbor_read_float32_list(fixtures_cbor_reader *reader, const float **items, size_t *count)
{
    fixtures_cbor_items list;
    float *to = (float *)fixtures_cbor_begin_list(reader, &list, sizeof *to, count);
    for (*items = to; fixtures_cbor_next(reader, &list); to++)
        fixtures_cbor_read_float(reader, to);
    return !fixtures_cbor_failed(reader);
}

/** Internal: writes a list. */
static inline void fixtures_cbor_write_text_list(fixtures_cbor_writer *writer, const char *const *items, size_t count)
{
    size_t i;
    if (!fixtures_cbor_begin_items(writer, items, count))
        return;
    for (i = 0; i < count && !writer->error; i++, items++)
        fixtures_cbor_write_text(writer, *items);
}

/** Internal: reads a list into the reader's memory. */
static inline bool fixtures_cbor_read_text_list(fixtures_cbor_reader *reader, const char *const **items, size_t *count)
{
    fixtures_cbor_items list;
    const char **to = (const char **)fixtures_cbor_begin_list(reader, &list, sizeof *to, count);
    for (*items = to; fixtures_cbor_next(reader, &list); to++)
        fixtures_cbor_take_text(reader, to, NULL);
    return !fixtures_cbor_failed(reader);
}

/** Internal: writes a list. */
static inline void fixtures_cbor_write_bytes_list(fixtures_cbor_writer *writer, const fixtures_bytes *items, size_t count)
{
    size_t i;
    if (!fixtures_cbor_begin_items(writer, items, count))
        return;
    for (i = 0; i < count && !writer->error; i++, items++)
        fixtures_cbor_write_bytes(writer, items->data, items->size);
}

/** Internal: reads a list into the reader's memory. */
static inline bool fixtures_cbor_read_bytes_list(fixtures_cbor_reader *reader, const fixtures_bytes **items, size_t *count)
{
    fixtures_cbor_items list;
    fixtures_bytes *to = (fixtures_bytes *)fixtures_cbor_begin_list(reader, &list, sizeof *to, count);
    for (*items = to; fixtures_cbor_next(reader, &list); to++)
        fixtures_cbor_take_bytes(reader, &to->data, &to->size);
    return !fixtures_cbor_failed(reader);
}

/** Internal: writes a list. */
static inline void fixtures_cbor_write_color_enum_list(fixtures_cbor_writer *writer, const fixtures_color *items, size_t count)
{
    size_t i;
    if (!fixtures_cbor_begin_items(writer, items, count))
        return;
    for (i = 0; i < count && !writer->error; i++, items++)
        fixtures_color_encode(writer, *items);
}

/** Internal: reads a list into the reader's memory. */
static inline bool fixtures_cbor_read_color_enum_list(fixtures_cbor_reader *reader, const fixtures_color **items, size_t *count)
{
    fixtures_cbor_items list;
    fixtures_color *to = (fixtures_color *)fixtures_cbor_begin_list(reader, &list, sizeof *to, count);
    for (*items = to; fixtures_cbor_next(reader, &list); to++)
        fixtures_color_decode(reader, to);
    return !fixtures_cbor_failed(reader);
}

/** Internal: writes a list. */
static inline void fixtures_cbor_write_point_record_list(fixtures_cbor_writer *writer, const fixtures_point *items, size_t count)
{
    size_t i;
    if (!fixtures_cbor_begin_items(writer, items, count))
        return;
    for (i = 0; i < count && !writer->error; i++, items++)
        fixtures_point_encode(writer, items);
}

/** Internal: reads a list into the reader's memory. */
static inline bool fixtures_cbor_read_point_record_list(fixtures_cbor_reader *reader, const fixtures_point **items, size_t *count)
{
    fixtures_cbor_items list;
    fixtures_point *to = (fixtures_point *)fixtures_cbor_begin_list(reader, &list, sizeof *to, count);
    for (*items = to; fixtures_cbor_next(reader, &list); to++)
        fixtures_point_decode(reader, to);
    return !fixtures_cbor_failed(reader);
}

/** Internal: writes a list. */
static inline void fixtures_cbor_write_int32_list(fixtures_cbor_writer *writer, const int32_t *items, size_t count)
{
    size_t i;
    if (!fixtures_cbor_begin_items(writer, items, count))
        return;
    for (i = 0; i < count && !writer->error; i++, items++)
        fixtures_cbor_write_int(writer, *items);
}

/** Internal: reads a list into the reader's memory. */
static inline bool fixtures_cbor_read_int32_list(fixtures_cbor_reader *reader, const int32_t **items, size_t *count)
{
    fixtures_cbor_items list;
    int32_t *to = (int32_t *)fixtures_cbor_begin_list(reader, &list, sizeof *to, count);
    for (*items = to; fixtures_cbor_next(reader, &list); to++)
        fixtures_cbor_read_int32(reader, to);
    return !fixtures_cbor_failed(reader);
}

/** Internal: writes a list. */
static inline void fixtures_cbor_write_int32_list_list(fixtures_cbor_writer *writer, const fixtures_int32_list *items, size_t count)
{
    size_t i;
    if (!fixtures_cbor_begin_items(writer, items, count))
        return;
    for (i = 0; i < count && !writer->error; i++, items++)
        fixtures_cbor_write_int32_list(writer, items->items, items->count);
}

/** Internal: reads a list into the reader's memory. */
static inline bool fixtures_cbor_read_int32_list_list(fixtures_cbor_reader *reader, const fixtures_int32_list **items, size_t *count)
{
    fixtures_cbor_items list;
    fixtures_int32_list *to = (fixtures_int32_list *)fixtures_cbor_begin_list(reader, &list, sizeof *to, count);
    for (*items = to; fixtures_cbor_next(reader, &list); to++)
        fixtures_cbor_read_int32_list(reader, &to->items, &to->count);
    return !fixtures_cbor_failed(reader);
}

/** Internal: writes a list. */
static inline void fixtures_cbor_write_int32_or_null_list(fixtures_cbor_writer *writer, const fixtures_optional_int32 *items, size_t count)
{
    size_t i;
    if (!fixtures_cbor_begin_items(writer, items, count))
        return;
    for (i = 0; i < count && !writer->error; i++, items++)
        if (items->has_value)
            fixtures_cbor_write_int(writer, items->value);
        else
            fixtures_cbor_write_null(writer);
}

/** Internal: reads a list into the reader's memory. */
static inline bool fixtures_cbor_read_int32_or_null_list(fixtures_cbor_reader *reader, const fixtures_optional_int32 **items, size_t *count)
{
    fixtures_cbor_items list;
    fixtures_optional_int32 *to = (fixtures_optional_int32 *)fixtures_cbor_begin_list(reader, &list, sizeof *to, count);
    for (*items = to; fixtures_cbor_next(reader, &list); to++) {
        memset(to, 0, sizeof *to);
        to->has_value = !fixtures_cbor_accept_null(reader) && fixtures_cbor_read_int32(reader, &to->value);
    }
    return !fixtures_cbor_failed(reader);
}

/** Internal: writes a list. */
static inline void fixtures_cbor_write_text_or_null_list(fixtures_cbor_writer *writer, const char *const *items, size_t count)
{
    size_t i;
    if (!fixtures_cbor_begin_items(writer, items, count))
        return;
    for (i = 0; i < count && !writer->error; i++, items++)
        if (*items != NULL)
            fixtures_cbor_write_text(writer, *items);
        else
            fixtures_cbor_write_null(writer);
}

/** Internal: reads a list into the reader's memory. */
static inline bool fixtures_cbor_read_text_or_null_list(fixtures_cbor_reader *reader, const char *const **items, size_t *count)
{
    fixtures_cbor_items list;
    const char **to = (const char **)fixtures_cbor_begin_list(reader, &list, sizeof *to, count);
    for (*items = to; fixtures_cbor_next(reader, &list); to++) {
        memset(to, 0, sizeof *to);
        if (!fixtures_cbor_accept_null(reader)) fixtures_cbor_take_text(reader, to, NULL);
    }
    return !fixtures_cbor_failed(reader);
}

/** Internal: reads one into the reader's memory, or null. */
static inline bool fixtures_cbor_read_point_record_or_null(fixtures_cbor_reader *reader, const fixtures_point **value)
{
    fixtures_point *to;
    *value = NULL;
    if (fixtures_cbor_accept_null(reader))
        return true;
    to = (fixtures_point *)fixtures_cbor_take(reader, reader->offset, sizeof *to, false);
    *value = to;
    return to != NULL && fixtures_point_decode(reader, to);
}

/** Internal: writes a list. */
static inline void fixtures_cbor_write_point_record_or_null_list(fixtures_cbor_writer *writer, const fixtures_point *const *items, size_t count)
{
    size_t i;
    if (!fixtures_cbor_begin_items(writer, items, count))
        return;
    for (i = 0; i < count && !writer->error; i++, items++)
        if (*items != NULL)
            fixtures_point_encode(writer, *items);
        else
            fixtures_cbor_write_null(writer);
}

/** Internal: reads a list into the reader's memory. */
static inline bool fixtures_cbor_read_point_record_or_null_list(fixtures_cbor_reader *reader, const fixtures_point *const **items, size_t *count)
{
    fixtures_cbor_items list;
    const fixtures_point **to = (const fixtures_point **)fixtures_cbor_begin_list(reader, &list, sizeof *to, count);
    for (*items = to; fixtures_cbor_next(reader, &list); to++) {
        memset(to, 0, sizeof *to);
        fixtures_cbor_read_point_record_or_null(reader, to);
    }
    return !fixtures_cbor_failed(reader);
}

/** Writes a fixtures_lists as a map. */
static inline void fixtures_lists_encode(fixtures_cbor_writer *writer, const fixtures_lists *value)
{
    if (!fixtures_cbor_begin_struct(writer, value, 11))
        return;
    fixtures_cbor_write_key(writer, "flags");
    fixtures_cbor_write_bool_list(writer, value->flags, value->flags_count);
    fixtures_cbor_write_key(writer, "longs");
    fixtures_cbor_write_int64_list(writer, value->longs, value->longs_count);
    fixtures_cbor_write_key(writer, "floats");
    fixtures_cbor_write_float32_list(writer, value->floats, value->floats_count);
    fixtures_cbor_write_key(writer, "texts");
    fixtures_cbor_write_text_list(writer, value->texts, value->texts_count);
    fixtures_cbor_write_key(writer, "blobs");
    fixtures_cbor_write_bytes_list(writer, value->blobs, value->blobs_count);
    fixtures_cbor_write_key(writer, "colors");
    fixtures_cbor_write_color_enum_list(writer, value->colors, value->colors_count);
    fixtures_cbor_write_key(writer, "points");
    fixtures_cbor_write_point_record_list(writer, value->points, value->points_count);
    fixtures_cbor_write_key(writer, "matrix");
    fixtures_cbor_write_int32_list_list(writer, value->matrix, value->matrix_count);
    fixtures_cbor_write_key(writer, "gaps");
    fixtures_cbor_write_int32_or_null_list(writer, value->gaps, value->gaps_count);
    fixtures_cbor_write_key(writer, "holes");
    fixtures_cbor_write_text_or_null_list(writer, value->holes, value->holes_count);
    fixtures_cbor_write_key(writer, "spots");
    fixtures_cbor_write_point_record_or_null_list(writer, value->spots, value->spots_count);
    fixtures_cbor_end_struct(writer);
}

/** Reads a fixtures_lists; what it points to lies in the reader's memory. Zeros if that fails. */
static inline bool fixtures_lists_decode(fixtures_cbor_reader *reader, fixtures_lists *value)
{
    static const char *const keys[] = {"flags", "longs", "floats", "texts", "blobs", "colors", "points", "matrix", "gaps", "holes", "spots"};
    fixtures_cbor_members members;
    memset(value, 0, sizeof *value);
    fixtures_cbor_begin_members(reader, &members, keys, 11, 0);
    while (fixtures_cbor_next_member(reader, &members)) {
        switch (members.member) {
        case 0: fixtures_cbor_read_bool_list(reader, &value->flags, &value->flags_count); break;
        case 1: fixtures_cbor_read_int64_list(reader, &value->longs, &value->longs_count); break;
        case 2: fixtures_cbor_read_float32_list(reader, &value->floats, &value->floats_count); break;
        case 3: fixtures_cbor_read_text_list(reader, &value->texts, &value->texts_count); break;
        case 4: fixtures_cbor_read_bytes_list(reader, &value->blobs, &value->blobs_count); break;
        case 5: fixtures_cbor_read_color_enum_list(reader, &value->colors, &value->colors_count); break;
        case 6: fixtures_cbor_read_point_record_list(reader, &value->points, &value->points_count); break;
        case 7: fixtures_cbor_read_int32_list_list(reader, &value->matrix, &value->matrix_count); break;
        case 8: fixtures_cbor_read_int32_or_null_list(reader, &value->gaps, &value->gaps_count); break;
        case 9: fixtures_cbor_read_text_or_null_list(reader, &value->holes, &value->holes_count); break;
        case 10: fixtures_cbor_read_point_record_or_null_list(reader, &value->spots, &value->spots_count); break;
        default: break;
        }
    }
    return fixtures_cbor_decoded(reader, value, sizeof *value);
}

/** Internal: writes a list. */
static inline void fixtures_cbor_write_int8_list(fixtures_cbor_writer *writer, const int8_t *items, size_t count)
{
    size_t i;
    if (!fixtures_cbor_begin_items(writer, items, count))
        return;
    for (i = 0; i < count && !writer->error; i++, items++)
        fixtures_cbor_write_int(writer, *items);
}

/** Internal: reads a list into the reader's memory. */
static inline bool fixtures_cbor_read_int8_list(fixtures_cbor_reader *reader, const int8_t **items, size_t *count)
{
    fixtures_cbor_items list;
    int8_t *to = (int8_t *)fixtures_cbor_begin_list(reader, &list, sizeof *to, count);
    for (*items = to; fixtures_cbor_next(reader, &list); to++)
        fixtures_cbor_read_int8(reader, to);
    return !fixtures_cbor_failed(reader);
}

/** Internal: writes a list. */
static inline void fixtures_cbor_write_uint8_list(fixtures_cbor_writer *writer, const uint8_t *items, size_t count)
{
    size_t i;
    if (!fixtures_cbor_begin_items(writer, items, count))
        return;
    for (i = 0; i < count && !writer->error; i++, items++)
        fixtures_cbor_write_int(writer, *items);
}

/** Internal: reads a list into the reader's memory. */
static inline bool fixtures_cbor_read_uint8_list(fixtures_cbor_reader *reader, const uint8_t **items, size_t *count)
{
    fixtures_cbor_items list;
    uint8_t *to = (uint8_t *)fixtures_cbor_begin_list(reader, &list, sizeof *to, count);
    for (*items = to; fixtures_cbor_next(reader, &list); to++)
        fixtures_cbor_read_uint8(reader, to);
    return !fixtures_cbor_failed(reader);
}

/** Internal: writes a list. */
static inline void fixtures_cbor_write_int16_list(fixtures_cbor_writer *writer, const int16_t *items, size_t count)
{
    size_t i;
    if (!fixtures_cbor_begin_items(writer, items, count))
        return;
    for (i = 0; i < count && !writer->error; i++, items++)
        fixtures_cbor_write_int(writer, *items);
}

/** Internal: reads a list into the reader's memory. */
static inline bool fixtures_cbor_read_int16_list(fixtures_cbor_reader *reader, const int16_t **items, size_t *count)
{
    fixtures_cbor_items list;
    int16_t *to = (int16_t *)fixtures_cbor_begin_list(reader, &list, sizeof *to, count);
    for (*items = to; fixtures_cbor_next(reader, &list); to++)
        fixtures_cbor_read_int16(reader, to);
    return !fixtures_cbor_failed(reader);
}

/** Internal: writes a list. */
static inline void fixtures_cbor_write_uint16_list(fixtures_cbor_writer *writer, const uint16_t *items, size_t count)
{
    size_t i;
    if (!fixtures_cbor_begin_items(writer, items, count))
        return;
    for (i = 0; i < count && !writer->error; i++, items++)
        fixtures_cbor_write_int(writer, *items);
}

/** Internal: reads a list into the reader's memory. */
static inline bool fixtures_cbor_read_uint16_list(fixtures_cbor_reader *reader, const uint16_t **items, size_t *count)
{
    fixtures_cbor_items list;
    uint16_t *to = (uint16_t *)fixtures_cbor_begin_list(reader, &list, sizeof *to, count);
    for (*items = to; fixtures_cbor_next(reader, &list); to++)
        fixtures_cbor_read_uint16(reader, to);
    return !fixtures_cbor_failed(reader);
}

/** Internal: writes a list. */
static inline void fixtures_cbor_write_uint32_list(fixtures_cbor_writer *writer, const uint32_t *items, size_t count)
{
    size_t i;
    if (!fixtures_cbor_begin_items(writer, items, count))
        return;
    for (i = 0; i < count && !writer->error; i++, items++)
        fixtures_cbor_write_int(writer, *items);
}

/** Internal: reads a list into the reader's memory. */
static inline bool fixtures_cbor_read_uint32_list(fixtures_cbor_reader *reader, const uint32_t **items, size_t *count)
{
    fixtures_cbor_items list;
    uint32_t *to = (uint32_t *)fixtures_cbor_begin_list(reader, &list, sizeof *to, count);
    for (*items = to; fixtures_cbor_next(reader, &list); to++)
        fixtures_cbor_read_uint32(reader, to);
    return !fixtures_cbor_failed(reader);
}

/** Internal: writes a list. */
static inline void fixtures_cbor_write_uint64_list(fixtures_cbor_writer *writer, const uint64_t *items, size_t count)
{
    size_t i;
    if (!fixtures_cbor_begin_items(writer, items, count))
        return;
    for (i = 0; i < count && !writer->error; i++, items++)
        fixtures_cbor_write_uint(writer, *items);
}

/** Internal: reads a list into the reader's memory. */
static inline bool fixtures_cbor_read_uint64_list(fixtures_cbor_reader *reader, const uint64_t **items, size_t *count)
{
    fixtures_cbor_items list;
    uint64_t *to = (uint64_t *)fixtures_cbor_begin_list(reader, &list, sizeof *to, count);
    for (*items = to; fixtures_cbor_next(reader, &list); to++)
        fixtures_cbor_read_uint64(reader, to);
    return !fixtures_cbor_failed(reader);
}

/** Internal: writes a list. */
static inline void fixtures_cbor_write_float64_list(fixtures_cbor_writer *writer, const double *items, size_t count)
{
    size_t i;
    if (!fixtures_cbor_begin_items(writer, items, count))
        return;
    for (i = 0; i < count && !writer->error; i++, items++)
        fixtures_cbor_write_double(writer, *items);
}

/** Internal: reads a list into the reader's memory. */
static inline bool fixtures_cbor_read_float64_list(fixtures_cbor_reader *reader, const double **items, size_t *count)
{
    fixtures_cbor_items list;
    double *to = (double *)fixtures_cbor_begin_list(reader, &list, sizeof *to, count);
    for (*items = to; fixtures_cbor_next(reader, &list); to++)
        fixtures_cbor_read_double(reader, to);
    return !fixtures_cbor_failed(reader);
}

/** Writes a fixtures_number_lists as a map. */
static inline void fixtures_number_lists_encode(fixtures_cbor_writer *writer, const fixtures_number_lists *value)
{
    if (!fixtures_cbor_begin_struct(writer, value, 8))
        return;
    fixtures_cbor_write_key(writer, "int8");
    fixtures_cbor_write_int8_list(writer, value->int8, value->int8_count);
    fixtures_cbor_write_key(writer, "uInt8");
    fixtures_cbor_write_uint8_list(writer, value->u_int8, value->u_int8_count);
    fixtures_cbor_write_key(writer, "int16");
    fixtures_cbor_write_int16_list(writer, value->int16, value->int16_count);
    fixtures_cbor_write_key(writer, "uInt16");
    fixtures_cbor_write_uint16_list(writer, value->u_int16, value->u_int16_count);
    fixtures_cbor_write_key(writer, "int32");
    fixtures_cbor_write_int32_list(writer, value->int32, value->int32_count);
    fixtures_cbor_write_key(writer, "uInt32");
    fixtures_cbor_write_uint32_list(writer, value->u_int32, value->u_int32_count);
    fixtures_cbor_write_key(writer, "uInt64");
    fixtures_cbor_write_uint64_list(writer, value->u_int64, value->u_int64_count);
    fixtures_cbor_write_key(writer, "doubles");
    fixtures_cbor_write_float64_list(writer, value->doubles, value->doubles_count);
    fixtures_cbor_end_struct(writer);
}

/** Reads a fixtures_number_lists; what it points to lies in the reader's memory. Zeros if that fails. */
static inline bool fixtures_number_lists_decode(fixtures_cbor_reader *reader, fixtures_number_lists *value)
{
    static const char *const keys[] = {"int8", "uInt8", "int16", "uInt16", "int32", "uInt32", "uInt64", "doubles"};
    fixtures_cbor_members members;
    memset(value, 0, sizeof *value);
    fixtures_cbor_begin_members(reader, &members, keys, 8, 0);
    while (fixtures_cbor_next_member(reader, &members)) {
        switch (members.member) {
        case 0: fixtures_cbor_read_int8_list(reader, &value->int8, &value->int8_count); break;
        case 1: fixtures_cbor_read_uint8_list(reader, &value->u_int8, &value->u_int8_count); break;
        case 2: fixtures_cbor_read_int16_list(reader, &value->int16, &value->int16_count); break;
        case 3: fixtures_cbor_read_uint16_list(reader, &value->u_int16, &value->u_int16_count); break;
        case 4: fixtures_cbor_read_int32_list(reader, &value->int32, &value->int32_count); break;
        case 5: fixtures_cbor_read_uint32_list(reader, &value->u_int32, &value->u_int32_count); break;
        case 6: fixtures_cbor_read_uint64_list(reader, &value->u_int64, &value->u_int64_count); break;
        case 7: fixtures_cbor_read_float64_list(reader, &value->doubles, &value->doubles_count); break;
        default: break;
        }
    }
    return fixtures_cbor_decoded(reader, value, sizeof *value);
}

/** Writes a fixtures_owner as a map. */
static inline void fixtures_owner_encode(fixtures_cbor_writer *writer, const fixtures_owner *value)
{
    if (!fixtures_cbor_begin_struct(writer, value, 2))
        return;
    fixtures_cbor_write_key(writer, "name");
    fixtures_cbor_write_text(writer, value->name);
    fixtures_cbor_write_key(writer, "age");
    fixtures_cbor_write_int(writer, value->age);
    fixtures_cbor_end_struct(writer);
}

/** Reads a fixtures_owner; what it points to lies in the reader's memory. Zeros if that fails. */
static inline bool fixtures_owner_decode(fixtures_cbor_reader *reader, fixtures_owner *value)
{
    static const char *const keys[] = {"name", "age"};
    fixtures_cbor_members members;
    memset(value, 0, sizeof *value);
    fixtures_cbor_begin_members(reader, &members, keys, 2, 0);
    while (fixtures_cbor_next_member(reader, &members)) {
        switch (members.member) {
        case 0: fixtures_cbor_take_text(reader, &value->name, NULL); break;
        case 1: fixtures_cbor_read_uint8(reader, &value->age); break;
        default: break;
        }
    }
    return fixtures_cbor_decoded(reader, value, sizeof *value);
}

/** Writes a fixtures_desk as a map. */
static inline void fixtures_desk_encode(fixtures_cbor_writer *writer, const fixtures_desk *value)
{
    if (!fixtures_cbor_begin_struct(writer, value, 1))
        return;
    fixtures_cbor_write_key(writer, "owner");
    fixtures_owner_encode(writer, &value->owner);
    fixtures_cbor_end_struct(writer);
}

/** Reads a fixtures_desk; what it points to lies in the reader's memory. Zeros if that fails. */
static inline bool fixtures_desk_decode(fixtures_cbor_reader *reader, fixtures_desk *value)
{
    static const char *const keys[] = {"owner"};
    fixtures_cbor_members members;
    memset(value, 0, sizeof *value);
    fixtures_cbor_begin_members(reader, &members, keys, 1, 0);
    while (fixtures_cbor_next_member(reader, &members)) {
        switch (members.member) {
        case 0: fixtures_owner_decode(reader, &value->owner); break;
        default: break;
        }
    }
    return fixtures_cbor_decoded(reader, value, sizeof *value);
}

/** Internal: writes a list. */
static inline void fixtures_cbor_write_text_list_list(fixtures_cbor_writer *writer, const fixtures_text_list *items, size_t count)
{
    size_t i;
    if (!fixtures_cbor_begin_items(writer, items, count))
        return;
    for (i = 0; i < count && !writer->error; i++, items++)
        fixtures_cbor_write_text_list(writer, items->items, items->count);
}

/** Internal: reads a list into the reader's memory. */
static inline bool fixtures_cbor_read_text_list_list(fixtures_cbor_reader *reader, const fixtures_text_list **items, size_t *count)
{
    fixtures_cbor_items list;
    fixtures_text_list *to = (fixtures_text_list *)fixtures_cbor_begin_list(reader, &list, sizeof *to, count);
    for (*items = to; fixtures_cbor_next(reader, &list); to++)
        fixtures_cbor_read_text_list(reader, &to->items, &to->count);
    return !fixtures_cbor_failed(reader);
}

/** Internal: writes a list. */
static inline void fixtures_cbor_write_bytes_list_list(fixtures_cbor_writer *writer, const fixtures_bytes_list *items, size_t count)
{
    size_t i;
    if (!fixtures_cbor_begin_items(writer, items, count))
        return;
    for (i = 0; i < count && !writer->error; i++, items++)
        fixtures_cbor_write_bytes_list(writer, items->items, items->count);
}

/** Internal: reads a list into the reader's memory. */
static inline bool fixtures_cbor_read_bytes_list_list(fixtures_cbor_reader *reader, const fixtures_bytes_list **items, size_t *count)
{
    fixtures_cbor_items list;
    fixtures_bytes_list *to = (fixtures_bytes_list *)fixtures_cbor_begin_list(reader, &list, sizeof *to, count);
    for (*items = to; fixtures_cbor_next(reader, &list); to++)
        fixtures_cbor_read_bytes_list(reader, &to->items, &to->count);
    return !fixtures_cbor_failed(reader);
}

/** Internal: writes a list. */
static inline void fixtures_cbor_write_color_enum_list_list(fixtures_cbor_writer *writer, const fixtures_color_list *items, size_t count)
{
    size_t i;
    if (!fixtures_cbor_begin_items(writer, items, count))
        return;
    for (i = 0; i < count && !writer->error; i++, items++)
        fixtures_cbor_write_color_enum_list(writer, items->items, items->count);
}

/** Internal: reads a list into the reader's memory. */
static inline bool fixtures_cbor_read_color_enum_list_list(fixtures_cbor_reader *reader, const fixtures_color_list **items, size_t *count)
{
    fixtures_cbor_items list;
    fixtures_color_list *to = (fixtures_color_list *)fixtures_cbor_begin_list(reader, &list, sizeof *to, count);
    for (*items = to; fixtures_cbor_next(reader, &list); to++)
        fixtures_cbor_read_color_enum_list(reader, &to->items, &to->count);
    return !fixtures_cbor_failed(reader);
}

/** Internal: writes a list. */
static inline void fixtures_cbor_write_point_record_list_list(fixtures_cbor_writer *writer, const fixtures_point_list *items, size_t count)
{
    size_t i;
    if (!fixtures_cbor_begin_items(writer, items, count))
        return;
    for (i = 0; i < count && !writer->error; i++, items++)
        fixtures_cbor_write_point_record_list(writer, items->items, items->count);
}

/** Internal: reads a list into the reader's memory. */
static inline bool fixtures_cbor_read_point_record_list_list(fixtures_cbor_reader *reader, const fixtures_point_list **items, size_t *count)
{
    fixtures_cbor_items list;
    fixtures_point_list *to = (fixtures_point_list *)fixtures_cbor_begin_list(reader, &list, sizeof *to, count);
    for (*items = to; fixtures_cbor_next(reader, &list); to++)
        fixtures_cbor_read_point_record_list(reader, &to->items, &to->count);
    return !fixtures_cbor_failed(reader);
}

/** Internal: writes a list. */
static inline void fixtures_cbor_write_desk_record_list(fixtures_cbor_writer *writer, const fixtures_desk *items, size_t count)
{
    size_t i;
    if (!fixtures_cbor_begin_items(writer, items, count))
        return;
    for (i = 0; i < count && !writer->error; i++, items++)
        fixtures_desk_encode(writer, items);
}

/** Internal: reads a list into the reader's memory. */
static inline bool fixtures_cbor_read_desk_record_list(fixtures_cbor_reader *reader, const fixtures_desk **items, size_t *count)
{
    fixtures_cbor_items list;
    fixtures_desk *to = (fixtures_desk *)fixtures_cbor_begin_list(reader, &list, sizeof *to, count);
    for (*items = to; fixtures_cbor_next(reader, &list); to++)
        fixtures_desk_decode(reader, to);
    return !fixtures_cbor_failed(reader);
}

/** Internal: writes a list. */
static inline void fixtures_cbor_write_desk_record_list_list(fixtures_cbor_writer *writer, const fixtures_desk_list *items, size_t count)
{
    size_t i;
    if (!fixtures_cbor_begin_items(writer, items, count))
        return;
    for (i = 0; i < count && !writer->error; i++, items++)
        fixtures_cbor_write_desk_record_list(writer, items->items, items->count);
}

/** Internal: reads a list into the reader's memory. */
static inline bool fixtures_cbor_read_desk_record_list_list(fixtures_cbor_reader *reader, const fixtures_desk_list **items, size_t *count)
{
    fixtures_cbor_items list;
    fixtures_desk_list *to = (fixtures_desk_list *)fixtures_cbor_begin_list(reader, &list, sizeof *to, count);
    for (*items = to; fixtures_cbor_next(reader, &list); to++)
        fixtures_cbor_read_desk_record_list(reader, &to->items, &to->count);
    return !fixtures_cbor_failed(reader);
}

/** Internal: writes a list. */
static inline void fixtures_cbor_write_bool_list_list(fixtures_cbor_writer *writer, const fixtures_bool_list *items, size_t count)
{
    size_t i;
    if (!fixtures_cbor_begin_items(writer, items, count))
        return;
    for (i = 0; i < count && !writer->error; i++, items++)
        fixtures_cbor_write_bool_list(writer, items->items, items->count);
}

/** Internal: reads a list into the reader's memory. */
static inline bool fixtures_cbor_read_bool_list_list(fixtures_cbor_reader *reader, const fixtures_bool_list **items, size_t *count)
{
    fixtures_cbor_items list;
    fixtures_bool_list *to = (fixtures_bool_list *)fixtures_cbor_begin_list(reader, &list, sizeof *to, count);
    for (*items = to; fixtures_cbor_next(reader, &list); to++)
        fixtures_cbor_read_bool_list(reader, &to->items, &to->count);
    return !fixtures_cbor_failed(reader);
}

/** Internal: writes a list. */
static inline void fixtures_cbor_write_bool_list_list_list(fixtures_cbor_writer *writer, const fixtures_bool_list_list *items, size_t count)
{
    size_t i;
    if (!fixtures_cbor_begin_items(writer, items, count))
        return;
    for (i = 0; i < count && !writer->error; i++, items++)
        fixtures_cbor_write_bool_list_list(writer, items->items, items->count);
}

/** Internal: reads a list into the reader's memory. */
static inline bool fixtures_cbor_read_bool_list_list_list(fixtures_cbor_reader *reader, const fixtures_bool_list_list **items, size_t *count)
{
    fixtures_cbor_items list;
    fixtures_bool_list_list *to = (fixtures_bool_list_list *)fixtures_cbor_begin_list(reader, &list, sizeof *to, count);
    for (*items = to; fixtures_cbor_next(reader, &list); to++)
        fixtures_cbor_read_bool_list_list(reader, &to->items, &to->count);
    return !fixtures_cbor_failed(reader);
}

/** Internal: writes a list. */
static inline void fixtures_cbor_write_int64_or_null_list(fixtures_cbor_writer *writer, const fixtures_optional_int64 *items, size_t count)
{
    size_t i;
    if (!fixtures_cbor_begin_items(writer, items, count))
        return;
    for (i = 0; i < count && !writer->error; i++, items++)
        if (items->has_value)
            fixtures_cbor_write_int(writer, items->value);
        else
            fixtures_cbor_write_null(writer);
}

/** Internal: reads a list into the reader's memory. */
static inline bool fixtures_cbor_read_int64_or_null_list(fixtures_cbor_reader *reader, const fixtures_optional_int64 **items, size_t *count)
{
    fixtures_cbor_items list;
    fixtures_optional_int64 *to = (fixtures_optional_int64 *)fixtures_cbor_begin_list(reader, &list, sizeof *to, count);
    for (*items = to; fixtures_cbor_next(reader, &list); to++) {
        memset(to, 0, sizeof *to);
        to->has_value = !fixtures_cbor_accept_null(reader) && fixtures_cbor_read_int64(reader, &to->value);
    }
    return !fixtures_cbor_failed(reader);
}

/** Internal: writes a list. */
static inline void fixtures_cbor_write_int64_or_null_list_list(fixtures_cbor_writer *writer, const fixtures_optional_int64_list *items, size_t count)
{
    size_t i;
    if (!fixtures_cbor_begin_items(writer, items, count))
        return;
    for (i = 0; i < count && !writer->error; i++, items++)
        fixtures_cbor_write_int64_or_null_list(writer, items->items, items->count);
}

/** Internal: reads a list into the reader's memory. */
static inline bool fixtures_cbor_read_int64_or_null_list_list(fixtures_cbor_reader *reader, const fixtures_optional_int64_list **items, size_t *count)
{
    fixtures_cbor_items list;
    fixtures_optional_int64_list *to = (fixtures_optional_int64_list *)fixtures_cbor_begin_list(reader, &list, sizeof *to, count);
    for (*items = to; fixtures_cbor_next(reader, &list); to++)
        fixtures_cbor_read_int64_or_null_list(reader, &to->items, &to->count);
    return !fixtures_cbor_failed(reader);
}

/** Internal: writes a list. */
static inline void fixtures_cbor_write_float32_list_or_null_list(fixtures_cbor_writer *writer, const fixtures_float32_list *items, size_t count)
{
    size_t i;
    if (!fixtures_cbor_begin_items(writer, items, count))
        return;
    for (i = 0; i < count && !writer->error; i++, items++)
        if (items->items != NULL || items->count > 0)
            fixtures_cbor_write_float32_list(writer, items->items, items->count);
        else
            fixtures_cbor_write_null(writer);
}

/** Internal: reads a list into the reader's memory. */
static inline bool fixtures_cbor_read_float32_list_or_null_list(fixtures_cbor_reader *reader, const fixtures_float32_list **items, size_t *count)
{
    fixtures_cbor_items list;
    fixtures_float32_list *to = (fixtures_float32_list *)fixtures_cbor_begin_list(reader, &list, sizeof *to, count);
    for (*items = to; fixtures_cbor_next(reader, &list); to++) {
        memset(to, 0, sizeof *to);
        if (!fixtures_cbor_accept_null(reader)) fixtures_cbor_read_float32_list(reader, &to->items, &to->count);
    }
    return !fixtures_cbor_failed(reader);
}

/** Writes a fixtures_grids as a map. */
static inline void fixtures_grids_encode(fixtures_cbor_writer *writer, const fixtures_grids *value)
{
    if (!fixtures_cbor_begin_struct(writer, value, 8))
        return;
    fixtures_cbor_write_key(writer, "texts");
    fixtures_cbor_write_text_list_list(writer, value->texts, value->texts_count);
    fixtures_cbor_write_key(writer, "blobs");
    fixtures_cbor_write_bytes_list_list(writer, value->blobs, value->blobs_count);
    fixtures_cbor_write_key(writer, "colors");
    fixtures_cbor_write_color_enum_list_list(writer, value->colors, value->colors_count);
    fixtures_cbor_write_key(writer, "points");
    fixtures_cbor_write_point_record_list_list(writer, value->points, value->points_count);
    fixtures_cbor_write_key(writer, "desks");
    fixtures_cbor_write_desk_record_list_list(writer, value->desks, value->desks_count);
    fixtures_cbor_write_key(writer, "cube");
    fixtures_cbor_write_bool_list_list_list(writer, value->cube, value->cube_count);
    fixtures_cbor_write_key(writer, "gaps");
    fixtures_cbor_write_int64_or_null_list_list(writer, value->gaps, value->gaps_count);
    fixtures_cbor_write_key(writer, "rows");
    fixtures_cbor_write_float32_list_or_null_list(writer, value->rows, value->rows_count);
    fixtures_cbor_end_struct(writer);
}

/** Reads a fixtures_grids; what it points to lies in the reader's memory. Zeros if that fails. */
static inline bool fixtures_grids_decode(fixtures_cbor_reader *reader, fixtures_grids *value)
{
    static const char *const keys[] = {"texts", "blobs", "colors", "points", "desks", "cube", "gaps", "rows"};
    fixtures_cbor_members members;
    memset(value, 0, sizeof *value);
    fixtures_cbor_begin_members(reader, &members, keys, 8, 0);
    while (fixtures_cbor_next_member(reader, &members)) {
        switch (members.member) {
        case 0: fixtures_cbor_read_text_list_list(reader, &value->texts, &value->texts_count); break;
        case 1: fixtures_cbor_read_bytes_list_list(reader, &value->blobs, &value->blobs_count); break;
        case 2: fixtures_cbor_read_color_enum_list_list(reader, &value->colors, &value->colors_count); break;
        case 3: fixtures_cbor_read_point_record_list_list(reader, &value->points, &value->points_count); break;
        case 4: fixtures_cbor_read_desk_record_list_list(reader, &value->desks, &value->desks_count); break;
        case 5: fixtures_cbor_read_bool_list_list_list(reader, &value->cube, &value->cube_count); break;
        case 6: fixtures_cbor_read_int64_or_null_list_list(reader, &value->gaps, &value->gaps_count); break;
        case 7: fixtures_cbor_read_float32_list_or_null_list(reader, &value->rows, &value->rows_count); break;
        default: break;
        }
    }
    return fixtures_cbor_decoded(reader, value, sizeof *value);
}

/** Writes a fixtures_label as a map. */
static inline void fixtures_label_encode(fixtures_cbor_writer *writer, const fixtures_label *value)
{
    if (!fixtures_cbor_begin_struct(writer, value, 1))
        return;
    fixtures_cbor_write_key(writer, "text");
    fixtures_cbor_write_text(writer, value->text);
    fixtures_cbor_end_struct(writer);
}

/** Reads a fixtures_label; what it points to lies in the reader's memory. Zeros if that fails. */
static inline bool fixtures_label_decode(fixtures_cbor_reader *reader, fixtures_label *value)
{
    static const char *const keys[] = {"text"};
    fixtures_cbor_members members;
    memset(value, 0, sizeof *value);
    fixtures_cbor_begin_members(reader, &members, keys, 1, 0);
    while (fixtures_cbor_next_member(reader, &members)) {
        switch (members.member) {
        case 0: fixtures_cbor_take_text(reader, &value->text, NULL); break;
        default: break;
        }
    }
    return fixtures_cbor_decoded(reader, value, sizeof *value);
}

/** Internal: writes a list. */
static inline void fixtures_cbor_write_bool_or_null_list(fixtures_cbor_writer *writer, const fixtures_optional_bool *items, size_t count)
{
    size_t i;
    if (!fixtures_cbor_begin_items(writer, items, count))
        return;
    for (i = 0; i < count && !writer->error; i++, items++)
        if (items->has_value)
            fixtures_cbor_write_bool(writer, items->value);
        else
            fixtures_cbor_write_null(writer);
}

/** Internal: reads a list into the reader's memory. */
static inline bool fixtures_cbor_read_bool_or_null_list(fixtures_cbor_reader *reader, const fixtures_optional_bool **items, size_t *count)
{
    fixtures_cbor_items list;
    fixtures_optional_bool *to = (fixtures_optional_bool *)fixtures_cbor_begin_list(reader, &list, sizeof *to, count);
    for (*items = to; fixtures_cbor_next(reader, &list); to++) {
        memset(to, 0, sizeof *to);
        to->has_value = !fixtures_cbor_accept_null(reader) && fixtures_cbor_read_bool(reader, &to->value);
    }
    return !fixtures_cbor_failed(reader);
}

/** Internal: writes a list. */
static inline void fixtures_cbor_write_float64_or_null_list(fixtures_cbor_writer *writer, const fixtures_optional_float64 *items, size_t count)
{
    size_t i;
    if (!fixtures_cbor_begin_items(writer, items, count))
        return;
    for (i = 0; i < count && !writer->error; i++, items++)
        if (items->has_value)
            fixtures_cbor_write_double(writer, items->value);
        else
            fixtures_cbor_write_null(writer);
}

/** Internal: reads a list into the reader's memory. */
static inline bool fixtures_cbor_read_float64_or_null_list(fixtures_cbor_reader *reader, const fixtures_optional_float64 **items, size_t *count)
{
    fixtures_cbor_items list;
    fixtures_optional_float64 *to = (fixtures_optional_float64 *)fixtures_cbor_begin_list(reader, &list, sizeof *to, count);
    for (*items = to; fixtures_cbor_next(reader, &list); to++) {
        memset(to, 0, sizeof *to);
        to->has_value = !fixtures_cbor_accept_null(reader) && fixtures_cbor_read_double(reader, &to->value);
    }
    return !fixtures_cbor_failed(reader);
}

/** Internal: writes a list. */
static inline void fixtures_cbor_write_color_enum_or_null_list(fixtures_cbor_writer *writer, const fixtures_optional_color *items, size_t count)
{
    size_t i;
    if (!fixtures_cbor_begin_items(writer, items, count))
        return;
    for (i = 0; i < count && !writer->error; i++, items++)
        if (items->has_value)
            fixtures_color_encode(writer, items->value);
        else
            fixtures_cbor_write_null(writer);
}

/** Internal: reads a list into the reader's memory. */
static inline bool fixtures_cbor_read_color_enum_or_null_list(fixtures_cbor_reader *reader, const fixtures_optional_color **items, size_t *count)
{
    fixtures_cbor_items list;
    fixtures_optional_color *to = (fixtures_optional_color *)fixtures_cbor_begin_list(reader, &list, sizeof *to, count);
    for (*items = to; fixtures_cbor_next(reader, &list); to++) {
        memset(to, 0, sizeof *to);
        to->has_value = !fixtures_cbor_accept_null(reader) && fixtures_color_decode(reader, &to->value);
    }
    return !fixtures_cbor_failed(reader);
}

/** Internal: writes a list. */
static inline void fixtures_cbor_write_bytes_or_null_list(fixtures_cbor_writer *writer, const fixtures_bytes *items, size_t count)
{
    size_t i;
    if (!fixtures_cbor_begin_items(writer, items, count))
        return;
    for (i = 0; i < count && !writer->error; i++, items++)
        if (items->data != NULL || items->size > 0)
            fixtures_cbor_write_bytes(writer, items->data, items->size);
        else
            fixtures_cbor_write_null(writer);
}

/** Internal: reads a list into the reader's memory. */
static inline bool fixtures_cbor_read_bytes_or_null_list(fixtures_cbor_reader *reader, const fixtures_bytes **items, size_t *count)
{
    fixtures_cbor_items list;
    fixtures_bytes *to = (fixtures_bytes *)fixtures_cbor_begin_list(reader, &list, sizeof *to, count);
    for (*items = to; fixtures_cbor_next(reader, &list); to++) {
        memset(to, 0, sizeof *to);
        if (!fixtures_cbor_accept_null(reader)) fixtures_cbor_take_bytes(reader, &to->data, &to->size);
    }
    return !fixtures_cbor_failed(reader);
}

/** Internal: reads one into the reader's memory, or null. */
static inline bool fixtures_cbor_read_label_record_or_null(fixtures_cbor_reader *reader, const fixtures_label **value)
{
    fixtures_label *to;
    *value = NULL;
    if (fixtures_cbor_accept_null(reader))
        return true;
    to = (fixtures_label *)fixtures_cbor_take(reader, reader->offset, sizeof *to, false);
    *value = to;
    return to != NULL && fixtures_label_decode(reader, to);
}

/** Internal: writes a list. */
static inline void fixtures_cbor_write_label_record_or_null_list(fixtures_cbor_writer *writer, const fixtures_label *const *items, size_t count)
{
    size_t i;
    if (!fixtures_cbor_begin_items(writer, items, count))
        return;
    for (i = 0; i < count && !writer->error; i++, items++)
        if (*items != NULL)
            fixtures_label_encode(writer, *items);
        else
            fixtures_cbor_write_null(writer);
}

/** Internal: reads a list into the reader's memory. */
static inline bool fixtures_cbor_read_label_record_or_null_list(fixtures_cbor_reader *reader, const fixtures_label *const **items, size_t *count)
{
    fixtures_cbor_items list;
    const fixtures_label **to = (const fixtures_label **)fixtures_cbor_begin_list(reader, &list, sizeof *to, count);
    for (*items = to; fixtures_cbor_next(reader, &list); to++) {
        memset(to, 0, sizeof *to);
        fixtures_cbor_read_label_record_or_null(reader, to);
    }
    return !fixtures_cbor_failed(reader);
}

/** Writes a fixtures_sparse as a map. */
static inline void fixtures_sparse_encode(fixtures_cbor_writer *writer, const fixtures_sparse *value)
{
    if (!fixtures_cbor_begin_struct(writer, value, 6))
        return;
    fixtures_cbor_write_key(writer, "flags");
    fixtures_cbor_write_bool_or_null_list(writer, value->flags, value->flags_count);
    fixtures_cbor_write_key(writer, "doubles");
    fixtures_cbor_write_float64_or_null_list(writer, value->doubles, value->doubles_count);
    fixtures_cbor_write_key(writer, "colors");
    fixtures_cbor_write_color_enum_or_null_list(writer, value->colors, value->colors_count);
    fixtures_cbor_write_key(writer, "blobs");
    fixtures_cbor_write_bytes_or_null_list(writer, value->blobs, value->blobs_count);
    fixtures_cbor_write_key(writer, "views");
    fixtures_cbor_write_bytes_or_null_list(writer, value->views, value->views_count);
    fixtures_cbor_write_key(writer, "labels");
    fixtures_cbor_write_label_record_or_null_list(writer, value->labels, value->labels_count);
    fixtures_cbor_end_struct(writer);
}

/** Reads a fixtures_sparse; what it points to lies in the reader's memory. Zeros if that fails. */
static inline bool fixtures_sparse_decode(fixtures_cbor_reader *reader, fixtures_sparse *value)
{
    static const char *const keys[] = {"flags", "doubles", "colors", "blobs", "views", "labels"};
    fixtures_cbor_members members;
    memset(value, 0, sizeof *value);
    fixtures_cbor_begin_members(reader, &members, keys, 6, 0);
    while (fixtures_cbor_next_member(reader, &members)) {
        switch (members.member) {
        case 0: fixtures_cbor_read_bool_or_null_list(reader, &value->flags, &value->flags_count); break;
        case 1: fixtures_cbor_read_float64_or_null_list(reader, &value->doubles, &value->doubles_count); break;
        case 2: fixtures_cbor_read_color_enum_or_null_list(reader, &value->colors, &value->colors_count); break;
        case 3: fixtures_cbor_read_bytes_or_null_list(reader, &value->blobs, &value->blobs_count); break;
        case 4: fixtures_cbor_read_bytes_or_null_list(reader, &value->views, &value->views_count); break;
        case 5: fixtures_cbor_read_label_record_or_null_list(reader, &value->labels, &value->labels_count); break;
        default: break;
        }
    }
    return fixtures_cbor_decoded(reader, value, sizeof *value);
}

/** Writes a fixtures_office as a map. */
static inline void fixtures_office_encode(fixtures_cbor_writer *writer, const fixtures_office *value)
{
    if (!fixtures_cbor_begin_struct(writer, value, 2))
        return;
    fixtures_cbor_write_key(writer, "desks");
    fixtures_cbor_write_desk_record_list(writer, value->desks, value->desks_count);
    fixtures_cbor_write_key(writer, "main");
    fixtures_desk_encode(writer, &value->main);
    fixtures_cbor_end_struct(writer);
}

/** Reads a fixtures_office; what it points to lies in the reader's memory. Zeros if that fails. */
static inline bool fixtures_office_decode(fixtures_cbor_reader *reader, fixtures_office *value)
{
    static const char *const keys[] = {"desks", "main"};
    fixtures_cbor_members members;
    memset(value, 0, sizeof *value);
    fixtures_cbor_begin_members(reader, &members, keys, 2, 0);
    while (fixtures_cbor_next_member(reader, &members)) {
        switch (members.member) {
        case 0: fixtures_cbor_read_desk_record_list(reader, &value->desks, &value->desks_count); break;
        case 1: fixtures_desk_decode(reader, &value->main); break;
        default: break;
        }
    }
    return fixtures_cbor_decoded(reader, value, sizeof *value);
}

/** Writes a fixtures_company as a map. */
static inline void fixtures_company_encode(fixtures_cbor_writer *writer, const fixtures_company *value)
{
    if (!fixtures_cbor_begin_struct(writer, value, 2))
        return;
    fixtures_cbor_write_key(writer, "name");
    fixtures_cbor_write_text(writer, value->name);
    fixtures_cbor_write_key(writer, "office");
    fixtures_office_encode(writer, &value->office);
    fixtures_cbor_end_struct(writer);
}

/** Reads a fixtures_company; what it points to lies in the reader's memory. Zeros if that fails. */
static inline bool fixtures_company_decode(fixtures_cbor_reader *reader, fixtures_company *value)
{
    static const char *const keys[] = {"name", "office"};
    fixtures_cbor_members members;
    memset(value, 0, sizeof *value);
    fixtures_cbor_begin_members(reader, &members, keys, 2, 0);
    while (fixtures_cbor_next_member(reader, &members)) {
        switch (members.member) {
        case 0: fixtures_cbor_take_text(reader, &value->name, NULL); break;
        case 1: fixtures_office_decode(reader, &value->office); break;
        default: break;
        }
    }
    return fixtures_cbor_decoded(reader, value, sizeof *value);
}

/** Internal: writes a list. */
static inline void fixtures_cbor_write_node_record_list(fixtures_cbor_writer *writer, const fixtures_node *items, size_t count)
{
    size_t i;
    if (!fixtures_cbor_begin_items(writer, items, count))
        return;
    for (i = 0; i < count && !writer->error; i++, items++)
        fixtures_node_encode(writer, items);
}

/** Internal: reads a list into the reader's memory. */
static inline bool fixtures_cbor_read_node_record_list(fixtures_cbor_reader *reader, const fixtures_node **items, size_t *count)
{
    fixtures_cbor_items list;
    fixtures_node *to = (fixtures_node *)fixtures_cbor_begin_list(reader, &list, sizeof *to, count);
    for (*items = to; fixtures_cbor_next(reader, &list); to++)
        fixtures_node_decode(reader, to);
    return !fixtures_cbor_failed(reader);
}

/** Writes a fixtures_node as a map. */
static inline void fixtures_node_encode(fixtures_cbor_writer *writer, const fixtures_node *value)
{
    if (!fixtures_cbor_begin_struct(writer, value, 2))
        return;
    fixtures_cbor_write_key(writer, "value");
    fixtures_cbor_write_int(writer, value->value);
    fixtures_cbor_write_key(writer, "children");
    fixtures_cbor_write_node_record_list(writer, value->children, value->children_count);
    fixtures_cbor_end_struct(writer);
}

/** Reads a fixtures_node; what it points to lies in the reader's memory. Zeros if that fails. */
static inline bool fixtures_node_decode(fixtures_cbor_reader *reader, fixtures_node *value)
{
    static const char *const keys[] = {"value", "children"};
    fixtures_cbor_members members;
    memset(value, 0, sizeof *value);
    fixtures_cbor_begin_members(reader, &members, keys, 2, 0);
    while (fixtures_cbor_next_member(reader, &members)) {
        switch (members.member) {
        case 0: fixtures_cbor_read_int32(reader, &value->value); break;
        case 1: fixtures_cbor_read_node_record_list(reader, &value->children, &value->children_count); break;
        default: break;
        }
    }
    return fixtures_cbor_decoded(reader, value, sizeof *value);
}

/** Internal: reads one into the reader's memory, or null. */
static inline bool fixtures_cbor_read_link_record_or_null(fixtures_cbor_reader *reader, const fixtures_link **value)
{
    fixtures_link *to;
    *value = NULL;
    if (fixtures_cbor_accept_null(reader))
        return true;
    to = (fixtures_link *)fixtures_cbor_take(reader, reader->offset, sizeof *to, false);
    *value = to;
    return to != NULL && fixtures_link_decode(reader, to);
}

/** Writes a fixtures_link as a map. */
static inline void fixtures_link_encode(fixtures_cbor_writer *writer, const fixtures_link *value)
{
    if (!fixtures_cbor_begin_struct(writer, value, 2))
        return;
    fixtures_cbor_write_key(writer, "value");
    fixtures_cbor_write_int(writer, value->value);
    fixtures_cbor_write_key(writer, "next");
    if (value->next != NULL)
        fixtures_link_encode(writer, value->next);
    else
        fixtures_cbor_write_null(writer);
    fixtures_cbor_end_struct(writer);
}

/** Reads a fixtures_link; what it points to lies in the reader's memory. Zeros if that fails. */
static inline bool fixtures_link_decode(fixtures_cbor_reader *reader, fixtures_link *value)
{
    static const char *const keys[] = {"value", "next"};
    fixtures_cbor_members members;
    memset(value, 0, sizeof *value);
    fixtures_cbor_begin_members(reader, &members, keys, 2, UINT64_C(0x2));
    while (fixtures_cbor_next_member(reader, &members)) {
        switch (members.member) {
        case 0: fixtures_cbor_read_int32(reader, &value->value); break;
        case 1: fixtures_cbor_read_link_record_or_null(reader, &value->next); break;
        default: break;
        }
    }
    return fixtures_cbor_decoded(reader, value, sizeof *value);
}

/** Writes a fixtures_optionals as a map. */
static inline void fixtures_optionals_encode(fixtures_cbor_writer *writer, const fixtures_optionals *value)
{
    if (!fixtures_cbor_begin_struct(writer, value, 8))
        return;
    fixtures_cbor_write_key(writer, "flag");
    if (value->has_flag)
        fixtures_cbor_write_bool(writer, value->flag);
    else
        fixtures_cbor_write_null(writer);
    fixtures_cbor_write_key(writer, "number");
    if (value->has_number)
        fixtures_cbor_write_double(writer, value->number);
    else
        fixtures_cbor_write_null(writer);
    fixtures_cbor_write_key(writer, "text");
    if (value->text != NULL)
        fixtures_cbor_write_text(writer, value->text);
    else
        fixtures_cbor_write_null(writer);
    fixtures_cbor_write_key(writer, "data");
    if (value->data != NULL || value->data_size > 0)
        fixtures_cbor_write_bytes(writer, value->data, value->data_size);
    else
        fixtures_cbor_write_null(writer);
    fixtures_cbor_write_key(writer, "color");
    if (value->has_color)
        fixtures_color_encode(writer, value->color);
    else
        fixtures_cbor_write_null(writer);
    fixtures_cbor_write_key(writer, "items");
    if (value->items != NULL || value->items_count > 0)
        fixtures_cbor_write_int32_list(writer, value->items, value->items_count);
    else
        fixtures_cbor_write_null(writer);
    fixtures_cbor_write_key(writer, "spot");
    if (value->spot != NULL)
        fixtures_point_encode(writer, value->spot);
    else
        fixtures_cbor_write_null(writer);
    fixtures_cbor_write_key(writer, "label");
    if (value->label != NULL)
        fixtures_label_encode(writer, value->label);
    else
        fixtures_cbor_write_null(writer);
    fixtures_cbor_end_struct(writer);
}

/** Reads a fixtures_optionals; what it points to lies in the reader's memory. Zeros if that fails. */
static inline bool fixtures_optionals_decode(fixtures_cbor_reader *reader, fixtures_optionals *value)
{
    static const char *const keys[] = {"flag", "number", "text", "data", "color", "items", "spot", "label"};
    fixtures_cbor_members members;
    memset(value, 0, sizeof *value);
    fixtures_cbor_begin_members(reader, &members, keys, 8, UINT64_C(0xff));
    while (fixtures_cbor_next_member(reader, &members)) {
        switch (members.member) {
        case 0: value->has_flag = !fixtures_cbor_accept_null(reader) && fixtures_cbor_read_bool(reader, &value->flag); break;
        case 1: value->has_number = !fixtures_cbor_accept_null(reader) && fixtures_cbor_read_double(reader, &value->number); break;
        case 2: if (!fixtures_cbor_accept_null(reader)) fixtures_cbor_take_text(reader, &value->text, NULL); break;
        case 3: if (!fixtures_cbor_accept_null(reader)) fixtures_cbor_take_bytes(reader, &value->data, &value->data_size); break;
        case 4: value->has_color = !fixtures_cbor_accept_null(reader) && fixtures_color_decode(reader, &value->color); break;
        case 5: if (!fixtures_cbor_accept_null(reader)) fixtures_cbor_read_int32_list(reader, &value->items, &value->items_count); break;
        case 6: fixtures_cbor_read_point_record_or_null(reader, &value->spot); break;
        case 7: fixtures_cbor_read_label_record_or_null(reader, &value->label); break;
        default: break;
        }
    }
    return fixtures_cbor_decoded(reader, value, sizeof *value);
}

/** Writes a fixtures_optional_numbers as a map. */
static inline void fixtures_optional_numbers_encode(fixtures_cbor_writer *writer, const fixtures_optional_numbers *value)
{
    if (!fixtures_cbor_begin_struct(writer, value, 9))
        return;
    fixtures_cbor_write_key(writer, "int8");
    if (value->has_int8)
        fixtures_cbor_write_int(writer, value->int8);
    else
        fixtures_cbor_write_null(writer);
    fixtures_cbor_write_key(writer, "uInt8");
    if (value->has_u_int8)
        fixtures_cbor_write_int(writer, value->u_int8);
    else
        fixtures_cbor_write_null(writer);
    fixtures_cbor_write_key(writer, "int16");
    if (value->has_int16)
        fixtures_cbor_write_int(writer, value->int16);
    else
        fixtures_cbor_write_null(writer);
    fixtures_cbor_write_key(writer, "uInt16");
    if (value->has_u_int16)
        fixtures_cbor_write_int(writer, value->u_int16);
    else
        fixtures_cbor_write_null(writer);
    fixtures_cbor_write_key(writer, "int32");
    if (value->has_int32)
        fixtures_cbor_write_int(writer, value->int32);
    else
        fixtures_cbor_write_null(writer);
    fixtures_cbor_write_key(writer, "uInt32");
    if (value->has_u_int32)
        fixtures_cbor_write_int(writer, value->u_int32);
    else
        fixtures_cbor_write_null(writer);
    fixtures_cbor_write_key(writer, "int64");
    if (value->has_int64)
        fixtures_cbor_write_int(writer, value->int64);
    else
        fixtures_cbor_write_null(writer);
    fixtures_cbor_write_key(writer, "uInt64");
    if (value->has_u_int64)
        fixtures_cbor_write_uint(writer, value->u_int64);
    else
        fixtures_cbor_write_null(writer);
    fixtures_cbor_write_key(writer, "single");
    if (value->has_single)
        fixtures_cbor_write_double(writer, (double)value->single);
    else
        fixtures_cbor_write_null(writer);
    fixtures_cbor_end_struct(writer);
}

/** Reads a fixtures_optional_numbers; what it points to lies in the reader's memory. Zeros if that fails. */
static inline bool fixtures_optional_numbers_decode(fixtures_cbor_reader *reader, fixtures_optional_numbers *value)
{
    static const char *const keys[] = {"int8", "uInt8", "int16", "uInt16", "int32", "uInt32", "int64", "uInt64", "single"};
    fixtures_cbor_members members;
    memset(value, 0, sizeof *value);
    fixtures_cbor_begin_members(reader, &members, keys, 9, UINT64_C(0x1ff));
    while (fixtures_cbor_next_member(reader, &members)) {
        switch (members.member) {
        case 0: value->has_int8 = !fixtures_cbor_accept_null(reader) && fixtures_cbor_read_int8(reader, &value->int8); break;
        case 1: value->has_u_int8 = !fixtures_cbor_accept_null(reader) && fixtures_cbor_read_uint8(reader, &value->u_int8); break;
        case 2: value->has_int16 = !fixtures_cbor_accept_null(reader) && fixtures_cbor_read_int16(reader, &value->int16); break;
        case 3: value->has_u_int16 = !fixtures_cbor_accept_null(reader) && fixtures_cbor_read_uint16(reader, &value->u_int16); break;
        case 4: value->has_int32 = !fixtures_cbor_accept_null(reader) && fixtures_cbor_read_int32(reader, &value->int32); break;
        case 5: value->has_u_int32 = !fixtures_cbor_accept_null(reader) && fixtures_cbor_read_uint32(reader, &value->u_int32); break;
        case 6: value->has_int64 = !fixtures_cbor_accept_null(reader) && fixtures_cbor_read_int64(reader, &value->int64); break;
        case 7: value->has_u_int64 = !fixtures_cbor_accept_null(reader) && fixtures_cbor_read_uint64(reader, &value->u_int64); break;
        case 8: value->has_single = !fixtures_cbor_accept_null(reader) && fixtures_cbor_read_float(reader, &value->single); break;
        default: break;
        }
    }
    return fixtures_cbor_decoded(reader, value, sizeof *value);
}

/** Internal: writes a list. */
static inline void fixtures_cbor_write_label_record_list(fixtures_cbor_writer *writer, const fixtures_label *items, size_t count)
{
    size_t i;
    if (!fixtures_cbor_begin_items(writer, items, count))
        return;
    for (i = 0; i < count && !writer->error; i++, items++)
        fixtures_label_encode(writer, items);
}

/** Internal: reads a list into the reader's memory. */
static inline bool fixtures_cbor_read_label_record_list(fixtures_cbor_reader *reader, const fixtures_label **items, size_t *count)
{
    fixtures_cbor_items list;
    fixtures_label *to = (fixtures_label *)fixtures_cbor_begin_list(reader, &list, sizeof *to, count);
    for (*items = to; fixtures_cbor_next(reader, &list); to++)
        fixtures_label_decode(reader, to);
    return !fixtures_cbor_failed(reader);
}

/** Internal: writes a list. */
static inline void fixtures_cbor_write_float64_list_list(fixtures_cbor_writer *writer, const fixtures_float64_list *items, size_t count)
{
    size_t i;
    if (!fixtures_cbor_begin_items(writer, items, count))
        return;
    for (i = 0; i < count && !writer->error; i++, items++)
        fixtures_cbor_write_float64_list(writer, items->items, items->count);
}

/** Internal: reads a list into the reader's memory. */
static inline bool fixtures_cbor_read_float64_list_list(fixtures_cbor_reader *reader, const fixtures_float64_list **items, size_t *count)
{
    fixtures_cbor_items list;
    fixtures_float64_list *to = (fixtures_float64_list *)fixtures_cbor_begin_list(reader, &list, sizeof *to, count);
    for (*items = to; fixtures_cbor_next(reader, &list); to++)
        fixtures_cbor_read_float64_list(reader, &to->items, &to->count);
    return !fixtures_cbor_failed(reader);
}

/** Writes a fixtures_optional_lists as a map. */
static inline void fixtures_optional_lists_encode(fixtures_cbor_writer *writer, const fixtures_optional_lists *value)
{
    if (!fixtures_cbor_begin_struct(writer, value, 7))
        return;
    fixtures_cbor_write_key(writer, "flags");
    if (value->flags != NULL || value->flags_count > 0)
        fixtures_cbor_write_bool_list(writer, value->flags, value->flags_count);
    else
        fixtures_cbor_write_null(writer);
    fixtures_cbor_write_key(writer, "texts");
    if (value->texts != NULL || value->texts_count > 0)
        fixtures_cbor_write_text_list(writer, value->texts, value->texts_count);
    else
        fixtures_cbor_write_null(writer);
    fixtures_cbor_write_key(writer, "blobs");
    if (value->blobs != NULL || value->blobs_count > 0)
        fixtures_cbor_write_bytes_list(writer, value->blobs, value->blobs_count);
    else
        fixtures_cbor_write_null(writer);
    fixtures_cbor_write_key(writer, "colors");
    if (value->colors != NULL || value->colors_count > 0)
        fixtures_cbor_write_color_enum_list(writer, value->colors, value->colors_count);
    else
        fixtures_cbor_write_null(writer);
    fixtures_cbor_write_key(writer, "points");
    if (value->points != NULL || value->points_count > 0)
        fixtures_cbor_write_point_record_list(writer, value->points, value->points_count);
    else
        fixtures_cbor_write_null(writer);
    fixtures_cbor_write_key(writer, "labels");
    if (value->labels != NULL || value->labels_count > 0)
        fixtures_cbor_write_label_record_list(writer, value->labels, value->labels_count);
    else
        fixtures_cbor_write_null(writer);
    fixtures_cbor_write_key(writer, "matrix");
    if (value->matrix != NULL || value->matrix_count > 0)
        fixtures_cbor_write_float64_list_list(writer, value->matrix, value->matrix_count);
    else
        fixtures_cbor_write_null(writer);
    fixtures_cbor_end_struct(writer);
}

/** Reads a fixtures_optional_lists; what it points to lies in the reader's memory. Zeros if that fails. */
static inline bool fixtures_optional_lists_decode(fixtures_cbor_reader *reader, fixtures_optional_lists *value)
{
    static const char *const keys[] = {"flags", "texts", "blobs", "colors", "points", "labels", "matrix"};
    fixtures_cbor_members members;
    memset(value, 0, sizeof *value);
    fixtures_cbor_begin_members(reader, &members, keys, 7, UINT64_C(0x7f));
    while (fixtures_cbor_next_member(reader, &members)) {
        switch (members.member) {
        case 0: if (!fixtures_cbor_accept_null(reader)) fixtures_cbor_read_bool_list(reader, &value->flags, &value->flags_count); break;
        case 1: if (!fixtures_cbor_accept_null(reader)) fixtures_cbor_read_text_list(reader, &value->texts, &value->texts_count); break;
        case 2: if (!fixtures_cbor_accept_null(reader)) fixtures_cbor_read_bytes_list(reader, &value->blobs, &value->blobs_count); break;
        case 3: if (!fixtures_cbor_accept_null(reader)) fixtures_cbor_read_color_enum_list(reader, &value->colors, &value->colors_count); break;
        case 4: if (!fixtures_cbor_accept_null(reader)) fixtures_cbor_read_point_record_list(reader, &value->points, &value->points_count); break;
        case 5: if (!fixtures_cbor_accept_null(reader)) fixtures_cbor_read_label_record_list(reader, &value->labels, &value->labels_count); break;
        case 6: if (!fixtures_cbor_accept_null(reader)) fixtures_cbor_read_float64_list_list(reader, &value->matrix, &value->matrix_count); break;
        default: break;
        }
    }
    return fixtures_cbor_decoded(reader, value, sizeof *value);
}

/** Writes a fixtures_scalars as a map. */
static inline void fixtures_scalars_encode(fixtures_cbor_writer *writer, const fixtures_scalars *value)
{
    if (!fixtures_cbor_begin_struct(writer, value, 11))
        return;
    fixtures_cbor_write_key(writer, "flag");
    fixtures_cbor_write_bool(writer, value->flag);
    fixtures_cbor_write_key(writer, "int8");
    fixtures_cbor_write_int(writer, value->int8);
    fixtures_cbor_write_key(writer, "uInt8");
    fixtures_cbor_write_int(writer, value->u_int8);
    fixtures_cbor_write_key(writer, "int16");
    fixtures_cbor_write_int(writer, value->int16);
    fixtures_cbor_write_key(writer, "uInt16");
    fixtures_cbor_write_int(writer, value->u_int16);
    fixtures_cbor_write_key(writer, "int32");
    fixtures_cbor_write_int(writer, value->int32);
    fixtures_cbor_write_key(writer, "uInt32");
    fixtures_cbor_write_int(writer, value->u_int32);
    fixtures_cbor_write_key(writer, "int64");
    fixtures_cbor_write_int(writer, value->int64);
    fixtures_cbor_write_key(writer, "uInt64");
    fixtures_cbor_write_uint(writer, value->u_int64);
    fixtures_cbor_write_key(writer, "single");
    fixtures_cbor_write_double(writer, (double)value->single);
    fixtures_cbor_write_key(writer, "number");
    fixtures_cbor_write_double(writer, value->number);
    fixtures_cbor_end_struct(writer);
}

/** Reads a fixtures_scalars; what it points to lies in the reader's memory. Zeros if that fails. */
static inline bool fixtures_scalars_decode(fixtures_cbor_reader *reader, fixtures_scalars *value)
{
    static const char *const keys[] = {"flag", "int8", "uInt8", "int16", "uInt16", "int32", "uInt32", "int64", "uInt64", "single", "number"};
    fixtures_cbor_members members;
    memset(value, 0, sizeof *value);
    fixtures_cbor_begin_members(reader, &members, keys, 11, 0);
    while (fixtures_cbor_next_member(reader, &members)) {
        switch (members.member) {
        case 0: fixtures_cbor_read_bool(reader, &value->flag); break;
        case 1: fixtures_cbor_read_int8(reader, &value->int8); break;
        case 2: fixtures_cbor_read_uint8(reader, &value->u_int8); break;
        case 3: fixtures_cbor_read_int16(reader, &value->int16); break;
        case 4: fixtures_cbor_read_uint16(reader, &value->u_int16); break;
        case 5: fixtures_cbor_read_int32(reader, &value->int32); break;
        case 6: fixtures_cbor_read_uint32(reader, &value->u_int32); break;
        case 7: fixtures_cbor_read_int64(reader, &value->int64); break;
        case 8: fixtures_cbor_read_uint64(reader, &value->u_int64); break;
        case 9: fixtures_cbor_read_float(reader, &value->single); break;
        case 10: fixtures_cbor_read_double(reader, &value->number); break;
        default: break;
        }
    }
    return fixtures_cbor_decoded(reader, value, sizeof *value);
}

/** Internal: reads one into the reader's memory, or null. */
static inline bool fixtures_cbor_read_optionals_record_or_null(fixtures_cbor_reader *reader, const fixtures_optionals **value)
{
    fixtures_optionals *to;
    *value = NULL;
    if (fixtures_cbor_accept_null(reader))
        return true;
    to = (fixtures_optionals *)fixtures_cbor_take(reader, reader->offset, sizeof *to, false);
    *value = to;
    return to != NULL && fixtures_optionals_decode(reader, to);
}

/* ---- calls and events ---- */

/** Writes what fixtures_keep_bytes_cbor takes: the map of its parameters. */
static inline void fixtures_keep_bytes_cbor_request(fixtures_cbor_writer *writer, const uint8_t *value, size_t value_size)
{
    fixtures_cbor_write_map(writer, 1);
    fixtures_cbor_write_key(writer, "value");
    fixtures_cbor_write_bytes(writer, value, value_size);
}

/** Writes a whole frame that calls keep_bytes. */
static inline void fixtures_keep_bytes_cbor_frame(fixtures_cbor_writer *writer, const uint8_t *value, size_t value_size)
{
    fixtures_frame_begin_request(writer, "keep_bytes");
    fixtures_keep_bytes_cbor_request(writer, value, value_size);
    fixtures_frame_end(writer);
}

/** Reads the reply of keep_bytes, into zeros if that fails. What it points to lies in the reader's memory. */
static inline bool fixtures_keep_bytes_cbor_reply(fixtures_cbor_reader *reader, fixtures_keep_bytes_reply *reply)
{
    memset(reply, 0, sizeof *reply);
    fixtures_cbor_take_bytes(reader, &reply->value, &reply->value_size);
    fixtures_cbor_finish(reader);
    return fixtures_cbor_decoded(reader, reply, sizeof *reply);
}

/** Writes what fixtures_keep_memory_cbor takes: the map of its parameters. */
static inline void fixtures_keep_memory_cbor_request(fixtures_cbor_writer *writer, const uint8_t *value, size_t value_size)
{
    fixtures_cbor_write_map(writer, 1);
    fixtures_cbor_write_key(writer, "value");
    fixtures_cbor_write_bytes(writer, value, value_size);
}

/** Writes a whole frame that calls keep_memory. */
static inline void fixtures_keep_memory_cbor_frame(fixtures_cbor_writer *writer, const uint8_t *value, size_t value_size)
{
    fixtures_frame_begin_request(writer, "keep_memory");
    fixtures_keep_memory_cbor_request(writer, value, value_size);
    fixtures_frame_end(writer);
}

/** Reads the reply of keep_memory, into zeros if that fails. What it points to lies in the reader's memory. */
static inline bool fixtures_keep_memory_cbor_reply(fixtures_cbor_reader *reader, fixtures_keep_memory_reply *reply)
{
    memset(reply, 0, sizeof *reply);
    fixtures_cbor_take_bytes(reader, &reply->value, &reply->value_size);
    fixtures_cbor_finish(reader);
    return fixtures_cbor_decoded(reader, reply, sizeof *reply);
}

/** Writes what fixtures_keep_optional_bytes_cbor takes: the map of its parameters. */
static inline void fixtures_keep_optional_bytes_cbor_request(fixtures_cbor_writer *writer, const uint8_t *value, size_t value_size)
{
    fixtures_cbor_write_map(writer, 1);
    fixtures_cbor_write_key(writer, "value");
    if (value != NULL || value_size > 0)
        fixtures_cbor_write_bytes(writer, value, value_size);
    else
        fixtures_cbor_write_null(writer);
}

/** Writes a whole frame that calls keep_optional_bytes. */
static inline void fixtures_keep_optional_bytes_cbor_frame(fixtures_cbor_writer *writer, const uint8_t *value, size_t value_size)
{
    fixtures_frame_begin_request(writer, "keep_optional_bytes");
    fixtures_keep_optional_bytes_cbor_request(writer, value, value_size);
    fixtures_frame_end(writer);
}

/** Reads the reply of keep_optional_bytes, into zeros if that fails. What it points to lies in the reader's memory. */
static inline bool fixtures_keep_optional_bytes_cbor_reply(fixtures_cbor_reader *reader, fixtures_keep_optional_bytes_reply *reply)
{
    memset(reply, 0, sizeof *reply);
    if (!fixtures_cbor_accept_null(reader)) fixtures_cbor_take_bytes(reader, &reply->value, &reply->value_size);
    fixtures_cbor_finish(reader);
    return fixtures_cbor_decoded(reader, reply, sizeof *reply);
}

/** Writes what fixtures_keep_blob_cbor takes: the map of its parameters. */
static inline void fixtures_keep_blob_cbor_request(fixtures_cbor_writer *writer, const fixtures_blob *value)
{
    fixtures_cbor_write_map(writer, 1);
    fixtures_cbor_write_key(writer, "value");
    fixtures_blob_encode(writer, value);
}

/** Writes a whole frame that calls keep_blob. */
static inline void fixtures_keep_blob_cbor_frame(fixtures_cbor_writer *writer, const fixtures_blob *value)
{
    fixtures_frame_begin_request(writer, "keep_blob");
    fixtures_keep_blob_cbor_request(writer, value);
    fixtures_frame_end(writer);
}

/** Reads the reply of keep_blob, into zeros if that fails. What it points to lies in the reader's memory. */
static inline bool fixtures_keep_blob_cbor_reply(fixtures_cbor_reader *reader, fixtures_blob *reply)
{
    fixtures_blob_decode(reader, reply);
    fixtures_cbor_finish(reader);
    return fixtures_cbor_decoded(reader, reply, sizeof *reply);
}

/** Writes what fixtures_keep_color_cbor takes: the map of its parameters. */
static inline void fixtures_keep_color_cbor_request(fixtures_cbor_writer *writer, fixtures_color value)
{
    fixtures_cbor_write_map(writer, 1);
    fixtures_cbor_write_key(writer, "value");
    fixtures_color_encode(writer, value);
}

/** Writes a whole frame that calls keep_color. */
static inline void fixtures_keep_color_cbor_frame(fixtures_cbor_writer *writer, fixtures_color value)
{
    fixtures_frame_begin_request(writer, "keep_color");
    fixtures_keep_color_cbor_request(writer, value);
    fixtures_frame_end(writer);
}

/** Reads the reply of keep_color, into zeros if that fails. */
static inline bool fixtures_keep_color_cbor_reply(fixtures_cbor_reader *reader, fixtures_color *reply)
{
    fixtures_color_decode(reader, reply);
    fixtures_cbor_finish(reader);
    return fixtures_cbor_decoded(reader, reply, sizeof *reply);
}

/** Writes what fixtures_keep_optional_color_cbor takes: the map of its parameters. */
static inline void fixtures_keep_optional_color_cbor_request(fixtures_cbor_writer *writer, const fixtures_color *value)
{
    fixtures_cbor_write_map(writer, 1);
    fixtures_cbor_write_key(writer, "value");
    if (value != NULL)
        fixtures_color_encode(writer, *value);
    else
        fixtures_cbor_write_null(writer);
}

/** Writes a whole frame that calls keep_optional_color. */
static inline void fixtures_keep_optional_color_cbor_frame(fixtures_cbor_writer *writer, const fixtures_color *value)
{
    fixtures_frame_begin_request(writer, "keep_optional_color");
    fixtures_keep_optional_color_cbor_request(writer, value);
    fixtures_frame_end(writer);
}

/** Reads the reply of keep_optional_color, into zeros if that fails. What it points to lies in the reader's memory. */
static inline bool fixtures_keep_optional_color_cbor_reply(fixtures_cbor_reader *reader, fixtures_keep_optional_color_reply *reply)
{
    memset(reply, 0, sizeof *reply);
    reply->has_value = !fixtures_cbor_accept_null(reader) && fixtures_color_decode(reader, &reply->value);
    fixtures_cbor_finish(reader);
    return fixtures_cbor_decoded(reader, reply, sizeof *reply);
}

/** Writes what fixtures_no_such_color_cbor takes: the map of its parameters. */
static inline void fixtures_no_such_color_cbor_request(fixtures_cbor_writer *writer)
{
    fixtures_cbor_write_map(writer, 0);
}

/** Writes a whole frame that calls no_such_color. */
static inline void fixtures_no_such_color_cbor_frame(fixtures_cbor_writer *writer)
{
    fixtures_frame_begin_request(writer, "no_such_color");
    fixtures_no_such_color_cbor_request(writer);
    fixtures_frame_end(writer);
}

/** Reads the reply of no_such_color, into zeros if that fails. */
static inline bool fixtures_no_such_color_cbor_reply(fixtures_cbor_reader *reader, fixtures_color *reply)
{
    fixtures_color_decode(reader, reply);
    fixtures_cbor_finish(reader);
    return fixtures_cbor_decoded(reader, reply, sizeof *reply);
}

/** Writes what fixtures_raise_all_cbor takes: the map of its parameters. */
static inline void fixtures_raise_all_cbor_request(fixtures_cbor_writer *writer)
{
    fixtures_cbor_write_map(writer, 0);
}

/** Writes a whole frame that calls raise_all. */
static inline void fixtures_raise_all_cbor_frame(fixtures_cbor_writer *writer)
{
    fixtures_frame_begin_request(writer, "raise_all");
    fixtures_raise_all_cbor_request(writer);
    fixtures_frame_end(writer);
}

/** Reads the reply of raise_all, which says nothing. */
static inline bool fixtures_raise_all_cbor_reply(fixtures_cbor_reader *reader)
{
    fixtures_cbor_skip(reader);
    return fixtures_cbor_finish(reader);
}

/** Writes what fixtures_keep_numbers_cbor takes: the map of its parameters. */
static inline void fixtures_keep_numbers_cbor_request(fixtures_cbor_writer *writer, const int32_t *value, size_t value_count)
{
    fixtures_cbor_write_map(writer, 1);
    fixtures_cbor_write_key(writer, "value");
    fixtures_cbor_write_int32_list(writer, value, value_count);
}

/** Writes a whole frame that calls keep_numbers. */
static inline void fixtures_keep_numbers_cbor_frame(fixtures_cbor_writer *writer, const int32_t *value, size_t value_count)
{
    fixtures_frame_begin_request(writer, "keep_numbers");
    fixtures_keep_numbers_cbor_request(writer, value, value_count);
    fixtures_frame_end(writer);
}

/** Reads the reply of keep_numbers, into zeros if that fails. What it points to lies in the reader's memory. */
static inline bool fixtures_keep_numbers_cbor_reply(fixtures_cbor_reader *reader, fixtures_keep_numbers_reply *reply)
{
    memset(reply, 0, sizeof *reply);
    fixtures_cbor_read_int32_list(reader, &reply->value, &reply->value_count);
    fixtures_cbor_finish(reader);
    return fixtures_cbor_decoded(reader, reply, sizeof *reply);
}

/** Writes what fixtures_keep_texts_cbor takes: the map of its parameters. */
static inline void fixtures_keep_texts_cbor_request(fixtures_cbor_writer *writer, const char *const *value, size_t value_count)
{
    fixtures_cbor_write_map(writer, 1);
    fixtures_cbor_write_key(writer, "value");
    fixtures_cbor_write_text_list(writer, value, value_count);
}

/** Writes a whole frame that calls keep_texts. */
static inline void fixtures_keep_texts_cbor_frame(fixtures_cbor_writer *writer, const char *const *value, size_t value_count)
{
    fixtures_frame_begin_request(writer, "keep_texts");
    fixtures_keep_texts_cbor_request(writer, value, value_count);
    fixtures_frame_end(writer);
}

/** Reads the reply of keep_texts, into zeros if that fails. What it points to lies in the reader's memory. */
static inline bool fixtures_keep_texts_cbor_reply(fixtures_cbor_reader *reader, fixtures_keep_texts_reply *reply)
{
    memset(reply, 0, sizeof *reply);
    fixtures_cbor_read_text_list(reader, &reply->value, &reply->value_count);
    fixtures_cbor_finish(reader);
    return fixtures_cbor_decoded(reader, reply, sizeof *reply);
}

/** Writes what fixtures_keep_points_cbor takes: the map of its parameters. */
static inline void fixtures_keep_points_cbor_request(fixtures_cbor_writer *writer, const fixtures_point *value, size_t value_count)
{
    fixtures_cbor_write_map(writer, 1);
    fixtures_cbor_write_key(writer, "value");
    fixtures_cbor_write_point_record_list(writer, value, value_count);
}

/** Writes a whole frame that calls keep_points. */
static inline void fixtures_keep_points_cbor_frame(fixtures_cbor_writer *writer, const fixtures_point *value, size_t value_count)
{
    fixtures_frame_begin_request(writer, "keep_points");
    fixtures_keep_points_cbor_request(writer, value, value_count);
    fixtures_frame_end(writer);
}

/** Reads the reply of keep_points, into zeros if that fails. What it points to lies in the reader's memory. */
static inline bool fixtures_keep_points_cbor_reply(fixtures_cbor_reader *reader, fixtures_keep_points_reply *reply)
{
    memset(reply, 0, sizeof *reply);
    fixtures_cbor_read_point_record_list(reader, &reply->value, &reply->value_count);
    fixtures_cbor_finish(reader);
    return fixtures_cbor_decoded(reader, reply, sizeof *reply);
}

/** Writes what fixtures_keep_lists_cbor takes: the map of its parameters. */
static inline void fixtures_keep_lists_cbor_request(fixtures_cbor_writer *writer, const fixtures_lists *value)
{
    fixtures_cbor_write_map(writer, 1);
    fixtures_cbor_write_key(writer, "value");
    fixtures_lists_encode(writer, value);
}

/** Writes a whole frame that calls keep_lists. */
static inline void fixtures_keep_lists_cbor_frame(fixtures_cbor_writer *writer, const fixtures_lists *value)
{
    fixtures_frame_begin_request(writer, "keep_lists");
    fixtures_keep_lists_cbor_request(writer, value);
    fixtures_frame_end(writer);
}

/** Reads the reply of keep_lists, into zeros if that fails. What it points to lies in the reader's memory. */
static inline bool fixtures_keep_lists_cbor_reply(fixtures_cbor_reader *reader, fixtures_lists *reply)
{
    fixtures_lists_decode(reader, reply);
    fixtures_cbor_finish(reader);
    return fixtures_cbor_decoded(reader, reply, sizeof *reply);
}

/** Writes what fixtures_keep_number_lists_cbor takes: the map of its parameters. */
static inline void fixtures_keep_number_lists_cbor_request(fixtures_cbor_writer *writer, const fixtures_number_lists *value)
{
    fixtures_cbor_write_map(writer, 1);
    fixtures_cbor_write_key(writer, "value");
    fixtures_number_lists_encode(writer, value);
}

/** Writes a whole frame that calls keep_number_lists. */
static inline void fixtures_keep_number_lists_cbor_frame(fixtures_cbor_writer *writer, const fixtures_number_lists *value)
{
    fixtures_frame_begin_request(writer, "keep_number_lists");
    fixtures_keep_number_lists_cbor_request(writer, value);
    fixtures_frame_end(writer);
}

/** Reads the reply of keep_number_lists, into zeros if that fails. What it points to lies in the reader's memory. */
static inline bool fixtures_keep_number_lists_cbor_reply(fixtures_cbor_reader *reader, fixtures_number_lists *reply)
{
    fixtures_number_lists_decode(reader, reply);
    fixtures_cbor_finish(reader);
    return fixtures_cbor_decoded(reader, reply, sizeof *reply);
}

/** Writes what fixtures_keep_grids_cbor takes: the map of its parameters. */
static inline void fixtures_keep_grids_cbor_request(fixtures_cbor_writer *writer, const fixtures_grids *value)
{
    fixtures_cbor_write_map(writer, 1);
    fixtures_cbor_write_key(writer, "value");
    fixtures_grids_encode(writer, value);
}

/** Writes a whole frame that calls keep_grids. */
static inline void fixtures_keep_grids_cbor_frame(fixtures_cbor_writer *writer, const fixtures_grids *value)
{
    fixtures_frame_begin_request(writer, "keep_grids");
    fixtures_keep_grids_cbor_request(writer, value);
    fixtures_frame_end(writer);
}

/** Reads the reply of keep_grids, into zeros if that fails. What it points to lies in the reader's memory. */
static inline bool fixtures_keep_grids_cbor_reply(fixtures_cbor_reader *reader, fixtures_grids *reply)
{
    fixtures_grids_decode(reader, reply);
    fixtures_cbor_finish(reader);
    return fixtures_cbor_decoded(reader, reply, sizeof *reply);
}

/** Writes what fixtures_keep_sparse_cbor takes: the map of its parameters. */
static inline void fixtures_keep_sparse_cbor_request(fixtures_cbor_writer *writer, const fixtures_sparse *value)
{
    fixtures_cbor_write_map(writer, 1);
    fixtures_cbor_write_key(writer, "value");
    fixtures_sparse_encode(writer, value);
}

/** Writes a whole frame that calls keep_sparse. */
static inline void fixtures_keep_sparse_cbor_frame(fixtures_cbor_writer *writer, const fixtures_sparse *value)
{
    fixtures_frame_begin_request(writer, "keep_sparse");
    fixtures_keep_sparse_cbor_request(writer, value);
    fixtures_frame_end(writer);
}

/** Reads the reply of keep_sparse, into zeros if that fails. What it points to lies in the reader's memory. */
static inline bool fixtures_keep_sparse_cbor_reply(fixtures_cbor_reader *reader, fixtures_sparse *reply)
{
    fixtures_sparse_decode(reader, reply);
    fixtures_cbor_finish(reader);
    return fixtures_cbor_decoded(reader, reply, sizeof *reply);
}

/** Writes what fixtures_keep_optional_list_cbor takes: the map of its parameters. */
static inline void fixtures_keep_optional_list_cbor_request(fixtures_cbor_writer *writer, const fixtures_color *value, size_t value_count)
{
    fixtures_cbor_write_map(writer, 1);
    fixtures_cbor_write_key(writer, "value");
    if (value != NULL || value_count > 0)
        fixtures_cbor_write_color_enum_list(writer, value, value_count);
    else
        fixtures_cbor_write_null(writer);
}

/** Writes a whole frame that calls keep_optional_list. */
static inline void fixtures_keep_optional_list_cbor_frame(fixtures_cbor_writer *writer, const fixtures_color *value, size_t value_count)
{
    fixtures_frame_begin_request(writer, "keep_optional_list");
    fixtures_keep_optional_list_cbor_request(writer, value, value_count);
    fixtures_frame_end(writer);
}

/** Reads the reply of keep_optional_list, into zeros if that fails. What it points to lies in the reader's memory. */
static inline bool fixtures_keep_optional_list_cbor_reply(fixtures_cbor_reader *reader, fixtures_keep_optional_list_reply *reply)
{
    memset(reply, 0, sizeof *reply);
    if (!fixtures_cbor_accept_null(reader)) fixtures_cbor_read_color_enum_list(reader, &reply->value, &reply->value_count);
    fixtures_cbor_finish(reader);
    return fixtures_cbor_decoded(reader, reply, sizeof *reply);
}

/** Writes what fixtures_touch_cbor takes: the map of its parameters. */
static inline void fixtures_touch_cbor_request(fixtures_cbor_writer *writer)
{
    fixtures_cbor_write_map(writer, 0);
}

/** Writes a whole frame that calls touch. */
static inline void fixtures_touch_cbor_frame(fixtures_cbor_writer *writer)
{
    fixtures_frame_begin_request(writer, "touch");
    fixtures_touch_cbor_request(writer);
    fixtures_frame_end(writer);
}

/** Reads the reply of touch, which says nothing. */
static inline bool fixtures_touch_cbor_reply(fixtures_cbor_reader *reader)
{
    fixtures_cbor_skip(reader);
    return fixtures_cbor_finish(reader);
}

/** Writes what fixtures_count_touches_cbor takes: the map of its parameters. */
static inline void fixtures_count_touches_cbor_request(fixtures_cbor_writer *writer)
{
    fixtures_cbor_write_map(writer, 0);
}

/** Writes a whole frame that calls count_touches. */
static inline void fixtures_count_touches_cbor_frame(fixtures_cbor_writer *writer)
{
    fixtures_frame_begin_request(writer, "count_touches");
    fixtures_count_touches_cbor_request(writer);
    fixtures_frame_end(writer);
}

/** Reads the reply of count_touches, into zeros if that fails. */
static inline bool fixtures_count_touches_cbor_reply(fixtures_cbor_reader *reader, int32_t *reply)
{
    fixtures_cbor_read_int32(reader, reply);
    fixtures_cbor_finish(reader);
    return fixtures_cbor_decoded(reader, reply, sizeof *reply);
}

/** Writes what fixtures_touch_later_cbor takes: the map of its parameters. */
static inline void fixtures_touch_later_cbor_request(fixtures_cbor_writer *writer)
{
    fixtures_cbor_write_map(writer, 0);
}

/** Writes a whole frame that calls touch_later. */
static inline void fixtures_touch_later_cbor_frame(fixtures_cbor_writer *writer)
{
    fixtures_frame_begin_request(writer, "touch_later");
    fixtures_touch_later_cbor_request(writer);
    fixtures_frame_end(writer);
}

/** Reads the reply of touch_later, which says nothing. */
static inline bool fixtures_touch_later_cbor_reply(fixtures_cbor_reader *reader)
{
    fixtures_cbor_skip(reader);
    return fixtures_cbor_finish(reader);
}

/** Writes what fixtures_touch_now_cbor takes: the map of its parameters. */
static inline void fixtures_touch_now_cbor_request(fixtures_cbor_writer *writer)
{
    fixtures_cbor_write_map(writer, 0);
}

/** Writes a whole frame that calls touch_now. */
static inline void fixtures_touch_now_cbor_frame(fixtures_cbor_writer *writer)
{
    fixtures_frame_begin_request(writer, "touch_now");
    fixtures_touch_now_cbor_request(writer);
    fixtures_frame_end(writer);
}

/** Reads the reply of touch_now, which says nothing. */
static inline bool fixtures_touch_now_cbor_reply(fixtures_cbor_reader *reader)
{
    fixtures_cbor_skip(reader);
    return fixtures_cbor_finish(reader);
}

/** Writes what fixtures_join_cbor takes: the map of its parameters. */
static inline void fixtures_join_cbor_request(fixtures_cbor_writer *writer, bool flag, int8_t small, uint64_t large, double number, const char *text, const uint8_t *data, size_t data_size, fixtures_color color, const fixtures_point *point)
{
    fixtures_cbor_write_map(writer, 8);
    fixtures_cbor_write_key(writer, "flag");
    fixtures_cbor_write_bool(writer, flag);
    fixtures_cbor_write_key(writer, "small");
    fixtures_cbor_write_int(writer, small);
    fixtures_cbor_write_key(writer, "large");
    fixtures_cbor_write_uint(writer, large);
    fixtures_cbor_write_key(writer, "number");
    fixtures_cbor_write_double(writer, number);
    fixtures_cbor_write_key(writer, "text");
    fixtures_cbor_write_text(writer, text);
    fixtures_cbor_write_key(writer, "data");
    fixtures_cbor_write_bytes(writer, data, data_size);
    fixtures_cbor_write_key(writer, "color");
    fixtures_color_encode(writer, color);
    fixtures_cbor_write_key(writer, "point");
    fixtures_point_encode(writer, point);
}

/** Writes a whole frame that calls join. */
static inline void fixtures_join_cbor_frame(fixtures_cbor_writer *writer, bool flag, int8_t small, uint64_t large, double number, const char *text, const uint8_t *data, size_t data_size, fixtures_color color, const fixtures_point *point)
{
    fixtures_frame_begin_request(writer, "join");
    fixtures_join_cbor_request(writer, flag, small, large, number, text, data, data_size, color, point);
    fixtures_frame_end(writer);
}

/** Reads the reply of join, into zeros if that fails. What it points to lies in the reader's memory. */
static inline bool fixtures_join_cbor_reply(fixtures_cbor_reader *reader, const char **reply)
{
    fixtures_cbor_take_text(reader, reply, NULL);
    fixtures_cbor_finish(reader);
    return fixtures_cbor_decoded(reader, reply, sizeof *reply);
}

/** Writes what fixtures_names_cbor takes: the map of its parameters. */
static inline void fixtures_names_cbor_request(fixtures_cbor_writer *writer, int32_t event, int32_t string, int32_t request, int32_t result, int32_t context)
{
    fixtures_cbor_write_map(writer, 5);
    fixtures_cbor_write_key(writer, "event");
    fixtures_cbor_write_int(writer, event);
    fixtures_cbor_write_key(writer, "string");
    fixtures_cbor_write_int(writer, string);
    fixtures_cbor_write_key(writer, "request");
    fixtures_cbor_write_int(writer, request);
    fixtures_cbor_write_key(writer, "result");
    fixtures_cbor_write_int(writer, result);
    fixtures_cbor_write_key(writer, "context");
    fixtures_cbor_write_int(writer, context);
}

/** Writes a whole frame that calls names. */
static inline void fixtures_names_cbor_frame(fixtures_cbor_writer *writer, int32_t event, int32_t string, int32_t request, int32_t result, int32_t context)
{
    fixtures_frame_begin_request(writer, "names");
    fixtures_names_cbor_request(writer, event, string, request, result, context);
    fixtures_frame_end(writer);
}

/** Reads the reply of names, into zeros if that fails. */
static inline bool fixtures_names_cbor_reply(fixtures_cbor_reader *reader, int32_t *reply)
{
    fixtures_cbor_read_int32(reader, reply);
    fixtures_cbor_finish(reader);
    return fixtures_cbor_decoded(reader, reply, sizeof *reply);
}

/** Writes what fixtures_add_later_cbor takes: the map of its parameters. */
static inline void fixtures_add_later_cbor_request(fixtures_cbor_writer *writer, int32_t left, int32_t right)
{
    fixtures_cbor_write_map(writer, 2);
    fixtures_cbor_write_key(writer, "left");
    fixtures_cbor_write_int(writer, left);
    fixtures_cbor_write_key(writer, "right");
    fixtures_cbor_write_int(writer, right);
}

/** Writes a whole frame that calls add_later. */
static inline void fixtures_add_later_cbor_frame(fixtures_cbor_writer *writer, int32_t left, int32_t right)
{
    fixtures_frame_begin_request(writer, "add_later");
    fixtures_add_later_cbor_request(writer, left, right);
    fixtures_frame_end(writer);
}

/** Reads the reply of add_later, into zeros if that fails. */
static inline bool fixtures_add_later_cbor_reply(fixtures_cbor_reader *reader, int32_t *reply)
{
    fixtures_cbor_read_int32(reader, reply);
    fixtures_cbor_finish(reader);
    return fixtures_cbor_decoded(reader, reply, sizeof *reply);
}

/** Writes what fixtures_twice_cbor takes: the map of its parameters. */
static inline void fixtures_twice_cbor_request(fixtures_cbor_writer *writer, int32_t value)
{
    fixtures_cbor_write_map(writer, 1);
    fixtures_cbor_write_key(writer, "value");
    fixtures_cbor_write_int(writer, value);
}

/** Writes a whole frame that calls twice. */
static inline void fixtures_twice_cbor_frame(fixtures_cbor_writer *writer, int32_t value)
{
    fixtures_frame_begin_request(writer, "twice");
    fixtures_twice_cbor_request(writer, value);
    fixtures_frame_end(writer);
}

/** Reads the reply of twice, into zeros if that fails. */
static inline bool fixtures_twice_cbor_reply(fixtures_cbor_reader *reader, int32_t *reply)
{
    fixtures_cbor_read_int32(reader, reply);
    fixtures_cbor_finish(reader);
    return fixtures_cbor_decoded(reader, reply, sizeof *reply);
}

/** Writes what fixtures_greet_later_cbor takes: the map of its parameters. */
static inline void fixtures_greet_later_cbor_request(fixtures_cbor_writer *writer, const char *name)
{
    fixtures_cbor_write_map(writer, 1);
    fixtures_cbor_write_key(writer, "name");
    fixtures_cbor_write_text(writer, name);
}

/** Writes a whole frame that calls greet_later. */
static inline void fixtures_greet_later_cbor_frame(fixtures_cbor_writer *writer, const char *name)
{
    fixtures_frame_begin_request(writer, "greet_later");
    fixtures_greet_later_cbor_request(writer, name);
    fixtures_frame_end(writer);
}

/** Reads the reply of greet_later, into zeros if that fails. What it points to lies in the reader's memory. */
static inline bool fixtures_greet_later_cbor_reply(fixtures_cbor_reader *reader, const char **reply)
{
    fixtures_cbor_take_text(reader, reply, NULL);
    fixtures_cbor_finish(reader);
    return fixtures_cbor_decoded(reader, reply, sizeof *reply);
}

/** Writes what fixtures_label_later_cbor takes: the map of its parameters. */
static inline void fixtures_label_later_cbor_request(fixtures_cbor_writer *writer, const char *text)
{
    fixtures_cbor_write_map(writer, 1);
    fixtures_cbor_write_key(writer, "text");
    fixtures_cbor_write_text(writer, text);
}

/** Writes a whole frame that calls label_later. */
static inline void fixtures_label_later_cbor_frame(fixtures_cbor_writer *writer, const char *text)
{
    fixtures_frame_begin_request(writer, "label_later");
    fixtures_label_later_cbor_request(writer, text);
    fixtures_frame_end(writer);
}

/** Reads the reply of label_later, into zeros if that fails. What it points to lies in the reader's memory. */
static inline bool fixtures_label_later_cbor_reply(fixtures_cbor_reader *reader, fixtures_label *reply)
{
    fixtures_label_decode(reader, reply);
    fixtures_cbor_finish(reader);
    return fixtures_cbor_decoded(reader, reply, sizeof *reply);
}

/** Writes what fixtures_count_down_cbor takes: the map of its parameters. */
static inline void fixtures_count_down_cbor_request(fixtures_cbor_writer *writer, int32_t from)
{
    fixtures_cbor_write_map(writer, 1);
    fixtures_cbor_write_key(writer, "from");
    fixtures_cbor_write_int(writer, from);
}

/** Writes a whole frame that calls count_down. */
static inline void fixtures_count_down_cbor_frame(fixtures_cbor_writer *writer, int32_t from)
{
    fixtures_frame_begin_request(writer, "count_down");
    fixtures_count_down_cbor_request(writer, from);
    fixtures_frame_end(writer);
}

/** Reads the reply of count_down, into zeros if that fails. What it points to lies in the reader's memory. */
static inline bool fixtures_count_down_cbor_reply(fixtures_cbor_reader *reader, fixtures_count_down_reply *reply)
{
    memset(reply, 0, sizeof *reply);
    fixtures_cbor_read_int32_list(reader, &reply->value, &reply->value_count);
    fixtures_cbor_finish(reader);
    return fixtures_cbor_decoded(reader, reply, sizeof *reply);
}

/** Writes what fixtures_halve_later_cbor takes: the map of its parameters. */
static inline void fixtures_halve_later_cbor_request(fixtures_cbor_writer *writer, int32_t value)
{
    fixtures_cbor_write_map(writer, 1);
    fixtures_cbor_write_key(writer, "value");
    fixtures_cbor_write_int(writer, value);
}

/** Writes a whole frame that calls halve_later. */
static inline void fixtures_halve_later_cbor_frame(fixtures_cbor_writer *writer, int32_t value)
{
    fixtures_frame_begin_request(writer, "halve_later");
    fixtures_halve_later_cbor_request(writer, value);
    fixtures_frame_end(writer);
}

/** Reads the reply of halve_later, into zeros if that fails. What it points to lies in the reader's memory. */
static inline bool fixtures_halve_later_cbor_reply(fixtures_cbor_reader *reader, fixtures_halve_later_reply *reply)
{
    memset(reply, 0, sizeof *reply);
    reply->has_value = !fixtures_cbor_accept_null(reader) && fixtures_cbor_read_int32(reader, &reply->value);
    fixtures_cbor_finish(reader);
    return fixtures_cbor_decoded(reader, reply, sizeof *reply);
}

/** Writes what fixtures_fail_cbor takes: the map of its parameters. */
static inline void fixtures_fail_cbor_request(fixtures_cbor_writer *writer, const char *message)
{
    fixtures_cbor_write_map(writer, 1);
    fixtures_cbor_write_key(writer, "message");
    fixtures_cbor_write_text(writer, message);
}

/** Writes a whole frame that calls fail. */
static inline void fixtures_fail_cbor_frame(fixtures_cbor_writer *writer, const char *message)
{
    fixtures_frame_begin_request(writer, "fail");
    fixtures_fail_cbor_request(writer, message);
    fixtures_frame_end(writer);
}

/** Reads the reply of fail, into zeros if that fails. */
static inline bool fixtures_fail_cbor_reply(fixtures_cbor_reader *reader, int32_t *reply)
{
    fixtures_cbor_read_int32(reader, reply);
    fixtures_cbor_finish(reader);
    return fixtures_cbor_decoded(reader, reply, sizeof *reply);
}

/** Writes what fixtures_crash_cbor takes: the map of its parameters. */
static inline void fixtures_crash_cbor_request(fixtures_cbor_writer *writer)
{
    fixtures_cbor_write_map(writer, 0);
}

/** Writes a whole frame that calls crash. */
static inline void fixtures_crash_cbor_frame(fixtures_cbor_writer *writer)
{
    fixtures_frame_begin_request(writer, "crash");
    fixtures_crash_cbor_request(writer);
    fixtures_frame_end(writer);
}

/** Reads the reply of crash, into zeros if that fails. */
static inline bool fixtures_crash_cbor_reply(fixtures_cbor_reader *reader, int32_t *reply)
{
    fixtures_cbor_read_int32(reader, reply);
    fixtures_cbor_finish(reader);
    return fixtures_cbor_decoded(reader, reply, sizeof *reply);
}

/** Writes what fixtures_keep_company_cbor takes: the map of its parameters. */
static inline void fixtures_keep_company_cbor_request(fixtures_cbor_writer *writer, const fixtures_company *value)
{
    fixtures_cbor_write_map(writer, 1);
    fixtures_cbor_write_key(writer, "value");
    fixtures_company_encode(writer, value);
}

/** Writes a whole frame that calls keep_company. */
static inline void fixtures_keep_company_cbor_frame(fixtures_cbor_writer *writer, const fixtures_company *value)
{
    fixtures_frame_begin_request(writer, "keep_company");
    fixtures_keep_company_cbor_request(writer, value);
    fixtures_frame_end(writer);
}

/** Reads the reply of keep_company, into zeros if that fails. What it points to lies in the reader's memory. */
static inline bool fixtures_keep_company_cbor_reply(fixtures_cbor_reader *reader, fixtures_company *reply)
{
    fixtures_company_decode(reader, reply);
    fixtures_cbor_finish(reader);
    return fixtures_cbor_decoded(reader, reply, sizeof *reply);
}

/** Writes what fixtures_keep_tree_cbor takes: the map of its parameters. */
static inline void fixtures_keep_tree_cbor_request(fixtures_cbor_writer *writer, const fixtures_node *value)
{
    fixtures_cbor_write_map(writer, 1);
    fixtures_cbor_write_key(writer, "value");
    fixtures_node_encode(writer, value);
}

/** Writes a whole frame that calls keep_tree. */
static inline void fixtures_keep_tree_cbor_frame(fixtures_cbor_writer *writer, const fixtures_node *value)
{
    fixtures_frame_begin_request(writer, "keep_tree");
    fixtures_keep_tree_cbor_request(writer, value);
    fixtures_frame_end(writer);
}

/** Reads the reply of keep_tree, into zeros if that fails. What it points to lies in the reader's memory. */
static inline bool fixtures_keep_tree_cbor_reply(fixtures_cbor_reader *reader, fixtures_node *reply)
{
    fixtures_node_decode(reader, reply);
    fixtures_cbor_finish(reader);
    return fixtures_cbor_decoded(reader, reply, sizeof *reply);
}

/** Writes what fixtures_keep_chain_cbor takes: the map of its parameters. */
static inline void fixtures_keep_chain_cbor_request(fixtures_cbor_writer *writer, const fixtures_link *value)
{
    fixtures_cbor_write_map(writer, 1);
    fixtures_cbor_write_key(writer, "value");
    fixtures_link_encode(writer, value);
}

/** Writes a whole frame that calls keep_chain. */
static inline void fixtures_keep_chain_cbor_frame(fixtures_cbor_writer *writer, const fixtures_link *value)
{
    fixtures_frame_begin_request(writer, "keep_chain");
    fixtures_keep_chain_cbor_request(writer, value);
    fixtures_frame_end(writer);
}

/** Reads the reply of keep_chain, into zeros if that fails. What it points to lies in the reader's memory. */
static inline bool fixtures_keep_chain_cbor_reply(fixtures_cbor_reader *reader, fixtures_link *reply)
{
    fixtures_link_decode(reader, reply);
    fixtures_cbor_finish(reader);
    return fixtures_cbor_decoded(reader, reply, sizeof *reply);
}

/** Writes what fixtures_open_session_cbor takes: the map of its parameters. */
static inline void fixtures_open_session_cbor_request(fixtures_cbor_writer *writer, const char *name)
{
    fixtures_cbor_write_map(writer, 1);
    fixtures_cbor_write_key(writer, "name");
    fixtures_cbor_write_text(writer, name);
}

/** Writes a whole frame that calls open_session. */
static inline void fixtures_open_session_cbor_frame(fixtures_cbor_writer *writer, const char *name)
{
    fixtures_frame_begin_request(writer, "open_session");
    fixtures_open_session_cbor_request(writer, name);
    fixtures_frame_end(writer);
}

/** Reads the reply of open_session: the object's number, into zeros if that fails. */
static inline bool fixtures_open_session_cbor_reply(fixtures_cbor_reader *reader, uint64_t *reply)
{
    fixtures_cbor_read_uint64(reader, reply);
    fixtures_cbor_finish(reader);
    return fixtures_cbor_decoded(reader, reply, sizeof *reply);
}

/** Writes what fixtures_open_session_later_cbor takes: the map of its parameters. */
static inline void fixtures_open_session_later_cbor_request(fixtures_cbor_writer *writer, const char *name)
{
    fixtures_cbor_write_map(writer, 1);
    fixtures_cbor_write_key(writer, "name");
    fixtures_cbor_write_text(writer, name);
}

/** Writes a whole frame that calls open_session_later. */
static inline void fixtures_open_session_later_cbor_frame(fixtures_cbor_writer *writer, const char *name)
{
    fixtures_frame_begin_request(writer, "open_session_later");
    fixtures_open_session_later_cbor_request(writer, name);
    fixtures_frame_end(writer);
}

/** Reads the reply of open_session_later: the object's number, into zeros if that fails. */
static inline bool fixtures_open_session_later_cbor_reply(fixtures_cbor_reader *reader, uint64_t *reply)
{
    fixtures_cbor_read_uint64(reader, reply);
    fixtures_cbor_finish(reader);
    return fixtures_cbor_decoded(reader, reply, sizeof *reply);
}

/** Writes what fixtures_count_sessions_cbor takes: the map of its parameters. */
static inline void fixtures_count_sessions_cbor_request(fixtures_cbor_writer *writer)
{
    fixtures_cbor_write_map(writer, 0);
}

/** Writes a whole frame that calls count_sessions. */
static inline void fixtures_count_sessions_cbor_frame(fixtures_cbor_writer *writer)
{
    fixtures_frame_begin_request(writer, "count_sessions");
    fixtures_count_sessions_cbor_request(writer);
    fixtures_frame_end(writer);
}

/** Reads the reply of count_sessions, into zeros if that fails. */
static inline bool fixtures_count_sessions_cbor_reply(fixtures_cbor_reader *reader, int32_t *reply)
{
    fixtures_cbor_read_int32(reader, reply);
    fixtures_cbor_finish(reader);
    return fixtures_cbor_decoded(reader, reply, sizeof *reply);
}

/** Writes what fixtures_keep_optional_int32_cbor takes: the map of its parameters. */
static inline void fixtures_keep_optional_int32_cbor_request(fixtures_cbor_writer *writer, const int32_t *value)
{
    fixtures_cbor_write_map(writer, 1);
    fixtures_cbor_write_key(writer, "value");
    if (value != NULL)
        fixtures_cbor_write_int(writer, *value);
    else
        fixtures_cbor_write_null(writer);
}

/** Writes a whole frame that calls keep_optional_int32. */
static inline void fixtures_keep_optional_int32_cbor_frame(fixtures_cbor_writer *writer, const int32_t *value)
{
    fixtures_frame_begin_request(writer, "keep_optional_int32");
    fixtures_keep_optional_int32_cbor_request(writer, value);
    fixtures_frame_end(writer);
}

/** Reads the reply of keep_optional_int32, into zeros if that fails. What it points to lies in the reader's memory. */
static inline bool fixtures_keep_optional_int32_cbor_reply(fixtures_cbor_reader *reader, fixtures_keep_optional_int32_reply *reply)
{
    memset(reply, 0, sizeof *reply);
    reply->has_value = !fixtures_cbor_accept_null(reader) && fixtures_cbor_read_int32(reader, &reply->value);
    fixtures_cbor_finish(reader);
    return fixtures_cbor_decoded(reader, reply, sizeof *reply);
}

/** Writes what fixtures_keep_optional_point_cbor takes: the map of its parameters. */
static inline void fixtures_keep_optional_point_cbor_request(fixtures_cbor_writer *writer, const fixtures_point *value)
{
    fixtures_cbor_write_map(writer, 1);
    fixtures_cbor_write_key(writer, "value");
    if (value != NULL)
        fixtures_point_encode(writer, value);
    else
        fixtures_cbor_write_null(writer);
}

/** Writes a whole frame that calls keep_optional_point. */
static inline void fixtures_keep_optional_point_cbor_frame(fixtures_cbor_writer *writer, const fixtures_point *value)
{
    fixtures_frame_begin_request(writer, "keep_optional_point");
    fixtures_keep_optional_point_cbor_request(writer, value);
    fixtures_frame_end(writer);
}

/** Reads the reply of keep_optional_point, into zeros if that fails. What it points to lies in the reader's memory. */
static inline bool fixtures_keep_optional_point_cbor_reply(fixtures_cbor_reader *reader, fixtures_keep_optional_point_reply *reply)
{
    memset(reply, 0, sizeof *reply);
    fixtures_cbor_read_point_record_or_null(reader, &reply->value);
    fixtures_cbor_finish(reader);
    return fixtures_cbor_decoded(reader, reply, sizeof *reply);
}

/** Writes what fixtures_keep_optionals_cbor takes: the map of its parameters. */
static inline void fixtures_keep_optionals_cbor_request(fixtures_cbor_writer *writer, const fixtures_optionals *value)
{
    fixtures_cbor_write_map(writer, 1);
    fixtures_cbor_write_key(writer, "value");
    if (value != NULL)
        fixtures_optionals_encode(writer, value);
    else
        fixtures_cbor_write_null(writer);
}

/** Writes a whole frame that calls keep_optionals. */
static inline void fixtures_keep_optionals_cbor_frame(fixtures_cbor_writer *writer, const fixtures_optionals *value)
{
    fixtures_frame_begin_request(writer, "keep_optionals");
    fixtures_keep_optionals_cbor_request(writer, value);
    fixtures_frame_end(writer);
}

/** Reads the reply of keep_optionals, into zeros if that fails. What it points to lies in the reader's memory. */
static inline bool fixtures_keep_optionals_cbor_reply(fixtures_cbor_reader *reader, fixtures_keep_optionals_reply *reply)
{
    memset(reply, 0, sizeof *reply);
    fixtures_cbor_read_optionals_record_or_null(reader, &reply->value);
    fixtures_cbor_finish(reader);
    return fixtures_cbor_decoded(reader, reply, sizeof *reply);
}

/** Writes what fixtures_keep_optional_numbers_cbor takes: the map of its parameters. */
static inline void fixtures_keep_optional_numbers_cbor_request(fixtures_cbor_writer *writer, const fixtures_optional_numbers *value)
{
    fixtures_cbor_write_map(writer, 1);
    fixtures_cbor_write_key(writer, "value");
    fixtures_optional_numbers_encode(writer, value);
}

/** Writes a whole frame that calls keep_optional_numbers. */
static inline void fixtures_keep_optional_numbers_cbor_frame(fixtures_cbor_writer *writer, const fixtures_optional_numbers *value)
{
    fixtures_frame_begin_request(writer, "keep_optional_numbers");
    fixtures_keep_optional_numbers_cbor_request(writer, value);
    fixtures_frame_end(writer);
}

/** Reads the reply of keep_optional_numbers, into zeros if that fails. What it points to lies in the reader's memory. */
static inline bool fixtures_keep_optional_numbers_cbor_reply(fixtures_cbor_reader *reader, fixtures_optional_numbers *reply)
{
    fixtures_optional_numbers_decode(reader, reply);
    fixtures_cbor_finish(reader);
    return fixtures_cbor_decoded(reader, reply, sizeof *reply);
}

/** Writes what fixtures_keep_optional_lists_cbor takes: the map of its parameters. */
static inline void fixtures_keep_optional_lists_cbor_request(fixtures_cbor_writer *writer, const fixtures_optional_lists *value)
{
    fixtures_cbor_write_map(writer, 1);
    fixtures_cbor_write_key(writer, "value");
    fixtures_optional_lists_encode(writer, value);
}

/** Writes a whole frame that calls keep_optional_lists. */
static inline void fixtures_keep_optional_lists_cbor_frame(fixtures_cbor_writer *writer, const fixtures_optional_lists *value)
{
    fixtures_frame_begin_request(writer, "keep_optional_lists");
    fixtures_keep_optional_lists_cbor_request(writer, value);
    fixtures_frame_end(writer);
}

/** Reads the reply of keep_optional_lists, into zeros if that fails. What it points to lies in the reader's memory. */
static inline bool fixtures_keep_optional_lists_cbor_reply(fixtures_cbor_reader *reader, fixtures_optional_lists *reply)
{
    fixtures_optional_lists_decode(reader, reply);
    fixtures_cbor_finish(reader);
    return fixtures_cbor_decoded(reader, reply, sizeof *reply);
}

/** Writes what fixtures_write0_cbor takes: the map of its parameters. */
static inline void fixtures_write0_cbor_request(fixtures_cbor_writer *writer)
{
    fixtures_cbor_write_map(writer, 0);
}

/** Writes a whole frame that calls write0. */
static inline void fixtures_write0_cbor_frame(fixtures_cbor_writer *writer)
{
    fixtures_frame_begin_request(writer, "write0");
    fixtures_write0_cbor_request(writer);
    fixtures_frame_end(writer);
}

/** Reads the reply of write0, into zeros if that fails. What it points to lies in the reader's memory. */
static inline bool fixtures_write0_cbor_reply(fixtures_cbor_reader *reader, const char **reply)
{
    fixtures_cbor_take_text(reader, reply, NULL);
    fixtures_cbor_finish(reader);
    return fixtures_cbor_decoded(reader, reply, sizeof *reply);
}

/** Writes what fixtures_write1_cbor takes: the map of its parameters. */
static inline void fixtures_write1_cbor_request(fixtures_cbor_writer *writer, int32_t a)
{
    fixtures_cbor_write_map(writer, 1);
    fixtures_cbor_write_key(writer, "a");
    fixtures_cbor_write_int(writer, a);
}

/** Writes a whole frame that calls write1. */
static inline void fixtures_write1_cbor_frame(fixtures_cbor_writer *writer, int32_t a)
{
    fixtures_frame_begin_request(writer, "write1");
    fixtures_write1_cbor_request(writer, a);
    fixtures_frame_end(writer);
}

/** Reads the reply of write1, into zeros if that fails. What it points to lies in the reader's memory. */
static inline bool fixtures_write1_cbor_reply(fixtures_cbor_reader *reader, const char **reply)
{
    fixtures_cbor_take_text(reader, reply, NULL);
    fixtures_cbor_finish(reader);
    return fixtures_cbor_decoded(reader, reply, sizeof *reply);
}

/** Writes what fixtures_write2_cbor takes: the map of its parameters. */
static inline void fixtures_write2_cbor_request(fixtures_cbor_writer *writer, int32_t a, const char *b)
{
    fixtures_cbor_write_map(writer, 2);
    fixtures_cbor_write_key(writer, "a");
    fixtures_cbor_write_int(writer, a);
    fixtures_cbor_write_key(writer, "b");
    fixtures_cbor_write_text(writer, b);
}

/** Writes a whole frame that calls write2. */
static inline void fixtures_write2_cbor_frame(fixtures_cbor_writer *writer, int32_t a, const char *b)
{
    fixtures_frame_begin_request(writer, "write2");
    fixtures_write2_cbor_request(writer, a, b);
    fixtures_frame_end(writer);
}

/** Reads the reply of write2, into zeros if that fails. What it points to lies in the reader's memory. */
static inline bool fixtures_write2_cbor_reply(fixtures_cbor_reader *reader, const char **reply)
{
    fixtures_cbor_take_text(reader, reply, NULL);
    fixtures_cbor_finish(reader);
    return fixtures_cbor_decoded(reader, reply, sizeof *reply);
}

/** Writes what fixtures_write3_cbor takes: the map of its parameters. */
static inline void fixtures_write3_cbor_request(fixtures_cbor_writer *writer, int32_t a, const char *b, bool c)
{
    fixtures_cbor_write_map(writer, 3);
    fixtures_cbor_write_key(writer, "a");
    fixtures_cbor_write_int(writer, a);
    fixtures_cbor_write_key(writer, "b");
    fixtures_cbor_write_text(writer, b);
    fixtures_cbor_write_key(writer, "c");
    fixtures_cbor_write_bool(writer, c);
}

/** Writes a whole frame that calls write3. */
static inline void fixtures_write3_cbor_frame(fixtures_cbor_writer *writer, int32_t a, const char *b, bool c)
{
    fixtures_frame_begin_request(writer, "write3");
    fixtures_write3_cbor_request(writer, a, b, c);
    fixtures_frame_end(writer);
}

/** Reads the reply of write3, into zeros if that fails. What it points to lies in the reader's memory. */
static inline bool fixtures_write3_cbor_reply(fixtures_cbor_reader *reader, const char **reply)
{
    fixtures_cbor_take_text(reader, reply, NULL);
    fixtures_cbor_finish(reader);
    return fixtures_cbor_decoded(reader, reply, sizeof *reply);
}

/** Writes what fixtures_write4_cbor takes: the map of its parameters. */
static inline void fixtures_write4_cbor_request(fixtures_cbor_writer *writer, int32_t a, const char *b, bool c, double d)
{
    fixtures_cbor_write_map(writer, 4);
    fixtures_cbor_write_key(writer, "a");
    fixtures_cbor_write_int(writer, a);
    fixtures_cbor_write_key(writer, "b");
    fixtures_cbor_write_text(writer, b);
    fixtures_cbor_write_key(writer, "c");
    fixtures_cbor_write_bool(writer, c);
    fixtures_cbor_write_key(writer, "d");
    fixtures_cbor_write_double(writer, d);
}

/** Writes a whole frame that calls write4. */
static inline void fixtures_write4_cbor_frame(fixtures_cbor_writer *writer, int32_t a, const char *b, bool c, double d)
{
    fixtures_frame_begin_request(writer, "write4");
    fixtures_write4_cbor_request(writer, a, b, c, d);
    fixtures_frame_end(writer);
}

/** Reads the reply of write4, into zeros if that fails. What it points to lies in the reader's memory. */
static inline bool fixtures_write4_cbor_reply(fixtures_cbor_reader *reader, const char **reply)
{
    fixtures_cbor_take_text(reader, reply, NULL);
    fixtures_cbor_finish(reader);
    return fixtures_cbor_decoded(reader, reply, sizeof *reply);
}

/** Writes what fixtures_write5_cbor takes: the map of its parameters. */
static inline void fixtures_write5_cbor_request(fixtures_cbor_writer *writer, int32_t a, const char *b, bool c, double d, fixtures_color e)
{
    fixtures_cbor_write_map(writer, 5);
    fixtures_cbor_write_key(writer, "a");
    fixtures_cbor_write_int(writer, a);
    fixtures_cbor_write_key(writer, "b");
    fixtures_cbor_write_text(writer, b);
    fixtures_cbor_write_key(writer, "c");
    fixtures_cbor_write_bool(writer, c);
    fixtures_cbor_write_key(writer, "d");
    fixtures_cbor_write_double(writer, d);
    fixtures_cbor_write_key(writer, "e");
    fixtures_color_encode(writer, e);
}

/** Writes a whole frame that calls write5. */
static inline void fixtures_write5_cbor_frame(fixtures_cbor_writer *writer, int32_t a, const char *b, bool c, double d, fixtures_color e)
{
    fixtures_frame_begin_request(writer, "write5");
    fixtures_write5_cbor_request(writer, a, b, c, d, e);
    fixtures_frame_end(writer);
}

/** Reads the reply of write5, into zeros if that fails. What it points to lies in the reader's memory. */
static inline bool fixtures_write5_cbor_reply(fixtures_cbor_reader *reader, const char **reply)
{
    fixtures_cbor_take_text(reader, reply, NULL);
    fixtures_cbor_finish(reader);
    return fixtures_cbor_decoded(reader, reply, sizeof *reply);
}

/** Writes what fixtures_write6_cbor takes: the map of its parameters. */
static inline void fixtures_write6_cbor_request(fixtures_cbor_writer *writer, int32_t a, const char *b, bool c, double d, fixtures_color e, const uint8_t *f, size_t f_size)
{
    fixtures_cbor_write_map(writer, 6);
    fixtures_cbor_write_key(writer, "a");
    fixtures_cbor_write_int(writer, a);
    fixtures_cbor_write_key(writer, "b");
    fixtures_cbor_write_text(writer, b);
    fixtures_cbor_write_key(writer, "c");
    fixtures_cbor_write_bool(writer, c);
    fixtures_cbor_write_key(writer, "d");
    fixtures_cbor_write_double(writer, d);
    fixtures_cbor_write_key(writer, "e");
    fixtures_color_encode(writer, e);
    fixtures_cbor_write_key(writer, "f");
    fixtures_cbor_write_bytes(writer, f, f_size);
}

/** Writes a whole frame that calls write6. */
static inline void fixtures_write6_cbor_frame(fixtures_cbor_writer *writer, int32_t a, const char *b, bool c, double d, fixtures_color e, const uint8_t *f, size_t f_size)
{
    fixtures_frame_begin_request(writer, "write6");
    fixtures_write6_cbor_request(writer, a, b, c, d, e, f, f_size);
    fixtures_frame_end(writer);
}

/** Reads the reply of write6, into zeros if that fails. What it points to lies in the reader's memory. */
static inline bool fixtures_write6_cbor_reply(fixtures_cbor_reader *reader, const char **reply)
{
    fixtures_cbor_take_text(reader, reply, NULL);
    fixtures_cbor_finish(reader);
    return fixtures_cbor_decoded(reader, reply, sizeof *reply);
}

/** Writes what fixtures_write7_cbor takes: the map of its parameters. */
static inline void fixtures_write7_cbor_request(fixtures_cbor_writer *writer, int32_t a, const char *b, bool c, double d, fixtures_color e, const uint8_t *f, size_t f_size, const int32_t *g, size_t g_count)
{
    fixtures_cbor_write_map(writer, 7);
    fixtures_cbor_write_key(writer, "a");
    fixtures_cbor_write_int(writer, a);
    fixtures_cbor_write_key(writer, "b");
    fixtures_cbor_write_text(writer, b);
    fixtures_cbor_write_key(writer, "c");
    fixtures_cbor_write_bool(writer, c);
    fixtures_cbor_write_key(writer, "d");
    fixtures_cbor_write_double(writer, d);
    fixtures_cbor_write_key(writer, "e");
    fixtures_color_encode(writer, e);
    fixtures_cbor_write_key(writer, "f");
    fixtures_cbor_write_bytes(writer, f, f_size);
    fixtures_cbor_write_key(writer, "g");
    if (g != NULL || g_count > 0)
        fixtures_cbor_write_int32_list(writer, g, g_count);
    else
        fixtures_cbor_write_null(writer);
}

/** Writes a whole frame that calls write7. */
static inline void fixtures_write7_cbor_frame(fixtures_cbor_writer *writer, int32_t a, const char *b, bool c, double d, fixtures_color e, const uint8_t *f, size_t f_size, const int32_t *g, size_t g_count)
{
    fixtures_frame_begin_request(writer, "write7");
    fixtures_write7_cbor_request(writer, a, b, c, d, e, f, f_size, g, g_count);
    fixtures_frame_end(writer);
}

/** Reads the reply of write7, into zeros if that fails. What it points to lies in the reader's memory. */
static inline bool fixtures_write7_cbor_reply(fixtures_cbor_reader *reader, const char **reply)
{
    fixtures_cbor_take_text(reader, reply, NULL);
    fixtures_cbor_finish(reader);
    return fixtures_cbor_decoded(reader, reply, sizeof *reply);
}

/** Writes what fixtures_write8_cbor takes: the map of its parameters. */
static inline void fixtures_write8_cbor_request(fixtures_cbor_writer *writer, int32_t a, const char *b, bool c, double d, fixtures_color e, const uint8_t *f, size_t f_size, const int32_t *g, size_t g_count, const fixtures_label *h)
{
    fixtures_cbor_write_map(writer, 8);
    fixtures_cbor_write_key(writer, "a");
    fixtures_cbor_write_int(writer, a);
    fixtures_cbor_write_key(writer, "b");
    fixtures_cbor_write_text(writer, b);
    fixtures_cbor_write_key(writer, "c");
    fixtures_cbor_write_bool(writer, c);
    fixtures_cbor_write_key(writer, "d");
    fixtures_cbor_write_double(writer, d);
    fixtures_cbor_write_key(writer, "e");
    fixtures_color_encode(writer, e);
    fixtures_cbor_write_key(writer, "f");
    fixtures_cbor_write_bytes(writer, f, f_size);
    fixtures_cbor_write_key(writer, "g");
    if (g != NULL || g_count > 0)
        fixtures_cbor_write_int32_list(writer, g, g_count);
    else
        fixtures_cbor_write_null(writer);
    fixtures_cbor_write_key(writer, "h");
    fixtures_label_encode(writer, h);
}

/** Writes a whole frame that calls write8. */
static inline void fixtures_write8_cbor_frame(fixtures_cbor_writer *writer, int32_t a, const char *b, bool c, double d, fixtures_color e, const uint8_t *f, size_t f_size, const int32_t *g, size_t g_count, const fixtures_label *h)
{
    fixtures_frame_begin_request(writer, "write8");
    fixtures_write8_cbor_request(writer, a, b, c, d, e, f, f_size, g, g_count, h);
    fixtures_frame_end(writer);
}

/** Reads the reply of write8, into zeros if that fails. What it points to lies in the reader's memory. */
static inline bool fixtures_write8_cbor_reply(fixtures_cbor_reader *reader, const char **reply)
{
    fixtures_cbor_take_text(reader, reply, NULL);
    fixtures_cbor_finish(reader);
    return fixtures_cbor_decoded(reader, reply, sizeof *reply);
}

/** Writes what fixtures_raise_counts_cbor takes: the map of its parameters. */
static inline void fixtures_raise_counts_cbor_request(fixtures_cbor_writer *writer)
{
    fixtures_cbor_write_map(writer, 0);
}

/** Writes a whole frame that calls raise_counts. */
static inline void fixtures_raise_counts_cbor_frame(fixtures_cbor_writer *writer)
{
    fixtures_frame_begin_request(writer, "raise_counts");
    fixtures_raise_counts_cbor_request(writer);
    fixtures_frame_end(writer);
}

/** Reads the reply of raise_counts, which says nothing. */
static inline bool fixtures_raise_counts_cbor_reply(fixtures_cbor_reader *reader)
{
    fixtures_cbor_skip(reader);
    return fixtures_cbor_finish(reader);
}

/** Writes what fixtures_keep_bool_cbor takes: the map of its parameters. */
static inline void fixtures_keep_bool_cbor_request(fixtures_cbor_writer *writer, bool value)
{
    fixtures_cbor_write_map(writer, 1);
    fixtures_cbor_write_key(writer, "value");
    fixtures_cbor_write_bool(writer, value);
}

/** Writes a whole frame that calls keep_bool. */
static inline void fixtures_keep_bool_cbor_frame(fixtures_cbor_writer *writer, bool value)
{
    fixtures_frame_begin_request(writer, "keep_bool");
    fixtures_keep_bool_cbor_request(writer, value);
    fixtures_frame_end(writer);
}

/** Reads the reply of keep_bool, into zeros if that fails. */
static inline bool fixtures_keep_bool_cbor_reply(fixtures_cbor_reader *reader, bool *reply)
{
    fixtures_cbor_read_bool(reader, reply);
    fixtures_cbor_finish(reader);
    return fixtures_cbor_decoded(reader, reply, sizeof *reply);
}

/** Writes what fixtures_keep_int8_cbor takes: the map of its parameters. */
static inline void fixtures_keep_int8_cbor_request(fixtures_cbor_writer *writer, int8_t value)
{
    fixtures_cbor_write_map(writer, 1);
    fixtures_cbor_write_key(writer, "value");
    fixtures_cbor_write_int(writer, value);
}

/** Writes a whole frame that calls keep_int8. */
static inline void fixtures_keep_int8_cbor_frame(fixtures_cbor_writer *writer, int8_t value)
{
    fixtures_frame_begin_request(writer, "keep_int8");
    fixtures_keep_int8_cbor_request(writer, value);
    fixtures_frame_end(writer);
}

/** Reads the reply of keep_int8, into zeros if that fails. */
static inline bool fixtures_keep_int8_cbor_reply(fixtures_cbor_reader *reader, int8_t *reply)
{
    fixtures_cbor_read_int8(reader, reply);
    fixtures_cbor_finish(reader);
    return fixtures_cbor_decoded(reader, reply, sizeof *reply);
}

/** Writes what fixtures_keep_uint8_cbor takes: the map of its parameters. */
static inline void fixtures_keep_uint8_cbor_request(fixtures_cbor_writer *writer, uint8_t value)
{
    fixtures_cbor_write_map(writer, 1);
    fixtures_cbor_write_key(writer, "value");
    fixtures_cbor_write_int(writer, value);
}

/** Writes a whole frame that calls keep_uint8. */
static inline void fixtures_keep_uint8_cbor_frame(fixtures_cbor_writer *writer, uint8_t value)
{
    fixtures_frame_begin_request(writer, "keep_uint8");
    fixtures_keep_uint8_cbor_request(writer, value);
    fixtures_frame_end(writer);
}

/** Reads the reply of keep_uint8, into zeros if that fails. */
static inline bool fixtures_keep_uint8_cbor_reply(fixtures_cbor_reader *reader, uint8_t *reply)
{
    fixtures_cbor_read_uint8(reader, reply);
    fixtures_cbor_finish(reader);
    return fixtures_cbor_decoded(reader, reply, sizeof *reply);
}

/** Writes what fixtures_keep_int16_cbor takes: the map of its parameters. */
static inline void fixtures_keep_int16_cbor_request(fixtures_cbor_writer *writer, int16_t value)
{
    fixtures_cbor_write_map(writer, 1);
    fixtures_cbor_write_key(writer, "value");
    fixtures_cbor_write_int(writer, value);
}

/** Writes a whole frame that calls keep_int16. */
static inline void fixtures_keep_int16_cbor_frame(fixtures_cbor_writer *writer, int16_t value)
{
    fixtures_frame_begin_request(writer, "keep_int16");
    fixtures_keep_int16_cbor_request(writer, value);
    fixtures_frame_end(writer);
}

/** Reads the reply of keep_int16, into zeros if that fails. */
static inline bool fixtures_keep_int16_cbor_reply(fixtures_cbor_reader *reader, int16_t *reply)
{
    fixtures_cbor_read_int16(reader, reply);
    fixtures_cbor_finish(reader);
    return fixtures_cbor_decoded(reader, reply, sizeof *reply);
}

/** Writes what fixtures_keep_uint16_cbor takes: the map of its parameters. */
static inline void fixtures_keep_uint16_cbor_request(fixtures_cbor_writer *writer, uint16_t value)
{
    fixtures_cbor_write_map(writer, 1);
    fixtures_cbor_write_key(writer, "value");
    fixtures_cbor_write_int(writer, value);
}

/** Writes a whole frame that calls keep_uint16. */
static inline void fixtures_keep_uint16_cbor_frame(fixtures_cbor_writer *writer, uint16_t value)
{
    fixtures_frame_begin_request(writer, "keep_uint16");
    fixtures_keep_uint16_cbor_request(writer, value);
    fixtures_frame_end(writer);
}

/** Reads the reply of keep_uint16, into zeros if that fails. */
static inline bool fixtures_keep_uint16_cbor_reply(fixtures_cbor_reader *reader, uint16_t *reply)
{
    fixtures_cbor_read_uint16(reader, reply);
    fixtures_cbor_finish(reader);
    return fixtures_cbor_decoded(reader, reply, sizeof *reply);
}

/** Writes what fixtures_keep_int32_cbor takes: the map of its parameters. */
static inline void fixtures_keep_int32_cbor_request(fixtures_cbor_writer *writer, int32_t value)
{
    fixtures_cbor_write_map(writer, 1);
    fixtures_cbor_write_key(writer, "value");
    fixtures_cbor_write_int(writer, value);
}

/** Writes a whole frame that calls keep_int32. */
static inline void fixtures_keep_int32_cbor_frame(fixtures_cbor_writer *writer, int32_t value)
{
    fixtures_frame_begin_request(writer, "keep_int32");
    fixtures_keep_int32_cbor_request(writer, value);
    fixtures_frame_end(writer);
}

/** Reads the reply of keep_int32, into zeros if that fails. */
static inline bool fixtures_keep_int32_cbor_reply(fixtures_cbor_reader *reader, int32_t *reply)
{
    fixtures_cbor_read_int32(reader, reply);
    fixtures_cbor_finish(reader);
    return fixtures_cbor_decoded(reader, reply, sizeof *reply);
}

/** Writes what fixtures_keep_uint32_cbor takes: the map of its parameters. */
static inline void fixtures_keep_uint32_cbor_request(fixtures_cbor_writer *writer, uint32_t value)
{
    fixtures_cbor_write_map(writer, 1);
    fixtures_cbor_write_key(writer, "value");
    fixtures_cbor_write_int(writer, value);
}

/** Writes a whole frame that calls keep_uint32. */
static inline void fixtures_keep_uint32_cbor_frame(fixtures_cbor_writer *writer, uint32_t value)
{
    fixtures_frame_begin_request(writer, "keep_uint32");
    fixtures_keep_uint32_cbor_request(writer, value);
    fixtures_frame_end(writer);
}

/** Reads the reply of keep_uint32, into zeros if that fails. */
static inline bool fixtures_keep_uint32_cbor_reply(fixtures_cbor_reader *reader, uint32_t *reply)
{
    fixtures_cbor_read_uint32(reader, reply);
    fixtures_cbor_finish(reader);
    return fixtures_cbor_decoded(reader, reply, sizeof *reply);
}

/** Writes what fixtures_keep_int64_cbor takes: the map of its parameters. */
static inline void fixtures_keep_int64_cbor_request(fixtures_cbor_writer *writer, int64_t value)
{
    fixtures_cbor_write_map(writer, 1);
    fixtures_cbor_write_key(writer, "value");
    fixtures_cbor_write_int(writer, value);
}

/** Writes a whole frame that calls keep_int64. */
static inline void fixtures_keep_int64_cbor_frame(fixtures_cbor_writer *writer, int64_t value)
{
    fixtures_frame_begin_request(writer, "keep_int64");
    fixtures_keep_int64_cbor_request(writer, value);
    fixtures_frame_end(writer);
}

/** Reads the reply of keep_int64, into zeros if that fails. */
static inline bool fixtures_keep_int64_cbor_reply(fixtures_cbor_reader *reader, int64_t *reply)
{
    fixtures_cbor_read_int64(reader, reply);
    fixtures_cbor_finish(reader);
    return fixtures_cbor_decoded(reader, reply, sizeof *reply);
}

/** Writes what fixtures_keep_uint64_cbor takes: the map of its parameters. */
static inline void fixtures_keep_uint64_cbor_request(fixtures_cbor_writer *writer, uint64_t value)
{
    fixtures_cbor_write_map(writer, 1);
    fixtures_cbor_write_key(writer, "value");
    fixtures_cbor_write_uint(writer, value);
}

/** Writes a whole frame that calls keep_uint64. */
static inline void fixtures_keep_uint64_cbor_frame(fixtures_cbor_writer *writer, uint64_t value)
{
    fixtures_frame_begin_request(writer, "keep_uint64");
    fixtures_keep_uint64_cbor_request(writer, value);
    fixtures_frame_end(writer);
}

/** Reads the reply of keep_uint64, into zeros if that fails. */
static inline bool fixtures_keep_uint64_cbor_reply(fixtures_cbor_reader *reader, uint64_t *reply)
{
    fixtures_cbor_read_uint64(reader, reply);
    fixtures_cbor_finish(reader);
    return fixtures_cbor_decoded(reader, reply, sizeof *reply);
}

/** Writes what fixtures_keep_float_cbor takes: the map of its parameters. */
static inline void fixtures_keep_float_cbor_request(fixtures_cbor_writer *writer, float value)
{
    fixtures_cbor_write_map(writer, 1);
    fixtures_cbor_write_key(writer, "value");
    fixtures_cbor_write_double(writer, (double)value);
}

/** Writes a whole frame that calls keep_float. */
static inline void fixtures_keep_float_cbor_frame(fixtures_cbor_writer *writer, float value)
{
    fixtures_frame_begin_request(writer, "keep_float");
    fixtures_keep_float_cbor_request(writer, value);
    fixtures_frame_end(writer);
}

/** Reads the reply of keep_float, into zeros if that fails. */
static inline bool fixtures_keep_float_cbor_reply(fixtures_cbor_reader *reader, float *reply)
{
    fixtures_cbor_read_float(reader, reply);
    fixtures_cbor_finish(reader);
    return fixtures_cbor_decoded(reader, reply, sizeof *reply);
}

/** Writes what fixtures_keep_double_cbor takes: the map of its parameters. */
static inline void fixtures_keep_double_cbor_request(fixtures_cbor_writer *writer, double value)
{
    fixtures_cbor_write_map(writer, 1);
    fixtures_cbor_write_key(writer, "value");
    fixtures_cbor_write_double(writer, value);
}

/** Writes a whole frame that calls keep_double. */
static inline void fixtures_keep_double_cbor_frame(fixtures_cbor_writer *writer, double value)
{
    fixtures_frame_begin_request(writer, "keep_double");
    fixtures_keep_double_cbor_request(writer, value);
    fixtures_frame_end(writer);
}

/** Reads the reply of keep_double, into zeros if that fails. */
static inline bool fixtures_keep_double_cbor_reply(fixtures_cbor_reader *reader, double *reply)
{
    fixtures_cbor_read_double(reader, reply);
    fixtures_cbor_finish(reader);
    return fixtures_cbor_decoded(reader, reply, sizeof *reply);
}

/** Writes what fixtures_keep_scalars_cbor takes: the map of its parameters. */
static inline void fixtures_keep_scalars_cbor_request(fixtures_cbor_writer *writer, const fixtures_scalars *value)
{
    fixtures_cbor_write_map(writer, 1);
    fixtures_cbor_write_key(writer, "value");
    fixtures_scalars_encode(writer, value);
}

/** Writes a whole frame that calls keep_scalars. */
static inline void fixtures_keep_scalars_cbor_frame(fixtures_cbor_writer *writer, const fixtures_scalars *value)
{
    fixtures_frame_begin_request(writer, "keep_scalars");
    fixtures_keep_scalars_cbor_request(writer, value);
    fixtures_frame_end(writer);
}

/** Reads the reply of keep_scalars, into zeros if that fails. What it points to lies in the reader's memory. */
static inline bool fixtures_keep_scalars_cbor_reply(fixtures_cbor_reader *reader, fixtures_scalars *reply)
{
    fixtures_scalars_decode(reader, reply);
    fixtures_cbor_finish(reader);
    return fixtures_cbor_decoded(reader, reply, sizeof *reply);
}

/** Writes what fixtures_keep_text_cbor takes: the map of its parameters. */
static inline void fixtures_keep_text_cbor_request(fixtures_cbor_writer *writer, const char *value)
{
    fixtures_cbor_write_map(writer, 1);
    fixtures_cbor_write_key(writer, "value");
    fixtures_cbor_write_text(writer, value);
}

/** Writes a whole frame that calls keep_text. */
static inline void fixtures_keep_text_cbor_frame(fixtures_cbor_writer *writer, const char *value)
{
    fixtures_frame_begin_request(writer, "keep_text");
    fixtures_keep_text_cbor_request(writer, value);
    fixtures_frame_end(writer);
}

/** Reads the reply of keep_text, into zeros if that fails. What it points to lies in the reader's memory. */
static inline bool fixtures_keep_text_cbor_reply(fixtures_cbor_reader *reader, const char **reply)
{
    fixtures_cbor_take_text(reader, reply, NULL);
    fixtures_cbor_finish(reader);
    return fixtures_cbor_decoded(reader, reply, sizeof *reply);
}

/** Writes what fixtures_keep_optional_text_cbor takes: the map of its parameters. */
static inline void fixtures_keep_optional_text_cbor_request(fixtures_cbor_writer *writer, const char *value)
{
    fixtures_cbor_write_map(writer, 1);
    fixtures_cbor_write_key(writer, "value");
    if (value != NULL)
        fixtures_cbor_write_text(writer, value);
    else
        fixtures_cbor_write_null(writer);
}

/** Writes a whole frame that calls keep_optional_text. */
static inline void fixtures_keep_optional_text_cbor_frame(fixtures_cbor_writer *writer, const char *value)
{
    fixtures_frame_begin_request(writer, "keep_optional_text");
    fixtures_keep_optional_text_cbor_request(writer, value);
    fixtures_frame_end(writer);
}

/** Reads the reply of keep_optional_text, into zeros if that fails. What it points to lies in the reader's memory. */
static inline bool fixtures_keep_optional_text_cbor_reply(fixtures_cbor_reader *reader, fixtures_keep_optional_text_reply *reply)
{
    memset(reply, 0, sizeof *reply);
    if (!fixtures_cbor_accept_null(reader)) fixtures_cbor_take_text(reader, &reply->value, NULL);
    fixtures_cbor_finish(reader);
    return fixtures_cbor_decoded(reader, reply, sizeof *reply);
}

/** Writes what fixtures_lone_surrogate_cbor takes: the map of its parameters. */
static inline void fixtures_lone_surrogate_cbor_request(fixtures_cbor_writer *writer)
{
    fixtures_cbor_write_map(writer, 0);
}

/** Writes a whole frame that calls lone_surrogate. */
static inline void fixtures_lone_surrogate_cbor_frame(fixtures_cbor_writer *writer)
{
    fixtures_frame_begin_request(writer, "lone_surrogate");
    fixtures_lone_surrogate_cbor_request(writer);
    fixtures_frame_end(writer);
}

/** Reads the reply of lone_surrogate, into zeros if that fails. What it points to lies in the reader's memory. */
static inline bool fixtures_lone_surrogate_cbor_reply(fixtures_cbor_reader *reader, const char **reply)
{
    fixtures_cbor_take_text(reader, reply, NULL);
    fixtures_cbor_finish(reader);
    return fixtures_cbor_decoded(reader, reply, sizeof *reply);
}

/** Writes what fixtures_embedded_nul_cbor takes: the map of its parameters. */
static inline void fixtures_embedded_nul_cbor_request(fixtures_cbor_writer *writer)
{
    fixtures_cbor_write_map(writer, 0);
}

/** Writes a whole frame that calls embedded_nul. */
static inline void fixtures_embedded_nul_cbor_frame(fixtures_cbor_writer *writer)
{
    fixtures_frame_begin_request(writer, "embedded_nul");
    fixtures_embedded_nul_cbor_request(writer);
    fixtures_frame_end(writer);
}

/** Reads the reply of embedded_nul, into zeros if that fails. What it points to lies in the reader's memory. */
static inline bool fixtures_embedded_nul_cbor_reply(fixtures_cbor_reader *reader, const char **reply)
{
    fixtures_cbor_take_text(reader, reply, NULL);
    fixtures_cbor_finish(reader);
    return fixtures_cbor_decoded(reader, reply, sizeof *reply);
}

/** Writes what fixtures_pass_cbor takes: the map of its parameters. */
static inline void fixtures_pass_cbor_request(fixtures_cbor_writer *writer)
{
    fixtures_cbor_write_map(writer, 0);
}

/** Writes a whole frame that calls pass. */
static inline void fixtures_pass_cbor_frame(fixtures_cbor_writer *writer)
{
    fixtures_frame_begin_request(writer, "pass");
    fixtures_pass_cbor_request(writer);
    fixtures_frame_end(writer);
}

/** Reads the reply of pass, into zeros if that fails. */
static inline bool fixtures_pass_cbor_reply(fixtures_cbor_reader *reader, int64_t *reply)
{
    fixtures_cbor_read_int64(reader, reply);
    fixtures_cbor_finish(reader);
    return fixtures_cbor_decoded(reader, reply, sizeof *reply);
}

/** Writes what fixtures_pass_twice_cbor takes: the map of its parameters. */
static inline void fixtures_pass_twice_cbor_request(fixtures_cbor_writer *writer)
{
    fixtures_cbor_write_map(writer, 0);
}

/** Writes a whole frame that calls pass_twice. */
static inline void fixtures_pass_twice_cbor_frame(fixtures_cbor_writer *writer)
{
    fixtures_frame_begin_request(writer, "pass_twice");
    fixtures_pass_twice_cbor_request(writer);
    fixtures_frame_end(writer);
}

/** Reads the reply of pass_twice, into zeros if that fails. */
static inline bool fixtures_pass_twice_cbor_reply(fixtures_cbor_reader *reader, int64_t *reply)
{
    fixtures_cbor_read_int64(reader, reply);
    fixtures_cbor_finish(reader);
    return fixtures_cbor_decoded(reader, reply, sizeof *reply);
}

/** Writes what fixtures_pass_and_stay_cbor takes: the map of its parameters. */
static inline void fixtures_pass_and_stay_cbor_request(fixtures_cbor_writer *writer)
{
    fixtures_cbor_write_map(writer, 0);
}

/** Writes a whole frame that calls pass_and_stay. */
static inline void fixtures_pass_and_stay_cbor_frame(fixtures_cbor_writer *writer)
{
    fixtures_frame_begin_request(writer, "pass_and_stay");
    fixtures_pass_and_stay_cbor_request(writer);
    fixtures_frame_end(writer);
}

/** Reads the reply of pass_and_stay, which says nothing. */
static inline bool fixtures_pass_and_stay_cbor_reply(fixtures_cbor_reader *reader)
{
    fixtures_cbor_skip(reader);
    return fixtures_cbor_finish(reader);
}

/** Writes what fixtures_occupy_cbor takes: the map of its parameters. */
static inline void fixtures_occupy_cbor_request(fixtures_cbor_writer *writer)
{
    fixtures_cbor_write_map(writer, 0);
}

/** Writes a whole frame that calls occupy. */
static inline void fixtures_occupy_cbor_frame(fixtures_cbor_writer *writer)
{
    fixtures_frame_begin_request(writer, "occupy");
    fixtures_occupy_cbor_request(writer);
    fixtures_frame_end(writer);
}

/** Reads the reply of occupy, which says nothing. */
static inline bool fixtures_occupy_cbor_reply(fixtures_cbor_reader *reader)
{
    fixtures_cbor_skip(reader);
    return fixtures_cbor_finish(reader);
}

/** Writes what fixtures_count_occupied_cbor takes: the map of its parameters. */
static inline void fixtures_count_occupied_cbor_request(fixtures_cbor_writer *writer)
{
    fixtures_cbor_write_map(writer, 0);
}

/** Writes a whole frame that calls count_occupied. */
static inline void fixtures_count_occupied_cbor_frame(fixtures_cbor_writer *writer)
{
    fixtures_frame_begin_request(writer, "count_occupied");
    fixtures_count_occupied_cbor_request(writer);
    fixtures_frame_end(writer);
}

/** Reads the reply of count_occupied, into zeros if that fails. */
static inline bool fixtures_count_occupied_cbor_reply(fixtures_cbor_reader *reader, int32_t *reply)
{
    fixtures_cbor_read_int32(reader, reply);
    fixtures_cbor_finish(reader);
    return fixtures_cbor_decoded(reader, reply, sizeof *reply);
}

/** Writes what fixtures_vacate_cbor takes: the map of its parameters. */
static inline void fixtures_vacate_cbor_request(fixtures_cbor_writer *writer)
{
    fixtures_cbor_write_map(writer, 0);
}

/** Writes a whole frame that calls vacate. */
static inline void fixtures_vacate_cbor_frame(fixtures_cbor_writer *writer)
{
    fixtures_frame_begin_request(writer, "vacate");
    fixtures_vacate_cbor_request(writer);
    fixtures_frame_end(writer);
}

/** Reads the reply of vacate, which says nothing. */
static inline bool fixtures_vacate_cbor_reply(fixtures_cbor_reader *reader)
{
    fixtures_cbor_skip(reader);
    return fixtures_cbor_finish(reader);
}

/** Writes what fixtures_count_collisions_cbor takes: the map of its parameters. */
static inline void fixtures_count_collisions_cbor_request(fixtures_cbor_writer *writer)
{
    fixtures_cbor_write_map(writer, 0);
}

/** Writes a whole frame that calls count_collisions. */
static inline void fixtures_count_collisions_cbor_frame(fixtures_cbor_writer *writer)
{
    fixtures_frame_begin_request(writer, "count_collisions");
    fixtures_count_collisions_cbor_request(writer);
    fixtures_frame_end(writer);
}

/** Reads the reply of count_collisions, into zeros if that fails. */
static inline bool fixtures_count_collisions_cbor_reply(fixtures_cbor_reader *reader, int32_t *reply)
{
    fixtures_cbor_read_int32(reader, reply);
    fixtures_cbor_finish(reader);
    return fixtures_cbor_decoded(reader, reply, sizeof *reply);
}

/** Writes what fixtures_session_add_cbor takes: the map of its parameters. */
static inline void fixtures_session_add_cbor_request(fixtures_cbor_writer *writer, int64_t number)
{
    fixtures_cbor_write_map(writer, 1);
    fixtures_cbor_write_key(writer, "number");
    fixtures_cbor_write_int(writer, number);
}

/** Writes a whole frame that calls session_add of the session with this number. */
static inline void fixtures_session_add_cbor_frame(fixtures_cbor_writer *writer, uint64_t handle, int64_t number)
{
    fixtures_frame_begin_request(writer, "session_add");
    fixtures_cbor_write_map(writer, 2);
    fixtures_cbor_write_key(writer, "handle");
    fixtures_cbor_write_uint(writer, handle);
    fixtures_cbor_write_key(writer, "number");
    fixtures_cbor_write_int(writer, number);
    fixtures_frame_end(writer);
}

/** Reads the reply of session_add, into zeros if that fails. */
static inline bool fixtures_session_add_cbor_reply(fixtures_cbor_reader *reader, int64_t *reply)
{
    fixtures_cbor_read_int64(reader, reply);
    fixtures_cbor_finish(reader);
    return fixtures_cbor_decoded(reader, reply, sizeof *reply);
}

/** Writes what fixtures_session_name_cbor takes: the map of its parameters. */
static inline void fixtures_session_name_cbor_request(fixtures_cbor_writer *writer)
{
    fixtures_cbor_write_map(writer, 0);
}

/** Writes a whole frame that calls session_name of the session with this number. */
static inline void fixtures_session_name_cbor_frame(fixtures_cbor_writer *writer, uint64_t handle)
{
    fixtures_frame_begin_request(writer, "session_name");
    fixtures_cbor_write_map(writer, 1);
    fixtures_cbor_write_key(writer, "handle");
    fixtures_cbor_write_uint(writer, handle);
    fixtures_frame_end(writer);
}

/** Reads the reply of session_name, into zeros if that fails. What it points to lies in the reader's memory. */
static inline bool fixtures_session_name_cbor_reply(fixtures_cbor_reader *reader, const char **reply)
{
    fixtures_cbor_take_text(reader, reply, NULL);
    fixtures_cbor_finish(reader);
    return fixtures_cbor_decoded(reader, reply, sizeof *reply);
}

/** Writes what fixtures_session_fork_cbor takes: the map of its parameters. */
static inline void fixtures_session_fork_cbor_request(fixtures_cbor_writer *writer, const char *name)
{
    fixtures_cbor_write_map(writer, 1);
    fixtures_cbor_write_key(writer, "name");
    fixtures_cbor_write_text(writer, name);
}

/** Writes a whole frame that calls session_fork of the session with this number. */
static inline void fixtures_session_fork_cbor_frame(fixtures_cbor_writer *writer, uint64_t handle, const char *name)
{
    fixtures_frame_begin_request(writer, "session_fork");
    fixtures_cbor_write_map(writer, 2);
    fixtures_cbor_write_key(writer, "handle");
    fixtures_cbor_write_uint(writer, handle);
    fixtures_cbor_write_key(writer, "name");
    fixtures_cbor_write_text(writer, name);
    fixtures_frame_end(writer);
}

/** Reads the reply of session_fork: the object's number, into zeros if that fails. */
static inline bool fixtures_session_fork_cbor_reply(fixtures_cbor_reader *reader, uint64_t *reply)
{
    fixtures_cbor_read_uint64(reader, reply);
    fixtures_cbor_finish(reader);
    return fixtures_cbor_decoded(reader, reply, sizeof *reply);
}

/** Reads the payload of on_tick, which says nothing. */
static inline bool fixtures_on_tick_cbor_event(fixtures_cbor_reader *reader)
{
    return fixtures_cbor_skip(reader);
}

/** Reads the payload of on_count, into zeros if that fails; what it points to lies in the reader's memory. */
static inline bool fixtures_on_count_cbor_event(fixtures_cbor_reader *reader, fixtures_on_count_event *event)
{
    memset(event, 0, sizeof *event);
    fixtures_cbor_read_int32(reader, &event->value);
    return fixtures_cbor_decoded(reader, event, sizeof *event);
}

/** Reads the payload of on_label, into zeros if that fails; what it points to lies in the reader's memory. */
static inline bool fixtures_on_label_cbor_event(fixtures_cbor_reader *reader, fixtures_label *event)
{
    return fixtures_label_decode(reader, event);
}

/** Reads the payload of on_everything, into zeros if that fails; what it points to lies in the reader's memory. */
static inline bool fixtures_on_everything_cbor_event(fixtures_cbor_reader *reader, fixtures_on_everything_event *event)
{
    static const char *const keys[] = {"flag", "small", "large", "number", "text", "data", "color", "point"};
    fixtures_cbor_members members;
    memset(event, 0, sizeof *event);
    fixtures_cbor_begin_members(reader, &members, keys, 8, UINT64_C(0x40));
    while (fixtures_cbor_next_member(reader, &members)) {
        switch (members.member) {
        case 0: fixtures_cbor_read_bool(reader, &event->flag); break;
        case 1: fixtures_cbor_read_int8(reader, &event->small); break;
        case 2: fixtures_cbor_read_uint64(reader, &event->large); break;
        case 3: fixtures_cbor_read_double(reader, &event->number); break;
        case 4: fixtures_cbor_take_text(reader, &event->text, NULL); break;
        case 5: fixtures_cbor_take_bytes(reader, &event->data, &event->data_size); break;
        case 6: event->has_color = !fixtures_cbor_accept_null(reader) && fixtures_color_decode(reader, &event->color); break;
        case 7: fixtures_point_decode(reader, &event->point); break;
        default: break;
        }
    }
    return fixtures_cbor_decoded(reader, event, sizeof *event);
}

/** Reads the payload of on_two, into zeros if that fails; what it points to lies in the reader's memory. */
static inline bool fixtures_on_two_cbor_event(fixtures_cbor_reader *reader, fixtures_on_two_event *event)
{
    static const char *const keys[] = {"arg1", "arg2"};
    fixtures_cbor_members members;
    memset(event, 0, sizeof *event);
    fixtures_cbor_begin_members(reader, &members, keys, 2, 0);
    while (fixtures_cbor_next_member(reader, &members)) {
        switch (members.member) {
        case 0: fixtures_cbor_read_int32(reader, &event->arg1); break;
        case 1: fixtures_cbor_take_text(reader, &event->arg2, NULL); break;
        default: break;
        }
    }
    return fixtures_cbor_decoded(reader, event, sizeof *event);
}

/** Reads the payload of on_three, into zeros if that fails; what it points to lies in the reader's memory. */
static inline bool fixtures_on_three_cbor_event(fixtures_cbor_reader *reader, fixtures_on_three_event *event)
{
    static const char *const keys[] = {"arg1", "arg2", "arg3"};
    fixtures_cbor_members members;
    memset(event, 0, sizeof *event);
    fixtures_cbor_begin_members(reader, &members, keys, 3, 0);
    while (fixtures_cbor_next_member(reader, &members)) {
        switch (members.member) {
        case 0: fixtures_cbor_read_int32(reader, &event->arg1); break;
        case 1: fixtures_cbor_take_text(reader, &event->arg2, NULL); break;
        case 2: fixtures_cbor_read_bool(reader, &event->arg3); break;
        default: break;
        }
    }
    return fixtures_cbor_decoded(reader, event, sizeof *event);
}

/** Reads the payload of on_four, into zeros if that fails; what it points to lies in the reader's memory. */
static inline bool fixtures_on_four_cbor_event(fixtures_cbor_reader *reader, fixtures_on_four_event *event)
{
    static const char *const keys[] = {"arg1", "arg2", "arg3", "arg4"};
    fixtures_cbor_members members;
    memset(event, 0, sizeof *event);
    fixtures_cbor_begin_members(reader, &members, keys, 4, 0);
    while (fixtures_cbor_next_member(reader, &members)) {
        switch (members.member) {
        case 0: fixtures_cbor_read_int32(reader, &event->arg1); break;
        case 1: fixtures_cbor_take_text(reader, &event->arg2, NULL); break;
        case 2: fixtures_cbor_read_bool(reader, &event->arg3); break;
        case 3: fixtures_cbor_read_double(reader, &event->arg4); break;
        default: break;
        }
    }
    return fixtures_cbor_decoded(reader, event, sizeof *event);
}

/** Reads the payload of on_five, into zeros if that fails; what it points to lies in the reader's memory. */
static inline bool fixtures_on_five_cbor_event(fixtures_cbor_reader *reader, fixtures_on_five_event *event)
{
    static const char *const keys[] = {"arg1", "arg2", "arg3", "arg4", "arg5"};
    fixtures_cbor_members members;
    memset(event, 0, sizeof *event);
    fixtures_cbor_begin_members(reader, &members, keys, 5, 0);
    while (fixtures_cbor_next_member(reader, &members)) {
        switch (members.member) {
        case 0: fixtures_cbor_read_int32(reader, &event->arg1); break;
        case 1: fixtures_cbor_take_text(reader, &event->arg2, NULL); break;
        case 2: fixtures_cbor_read_bool(reader, &event->arg3); break;
        case 3: fixtures_cbor_read_double(reader, &event->arg4); break;
        case 4: fixtures_color_decode(reader, &event->arg5); break;
        default: break;
        }
    }
    return fixtures_cbor_decoded(reader, event, sizeof *event);
}

/** Reads the payload of on_six, into zeros if that fails; what it points to lies in the reader's memory. */
static inline bool fixtures_on_six_cbor_event(fixtures_cbor_reader *reader, fixtures_on_six_event *event)
{
    static const char *const keys[] = {"arg1", "arg2", "arg3", "arg4", "arg5", "arg6"};
    fixtures_cbor_members members;
    memset(event, 0, sizeof *event);
    fixtures_cbor_begin_members(reader, &members, keys, 6, 0);
    while (fixtures_cbor_next_member(reader, &members)) {
        switch (members.member) {
        case 0: fixtures_cbor_read_int32(reader, &event->arg1); break;
        case 1: fixtures_cbor_take_text(reader, &event->arg2, NULL); break;
        case 2: fixtures_cbor_read_bool(reader, &event->arg3); break;
        case 3: fixtures_cbor_read_double(reader, &event->arg4); break;
        case 4: fixtures_color_decode(reader, &event->arg5); break;
        case 5: fixtures_cbor_take_bytes(reader, &event->arg6, &event->arg6_size); break;
        default: break;
        }
    }
    return fixtures_cbor_decoded(reader, event, sizeof *event);
}

/** Reads the payload of on_seven, into zeros if that fails; what it points to lies in the reader's memory. */
static inline bool fixtures_on_seven_cbor_event(fixtures_cbor_reader *reader, fixtures_on_seven_event *event)
{
    static const char *const keys[] = {"arg1", "arg2", "arg3", "arg4", "arg5", "arg6", "arg7"};
    fixtures_cbor_members members;
    memset(event, 0, sizeof *event);
    fixtures_cbor_begin_members(reader, &members, keys, 7, UINT64_C(0x40));
    while (fixtures_cbor_next_member(reader, &members)) {
        switch (members.member) {
        case 0: fixtures_cbor_read_int32(reader, &event->arg1); break;
        case 1: fixtures_cbor_take_text(reader, &event->arg2, NULL); break;
        case 2: fixtures_cbor_read_bool(reader, &event->arg3); break;
        case 3: fixtures_cbor_read_double(reader, &event->arg4); break;
        case 4: fixtures_color_decode(reader, &event->arg5); break;
        case 5: fixtures_cbor_take_bytes(reader, &event->arg6, &event->arg6_size); break;
        case 6: if (!fixtures_cbor_accept_null(reader)) fixtures_cbor_read_int32_list(reader, &event->arg7, &event->arg7_count); break;
        default: break;
        }
    }
    return fixtures_cbor_decoded(reader, event, sizeof *event);
}

/** Reads the payload of on_passed, into zeros if that fails; what it points to lies in the reader's memory. */
static inline bool fixtures_on_passed_cbor_event(fixtures_cbor_reader *reader, fixtures_on_passed_event *event)
{
    memset(event, 0, sizeof *event);
    fixtures_cbor_read_int64(reader, &event->value);
    return fixtures_cbor_decoded(reader, event, sizeof *event);
}

#endif
