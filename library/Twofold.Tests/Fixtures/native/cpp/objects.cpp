// Objects that methods hand out: classes of their own.
#include "checks.hpp"

void check_objects(fx::Fixtures &context)
{
    static_assert(!std::is_copy_constructible_v<fx::Session> && !std::is_copy_assignable_v<fx::Fixtures>,
                  "handles are not copied");
    static_assert(std::is_nothrow_move_constructible_v<fx::Session> &&
                      std::is_nothrow_move_assignable_v<fx::Fixtures>,
                  "handles are moved");
    {
        auto session = context.open_session("session");
        HOLDS("an object is counted", context.count_sessions() == 1);
        HOLDS("an object keeps its state", session.add(5) == 5 && session.add(-7) == -2);
        HOLDS("an object's method that awaits", session.name() == "session");
        auto fork = session.fork("fork");
        HOLDS("an object hands out another", fork.add(44) == 42 && fork.name() == "fork");

        auto moved = std::move(session);
        HOLDS("a moved object goes on", moved.add(2) == 0);
        HOLDS("what was moved from is refused",
              throws(fx::Status::InvalidHandle, "", [&] { session.add(1); }));
    }
    HOLDS("an object ends with its scope", context.count_sessions() == 0);
    HOLDS("an object that comes later", context.open_session_later("later").name() == "later");
    HOLDS("an object in a future", context.open_session_async("future").get().name() == "future");

    auto other = std::make_optional(fx::Fixtures::create());
    auto orphan = other->open_session("orphan");
    other.reset();
    HOLDS("an object ends with what it comes from",
          throws(fx::Status::InvalidHandle, "", [&] { orphan.add(1); }));
}
