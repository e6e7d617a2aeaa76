/*
 * fixtures 0.0.0 as CBOR: the same methods, for bytes that cross to another process or machine.
 * Printed by Twofold.Bindings from the library itself; do not edit.
 *
 * The first half needs the library. The second half is header-only: a reader and a writer, which is all that a
 * client over a socket needs.
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

/* Templates/cbor_codec.h */

#endif
