/*
 * my_timer 0.1.0 for C++17: a header-only wrapper around my_timer.h.
 * Printed by Twofold.Bindings from the library itself; do not edit.
 *
 * Ownership  Objects end with their scope and are moved, not copied. Values are copied on the way in and out.
 * Errors     A call that fails throws Error, which has a status and the library's message.
 * Threads    Every function may be called from every thread. A callback or listener runs on the calling thread
 *            before the function returns, or later on a thread of the library; one that throws ends the program.
 */
#ifndef MY_TIMER_HPP
#define MY_TIMER_HPP

#include "my_timer.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <future>
#include <iterator>
#include <limits>
#include <list>
#include <memory>
#include <mutex>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

namespace twofold::my_timer {

/** How a call ended. */
enum class Status : std::int32_t {
    Ok = 0,              /**< It succeeded. */
    Error = 1,           /**< The method failed; the message is its own. */
    MissingCallback = 2, /**< The callback or listener is empty. */
    Progress = 3,        /**< Not an end: the call goes on. */
    InvalidArgument = 4, /**< An argument cannot be read; the message names it. */
    InvalidHandle = 5,   /**< The object was moved from, destroyed, or its maker was. */
    UnknownMethod = 6,   /**< No method has this name. */
    TooLarge = 7,        /**< A length is over its limit. */
    Cancelled = 8,       /**< Destroyed or cancelled before it ended. */
    Unavailable = 9,     /**< The server cannot take the call, or cannot start. */
    Internal = 10,       /**< The method failed unforeseen; the message names the exception. */
};

/** The status's name, for example "INVALID_ARGUMENT". */
inline const char *to_string(Status status) noexcept
{
    return ::my_timer_status_name(static_cast<::my_timer_status>(status));
}

/** A call that failed; what() is the library's message. */
class Error : public std::runtime_error {
public:
    Error(Status status, const std::string &message) : std::runtime_error{message}, status_{status} {}

    Status status() const noexcept { return status_; }

private:
    Status status_;
};

/** What a call that does not block comes to: a value, or an error. */
template <typename T> class Outcome {
public:
    using Value = std::conditional_t<std::is_void_v<T>, std::monostate, T>;

    Outcome(Value value) : content_{std::in_place_index<0>, std::move(value)} {}
    Outcome(Error error) : content_{std::in_place_index<1>, std::move(error)} {}

    /** Whether the call succeeded. */
    explicit operator bool() const noexcept { return content_.index() == 0; }

    /** The value; throws the error if there is none. */
    Value &value()
    {
        if (!*this)
            throw error();
        return std::get<0>(content_);
    }

    /** The error; only if there is no value. */
    const Error &error() const { return std::get<1>(content_); }

private:
    std::variant<Value, Error> content_;
};

/** How grave a line of the log is; each level includes those before it. */
enum class LogLevel : std::int32_t {
    Error = 1,   /**< A method failed unforeseen: with the stack trace. */
    Warning = 2, /**< Something was lost, cut off, or failed where nobody waits for it. */
    Info = 3,    /**< A server started, stopped, or answered a request with a failure. */
    Debug = 4,   /**< Connections that come and go. */
};

/** Gets a line of the log; valid during the call. A stack trace has several lines. */
using LogCallback = std::function<void(LogLevel level, std::string_view message)>;

/**
 * Has the log of the whole library, up to the level, go to this callback instead of the one before. It gets one
 * line at a time, in order, on a thread of the library or one that calls this, and may call every function.
 * The one before gets first what was waiting for it, unless this is called inside it, and does not run again.
 */
void set_log(LogLevel most, LogCallback callback);

/** Has the log go to nobody, as in the beginning. When this returns the callback does not run again. */
void unset_log();

/** How urgent a job is. */
enum class Priority : std::int32_t {
    Low = 0,    /**< May wait: its backoff is doubled. */
    Normal = 1, /**< As it comes. */
    High = 2,   /**< Urgent: its backoff is halved. */
};

/** How a timer is set up. */
struct Config {
    std::string name{}; /**< The timer's name; it comes back in every answer. */
};

/** An echoed message. */
struct EchoResponse {
    std::string echoed{};     /**< The text of the request. */
    std::string timer_name{}; /**< The name of the timer that answered. */
};

/** A message to echo. */
struct EchoRequest {
    std::string message{};   /**< The text that comes back. */
    std::int64_t delay_ms{}; /**< How long to wait first, in milliseconds: 0 to MAX_DELAY_MS. */
};

/** What was received, in short. */
struct ComplexResponse {
    std::string summary{};     /**< One line of text. */
    std::int32_t item_count{}; /**< The number of messages. */
    bool has_note{};           /**< Whether there was a remark. */
};

/** A request with lists and optional members. */
struct ComplexRequest {
    std::vector<EchoRequest> messages{};   /**< Any number of messages. */
    std::vector<std::string> tags{};       /**< Any number of tags. */
    std::optional<std::string> note{};     /**< A remark, or none. */
    std::optional<std::int32_t> retries{}; /**< How often to retry, or none. */
};

/** The plan of a job. */
struct ScheduleResult {
    std::string job_id{};                /**< The timer's name, a colon, the job's name. */
    std::int64_t will_run_count{};       /**< How often it runs within the next minute. */
    std::int64_t first_run_at_ms{};      /**< The first start, in milliseconds since the Unix epoch. */
    std::int64_t effective_backoff_ms{}; /**< The pause before a retry, in milliseconds. */
    Priority priority{};                 /**< The job's priority. */
};

/** A job. */
struct JobSpec {
    std::string name{};                 /**< The job's name; must not be empty. */
    std::vector<std::string> payload{}; /**< The arguments it runs with. */
    Priority priority{};                /**< How urgent it is. */
};

/** What happens when a job fails. */
struct RetryPolicy {
    std::int32_t max_attempts{};         /**< How often it is tried at the most; at least 1. */
    std::int64_t backoff_ms{};           /**< The pause before a retry, in milliseconds; 0 or less: DEFAULT_BACKOFF_MS. */
    std::vector<std::string> retry_on{}; /**< The errors that are worth a retry. */
};

/** When a job runs. */
struct ScheduleConfig {
    std::int64_t start_at_ms{};           /**< The first start, in milliseconds since the Unix epoch. */
    std::int64_t interval_ms{};           /**< The time between two starts, in milliseconds; 0 or less: it runs once. */
    std::optional<std::int64_t> jitter{}; /**< What is added to the first start, in milliseconds, or none. */
};

/** An echo was answered. */
struct EchoEvent {
    std::string message{};     /**< The text that was echoed. */
    std::int64_t echo_count{}; /**< How many echoes this timer has answered, this one included. */
};

/** A job was accepted. */
struct JobEvent {
    std::string job_id{};          /**< The job's id. */
    std::int64_t will_run_count{}; /**< How often it runs within the next minute. */
};

/** How bytes get from sockets to the library and back. */
enum class Transport : std::int32_t {
    Automatic = 0, /**< The fastest that the platform has. */
    Epoll = 1,     /**< Loops over non-blocking sockets, on threads of their own. Linux only. */
    Sockets = 2,   /**< System.Net.Sockets, on a pool of threads. */
};

/** What a server listens on, and its limits; 0 stands for the default. */
struct ServerOptions {
    std::string address{};               /**< unix:PATH, tcp:HOST:PORT, tcp:[IPV6]:PORT (port 0 picks one), or fd:N. */
    bool allow_remote{};                 /**< Allow TCP beyond loopback: the wire is not encrypted. */
    Transport transport{};               /**< Default automatic. */
    std::uint32_t loop_threads{};        /**< Threads of the epoll transport, which synchronous methods run on. Default 1. */
    std::uint32_t max_method_bytes{};    /**< Longest method name. Default 255. */
    std::uint32_t max_payload_bytes{};   /**< Largest payload. Default 16 MiB. */
    std::uint32_t max_nesting{};         /**< Nesting of a request's arrays and maps. Default 64, at most 1024. */
    std::uint32_t max_objects{};         /**< Objects that a connection holds. Default 1024. */
    std::uint32_t max_in_flight{};       /**< Unanswered requests of a connection before it is not read. Default 1024. */
    std::uint32_t max_unread_bytes{};    /**< Unread output of a connection before it is not read. Default 1 MiB. */
    std::uint32_t max_connections{};     /**< Open connections. Default 1024. */
    std::uint32_t frame_timeout_ms{};    /**< How long a frame may stay unfinished. Default 30 s. */
    std::uint32_t progress_timeout_ms{}; /**< How long output may stay unread without progress. Default 30 s. */
    std::uint32_t drain_timeout_ms{};    /**< How long calls in flight may take on stop. Default 5 s. */
};

namespace detail {

/** Ends what the library has handed out. */
struct End {
    void operator()(::my_timer *ended) const noexcept { ::my_timer_destroy(ended); }
    void operator()(::my_timer_server *ended) const noexcept { ::my_timer_server_stop(ended); }
    void operator()(char *ended) const noexcept { ::my_timer_string_free(ended); }
};

} // namespace detail

/** Keeps a listener until it is destroyed; then the listener does not run again. May be destroyed inside it. */
class [[nodiscard]] Subscription {
public:
    Subscription() = default;

    /** Takes over a listener that C functions have added, and what its user_data points to. */
    Subscription(::my_timer *handle, std::uint64_t id, std::shared_ptr<void> listener) noexcept
        : handle_{handle}, id_{id}, listener_{std::move(listener)}
    {
    }

    Subscription(Subscription &&) noexcept = default;

    Subscription &operator=(Subscription &&other) noexcept
    {
        remove();
        handle_ = other.handle_;
        id_ = other.id_;
        listener_ = std::move(other.listener_);
        return *this;
    }

    ~Subscription() { remove(); }

    /** Ends it early. Waits for the listener if that runs on another thread. */
    void remove() noexcept
    {
        if (const auto kept = std::move(listener_))
            ::my_timer_remove_listener(handle_, id_);
    }

    /** How many events the listener has lost; past 1024 that wait for it, the newest is. */
    std::uint64_t lost() const;

private:
    ::my_timer *handle_ = nullptr;
    std::uint64_t id_ = 0;
    std::shared_ptr<void> listener_;
};

/**
 * A timer that echoes messages after a delay and schedules jobs.
 * Can be moved, not copied. Every method may throw Error. Its end ends its calls with Status::Cancelled, and waits for callbacks and listeners on other threads.
 */
class MyTimer {
public:
    /** The longest delay that echo accepts, in milliseconds. */
    static constexpr std::int64_t max_delay_ms = MY_TIMER_MAX_DELAY_MS;

    /** The pause before a retry when a job names none, in milliseconds. */
    static constexpr std::uint32_t default_backoff_ms = MY_TIMER_DEFAULT_BACKOFF_MS;

    /** The name and version that version answers. */
    static constexpr std::string_view timer_version{MY_TIMER_TIMER_VERSION, sizeof MY_TIMER_TIMER_VERSION - 1};

    /**
     * Makes a timer.
     * @param config How the timer is called.
     */
    static MyTimer create(const Config &config);

    /** The same without waiting: the callback runs once, on this thread or one of the library's. */
    static void create_async(const Config &config, std::function<void(Outcome<MyTimer>)> callback);

    /** The same as a future, which must not be waited for in a callback. */
    static std::future<MyTimer> create_async(const Config &config);

    /** Takes over a handle that C functions have made. */
    explicit MyTimer(::my_timer *handle) noexcept : handle_{handle} {}

    /** The name and version of this kind of timer. */
    std::string version();

    /** The same without waiting: the callback runs once, on this thread or one of the library's. */
    void version_async(std::function<void(Outcome<std::string>)> callback);

    /** The same as a future, which must not be waited for in a callback. */
    std::future<std::string> version_async();

    /** The name and version of the library; needs no timer. */
    static std::string lib_version();

    /** The same without waiting: the callback runs once, on this thread or one of the library's. */
    static void lib_version_async(std::function<void(Outcome<std::string>)> callback);

    /** The same as a future, which must not be waited for in a callback. */
    static std::future<std::string> lib_version_async();

    /**
     * Answers the message after a delay, and fires on_echo_fired.
     * @param req The message, and how long to wait.
     */
    EchoResponse echo(const EchoRequest &req);

    /** The same without waiting: the callback runs once, on this thread or one of the library's. */
    void echo_async(const EchoRequest &req, std::function<void(Outcome<EchoResponse>)> callback);

    /** The same as a future, which must not be waited for in a callback. */
    std::future<EchoResponse> echo_async(const EchoRequest &req);

    /**
     * Summarizes a request that has lists and optional members.
     * @param req What to summarize.
     */
    ComplexResponse complex(const ComplexRequest &req);

    /** The same without waiting: the callback runs once, on this thread or one of the library's. */
    void complex_async(const ComplexRequest &req, std::function<void(Outcome<ComplexResponse>)> callback);

    /** The same as a future, which must not be waited for in a callback. */
    std::future<ComplexResponse> complex_async(const ComplexRequest &req);

    /**
     * Plans a job, and fires on_job_scheduled.
     * @param job What runs.
     * @param retry What happens when it fails.
     * @param schedule When it runs.
     */
    ScheduleResult schedule(const JobSpec &job, const RetryPolicy &retry, const ScheduleConfig &schedule);

    /** The same without waiting: the callback runs once, on this thread or one of the library's. */
    void schedule_async(const JobSpec &job, const RetryPolicy &retry, const ScheduleConfig &schedule, std::function<void(Outcome<ScheduleResult>)> callback);

    /** The same as a future, which must not be waited for in a callback. */
    std::future<ScheduleResult> schedule_async(const JobSpec &job, const RetryPolicy &retry, const ScheduleConfig &schedule);

    /** Fires each time an echo is answered. The listener runs on the thread that raises the event, or one of the library's. */
    Subscription on_echo_fired(std::function<void(const EchoEvent &value)> listener);

    /** Fires each time a job is accepted. The listener runs on the thread that raises the event, or one of the library's. */
    Subscription on_job_scheduled(std::function<void(const JobEvent &value)> listener);

    /** Makes the process a server: prints "listening on ADDRESS" when ready, returns after SIGINT or SIGTERM. */
    void serve(const ServerOptions &options);

    /** What the functions of C take; still owned by this object. NULL after a move. */
    ::my_timer *native_handle() const noexcept { return handle_.get(); }

private:
    std::unique_ptr<::my_timer, detail::End> handle_;
};

/** Serves an object to other processes, on threads of the library, until it is stopped or destroyed. */
class Server {
public:
    Server(MyTimer &served, const ServerOptions &options);

    /** The address to connect to, with the real port. */
    std::string address() const;

    /** Stops accepting, answers what is in flight within the drain time, closes. */
    void stop();

private:
    std::unique_ptr<::my_timer_server, detail::End> handle_;
};

/* ---- How it is done ---- */

namespace detail {

/** Keeps what C structs point to for as long as a call borrows them. */
class Loan {
public:
    template <typename T> const T *keep(T value)
    {
        auto kept = std::make_shared<const T>(std::move(value));
        kept_.push_back(kept);
        return kept.get();
    }

    /** An array with what each item makes; never null. */
    template <typename List, typename Make> auto list(const List &items, Make make)
    {
        using T = std::decay_t<decltype(make(*items.begin()))>;
        std::shared_ptr<T> kept(new T[items.size() + 1]{}, std::default_delete<T[]>{});
        std::transform(items.begin(), items.end(), kept.get(), make);
        kept_.push_back(kept);
        return static_cast<const T *>(kept.get());
    }

    const char *text(std::string_view text, const char *name);

    /** One level of a record that contains itself; a deep or circular one ends in an error, not in the stack. */
    class Level {
    public:
        explicit Level(Loan &loan) : levels_{loan.levels_}
        {
            if (levels_ == 1000)
                throw Error{Status::InvalidArgument, "a record contains itself more than 1000 levels deep"};
            levels_++;
        }
        Level(const Level &) = delete;
        Level &operator=(const Level &) = delete;
        ~Level() { levels_--; }

    private:
        int &levels_;
    };

private:
    std::vector<std::shared_ptr<const void>> kept_;
    int levels_ = 0;
};

/** The address of an argument, which lives as long as the call that it is for. */
template <typename T> const T *borrow(const T &argument)
{
    return &argument;
}

/** The text as C has it: up to a NUL, so that there can be none within. */
inline const char *c_text(const std::string &text, const char *name)
{
    if (text.find('\0') != std::string::npos)
        throw Error{Status::InvalidArgument, std::string{name} + ": a C string cannot carry U+0000"};
    return text.c_str();
}

inline const char *Loan::text(std::string_view text, const char *name)
{
    return c_text(*keep(std::string{text}), name);
}

/** An address for what is there but empty: NULL stands for what is not there. */
template <typename T> const T *present(const T *items)
{
    static const T none{};
    return items ? items : &none;
}

template <typename T> std::vector<T> list(const T *items, std::size_t count)
{
    return std::vector<T>(items, items + count);
}

template <typename T, typename Make> auto list(const T *items, std::size_t count, Make make)
{
    std::vector<std::decay_t<decltype(make(*items))>> made;
    made.reserve(count);
    std::transform(items, items + count, std::back_inserter(made), make);
    return made;
}

inline void check(::my_timer_status status)
{
    if (status != MY_TIMER_OK)
        throw Error{static_cast<Status>(status), ::my_timer_last_error()};
}

/** A text that the library has made for the caller. */
inline std::string take_text(char *text)
{
    const std::unique_ptr<char, End> owner{text};
    return std::string{text};
}

/** A struct that the library fills for the caller, freed in the end. */
template <typename T> class Reply {
public:
    explicit Reply(void (*free)(T *)) : free_{free} {}
    Reply(const Reply &) = delete;
    Reply &operator=(const Reply &) = delete;
    ~Reply() { free_(&value); }

    T value{};

private:
    void (*free_)(T *);
};

template <typename T> using Callback = std::function<void(Outcome<T>)>;

/** Makes a call whose callback gets the address of ours, which finish() takes back. */
template <typename T, typename Call> void start(Callback<T> callback, Call call)
{
    if (!callback)
        throw Error{Status::MissingCallback, "the callback is empty"};
    auto kept = std::make_unique<Callback<T>>(std::move(callback));
    check(call(kept.get()));
    static_cast<void>(kept.release());
}

/** Runs the callback, once. What it throws cannot pass through C, and ends the program as on a thread. */
template <typename T, typename Take>
void finish(void *call, ::my_timer_status status, const char *error, Take take) noexcept
{
    const std::unique_ptr<Callback<T>> callback{static_cast<Callback<T> *>(call)};
    if (status != MY_TIMER_OK)
        return (*callback)(Error{static_cast<Status>(status), error});
    if constexpr (std::is_void_v<T>)
        (*callback)(std::monostate{});
    else
        (*callback)(take());
}

/** A future for a call that takes a callback. */
template <typename T, typename Start> std::future<T> future(Start start)
{
    auto promise = std::make_shared<std::promise<T>>();
    auto result = promise->get_future();
    start([promise](Outcome<T> outcome) {
        if (!outcome)
            promise->set_exception(std::make_exception_ptr(outcome.error()));
        else if constexpr (std::is_void_v<T>)
            promise->set_value();
        else
            promise->set_value(std::move(outcome.value()));
    });
    return result;
}

/** A listener, which stays while it runs, even if it ends its own subscription. */
template <typename Function> struct Listener : std::enable_shared_from_this<Listener<Function>> {
    explicit Listener(Function function) : run{std::move(function)} {}

    Function run;
};

template <typename Function> std::shared_ptr<Listener<Function>> listener(Function function)
{
    if (!function)
        throw Error{Status::MissingCallback, "the listener is empty"};
    return std::make_shared<Listener<Function>>(std::move(function));
}

/** Runs the listener. What it throws cannot pass through C, and ends the program as on a thread. */
template <typename Function, typename... Arguments>
void fire(void *listener, const Arguments &...arguments) noexcept
{
    const auto kept = static_cast<Listener<Function> *>(listener)->shared_from_this();
    kept->run(arguments...);
}

/** Sets the callback of the log, and keeps it until another is set. */
inline void set_log(LogLevel most, const std::shared_ptr<Listener<LogCallback>> &callback)
{
    struct Log {
        std::mutex mutex;
        std::list<std::shared_ptr<Listener<LogCallback>>> kept;
    };
    // Never destroyed: threads of the library may log until the process has ended.
    static auto &log = *new Log;

    // The library waits for a callback, which may be in here too: it is called without the lock.
    std::unique_lock<std::mutex> lock{log.mutex};
    const auto replaced = log.kept;
    lock.unlock();

    auto added = std::list<std::shared_ptr<Listener<LogCallback>>>(callback ? 1 : 0, callback);
    const auto run = [](::my_timer_log_level level, const char *message, void *user_data) noexcept {
        fire<LogCallback>(user_data, static_cast<LogLevel>(level), std::string_view{message});
    };
    // Not NULL to unset it: then the next to set it would not wait for the callback that is being unset.
    const auto ignore = [](::my_timer_log_level, const char *, void *) noexcept {};
    const auto level = static_cast<::my_timer_log_level>(callback ? most : LogLevel::Error);
    check(::my_timer_set_log(level, callback ? +run : +ignore, callback.get()));

    // What was set meanwhile may be what the log has now, and stays.
    lock.lock();
    log.kept.remove_if([&](const auto &one) { return std::find(replaced.begin(), replaced.end(), one) != replaced.end(); });
    log.kept.splice(log.kept.end(), added);
}

inline ::my_timer_config lend(const Config &value, Loan &)
{
    ::my_timer_config lent{};
    lent.name = c_text(value.name, "name");
    return lent;
}

inline ::my_timer_echo_request lend(const EchoRequest &value, Loan &)
{
    ::my_timer_echo_request lent{};
    lent.message = c_text(value.message, "message");
    lent.delay_ms = value.delay_ms;
    return lent;
}

inline ::my_timer_complex_request lend(const ComplexRequest &value, Loan &loan)
{
    ::my_timer_complex_request lent{};
    lent.messages = loan.list(value.messages, [&](const auto &item) { return lend(item, loan); });
    lent.messages_count = value.messages.size();
    lent.tags = loan.list(value.tags, [&](const auto &item) { return c_text(item, "tags"); });
    lent.tags_count = value.tags.size();
    lent.note = value.note ? c_text(*value.note, "note") : nullptr;
    lent.has_retries = value.retries.has_value();
    lent.retries = value.retries.value_or(0);
    return lent;
}

inline ::my_timer_job_spec lend(const JobSpec &value, Loan &loan)
{
    ::my_timer_job_spec lent{};
    lent.name = c_text(value.name, "name");
    lent.payload = loan.list(value.payload, [&](const auto &item) { return c_text(item, "payload"); });
    lent.payload_count = value.payload.size();
    lent.priority = static_cast<::my_timer_priority>(value.priority);
    return lent;
}

inline ::my_timer_retry_policy lend(const RetryPolicy &value, Loan &loan)
{
    ::my_timer_retry_policy lent{};
    lent.max_attempts = value.max_attempts;
    lent.backoff_ms = value.backoff_ms;
    lent.retry_on = loan.list(value.retry_on, [&](const auto &item) { return c_text(item, "retry_on"); });
    lent.retry_on_count = value.retry_on.size();
    return lent;
}

inline ::my_timer_schedule_config lend(const ScheduleConfig &value, Loan &)
{
    ::my_timer_schedule_config lent{};
    lent.start_at_ms = value.start_at_ms;
    lent.interval_ms = value.interval_ms;
    lent.has_jitter = value.jitter.has_value();
    lent.jitter = value.jitter.value_or(0);
    return lent;
}

inline EchoResponse take(const ::my_timer_echo_response &from)
{
    return {
        std::string{from.echoed},
        std::string{from.timer_name},
    };
}

inline ComplexResponse take(const ::my_timer_complex_response &from)
{
    return {
        std::string{from.summary},
        from.item_count,
        from.has_note,
    };
}

inline ScheduleResult take(const ::my_timer_schedule_result &from)
{
    return {
        std::string{from.job_id},
        from.will_run_count,
        from.first_run_at_ms,
        from.effective_backoff_ms,
        static_cast<Priority>(from.priority),
    };
}

inline EchoEvent take(const ::my_timer_echo_event &from)
{
    return {
        std::string{from.message},
        from.echo_count,
    };
}

inline JobEvent take(const ::my_timer_job_event &from)
{
    return {
        std::string{from.job_id},
        from.will_run_count,
    };
}

inline ::my_timer_server_options lend(const ServerOptions &value)
{
    ::my_timer_server_options lent = MY_TIMER_SERVER_OPTIONS_INIT;
    lent.address = c_text(value.address, "address");
    lent.allow_remote = value.allow_remote;
    lent.transport = static_cast<::my_timer_transport>(value.transport);
    lent.loop_threads = value.loop_threads;
    lent.max_method_bytes = value.max_method_bytes;
    lent.max_payload_bytes = value.max_payload_bytes;
    lent.max_nesting = value.max_nesting;
    lent.max_objects = value.max_objects;
    lent.max_in_flight = value.max_in_flight;
    lent.max_unread_bytes = value.max_unread_bytes;
    lent.max_connections = value.max_connections;
    lent.frame_timeout_ms = value.frame_timeout_ms;
    lent.progress_timeout_ms = value.progress_timeout_ms;
    lent.drain_timeout_ms = value.drain_timeout_ms;
    return lent;
}

} // namespace detail

inline MyTimer MyTimer::create(const Config &config)
{
    detail::Loan loan;
    ::my_timer *created = nullptr;
    detail::check(::my_timer_create_sync(detail::borrow(detail::lend(config, loan)), &created));
    return MyTimer{created};
}

inline void MyTimer::create_async(const Config &config, std::function<void(Outcome<MyTimer>)> callback)
{
    detail::Loan loan;
    detail::start<MyTimer>(std::move(callback), [&](void *user_data) {
        return ::my_timer_create(
            detail::borrow(detail::lend(config, loan)),
            [](::my_timer_status status, ::my_timer *created, const char *error, void *call) noexcept {
                detail::finish<MyTimer>(call, status, error, [&] { return MyTimer{created}; });
            },
            user_data);
    });
}

inline std::future<MyTimer> MyTimer::create_async(const Config &config)
{
    return detail::future<MyTimer>([&](auto callback) { create_async(config, std::move(callback)); });
}

inline std::string MyTimer::version()
{
    char *reply = nullptr;
    detail::check(::my_timer_version_sync(handle_.get(), &reply));
    return detail::take_text(reply);
}

inline void MyTimer::version_async(std::function<void(Outcome<std::string>)> callback)
{
    detail::start<std::string>(std::move(callback), [&](void *user_data) {
        return ::my_timer_version(
            handle_.get(),
            [](::my_timer_status status, const char *reply, const char *error, void *call) noexcept {
                detail::finish<std::string>(call, status, error, [&] { return std::string{reply}; });
            },
            user_data);
    });
}

inline std::future<std::string> MyTimer::version_async()
{
    return detail::future<std::string>([&](auto callback) { version_async(std::move(callback)); });
}

inline std::string MyTimer::lib_version()
{
    char *reply = nullptr;
    detail::check(::my_timer_lib_version_sync(&reply));
    return detail::take_text(reply);
}

inline void MyTimer::lib_version_async(std::function<void(Outcome<std::string>)> callback)
{
    detail::start<std::string>(std::move(callback), [&](void *user_data) {
        return ::my_timer_lib_version(
            [](::my_timer_status status, const char *reply, const char *error, void *call) noexcept {
                detail::finish<std::string>(call, status, error, [&] { return std::string{reply}; });
            },
            user_data);
    });
}

inline std::future<std::string> MyTimer::lib_version_async()
{
    return detail::future<std::string>([&](auto callback) { lib_version_async(std::move(callback)); });
}

inline EchoResponse MyTimer::echo(const EchoRequest &req)
{
    detail::Loan loan;
    detail::Reply<::my_timer_echo_response> reply{::my_timer_echo_response_free};
    detail::check(::my_timer_echo_sync(handle_.get(), detail::borrow(detail::lend(req, loan)), &reply.value));
    return detail::take(reply.value);
}

inline void MyTimer::echo_async(const EchoRequest &req, std::function<void(Outcome<EchoResponse>)> callback)
{
    detail::Loan loan;
    detail::start<EchoResponse>(std::move(callback), [&](void *user_data) {
        return ::my_timer_echo(
            handle_.get(),
            detail::borrow(detail::lend(req, loan)),
            [](::my_timer_status status, const ::my_timer_echo_response *reply, const char *error, void *call) noexcept {
                detail::finish<EchoResponse>(call, status, error, [&] { return detail::take(*reply); });
            },
            user_data);
    });
}

inline std::future<EchoResponse> MyTimer::echo_async(const EchoRequest &req)
{
    return detail::future<EchoResponse>([&](auto callback) { echo_async(req, std::move(callback)); });
}

inline ComplexResponse MyTimer::complex(const ComplexRequest &req)
{
    detail::Loan loan;
    detail::Reply<::my_timer_complex_response> reply{::my_timer_complex_response_free};
    detail::check(::my_timer_complex_sync(handle_.get(), detail::borrow(detail::lend(req, loan)), &reply.value));
    return detail::take(reply.value);
}

inline void MyTimer::complex_async(const ComplexRequest &req, std::function<void(Outcome<ComplexResponse>)> callback)
{
    detail::Loan loan;
    detail::start<ComplexResponse>(std::move(callback), [&](void *user_data) {
        return ::my_timer_complex(
            handle_.get(),
            detail::borrow(detail::lend(req, loan)),
            [](::my_timer_status status, const ::my_timer_complex_response *reply, const char *error, void *call) noexcept {
                detail::finish<ComplexResponse>(call, status, error, [&] { return detail::take(*reply); });
            },
            user_data);
    });
}

inline std::future<ComplexResponse> MyTimer::complex_async(const ComplexRequest &req)
{
    return detail::future<ComplexResponse>([&](auto callback) { complex_async(req, std::move(callback)); });
}

inline ScheduleResult MyTimer::schedule(const JobSpec &job, const RetryPolicy &retry, const ScheduleConfig &schedule)
{
    detail::Loan loan;
    detail::Reply<::my_timer_schedule_result> reply{::my_timer_schedule_result_free};
    detail::check(::my_timer_schedule_sync(
        handle_.get(),
        detail::borrow(detail::lend(job, loan)),
        detail::borrow(detail::lend(retry, loan)),
        detail::borrow(detail::lend(schedule, loan)),
        &reply.value));
    return detail::take(reply.value);
}

inline void MyTimer::schedule_async(const JobSpec &job, const RetryPolicy &retry, const ScheduleConfig &schedule, std::function<void(Outcome<ScheduleResult>)> callback)
{
    detail::Loan loan;
    detail::start<ScheduleResult>(std::move(callback), [&](void *user_data) {
        return ::my_timer_schedule(
            handle_.get(),
            detail::borrow(detail::lend(job, loan)),
            detail::borrow(detail::lend(retry, loan)),
            detail::borrow(detail::lend(schedule, loan)),
            [](::my_timer_status status, const ::my_timer_schedule_result *reply, const char *error, void *call) noexcept {
                detail::finish<ScheduleResult>(call, status, error, [&] { return detail::take(*reply); });
            },
            user_data);
    });
}

inline std::future<ScheduleResult> MyTimer::schedule_async(const JobSpec &job, const RetryPolicy &retry, const ScheduleConfig &schedule)
{
    return detail::future<ScheduleResult>([&](auto callback) { schedule_async(job, retry, schedule, std::move(callback)); });
}

inline Subscription MyTimer::on_echo_fired(std::function<void(const EchoEvent &value)> listener)
{
    const auto kept = detail::listener(std::move(listener));
    std::uint64_t id = 0;
    detail::check(::my_timer_add_on_echo_fired_listener(
        handle_.get(),
        [](const ::my_timer_echo_event *event, void *user_data) noexcept {
            detail::fire<decltype(listener)>(user_data, detail::take(*event));
        },
        kept.get(),
        &id));
    return Subscription{handle_.get(), id, kept};
}

inline Subscription MyTimer::on_job_scheduled(std::function<void(const JobEvent &value)> listener)
{
    const auto kept = detail::listener(std::move(listener));
    std::uint64_t id = 0;
    detail::check(::my_timer_add_on_job_scheduled_listener(
        handle_.get(),
        [](const ::my_timer_job_event *event, void *user_data) noexcept {
            detail::fire<decltype(listener)>(user_data, detail::take(*event));
        },
        kept.get(),
        &id));
    return Subscription{handle_.get(), id, kept};
}

inline void MyTimer::serve(const ServerOptions &options)
{
    const auto lent = detail::lend(options);
    detail::check(::my_timer_serve(handle_.get(), &lent));
}

inline std::uint64_t Subscription::lost() const
{
    std::uint64_t lost = 0;
    detail::check(::my_timer_listener_lost(handle_, id_, &lost));
    return lost;
}

inline Server::Server(MyTimer &served, const ServerOptions &options)
{
    const auto lent = detail::lend(options);
    ::my_timer_server *server = nullptr;
    detail::check(::my_timer_server_start(served.native_handle(), &lent, &server));
    handle_.reset(server);
}

inline std::string Server::address() const
{
    const auto *address = ::my_timer_server_address(handle_.get());
    if (!address)
        throw Error{Status::InvalidHandle, "the server was stopped, or moved from"};
    return address;
}

inline void Server::stop()
{
    detail::check(::my_timer_server_stop(handle_.release()));
}

inline void set_log(LogLevel most, LogCallback callback)
{
    detail::set_log(most, detail::listener(std::move(callback)));
}

inline void unset_log()
{
    detail::set_log(LogLevel::Error, nullptr);
}

} // namespace twofold::my_timer

#endif
