namespace Twofold.E2E.Cases;

/// <summary>The rows of docs/c-abi.md that make a promise, by their first cell, and the specs that fail if it is broken.</summary>
internal static class CAbiRows
{
    private const string Contract = "Ownership_threads_and_statuses_are_as_the_tables_say";
    private const string Codec = "Every_check_of_the_program_passes";
    private const string CodecRows = "The_C_program_has_run_every_row";
    private const string Stacks = "Calls_and_nested_callbacks_need_little_stack";
    private const string Everywhere = "Descriptors_environment_locale_folder_and_outputs_are_left_alone";

    public static IReadOnlyDictionary<string, string[]> Specs { get; } = new Dictionary<string, string[]>
    {
        ["`my_timer_echo`"] = [Contract, "The_documented_program_prints_what_is_documented", "Destroy_at_any_time_ends_every_call_once_and_no_callback_runs_afterwards"],
        ["`my_timer_echo_sync`"] = [Contract, "The_documented_program_prints_what_is_documented"],
        ["`my_timer_echo_cbor`"] = ["Every_call_is_answered_once_with_a_status_and_a_text"],

        ["structs, strings and lists that you pass"] = [Contract],
        ["`reply` and `error` of a callback, an event, a line of the log"] = [Contract, "The_log_goes_where_it_was_set_to_and_nowhere_after_it_was_unset"],
        ["the result of a `_sync` call"] = [Contract],
        ["`my_timer_last_error()`"] = [Contract],
        ["`my_timer_server_address()`"] = [Contract],
        ["`my_timer_status_name()`"] = [Contract],
        ["a handle"] = [Contract, "An_object_has_methods_and_a_release_of_its_own", "A_hundred_thousand_handles_are_unique_even_after_removal"],

        ["0"] = [Contract],
        ["1"] = [Contract],
        ["2"] = [Contract, "Every_export_can_be_the_first_call_of_a_process"],
        ["3"] = ["A_table_of_a_document_has_a_row_for_each_entry_of_the_ABI"],
        ["4"] = [Contract, "An_invalid_argument_is_refused_by_name"],
        ["5"] = [Contract, "Every_export_can_be_the_first_call_of_a_process"],
        ["6"] = [Contract],
        ["7"] = ["A_payload_over_the_limit_is_rejected_before_it_arrives"],
        ["8"] = [Contract, "Calls_in_flight_end_cancelled_exactly_once_before_destroy_returns"],
        ["9"] = [Contract, "A_connection_over_the_limit_gets_an_error_and_is_closed"],
        ["13"] = ["A_server_with_a_token_serves_those_who_present_it"],
        ["10"] = [Contract, "An_unhandled_exception_is_logged_with_its_stack_trace"],

        ["a method of an idle object"] = [Contract, "An_idle_context_runs_the_method_and_the_callback_on_the_calling_thread"],
        ["a method of a busy object, and the code after an `await`"] =
            ["A_call_on_a_busy_context_is_queued_and_the_caller_continues", "Two_methods_never_run_at_once_for_any_mix_of_threads_and_awaits"],
        ["a callback"] = [Contract],
        ["a listener"] =
            [Contract, "An_event_is_delivered_before_the_reply_of_the_call_that_raised_it", "Events_stay_in_order_and_one_at_a_time_when_many_threads_deliver_them"],
        ["the log's callback"] = ["The_log_goes_where_it_was_set_to_and_nowhere_after_it_was_unset", "All_lines_arrive_in_order_before_the_log_is_unset"],
        ["a call, `_add_..._listener`"] = ["A_callback_may_call_the_context_again", "A_listener_may_call_methods_that_raise_its_event"],
        ["`my_timer_remove_listener`"] = ["A_listener_may_remove_itself", "Remove_waits_for_a_callback_on_another_thread_and_none_runs_afterwards"],
        ["`my_timer_destroy`"] =
            [Contract, "Destroy_inside_a_callback_works_whether_the_call_ended_at_once_or_late", "Destroy_inside_a_listener_works_and_the_call_that_raised_the_event_still_ends"],
        ["`my_timer_set_log`"] = ["A_sink_may_unset_the_log_and_gets_nothing_more"],

        ["`my_timer_echo_cbor_request`"] = [CodecRows, "The_documented_program_prints_what_is_documented"],
        ["`my_timer_echo_cbor_frame`"] = [Codec, "A_client_prints_the_transcript"],
        ["`my_timer_echo_cbor_reply`"] = [CodecRows, "The_documented_program_prints_what_is_documented"],
        ["`my_timer_on_echo_fired_cbor_event`"] = [CodecRows],
        ["`my_timer_echo_request_encode`, `_decode`"] = [Codec, CodecRows],
        ["a writer"] = [Codec, CodecRows],
        ["a reader"] = [Codec, CodecRows],
        ["memory"] = [Codec, CodecRows],
        ["an announced length"] = [Codec],
        ["an error"] = [Codec, CodecRows],
        ["rejected input"] = [Codec, CodecRows],
        ["nesting"] = [Codec],

        ["ERROR"] =
        [
            "An_unhandled_exception_is_logged_with_its_stack_trace", "An_object_that_fails_to_dispose_is_logged", "A_failure_in_fire_and_forget_code_is_logged",
            "A_failing_cancellation_callback_is_logged",
        ],
        ["WARNING"] =
        [
            "Lost_events_are_logged_at_the_first_the_second_the_fourth_and_so_on", "A_method_that_ignores_destroy_is_logged",
            "A_peer_that_is_rejected_or_exceeds_a_timeout_is_logged",
        ],
        ["INFO"] = ["A_server_its_connections_and_failed_requests_are_logged", "A_peer_that_is_rejected_or_exceeds_a_timeout_is_logged"],
        ["DEBUG"] = ["A_server_its_connections_and_failed_requests_are_logged"],

        ["lines about one connection"] = ["A_peer_whose_requests_all_fail_causes_few_lines_and_the_count_of_the_others", "A_peer_whose_requests_fail_cannot_flood_the_log"],
        ["lines about all connections together"] = ["All_connections_together_are_limited_too"],
        ["exceptions of the author's code"] = ["Exceptions_of_the_author_are_limited_and_their_texts_bounded"],
        ["rejected connections"] = ["Rejected_connections_are_logged_once_a_second_with_the_count_of_the_others"],
        ["a message of a peer or a method in a line"] = ["A_long_text_of_a_peer_is_shortened"],
        ["a line"] = ["Exceptions_of_the_author_are_limited_and_their_texts_bounded"],
        ["lines that wait for the callback"] = ["Lines_that_wait_have_bounded_texts", "A_sink_that_falls_behind_loses_the_newest_lines_and_gets_their_count"],
        ["the wait for a callback that does not return, when the log is set or unset"] =
            ["A_sink_that_never_returns_delays_an_unset_by_a_second_and_gets_no_more_lines", "A_log_that_no_process_reads_does_not_delay_the_stop"],

        ["output"] = [Everywhere, "Serving_gives_the_signal_handlers_back_and_can_be_done_again"],
        ["SIGINT, SIGTERM"] = ["The_hosts_own_signal_handlers_stay", "Serving_gives_the_signal_handlers_back_and_can_be_done_again"],
        ["SIGPIPE"] = ["Only_the_documented_signals_are_taken", "The_hosts_own_signal_handlers_stay"],
        ["SIGSEGV, SIGFPE"] = ["Only_the_documented_signals_are_taken", "The_hosts_own_faults_reach_its_handler"],
        ["one realtime signal"] = ["Only_the_documented_signals_are_taken"],
        ["other signals, signal masks"] = ["Only_the_documented_signals_are_taken", "The_hosts_own_signal_handlers_stay"],
        ["environment, locale, working directory, umask, limits, rounding mode"] = [Everywhere],
        ["descriptors"] = [Everywhere],
        ["threads of the host that come and go"] = ["Ten_thousand_threads_that_come_and_go_leave_nothing_behind"],
        ["threads of the host that end"] =
        [
            "A_call_in_a_destructor_of_a_thread_is_answered_or_refused", "So_may_a_million_threads", "Thread_local_objects_may_call_when_they_are_destroyed",
        ],
        ["threads of the host that are cancelled"] = ["A_thread_that_is_cancelled_ends_between_its_calls"],
        ["memory after a burst of calls"] = ["Memory_comes_back_after_a_burst_of_large_replies_and_of_pending_calls"],
        ["stack of the first call of a process"] = [Stacks],
        ["stack of other calls"] = [Stacks],
        ["stack of calls inside callbacks"] = [Stacks],
        ["address space"] = ["The_first_call_reserves_little_address_space", "It_works_where_address_space_is_limited"],
        ["fork"] = ["A_host_may_fork_before_its_first_call_and_execute_after_it"],
        ["dlclose"] = ["Threads_may_load_call_unload_and_exit"],
        ["another Twofold library"] = ["Every_check_of_the_program_passes"],
        ["symbols"] = ["The_exported_symbols_are_the_declared_functions", "Every_exported_symbol_bears_the_librarys_prefix"],
    };
}
