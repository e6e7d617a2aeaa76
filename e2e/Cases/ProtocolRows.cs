namespace Twofold.E2E.Cases;

/// <summary>The rows of docs/protocol.md that make a promise, by their first cell, and the specs that fail if it is broken.</summary>
internal static class ProtocolRows
{
    private const string Weighed = "What_is_counted_for_arguments_is_what_they_take";
    private const string Replayed = "The_documented_conversation_takes_place";
    private const string Table = "A_call_ends_over_the_wire_as_the_table_says";
    private const string Mistakes = "Every_mistake_is_refused_with_its_path";
    private const string Number = "A_number_is_read_or_refused";
    private const string Answers = "The_server_answers";
    private const string Refuses = "The_server_refuses";
    private const string Limit = "A_server_enforces_the_request_limit_that_its_flag_sets";
    private const string Numbers = "A_table_of_a_document_has_a_row_for_each_entry_of_the_ABI";

    public static IReadOnlyDictionary<string, string[]> Specs { get; } = new Dictionary<string, string[]>
    {
        ["`bool`"] = [Table],
        ["`sbyte` to `ulong`"] = [Table, "An_integer_out_of_range_is_refused_with_its_path"],
        ["`Half`, `float`, `double`"] = [Table, "A_float_is_written_in_the_shortest_width_and_read_back"],
        ["`string`"] = [Table, "Invalid_UTF8_is_refused_with_its_path"],
        ["`char`"] = [Table],
        ["`Guid`"] = [Table, Mistakes],
        ["`DateTimeOffset`, `DateTime`"] = [Table, Mistakes],
        ["`DateOnly`"] = [Table, Mistakes],
        ["`TimeSpan`"] = [Table, Mistakes],
        ["`decimal`"] = [Table, Mistakes],
        ["`Uri`"] = [Table],
        ["`byte[]`"] = [Table],
        ["enum"] = [Table, Replayed],
        ["list"] = [Table],
        ["record"] = [Table],
        ["`T?`"] = [Table, "Optional_members_may_be_null_undefined_or_absent", "Optional_members_without_a_value_are_written_as_null"],
        ["nothing"] = [Table, "A_method_without_a_result_answers_null"],
        ["`Half`, `float`, `double`, from an integer"] = [Table, Number, "A_float_accepts_only_integers_that_it_holds_exactly"],
        ["integers, from a float"] = [Table, Number, Replayed],
        ["numbers, from a bignum"] = [Table, Number, "Every_integer_type_reads_the_same_value_from_an_integer_a_float_and_a_bignum"],
        ["`Guid`, in another form"] = [Table, Mistakes],
        ["`DateTimeOffset`, `DateTime`, in another form"] = [Table, Mistakes],
        ["`DateOnly`, in another form"] = [Table, Mistakes],
        ["`decimal`, in another form"] = [Table, Mistakes],
        ["`Uri`, in another form"] = [Table, Mistakes],
        ["a list that is required"] = [Table, Replayed, "Null_is_accepted_as_an_empty_list_but_not_for_other_required_members"],

        ["-1"] = [Replayed],
        ["0"] = [Replayed],
        ["1"] = [Replayed],
        ["2"] = [Numbers],
        ["3"] = [Numbers],
        ["4"] = [Replayed],
        ["5"] = [Replayed, "A_call_on_a_destroyed_context_is_rejected_and_its_callback_never_fires"],
        ["6"] = [Replayed],
        ["7"] = [Replayed],
        ["8"] = ["Calls_in_flight_end_cancelled_exactly_once_before_destroy_returns"],
        ["9"] = [Replayed],
        ["13"] = [Replayed, "A_user_that_is_not_named_is_refused"],
        ["10"] = ["Exceptions_become_statuses_whether_they_come_at_once_or_late", "An_exception_from_the_service_becomes_the_reply_and_the_connection_stays_open"],

        ["`$hello`"] = [Replayed],
        ["`$subscribe`"] = [Replayed],
        ["`$unsubscribe`"] = [Replayed],
        ["`$release`"] = ["A_released_object_is_disposed_of_and_its_number_is_invalid"],

        ["take any time for a reply"] = ["A_call_that_takes_long_does_not_close_the_connection"],
        ["send events between any two replies, after a subscription"] = ["An_event_wakes_the_transport_and_is_sent_without_a_request"],
        ["stop reading while a client is over its limits"] =
            ["At_the_limit_of_requests_in_flight_the_connection_stops_reading", "At_the_limit_of_unread_output_the_connection_stops_reading_until_the_peer_reads"],
        ["reject a connection with a frame that answers no request"] = [Replayed, "A_refused_peer_that_has_already_sent_a_request_can_read_the_reason"],
        ["close when a timeout has expired, or when it stops"] =
            ["A_frame_that_stays_unfinished_ends_its_connection_and_no_other", "A_call_that_outlasts_the_drain_gets_no_reply"],

        ["answers out of order, twice, or not at all while the connection is open"] =
            ["The_replies_do_not_depend_on_the_order_in_which_calls_end", "A_hundred_thousand_pipelined_requests_are_all_answered"],
        ["sends part of a reply and then changes its mind"] = ["A_failure_discards_the_part_of_the_reply_that_was_already_written"],
        ["sends invalid data: CBOR, UTF-8, duplicate keys"] =
            ["Another_codec_can_read_the_replies_to_damaged_requests", "Damaged_frames_by_the_hundred_thousand_leave_nothing_behind"],
        ["sends an event without a subscription, or a call's event after its reply"] =
            ["Only_a_subscribed_peer_receives_events", "The_event_of_a_call_comes_before_its_reply"],
        ["closes a connection because a value is wrong, or because it is idle"] = [Refuses, "By_default_an_idle_peer_is_never_closed"],
        ["lets a pending call or a misbehaving client delay other connections"] =
            ["A_slow_call_delays_no_other_connection", "A_client_that_pipelines_100_000_requests_and_reads_nothing_affects_no_other_client"],

        ["send a frame in any number of pieces, and any number of frames in one piece"] = ["A_frame_may_come_byte_by_byte", "The_replies_are_the_same_when_the_input_is_split_at_any_offset"],
        ["send any bytes"] = [Answers, Refuses, "Random_bytes_never_cause_an_exception"],
        ["subscribe twice"] = ["Subscribe_answers_null_and_is_idempotent"],
        ["leave at any time, with calls in flight"] =
            ["A_client_that_leaves_before_its_reply_affects_no_other_client", "The_listeners_of_a_peer_are_removed_when_it_disconnects", "The_objects_of_a_connection_are_disposed_of_when_it_closes"],

        ["`--max-method-bytes`"] = [Limit, "A_method_name_over_the_limit_is_rejected_before_it_arrives"],
        ["`--max-payload-bytes`"] = [Limit, "A_payload_over_the_limit_is_rejected_before_it_arrives", "Memory_for_a_large_payload_grows_as_the_payload_arrives"],
        ["`--max-nesting`"] = [Limit],
        ["`--max-in-flight`"] = ["Requests_over_the_limit_in_flight_wait_for_the_first"],
        ["`--max-unread-bytes`"] =
            ["A_peer_that_leaves_its_replies_unread_is_read_up_to_the_limit", "Events_that_a_peer_leaves_unread_are_kept_up_to_the_limit"],
        ["`--progress-timeout-ms`"] = ["A_peer_that_takes_none_of_its_output_is_closed_and_no_other"],
        ["`--frame-timeout-ms`"] = ["A_frame_that_stays_unfinished_ends_its_connection_and_no_other"],
        ["`--idle-timeout-ms`"] = ["An_idle_connection_is_closed_unless_it_has_a_subscription_or_a_pending_call", "Without_traffic_a_connection_is_idle_from_the_first_check_on"],
        ["`--max-connections`"] = ["One_connection_more_than_the_limit_is_refused_until_another_leaves"],
        ["`--max-connections-per-peer`"] = ["One_connection_more_than_a_peer_may_have_is_refused_until_another_leaves"],
        ["its permissions"] = ["A_unix_socket_is_for_its_owner_under_any_umask"],
        ["the user"] = ["A_user_that_is_not_named_is_refused"],
        ["a token"] = [Replayed, "A_client_with_the_right_token_is_served", "A_client_without_the_right_token_is_told_what_is_wrong"],
        ["the number of connections"] = ["One_connection_more_than_the_limit_is_refused_until_another_leaves", "One_connection_more_than_a_peer_may_have_is_refused_until_another_leaves"],
        ["`--max-objects`"] = ["A_connection_at_the_limit_of_1024_objects_can_release_one_and_continue"],
        ["`--max-total-bytes`"] = ["Slow_calls_of_many_peers_are_limited_together_and_another_client_is_served", "Past_the_limit_the_connection_that_holds_most_is_rejected_and_another_is_served"],
        ["`--max-pending-calls`"] = ["More_pending_calls_than_the_limit_are_rejected", "The_number_of_pending_calls_is_limited_too"],
        ["a connection"] = ["A_connection_counts_two_kilobytes_until_it_closes", "An_unfinished_request_counts_its_buffer"],
        ["a pending call"] = ["A_pending_call_counts_a_kilobyte_and_its_decoded_arguments"],
        ["a text in decoded arguments"] = [Weighed],
        ["bytes"] = ["What_is_counted_for_bytes_is_what_they_take"],
        ["a list"] = [Weighed],
        ["a record"] = [Weighed],
        ["an object, a subscription"] = ["An_object_counts_until_it_is_released", "A_subscription_counts_until_it_ends"],
        ["`--drain-timeout-ms`"] = ["A_call_that_outlasts_the_drain_gets_no_reply", "A_call_that_ends_within_the_drain_gets_its_reply"],
    };
}
