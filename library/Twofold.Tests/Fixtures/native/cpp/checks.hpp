// The checks of one feature each through the C++ wrapper; every one prints its own lines.
#ifndef CHECKS_HPP
#define CHECKS_HPP

#include <chrono>
#include <fixtures.hpp>
#include <tuple>

#include "../check.h"

/* CHECK for C++, whose braces may hold commas. */
#define HOLDS(what, ...) check((__VA_ARGS__), (what), __FILE__, __LINE__)

namespace fx = twofold::fixtures;

void check_constants();
void check_scalars(fx::Fixtures &context);
void check_texts(fx::Fixtures &context);
void check_bytes(fx::Fixtures &context);
void check_lists(fx::Fixtures &context);
void check_optionals(fx::Fixtures &context);
void check_records(fx::Fixtures &context);
void check_methods(fx::Fixtures &context);
void check_callbacks(fx::Fixtures &context);
void check_futures(fx::Fixtures &context);
void check_events(fx::Fixtures &context);
void check_subscriptions();
void check_objects(fx::Fixtures &context);
void check_refusals(fx::Fixtures &context);

/* Whether a call throws an error with this status, and a message that has this in it. */
template <typename Call> bool throws(fx::Status status, const char *message, Call call)
{
    try {
        call();
    } catch (const fx::Error &error) {
        return error.status() == status && std::string{error.what()}.find(message) != std::string::npos;
    }
    return false;
}

/* Whether it comes within 20 seconds. */
template <typename T> bool comes(const std::future<T> &future)
{
    return future.wait_for(std::chrono::seconds{20}) == std::future_status::ready;
}

inline bool same(const fx::Point &left, const fx::Point &right)
{
    return std::tuple{left.x, left.y} == std::tuple{right.x, right.y};
}

#endif
