// Objects that methods return, each with its own class.
#include "checks.hpp"

void check_objects(fx::Fixtures &context)
{
    static_assert(!std::is_copy_constructible_v<fx::Session> && !std::is_copy_assignable_v<fx::Fixtures>,
                  "handles cannot be copied");
    static_assert(std::is_nothrow_move_constructible_v<fx::Session> &&
                      std::is_nothrow_move_assignable_v<fx::Fixtures>,
                  "handles can be moved");
    {
        auto session = context.open_session("session");
        HOLDS("an object is counted", context.count_sessions() == 1);
        HOLDS("an object keeps its state", session.add(5) == 5 && session.add(-7) == -2);
        HOLDS("a method of an object that awaits", session.name() == "session");
        auto fork = session.fork("fork");
        HOLDS("an object returns another object", fork.add(44) == 42 && fork.name() == "fork");

        auto moved = std::move(session);
        HOLDS("a moved object still works", moved.add(2) == 0);
        HOLDS("a moved-from object is rejected",
              throws(fx::Status::InvalidHandle, "", [&] { session.add(1); }));
    }
    HOLDS("an object is released at the end of its scope", context.count_sessions() == 0);
    HOLDS("an object from an asynchronous method", context.open_session_later("later").name() == "later");
    HOLDS("an object from a future", context.open_session_async("future").get().name() == "future");

    auto other = std::make_optional(fx::Fixtures::create());
    auto orphan = other->open_session("orphan");
    other.reset();
    HOLDS("an object ends together with the object that returned it",
          throws(fx::Status::InvalidHandle, "", [&] { orphan.add(1); }));
}
