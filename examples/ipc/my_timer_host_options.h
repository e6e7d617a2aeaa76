/* The fields of my_timer_server_options as flags of a host; `size` and `address` have none. */
#ifndef MY_TIMER_HOST_OPTIONS_H
#define MY_TIMER_HOST_OPTIONS_H

#include <my_timer.h>

/** What a flag takes, and what it sets. */
typedef enum my_timer_host_option_kind {
    MY_TIMER_HOST_SWITCH, /**< No value; sets a bool. */
    MY_TIMER_HOST_NUMBER, /**< A number from 1 to `most`; sets a uint32_t. */
    MY_TIMER_HOST_CHOICE  /**< One of `choices`; sets an enum to its index. */
} my_timer_host_option_kind;

/** A flag. */
typedef struct my_timer_host_option {
    const char *group;              /**< The heading of its part of the help page. */
    const char *flag;               /**< Such as "--max-connections". */
    const char *value;              /**< What the help page calls its value; NULL for a switch. */
    const char *text;               /**< What it sets, without the default. */
    my_timer_host_option_kind kind; /**< What it takes. */
    size_t offset;                  /**< Of its field in my_timer_server_options. */
    uint32_t initial;               /**< The default: of a number, or the index of a choice. */
    uint32_t most;                  /**< The largest number. */
    const char *const *choices;     /**< The names of the enum's members, in order, and NULL. */
} my_timer_host_option;

static const char *const MY_TIMER_HOST_TRANSPORTS[] = {"automatic", "epoll", "sockets", NULL};

/* clang-format off */
static const my_timer_host_option MY_TIMER_HOST_OPTIONS[] = {
    {"Options of the server", "--allow-remote", NULL, "serve TCP addresses that other machines can reach; the wire is not encrypted",
     MY_TIMER_HOST_SWITCH, offsetof(my_timer_server_options, allow_remote), 0, 0, NULL},
    {"Options of the server", "--transport", "KIND", "how it moves bytes",
     MY_TIMER_HOST_CHOICE, offsetof(my_timer_server_options, transport), 0, 0, MY_TIMER_HOST_TRANSPORTS},
    {"Options of the server", "--loop-threads", "N", "threads of the epoll transport",
     MY_TIMER_HOST_NUMBER, offsetof(my_timer_server_options, loop_threads), 1, 256, NULL},

    {"Limits of a request; a request over one is refused", "--max-method-bytes", "N", "longest method name",
     MY_TIMER_HOST_NUMBER, offsetof(my_timer_server_options, max_method_bytes), 255, 1073741824, NULL},
    {"Limits of a request; a request over one is refused", "--max-payload-bytes", "N", "largest payload",
     MY_TIMER_HOST_NUMBER, offsetof(my_timer_server_options, max_payload_bytes), 16777216, 1073741824, NULL},
    {"Limits of a request; a request over one is refused", "--max-nesting", "N", "levels of arrays and maps in a payload",
     MY_TIMER_HOST_NUMBER, offsetof(my_timer_server_options, max_nesting), 64, 1024, NULL},

    {"Limits of a connection", "--max-in-flight", "N", "unanswered requests before reading pauses",
     MY_TIMER_HOST_NUMBER, offsetof(my_timer_server_options, max_in_flight), 1024, 1073741824, NULL},
    {"Limits of a connection", "--max-unread-bytes", "N", "unread output before reading pauses and events are lost",
     MY_TIMER_HOST_NUMBER, offsetof(my_timer_server_options, max_unread_bytes), 1048576, 1073741824, NULL},
    {"Limits of a connection", "--max-objects", "N", "objects that it holds",
     MY_TIMER_HOST_NUMBER, offsetof(my_timer_server_options, max_objects), 1024, 1073741824, NULL},

    {"Limits of the server", "--max-connections", "N", "open connections; one more is refused",
     MY_TIMER_HOST_NUMBER, offsetof(my_timer_server_options, max_connections), 1024, 1073741824, NULL},

    {"Times in milliseconds; after one the connection is closed", "--frame-timeout-ms", "N", "for the rest of a request that has begun to arrive",
     MY_TIMER_HOST_NUMBER, offsetof(my_timer_server_options, frame_timeout_ms), 30000, 1073741824, NULL},
    {"Times in milliseconds; after one the connection is closed", "--progress-timeout-ms", "N", "for unread output of which the peer takes nothing",
     MY_TIMER_HOST_NUMBER, offsetof(my_timer_server_options, progress_timeout_ms), 30000, 1073741824, NULL},
    {"Times in milliseconds; after one the connection is closed", "--drain-timeout-ms", "N", "for the calls in flight when the server is stopped",
     MY_TIMER_HOST_NUMBER, offsetof(my_timer_server_options, drain_timeout_ms), 5000, 1073741824, NULL},
};
/* clang-format on */

#endif
