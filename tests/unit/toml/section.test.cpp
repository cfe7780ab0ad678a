#include "sla/toml/section.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "support/message.hpp"

using sla::detail::toml_section;
using sla_tests::message_of;

namespace {

const std::string_view shop = R"(
name = "shop"
answer = 42

[desk]
closes = "17:00"
)";

const toml::table table = toml::parse(shop);

std::string complaint(auto&& action) { return message_of<sla::toml_error>(action); }

TEST_CASE("a key is found in its table, and else in the table behind it") {
  const toml::table changes = toml::parse("answer = 43");
  toml_section in("f.toml", changes, "changes.", &table);
  CHECK(in.value<std::int64_t>("answer", in.at("answer", ""), "") == 43);
  CHECK(in.value<std::string>("name", in.at("name", ""), "") == "shop");
  CHECK((in.find("other") == nullptr));
  CHECK(in.path() == "changes.");
}

TEST_CASE("a missing key is named with its table's line and what is allowed") {
  toml_section whole("f.toml", table, "");
  CHECK(complaint([&] { (void)whole.at("title", "a text"); }) == "f.toml:1: title: is missing; allowed: a text");
  toml_section desk = whole.inner("desk", whole.at("desk", ""), "");
  CHECK(complaint([&] { (void)desk.at("opens", "times"); }) == "f.toml:5: desk.opens: is missing; allowed: times");
}

TEST_CASE("a refused value stands in the message as it stands in the file") {
  const toml::table values = toml::parse(
      "a = \"it's\"\nb = 99.9\nc = true\nd = 2026-12-24\ne = 09:00:00\nf = [1]\ng = {h = 1}\ni = -7\nj = 1e30");
  toml_section in("f.toml", values, "");
  const auto refused = [&](std::string_view key) {
    return complaint([&] { in.refuse(key, in.at(key, ""), "is wrong", "what is right"); });
  };
  CHECK(refused("a") == "f.toml:1: a = \"it's\": is wrong; allowed: what is right");
  CHECK(refused("b") == "f.toml:2: b = 99.9: is wrong; allowed: what is right");
  CHECK(refused("c") == "f.toml:3: c = true: is wrong; allowed: what is right");
  CHECK(refused("d") == "f.toml:4: d = 2026-12-24: is wrong; allowed: what is right");
  CHECK(refused("e") == "f.toml:5: e = 09:00:00: is wrong; allowed: what is right");
  CHECK(refused("f") == "f.toml:6: f = an array: is wrong; allowed: what is right");
  CHECK(refused("g") == "f.toml:7: g = a table: is wrong; allowed: what is right");
  CHECK(refused("i") == "f.toml:8: i = -7: is wrong; allowed: what is right");
  CHECK(refused("j") == "f.toml:9: j = 1e+30: is wrong; allowed: what is right");
}

TEST_CASE("a table that is refused as a whole is called by its own name") {
  toml_section whole("f.toml", table, "");
  const toml_section desk = whole.inner("desk", whole.at("desk", ""), "");
  CHECK(complaint([&] { desk.refuse("", *table.get("desk"), "is closed"); }) == "f.toml:5: desk: is closed");
  CHECK(complaint([&] { desk.refuse("closes", *table.get("desk"), "is early"); }) == "f.toml:5: desk.closes: is early");
}

TEST_CASE("keys that nobody asked for are refused, whichever were asked for and found or not") {
  toml_section whole("f.toml", table, "");
  (void)whole.find("name");
  (void)whole.find("title");
  (void)whole.find("name");
  CHECK(complaint([&] { whole.refuse_others(); }) == "f.toml:3: answer = 42: is no key here; allowed: name, title");
  (void)whole.find("answer");
  CHECK(complaint([&] { whole.refuse_others(); }) ==
        "f.toml:5: desk = a table: is no key here; allowed: answer, name, title");
  (void)whole.find("desk");
  CHECK_NOTHROW(whole.refuse_others());
}

TEST_CASE("a value has the type that is asked for, and is not converted") {
  toml_section whole("f.toml", table, "");
  CHECK(whole.value<std::int64_t>("answer", whole.at("answer", ""), "") == 42);
  CHECK(complaint([&] { (void)whole.value<std::string>("answer", whole.at("answer", ""), "a text"); }) ==
        "f.toml:3: answer = 42: is of another type; allowed: a text");
  CHECK(complaint([&] { (void)whole.value<double>("answer", whole.at("answer", ""), "1.5"); }) ==
        "f.toml:3: answer = 42: is of another type; allowed: 1.5");
  CHECK(complaint([&] { (void)whole.inner("answer", whole.at("answer", ""), "a table"); }) ==
        "f.toml:3: answer = 42: is no table; allowed: a table");
}

TEST_CASE("the tables of an array are counted from one, and each is asked for all of its keys") {
  const toml::table rows = toml::parse("rows = [\n  { a = 1 },\n  { a = 2, b = 3 },\n  4,\n]");
  const toml_section in("f.toml", rows, "");
  std::int64_t sum = 0;
  const auto add = [&](toml_section& each, const toml::node&) {
    sum += each.value<std::int64_t>("a", each.at("a", ""), "");
  };
  CHECK(complaint([&] { in.for_each("rows", *rows.get("rows"), "tables", add); }) ==
        "f.toml:3: rows[2].b = 3: is no key here; allowed: a");
  CHECK(sum == 3);
  const auto add_both = [&](toml_section& each, const toml::node& node) {
    add(each, node);
    (void)each.find("b");
  };
  CHECK(complaint([&] { in.for_each("rows", *rows.get("rows"), "tables", add_both); }) ==
        "f.toml:4: rows[3] = 4: is no table; allowed: tables");
  CHECK(complaint([&] { in.for_each("n", *table.get("answer"), "tables", add); }) ==
        "f.toml:3: n = 42: is no array; allowed: tables");
}

TEST_CASE("what the library refuses is told with its place in the file") {
  toml_section whole("f.toml", table, "");
  CHECK(sla::detail::at_place(whole, "answer", *table.get("answer"), [] { return 7; }) == 7);
  CHECK(complaint([&] {
          sla::detail::at_place(whole, "answer", *table.get("answer"), []() -> int { throw sla::terms_error("no"); });
        }) == "f.toml:3: answer: no");
  CHECK(complaint([&] {
          sla::detail::at_place(whole, "desk", *table.get("desk"), []() -> int { throw sla::coverage_error("far"); });
        }) == "f.toml:5: desk: far");
}

}  // namespace
