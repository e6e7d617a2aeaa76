// Each function checks one feature through the C++ wrapper and prints its own lines.
#ifndef CHECKS_HPP
#define CHECKS_HPP

#include <chrono>
#include <cmath>
#include <fixtures.hpp>
#include <thread>
#include <tuple>

#include "../check.h"

/* CHECK for C++ expressions, which may have commas in braces. */
#define HOLDS(what, ...) check((__VA_ARGS__), (what), __FILE__, __LINE__)

namespace fx = twofold::fixtures;

void check_constants();
void check_scalars(fx::Fixtures &context);
void check_framework_types(fx::Fixtures &context);
void check_texts(fx::Fixtures &context);
void check_bytes(fx::Fixtures &context);
void check_collections(fx::Fixtures &context);
void check_lists(fx::Fixtures &context);
void check_optionals(fx::Fixtures &context);
void check_records(fx::Fixtures &context);
void check_methods(fx::Fixtures &context);
void check_callbacks(fx::Fixtures &context);
void check_futures(fx::Fixtures &context);
void check_counts(fx::Fixtures &context);
void check_turnstile(fx::Fixtures &context);
void check_events(fx::Fixtures &context);
void check_subscriptions();
void check_objects(fx::Fixtures &context);
void check_refusals(fx::Fixtures &context);
void check_servers(fx::Fixtures &context);
void check_log(fx::Fixtures &context);

/* Whether a call throws an error with this status and a message that contains this text. */
template <typename Call> bool throws(fx::Status status, const char *message, Call call)
{
    try {
        call();
    } catch (const fx::Error &error) {
        return error.status() == status && std::string{error.what()}.find(message) != std::string::npos;
    }
    return false;
}

/* Whether the future is ready in time. */
template <typename T>
bool comes(const std::future<T> &future, std::chrono::milliseconds time = std::chrono::seconds{20})
{
    return future.wait_for(time) == std::future_status::ready;
}

/* Whether records, or values that contain records, are equal. */
template <typename T> bool same(const T &left, const T &right)
{
    return left == right;
}

inline bool same(const fx::Point &left, const fx::Point &right)
{
    return std::tuple{left.x, left.y} == std::tuple{right.x, right.y};
}

inline bool same(const fx::Label &left, const fx::Label &right)
{
    return left.text == right.text;
}

inline bool same(const fx::Desk &left, const fx::Desk &right)
{
    return std::tie(left.owner.name, left.owner.age) == std::tie(right.owner.name, right.owner.age);
}

template <typename T> bool same(const std::vector<T> &left, const std::vector<T> &right);

template <typename T> bool same(const std::optional<T> &left, const std::optional<T> &right)
{
    return left && right ? same(*left, *right) : left.has_value() == right.has_value();
}

template <typename T> bool same(const std::vector<T> &left, const std::vector<T> &right)
{
    return std::equal(left.begin(), left.end(), right.begin(), right.end(),
                      [](const T &one, const T &other) { return same(one, other); });
}

#endif
