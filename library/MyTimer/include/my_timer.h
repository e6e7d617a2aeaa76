/*
 * my_timer 0.1.0: A timer that echoes messages after a delay and schedules jobs.
 * Printed by Twofold.Bindings from the library itself; do not edit.
 *
 * Ownership  What goes in is borrowed for the call. What a callback gets is valid during the callback. What a
 *            _sync call fills belongs to the caller: give it to the matching _free.
 * Threads    Every function may be called from every thread. A callback runs on the calling thread before the
 *            function returns, or later on a thread of the library.
 * Strings    NUL-terminated UTF-8. A list is a pointer and a count; the pointer may be NULL if the count is 0.
 */
#ifndef MY_TIMER_H
#define MY_TIMER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/** Stands before every function that the library exports. */
#if defined(_WIN32)
#define MY_TIMER_API __declspec(dllimport)
#else
#define MY_TIMER_API
#endif

#ifdef __cplusplus
extern "C" {
#endif

/** The ABI that this header describes; compare it with my_timer_abi_version(). */
#define MY_TIMER_ABI_VERSION 1u

/** The longest delay that echo accepts, in milliseconds. */
#define MY_TIMER_MAX_DELAY_MS INT64_C(5000)

/** The pause before a retry when a job names none, in milliseconds. */
#define MY_TIMER_DEFAULT_BACKOFF_MS UINT32_C(250)

/** The name and version that version answers. */
#define MY_TIMER_TIMER_VERSION "csharp-timer v0.1.0"

/** How a call ended: the same numbers on the wire. */
typedef int32_t my_timer_status;
enum {
    MY_TIMER_OK = 0,               /**< It succeeded. */
    MY_TIMER_ERROR = 1,            /**< The method failed; the message is its own. */
    MY_TIMER_MISSING_CALLBACK = 2, /**< The callback is NULL. */
    MY_TIMER_PROGRESS = 3,         /**< Not an end: the call goes on. Only to who asked. */
    MY_TIMER_INVALID_ARGUMENT = 4, /**< An argument cannot be read; the message names it. */
    MY_TIMER_INVALID_HANDLE = 5,   /**< The handle is NULL, destroyed, or of another kind. */
    MY_TIMER_UNKNOWN_METHOD = 6,   /**< No method has this name. */
    MY_TIMER_TOO_LARGE = 7,        /**< A length is over its limit. */
    MY_TIMER_CANCELLED = 8,        /**< Destroyed or cancelled before it ended. */
    MY_TIMER_UNAVAILABLE = 9,      /**< The server cannot take the call, or cannot start. */
    MY_TIMER_INTERNAL = 10         /**< The method failed unforeseen; the message names the exception. */
};

/** How urgent a job is. */
typedef int32_t my_timer_priority;
enum {
    MY_TIMER_PRIORITY_LOW = 0,    /**< May wait: its backoff is doubled. */
    MY_TIMER_PRIORITY_NORMAL = 1, /**< As it comes. */
    MY_TIMER_PRIORITY_HIGH = 2    /**< Urgent: its backoff is halved. */
};

/** A timer that echoes messages after a delay and schedules jobs. An opaque handle: never dereferenced, never reused, checked at every call. */
typedef struct my_timer my_timer;

typedef struct my_timer_config my_timer_config;                     /**< How a timer is set up. */
typedef struct my_timer_echo_response my_timer_echo_response;       /**< An echoed message. */
typedef struct my_timer_echo_request my_timer_echo_request;         /**< A message to echo. */
typedef struct my_timer_complex_response my_timer_complex_response; /**< What was received, in short. */
typedef struct my_timer_complex_request my_timer_complex_request;   /**< A request with lists and optional members. */
typedef struct my_timer_schedule_result my_timer_schedule_result;   /**< The plan of a job. */
typedef struct my_timer_job_spec my_timer_job_spec;                 /**< A job. */
typedef struct my_timer_retry_policy my_timer_retry_policy;         /**< What happens when a job fails. */
typedef struct my_timer_schedule_config my_timer_schedule_config;   /**< When a job runs. */
typedef struct my_timer_echo_event my_timer_echo_event;             /**< An echo was answered. */
typedef struct my_timer_job_event my_timer_job_event;               /**< A job was accepted. */

/** How a timer is set up. */
struct my_timer_config {
    const char *name; /**< The timer's name; it comes back in every answer. */
};

/** An echoed message. */
struct my_timer_echo_response {
    const char *echoed;     /**< The text of the request. */
    const char *timer_name; /**< The name of the timer that answered. */
};

/** A message to echo. */
struct my_timer_echo_request {
    const char *message; /**< The text that comes back. */
    int64_t delay_ms;    /**< How long to wait first, in milliseconds: 0 to MAX_DELAY_MS. */
};

/** What was received, in short. */
struct my_timer_complex_response {
    const char *summary; /**< One line of text. */
    int32_t item_count;  /**< The number of messages. */
    bool has_note;       /**< Whether there was a remark. */
};

/** A request with lists and optional members. */
struct my_timer_complex_request {
    const my_timer_echo_request *messages; /**< Any number of messages. */
    size_t messages_count;                 /**< How many messages there are. */
    const char *const *tags;               /**< Any number of tags. */
    size_t tags_count;                     /**< How many tags there are. */
    const char *note;                      /**< A remark, or none. NULL: none. */
    bool has_retries;                      /**< Whether retries is there. */
    int32_t retries;                       /**< How often to retry, or none. */
};

/** The plan of a job. */
struct my_timer_schedule_result {
    const char *job_id;           /**< The timer's name, a colon, the job's name. */
    int64_t will_run_count;       /**< How often it runs within the next minute. */
    int64_t first_run_at_ms;      /**< The first start, in milliseconds since the Unix epoch. */
    int64_t effective_backoff_ms; /**< The pause before a retry, in milliseconds. */
    my_timer_priority priority;   /**< The job's priority. */
};

/** A job. */
struct my_timer_job_spec {
    const char *name;           /**< The job's name; must not be empty. */
    const char *const *payload; /**< The arguments it runs with. */
    size_t payload_count;       /**< How many payload there are. */
    my_timer_priority priority; /**< How urgent it is. */
};

/** What happens when a job fails. */
struct my_timer_retry_policy {
    int32_t max_attempts;        /**< How often it is tried at the most; at least 1. */
    int64_t backoff_ms;          /**< The pause before a retry, in milliseconds; 0 or less: DEFAULT_BACKOFF_MS. */
    const char *const *retry_on; /**< The errors that are worth a retry. */
    size_t retry_on_count;       /**< How many retry_on there are. */
};

/** When a job runs. */
struct my_timer_schedule_config {
    int64_t start_at_ms; /**< The first start, in milliseconds since the Unix epoch. */
    int64_t interval_ms; /**< The time between two starts, in milliseconds; 0 or less: it runs once. */
    bool has_jitter;     /**< Whether jitter is there. */
    int64_t jitter;      /**< What is added to the first start, in milliseconds, or none. */
};

/** An echo was answered. */
struct my_timer_echo_event {
    const char *message; /**< The text that was echoed. */
    int64_t echo_count;  /**< How many echoes this timer has answered, this one included. */
};

/** A job was accepted. */
struct my_timer_job_event {
    const char *job_id;     /**< The job's id. */
    int64_t will_run_count; /**< How often it runs within the next minute. */
};

/* ---- The library ---- */

/** The ABI that the library speaks. */
MY_TIMER_API uint32_t my_timer_abi_version(void);

/** The status's name, for example "INVALID_ARGUMENT"; never NULL, never freed. */
MY_TIMER_API const char *my_timer_status_name(my_timer_status status);

/** Why this thread's last failed call failed; "" if none has. Valid until this thread's next call. */
MY_TIMER_API const char *my_timer_last_error(void);

/** How grave a line of the log is; each level includes those before it. */
typedef int32_t my_timer_log_level;
enum {
    MY_TIMER_LOG_ERROR = 1,   /**< A method failed unforeseen: with the stack trace. */
    MY_TIMER_LOG_WARNING = 2, /**< Something was lost, cut off, or failed where nobody waits for it. */
    MY_TIMER_LOG_INFO = 3,    /**< A server started, stopped, or answered a request with a failure. */
    MY_TIMER_LOG_DEBUG = 4    /**< Connections that come and go. */
};

/** Gets a line of the log; valid during the call. A stack trace has several lines. */
typedef void (*my_timer_log_callback)(my_timer_log_level level, const char *message, void *user_data);

/**
 * Has the log of the whole library, up to the level, go to the callback; NULL, as in the beginning: to nobody. The
 * callback gets one line at a time, in order, on a thread of the library, or on one that calls this; it may call
 * every function. Before this returns the callback until then gets what was waiting for it, and it never runs
 * again after; called from inside it, what was waiting is dropped.
 * INVALID_ARGUMENT if there is no such level, and all stays as it was.
 */
MY_TIMER_API my_timer_status my_timer_set_log(my_timer_log_level level, my_timer_log_callback callback, void *user_data);

/** Frees a string that a _sync call has returned. NULL is fine. */
MY_TIMER_API void my_timer_string_free(char *text);

/** Frees what a _sync call has put into the struct, and zeroes it. NULL and a zeroed struct are fine. */
MY_TIMER_API void my_timer_echo_response_free(my_timer_echo_response *reply);

/** Frees what a _sync call has put into the struct, and zeroes it. NULL and a zeroed struct are fine. */
MY_TIMER_API void my_timer_complex_response_free(my_timer_complex_response *reply);

/** Frees what a _sync call has put into the struct, and zeroes it. NULL and a zeroed struct are fine. */
MY_TIMER_API void my_timer_schedule_result_free(my_timer_schedule_result *reply);

/* ---- MyTimer ---- */

/** Gets the new handle, or NULL and an error that is valid during the call. */
typedef void (*my_timer_create_callback)(my_timer_status status, my_timer *created, const char *error, void *user_data);

/**
 * Makes a timer.
 * @param config How the timer is called.
 * Returns OK: the callback fires, exactly once. Anything else: it never fires.
 */
MY_TIMER_API my_timer_status my_timer_create(const my_timer_config *config, my_timer_create_callback callback, void *user_data);

/** The same, blocking. *created is NULL unless it returns OK. */
MY_TIMER_API my_timer_status my_timer_create_sync(const my_timer_config *config, my_timer **created);

/**
 * Ends the handle. Calls in flight end with CANCELLED before this returns, and no callback or listener runs after
 * it, but one that this is called from. INVALID_HANDLE if it is NULL or destroyed already.
 */
MY_TIMER_API my_timer_status my_timer_destroy(my_timer *handle);

/** Gets the reply of my_timer_version, or NULL and an error; both are valid during the call. */
typedef void (*my_timer_version_callback)(my_timer_status status, const char *reply, const char *error, void *user_data);

/**
 * The name and version of this kind of timer.
 * Returns OK: the callback fires, exactly once. Anything else: it never fires.
 */
MY_TIMER_API my_timer_status my_timer_version(my_timer *handle, my_timer_version_callback callback, void *user_data);

/** The same, blocking. The caller frees *reply with my_timer_string_free. */
MY_TIMER_API my_timer_status my_timer_version_sync(my_timer *handle, char **reply);

/** Gets the reply of my_timer_lib_version, or NULL and an error; both are valid during the call. */
typedef void (*my_timer_lib_version_callback)(my_timer_status status, const char *reply, const char *error, void *user_data);

/**
 * The name and version of the library; needs no timer.
 * Returns OK: the callback fires, exactly once. Anything else: it never fires.
 */
MY_TIMER_API my_timer_status my_timer_lib_version(my_timer_lib_version_callback callback, void *user_data);

/** The same, blocking. The caller frees *reply with my_timer_string_free. */
MY_TIMER_API my_timer_status my_timer_lib_version_sync(char **reply);

/** Gets the reply of my_timer_echo, or NULL and an error; both are valid during the call. */
typedef void (*my_timer_echo_callback)(my_timer_status status, const my_timer_echo_response *reply, const char *error, void *user_data);

/**
 * Answers the message after a delay, and fires on_echo_fired.
 * @param req The message, and how long to wait.
 * Returns OK: the callback fires, exactly once. Anything else: it never fires.
 */
MY_TIMER_API my_timer_status my_timer_echo(my_timer *handle, const my_timer_echo_request *req, my_timer_echo_callback callback, void *user_data);

/** The same, blocking. The caller frees reply with my_timer_echo_response_free. */
MY_TIMER_API my_timer_status my_timer_echo_sync(my_timer *handle, const my_timer_echo_request *req, my_timer_echo_response *reply);

/** Gets the reply of my_timer_complex, or NULL and an error; both are valid during the call. */
typedef void (*my_timer_complex_callback)(my_timer_status status, const my_timer_complex_response *reply, const char *error, void *user_data);

/**
 * Summarizes a request that has lists and optional members.
 * @param req What to summarize.
 * Returns OK: the callback fires, exactly once. Anything else: it never fires.
 */
MY_TIMER_API my_timer_status my_timer_complex(my_timer *handle, const my_timer_complex_request *req, my_timer_complex_callback callback, void *user_data);

/** The same, blocking. The caller frees reply with my_timer_complex_response_free. */
MY_TIMER_API my_timer_status my_timer_complex_sync(my_timer *handle, const my_timer_complex_request *req, my_timer_complex_response *reply);

/** Gets the reply of my_timer_schedule, or NULL and an error; both are valid during the call. */
typedef void (*my_timer_schedule_callback)(my_timer_status status, const my_timer_schedule_result *reply, const char *error, void *user_data);

/**
 * Plans a job, and fires on_job_scheduled.
 * @param job What runs.
 * @param retry What happens when it fails.
 * @param schedule When it runs.
 * Returns OK: the callback fires, exactly once. Anything else: it never fires.
 */
MY_TIMER_API my_timer_status my_timer_schedule(my_timer *handle, const my_timer_job_spec *job, const my_timer_retry_policy *retry, const my_timer_schedule_config *schedule, my_timer_schedule_callback callback, void *user_data);

/** The same, blocking. The caller frees reply with my_timer_schedule_result_free. */
MY_TIMER_API my_timer_status my_timer_schedule_sync(my_timer *handle, const my_timer_job_spec *job, const my_timer_retry_policy *retry, const my_timer_schedule_config *schedule, my_timer_schedule_result *reply);

/* ---- Events: one listener's events come in order, one at a time. ---- */

/** Fires each time an echo is answered. The event is valid during the call. */
typedef void (*my_timer_on_echo_fired_listener)(const my_timer_echo_event *event, void *user_data);

/** Adds a listener; *listener_id, unless NULL, gets what my_timer_remove_listener takes. */
MY_TIMER_API my_timer_status my_timer_add_on_echo_fired_listener(my_timer *handle, my_timer_on_echo_fired_listener listener, void *user_data, uint64_t *listener_id);

/** Fires each time a job is accepted. The event is valid during the call. */
typedef void (*my_timer_on_job_scheduled_listener)(const my_timer_job_event *event, void *user_data);

/** Adds a listener; *listener_id, unless NULL, gets what my_timer_remove_listener takes. */
MY_TIMER_API my_timer_status my_timer_add_on_job_scheduled_listener(my_timer *handle, my_timer_on_job_scheduled_listener listener, void *user_data, uint64_t *listener_id);

/** Removes a listener; its callback does not run again, unless this is called from inside it. */
MY_TIMER_API my_timer_status my_timer_remove_listener(my_timer *handle, uint64_t listener_id);

/** How many events a listener has lost; past 1024 that wait for it, the newest is. */
MY_TIMER_API my_timer_status my_timer_listener_lost(my_timer *handle, uint64_t listener_id, uint64_t *lost);

/* ---- Serving other processes ---- */

/** A running server. An opaque handle. */
typedef struct my_timer_server my_timer_server;

/** How bytes get from sockets to the library and back. */
typedef enum my_timer_transport {
    MY_TIMER_TRANSPORT_AUTOMATIC = 0, /**< The fastest that the platform has. */
    MY_TIMER_TRANSPORT_EPOLL = 1,     /**< Loops over non-blocking sockets, on threads of their own. Linux only. */
    MY_TIMER_TRANSPORT_SOCKETS = 2    /**< System.Net.Sockets, on a pool of threads. */
} my_timer_transport;

/** What a server listens on, and its limits; a field of 0 stands for the default. */
typedef struct my_timer_server_options {
    size_t size;                  /**< sizeof(my_timer_server_options): see MY_TIMER_SERVER_OPTIONS_INIT. */
    const char *address;          /**< unix:PATH, tcp:HOST:PORT, tcp:[IPV6]:PORT (port 0 picks one), or fd:N. */
    bool allow_remote;            /**< Allow TCP beyond loopback: the wire is not encrypted. */
    my_timer_transport transport; /**< Default automatic. */
    uint32_t loop_threads;        /**< Threads of the epoll transport, which synchronous methods run on. Default 1. */
    uint32_t max_method_bytes;    /**< Longest method name. Default 255. */
    uint32_t max_payload_bytes;   /**< Largest payload. Default 16 MiB. */
    uint32_t max_nesting;         /**< Nesting of a request's arrays and maps. Default 64, at most 1024. */
    uint32_t max_objects;         /**< Objects that a connection holds. Default 1024. */
    uint32_t max_in_flight;       /**< Unanswered requests of a connection before it is not read. Default 1024. */
    uint32_t max_unread_bytes;    /**< Unread output of a connection before it is not read. Default 1 MiB. */
    uint32_t max_connections;     /**< Open connections. Default 1024. */
    uint32_t frame_timeout_ms;    /**< How long a frame may stay unfinished. Default 30 s. */
    uint32_t progress_timeout_ms; /**< How long output may stay unread without progress. Default 30 s. */
    uint32_t drain_timeout_ms;    /**< How long calls in flight may take on stop. Default 5 s. */
} my_timer_server_options;

/** The options' initial value: all defaults. Set the address. */
#define MY_TIMER_SERVER_OPTIONS_INIT {sizeof(my_timer_server_options), NULL, false, MY_TIMER_TRANSPORT_AUTOMATIC, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0}

/** Serves the handle to other processes, on threads of the library, until my_timer_server_stop. */
MY_TIMER_API my_timer_status my_timer_server_start(my_timer *handle, const my_timer_server_options *options, my_timer_server **server);

/** The address to connect to, with the real port. Valid until stop; NULL if the handle is invalid. */
MY_TIMER_API const char *my_timer_server_address(my_timer_server *server);

/** Stops accepting, answers what is in flight within the drain time, closes. Ends the handle. */
MY_TIMER_API my_timer_status my_timer_server_stop(my_timer_server *server);

/**
 * Makes the process a server: prints "listening on ADDRESS" when ready, blocks until SIGINT or SIGTERM, then stops
 * as my_timer_server_stop does. The only function that handles signals or writes to standard output.
 */
MY_TIMER_API my_timer_status my_timer_serve(my_timer *handle, const my_timer_server_options *options);

#ifdef __cplusplus
}
#endif

#endif
