// Lists of every type.
#include "checks.hpp"

void check_collections(fx::Fixtures &context)
{
    const std::vector<std::string> texts{"a", "b"};
    HOLDS("keep_immutable", context.keep_immutable(texts) == texts && context.keep_immutable({}).empty());
    HOLDS("keep_set", context.keep_set({3, 1, 3}) == std::vector<std::int32_t>{3, 1});
    HOLDS("keep_sequence",
          same(context.keep_sequence({{1, 2}, {3, 4}}), std::vector<fx::Point>{{1, 2}, {3, 4}}));
    HOLDS("no_array", context.no_array().empty());

    const auto all = context.keep_collections({{"x"}, {{1, -1}}, texts, {{1}, {}}, {{fx::Color::Red}}});
    HOLDS("keep_collections, all", all.tags == std::vector<std::string>{"x"} &&
                                       all.sizes == std::vector<std::int64_t>{1, -1} && all.names == texts &&
                                       all.rows.size() == 2 &&
                                       all.colors == std::vector<fx::Color>{fx::Color::Red});
    const auto none = context.keep_collections({{}, {}, {}, {}, {}});
    HOLDS("keep_collections, none", none.tags.empty() && !none.sizes && !none.names && !none.colors);

    const fx::PageOfPoint page{{{1, 2}}, "2"};
    const auto kept = context.keep_page(page);
    HOLDS("keep_page", same(kept.items, page.items) && kept.next == "2");
    const auto words = context.keep_text_page(fx::PageOfOptionalString{{"a", std::nullopt}, std::nullopt});
    HOLDS("keep_text_page", words && words->items.size() == 2 && words->items[0] == "a" && !words->items[1] &&
                                !context.keep_text_page({}));
    HOLDS("keep_pages", same(context.keep_pages({{page}, {}}).items.at(0).items, page.items));
}

void check_lists(fx::Fixtures &context)
{
    const std::vector<std::int32_t> numbers{INT32_MIN, 0, INT32_MAX};
    const std::vector<std::string> texts{"one", "", "three"};
    HOLDS("keep_numbers", context.keep_numbers(numbers) == numbers && context.keep_numbers({}).empty());
    HOLDS("keep_texts", context.keep_texts(texts) == texts && context.keep_texts({}).empty());
    const auto points = context.keep_points({{1, 2}, {3, 4}});
    HOLDS("keep_points", points.size() == 2 && same(points[0], {1, 2}) && same(points[1], {3, 4}));
    HOLDS("keep_optional_list distinguishes empty from absent",
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

    const fx::NumberLists numbers_in{{INT8_MIN},  {0, UINT8_MAX}, {INT16_MIN},  {UINT16_MAX},
                                     {INT32_MIN}, {UINT32_MAX},   {UINT64_MAX}, {0.5}};
    const auto numbers_out = context.keep_number_lists(numbers_in);
    const auto parts = [](const fx::NumberLists &lists) {
        return std::tie(lists.int8, lists.u_int8, lists.int16, lists.u_int16, lists.int32, lists.u_int32,
                        lists.u_int64, lists.doubles);
    };
    HOLDS("keep_number_lists", parts(numbers_out) == parts(numbers_in));

    const std::vector<fx::Desk> desks{{{"ann", 30}}, {{"bob", 255}}};
    const fx::Grids grids{{{"a", ""}, {}},     {{{}, {1}}},
                          {{fx::Color::Red}},  {{{1, 2}}, {}},
                          {desks, {}},         {{{true, false}, {}}, {}},
                          {{5, std::nullopt}}, {std::nullopt, std::vector<float>{0.5f}}};
    const auto kept = context.keep_grids(grids);
    HOLDS("keep_grids", same(kept.texts, grids.texts) && same(kept.blobs, grids.blobs) &&
                            same(kept.colors, grids.colors) && same(kept.points, grids.points) &&
                            same(kept.desks, grids.desks) && same(kept.cube, grids.cube) &&
                            same(kept.gaps, grids.gaps) && same(kept.rows, grids.rows));

    const std::vector<std::optional<std::vector<std::uint8_t>>> blobs{
        std::nullopt, std::vector<std::uint8_t>{}, std::vector<std::uint8_t>{7}};
    const fx::Sparse sparse{
        {true, std::nullopt},          {std::nullopt, 0.5}, {fx::Color::None, std::nullopt}, blobs, blobs,
        {fx::Label{"l"}, std::nullopt}};
    const auto gaps = context.keep_sparse(sparse);
    HOLDS("keep_sparse", same(gaps.flags, sparse.flags) && same(gaps.doubles, sparse.doubles) &&
                             same(gaps.colors, sparse.colors) && same(gaps.blobs, sparse.blobs) &&
                             same(gaps.views, sparse.views) && same(gaps.labels, sparse.labels));
    const auto empty = context.keep_lists({});
    HOLDS("empty lists", empty.flags.empty() && empty.matrix.empty() && empty.spots.empty());
}
