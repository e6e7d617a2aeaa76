// Blocking calls of methods of every form.
#include "checks.hpp"

void check_methods(fx::Fixtures &context)
{
    context.touch();
    context.touch_later();
    context.touch_now();
    HOLDS("touch, touch_later and touch_now", context.count_touches() == 3);
    HOLDS("join takes eight parameters",
          context.join(true, -1, UINT64_MAX, 0.5, "t", {0xAB}, fx::Color::Red, {1, 2.5}) ==
              "True -1 18446744073709551615 0.5 t AB Red 1/2.5");
    HOLDS("names", context.names(1, 2, 3, 4, 5) == 15);
    HOLDS("add_later", context.add_later(40, 2) == 42);
    HOLDS("label_later", same(context.label_later("late"), {"late"}));
    HOLDS("count_down",
          context.count_down(3) == std::vector<std::int32_t>{3, 2, 1} && context.count_down(0).empty());
    HOLDS("halve_later", context.halve_later(84) == 42 && context.halve_later(5) == std::nullopt);
    HOLDS("twice needs no object", fx::Fixtures::twice(21) == 42);
    HOLDS("greet_later needs no object", fx::Fixtures::greet_later("you") == "hello you");

    HOLDS("fail is the author's error",
          throws(fx::Status::Error, "as expected", [&] { context.fail("as expected"); }));
    HOLDS("crash is an internal error",
          throws(fx::Status::Internal, "InvalidOperationException: broken", [&] { context.crash(); }));
    HOLDS("no_such_color is an error",
          throws(fx::Status::Error, "99 is not a member of Color", [&] { context.no_such_color(); }));
    HOLDS("lone_surrogate is an error",
          throws(fx::Status::Error, "lone surrogate", [&] { context.lone_surrogate(); }));
    HOLDS("embedded_nul is an error", throws(fx::Status::Error, "U+0000", [&] { context.embedded_nul(); }));
}
