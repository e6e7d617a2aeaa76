// Arguments that the wrapper itself rejects, because C cannot represent them.
#include "checks.hpp"

void check_refusals(fx::Fixtures &context)
{
    const std::string cut{"a\0b", 3};
    HOLDS("a text with U+0000 is rejected with the name of its parameter",
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
    HOLDS("so is one in a non-blocking call",
          throws(fx::Status::InvalidArgument, "message: ", [&] { context.fail_async(cut); }));
    HOLDS("text that is not UTF-8 is rejected by the library",
          throws(fx::Status::InvalidArgument, "value", [&] { context.keep_text("\xff"); }));
    HOLDS("a number that is not a member of its enum is rejected by the library",
          throws(fx::Status::InvalidArgument, "value",
                 [&] { context.keep_color(static_cast<fx::Color>(99)); }));

    HOLDS("an empty callback is rejected",
          throws(fx::Status::MissingCallback, "callback", [&] { context.touch_async(nullptr); }));
    HOLDS("an empty listener is rejected", throws(fx::Status::MissingCallback, "listener",
                                                  [&] { const auto nobody = context.on_tick(nullptr); }));
}
