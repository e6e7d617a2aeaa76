/*
 * fixtures 0.0.0 for C++17: a header-only wrapper around fixtures.h.
 * Printed by Twofold.Bindings from the library itself; do not edit.
 *
 * Ownership  Objects end with their scope and are moved, not copied. Values are copied on the way in and out.
 * Errors     A call that fails throws Error, which has a status and the library's message.
 * Threads    Every function may be called from every thread. A callback or listener runs on the calling thread
 *            before the function returns, or later on a thread of the library; one that throws ends the program.
 */
#ifndef FIXTURES_HPP
#define FIXTURES_HPP

#include "fixtures.h"

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

namespace twofold::fixtures {

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
    return ::fixtures_status_name(static_cast<::fixtures_status>(status));
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

/** A color. */
enum class Color : std::int32_t {
    Red = 1,        /**< Red. */
    DarkGreen = 20, /**< Dark green. */
    None = -1,      /**< No color. */
};

struct Node;
struct Link;

/** Bytes in every form. */
struct Blob {
    std::vector<std::uint8_t> data{};                    /**< Bytes. */
    std::vector<std::uint8_t> view{};                    /**< Bytes as a view. */
    std::optional<std::vector<std::uint8_t>> checksum{}; /**< Bytes, or none. */
    std::optional<std::vector<std::uint8_t>> seal{};     /**< Bytes as a view, or none. */
};

/** A point. */
struct Point {
    double x{}; /**< To the right. */
    double y{}; /**< Upwards. */
};

/** Lists of everything. */
struct Lists {
    std::vector<bool> flags{};                       /**< Booleans. */
    std::vector<std::int64_t> longs{};               /**< 64 bits. */
    std::vector<float> floats{};                     /**< Floats. */
    std::vector<std::string> texts{};                /**< Texts. */
    std::vector<std::vector<std::uint8_t>> blobs{};  /**< Byte strings. */
    std::vector<Color> colors{};                     /**< Enums. */
    std::vector<Point> points{};                     /**< Record structs. */
    std::vector<std::vector<std::int32_t>> matrix{}; /**< Lists of lists. */
    std::vector<std::optional<std::int32_t>> gaps{}; /**< Numbers that may be absent. */
    std::vector<std::optional<std::string>> holes{}; /**< Texts that may be absent. */
    std::vector<std::optional<Point>> spots{};       /**< Points that may be absent. */
};

/** Lists of every number that lists has not. */
struct NumberLists {
    std::vector<std::int8_t> int8{};      /**< 8 bits. */
    std::vector<std::uint8_t> u_int8{};   /**< 8 bits, unsigned: numbers, not bytes. */
    std::vector<std::int16_t> int16{};    /**< 16 bits. */
    std::vector<std::uint16_t> u_int16{}; /**< 16 bits, unsigned. */
    std::vector<std::int32_t> int32{};    /**< 32 bits. */
    std::vector<std::uint32_t> u_int32{}; /**< 32 bits, unsigned. */
    std::vector<std::uint64_t> u_int64{}; /**< 64 bits, unsigned. */
    std::vector<double> doubles{};        /**< Doubles. */
};

/** Who owns a desk. */
struct Owner {
    std::string name{}; /**< A name. */
    std::uint8_t age{}; /**< In years. */
};

/** A desk. */
struct Desk {
    Owner owner{}; /**< Who sits at it. */
};

/** Lists of lists. */
struct Grids {
    std::vector<std::vector<std::string>> texts{};                /**< Texts. */
    std::vector<std::vector<std::vector<std::uint8_t>>> blobs{};  /**< Byte strings. */
    std::vector<std::vector<Color>> colors{};                     /**< Enums. */
    std::vector<std::vector<Point>> points{};                     /**< Record structs. */
    std::vector<std::vector<Desk>> desks{};                       /**< Records with records in them. */
    std::vector<std::vector<std::vector<bool>>> cube{};           /**< Three levels of booleans. */
    std::vector<std::vector<std::optional<std::int64_t>>> gaps{}; /**< Numbers that may be absent. */
    std::vector<std::optional<std::vector<float>>> rows{};        /**< Lists that may be absent themselves. */
};

/** A label. */
struct Label {
    std::string text{}; /**< What it says. */
};

/** Lists of what may be absent. */
struct Sparse {
    std::vector<std::optional<bool>> flags{};                      /**< Booleans. */
    std::vector<std::optional<double>> doubles{};                  /**< Doubles. */
    std::vector<std::optional<Color>> colors{};                    /**< Enums. */
    std::vector<std::optional<std::vector<std::uint8_t>>> blobs{}; /**< Byte strings. */
    std::vector<std::optional<std::vector<std::uint8_t>>> views{}; /**< Byte strings as views. */
    std::vector<std::optional<Label>> labels{};                    /**< Records. */
};

/** A place with desks. */
struct Office {
    std::vector<Desk> desks{}; /**< The desks. */
    Desk main{};               /**< The most important one. */
};

/** Four records deep. */
struct Company {
    std::string name{}; /**< Its name. */
    Office office{};    /**< Where it is. */
};

/** A tree. */
struct Node {
    std::int32_t value{};         /**< What is at the node. */
    std::vector<Node> children{}; /**< The nodes below. */
};

/** A chain. */
struct Link {
    std::int32_t value{};               /**< What is at the link. */
    std::shared_ptr<const Link> next{}; /**< The next link, or none. Null: none. */
};

/** Everything that may be absent. */
struct Optionals {
    std::optional<bool> flag{};                       /**< A boolean. */
    std::optional<double> number{};                   /**< A double. */
    std::optional<std::string> text{};                /**< A text. */
    std::optional<std::vector<std::uint8_t>> data{};  /**< Bytes. */
    std::optional<Color> color{};                     /**< An enum. */
    std::optional<std::vector<std::int32_t>> items{}; /**< A list. */
    std::optional<Point> spot{};                      /**< A record struct. */
    std::optional<Label> label{};                     /**< A record. */
};

/** Every number that optionals has not. */
struct OptionalNumbers {
    std::optional<std::int8_t> int8{};      /**< 8 bits. */
    std::optional<std::uint8_t> u_int8{};   /**< 8 bits, unsigned. */
    std::optional<std::int16_t> int16{};    /**< 16 bits. */
    std::optional<std::uint16_t> u_int16{}; /**< 16 bits, unsigned. */
    std::optional<std::int32_t> int32{};    /**< 32 bits. */
    std::optional<std::uint32_t> u_int32{}; /**< 32 bits, unsigned. */
    std::optional<std::int64_t> int64{};    /**< 64 bits. */
    std::optional<std::uint64_t> u_int64{}; /**< 64 bits, unsigned. */
    std::optional<float> single{};          /**< A float. */
};

/** Lists that may be absent. */
struct OptionalLists {
    std::optional<std::vector<bool>> flags{};                      /**< Booleans. */
    std::optional<std::vector<std::string>> texts{};               /**< Texts. */
    std::optional<std::vector<std::vector<std::uint8_t>>> blobs{}; /**< Byte strings. */
    std::optional<std::vector<Color>> colors{};                    /**< Enums. */
    std::optional<std::vector<Point>> points{};                    /**< Record structs. */
    std::optional<std::vector<Label>> labels{};                    /**< Records. */
    std::optional<std::vector<std::vector<double>>> matrix{};      /**< Lists of lists. */
};

/** One of each. */
struct Scalars {
    bool flag{};             /**< A boolean. */
    std::int8_t int8{};      /**< 8 bits. */
    std::uint8_t u_int8{};   /**< 8 bits, unsigned. */
    std::int16_t int16{};    /**< 16 bits. */
    std::uint16_t u_int16{}; /**< 16 bits, unsigned. */
    std::int32_t int32{};    /**< 32 bits. */
    std::uint32_t u_int32{}; /**< 32 bits, unsigned. */
    std::int64_t int64{};    /**< 64 bits. */
    std::uint64_t u_int64{}; /**< 64 bits, unsigned. */
    float single{};          /**< A float. */
    double number{};         /**< A double. */
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
    void operator()(::fixtures *ended) const noexcept { ::fixtures_destroy(ended); }
    void operator()(::fixtures_session *ended) const noexcept { ::fixtures_session_release(ended); }
    void operator()(::fixtures_server *ended) const noexcept { ::fixtures_server_stop(ended); }
    void operator()(char *ended) const noexcept { ::fixtures_string_free(ended); }
};

} // namespace detail

/** Keeps a listener until it is destroyed; then the listener does not run again. May be destroyed inside it. */
class [[nodiscard]] Subscription {
public:
    Subscription() = default;

    /** Takes over a listener that C functions have added, and what its user_data points to. */
    Subscription(::fixtures *handle, std::uint64_t id, std::shared_ptr<void> listener) noexcept
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
            ::fixtures_remove_listener(handle_, id_);
    }

    /** How many events the listener has lost; past 1024 that wait for it, the newest is. */
    std::uint64_t lost() const;

private:
    ::fixtures *handle_ = nullptr;
    std::uint64_t id_ = 0;
    std::shared_ptr<void> listener_;
};

class Session;

/**
 * A session: it adds up numbers.
 * Can be moved, not copied. Every method may throw Error. It ends with the Fixtures that it comes from: then its methods throw Status::InvalidHandle.
 */
class Session {
public:
    /** Takes over a handle that C functions have made. */
    explicit Session(::fixtures_session *handle) noexcept : handle_{handle} {}

    /** Adds a number and answers the sum. */
    std::int64_t add(std::int64_t number);

    /** The same without waiting: the callback runs once, on this thread or one of the library's. */
    void add_async(std::int64_t number, std::function<void(Outcome<std::int64_t>)> callback);

    /** The same as a future, which must not be waited for in a callback. */
    std::future<std::int64_t> add_async(std::int64_t number);

    /** The session's name, later. */
    std::string name();

    /** The same without waiting: the callback runs once, on this thread or one of the library's. */
    void name_async(std::function<void(Outcome<std::string>)> callback);

    /** The same as a future, which must not be waited for in a callback. */
    std::future<std::string> name_async();

    /** Opens a session that goes on from this one's sum. */
    Session fork(std::string_view name);

    /** The same without waiting: the callback runs once, on this thread or one of the library's. */
    void fork_async(std::string_view name, std::function<void(Outcome<Session>)> callback);

    /** The same as a future, which must not be waited for in a callback. */
    std::future<Session> fork_async(std::string_view name);

    /** What the functions of C take; still owned by this object. NULL after a move. */
    ::fixtures_session *native_handle() const noexcept { return handle_.get(); }

private:
    std::unique_ptr<::fixtures_session, detail::End> handle_;
};

/**
 * Every shape that an annotation can have; each feature has a file of its own.
 * Can be moved, not copied. Every method may throw Error. Its end ends its calls with Status::Cancelled, and waits for callbacks and listeners on other threads.
 */
class Fixtures {
public:
    /** True. */
    static constexpr bool yes = FIXTURES_YES;

    /** The least of 8 bits. */
    static constexpr std::int8_t least8 = FIXTURES_LEAST8;

    /** The most of 8 bits. */
    static constexpr std::uint8_t most8 = FIXTURES_MOST8;

    /** The least of 16 bits. */
    static constexpr std::int16_t least16 = FIXTURES_LEAST16;

    /** The most of 16 bits. */
    static constexpr std::uint16_t most16 = FIXTURES_MOST16;

    /** The least of 32 bits. */
    static constexpr std::int32_t least32 = FIXTURES_LEAST32;

    /** The most of 32 bits. */
    static constexpr std::uint32_t most32 = FIXTURES_MOST32;

    /** The least of 64 bits. */
    static constexpr std::int64_t least64 = FIXTURES_LEAST64;

    /** The most of 64 bits. */
    static constexpr std::uint64_t most64 = FIXTURES_MOST64;

    /** A float. */
    static constexpr float third = FIXTURES_THIRD;

    /** A double. */
    static constexpr double pi = FIXTURES_PI;

    /** A whole double. */
    static constexpr double whole = FIXTURES_WHOLE;

    /** No number. */
    static constexpr double no_number = std::numeric_limits<double>::quiet_NaN();

    /** A float beyond all others. */
    static constexpr float beyond = std::numeric_limits<float>::infinity();

    /** A zero with a sign. */
    static constexpr double minus_zero = FIXTURES_MINUS_ZERO;

    /** A text with what C must escape. */
    static constexpr std::string_view quoted{FIXTURES_QUOTED, sizeof FIXTURES_QUOTED - 1};

    /** Makes an object; there is nothing to say about it. */
    static Fixtures create();

    /** The same without waiting: the callback runs once, on this thread or one of the library's. */
    static void create_async(std::function<void(Outcome<Fixtures>)> callback);

    /** The same as a future, which must not be waited for in a callback. */
    static std::future<Fixtures> create_async();

    /** Takes over a handle that C functions have made. */
    explicit Fixtures(::fixtures *handle) noexcept : handle_{handle} {}

    /** Gives the bytes back. */
    std::vector<std::uint8_t> keep_bytes(const std::vector<std::uint8_t> &value);

    /** The same without waiting: the callback runs once, on this thread or one of the library's. */
    void keep_bytes_async(const std::vector<std::uint8_t> &value, std::function<void(Outcome<std::vector<std::uint8_t>>)> callback);

    /** The same as a future, which must not be waited for in a callback. */
    std::future<std::vector<std::uint8_t>> keep_bytes_async(const std::vector<std::uint8_t> &value);

    /** Gives the bytes back. */
    std::vector<std::uint8_t> keep_memory(const std::vector<std::uint8_t> &value);

    /** The same without waiting: the callback runs once, on this thread or one of the library's. */
    void keep_memory_async(const std::vector<std::uint8_t> &value, std::function<void(Outcome<std::vector<std::uint8_t>>)> callback);

    /** The same as a future, which must not be waited for in a callback. */
    std::future<std::vector<std::uint8_t>> keep_memory_async(const std::vector<std::uint8_t> &value);

    /** Gives the bytes back, or nothing. */
    std::optional<std::vector<std::uint8_t>> keep_optional_bytes(const std::optional<std::vector<std::uint8_t>> &value);

    /** The same without waiting: the callback runs once, on this thread or one of the library's. */
    void keep_optional_bytes_async(const std::optional<std::vector<std::uint8_t>> &value, std::function<void(Outcome<std::optional<std::vector<std::uint8_t>>>)> callback);

    /** The same as a future, which must not be waited for in a callback. */
    std::future<std::optional<std::vector<std::uint8_t>>> keep_optional_bytes_async(const std::optional<std::vector<std::uint8_t>> &value);

    /** Gives the record back. */
    Blob keep_blob(const Blob &value);

    /** The same without waiting: the callback runs once, on this thread or one of the library's. */
    void keep_blob_async(const Blob &value, std::function<void(Outcome<Blob>)> callback);

    /** The same as a future, which must not be waited for in a callback. */
    std::future<Blob> keep_blob_async(const Blob &value);

    /** Gives the color back. */
    Color keep_color(Color value);

    /** The same without waiting: the callback runs once, on this thread or one of the library's. */
    void keep_color_async(Color value, std::function<void(Outcome<Color>)> callback);

    /** The same as a future, which must not be waited for in a callback. */
    std::future<Color> keep_color_async(Color value);

    /** Gives the color back, or nothing. */
    std::optional<Color> keep_optional_color(std::optional<Color> value);

    /** The same without waiting: the callback runs once, on this thread or one of the library's. */
    void keep_optional_color_async(std::optional<Color> value, std::function<void(Outcome<std::optional<Color>>)> callback);

    /** The same as a future, which must not be waited for in a callback. */
    std::future<std::optional<Color>> keep_optional_color_async(std::optional<Color> value);

    /** Answers what is no color. */
    Color no_such_color();

    /** The same without waiting: the callback runs once, on this thread or one of the library's. */
    void no_such_color_async(std::function<void(Outcome<Color>)> callback);

    /** The same as a future, which must not be waited for in a callback. */
    std::future<Color> no_such_color_async();

    /** Raises each event once. */
    void raise_all();

    /** The same without waiting: the callback runs once, on this thread or one of the library's. */
    void raise_all_async(std::function<void(Outcome<void>)> callback);

    /** The same as a future, which must not be waited for in a callback. */
    std::future<void> raise_all_async();

    /** Gives the numbers back. */
    std::vector<std::int32_t> keep_numbers(const std::vector<std::int32_t> &value);

    /** The same without waiting: the callback runs once, on this thread or one of the library's. */
    void keep_numbers_async(const std::vector<std::int32_t> &value, std::function<void(Outcome<std::vector<std::int32_t>>)> callback);

    /** The same as a future, which must not be waited for in a callback. */
    std::future<std::vector<std::int32_t>> keep_numbers_async(const std::vector<std::int32_t> &value);

    /** Gives the texts back. */
    std::vector<std::string> keep_texts(const std::vector<std::string> &value);

    /** The same without waiting: the callback runs once, on this thread or one of the library's. */
    void keep_texts_async(const std::vector<std::string> &value, std::function<void(Outcome<std::vector<std::string>>)> callback);

    /** The same as a future, which must not be waited for in a callback. */
    std::future<std::vector<std::string>> keep_texts_async(const std::vector<std::string> &value);

    /** Gives the points back. */
    std::vector<Point> keep_points(const std::vector<Point> &value);

    /** The same without waiting: the callback runs once, on this thread or one of the library's. */
    void keep_points_async(const std::vector<Point> &value, std::function<void(Outcome<std::vector<Point>>)> callback);

    /** The same as a future, which must not be waited for in a callback. */
    std::future<std::vector<Point>> keep_points_async(const std::vector<Point> &value);

    /** Gives the list back. */
    Lists keep_lists(const Lists &value);

    /** The same without waiting: the callback runs once, on this thread or one of the library's. */
    void keep_lists_async(const Lists &value, std::function<void(Outcome<Lists>)> callback);

    /** The same as a future, which must not be waited for in a callback. */
    std::future<Lists> keep_lists_async(const Lists &value);

    /** Gives the lists back. */
    NumberLists keep_number_lists(const NumberLists &value);

    /** The same without waiting: the callback runs once, on this thread or one of the library's. */
    void keep_number_lists_async(const NumberLists &value, std::function<void(Outcome<NumberLists>)> callback);

    /** The same as a future, which must not be waited for in a callback. */
    std::future<NumberLists> keep_number_lists_async(const NumberLists &value);

    /** Gives the lists of lists back. */
    Grids keep_grids(const Grids &value);

    /** The same without waiting: the callback runs once, on this thread or one of the library's. */
    void keep_grids_async(const Grids &value, std::function<void(Outcome<Grids>)> callback);

    /** The same as a future, which must not be waited for in a callback. */
    std::future<Grids> keep_grids_async(const Grids &value);

    /** Gives the lists with gaps back. */
    Sparse keep_sparse(const Sparse &value);

    /** The same without waiting: the callback runs once, on this thread or one of the library's. */
    void keep_sparse_async(const Sparse &value, std::function<void(Outcome<Sparse>)> callback);

    /** The same as a future, which must not be waited for in a callback. */
    std::future<Sparse> keep_sparse_async(const Sparse &value);

    /** Gives the list back, or nothing. */
    std::optional<std::vector<Color>> keep_optional_list(const std::optional<std::vector<Color>> &value);

    /** The same without waiting: the callback runs once, on this thread or one of the library's. */
    void keep_optional_list_async(const std::optional<std::vector<Color>> &value, std::function<void(Outcome<std::optional<std::vector<Color>>>)> callback);

    /** The same as a future, which must not be waited for in a callback. */
    std::future<std::optional<std::vector<Color>>> keep_optional_list_async(const std::optional<std::vector<Color>> &value);

    /** Takes nothing, returns nothing. */
    void touch();

    /** The same without waiting: the callback runs once, on this thread or one of the library's. */
    void touch_async(std::function<void(Outcome<void>)> callback);

    /** The same as a future, which must not be waited for in a callback. */
    std::future<void> touch_async();

    /** How often touch and its kin were called. */
    std::int32_t count_touches();

    /** The same without waiting: the callback runs once, on this thread or one of the library's. */
    void count_touches_async(std::function<void(Outcome<std::int32_t>)> callback);

    /** The same as a future, which must not be waited for in a callback. */
    std::future<std::int32_t> count_touches_async();

    /** Returns nothing, later. */
    void touch_later();

    /** The same without waiting: the callback runs once, on this thread or one of the library's. */
    void touch_later_async(std::function<void(Outcome<void>)> callback);

    /** The same as a future, which must not be waited for in a callback. */
    std::future<void> touch_later_async();

    /** Returns nothing, as a ValueTask. */
    void touch_now();

    /** The same without waiting: the callback runs once, on this thread or one of the library's. */
    void touch_now_async(std::function<void(Outcome<void>)> callback);

    /** The same as a future, which must not be waited for in a callback. */
    std::future<void> touch_now_async();

    /** Eight parameters of eight kinds. */
    std::string join(bool flag, std::int8_t small, std::uint64_t large, double number, std::string_view text, const std::vector<std::uint8_t> &data, Color color, const Point &point);

    /** The same without waiting: the callback runs once, on this thread or one of the library's. */
    void join_async(bool flag, std::int8_t small, std::uint64_t large, double number, std::string_view text, const std::vector<std::uint8_t> &data, Color color, const Point &point, std::function<void(Outcome<std::string>)> callback);

    /** The same as a future, which must not be waited for in a callback. */
    std::future<std::string> join_async(bool flag, std::int8_t small, std::uint64_t large, double number, std::string_view text, const std::vector<std::uint8_t> &data, Color color, const Point &point);

    /** Parameters whose names mean something to C#, or to generated code. */
    std::int32_t names(std::int32_t event, std::int32_t string, std::int32_t request, std::int32_t result, std::int32_t context);

    /** The same without waiting: the callback runs once, on this thread or one of the library's. */
    void names_async(std::int32_t event, std::int32_t string, std::int32_t request, std::int32_t result, std::int32_t context, std::function<void(Outcome<std::int32_t>)> callback);

    /** The same as a future, which must not be waited for in a callback. */
    std::future<std::int32_t> names_async(std::int32_t event, std::int32_t string, std::int32_t request, std::int32_t result, std::int32_t context);

    /** A sum, as a Task. */
    std::int32_t add_later(std::int32_t left, std::int32_t right);

    /** The same without waiting: the callback runs once, on this thread or one of the library's. */
    void add_later_async(std::int32_t left, std::int32_t right, std::function<void(Outcome<std::int32_t>)> callback);

    /** The same as a future, which must not be waited for in a callback. */
    std::future<std::int32_t> add_later_async(std::int32_t left, std::int32_t right);

    /** Needs no object. */
    static std::int32_t twice(std::int32_t value);

    /** The same without waiting: the callback runs once, on this thread or one of the library's. */
    static void twice_async(std::int32_t value, std::function<void(Outcome<std::int32_t>)> callback);

    /** The same as a future, which must not be waited for in a callback. */
    static std::future<std::int32_t> twice_async(std::int32_t value);

    /** Needs no object, and comes later. */
    static std::string greet_later(std::string_view name);

    /** The same without waiting: the callback runs once, on this thread or one of the library's. */
    static void greet_later_async(std::string_view name, std::function<void(Outcome<std::string>)> callback);

    /** The same as a future, which must not be waited for in a callback. */
    static std::future<std::string> greet_later_async(std::string_view name);

    /** Gives the record back, later. */
    Label label_later(std::string_view text);

    /** The same without waiting: the callback runs once, on this thread or one of the library's. */
    void label_later_async(std::string_view text, std::function<void(Outcome<Label>)> callback);

    /** The same as a future, which must not be waited for in a callback. */
    std::future<Label> label_later_async(std::string_view text);

    /** Counts down to 1, as a ValueTask. */
    std::vector<std::int32_t> count_down(std::int32_t from);

    /** The same without waiting: the callback runs once, on this thread or one of the library's. */
    void count_down_async(std::int32_t from, std::function<void(Outcome<std::vector<std::int32_t>>)> callback);

    /** The same as a future, which must not be waited for in a callback. */
    std::future<std::vector<std::int32_t>> count_down_async(std::int32_t from);

    /** Halves what is even, later; nothing comes of what is odd. */
    std::optional<std::int32_t> halve_later(std::int32_t value);

    /** The same without waiting: the callback runs once, on this thread or one of the library's. */
    void halve_later_async(std::int32_t value, std::function<void(Outcome<std::optional<std::int32_t>>)> callback);

    /** The same as a future, which must not be waited for in a callback. */
    std::future<std::optional<std::int32_t>> halve_later_async(std::int32_t value);

    /** Fails as its author foresaw. */
    std::int32_t fail(std::string_view message);

    /** The same without waiting: the callback runs once, on this thread or one of the library's. */
    void fail_async(std::string_view message, std::function<void(Outcome<std::int32_t>)> callback);

    /** The same as a future, which must not be waited for in a callback. */
    std::future<std::int32_t> fail_async(std::string_view message);

    /** Fails as nobody foresaw. */
    std::int32_t crash();

    /** The same without waiting: the callback runs once, on this thread or one of the library's. */
    void crash_async(std::function<void(Outcome<std::int32_t>)> callback);

    /** The same as a future, which must not be waited for in a callback. */
    std::future<std::int32_t> crash_async();

    /** Gives the company back. */
    Company keep_company(const Company &value);

    /** The same without waiting: the callback runs once, on this thread or one of the library's. */
    void keep_company_async(const Company &value, std::function<void(Outcome<Company>)> callback);

    /** The same as a future, which must not be waited for in a callback. */
    std::future<Company> keep_company_async(const Company &value);

    /** Gives the tree back. */
    Node keep_tree(const Node &value);

    /** The same without waiting: the callback runs once, on this thread or one of the library's. */
    void keep_tree_async(const Node &value, std::function<void(Outcome<Node>)> callback);

    /** The same as a future, which must not be waited for in a callback. */
    std::future<Node> keep_tree_async(const Node &value);

    /** Gives the chain back. */
    Link keep_chain(const Link &value);

    /** The same without waiting: the callback runs once, on this thread or one of the library's. */
    void keep_chain_async(const Link &value, std::function<void(Outcome<Link>)> callback);

    /** The same as a future, which must not be waited for in a callback. */
    std::future<Link> keep_chain_async(const Link &value);

    /**
     * Opens a session.
     * @param name What it is called.
     */
    Session open_session(std::string_view name);

    /** The same without waiting: the callback runs once, on this thread or one of the library's. */
    void open_session_async(std::string_view name, std::function<void(Outcome<Session>)> callback);

    /** The same as a future, which must not be waited for in a callback. */
    std::future<Session> open_session_async(std::string_view name);

    /** Opens a session, later. */
    Session open_session_later(std::string_view name);

    /** The same without waiting: the callback runs once, on this thread or one of the library's. */
    void open_session_later_async(std::string_view name, std::function<void(Outcome<Session>)> callback);

    /** The same as a future, which must not be waited for in a callback. */
    std::future<Session> open_session_later_async(std::string_view name);

    /** How many sessions are open. */
    std::int32_t count_sessions();

    /** The same without waiting: the callback runs once, on this thread or one of the library's. */
    void count_sessions_async(std::function<void(Outcome<std::int32_t>)> callback);

    /** The same as a future, which must not be waited for in a callback. */
    std::future<std::int32_t> count_sessions_async();

    /** Gives the number back, or nothing. */
    std::optional<std::int32_t> keep_optional_int32(std::optional<std::int32_t> value);

    /** The same without waiting: the callback runs once, on this thread or one of the library's. */
    void keep_optional_int32_async(std::optional<std::int32_t> value, std::function<void(Outcome<std::optional<std::int32_t>>)> callback);

    /** The same as a future, which must not be waited for in a callback. */
    std::future<std::optional<std::int32_t>> keep_optional_int32_async(std::optional<std::int32_t> value);

    /** Gives the point back, or nothing. */
    std::optional<Point> keep_optional_point(const std::optional<Point> &value);

    /** The same without waiting: the callback runs once, on this thread or one of the library's. */
    void keep_optional_point_async(const std::optional<Point> &value, std::function<void(Outcome<std::optional<Point>>)> callback);

    /** The same as a future, which must not be waited for in a callback. */
    std::future<std::optional<Point>> keep_optional_point_async(const std::optional<Point> &value);

    /** Gives the record back, or nothing. */
    std::optional<Optionals> keep_optionals(const std::optional<Optionals> &value);

    /** The same without waiting: the callback runs once, on this thread or one of the library's. */
    void keep_optionals_async(const std::optional<Optionals> &value, std::function<void(Outcome<std::optional<Optionals>>)> callback);

    /** The same as a future, which must not be waited for in a callback. */
    std::future<std::optional<Optionals>> keep_optionals_async(const std::optional<Optionals> &value);

    /** Gives the numbers back. */
    OptionalNumbers keep_optional_numbers(const OptionalNumbers &value);

    /** The same without waiting: the callback runs once, on this thread or one of the library's. */
    void keep_optional_numbers_async(const OptionalNumbers &value, std::function<void(Outcome<OptionalNumbers>)> callback);

    /** The same as a future, which must not be waited for in a callback. */
    std::future<OptionalNumbers> keep_optional_numbers_async(const OptionalNumbers &value);

    /** Gives the lists back. */
    OptionalLists keep_optional_lists(const OptionalLists &value);

    /** The same without waiting: the callback runs once, on this thread or one of the library's. */
    void keep_optional_lists_async(const OptionalLists &value, std::function<void(Outcome<OptionalLists>)> callback);

    /** The same as a future, which must not be waited for in a callback. */
    std::future<OptionalLists> keep_optional_lists_async(const OptionalLists &value);

    /** No parameter. */
    std::string write0();

    /** The same without waiting: the callback runs once, on this thread or one of the library's. */
    void write0_async(std::function<void(Outcome<std::string>)> callback);

    /** The same as a future, which must not be waited for in a callback. */
    std::future<std::string> write0_async();

    /** One parameter. */
    std::string write1(std::int32_t a);

    /** The same without waiting: the callback runs once, on this thread or one of the library's. */
    void write1_async(std::int32_t a, std::function<void(Outcome<std::string>)> callback);

    /** The same as a future, which must not be waited for in a callback. */
    std::future<std::string> write1_async(std::int32_t a);

    /** Two parameters. */
    std::string write2(std::int32_t a, std::string_view b);

    /** The same without waiting: the callback runs once, on this thread or one of the library's. */
    void write2_async(std::int32_t a, std::string_view b, std::function<void(Outcome<std::string>)> callback);

    /** The same as a future, which must not be waited for in a callback. */
    std::future<std::string> write2_async(std::int32_t a, std::string_view b);

    /** Three parameters. */
    std::string write3(std::int32_t a, std::string_view b, bool c);

    /** The same without waiting: the callback runs once, on this thread or one of the library's. */
    void write3_async(std::int32_t a, std::string_view b, bool c, std::function<void(Outcome<std::string>)> callback);

    /** The same as a future, which must not be waited for in a callback. */
    std::future<std::string> write3_async(std::int32_t a, std::string_view b, bool c);

    /** Four parameters. */
    std::string write4(std::int32_t a, std::string_view b, bool c, double d);

    /** The same without waiting: the callback runs once, on this thread or one of the library's. */
    void write4_async(std::int32_t a, std::string_view b, bool c, double d, std::function<void(Outcome<std::string>)> callback);

    /** The same as a future, which must not be waited for in a callback. */
    std::future<std::string> write4_async(std::int32_t a, std::string_view b, bool c, double d);

    /** Five parameters. */
    std::string write5(std::int32_t a, std::string_view b, bool c, double d, Color e);

    /** The same without waiting: the callback runs once, on this thread or one of the library's. */
    void write5_async(std::int32_t a, std::string_view b, bool c, double d, Color e, std::function<void(Outcome<std::string>)> callback);

    /** The same as a future, which must not be waited for in a callback. */
    std::future<std::string> write5_async(std::int32_t a, std::string_view b, bool c, double d, Color e);

    /** Six parameters. */
    std::string write6(std::int32_t a, std::string_view b, bool c, double d, Color e, const std::vector<std::uint8_t> &f);

    /** The same without waiting: the callback runs once, on this thread or one of the library's. */
    void write6_async(std::int32_t a, std::string_view b, bool c, double d, Color e, const std::vector<std::uint8_t> &f, std::function<void(Outcome<std::string>)> callback);

    /** The same as a future, which must not be waited for in a callback. */
    std::future<std::string> write6_async(std::int32_t a, std::string_view b, bool c, double d, Color e, const std::vector<std::uint8_t> &f);

    /** Seven parameters. */
    std::string write7(std::int32_t a, std::string_view b, bool c, double d, Color e, const std::vector<std::uint8_t> &f, const std::optional<std::vector<std::int32_t>> &g);

    /** The same without waiting: the callback runs once, on this thread or one of the library's. */
    void write7_async(std::int32_t a, std::string_view b, bool c, double d, Color e, const std::vector<std::uint8_t> &f, const std::optional<std::vector<std::int32_t>> &g, std::function<void(Outcome<std::string>)> callback);

    /** The same as a future, which must not be waited for in a callback. */
    std::future<std::string> write7_async(std::int32_t a, std::string_view b, bool c, double d, Color e, const std::vector<std::uint8_t> &f, const std::optional<std::vector<std::int32_t>> &g);

    /** Eight parameters. */
    std::string write8(std::int32_t a, std::string_view b, bool c, double d, Color e, const std::vector<std::uint8_t> &f, const std::optional<std::vector<std::int32_t>> &g, const Label &h);

    /** The same without waiting: the callback runs once, on this thread or one of the library's. */
    void write8_async(std::int32_t a, std::string_view b, bool c, double d, Color e, const std::vector<std::uint8_t> &f, const std::optional<std::vector<std::int32_t>> &g, const Label &h, std::function<void(Outcome<std::string>)> callback);

    /** The same as a future, which must not be waited for in a callback. */
    std::future<std::string> write8_async(std::int32_t a, std::string_view b, bool c, double d, Color e, const std::vector<std::uint8_t> &f, const std::optional<std::vector<std::int32_t>> &g, const Label &h);

    /** Raises the events of two to seven parameters. */
    void raise_counts();

    /** The same without waiting: the callback runs once, on this thread or one of the library's. */
    void raise_counts_async(std::function<void(Outcome<void>)> callback);

    /** The same as a future, which must not be waited for in a callback. */
    std::future<void> raise_counts_async();

    /** Gives the boolean back. */
    bool keep_bool(bool value);

    /** The same without waiting: the callback runs once, on this thread or one of the library's. */
    void keep_bool_async(bool value, std::function<void(Outcome<bool>)> callback);

    /** The same as a future, which must not be waited for in a callback. */
    std::future<bool> keep_bool_async(bool value);

    /** Gives the number back. */
    std::int8_t keep_int8(std::int8_t value);

    /** The same without waiting: the callback runs once, on this thread or one of the library's. */
    void keep_int8_async(std::int8_t value, std::function<void(Outcome<std::int8_t>)> callback);

    /** The same as a future, which must not be waited for in a callback. */
    std::future<std::int8_t> keep_int8_async(std::int8_t value);

    /** Gives the number back. */
    std::uint8_t keep_uint8(std::uint8_t value);

    /** The same without waiting: the callback runs once, on this thread or one of the library's. */
    void keep_uint8_async(std::uint8_t value, std::function<void(Outcome<std::uint8_t>)> callback);

    /** The same as a future, which must not be waited for in a callback. */
    std::future<std::uint8_t> keep_uint8_async(std::uint8_t value);

    /** Gives the number back. */
    std::int16_t keep_int16(std::int16_t value);

    /** The same without waiting: the callback runs once, on this thread or one of the library's. */
    void keep_int16_async(std::int16_t value, std::function<void(Outcome<std::int16_t>)> callback);

    /** The same as a future, which must not be waited for in a callback. */
    std::future<std::int16_t> keep_int16_async(std::int16_t value);

    /** Gives the number back. */
    std::uint16_t keep_uint16(std::uint16_t value);

    /** The same without waiting: the callback runs once, on this thread or one of the library's. */
    void keep_uint16_async(std::uint16_t value, std::function<void(Outcome<std::uint16_t>)> callback);

    /** The same as a future, which must not be waited for in a callback. */
    std::future<std::uint16_t> keep_uint16_async(std::uint16_t value);

    /** Gives the number back. */
    std::int32_t keep_int32(std::int32_t value);

    /** The same without waiting: the callback runs once, on this thread or one of the library's. */
    void keep_int32_async(std::int32_t value, std::function<void(Outcome<std::int32_t>)> callback);

    /** The same as a future, which must not be waited for in a callback. */
    std::future<std::int32_t> keep_int32_async(std::int32_t value);

    /** Gives the number back. */
    std::uint32_t keep_uint32(std::uint32_t value);

    /** The same without waiting: the callback runs once, on this thread or one of the library's. */
    void keep_uint32_async(std::uint32_t value, std::function<void(Outcome<std::uint32_t>)> callback);

    /** The same as a future, which must not be waited for in a callback. */
    std::future<std::uint32_t> keep_uint32_async(std::uint32_t value);

    /** Gives the number back. */
    std::int64_t keep_int64(std::int64_t value);

    /** The same without waiting: the callback runs once, on this thread or one of the library's. */
    void keep_int64_async(std::int64_t value, std::function<void(Outcome<std::int64_t>)> callback);

    /** The same as a future, which must not be waited for in a callback. */
    std::future<std::int64_t> keep_int64_async(std::int64_t value);

    /** Gives the number back. */
    std::uint64_t keep_uint64(std::uint64_t value);

    /** The same without waiting: the callback runs once, on this thread or one of the library's. */
    void keep_uint64_async(std::uint64_t value, std::function<void(Outcome<std::uint64_t>)> callback);

    /** The same as a future, which must not be waited for in a callback. */
    std::future<std::uint64_t> keep_uint64_async(std::uint64_t value);

    /** Gives the number back. */
    float keep_float(float value);

    /** The same without waiting: the callback runs once, on this thread or one of the library's. */
    void keep_float_async(float value, std::function<void(Outcome<float>)> callback);

    /** The same as a future, which must not be waited for in a callback. */
    std::future<float> keep_float_async(float value);

    /** Gives the number back. */
    double keep_double(double value);

    /** The same without waiting: the callback runs once, on this thread or one of the library's. */
    void keep_double_async(double value, std::function<void(Outcome<double>)> callback);

    /** The same as a future, which must not be waited for in a callback. */
    std::future<double> keep_double_async(double value);

    /** Gives all of them back. */
    Scalars keep_scalars(const Scalars &value);

    /** The same without waiting: the callback runs once, on this thread or one of the library's. */
    void keep_scalars_async(const Scalars &value, std::function<void(Outcome<Scalars>)> callback);

    /** The same as a future, which must not be waited for in a callback. */
    std::future<Scalars> keep_scalars_async(const Scalars &value);

    /** Gives the text back. */
    std::string keep_text(std::string_view value);

    /** The same without waiting: the callback runs once, on this thread or one of the library's. */
    void keep_text_async(std::string_view value, std::function<void(Outcome<std::string>)> callback);

    /** The same as a future, which must not be waited for in a callback. */
    std::future<std::string> keep_text_async(std::string_view value);

    /** Gives the text back, or nothing. */
    std::optional<std::string> keep_optional_text(std::optional<std::string_view> value);

    /** The same without waiting: the callback runs once, on this thread or one of the library's. */
    void keep_optional_text_async(std::optional<std::string_view> value, std::function<void(Outcome<std::optional<std::string>>)> callback);

    /** The same as a future, which must not be waited for in a callback. */
    std::future<std::optional<std::string>> keep_optional_text_async(std::optional<std::string_view> value);

    /** Answers a text that no UTF-8 can carry. */
    std::string lone_surrogate();

    /** The same without waiting: the callback runs once, on this thread or one of the library's. */
    void lone_surrogate_async(std::function<void(Outcome<std::string>)> callback);

    /** The same as a future, which must not be waited for in a callback. */
    std::future<std::string> lone_surrogate_async();

    /** Answers a text that no C string can carry. */
    std::string embedded_nul();

    /** The same without waiting: the callback runs once, on this thread or one of the library's. */
    void embedded_nul_async(std::function<void(Outcome<std::string>)> callback);

    /** The same as a future, which must not be waited for in a callback. */
    std::future<std::string> embedded_nul_async();

    /** Passes, and answers how many have. */
    std::int64_t pass();

    /** The same without waiting: the callback runs once, on this thread or one of the library's. */
    void pass_async(std::function<void(Outcome<std::int64_t>)> callback);

    /** The same as a future, which must not be waited for in a callback. */
    std::future<std::int64_t> pass_async();

    /** Passes twice, with an await between, where others may pass; answers how many have. */
    std::int64_t pass_twice();

    /** The same without waiting: the callback runs once, on this thread or one of the library's. */
    void pass_twice_async(std::function<void(Outcome<std::int64_t>)> callback);

    /** The same as a future, which must not be waited for in a callback. */
    std::future<std::int64_t> pass_twice_async();

    /** Passes, and waits until the call is cancelled. */
    void pass_and_stay();

    /** The same without waiting: the callback runs once, on this thread or one of the library's. */
    void pass_and_stay_async(std::function<void(Outcome<void>)> callback);

    /** The same as a future, which must not be waited for in a callback. */
    std::future<void> pass_and_stay_async();

    /** Keeps the object busy, without an await, until vacate. */
    void occupy();

    /** The same without waiting: the callback runs once, on this thread or one of the library's. */
    void occupy_async(std::function<void(Outcome<void>)> callback);

    /** The same as a future, which must not be waited for in a callback. */
    std::future<void> occupy_async();

    /** How many objects occupy keeps busy. */
    static std::int32_t count_occupied();

    /** The same without waiting: the callback runs once, on this thread or one of the library's. */
    static void count_occupied_async(std::function<void(Outcome<std::int32_t>)> callback);

    /** The same as a future, which must not be waited for in a callback. */
    static std::future<std::int32_t> count_occupied_async();

    /** Ends one occupy. */
    static void vacate();

    /** The same without waiting: the callback runs once, on this thread or one of the library's. */
    static void vacate_async(std::function<void(Outcome<void>)> callback);

    /** The same as a future, which must not be waited for in a callback. */
    static std::future<void> vacate_async();

    /** How often two were inside at once; 0 unless the library is broken. */
    std::int32_t count_collisions();

    /** The same without waiting: the callback runs once, on this thread or one of the library's. */
    void count_collisions_async(std::function<void(Outcome<std::int32_t>)> callback);

    /** The same as a future, which must not be waited for in a callback. */
    std::future<std::int32_t> count_collisions_async();

    /** Carries nothing. The listener runs on the thread that raises the event, or one of the library's. */
    Subscription on_tick(std::function<void()> listener);

    /** Carries a number. The listener runs on the thread that raises the event, or one of the library's. */
    Subscription on_count(std::function<void(std::int32_t value)> listener);

    /** Carries a record. The listener runs on the thread that raises the event, or one of the library's. */
    Subscription on_label(std::function<void(const Label &value)> listener);

    /** Carries eight things. The listener runs on the thread that raises the event, or one of the library's. */
    Subscription on_everything(std::function<void(bool flag, std::int8_t small, std::uint64_t large, double number, std::string_view text, const std::vector<std::uint8_t> &data, std::optional<Color> color, const Point &point)> listener);

    /** Carries two parameters. The listener runs on the thread that raises the event, or one of the library's. */
    Subscription on_two(std::function<void(std::int32_t arg1, std::string_view arg2)> listener);

    /** Carries three parameters. The listener runs on the thread that raises the event, or one of the library's. */
    Subscription on_three(std::function<void(std::int32_t arg1, std::string_view arg2, bool arg3)> listener);

    /** Carries four parameters. The listener runs on the thread that raises the event, or one of the library's. */
    Subscription on_four(std::function<void(std::int32_t arg1, std::string_view arg2, bool arg3, double arg4)> listener);

    /** Carries five parameters. The listener runs on the thread that raises the event, or one of the library's. */
    Subscription on_five(std::function<void(std::int32_t arg1, std::string_view arg2, bool arg3, double arg4, Color arg5)> listener);

    /** Carries six parameters. The listener runs on the thread that raises the event, or one of the library's. */
    Subscription on_six(std::function<void(std::int32_t arg1, std::string_view arg2, bool arg3, double arg4, Color arg5, const std::vector<std::uint8_t> &arg6)> listener);

    /** Carries seven parameters. The listener runs on the thread that raises the event, or one of the library's. */
    Subscription on_seven(std::function<void(std::int32_t arg1, std::string_view arg2, bool arg3, double arg4, Color arg5, const std::vector<std::uint8_t> &arg6, const std::optional<std::vector<std::int32_t>> &arg7)> listener);

    /** Carries how many have passed. The listener runs on the thread that raises the event, or one of the library's. */
    Subscription on_passed(std::function<void(std::int64_t value)> listener);

    /** Makes the process a server: prints "listening on ADDRESS" when ready, returns after SIGINT or SIGTERM. */
    void serve(const ServerOptions &options);

    /** What the functions of C take; still owned by this object. NULL after a move. */
    ::fixtures *native_handle() const noexcept { return handle_.get(); }

private:
    std::unique_ptr<::fixtures, detail::End> handle_;
};

/** Serves an object to other processes, on threads of the library, until it is stopped or destroyed. */
class Server {
public:
    Server(Fixtures &served, const ServerOptions &options);

    /** The address to connect to, with the real port. */
    std::string address() const;

    /** Stops accepting, answers what is in flight within the drain time, closes. */
    void stop();

private:
    std::unique_ptr<::fixtures_server, detail::End> handle_;
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

inline void check(::fixtures_status status)
{
    if (status != FIXTURES_OK)
        throw Error{static_cast<Status>(status), ::fixtures_last_error()};
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
void finish(void *call, ::fixtures_status status, const char *error, Take take) noexcept
{
    const std::unique_ptr<Callback<T>> callback{static_cast<Callback<T> *>(call)};
    if (status != FIXTURES_OK)
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
    const auto run = [](::fixtures_log_level level, const char *message, void *user_data) noexcept {
        fire<LogCallback>(user_data, static_cast<LogLevel>(level), std::string_view{message});
    };
    // Not NULL to unset it: then the next to set it would not wait for the callback that is being unset.
    const auto ignore = [](::fixtures_log_level, const char *, void *) noexcept {};
    const auto level = static_cast<::fixtures_log_level>(callback ? most : LogLevel::Error);
    check(::fixtures_set_log(level, callback ? +run : +ignore, callback.get()));

    // What was set meanwhile may be what the log has now, and stays.
    lock.lock();
    log.kept.remove_if([&](const auto &one) { return std::find(replaced.begin(), replaced.end(), one) != replaced.end(); });
    log.kept.splice(log.kept.end(), added);
}

inline ::fixtures_node lend(const Node &value, Loan &loan);
inline ::fixtures_link lend(const Link &value, Loan &loan);
inline Node take(const ::fixtures_node &from);
inline Link take(const ::fixtures_link &from);

inline ::fixtures_blob lend(const Blob &value, Loan &)
{
    ::fixtures_blob lent{};
    lent.data = value.data.data();
    lent.data_size = value.data.size();
    lent.view = value.view.data();
    lent.view_size = value.view.size();
    lent.checksum = value.checksum ? present(value.checksum->data()) : nullptr;
    lent.checksum_size = value.checksum ? value.checksum->size() : 0;
    lent.seal = value.seal ? present(value.seal->data()) : nullptr;
    lent.seal_size = value.seal ? value.seal->size() : 0;
    return lent;
}

inline ::fixtures_point lend(const Point &value, Loan &)
{
    ::fixtures_point lent{};
    lent.x = value.x;
    lent.y = value.y;
    return lent;
}

inline ::fixtures_lists lend(const Lists &value, Loan &loan)
{
    ::fixtures_lists lent{};
    lent.flags = loan.list(value.flags, [&](const auto &item) { return item; });
    lent.flags_count = value.flags.size();
    lent.longs = value.longs.data();
    lent.longs_count = value.longs.size();
    lent.floats = value.floats.data();
    lent.floats_count = value.floats.size();
    lent.texts = loan.list(value.texts, [&](const auto &item) { return c_text(item, "texts"); });
    lent.texts_count = value.texts.size();
    lent.blobs = loan.list(value.blobs, [&](const auto &item) { return ::fixtures_bytes{item.data(), item.size()}; });
    lent.blobs_count = value.blobs.size();
    lent.colors = loan.list(value.colors, [&](const auto &item) { return static_cast<::fixtures_color>(item); });
    lent.colors_count = value.colors.size();
    lent.points = loan.list(value.points, [&](const auto &item) { return lend(item, loan); });
    lent.points_count = value.points.size();
    lent.matrix = loan.list(value.matrix, [&](const auto &item) { return ::fixtures_int32_list{item.data(), item.size()}; });
    lent.matrix_count = value.matrix.size();
    lent.gaps = loan.list(value.gaps, [&](const auto &item) { return ::fixtures_optional_int32{item.has_value(), item.value_or(0)}; });
    lent.gaps_count = value.gaps.size();
    lent.holes = loan.list(value.holes, [&](const auto &item) { return item ? c_text(*item, "holes") : nullptr; });
    lent.holes_count = value.holes.size();
    lent.spots = loan.list(value.spots, [&](const auto &item) { return item ? loan.keep(lend(*item, loan)) : nullptr; });
    lent.spots_count = value.spots.size();
    return lent;
}

inline ::fixtures_number_lists lend(const NumberLists &value, Loan &)
{
    ::fixtures_number_lists lent{};
    lent.int8 = value.int8.data();
    lent.int8_count = value.int8.size();
    lent.u_int8 = value.u_int8.data();
    lent.u_int8_count = value.u_int8.size();
    lent.int16 = value.int16.data();
    lent.int16_count = value.int16.size();
    lent.u_int16 = value.u_int16.data();
    lent.u_int16_count = value.u_int16.size();
    lent.int32 = value.int32.data();
    lent.int32_count = value.int32.size();
    lent.u_int32 = value.u_int32.data();
    lent.u_int32_count = value.u_int32.size();
    lent.u_int64 = value.u_int64.data();
    lent.u_int64_count = value.u_int64.size();
    lent.doubles = value.doubles.data();
    lent.doubles_count = value.doubles.size();
    return lent;
}

inline ::fixtures_owner lend(const Owner &value, Loan &)
{
    ::fixtures_owner lent{};
    lent.name = c_text(value.name, "name");
    lent.age = value.age;
    return lent;
}

inline ::fixtures_desk lend(const Desk &value, Loan &loan)
{
    ::fixtures_desk lent{};
    lent.owner = lend(value.owner, loan);
    return lent;
}

inline ::fixtures_grids lend(const Grids &value, Loan &loan)
{
    ::fixtures_grids lent{};
    lent.texts = loan.list(value.texts, [&](const auto &item) { return ::fixtures_text_list{loan.list(item, [&](const auto &item2) { return c_text(item2, "texts"); }), item.size()}; });
    lent.texts_count = value.texts.size();
    lent.blobs = loan.list(value.blobs, [&](const auto &item) { return ::fixtures_bytes_list{loan.list(item, [&](const auto &item2) { return ::fixtures_bytes{item2.data(), item2.size()}; }), item.size()}; });
    lent.blobs_count = value.blobs.size();
    lent.colors = loan.list(value.colors, [&](const auto &item) { return ::fixtures_color_list{loan.list(item, [&](const auto &item2) { return static_cast<::fixtures_color>(item2); }), item.size()}; });
    lent.colors_count = value.colors.size();
    lent.points = loan.list(value.points, [&](const auto &item) { return ::fixtures_point_list{loan.list(item, [&](const auto &item2) { return lend(item2, loan); }), item.size()}; });
    lent.points_count = value.points.size();
    lent.desks = loan.list(value.desks, [&](const auto &item) { return ::fixtures_desk_list{loan.list(item, [&](const auto &item2) { return lend(item2, loan); }), item.size()}; });
    lent.desks_count = value.desks.size();
    lent.cube = loan.list(value.cube, [&](const auto &item) { return ::fixtures_bool_list_list{loan.list(item, [&](const auto &item2) { return ::fixtures_bool_list{loan.list(item2, [&](const auto &item3) { return item3; }), item2.size()}; }), item.size()}; });
    lent.cube_count = value.cube.size();
    lent.gaps = loan.list(value.gaps, [&](const auto &item) { return ::fixtures_optional_int64_list{loan.list(item, [&](const auto &item2) { return ::fixtures_optional_int64{item2.has_value(), item2.value_or(0)}; }), item.size()}; });
    lent.gaps_count = value.gaps.size();
    lent.rows = loan.list(value.rows, [&](const auto &item) { return ::fixtures_float32_list{item ? present(item->data()) : nullptr, item ? item->size() : 0}; });
    lent.rows_count = value.rows.size();
    return lent;
}

inline ::fixtures_label lend(const Label &value, Loan &)
{
    ::fixtures_label lent{};
    lent.text = c_text(value.text, "text");
    return lent;
}

inline ::fixtures_sparse lend(const Sparse &value, Loan &loan)
{
    ::fixtures_sparse lent{};
    lent.flags = loan.list(value.flags, [&](const auto &item) { return ::fixtures_optional_bool{item.has_value(), item.value_or(false)}; });
    lent.flags_count = value.flags.size();
    lent.doubles = loan.list(value.doubles, [&](const auto &item) { return ::fixtures_optional_float64{item.has_value(), item.value_or(0)}; });
    lent.doubles_count = value.doubles.size();
    lent.colors = loan.list(value.colors, [&](const auto &item) { return ::fixtures_optional_color{item.has_value(), static_cast<::fixtures_color>(item.value_or(Color{}))}; });
    lent.colors_count = value.colors.size();
    lent.blobs = loan.list(value.blobs, [&](const auto &item) { return ::fixtures_bytes{item ? present(item->data()) : nullptr, item ? item->size() : 0}; });
    lent.blobs_count = value.blobs.size();
    lent.views = loan.list(value.views, [&](const auto &item) { return ::fixtures_bytes{item ? present(item->data()) : nullptr, item ? item->size() : 0}; });
    lent.views_count = value.views.size();
    lent.labels = loan.list(value.labels, [&](const auto &item) { return item ? loan.keep(lend(*item, loan)) : nullptr; });
    lent.labels_count = value.labels.size();
    return lent;
}

inline ::fixtures_office lend(const Office &value, Loan &loan)
{
    ::fixtures_office lent{};
    lent.desks = loan.list(value.desks, [&](const auto &item) { return lend(item, loan); });
    lent.desks_count = value.desks.size();
    lent.main = lend(value.main, loan);
    return lent;
}

inline ::fixtures_company lend(const Company &value, Loan &loan)
{
    ::fixtures_company lent{};
    lent.name = c_text(value.name, "name");
    lent.office = lend(value.office, loan);
    return lent;
}

inline ::fixtures_node lend(const Node &value, Loan &loan)
{
    const Loan::Level level{loan};
    ::fixtures_node lent{};
    lent.value = value.value;
    lent.children = loan.list(value.children, [&](const auto &item) { return lend(item, loan); });
    lent.children_count = value.children.size();
    return lent;
}

inline ::fixtures_link lend(const Link &value, Loan &loan)
{
    const Loan::Level level{loan};
    ::fixtures_link lent{};
    lent.value = value.value;
    lent.next = value.next ? loan.keep(lend(*value.next, loan)) : nullptr;
    return lent;
}

inline ::fixtures_optionals lend(const Optionals &value, Loan &loan)
{
    ::fixtures_optionals lent{};
    lent.has_flag = value.flag.has_value();
    lent.flag = value.flag.value_or(false);
    lent.has_number = value.number.has_value();
    lent.number = value.number.value_or(0);
    lent.text = value.text ? c_text(*value.text, "text") : nullptr;
    lent.data = value.data ? present(value.data->data()) : nullptr;
    lent.data_size = value.data ? value.data->size() : 0;
    lent.has_color = value.color.has_value();
    lent.color = static_cast<::fixtures_color>(value.color.value_or(Color{}));
    lent.items = value.items ? present(value.items->data()) : nullptr;
    lent.items_count = value.items ? value.items->size() : 0;
    lent.spot = value.spot ? loan.keep(lend(*value.spot, loan)) : nullptr;
    lent.label = value.label ? loan.keep(lend(*value.label, loan)) : nullptr;
    return lent;
}

inline ::fixtures_optional_numbers lend(const OptionalNumbers &value, Loan &)
{
    ::fixtures_optional_numbers lent{};
    lent.has_int8 = value.int8.has_value();
    lent.int8 = value.int8.value_or(0);
    lent.has_u_int8 = value.u_int8.has_value();
    lent.u_int8 = value.u_int8.value_or(0);
    lent.has_int16 = value.int16.has_value();
    lent.int16 = value.int16.value_or(0);
    lent.has_u_int16 = value.u_int16.has_value();
    lent.u_int16 = value.u_int16.value_or(0);
    lent.has_int32 = value.int32.has_value();
    lent.int32 = value.int32.value_or(0);
    lent.has_u_int32 = value.u_int32.has_value();
    lent.u_int32 = value.u_int32.value_or(0);
    lent.has_int64 = value.int64.has_value();
    lent.int64 = value.int64.value_or(0);
    lent.has_u_int64 = value.u_int64.has_value();
    lent.u_int64 = value.u_int64.value_or(0);
    lent.has_single = value.single.has_value();
    lent.single = value.single.value_or(0);
    return lent;
}

inline ::fixtures_optional_lists lend(const OptionalLists &value, Loan &loan)
{
    ::fixtures_optional_lists lent{};
    lent.flags = value.flags ? loan.list(*value.flags, [&](const auto &item) { return item; }) : nullptr;
    lent.flags_count = value.flags ? value.flags->size() : 0;
    lent.texts = value.texts ? loan.list(*value.texts, [&](const auto &item) { return c_text(item, "texts"); }) : nullptr;
    lent.texts_count = value.texts ? value.texts->size() : 0;
    lent.blobs = value.blobs ? loan.list(*value.blobs, [&](const auto &item) { return ::fixtures_bytes{item.data(), item.size()}; }) : nullptr;
    lent.blobs_count = value.blobs ? value.blobs->size() : 0;
    lent.colors = value.colors ? loan.list(*value.colors, [&](const auto &item) { return static_cast<::fixtures_color>(item); }) : nullptr;
    lent.colors_count = value.colors ? value.colors->size() : 0;
    lent.points = value.points ? loan.list(*value.points, [&](const auto &item) { return lend(item, loan); }) : nullptr;
    lent.points_count = value.points ? value.points->size() : 0;
    lent.labels = value.labels ? loan.list(*value.labels, [&](const auto &item) { return lend(item, loan); }) : nullptr;
    lent.labels_count = value.labels ? value.labels->size() : 0;
    lent.matrix = value.matrix ? loan.list(*value.matrix, [&](const auto &item) { return ::fixtures_float64_list{item.data(), item.size()}; }) : nullptr;
    lent.matrix_count = value.matrix ? value.matrix->size() : 0;
    return lent;
}

inline ::fixtures_scalars lend(const Scalars &value, Loan &)
{
    ::fixtures_scalars lent{};
    lent.flag = value.flag;
    lent.int8 = value.int8;
    lent.u_int8 = value.u_int8;
    lent.int16 = value.int16;
    lent.u_int16 = value.u_int16;
    lent.int32 = value.int32;
    lent.u_int32 = value.u_int32;
    lent.int64 = value.int64;
    lent.u_int64 = value.u_int64;
    lent.single = value.single;
    lent.number = value.number;
    return lent;
}

inline Blob take(const ::fixtures_blob &from)
{
    return {
        list(from.data, from.data_size),
        list(from.view, from.view_size),
        from.checksum ? std::make_optional(list(from.checksum, from.checksum_size)) : std::nullopt,
        from.seal ? std::make_optional(list(from.seal, from.seal_size)) : std::nullopt,
    };
}

inline Point take(const ::fixtures_point &from)
{
    return {
        from.x,
        from.y,
    };
}

inline Lists take(const ::fixtures_lists &from)
{
    return {
        list(from.flags, from.flags_count),
        list(from.longs, from.longs_count),
        list(from.floats, from.floats_count),
        list(from.texts, from.texts_count, [](const auto &item) { return std::string{item}; }),
        list(from.blobs, from.blobs_count, [](const auto &item) { return list(item.data, item.size); }),
        list(from.colors, from.colors_count, [](const auto &item) { return static_cast<Color>(item); }),
        list(from.points, from.points_count, [](const auto &item) { return take(item); }),
        list(from.matrix, from.matrix_count, [](const auto &item) { return list(item.items, item.count); }),
        list(from.gaps, from.gaps_count, [](const auto &item) { return item.has_value ? std::make_optional(item.value) : std::nullopt; }),
        list(from.holes, from.holes_count, [](const auto &item) { return item ? std::make_optional<std::string>(item) : std::nullopt; }),
        list(from.spots, from.spots_count, [](const auto &item) { return item ? std::make_optional(take(*item)) : std::nullopt; }),
    };
}

inline NumberLists take(const ::fixtures_number_lists &from)
{
    return {
        list(from.int8, from.int8_count),
        list(from.u_int8, from.u_int8_count),
        list(from.int16, from.int16_count),
        list(from.u_int16, from.u_int16_count),
        list(from.int32, from.int32_count),
        list(from.u_int32, from.u_int32_count),
        list(from.u_int64, from.u_int64_count),
        list(from.doubles, from.doubles_count),
    };
}

inline Owner take(const ::fixtures_owner &from)
{
    return {
        std::string{from.name},
        from.age,
    };
}

inline Desk take(const ::fixtures_desk &from)
{
    return {
        take(from.owner),
    };
}

inline Grids take(const ::fixtures_grids &from)
{
    return {
        list(from.texts, from.texts_count, [](const auto &item) { return list(item.items, item.count, [](const auto &item2) { return std::string{item2}; }); }),
        list(from.blobs, from.blobs_count, [](const auto &item) { return list(item.items, item.count, [](const auto &item2) { return list(item2.data, item2.size); }); }),
        list(from.colors, from.colors_count, [](const auto &item) { return list(item.items, item.count, [](const auto &item2) { return static_cast<Color>(item2); }); }),
        list(from.points, from.points_count, [](const auto &item) { return list(item.items, item.count, [](const auto &item2) { return take(item2); }); }),
        list(from.desks, from.desks_count, [](const auto &item) { return list(item.items, item.count, [](const auto &item2) { return take(item2); }); }),
        list(from.cube, from.cube_count, [](const auto &item) { return list(item.items, item.count, [](const auto &item2) { return list(item2.items, item2.count); }); }),
        list(from.gaps, from.gaps_count, [](const auto &item) { return list(item.items, item.count, [](const auto &item2) { return item2.has_value ? std::make_optional(item2.value) : std::nullopt; }); }),
        list(from.rows, from.rows_count, [](const auto &item) { return item.items ? std::make_optional(list(item.items, item.count)) : std::nullopt; }),
    };
}

inline Label take(const ::fixtures_label &from)
{
    return {
        std::string{from.text},
    };
}

inline Sparse take(const ::fixtures_sparse &from)
{
    return {
        list(from.flags, from.flags_count, [](const auto &item) { return item.has_value ? std::make_optional(item.value) : std::nullopt; }),
        list(from.doubles, from.doubles_count, [](const auto &item) { return item.has_value ? std::make_optional(item.value) : std::nullopt; }),
        list(from.colors, from.colors_count, [](const auto &item) { return item.has_value ? std::make_optional(static_cast<Color>(item.value)) : std::nullopt; }),
        list(from.blobs, from.blobs_count, [](const auto &item) { return item.data ? std::make_optional(list(item.data, item.size)) : std::nullopt; }),
        list(from.views, from.views_count, [](const auto &item) { return item.data ? std::make_optional(list(item.data, item.size)) : std::nullopt; }),
        list(from.labels, from.labels_count, [](const auto &item) { return item ? std::make_optional(take(*item)) : std::nullopt; }),
    };
}

inline Office take(const ::fixtures_office &from)
{
    return {
        list(from.desks, from.desks_count, [](const auto &item) { return take(item); }),
        take(from.main),
    };
}

inline Company take(const ::fixtures_company &from)
{
    return {
        std::string{from.name},
        take(from.office),
    };
}

inline Node take(const ::fixtures_node &from)
{
    return {
        from.value,
        list(from.children, from.children_count, [](const auto &item) { return take(item); }),
    };
}

inline Link take(const ::fixtures_link &from)
{
    return {
        from.value,
        from.next ? std::make_shared<const Link>(take(*from.next)) : nullptr,
    };
}

inline Optionals take(const ::fixtures_optionals &from)
{
    return {
        from.has_flag ? std::make_optional(from.flag) : std::nullopt,
        from.has_number ? std::make_optional(from.number) : std::nullopt,
        from.text ? std::make_optional<std::string>(from.text) : std::nullopt,
        from.data ? std::make_optional(list(from.data, from.data_size)) : std::nullopt,
        from.has_color ? std::make_optional(static_cast<Color>(from.color)) : std::nullopt,
        from.items ? std::make_optional(list(from.items, from.items_count)) : std::nullopt,
        from.spot ? std::make_optional(take(*from.spot)) : std::nullopt,
        from.label ? std::make_optional(take(*from.label)) : std::nullopt,
    };
}

inline OptionalNumbers take(const ::fixtures_optional_numbers &from)
{
    return {
        from.has_int8 ? std::make_optional(from.int8) : std::nullopt,
        from.has_u_int8 ? std::make_optional(from.u_int8) : std::nullopt,
        from.has_int16 ? std::make_optional(from.int16) : std::nullopt,
        from.has_u_int16 ? std::make_optional(from.u_int16) : std::nullopt,
        from.has_int32 ? std::make_optional(from.int32) : std::nullopt,
        from.has_u_int32 ? std::make_optional(from.u_int32) : std::nullopt,
        from.has_int64 ? std::make_optional(from.int64) : std::nullopt,
        from.has_u_int64 ? std::make_optional(from.u_int64) : std::nullopt,
        from.has_single ? std::make_optional(from.single) : std::nullopt,
    };
}

inline OptionalLists take(const ::fixtures_optional_lists &from)
{
    return {
        from.flags ? std::make_optional(list(from.flags, from.flags_count)) : std::nullopt,
        from.texts ? std::make_optional(list(from.texts, from.texts_count, [](const auto &item) { return std::string{item}; })) : std::nullopt,
        from.blobs ? std::make_optional(list(from.blobs, from.blobs_count, [](const auto &item) { return list(item.data, item.size); })) : std::nullopt,
        from.colors ? std::make_optional(list(from.colors, from.colors_count, [](const auto &item) { return static_cast<Color>(item); })) : std::nullopt,
        from.points ? std::make_optional(list(from.points, from.points_count, [](const auto &item) { return take(item); })) : std::nullopt,
        from.labels ? std::make_optional(list(from.labels, from.labels_count, [](const auto &item) { return take(item); })) : std::nullopt,
        from.matrix ? std::make_optional(list(from.matrix, from.matrix_count, [](const auto &item) { return list(item.items, item.count); })) : std::nullopt,
    };
}

inline Scalars take(const ::fixtures_scalars &from)
{
    return {
        from.flag,
        from.int8,
        from.u_int8,
        from.int16,
        from.u_int16,
        from.int32,
        from.u_int32,
        from.int64,
        from.u_int64,
        from.single,
        from.number,
    };
}

inline ::fixtures_server_options lend(const ServerOptions &value)
{
    ::fixtures_server_options lent = FIXTURES_SERVER_OPTIONS_INIT;
    lent.address = c_text(value.address, "address");
    lent.allow_remote = value.allow_remote;
    lent.transport = static_cast<::fixtures_transport>(value.transport);
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

inline Fixtures Fixtures::create()
{
    ::fixtures *created = nullptr;
    detail::check(::fixtures_create_sync(&created));
    return Fixtures{created};
}

inline void Fixtures::create_async(std::function<void(Outcome<Fixtures>)> callback)
{
    detail::start<Fixtures>(std::move(callback), [&](void *user_data) {
        return ::fixtures_create(
            [](::fixtures_status status, ::fixtures *created, const char *error, void *call) noexcept {
                detail::finish<Fixtures>(call, status, error, [&] { return Fixtures{created}; });
            },
            user_data);
    });
}

inline std::future<Fixtures> Fixtures::create_async()
{
    return detail::future<Fixtures>([&](auto callback) { create_async(std::move(callback)); });
}

inline std::vector<std::uint8_t> Fixtures::keep_bytes(const std::vector<std::uint8_t> &value)
{
    detail::Reply<::fixtures_keep_bytes_reply> reply{::fixtures_keep_bytes_reply_free};
    detail::check(::fixtures_keep_bytes_sync(handle_.get(), value.data(), value.size(), &reply.value));
    return detail::list(reply.value.value, reply.value.value_size);
}

inline void Fixtures::keep_bytes_async(const std::vector<std::uint8_t> &value, std::function<void(Outcome<std::vector<std::uint8_t>>)> callback)
{
    detail::start<std::vector<std::uint8_t>>(std::move(callback), [&](void *user_data) {
        return ::fixtures_keep_bytes(
            handle_.get(),
            value.data(),
            value.size(),
            [](::fixtures_status status, const ::fixtures_keep_bytes_reply *reply, const char *error, void *call) noexcept {
                detail::finish<std::vector<std::uint8_t>>(call, status, error, [&] { return detail::list(reply->value, reply->value_size); });
            },
            user_data);
    });
}

inline std::future<std::vector<std::uint8_t>> Fixtures::keep_bytes_async(const std::vector<std::uint8_t> &value)
{
    return detail::future<std::vector<std::uint8_t>>([&](auto callback) { keep_bytes_async(value, std::move(callback)); });
}

inline std::vector<std::uint8_t> Fixtures::keep_memory(const std::vector<std::uint8_t> &value)
{
    detail::Reply<::fixtures_keep_memory_reply> reply{::fixtures_keep_memory_reply_free};
    detail::check(::fixtures_keep_memory_sync(handle_.get(), value.data(), value.size(), &reply.value));
    return detail::list(reply.value.value, reply.value.value_size);
}

inline void Fixtures::keep_memory_async(const std::vector<std::uint8_t> &value, std::function<void(Outcome<std::vector<std::uint8_t>>)> callback)
{
    detail::start<std::vector<std::uint8_t>>(std::move(callback), [&](void *user_data) {
        return ::fixtures_keep_memory(
            handle_.get(),
            value.data(),
            value.size(),
            [](::fixtures_status status, const ::fixtures_keep_memory_reply *reply, const char *error, void *call) noexcept {
                detail::finish<std::vector<std::uint8_t>>(call, status, error, [&] { return detail::list(reply->value, reply->value_size); });
            },
            user_data);
    });
}

inline std::future<std::vector<std::uint8_t>> Fixtures::keep_memory_async(const std::vector<std::uint8_t> &value)
{
    return detail::future<std::vector<std::uint8_t>>([&](auto callback) { keep_memory_async(value, std::move(callback)); });
}

inline std::optional<std::vector<std::uint8_t>> Fixtures::keep_optional_bytes(const std::optional<std::vector<std::uint8_t>> &value)
{
    detail::Reply<::fixtures_keep_optional_bytes_reply> reply{::fixtures_keep_optional_bytes_reply_free};
    detail::check(::fixtures_keep_optional_bytes_sync(
        handle_.get(),
        value ? detail::present(value->data()) : nullptr,
        value ? value->size() : 0,
        &reply.value));
    return reply.value.value ? std::make_optional(detail::list(reply.value.value, reply.value.value_size)) : std::nullopt;
}

inline void Fixtures::keep_optional_bytes_async(const std::optional<std::vector<std::uint8_t>> &value, std::function<void(Outcome<std::optional<std::vector<std::uint8_t>>>)> callback)
{
    detail::start<std::optional<std::vector<std::uint8_t>>>(std::move(callback), [&](void *user_data) {
        return ::fixtures_keep_optional_bytes(
            handle_.get(),
            value ? detail::present(value->data()) : nullptr,
            value ? value->size() : 0,
            [](::fixtures_status status, const ::fixtures_keep_optional_bytes_reply *reply, const char *error, void *call) noexcept {
                detail::finish<std::optional<std::vector<std::uint8_t>>>(call, status, error, [&] { return reply->value ? std::make_optional(detail::list(reply->value, reply->value_size)) : std::nullopt; });
            },
            user_data);
    });
}

inline std::future<std::optional<std::vector<std::uint8_t>>> Fixtures::keep_optional_bytes_async(const std::optional<std::vector<std::uint8_t>> &value)
{
    return detail::future<std::optional<std::vector<std::uint8_t>>>([&](auto callback) { keep_optional_bytes_async(value, std::move(callback)); });
}

inline Blob Fixtures::keep_blob(const Blob &value)
{
    detail::Loan loan;
    detail::Reply<::fixtures_blob> reply{::fixtures_blob_free};
    detail::check(::fixtures_keep_blob_sync(handle_.get(), detail::borrow(detail::lend(value, loan)), &reply.value));
    return detail::take(reply.value);
}

inline void Fixtures::keep_blob_async(const Blob &value, std::function<void(Outcome<Blob>)> callback)
{
    detail::Loan loan;
    detail::start<Blob>(std::move(callback), [&](void *user_data) {
        return ::fixtures_keep_blob(
            handle_.get(),
            detail::borrow(detail::lend(value, loan)),
            [](::fixtures_status status, const ::fixtures_blob *reply, const char *error, void *call) noexcept {
                detail::finish<Blob>(call, status, error, [&] { return detail::take(*reply); });
            },
            user_data);
    });
}

inline std::future<Blob> Fixtures::keep_blob_async(const Blob &value)
{
    return detail::future<Blob>([&](auto callback) { keep_blob_async(value, std::move(callback)); });
}

inline Color Fixtures::keep_color(Color value)
{
    ::fixtures_color reply{};
    detail::check(::fixtures_keep_color_sync(handle_.get(), static_cast<::fixtures_color>(value), &reply));
    return static_cast<Color>(reply);
}

inline void Fixtures::keep_color_async(Color value, std::function<void(Outcome<Color>)> callback)
{
    detail::start<Color>(std::move(callback), [&](void *user_data) {
        return ::fixtures_keep_color(
            handle_.get(),
            static_cast<::fixtures_color>(value),
            [](::fixtures_status status, ::fixtures_color reply, const char *error, void *call) noexcept {
                detail::finish<Color>(call, status, error, [&] { return static_cast<Color>(reply); });
            },
            user_data);
    });
}

inline std::future<Color> Fixtures::keep_color_async(Color value)
{
    return detail::future<Color>([&](auto callback) { keep_color_async(value, std::move(callback)); });
}

inline std::optional<Color> Fixtures::keep_optional_color(std::optional<Color> value)
{
    detail::Reply<::fixtures_keep_optional_color_reply> reply{::fixtures_keep_optional_color_reply_free};
    detail::check(::fixtures_keep_optional_color_sync(
        handle_.get(),
        value ? detail::borrow(static_cast<::fixtures_color>(*value)) : nullptr,
        &reply.value));
    return reply.value.has_value ? std::make_optional(static_cast<Color>(reply.value.value)) : std::nullopt;
}

inline void Fixtures::keep_optional_color_async(std::optional<Color> value, std::function<void(Outcome<std::optional<Color>>)> callback)
{
    detail::start<std::optional<Color>>(std::move(callback), [&](void *user_data) {
        return ::fixtures_keep_optional_color(
            handle_.get(),
            value ? detail::borrow(static_cast<::fixtures_color>(*value)) : nullptr,
            [](::fixtures_status status, const ::fixtures_keep_optional_color_reply *reply, const char *error, void *call) noexcept {
                detail::finish<std::optional<Color>>(call, status, error, [&] { return reply->has_value ? std::make_optional(static_cast<Color>(reply->value)) : std::nullopt; });
            },
            user_data);
    });
}

inline std::future<std::optional<Color>> Fixtures::keep_optional_color_async(std::optional<Color> value)
{
    return detail::future<std::optional<Color>>([&](auto callback) { keep_optional_color_async(value, std::move(callback)); });
}

inline Color Fixtures::no_such_color()
{
    ::fixtures_color reply{};
    detail::check(::fixtures_no_such_color_sync(handle_.get(), &reply));
    return static_cast<Color>(reply);
}

inline void Fixtures::no_such_color_async(std::function<void(Outcome<Color>)> callback)
{
    detail::start<Color>(std::move(callback), [&](void *user_data) {
        return ::fixtures_no_such_color(
            handle_.get(),
            [](::fixtures_status status, ::fixtures_color reply, const char *error, void *call) noexcept {
                detail::finish<Color>(call, status, error, [&] { return static_cast<Color>(reply); });
            },
            user_data);
    });
}

inline std::future<Color> Fixtures::no_such_color_async()
{
    return detail::future<Color>([&](auto callback) { no_such_color_async(std::move(callback)); });
}

inline void Fixtures::raise_all()
{
    detail::check(::fixtures_raise_all_sync(handle_.get()));
}

inline void Fixtures::raise_all_async(std::function<void(Outcome<void>)> callback)
{
    detail::start<void>(std::move(callback), [&](void *user_data) {
        return ::fixtures_raise_all(
            handle_.get(),
            [](::fixtures_status status, const char *error, void *call) noexcept {
                detail::finish<void>(call, status, error, [&] {});
            },
            user_data);
    });
}

inline std::future<void> Fixtures::raise_all_async()
{
    return detail::future<void>([&](auto callback) { raise_all_async(std::move(callback)); });
}

inline std::vector<std::int32_t> Fixtures::keep_numbers(const std::vector<std::int32_t> &value)
{
    detail::Reply<::fixtures_keep_numbers_reply> reply{::fixtures_keep_numbers_reply_free};
    detail::check(::fixtures_keep_numbers_sync(handle_.get(), value.data(), value.size(), &reply.value));
    return detail::list(reply.value.value, reply.value.value_count);
}

inline void Fixtures::keep_numbers_async(const std::vector<std::int32_t> &value, std::function<void(Outcome<std::vector<std::int32_t>>)> callback)
{
    detail::start<std::vector<std::int32_t>>(std::move(callback), [&](void *user_data) {
        return ::fixtures_keep_numbers(
            handle_.get(),
            value.data(),
            value.size(),
            [](::fixtures_status status, const ::fixtures_keep_numbers_reply *reply, const char *error, void *call) noexcept {
                detail::finish<std::vector<std::int32_t>>(call, status, error, [&] { return detail::list(reply->value, reply->value_count); });
            },
            user_data);
    });
}

inline std::future<std::vector<std::int32_t>> Fixtures::keep_numbers_async(const std::vector<std::int32_t> &value)
{
    return detail::future<std::vector<std::int32_t>>([&](auto callback) { keep_numbers_async(value, std::move(callback)); });
}

inline std::vector<std::string> Fixtures::keep_texts(const std::vector<std::string> &value)
{
    detail::Loan loan;
    detail::Reply<::fixtures_keep_texts_reply> reply{::fixtures_keep_texts_reply_free};
    detail::check(::fixtures_keep_texts_sync(
        handle_.get(),
        loan.list(value, [&](const auto &item) { return detail::c_text(item, "value"); }),
        value.size(),
        &reply.value));
    return detail::list(reply.value.value, reply.value.value_count, [](const auto &item) { return std::string{item}; });
}

inline void Fixtures::keep_texts_async(const std::vector<std::string> &value, std::function<void(Outcome<std::vector<std::string>>)> callback)
{
    detail::Loan loan;
    detail::start<std::vector<std::string>>(std::move(callback), [&](void *user_data) {
        return ::fixtures_keep_texts(
            handle_.get(),
            loan.list(value, [&](const auto &item) { return detail::c_text(item, "value"); }),
            value.size(),
            [](::fixtures_status status, const ::fixtures_keep_texts_reply *reply, const char *error, void *call) noexcept {
                detail::finish<std::vector<std::string>>(call, status, error, [&] { return detail::list(reply->value, reply->value_count, [](const auto &item) { return std::string{item}; }); });
            },
            user_data);
    });
}

inline std::future<std::vector<std::string>> Fixtures::keep_texts_async(const std::vector<std::string> &value)
{
    return detail::future<std::vector<std::string>>([&](auto callback) { keep_texts_async(value, std::move(callback)); });
}

inline std::vector<Point> Fixtures::keep_points(const std::vector<Point> &value)
{
    detail::Loan loan;
    detail::Reply<::fixtures_keep_points_reply> reply{::fixtures_keep_points_reply_free};
    detail::check(::fixtures_keep_points_sync(
        handle_.get(),
        loan.list(value, [&](const auto &item) { return detail::lend(item, loan); }),
        value.size(),
        &reply.value));
    return detail::list(reply.value.value, reply.value.value_count, [](const auto &item) { return detail::take(item); });
}

inline void Fixtures::keep_points_async(const std::vector<Point> &value, std::function<void(Outcome<std::vector<Point>>)> callback)
{
    detail::Loan loan;
    detail::start<std::vector<Point>>(std::move(callback), [&](void *user_data) {
        return ::fixtures_keep_points(
            handle_.get(),
            loan.list(value, [&](const auto &item) { return detail::lend(item, loan); }),
            value.size(),
            [](::fixtures_status status, const ::fixtures_keep_points_reply *reply, const char *error, void *call) noexcept {
                detail::finish<std::vector<Point>>(call, status, error, [&] { return detail::list(reply->value, reply->value_count, [](const auto &item) { return detail::take(item); }); });
            },
            user_data);
    });
}

inline std::future<std::vector<Point>> Fixtures::keep_points_async(const std::vector<Point> &value)
{
    return detail::future<std::vector<Point>>([&](auto callback) { keep_points_async(value, std::move(callback)); });
}

inline Lists Fixtures::keep_lists(const Lists &value)
{
    detail::Loan loan;
    detail::Reply<::fixtures_lists> reply{::fixtures_lists_free};
    detail::check(::fixtures_keep_lists_sync(handle_.get(), detail::borrow(detail::lend(value, loan)), &reply.value));
    return detail::take(reply.value);
}

inline void Fixtures::keep_lists_async(const Lists &value, std::function<void(Outcome<Lists>)> callback)
{
    detail::Loan loan;
    detail::start<Lists>(std::move(callback), [&](void *user_data) {
        return ::fixtures_keep_lists(
            handle_.get(),
            detail::borrow(detail::lend(value, loan)),
            [](::fixtures_status status, const ::fixtures_lists *reply, const char *error, void *call) noexcept {
                detail::finish<Lists>(call, status, error, [&] { return detail::take(*reply); });
            },
            user_data);
    });
}

inline std::future<Lists> Fixtures::keep_lists_async(const Lists &value)
{
    return detail::future<Lists>([&](auto callback) { keep_lists_async(value, std::move(callback)); });
}

inline NumberLists Fixtures::keep_number_lists(const NumberLists &value)
{
    detail::Loan loan;
    detail::Reply<::fixtures_number_lists> reply{::fixtures_number_lists_free};
    detail::check(::fixtures_keep_number_lists_sync(handle_.get(), detail::borrow(detail::lend(value, loan)), &reply.value));
    return detail::take(reply.value);
}

inline void Fixtures::keep_number_lists_async(const NumberLists &value, std::function<void(Outcome<NumberLists>)> callback)
{
    detail::Loan loan;
    detail::start<NumberLists>(std::move(callback), [&](void *user_data) {
        return ::fixtures_keep_number_lists(
            handle_.get(),
            detail::borrow(detail::lend(value, loan)),
            [](::fixtures_status status, const ::fixtures_number_lists *reply, const char *error, void *call) noexcept {
                detail::finish<NumberLists>(call, status, error, [&] { return detail::take(*reply); });
            },
            user_data);
    });
}

inline std::future<NumberLists> Fixtures::keep_number_lists_async(const NumberLists &value)
{
    return detail::future<NumberLists>([&](auto callback) { keep_number_lists_async(value, std::move(callback)); });
}

inline Grids Fixtures::keep_grids(const Grids &value)
{
    detail::Loan loan;
    detail::Reply<::fixtures_grids> reply{::fixtures_grids_free};
    detail::check(::fixtures_keep_grids_sync(handle_.get(), detail::borrow(detail::lend(value, loan)), &reply.value));
    return detail::take(reply.value);
}

inline void Fixtures::keep_grids_async(const Grids &value, std::function<void(Outcome<Grids>)> callback)
{
    detail::Loan loan;
    detail::start<Grids>(std::move(callback), [&](void *user_data) {
        return ::fixtures_keep_grids(
            handle_.get(),
            detail::borrow(detail::lend(value, loan)),
            [](::fixtures_status status, const ::fixtures_grids *reply, const char *error, void *call) noexcept {
                detail::finish<Grids>(call, status, error, [&] { return detail::take(*reply); });
            },
            user_data);
    });
}

inline std::future<Grids> Fixtures::keep_grids_async(const Grids &value)
{
    return detail::future<Grids>([&](auto callback) { keep_grids_async(value, std::move(callback)); });
}

inline Sparse Fixtures::keep_sparse(const Sparse &value)
{
    detail::Loan loan;
    detail::Reply<::fixtures_sparse> reply{::fixtures_sparse_free};
    detail::check(::fixtures_keep_sparse_sync(handle_.get(), detail::borrow(detail::lend(value, loan)), &reply.value));
    return detail::take(reply.value);
}

inline void Fixtures::keep_sparse_async(const Sparse &value, std::function<void(Outcome<Sparse>)> callback)
{
    detail::Loan loan;
    detail::start<Sparse>(std::move(callback), [&](void *user_data) {
        return ::fixtures_keep_sparse(
            handle_.get(),
            detail::borrow(detail::lend(value, loan)),
            [](::fixtures_status status, const ::fixtures_sparse *reply, const char *error, void *call) noexcept {
                detail::finish<Sparse>(call, status, error, [&] { return detail::take(*reply); });
            },
            user_data);
    });
}

inline std::future<Sparse> Fixtures::keep_sparse_async(const Sparse &value)
{
    return detail::future<Sparse>([&](auto callback) { keep_sparse_async(value, std::move(callback)); });
}

inline std::optional<std::vector<Color>> Fixtures::keep_optional_list(const std::optional<std::vector<Color>> &value)
{
    detail::Loan loan;
    detail::Reply<::fixtures_keep_optional_list_reply> reply{::fixtures_keep_optional_list_reply_free};
    detail::check(::fixtures_keep_optional_list_sync(
        handle_.get(),
        value ? loan.list(*value, [&](const auto &item) { return static_cast<::fixtures_color>(item); }) : nullptr,
        value ? value->size() : 0,
        &reply.value));
    return reply.value.value ? std::make_optional(detail::list(reply.value.value, reply.value.value_count, [](const auto &item) { return static_cast<Color>(item); })) : std::nullopt;
}

inline void Fixtures::keep_optional_list_async(const std::optional<std::vector<Color>> &value, std::function<void(Outcome<std::optional<std::vector<Color>>>)> callback)
{
    detail::Loan loan;
    detail::start<std::optional<std::vector<Color>>>(std::move(callback), [&](void *user_data) {
        return ::fixtures_keep_optional_list(
            handle_.get(),
            value ? loan.list(*value, [&](const auto &item) { return static_cast<::fixtures_color>(item); }) : nullptr,
            value ? value->size() : 0,
            [](::fixtures_status status, const ::fixtures_keep_optional_list_reply *reply, const char *error, void *call) noexcept {
                detail::finish<std::optional<std::vector<Color>>>(call, status, error, [&] { return reply->value ? std::make_optional(detail::list(reply->value, reply->value_count, [](const auto &item) { return static_cast<Color>(item); })) : std::nullopt; });
            },
            user_data);
    });
}

inline std::future<std::optional<std::vector<Color>>> Fixtures::keep_optional_list_async(const std::optional<std::vector<Color>> &value)
{
    return detail::future<std::optional<std::vector<Color>>>([&](auto callback) { keep_optional_list_async(value, std::move(callback)); });
}

inline void Fixtures::touch()
{
    detail::check(::fixtures_touch_sync(handle_.get()));
}

inline void Fixtures::touch_async(std::function<void(Outcome<void>)> callback)
{
    detail::start<void>(std::move(callback), [&](void *user_data) {
        return ::fixtures_touch(
            handle_.get(),
            [](::fixtures_status status, const char *error, void *call) noexcept {
                detail::finish<void>(call, status, error, [&] {});
            },
            user_data);
    });
}

inline std::future<void> Fixtures::touch_async()
{
    return detail::future<void>([&](auto callback) { touch_async(std::move(callback)); });
}

inline std::int32_t Fixtures::count_touches()
{
    std::int32_t reply{};
    detail::check(::fixtures_count_touches_sync(handle_.get(), &reply));
    return reply;
}

inline void Fixtures::count_touches_async(std::function<void(Outcome<std::int32_t>)> callback)
{
    detail::start<std::int32_t>(std::move(callback), [&](void *user_data) {
        return ::fixtures_count_touches(
            handle_.get(),
            [](::fixtures_status status, std::int32_t reply, const char *error, void *call) noexcept {
                detail::finish<std::int32_t>(call, status, error, [&] { return reply; });
            },
            user_data);
    });
}

inline std::future<std::int32_t> Fixtures::count_touches_async()
{
    return detail::future<std::int32_t>([&](auto callback) { count_touches_async(std::move(callback)); });
}

inline void Fixtures::touch_later()
{
    detail::check(::fixtures_touch_later_sync(handle_.get()));
}

inline void Fixtures::touch_later_async(std::function<void(Outcome<void>)> callback)
{
    detail::start<void>(std::move(callback), [&](void *user_data) {
        return ::fixtures_touch_later(
            handle_.get(),
            [](::fixtures_status status, const char *error, void *call) noexcept {
                detail::finish<void>(call, status, error, [&] {});
            },
            user_data);
    });
}

inline std::future<void> Fixtures::touch_later_async()
{
    return detail::future<void>([&](auto callback) { touch_later_async(std::move(callback)); });
}

inline void Fixtures::touch_now()
{
    detail::check(::fixtures_touch_now_sync(handle_.get()));
}

inline void Fixtures::touch_now_async(std::function<void(Outcome<void>)> callback)
{
    detail::start<void>(std::move(callback), [&](void *user_data) {
        return ::fixtures_touch_now(
            handle_.get(),
            [](::fixtures_status status, const char *error, void *call) noexcept {
                detail::finish<void>(call, status, error, [&] {});
            },
            user_data);
    });
}

inline std::future<void> Fixtures::touch_now_async()
{
    return detail::future<void>([&](auto callback) { touch_now_async(std::move(callback)); });
}

inline std::string Fixtures::join(bool flag, std::int8_t small, std::uint64_t large, double number, std::string_view text, const std::vector<std::uint8_t> &data, Color color, const Point &point)
{
    detail::Loan loan;
    char *reply = nullptr;
    detail::check(::fixtures_join_sync(
        handle_.get(),
        flag,
        small,
        large,
        number,
        loan.text(text, "text"),
        data.data(),
        data.size(),
        static_cast<::fixtures_color>(color),
        detail::borrow(detail::lend(point, loan)),
        &reply));
    return detail::take_text(reply);
}

inline void Fixtures::join_async(bool flag, std::int8_t small, std::uint64_t large, double number, std::string_view text, const std::vector<std::uint8_t> &data, Color color, const Point &point, std::function<void(Outcome<std::string>)> callback)
{
    detail::Loan loan;
    detail::start<std::string>(std::move(callback), [&](void *user_data) {
        return ::fixtures_join(
            handle_.get(),
            flag,
            small,
            large,
            number,
            loan.text(text, "text"),
            data.data(),
            data.size(),
            static_cast<::fixtures_color>(color),
            detail::borrow(detail::lend(point, loan)),
            [](::fixtures_status status, const char *reply, const char *error, void *call) noexcept {
                detail::finish<std::string>(call, status, error, [&] { return std::string{reply}; });
            },
            user_data);
    });
}

inline std::future<std::string> Fixtures::join_async(bool flag, std::int8_t small, std::uint64_t large, double number, std::string_view text, const std::vector<std::uint8_t> &data, Color color, const Point &point)
{
    return detail::future<std::string>([&](auto callback) { join_async(flag, small, large, number, text, data, color, point, std::move(callback)); });
}

inline std::int32_t Fixtures::names(std::int32_t event, std::int32_t string, std::int32_t request, std::int32_t result, std::int32_t context)
{
    std::int32_t reply{};
    detail::check(::fixtures_names_sync(handle_.get(), event, string, request, result, context, &reply));
    return reply;
}

inline void Fixtures::names_async(std::int32_t event, std::int32_t string, std::int32_t request, std::int32_t result, std::int32_t context, std::function<void(Outcome<std::int32_t>)> callback)
{
    detail::start<std::int32_t>(std::move(callback), [&](void *user_data) {
        return ::fixtures_names(
            handle_.get(),
            event,
            string,
            request,
            result,
            context,
            [](::fixtures_status status, std::int32_t reply, const char *error, void *call) noexcept {
                detail::finish<std::int32_t>(call, status, error, [&] { return reply; });
            },
            user_data);
    });
}

inline std::future<std::int32_t> Fixtures::names_async(std::int32_t event, std::int32_t string, std::int32_t request, std::int32_t result, std::int32_t context)
{
    return detail::future<std::int32_t>([&](auto callback) { names_async(event, string, request, result, context, std::move(callback)); });
}

inline std::int32_t Fixtures::add_later(std::int32_t left, std::int32_t right)
{
    std::int32_t reply{};
    detail::check(::fixtures_add_later_sync(handle_.get(), left, right, &reply));
    return reply;
}

inline void Fixtures::add_later_async(std::int32_t left, std::int32_t right, std::function<void(Outcome<std::int32_t>)> callback)
{
    detail::start<std::int32_t>(std::move(callback), [&](void *user_data) {
        return ::fixtures_add_later(
            handle_.get(),
            left,
            right,
            [](::fixtures_status status, std::int32_t reply, const char *error, void *call) noexcept {
                detail::finish<std::int32_t>(call, status, error, [&] { return reply; });
            },
            user_data);
    });
}

inline std::future<std::int32_t> Fixtures::add_later_async(std::int32_t left, std::int32_t right)
{
    return detail::future<std::int32_t>([&](auto callback) { add_later_async(left, right, std::move(callback)); });
}

inline std::int32_t Fixtures::twice(std::int32_t value)
{
    std::int32_t reply{};
    detail::check(::fixtures_twice_sync(value, &reply));
    return reply;
}

inline void Fixtures::twice_async(std::int32_t value, std::function<void(Outcome<std::int32_t>)> callback)
{
    detail::start<std::int32_t>(std::move(callback), [&](void *user_data) {
        return ::fixtures_twice(
            value,
            [](::fixtures_status status, std::int32_t reply, const char *error, void *call) noexcept {
                detail::finish<std::int32_t>(call, status, error, [&] { return reply; });
            },
            user_data);
    });
}

inline std::future<std::int32_t> Fixtures::twice_async(std::int32_t value)
{
    return detail::future<std::int32_t>([&](auto callback) { twice_async(value, std::move(callback)); });
}

inline std::string Fixtures::greet_later(std::string_view name)
{
    detail::Loan loan;
    char *reply = nullptr;
    detail::check(::fixtures_greet_later_sync(loan.text(name, "name"), &reply));
    return detail::take_text(reply);
}

inline void Fixtures::greet_later_async(std::string_view name, std::function<void(Outcome<std::string>)> callback)
{
    detail::Loan loan;
    detail::start<std::string>(std::move(callback), [&](void *user_data) {
        return ::fixtures_greet_later(
            loan.text(name, "name"),
            [](::fixtures_status status, const char *reply, const char *error, void *call) noexcept {
                detail::finish<std::string>(call, status, error, [&] { return std::string{reply}; });
            },
            user_data);
    });
}

inline std::future<std::string> Fixtures::greet_later_async(std::string_view name)
{
    return detail::future<std::string>([&](auto callback) { greet_later_async(name, std::move(callback)); });
}

inline Label Fixtures::label_later(std::string_view text)
{
    detail::Loan loan;
    detail::Reply<::fixtures_label> reply{::fixtures_label_free};
    detail::check(::fixtures_label_later_sync(handle_.get(), loan.text(text, "text"), &reply.value));
    return detail::take(reply.value);
}

inline void Fixtures::label_later_async(std::string_view text, std::function<void(Outcome<Label>)> callback)
{
    detail::Loan loan;
    detail::start<Label>(std::move(callback), [&](void *user_data) {
        return ::fixtures_label_later(
            handle_.get(),
            loan.text(text, "text"),
            [](::fixtures_status status, const ::fixtures_label *reply, const char *error, void *call) noexcept {
                detail::finish<Label>(call, status, error, [&] { return detail::take(*reply); });
            },
            user_data);
    });
}

inline std::future<Label> Fixtures::label_later_async(std::string_view text)
{
    return detail::future<Label>([&](auto callback) { label_later_async(text, std::move(callback)); });
}

inline std::vector<std::int32_t> Fixtures::count_down(std::int32_t from)
{
    detail::Reply<::fixtures_count_down_reply> reply{::fixtures_count_down_reply_free};
    detail::check(::fixtures_count_down_sync(handle_.get(), from, &reply.value));
    return detail::list(reply.value.value, reply.value.value_count);
}

inline void Fixtures::count_down_async(std::int32_t from, std::function<void(Outcome<std::vector<std::int32_t>>)> callback)
{
    detail::start<std::vector<std::int32_t>>(std::move(callback), [&](void *user_data) {
        return ::fixtures_count_down(
            handle_.get(),
            from,
            [](::fixtures_status status, const ::fixtures_count_down_reply *reply, const char *error, void *call) noexcept {
                detail::finish<std::vector<std::int32_t>>(call, status, error, [&] { return detail::list(reply->value, reply->value_count); });
            },
            user_data);
    });
}

inline std::future<std::vector<std::int32_t>> Fixtures::count_down_async(std::int32_t from)
{
    return detail::future<std::vector<std::int32_t>>([&](auto callback) { count_down_async(from, std::move(callback)); });
}

inline std::optional<std::int32_t> Fixtures::halve_later(std::int32_t value)
{
    detail::Reply<::fixtures_halve_later_reply> reply{::fixtures_halve_later_reply_free};
    detail::check(::fixtures_halve_later_sync(handle_.get(), value, &reply.value));
    return reply.value.has_value ? std::make_optional(reply.value.value) : std::nullopt;
}

inline void Fixtures::halve_later_async(std::int32_t value, std::function<void(Outcome<std::optional<std::int32_t>>)> callback)
{
    detail::start<std::optional<std::int32_t>>(std::move(callback), [&](void *user_data) {
        return ::fixtures_halve_later(
            handle_.get(),
            value,
            [](::fixtures_status status, const ::fixtures_halve_later_reply *reply, const char *error, void *call) noexcept {
                detail::finish<std::optional<std::int32_t>>(call, status, error, [&] { return reply->has_value ? std::make_optional(reply->value) : std::nullopt; });
            },
            user_data);
    });
}

inline std::future<std::optional<std::int32_t>> Fixtures::halve_later_async(std::int32_t value)
{
    return detail::future<std::optional<std::int32_t>>([&](auto callback) { halve_later_async(value, std::move(callback)); });
}

inline std::int32_t Fixtures::fail(std::string_view message)
{
    detail::Loan loan;
    std::int32_t reply{};
    detail::check(::fixtures_fail_sync(handle_.get(), loan.text(message, "message"), &reply));
    return reply;
}

inline void Fixtures::fail_async(std::string_view message, std::function<void(Outcome<std::int32_t>)> callback)
{
    detail::Loan loan;
    detail::start<std::int32_t>(std::move(callback), [&](void *user_data) {
        return ::fixtures_fail(
            handle_.get(),
            loan.text(message, "message"),
            [](::fixtures_status status, std::int32_t reply, const char *error, void *call) noexcept {
                detail::finish<std::int32_t>(call, status, error, [&] { return reply; });
            },
            user_data);
    });
}

inline std::future<std::int32_t> Fixtures::fail_async(std::string_view message)
{
    return detail::future<std::int32_t>([&](auto callback) { fail_async(message, std::move(callback)); });
}

inline std::int32_t Fixtures::crash()
{
    std::int32_t reply{};
    detail::check(::fixtures_crash_sync(handle_.get(), &reply));
    return reply;
}

inline void Fixtures::crash_async(std::function<void(Outcome<std::int32_t>)> callback)
{
    detail::start<std::int32_t>(std::move(callback), [&](void *user_data) {
        return ::fixtures_crash(
            handle_.get(),
            [](::fixtures_status status, std::int32_t reply, const char *error, void *call) noexcept {
                detail::finish<std::int32_t>(call, status, error, [&] { return reply; });
            },
            user_data);
    });
}

inline std::future<std::int32_t> Fixtures::crash_async()
{
    return detail::future<std::int32_t>([&](auto callback) { crash_async(std::move(callback)); });
}

inline Company Fixtures::keep_company(const Company &value)
{
    detail::Loan loan;
    detail::Reply<::fixtures_company> reply{::fixtures_company_free};
    detail::check(::fixtures_keep_company_sync(handle_.get(), detail::borrow(detail::lend(value, loan)), &reply.value));
    return detail::take(reply.value);
}

inline void Fixtures::keep_company_async(const Company &value, std::function<void(Outcome<Company>)> callback)
{
    detail::Loan loan;
    detail::start<Company>(std::move(callback), [&](void *user_data) {
        return ::fixtures_keep_company(
            handle_.get(),
            detail::borrow(detail::lend(value, loan)),
            [](::fixtures_status status, const ::fixtures_company *reply, const char *error, void *call) noexcept {
                detail::finish<Company>(call, status, error, [&] { return detail::take(*reply); });
            },
            user_data);
    });
}

inline std::future<Company> Fixtures::keep_company_async(const Company &value)
{
    return detail::future<Company>([&](auto callback) { keep_company_async(value, std::move(callback)); });
}

inline Node Fixtures::keep_tree(const Node &value)
{
    detail::Loan loan;
    detail::Reply<::fixtures_node> reply{::fixtures_node_free};
    detail::check(::fixtures_keep_tree_sync(handle_.get(), detail::borrow(detail::lend(value, loan)), &reply.value));
    return detail::take(reply.value);
}

inline void Fixtures::keep_tree_async(const Node &value, std::function<void(Outcome<Node>)> callback)
{
    detail::Loan loan;
    detail::start<Node>(std::move(callback), [&](void *user_data) {
        return ::fixtures_keep_tree(
            handle_.get(),
            detail::borrow(detail::lend(value, loan)),
            [](::fixtures_status status, const ::fixtures_node *reply, const char *error, void *call) noexcept {
                detail::finish<Node>(call, status, error, [&] { return detail::take(*reply); });
            },
            user_data);
    });
}

inline std::future<Node> Fixtures::keep_tree_async(const Node &value)
{
    return detail::future<Node>([&](auto callback) { keep_tree_async(value, std::move(callback)); });
}

inline Link Fixtures::keep_chain(const Link &value)
{
    detail::Loan loan;
    detail::Reply<::fixtures_link> reply{::fixtures_link_free};
    detail::check(::fixtures_keep_chain_sync(handle_.get(), detail::borrow(detail::lend(value, loan)), &reply.value));
    return detail::take(reply.value);
}

inline void Fixtures::keep_chain_async(const Link &value, std::function<void(Outcome<Link>)> callback)
{
    detail::Loan loan;
    detail::start<Link>(std::move(callback), [&](void *user_data) {
        return ::fixtures_keep_chain(
            handle_.get(),
            detail::borrow(detail::lend(value, loan)),
            [](::fixtures_status status, const ::fixtures_link *reply, const char *error, void *call) noexcept {
                detail::finish<Link>(call, status, error, [&] { return detail::take(*reply); });
            },
            user_data);
    });
}

inline std::future<Link> Fixtures::keep_chain_async(const Link &value)
{
    return detail::future<Link>([&](auto callback) { keep_chain_async(value, std::move(callback)); });
}

inline Session Fixtures::open_session(std::string_view name)
{
    detail::Loan loan;
    ::fixtures_session *reply = nullptr;
    detail::check(::fixtures_open_session_sync(handle_.get(), loan.text(name, "name"), &reply));
    return Session{reply};
}

inline void Fixtures::open_session_async(std::string_view name, std::function<void(Outcome<Session>)> callback)
{
    detail::Loan loan;
    detail::start<Session>(std::move(callback), [&](void *user_data) {
        return ::fixtures_open_session(
            handle_.get(),
            loan.text(name, "name"),
            [](::fixtures_status status, ::fixtures_session *reply, const char *error, void *call) noexcept {
                detail::finish<Session>(call, status, error, [&] { return Session{reply}; });
            },
            user_data);
    });
}

inline std::future<Session> Fixtures::open_session_async(std::string_view name)
{
    return detail::future<Session>([&](auto callback) { open_session_async(name, std::move(callback)); });
}

inline Session Fixtures::open_session_later(std::string_view name)
{
    detail::Loan loan;
    ::fixtures_session *reply = nullptr;
    detail::check(::fixtures_open_session_later_sync(handle_.get(), loan.text(name, "name"), &reply));
    return Session{reply};
}

inline void Fixtures::open_session_later_async(std::string_view name, std::function<void(Outcome<Session>)> callback)
{
    detail::Loan loan;
    detail::start<Session>(std::move(callback), [&](void *user_data) {
        return ::fixtures_open_session_later(
            handle_.get(),
            loan.text(name, "name"),
            [](::fixtures_status status, ::fixtures_session *reply, const char *error, void *call) noexcept {
                detail::finish<Session>(call, status, error, [&] { return Session{reply}; });
            },
            user_data);
    });
}

inline std::future<Session> Fixtures::open_session_later_async(std::string_view name)
{
    return detail::future<Session>([&](auto callback) { open_session_later_async(name, std::move(callback)); });
}

inline std::int32_t Fixtures::count_sessions()
{
    std::int32_t reply{};
    detail::check(::fixtures_count_sessions_sync(handle_.get(), &reply));
    return reply;
}

inline void Fixtures::count_sessions_async(std::function<void(Outcome<std::int32_t>)> callback)
{
    detail::start<std::int32_t>(std::move(callback), [&](void *user_data) {
        return ::fixtures_count_sessions(
            handle_.get(),
            [](::fixtures_status status, std::int32_t reply, const char *error, void *call) noexcept {
                detail::finish<std::int32_t>(call, status, error, [&] { return reply; });
            },
            user_data);
    });
}

inline std::future<std::int32_t> Fixtures::count_sessions_async()
{
    return detail::future<std::int32_t>([&](auto callback) { count_sessions_async(std::move(callback)); });
}

inline std::optional<std::int32_t> Fixtures::keep_optional_int32(std::optional<std::int32_t> value)
{
    detail::Reply<::fixtures_keep_optional_int32_reply> reply{::fixtures_keep_optional_int32_reply_free};
    detail::check(::fixtures_keep_optional_int32_sync(handle_.get(), value ? &*value : nullptr, &reply.value));
    return reply.value.has_value ? std::make_optional(reply.value.value) : std::nullopt;
}

inline void Fixtures::keep_optional_int32_async(std::optional<std::int32_t> value, std::function<void(Outcome<std::optional<std::int32_t>>)> callback)
{
    detail::start<std::optional<std::int32_t>>(std::move(callback), [&](void *user_data) {
        return ::fixtures_keep_optional_int32(
            handle_.get(),
            value ? &*value : nullptr,
            [](::fixtures_status status, const ::fixtures_keep_optional_int32_reply *reply, const char *error, void *call) noexcept {
                detail::finish<std::optional<std::int32_t>>(call, status, error, [&] { return reply->has_value ? std::make_optional(reply->value) : std::nullopt; });
            },
            user_data);
    });
}

inline std::future<std::optional<std::int32_t>> Fixtures::keep_optional_int32_async(std::optional<std::int32_t> value)
{
    return detail::future<std::optional<std::int32_t>>([&](auto callback) { keep_optional_int32_async(value, std::move(callback)); });
}

inline std::optional<Point> Fixtures::keep_optional_point(const std::optional<Point> &value)
{
    detail::Loan loan;
    detail::Reply<::fixtures_keep_optional_point_reply> reply{::fixtures_keep_optional_point_reply_free};
    detail::check(::fixtures_keep_optional_point_sync(handle_.get(), value ? detail::borrow(detail::lend(*value, loan)) : nullptr, &reply.value));
    return reply.value.value ? std::make_optional(detail::take(*reply.value.value)) : std::nullopt;
}

inline void Fixtures::keep_optional_point_async(const std::optional<Point> &value, std::function<void(Outcome<std::optional<Point>>)> callback)
{
    detail::Loan loan;
    detail::start<std::optional<Point>>(std::move(callback), [&](void *user_data) {
        return ::fixtures_keep_optional_point(
            handle_.get(),
            value ? detail::borrow(detail::lend(*value, loan)) : nullptr,
            [](::fixtures_status status, const ::fixtures_keep_optional_point_reply *reply, const char *error, void *call) noexcept {
                detail::finish<std::optional<Point>>(call, status, error, [&] { return reply->value ? std::make_optional(detail::take(*reply->value)) : std::nullopt; });
            },
            user_data);
    });
}

inline std::future<std::optional<Point>> Fixtures::keep_optional_point_async(const std::optional<Point> &value)
{
    return detail::future<std::optional<Point>>([&](auto callback) { keep_optional_point_async(value, std::move(callback)); });
}

inline std::optional<Optionals> Fixtures::keep_optionals(const std::optional<Optionals> &value)
{
    detail::Loan loan;
    detail::Reply<::fixtures_keep_optionals_reply> reply{::fixtures_keep_optionals_reply_free};
    detail::check(::fixtures_keep_optionals_sync(handle_.get(), value ? detail::borrow(detail::lend(*value, loan)) : nullptr, &reply.value));
    return reply.value.value ? std::make_optional(detail::take(*reply.value.value)) : std::nullopt;
}

inline void Fixtures::keep_optionals_async(const std::optional<Optionals> &value, std::function<void(Outcome<std::optional<Optionals>>)> callback)
{
    detail::Loan loan;
    detail::start<std::optional<Optionals>>(std::move(callback), [&](void *user_data) {
        return ::fixtures_keep_optionals(
            handle_.get(),
            value ? detail::borrow(detail::lend(*value, loan)) : nullptr,
            [](::fixtures_status status, const ::fixtures_keep_optionals_reply *reply, const char *error, void *call) noexcept {
                detail::finish<std::optional<Optionals>>(call, status, error, [&] { return reply->value ? std::make_optional(detail::take(*reply->value)) : std::nullopt; });
            },
            user_data);
    });
}

inline std::future<std::optional<Optionals>> Fixtures::keep_optionals_async(const std::optional<Optionals> &value)
{
    return detail::future<std::optional<Optionals>>([&](auto callback) { keep_optionals_async(value, std::move(callback)); });
}

inline OptionalNumbers Fixtures::keep_optional_numbers(const OptionalNumbers &value)
{
    detail::Loan loan;
    detail::Reply<::fixtures_optional_numbers> reply{::fixtures_optional_numbers_free};
    detail::check(::fixtures_keep_optional_numbers_sync(handle_.get(), detail::borrow(detail::lend(value, loan)), &reply.value));
    return detail::take(reply.value);
}

inline void Fixtures::keep_optional_numbers_async(const OptionalNumbers &value, std::function<void(Outcome<OptionalNumbers>)> callback)
{
    detail::Loan loan;
    detail::start<OptionalNumbers>(std::move(callback), [&](void *user_data) {
        return ::fixtures_keep_optional_numbers(
            handle_.get(),
            detail::borrow(detail::lend(value, loan)),
            [](::fixtures_status status, const ::fixtures_optional_numbers *reply, const char *error, void *call) noexcept {
                detail::finish<OptionalNumbers>(call, status, error, [&] { return detail::take(*reply); });
            },
            user_data);
    });
}

inline std::future<OptionalNumbers> Fixtures::keep_optional_numbers_async(const OptionalNumbers &value)
{
    return detail::future<OptionalNumbers>([&](auto callback) { keep_optional_numbers_async(value, std::move(callback)); });
}

inline OptionalLists Fixtures::keep_optional_lists(const OptionalLists &value)
{
    detail::Loan loan;
    detail::Reply<::fixtures_optional_lists> reply{::fixtures_optional_lists_free};
    detail::check(::fixtures_keep_optional_lists_sync(handle_.get(), detail::borrow(detail::lend(value, loan)), &reply.value));
    return detail::take(reply.value);
}

inline void Fixtures::keep_optional_lists_async(const OptionalLists &value, std::function<void(Outcome<OptionalLists>)> callback)
{
    detail::Loan loan;
    detail::start<OptionalLists>(std::move(callback), [&](void *user_data) {
        return ::fixtures_keep_optional_lists(
            handle_.get(),
            detail::borrow(detail::lend(value, loan)),
            [](::fixtures_status status, const ::fixtures_optional_lists *reply, const char *error, void *call) noexcept {
                detail::finish<OptionalLists>(call, status, error, [&] { return detail::take(*reply); });
            },
            user_data);
    });
}

inline std::future<OptionalLists> Fixtures::keep_optional_lists_async(const OptionalLists &value)
{
    return detail::future<OptionalLists>([&](auto callback) { keep_optional_lists_async(value, std::move(callback)); });
}

inline std::string Fixtures::write0()
{
    char *reply = nullptr;
    detail::check(::fixtures_write0_sync(handle_.get(), &reply));
    return detail::take_text(reply);
}

inline void Fixtures::write0_async(std::function<void(Outcome<std::string>)> callback)
{
    detail::start<std::string>(std::move(callback), [&](void *user_data) {
        return ::fixtures_write0(
            handle_.get(),
            [](::fixtures_status status, const char *reply, const char *error, void *call) noexcept {
                detail::finish<std::string>(call, status, error, [&] { return std::string{reply}; });
            },
            user_data);
    });
}

inline std::future<std::string> Fixtures::write0_async()
{
    return detail::future<std::string>([&](auto callback) { write0_async(std::move(callback)); });
}

inline std::string Fixtures::write1(std::int32_t a)
{
    char *reply = nullptr;
    detail::check(::fixtures_write1_sync(handle_.get(), a, &reply));
    return detail::take_text(reply);
}

inline void Fixtures::write1_async(std::int32_t a, std::function<void(Outcome<std::string>)> callback)
{
    detail::start<std::string>(std::move(callback), [&](void *user_data) {
        return ::fixtures_write1(
            handle_.get(),
            a,
            [](::fixtures_status status, const char *reply, const char *error, void *call) noexcept {
                detail::finish<std::string>(call, status, error, [&] { return std::string{reply}; });
            },
            user_data);
    });
}

inline std::future<std::string> Fixtures::write1_async(std::int32_t a)
{
    return detail::future<std::string>([&](auto callback) { write1_async(a, std::move(callback)); });
}

inline std::string Fixtures::write2(std::int32_t a, std::string_view b)
{
    detail::Loan loan;
    char *reply = nullptr;
    detail::check(::fixtures_write2_sync(handle_.get(), a, loan.text(b, "b"), &reply));
    return detail::take_text(reply);
}

inline void Fixtures::write2_async(std::int32_t a, std::string_view b, std::function<void(Outcome<std::string>)> callback)
{
    detail::Loan loan;
    detail::start<std::string>(std::move(callback), [&](void *user_data) {
        return ::fixtures_write2(
            handle_.get(),
            a,
            loan.text(b, "b"),
            [](::fixtures_status status, const char *reply, const char *error, void *call) noexcept {
                detail::finish<std::string>(call, status, error, [&] { return std::string{reply}; });
            },
            user_data);
    });
}

inline std::future<std::string> Fixtures::write2_async(std::int32_t a, std::string_view b)
{
    return detail::future<std::string>([&](auto callback) { write2_async(a, b, std::move(callback)); });
}

inline std::string Fixtures::write3(std::int32_t a, std::string_view b, bool c)
{
    detail::Loan loan;
    char *reply = nullptr;
    detail::check(::fixtures_write3_sync(handle_.get(), a, loan.text(b, "b"), c, &reply));
    return detail::take_text(reply);
}

inline void Fixtures::write3_async(std::int32_t a, std::string_view b, bool c, std::function<void(Outcome<std::string>)> callback)
{
    detail::Loan loan;
    detail::start<std::string>(std::move(callback), [&](void *user_data) {
        return ::fixtures_write3(
            handle_.get(),
            a,
            loan.text(b, "b"),
            c,
            [](::fixtures_status status, const char *reply, const char *error, void *call) noexcept {
                detail::finish<std::string>(call, status, error, [&] { return std::string{reply}; });
            },
            user_data);
    });
}

inline std::future<std::string> Fixtures::write3_async(std::int32_t a, std::string_view b, bool c)
{
    return detail::future<std::string>([&](auto callback) { write3_async(a, b, c, std::move(callback)); });
}

inline std::string Fixtures::write4(std::int32_t a, std::string_view b, bool c, double d)
{
    detail::Loan loan;
    char *reply = nullptr;
    detail::check(::fixtures_write4_sync(handle_.get(), a, loan.text(b, "b"), c, d, &reply));
    return detail::take_text(reply);
}

inline void Fixtures::write4_async(std::int32_t a, std::string_view b, bool c, double d, std::function<void(Outcome<std::string>)> callback)
{
    detail::Loan loan;
    detail::start<std::string>(std::move(callback), [&](void *user_data) {
        return ::fixtures_write4(
            handle_.get(),
            a,
            loan.text(b, "b"),
            c,
            d,
            [](::fixtures_status status, const char *reply, const char *error, void *call) noexcept {
                detail::finish<std::string>(call, status, error, [&] { return std::string{reply}; });
            },
            user_data);
    });
}

inline std::future<std::string> Fixtures::write4_async(std::int32_t a, std::string_view b, bool c, double d)
{
    return detail::future<std::string>([&](auto callback) { write4_async(a, b, c, d, std::move(callback)); });
}

inline std::string Fixtures::write5(std::int32_t a, std::string_view b, bool c, double d, Color e)
{
    detail::Loan loan;
    char *reply = nullptr;
    detail::check(::fixtures_write5_sync(handle_.get(), a, loan.text(b, "b"), c, d, static_cast<::fixtures_color>(e), &reply));
    return detail::take_text(reply);
}

inline void Fixtures::write5_async(std::int32_t a, std::string_view b, bool c, double d, Color e, std::function<void(Outcome<std::string>)> callback)
{
    detail::Loan loan;
    detail::start<std::string>(std::move(callback), [&](void *user_data) {
        return ::fixtures_write5(
            handle_.get(),
            a,
            loan.text(b, "b"),
            c,
            d,
            static_cast<::fixtures_color>(e),
            [](::fixtures_status status, const char *reply, const char *error, void *call) noexcept {
                detail::finish<std::string>(call, status, error, [&] { return std::string{reply}; });
            },
            user_data);
    });
}

inline std::future<std::string> Fixtures::write5_async(std::int32_t a, std::string_view b, bool c, double d, Color e)
{
    return detail::future<std::string>([&](auto callback) { write5_async(a, b, c, d, e, std::move(callback)); });
}

inline std::string Fixtures::write6(std::int32_t a, std::string_view b, bool c, double d, Color e, const std::vector<std::uint8_t> &f)
{
    detail::Loan loan;
    char *reply = nullptr;
    detail::check(::fixtures_write6_sync(handle_.get(), a, loan.text(b, "b"), c, d, static_cast<::fixtures_color>(e), f.data(), f.size(), &reply));
    return detail::take_text(reply);
}

inline void Fixtures::write6_async(std::int32_t a, std::string_view b, bool c, double d, Color e, const std::vector<std::uint8_t> &f, std::function<void(Outcome<std::string>)> callback)
{
    detail::Loan loan;
    detail::start<std::string>(std::move(callback), [&](void *user_data) {
        return ::fixtures_write6(
            handle_.get(),
            a,
            loan.text(b, "b"),
            c,
            d,
            static_cast<::fixtures_color>(e),
            f.data(),
            f.size(),
            [](::fixtures_status status, const char *reply, const char *error, void *call) noexcept {
                detail::finish<std::string>(call, status, error, [&] { return std::string{reply}; });
            },
            user_data);
    });
}

inline std::future<std::string> Fixtures::write6_async(std::int32_t a, std::string_view b, bool c, double d, Color e, const std::vector<std::uint8_t> &f)
{
    return detail::future<std::string>([&](auto callback) { write6_async(a, b, c, d, e, f, std::move(callback)); });
}

inline std::string Fixtures::write7(std::int32_t a, std::string_view b, bool c, double d, Color e, const std::vector<std::uint8_t> &f, const std::optional<std::vector<std::int32_t>> &g)
{
    detail::Loan loan;
    char *reply = nullptr;
    detail::check(::fixtures_write7_sync(
        handle_.get(),
        a,
        loan.text(b, "b"),
        c,
        d,
        static_cast<::fixtures_color>(e),
        f.data(),
        f.size(),
        g ? detail::present(g->data()) : nullptr,
        g ? g->size() : 0,
        &reply));
    return detail::take_text(reply);
}

inline void Fixtures::write7_async(std::int32_t a, std::string_view b, bool c, double d, Color e, const std::vector<std::uint8_t> &f, const std::optional<std::vector<std::int32_t>> &g, std::function<void(Outcome<std::string>)> callback)
{
    detail::Loan loan;
    detail::start<std::string>(std::move(callback), [&](void *user_data) {
        return ::fixtures_write7(
            handle_.get(),
            a,
            loan.text(b, "b"),
            c,
            d,
            static_cast<::fixtures_color>(e),
            f.data(),
            f.size(),
            g ? detail::present(g->data()) : nullptr,
            g ? g->size() : 0,
            [](::fixtures_status status, const char *reply, const char *error, void *call) noexcept {
                detail::finish<std::string>(call, status, error, [&] { return std::string{reply}; });
            },
            user_data);
    });
}

inline std::future<std::string> Fixtures::write7_async(std::int32_t a, std::string_view b, bool c, double d, Color e, const std::vector<std::uint8_t> &f, const std::optional<std::vector<std::int32_t>> &g)
{
    return detail::future<std::string>([&](auto callback) { write7_async(a, b, c, d, e, f, g, std::move(callback)); });
}

inline std::string Fixtures::write8(std::int32_t a, std::string_view b, bool c, double d, Color e, const std::vector<std::uint8_t> &f, const std::optional<std::vector<std::int32_t>> &g, const Label &h)
{
    detail::Loan loan;
    char *reply = nullptr;
    detail::check(::fixtures_write8_sync(
        handle_.get(),
        a,
        loan.text(b, "b"),
        c,
        d,
        static_cast<::fixtures_color>(e),
        f.data(),
        f.size(),
        g ? detail::present(g->data()) : nullptr,
        g ? g->size() : 0,
        detail::borrow(detail::lend(h, loan)),
        &reply));
    return detail::take_text(reply);
}

inline void Fixtures::write8_async(std::int32_t a, std::string_view b, bool c, double d, Color e, const std::vector<std::uint8_t> &f, const std::optional<std::vector<std::int32_t>> &g, const Label &h, std::function<void(Outcome<std::string>)> callback)
{
    detail::Loan loan;
    detail::start<std::string>(std::move(callback), [&](void *user_data) {
        return ::fixtures_write8(
            handle_.get(),
            a,
            loan.text(b, "b"),
            c,
            d,
            static_cast<::fixtures_color>(e),
            f.data(),
            f.size(),
            g ? detail::present(g->data()) : nullptr,
            g ? g->size() : 0,
            detail::borrow(detail::lend(h, loan)),
            [](::fixtures_status status, const char *reply, const char *error, void *call) noexcept {
                detail::finish<std::string>(call, status, error, [&] { return std::string{reply}; });
            },
            user_data);
    });
}

inline std::future<std::string> Fixtures::write8_async(std::int32_t a, std::string_view b, bool c, double d, Color e, const std::vector<std::uint8_t> &f, const std::optional<std::vector<std::int32_t>> &g, const Label &h)
{
    return detail::future<std::string>([&](auto callback) { write8_async(a, b, c, d, e, f, g, h, std::move(callback)); });
}

inline void Fixtures::raise_counts()
{
    detail::check(::fixtures_raise_counts_sync(handle_.get()));
}

inline void Fixtures::raise_counts_async(std::function<void(Outcome<void>)> callback)
{
    detail::start<void>(std::move(callback), [&](void *user_data) {
        return ::fixtures_raise_counts(
            handle_.get(),
            [](::fixtures_status status, const char *error, void *call) noexcept {
                detail::finish<void>(call, status, error, [&] {});
            },
            user_data);
    });
}

inline std::future<void> Fixtures::raise_counts_async()
{
    return detail::future<void>([&](auto callback) { raise_counts_async(std::move(callback)); });
}

inline bool Fixtures::keep_bool(bool value)
{
    bool reply{};
    detail::check(::fixtures_keep_bool_sync(handle_.get(), value, &reply));
    return reply;
}

inline void Fixtures::keep_bool_async(bool value, std::function<void(Outcome<bool>)> callback)
{
    detail::start<bool>(std::move(callback), [&](void *user_data) {
        return ::fixtures_keep_bool(
            handle_.get(),
            value,
            [](::fixtures_status status, bool reply, const char *error, void *call) noexcept {
                detail::finish<bool>(call, status, error, [&] { return reply; });
            },
            user_data);
    });
}

inline std::future<bool> Fixtures::keep_bool_async(bool value)
{
    return detail::future<bool>([&](auto callback) { keep_bool_async(value, std::move(callback)); });
}

inline std::int8_t Fixtures::keep_int8(std::int8_t value)
{
    std::int8_t reply{};
    detail::check(::fixtures_keep_int8_sync(handle_.get(), value, &reply));
    return reply;
}

inline void Fixtures::keep_int8_async(std::int8_t value, std::function<void(Outcome<std::int8_t>)> callback)
{
    detail::start<std::int8_t>(std::move(callback), [&](void *user_data) {
        return ::fixtures_keep_int8(
            handle_.get(),
            value,
            [](::fixtures_status status, std::int8_t reply, const char *error, void *call) noexcept {
                detail::finish<std::int8_t>(call, status, error, [&] { return reply; });
            },
            user_data);
    });
}

inline std::future<std::int8_t> Fixtures::keep_int8_async(std::int8_t value)
{
    return detail::future<std::int8_t>([&](auto callback) { keep_int8_async(value, std::move(callback)); });
}

inline std::uint8_t Fixtures::keep_uint8(std::uint8_t value)
{
    std::uint8_t reply{};
    detail::check(::fixtures_keep_uint8_sync(handle_.get(), value, &reply));
    return reply;
}

inline void Fixtures::keep_uint8_async(std::uint8_t value, std::function<void(Outcome<std::uint8_t>)> callback)
{
    detail::start<std::uint8_t>(std::move(callback), [&](void *user_data) {
        return ::fixtures_keep_uint8(
            handle_.get(),
            value,
            [](::fixtures_status status, std::uint8_t reply, const char *error, void *call) noexcept {
                detail::finish<std::uint8_t>(call, status, error, [&] { return reply; });
            },
            user_data);
    });
}

inline std::future<std::uint8_t> Fixtures::keep_uint8_async(std::uint8_t value)
{
    return detail::future<std::uint8_t>([&](auto callback) { keep_uint8_async(value, std::move(callback)); });
}

inline std::int16_t Fixtures::keep_int16(std::int16_t value)
{
    std::int16_t reply{};
    detail::check(::fixtures_keep_int16_sync(handle_.get(), value, &reply));
    return reply;
}

inline void Fixtures::keep_int16_async(std::int16_t value, std::function<void(Outcome<std::int16_t>)> callback)
{
    detail::start<std::int16_t>(std::move(callback), [&](void *user_data) {
        return ::fixtures_keep_int16(
            handle_.get(),
            value,
            [](::fixtures_status status, std::int16_t reply, const char *error, void *call) noexcept {
                detail::finish<std::int16_t>(call, status, error, [&] { return reply; });
            },
            user_data);
    });
}

inline std::future<std::int16_t> Fixtures::keep_int16_async(std::int16_t value)
{
    return detail::future<std::int16_t>([&](auto callback) { keep_int16_async(value, std::move(callback)); });
}

inline std::uint16_t Fixtures::keep_uint16(std::uint16_t value)
{
    std::uint16_t reply{};
    detail::check(::fixtures_keep_uint16_sync(handle_.get(), value, &reply));
    return reply;
}

inline void Fixtures::keep_uint16_async(std::uint16_t value, std::function<void(Outcome<std::uint16_t>)> callback)
{
    detail::start<std::uint16_t>(std::move(callback), [&](void *user_data) {
        return ::fixtures_keep_uint16(
            handle_.get(),
            value,
            [](::fixtures_status status, std::uint16_t reply, const char *error, void *call) noexcept {
                detail::finish<std::uint16_t>(call, status, error, [&] { return reply; });
            },
            user_data);
    });
}

inline std::future<std::uint16_t> Fixtures::keep_uint16_async(std::uint16_t value)
{
    return detail::future<std::uint16_t>([&](auto callback) { keep_uint16_async(value, std::move(callback)); });
}

inline std::int32_t Fixtures::keep_int32(std::int32_t value)
{
    std::int32_t reply{};
    detail::check(::fixtures_keep_int32_sync(handle_.get(), value, &reply));
    return reply;
}

inline void Fixtures::keep_int32_async(std::int32_t value, std::function<void(Outcome<std::int32_t>)> callback)
{
    detail::start<std::int32_t>(std::move(callback), [&](void *user_data) {
        return ::fixtures_keep_int32(
            handle_.get(),
            value,
            [](::fixtures_status status, std::int32_t reply, const char *error, void *call) noexcept {
                detail::finish<std::int32_t>(call, status, error, [&] { return reply; });
            },
            user_data);
    });
}

inline std::future<std::int32_t> Fixtures::keep_int32_async(std::int32_t value)
{
    return detail::future<std::int32_t>([&](auto callback) { keep_int32_async(value, std::move(callback)); });
}

inline std::uint32_t Fixtures::keep_uint32(std::uint32_t value)
{
    std::uint32_t reply{};
    detail::check(::fixtures_keep_uint32_sync(handle_.get(), value, &reply));
    return reply;
}

inline void Fixtures::keep_uint32_async(std::uint32_t value, std::function<void(Outcome<std::uint32_t>)> callback)
{
    detail::start<std::uint32_t>(std::move(callback), [&](void *user_data) {
        return ::fixtures_keep_uint32(
            handle_.get(),
            value,
            [](::fixtures_status status, std::uint32_t reply, const char *error, void *call) noexcept {
                detail::finish<std::uint32_t>(call, status, error, [&] { return reply; });
            },
            user_data);
    });
}

inline std::future<std::uint32_t> Fixtures::keep_uint32_async(std::uint32_t value)
{
    return detail::future<std::uint32_t>([&](auto callback) { keep_uint32_async(value, std::move(callback)); });
}

inline std::int64_t Fixtures::keep_int64(std::int64_t value)
{
    std::int64_t reply{};
    detail::check(::fixtures_keep_int64_sync(handle_.get(), value, &reply));
    return reply;
}

inline void Fixtures::keep_int64_async(std::int64_t value, std::function<void(Outcome<std::int64_t>)> callback)
{
    detail::start<std::int64_t>(std::move(callback), [&](void *user_data) {
        return ::fixtures_keep_int64(
            handle_.get(),
            value,
            [](::fixtures_status status, std::int64_t reply, const char *error, void *call) noexcept {
                detail::finish<std::int64_t>(call, status, error, [&] { return reply; });
            },
            user_data);
    });
}

inline std::future<std::int64_t> Fixtures::keep_int64_async(std::int64_t value)
{
    return detail::future<std::int64_t>([&](auto callback) { keep_int64_async(value, std::move(callback)); });
}

inline std::uint64_t Fixtures::keep_uint64(std::uint64_t value)
{
    std::uint64_t reply{};
    detail::check(::fixtures_keep_uint64_sync(handle_.get(), value, &reply));
    return reply;
}

inline void Fixtures::keep_uint64_async(std::uint64_t value, std::function<void(Outcome<std::uint64_t>)> callback)
{
    detail::start<std::uint64_t>(std::move(callback), [&](void *user_data) {
        return ::fixtures_keep_uint64(
            handle_.get(),
            value,
            [](::fixtures_status status, std::uint64_t reply, const char *error, void *call) noexcept {
                detail::finish<std::uint64_t>(call, status, error, [&] { return reply; });
            },
            user_data);
    });
}

inline std::future<std::uint64_t> Fixtures::keep_uint64_async(std::uint64_t value)
{
    return detail::future<std::uint64_t>([&](auto callback) { keep_uint64_async(value, std::move(callback)); });
}

inline float Fixtures::keep_float(float value)
{
    float reply{};
    detail::check(::fixtures_keep_float_sync(handle_.get(), value, &reply));
    return reply;
}

inline void Fixtures::keep_float_async(float value, std::function<void(Outcome<float>)> callback)
{
    detail::start<float>(std::move(callback), [&](void *user_data) {
        return ::fixtures_keep_float(
            handle_.get(),
            value,
            [](::fixtures_status status, float reply, const char *error, void *call) noexcept {
                detail::finish<float>(call, status, error, [&] { return reply; });
            },
            user_data);
    });
}

inline std::future<float> Fixtures::keep_float_async(float value)
{
    return detail::future<float>([&](auto callback) { keep_float_async(value, std::move(callback)); });
}

inline double Fixtures::keep_double(double value)
{
    double reply{};
    detail::check(::fixtures_keep_double_sync(handle_.get(), value, &reply));
    return reply;
}

inline void Fixtures::keep_double_async(double value, std::function<void(Outcome<double>)> callback)
{
    detail::start<double>(std::move(callback), [&](void *user_data) {
        return ::fixtures_keep_double(
            handle_.get(),
            value,
            [](::fixtures_status status, double reply, const char *error, void *call) noexcept {
                detail::finish<double>(call, status, error, [&] { return reply; });
            },
            user_data);
    });
}

inline std::future<double> Fixtures::keep_double_async(double value)
{
    return detail::future<double>([&](auto callback) { keep_double_async(value, std::move(callback)); });
}

inline Scalars Fixtures::keep_scalars(const Scalars &value)
{
    detail::Loan loan;
    detail::Reply<::fixtures_scalars> reply{::fixtures_scalars_free};
    detail::check(::fixtures_keep_scalars_sync(handle_.get(), detail::borrow(detail::lend(value, loan)), &reply.value));
    return detail::take(reply.value);
}

inline void Fixtures::keep_scalars_async(const Scalars &value, std::function<void(Outcome<Scalars>)> callback)
{
    detail::Loan loan;
    detail::start<Scalars>(std::move(callback), [&](void *user_data) {
        return ::fixtures_keep_scalars(
            handle_.get(),
            detail::borrow(detail::lend(value, loan)),
            [](::fixtures_status status, const ::fixtures_scalars *reply, const char *error, void *call) noexcept {
                detail::finish<Scalars>(call, status, error, [&] { return detail::take(*reply); });
            },
            user_data);
    });
}

inline std::future<Scalars> Fixtures::keep_scalars_async(const Scalars &value)
{
    return detail::future<Scalars>([&](auto callback) { keep_scalars_async(value, std::move(callback)); });
}

inline std::string Fixtures::keep_text(std::string_view value)
{
    detail::Loan loan;
    char *reply = nullptr;
    detail::check(::fixtures_keep_text_sync(handle_.get(), loan.text(value, "value"), &reply));
    return detail::take_text(reply);
}

inline void Fixtures::keep_text_async(std::string_view value, std::function<void(Outcome<std::string>)> callback)
{
    detail::Loan loan;
    detail::start<std::string>(std::move(callback), [&](void *user_data) {
        return ::fixtures_keep_text(
            handle_.get(),
            loan.text(value, "value"),
            [](::fixtures_status status, const char *reply, const char *error, void *call) noexcept {
                detail::finish<std::string>(call, status, error, [&] { return std::string{reply}; });
            },
            user_data);
    });
}

inline std::future<std::string> Fixtures::keep_text_async(std::string_view value)
{
    return detail::future<std::string>([&](auto callback) { keep_text_async(value, std::move(callback)); });
}

inline std::optional<std::string> Fixtures::keep_optional_text(std::optional<std::string_view> value)
{
    detail::Loan loan;
    detail::Reply<::fixtures_keep_optional_text_reply> reply{::fixtures_keep_optional_text_reply_free};
    detail::check(::fixtures_keep_optional_text_sync(handle_.get(), value ? loan.text(*value, "value") : nullptr, &reply.value));
    return reply.value.value ? std::make_optional<std::string>(reply.value.value) : std::nullopt;
}

inline void Fixtures::keep_optional_text_async(std::optional<std::string_view> value, std::function<void(Outcome<std::optional<std::string>>)> callback)
{
    detail::Loan loan;
    detail::start<std::optional<std::string>>(std::move(callback), [&](void *user_data) {
        return ::fixtures_keep_optional_text(
            handle_.get(),
            value ? loan.text(*value, "value") : nullptr,
            [](::fixtures_status status, const ::fixtures_keep_optional_text_reply *reply, const char *error, void *call) noexcept {
                detail::finish<std::optional<std::string>>(call, status, error, [&] { return reply->value ? std::make_optional<std::string>(reply->value) : std::nullopt; });
            },
            user_data);
    });
}

inline std::future<std::optional<std::string>> Fixtures::keep_optional_text_async(std::optional<std::string_view> value)
{
    return detail::future<std::optional<std::string>>([&](auto callback) { keep_optional_text_async(value, std::move(callback)); });
}

inline std::string Fixtures::lone_surrogate()
{
    char *reply = nullptr;
    detail::check(::fixtures_lone_surrogate_sync(handle_.get(), &reply));
    return detail::take_text(reply);
}

inline void Fixtures::lone_surrogate_async(std::function<void(Outcome<std::string>)> callback)
{
    detail::start<std::string>(std::move(callback), [&](void *user_data) {
        return ::fixtures_lone_surrogate(
            handle_.get(),
            [](::fixtures_status status, const char *reply, const char *error, void *call) noexcept {
                detail::finish<std::string>(call, status, error, [&] { return std::string{reply}; });
            },
            user_data);
    });
}

inline std::future<std::string> Fixtures::lone_surrogate_async()
{
    return detail::future<std::string>([&](auto callback) { lone_surrogate_async(std::move(callback)); });
}

inline std::string Fixtures::embedded_nul()
{
    char *reply = nullptr;
    detail::check(::fixtures_embedded_nul_sync(handle_.get(), &reply));
    return detail::take_text(reply);
}

inline void Fixtures::embedded_nul_async(std::function<void(Outcome<std::string>)> callback)
{
    detail::start<std::string>(std::move(callback), [&](void *user_data) {
        return ::fixtures_embedded_nul(
            handle_.get(),
            [](::fixtures_status status, const char *reply, const char *error, void *call) noexcept {
                detail::finish<std::string>(call, status, error, [&] { return std::string{reply}; });
            },
            user_data);
    });
}

inline std::future<std::string> Fixtures::embedded_nul_async()
{
    return detail::future<std::string>([&](auto callback) { embedded_nul_async(std::move(callback)); });
}

inline std::int64_t Fixtures::pass()
{
    std::int64_t reply{};
    detail::check(::fixtures_pass_sync(handle_.get(), &reply));
    return reply;
}

inline void Fixtures::pass_async(std::function<void(Outcome<std::int64_t>)> callback)
{
    detail::start<std::int64_t>(std::move(callback), [&](void *user_data) {
        return ::fixtures_pass(
            handle_.get(),
            [](::fixtures_status status, std::int64_t reply, const char *error, void *call) noexcept {
                detail::finish<std::int64_t>(call, status, error, [&] { return reply; });
            },
            user_data);
    });
}

inline std::future<std::int64_t> Fixtures::pass_async()
{
    return detail::future<std::int64_t>([&](auto callback) { pass_async(std::move(callback)); });
}

inline std::int64_t Fixtures::pass_twice()
{
    std::int64_t reply{};
    detail::check(::fixtures_pass_twice_sync(handle_.get(), &reply));
    return reply;
}

inline void Fixtures::pass_twice_async(std::function<void(Outcome<std::int64_t>)> callback)
{
    detail::start<std::int64_t>(std::move(callback), [&](void *user_data) {
        return ::fixtures_pass_twice(
            handle_.get(),
            [](::fixtures_status status, std::int64_t reply, const char *error, void *call) noexcept {
                detail::finish<std::int64_t>(call, status, error, [&] { return reply; });
            },
            user_data);
    });
}

inline std::future<std::int64_t> Fixtures::pass_twice_async()
{
    return detail::future<std::int64_t>([&](auto callback) { pass_twice_async(std::move(callback)); });
}

inline void Fixtures::pass_and_stay()
{
    detail::check(::fixtures_pass_and_stay_sync(handle_.get()));
}

inline void Fixtures::pass_and_stay_async(std::function<void(Outcome<void>)> callback)
{
    detail::start<void>(std::move(callback), [&](void *user_data) {
        return ::fixtures_pass_and_stay(
            handle_.get(),
            [](::fixtures_status status, const char *error, void *call) noexcept {
                detail::finish<void>(call, status, error, [&] {});
            },
            user_data);
    });
}

inline std::future<void> Fixtures::pass_and_stay_async()
{
    return detail::future<void>([&](auto callback) { pass_and_stay_async(std::move(callback)); });
}

inline void Fixtures::occupy()
{
    detail::check(::fixtures_occupy_sync(handle_.get()));
}

inline void Fixtures::occupy_async(std::function<void(Outcome<void>)> callback)
{
    detail::start<void>(std::move(callback), [&](void *user_data) {
        return ::fixtures_occupy(
            handle_.get(),
            [](::fixtures_status status, const char *error, void *call) noexcept {
                detail::finish<void>(call, status, error, [&] {});
            },
            user_data);
    });
}

inline std::future<void> Fixtures::occupy_async()
{
    return detail::future<void>([&](auto callback) { occupy_async(std::move(callback)); });
}

inline std::int32_t Fixtures::count_occupied()
{
    std::int32_t reply{};
    detail::check(::fixtures_count_occupied_sync(&reply));
    return reply;
}

inline void Fixtures::count_occupied_async(std::function<void(Outcome<std::int32_t>)> callback)
{
    detail::start<std::int32_t>(std::move(callback), [&](void *user_data) {
        return ::fixtures_count_occupied(
            [](::fixtures_status status, std::int32_t reply, const char *error, void *call) noexcept {
                detail::finish<std::int32_t>(call, status, error, [&] { return reply; });
            },
            user_data);
    });
}

inline std::future<std::int32_t> Fixtures::count_occupied_async()
{
    return detail::future<std::int32_t>([&](auto callback) { count_occupied_async(std::move(callback)); });
}

inline void Fixtures::vacate()
{
    detail::check(::fixtures_vacate_sync());
}

inline void Fixtures::vacate_async(std::function<void(Outcome<void>)> callback)
{
    detail::start<void>(std::move(callback), [&](void *user_data) {
        return ::fixtures_vacate(
            [](::fixtures_status status, const char *error, void *call) noexcept {
                detail::finish<void>(call, status, error, [&] {});
            },
            user_data);
    });
}

inline std::future<void> Fixtures::vacate_async()
{
    return detail::future<void>([&](auto callback) { vacate_async(std::move(callback)); });
}

inline std::int32_t Fixtures::count_collisions()
{
    std::int32_t reply{};
    detail::check(::fixtures_count_collisions_sync(handle_.get(), &reply));
    return reply;
}

inline void Fixtures::count_collisions_async(std::function<void(Outcome<std::int32_t>)> callback)
{
    detail::start<std::int32_t>(std::move(callback), [&](void *user_data) {
        return ::fixtures_count_collisions(
            handle_.get(),
            [](::fixtures_status status, std::int32_t reply, const char *error, void *call) noexcept {
                detail::finish<std::int32_t>(call, status, error, [&] { return reply; });
            },
            user_data);
    });
}

inline std::future<std::int32_t> Fixtures::count_collisions_async()
{
    return detail::future<std::int32_t>([&](auto callback) { count_collisions_async(std::move(callback)); });
}

inline std::int64_t Session::add(std::int64_t number)
{
    std::int64_t reply{};
    detail::check(::fixtures_session_add_sync(handle_.get(), number, &reply));
    return reply;
}

inline void Session::add_async(std::int64_t number, std::function<void(Outcome<std::int64_t>)> callback)
{
    detail::start<std::int64_t>(std::move(callback), [&](void *user_data) {
        return ::fixtures_session_add(
            handle_.get(),
            number,
            [](::fixtures_status status, std::int64_t reply, const char *error, void *call) noexcept {
                detail::finish<std::int64_t>(call, status, error, [&] { return reply; });
            },
            user_data);
    });
}

inline std::future<std::int64_t> Session::add_async(std::int64_t number)
{
    return detail::future<std::int64_t>([&](auto callback) { add_async(number, std::move(callback)); });
}

inline std::string Session::name()
{
    char *reply = nullptr;
    detail::check(::fixtures_session_name_sync(handle_.get(), &reply));
    return detail::take_text(reply);
}

inline void Session::name_async(std::function<void(Outcome<std::string>)> callback)
{
    detail::start<std::string>(std::move(callback), [&](void *user_data) {
        return ::fixtures_session_name(
            handle_.get(),
            [](::fixtures_status status, const char *reply, const char *error, void *call) noexcept {
                detail::finish<std::string>(call, status, error, [&] { return std::string{reply}; });
            },
            user_data);
    });
}

inline std::future<std::string> Session::name_async()
{
    return detail::future<std::string>([&](auto callback) { name_async(std::move(callback)); });
}

inline Session Session::fork(std::string_view name)
{
    detail::Loan loan;
    ::fixtures_session *reply = nullptr;
    detail::check(::fixtures_session_fork_sync(handle_.get(), loan.text(name, "name"), &reply));
    return Session{reply};
}

inline void Session::fork_async(std::string_view name, std::function<void(Outcome<Session>)> callback)
{
    detail::Loan loan;
    detail::start<Session>(std::move(callback), [&](void *user_data) {
        return ::fixtures_session_fork(
            handle_.get(),
            loan.text(name, "name"),
            [](::fixtures_status status, ::fixtures_session *reply, const char *error, void *call) noexcept {
                detail::finish<Session>(call, status, error, [&] { return Session{reply}; });
            },
            user_data);
    });
}

inline std::future<Session> Session::fork_async(std::string_view name)
{
    return detail::future<Session>([&](auto callback) { fork_async(name, std::move(callback)); });
}

inline Subscription Fixtures::on_tick(std::function<void()> listener)
{
    const auto kept = detail::listener(std::move(listener));
    std::uint64_t id = 0;
    detail::check(::fixtures_add_on_tick_listener(
        handle_.get(),
        [](void *user_data) noexcept {
            detail::fire<decltype(listener)>(user_data);
        },
        kept.get(),
        &id));
    return Subscription{handle_.get(), id, kept};
}

inline Subscription Fixtures::on_count(std::function<void(std::int32_t value)> listener)
{
    const auto kept = detail::listener(std::move(listener));
    std::uint64_t id = 0;
    detail::check(::fixtures_add_on_count_listener(
        handle_.get(),
        [](const ::fixtures_on_count_event *event, void *user_data) noexcept {
            detail::fire<decltype(listener)>(user_data, event->value);
        },
        kept.get(),
        &id));
    return Subscription{handle_.get(), id, kept};
}

inline Subscription Fixtures::on_label(std::function<void(const Label &value)> listener)
{
    const auto kept = detail::listener(std::move(listener));
    std::uint64_t id = 0;
    detail::check(::fixtures_add_on_label_listener(
        handle_.get(),
        [](const ::fixtures_label *event, void *user_data) noexcept {
            detail::fire<decltype(listener)>(user_data, detail::take(*event));
        },
        kept.get(),
        &id));
    return Subscription{handle_.get(), id, kept};
}

inline Subscription Fixtures::on_everything(std::function<void(bool flag, std::int8_t small, std::uint64_t large, double number, std::string_view text, const std::vector<std::uint8_t> &data, std::optional<Color> color, const Point &point)> listener)
{
    const auto kept = detail::listener(std::move(listener));
    std::uint64_t id = 0;
    detail::check(::fixtures_add_on_everything_listener(
        handle_.get(),
        [](const ::fixtures_on_everything_event *event, void *user_data) noexcept {
            detail::fire<decltype(listener)>(
                user_data,
                event->flag,
                event->small,
                event->large,
                event->number,
                std::string{event->text},
                detail::list(event->data, event->data_size),
                event->has_color ? std::make_optional(static_cast<Color>(event->color)) : std::nullopt,
                detail::take(event->point));
        },
        kept.get(),
        &id));
    return Subscription{handle_.get(), id, kept};
}

inline Subscription Fixtures::on_two(std::function<void(std::int32_t arg1, std::string_view arg2)> listener)
{
    const auto kept = detail::listener(std::move(listener));
    std::uint64_t id = 0;
    detail::check(::fixtures_add_on_two_listener(
        handle_.get(),
        [](const ::fixtures_on_two_event *event, void *user_data) noexcept {
            detail::fire<decltype(listener)>(user_data, event->arg1, std::string{event->arg2});
        },
        kept.get(),
        &id));
    return Subscription{handle_.get(), id, kept};
}

inline Subscription Fixtures::on_three(std::function<void(std::int32_t arg1, std::string_view arg2, bool arg3)> listener)
{
    const auto kept = detail::listener(std::move(listener));
    std::uint64_t id = 0;
    detail::check(::fixtures_add_on_three_listener(
        handle_.get(),
        [](const ::fixtures_on_three_event *event, void *user_data) noexcept {
            detail::fire<decltype(listener)>(user_data, event->arg1, std::string{event->arg2}, event->arg3);
        },
        kept.get(),
        &id));
    return Subscription{handle_.get(), id, kept};
}

inline Subscription Fixtures::on_four(std::function<void(std::int32_t arg1, std::string_view arg2, bool arg3, double arg4)> listener)
{
    const auto kept = detail::listener(std::move(listener));
    std::uint64_t id = 0;
    detail::check(::fixtures_add_on_four_listener(
        handle_.get(),
        [](const ::fixtures_on_four_event *event, void *user_data) noexcept {
            detail::fire<decltype(listener)>(user_data, event->arg1, std::string{event->arg2}, event->arg3, event->arg4);
        },
        kept.get(),
        &id));
    return Subscription{handle_.get(), id, kept};
}

inline Subscription Fixtures::on_five(std::function<void(std::int32_t arg1, std::string_view arg2, bool arg3, double arg4, Color arg5)> listener)
{
    const auto kept = detail::listener(std::move(listener));
    std::uint64_t id = 0;
    detail::check(::fixtures_add_on_five_listener(
        handle_.get(),
        [](const ::fixtures_on_five_event *event, void *user_data) noexcept {
            detail::fire<decltype(listener)>(
                user_data,
                event->arg1,
                std::string{event->arg2},
                event->arg3,
                event->arg4,
                static_cast<Color>(event->arg5));
        },
        kept.get(),
        &id));
    return Subscription{handle_.get(), id, kept};
}

inline Subscription Fixtures::on_six(std::function<void(std::int32_t arg1, std::string_view arg2, bool arg3, double arg4, Color arg5, const std::vector<std::uint8_t> &arg6)> listener)
{
    const auto kept = detail::listener(std::move(listener));
    std::uint64_t id = 0;
    detail::check(::fixtures_add_on_six_listener(
        handle_.get(),
        [](const ::fixtures_on_six_event *event, void *user_data) noexcept {
            detail::fire<decltype(listener)>(
                user_data,
                event->arg1,
                std::string{event->arg2},
                event->arg3,
                event->arg4,
                static_cast<Color>(event->arg5),
                detail::list(event->arg6, event->arg6_size));
        },
        kept.get(),
        &id));
    return Subscription{handle_.get(), id, kept};
}

inline Subscription Fixtures::on_seven(std::function<void(std::int32_t arg1, std::string_view arg2, bool arg3, double arg4, Color arg5, const std::vector<std::uint8_t> &arg6, const std::optional<std::vector<std::int32_t>> &arg7)> listener)
{
    const auto kept = detail::listener(std::move(listener));
    std::uint64_t id = 0;
    detail::check(::fixtures_add_on_seven_listener(
        handle_.get(),
        [](const ::fixtures_on_seven_event *event, void *user_data) noexcept {
            detail::fire<decltype(listener)>(
                user_data,
                event->arg1,
                std::string{event->arg2},
                event->arg3,
                event->arg4,
                static_cast<Color>(event->arg5),
                detail::list(event->arg6, event->arg6_size),
                event->arg7 ? std::make_optional(detail::list(event->arg7, event->arg7_count)) : std::nullopt);
        },
        kept.get(),
        &id));
    return Subscription{handle_.get(), id, kept};
}

inline Subscription Fixtures::on_passed(std::function<void(std::int64_t value)> listener)
{
    const auto kept = detail::listener(std::move(listener));
    std::uint64_t id = 0;
    detail::check(::fixtures_add_on_passed_listener(
        handle_.get(),
        [](const ::fixtures_on_passed_event *event, void *user_data) noexcept {
            detail::fire<decltype(listener)>(user_data, event->value);
        },
        kept.get(),
        &id));
    return Subscription{handle_.get(), id, kept};
}

inline void Fixtures::serve(const ServerOptions &options)
{
    const auto lent = detail::lend(options);
    detail::check(::fixtures_serve(handle_.get(), &lent));
}

inline std::uint64_t Subscription::lost() const
{
    std::uint64_t lost = 0;
    detail::check(::fixtures_listener_lost(handle_, id_, &lost));
    return lost;
}

inline Server::Server(Fixtures &served, const ServerOptions &options)
{
    const auto lent = detail::lend(options);
    ::fixtures_server *server = nullptr;
    detail::check(::fixtures_server_start(served.native_handle(), &lent, &server));
    handle_.reset(server);
}

inline std::string Server::address() const
{
    const auto *address = ::fixtures_server_address(handle_.get());
    if (!address)
        throw Error{Status::InvalidHandle, "the server was stopped, or moved from"};
    return address;
}

inline void Server::stop()
{
    detail::check(::fixtures_server_stop(handle_.release()));
}

inline void set_log(LogLevel most, LogCallback callback)
{
    detail::set_log(most, detail::listener(std::move(callback)));
}

inline void unset_log()
{
    detail::set_log(LogLevel::Error, nullptr);
}

} // namespace twofold::fixtures

#endif
