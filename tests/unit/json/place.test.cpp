#include "sla/json/place.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "sla/json/values.hpp"
#include "support/message.hpp"

using sla::parse_json;
using sla_tests::message_of;

namespace {

std::string refusal_of(const std::string& text) {
  return message_of<sla::json_error>([&] { static_cast<void>(parse_json(text, "log.json")); });
}

TEST_CASE("text that is no JSON is named by line and column") {
  CHECK(refusal_of("{\n \"a\": 1,\n \"b\": }") ==
        "log.json: parse error at line 3, column 7: syntax error while parsing value - unexpected '}'; expected '[', "
        "'{', or a literal");
  CHECK(refusal_of("").starts_with("log.json: parse error at line 1, column 1: "));
  CHECK(refusal_of("[1] 2").starts_with("log.json: parse error at line 1, column 5: "));
}

TEST_CASE("every kind of value is read") {
  const auto document = parse_json(R"({"a": null, "b": true, "c": -1, "d": 1, "e": 0.5, "f": "x"})", "log.json");
  CHECK(document.dump() == R"({"a":null,"b":true,"c":-1,"d":1,"e":0.5,"f":"x"})");
}

TEST_CASE("a name that an object has twice is refused, however deep it stands") {
  CHECK(refusal_of(R"({"T1": [], "T2": [], "T1": []})") ==
        "log.json: \"T1\" stands twice in one object; allowed: once");
  CHECK(refusal_of(R"([{"a": {"b": 1, "b": 2}}])") == "log.json: \"b\" stands twice in one object; allowed: once");
  CHECK(parse_json(R"([{"a": {"a": 1}}, {"a": 2}])", "log.json").size() == 2);
  CHECK(parse_json(R"({"a": {"b": 1}, "b": 2})", "log.json").size() == 2);
}

TEST_CASE("a value that cannot be taken is named by its JSON pointer") {
  const auto document = parse_json(R"({"in/out": {"~": [{"from": 1}]}})", "log.json");
  using map_of_maps = std::map<std::string, std::map<std::string, std::vector<sla::interval>>>;
  CHECK(message_of<sla::json_error>([&] { static_cast<void>(sla::read_json<map_of_maps>(document)); }) ==
        "/in~1out/~0/0/from 1: is no text; allowed: 2026-11-23T07:00:00Z or 2026-11-23T02:00:00-05:00; seconds with up "
        "to three decimals");
}

TEST_CASE("the document itself has no pointer") {
  const auto document = parse_json("[]", "log.json");
  CHECK(message_of<sla::json_error>([&] { static_cast<void>(sla::read_json<sla::interval>(document)); }) ==
        "the document []: is no object; allowed: an object with from, to");
}

TEST_CASE("a long value is cut") {
  const auto document = parse_json('"' + std::string(80, 'x') + '"', "log.json");
  CHECK(message_of<sla::json_error>([&] { static_cast<void>(sla::read_json<sla::elapsed>(document)); }) ==
        "the document \"" + std::string(59, 'x') +
            "...: is no number; allowed: a number of seconds with up to three "
            "decimals");
}

TEST_CASE("members that are missing or too many are named") {
  const auto missing = parse_json(R"([{"from": "2026-11-23T07:00:00Z"}])", "log.json");
  CHECK(message_of<sla::json_error>([&] { static_cast<void>(sla::read_json<sla::interval_set>(missing)); }) ==
        "/0 {\"from\":\"2026-11-23T07:00:00Z\"}: has no member \"to\"; allowed: objects that have one");
  const auto surplus = parse_json(R"({"from": "2026-11-23T07:00:00Z", "until": 3})", "log.json");
  CHECK(message_of<sla::json_error>([&] { static_cast<void>(sla::read_json<sla::interval>(surplus)); }) ==
        "/until 3: is no member of this object; allowed: from, to");
}

}  // namespace
