// Records: optional, nested and recursive.
#include "checks.hpp"

void check_optionals(fx::Fixtures &context)
{
    HOLDS("keep_optional_int32",
          context.keep_optional_int32(-7) == -7 && context.keep_optional_int32(std::nullopt) == std::nullopt);
    HOLDS("keep_optional_color", context.keep_optional_color(fx::Color::Red) == fx::Color::Red &&
                                     context.keep_optional_color(std::nullopt) == std::nullopt);
    const auto point = context.keep_optional_point(fx::Point{1, 2});
    HOLDS("keep_optional_point", point && same(*point, {1, 2}) && !context.keep_optional_point(std::nullopt));
    HOLDS("keep_optionals returns an absent record", !context.keep_optionals(std::nullopt));

    const auto absent = context.keep_optionals(fx::Optionals{});
    HOLDS("a record with absent members", absent && !absent->flag && !absent->number && !absent->text &&
                                              !absent->data && !absent->color && !absent->items &&
                                              !absent->spot && !absent->label);
    fx::Optionals in;
    in.flag = false;
    in.number = 0.5;
    in.text = "";
    in.data = std::vector<std::uint8_t>{};
    in.color = fx::Color::None;
    in.items = std::vector<std::int32_t>{};
    in.spot = fx::Point{1, 2};
    in.label = fx::Label{"label"};
    const auto out = context.keep_optionals(in);
    HOLDS("a record with present members",
          out && out->flag == false && out->number == in.number && out->text == "" && out->data == in.data &&
              out->color == in.color && out->items == in.items && out->spot && same(*out->spot, {1, 2}) &&
              out->label && out->label->text == "label");

    const auto numbers = [&](const fx::OptionalNumbers &all) {
        const auto parts = [](const fx::OptionalNumbers &record) {
            return std::tie(record.int8, record.u_int8, record.int16, record.u_int16, record.int32,
                            record.u_int32, record.int64, record.u_int64, record.single);
        };
        const auto kept = context.keep_optional_numbers(all);
        return parts(kept) == parts(all);
    };
    HOLDS("keep_optional_numbers", numbers({INT8_MIN, UINT8_MAX, INT16_MIN, UINT16_MAX, INT32_MIN, UINT32_MAX,
                                            INT64_MIN, UINT64_MAX, 0.5f}) &&
                                       numbers({}));

    const auto lists = [&](const fx::OptionalLists &record) {
        const auto kept = context.keep_optional_lists(record);
        return same(kept.flags, record.flags) && same(kept.texts, record.texts) &&
               same(kept.blobs, record.blobs) && same(kept.colors, record.colors) &&
               same(kept.points, record.points) && same(kept.labels, record.labels) &&
               same(kept.matrix, record.matrix);
    };
    fx::OptionalLists full;
    full.flags = std::vector<bool>{true, false};
    full.texts = std::vector<std::string>{"", "text"};
    full.blobs = std::vector<std::vector<std::uint8_t>>{{}, {1}};
    full.colors = std::vector<fx::Color>{fx::Color::None};
    full.points = std::vector<fx::Point>{{1, 2}};
    full.labels = std::vector<fx::Label>{{"label"}};
    full.matrix = std::vector<std::vector<double>>{{0.5}, {}};
    fx::OptionalLists none;
    none.flags.emplace(), none.texts.emplace(), none.blobs.emplace(), none.colors.emplace();
    none.points.emplace(), none.labels.emplace(), none.matrix.emplace();
    HOLDS("keep_optional_lists", lists(full) && lists(none) && lists({}));
}

void check_records(fx::Fixtures &context)
{
    const auto company = context.keep_company({"acme", {{{{"ann", 30}}, {{"bob", 255}}}, {{"eve", 1}}}});
    HOLDS("keep_company", company.name == "acme" && company.office.desks.size() == 2 &&
                              company.office.desks[1].owner.age == 255 &&
                              company.office.main.owner.name == "eve");

    fx::Node root{1, {{2, {}}, {3, {{4, {}}}}}};
    const auto tree = context.keep_tree(root);
    HOLDS("keep_tree", tree.value == 1 && tree.children.size() == 2 && tree.children[0].children.empty() &&
                           tree.children[1].children.at(0).value == 4);

    const fx::Link end{2, nullptr};
    const auto chain = context.keep_chain({1, std::make_shared<fx::Link>(end)});
    HOLDS("keep_chain", chain.value == 1 && chain.next && chain.next->value == 2 && !chain.next->next);

    const auto ring = std::make_shared<fx::Link>();
    ring->next = ring;
    HOLDS("a chain with a cycle is rejected",
          throws(fx::Status::InvalidArgument, "more than 1000 levels deep",
                 [&] { context.keep_chain(*ring); }));
    ring->next = nullptr;

    for (int depth = 0; depth < 1000; depth++) {
        fx::Node above{depth, {}};
        above.children.push_back(std::move(root));
        root = std::move(above);
    }
    HOLDS(
        "a tree that is too deep is rejected",
        throws(fx::Status::InvalidArgument, "more than 1000 levels deep", [&] { context.keep_tree(root); }));
    HOLDS("a tree within the depth limit is accepted",
          context.keep_tree(root.children[0].children[0].children[0]).value == 996);
}
