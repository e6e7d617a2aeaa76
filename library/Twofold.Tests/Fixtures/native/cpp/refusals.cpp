// What the wrapper refuses by itself, because C could not be told.
#include "checks.hpp"

void check_refusals(fx::Fixtures &context)
{
    const std::string cut{"a\0b", 3};
    HOLDS("a text with U+0000 is refused by its parameter's name",
          throws(fx::Status::InvalidArgument, "value: a C string cannot carry U+0000",
                 [&] { context.keep_text(cut); }));
    HOLDS("so is an optional one",
          throws(fx::Status::InvalidArgument, "value: ", [&] { context.keep_optional_text(cut); }));
    HOLDS("so is one in a list", throws(fx::Status::InvalidArgument, "value: ", [&] {
              context.keep_texts({"fine", cut});
          }));
    HOLDS("so is a record's", throws(fx::Status::InvalidArgument, "name: ", [&] {
              context.keep_company({cut, {}});
          }));
    HOLDS("so is that of a call that does not wait",
          throws(fx::Status::InvalidArgument, "message: ", [&] { context.fail_async(cut); }));
    HOLDS("text that is no UTF-8 is refused by the library",
          throws(fx::Status::InvalidArgument, "value", [&] { context.keep_text("\xff"); }));
    HOLDS("an enum's number that is no member is refused by the library",
          throws(fx::Status::InvalidArgument, "value",
                 [&] { context.keep_color(static_cast<fx::Color>(99)); }));

    HOLDS("an empty callback is refused",
          throws(fx::Status::MissingCallback, "callback", [&] { context.touch_async(nullptr); }));
    HOLDS("an empty listener is refused", throws(fx::Status::MissingCallback, "listener",
                                                 [&] { const auto nobody = context.on_tick(nullptr); }));
}
