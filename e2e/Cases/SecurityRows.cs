namespace Twofold.E2E.Cases;

/// <summary>The rows of docs/security.md, by their first cell, and the specs that fail if one is not true.</summary>
internal static class SecurityRows
{
    private const string Attacks = "A_server_withstands_every_attack_and_gives_the_memory_back";
    private const string Limits = "A_server_withstands_attacks_on_its_memory";
    private const string Escaped = "Text_from_a_peer_cannot_break_the_line_or_control_a_terminal";
    private const string Shares = "Slow_calls_of_many_peers_are_limited_together_and_another_client_is_served";

    public static IReadOnlyDictionary<string, string[]> Specs { get; } = new Dictionary<string, string[]>
    {
        ["a unix socket"] = ["A_unix_socket_is_for_its_owner_under_any_umask", "A_user_that_is_not_named_is_refused"],
        ["TCP on loopback"] = ["Any_user_of_the_machine_is_served_over_TCP", "A_client_without_the_right_token_is_told_what_is_wrong"],
        ["another TCP address"] = ["TCP_beyond_loopback_requires_AllowRemote"],
        ["a descriptor, `fd:N`"] = ["It_serves_any_descriptor_by_its_number", "A_passed_socket_that_other_machines_can_reach_needs_a_flag"],

        ["the bytes of a peer"] = ["Damaged_frames_by_the_ten_thousand_leave_nothing_behind", "Random_bytes_never_cause_an_exception"],
        ["how a peer behaves"] = [Attacks],
        ["the process that loads the library"] = ["Every_call_is_answered_once_with_a_status_and_a_text", "Ownership_threads_and_statuses_are_as_the_tables_say"],
        ["the author's methods"] = ["Exceptions_become_statuses_whether_they_come_at_once_or_late"],
        ["texts that a peer sends"] = [Escaped, "Quoted_text_from_a_peer_cannot_control_a_terminal"],

        ["connects and stays idle"] = ["Ten_thousand_idle_connections_cost_little_and_delay_no_other", "An_idle_connection_is_closed_unless_it_has_a_subscription_or_a_pending_call"],
        ["announces a large request"] = ["A_thousand_peers_that_announce_much_cost_little", "A_frame_that_stays_unfinished_ends_its_connection_and_no_other"],
        ["sends a request byte by byte"] = ["A_client_that_sends_a_byte_a_second_affects_no_other_client"],
        ["sends requests and reads no reply"] =
            ["A_peer_that_leaves_its_replies_unread_is_read_up_to_the_limit", "Requests_over_the_limit_in_flight_wait_for_the_first", "A_peer_that_takes_none_of_its_output_is_closed_and_no_other"],
        ["subscribes and reads no event"] = ["Events_that_a_peer_leaves_unread_are_kept_up_to_the_limit"],
        ["makes slow calls with large texts"] = [Shares, "Past_three_quarters_the_connection_that_holds_most_is_not_read_until_there_is_room"],
        ["sends a request that takes more memory than there is"] = ["A_request_that_takes_more_than_the_budget_when_decoded_is_rejected_and_the_next_one_answered"],
        ["sends malformed data"] = ["An_error_costs_little_more_than_success_for"],
        ["sends much"] = ["A_small_request_does_not_wait_for_large_requests_of_a_hundred_peers"],
        ["lets every request fail"] = ["A_peer_whose_requests_fail_cannot_flood_the_log", "All_connections_together_are_limited_too"],
        ["sends control characters in names"] = [Escaped, Attacks],
        ["passes descriptors with its requests"] = ["Frames_that_come_with_descriptors_are_answered_and_the_descriptors_are_dropped"],
        ["connects and leaves over and over"] = ["Five_thousand_connections_that_come_and_go_leave_nothing_behind"],
        ["guesses tokens"] = ["A_hello_may_have_8_KiB_until_it_is_accepted", "Any_other_first_request_is_refused_before_its_payload_arrives"],
        ["holds every connection that it may"] = ["One_user_at_its_limit_leaves_the_rest_to_others"],

        ["a client that makes small calls"] = [Attacks, "Whoever_makes_small_calls_is_served_however_much_the_others_hold"],
        ["the server"] = [Attacks, Limits],
        ["the resident memory"] = [Attacks],
        ["a container of 256 or 512 MiB, `ulimit -v 2000000`"] = [Limits],
        ["a host that makes more calls than it has memory for"] = ["A_host_is_refused_the_calls_that_it_has_no_memory_for", "A_process_with_too_many_pending_calls_gets_UNAVAILABLE_and_goes_on"],
        ["a host after a burst of calls"] = ["Memory_comes_back_after_a_burst_of_large_replies_and_of_pending_calls"],
    };
}
