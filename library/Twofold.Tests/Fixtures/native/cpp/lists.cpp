// Lists of everything.
#include "checks.hpp"

void check_lists(fx::Fixtures &context)
{
    const std::vector<std::int32_t> numbers{INT32_MIN, 0, INT32_MAX};
    const std::vector<std::string> texts{"one", "", "three"};
    HOLDS("keep_numbers", context.keep_numbers(numbers) == numbers && context.keep_numbers({}).empty());
    HOLDS("keep_texts", context.keep_texts(texts) == texts && context.keep_texts({}).empty());
    const auto points = context.keep_points({{1, 2}, {3, 4}});
    HOLDS("keep_points", points.size() == 2 && same(points[0], {1, 2}) && same(points[1], {3, 4}));
    HOLDS("keep_optional_list tells empty from absent",
          context.keep_optional_list(std::vector<fx::Color>{fx::Color::Red}) ==
                  std::vector<fx::Color>{fx::Color::Red} &&
              context.keep_optional_list(std::vector<fx::Color>{}) == std::vector<fx::Color>{} &&
              context.keep_optional_list(std::nullopt) == std::nullopt);

    fx::Lists in;
    in.flags = {true, false};
    in.longs = {INT64_MIN, INT64_MAX};
    in.floats = {0.5f};
    in.texts = texts;
    in.blobs = {{}, {'a', 'b'}};
    in.colors = {fx::Color::None, fx::Color::DarkGreen};
    in.points = {{1, 2}};
    in.matrix = {{1, 2, 3}, {}};
    in.gaps = {5, std::nullopt};
    in.holes = {std::nullopt, "there"};
    in.spots = {fx::Point{3, 4}, std::nullopt};
    const auto out = context.keep_lists(in);
    HOLDS("a list of booleans", out.flags == in.flags);
    HOLDS("lists of numbers", out.longs == in.longs && out.floats == in.floats);
    HOLDS("a list of texts", out.texts == in.texts);
    HOLDS("a list of bytes", out.blobs == in.blobs);
    HOLDS("a list of enums", out.colors == in.colors);
    HOLDS("a list of records", out.points.size() == 1 && same(out.points[0], {1, 2}));
    HOLDS("a list of lists", out.matrix == in.matrix);
    HOLDS("a list of optional numbers", out.gaps == in.gaps);
    HOLDS("a list of optional texts", out.holes == in.holes);
    HOLDS("a list of optional records",
          out.spots.size() == 2 && out.spots[0] && same(*out.spots[0], {3, 4}) && !out.spots[1]);
    const auto empty = context.keep_lists({});
    HOLDS("lists of nothing", empty.flags.empty() && empty.matrix.empty() && empty.spots.empty());
}
