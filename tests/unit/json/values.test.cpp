#include "sla/json/values.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <string>

#include "support/message.hpp"
#include "support/moments.hpp"
#include "support/terms_text.hpp"

using namespace std::chrono;
using nlohmann::ordered_json;
using sla::read_json;
using sla_tests::message_of;
using sla_tests::utc;

namespace {

constexpr sla::instant monday = utc(2026y / November / 23, 7h);

std::string written(const ordered_json& json) { return json.dump(); }

template <class Value>
std::string refusal_of(const std::string& text) {
  return message_of<sla::json_error>([&] {
    const auto document = sla::parse_json(text, "log.json");
    static_cast<void>(read_json<Value>(document));
  });
}

template <class Value>
Value read(const std::string& text) {
  const auto document = sla::parse_json(text, "log.json");
  return read_json<Value>(document);
}

TEST_CASE("lengths are numbers of seconds, whole ones without a point") {
  CHECK(written(sla::elapsed{45min}) == "2700");
  CHECK(written(-sla::elapsed{1500ms}) == "-1.5");
  CHECK(written(sla::business_time{4h}) == "14400");
  CHECK(written(sla::business_days{3}) == "3");
  CHECK(read<sla::elapsed>("2700") == sla::elapsed{45min});
  CHECK(read<sla::elapsed>("2.7e3") == sla::elapsed{45min});
  CHECK(read<sla::elapsed>("-0.001") == -sla::elapsed{1ms});
  CHECK(read<sla::business_days>("-2") == sla::business_days{-2});
}

TEST_CASE("lengths that no number says exactly are refused on both ways") {
  CHECK(refusal_of<sla::elapsed>("0.0005") ==
        "the document 0.0005: is finer than a millisecond; allowed: a number of seconds with up to three decimals");
  CHECK(refusal_of<sla::elapsed>("1e300").starts_with("the document 1e+300: is too long"));
  CHECK(refusal_of<sla::elapsed>("9223372036854775").starts_with("nothing"));
  CHECK(refusal_of<sla::elapsed>("9223372036854776").starts_with("the document 9223372036854776: is too long"));
  CHECK(refusal_of<sla::elapsed>("18446744073709551615")
            .ends_with(": is too large; allowed: a number of seconds with "
                       "up to three decimals"));
  CHECK(refusal_of<sla::elapsed>("\"2 h\"").starts_with("the document \"2 h\": is no number"));
  CHECK(refusal_of<sla::business_days>("99999999999")
            .ends_with(": 99999999999 business days are more than this library "
                       "counts"));
  CHECK(refusal_of<sla::business_days>("1.5").starts_with("the document 1.5: is no whole number"));
  CHECK(
      message_of<sla::json_error>([] { static_cast<void>(ordered_json(sla::elapsed{milliseconds::max()})); }) ==
      "a length of 9223372036854775807 ms has no exact number of seconds in JSON; allowed: up to 1125899906842624 ms, "
      "or whole seconds");
}

TEST_CASE("instants are ISO 8601, and need their offset") {
  CHECK((read<sla::instant>("\"2026-11-23T02:00:00-05:00\"") == monday));
  CHECK(refusal_of<sla::instant>("\"2026-11-23T02:00:00\"").find("does not say its offset from UTC") !=
        std::string::npos);
  CHECK(refusal_of<sla::instant>("\"2026-02-29T02:00:00Z\"") ==
        "the document \"2026-02-29T02:00:00Z\": there is no such date; allowed: dates of the Gregorian calendar");
  CHECK(written(sla::json_or_null(std::optional{monday})) == "\"2026-11-23T07:00:00Z\"");
  CHECK(written(sla::json_or_null(std::optional<sla::instant>{})) == "null");
}

TEST_CASE("instants that the form has no place for are refused") {
  const auto read_again = [](sla::instant at) {
    const ordered_json json = sla::json_or_null(std::optional{at});
    return read_json<sla::instant>(json) == at;
  };
  const auto refusal = [](const auto& value) {
    return message_of<sla::json_error>([&] { static_cast<void>(ordered_json(value)); });
  };
  CHECK(read_again(sys_days{year{0} / January / 1}));
  CHECK(read_again(sys_days{year{10000} / January / 1} - 1ms));
  const sla::instant late = sys_days{year{10000} / January / 1};
  const sla::instant early = sys_days{year{0} / January / 1} - 1ms;
  CHECK(refusal(sla::interval{monday, late}) ==
        "the instant 10000-01-01T00:00:00Z has no text in JSON; allowed: years 0000 to 9999");
  CHECK(refusal(sla::interval{early, monday}) ==
        "the instant -0001-12-31T23:59:59.999Z has no text in JSON; allowed: years 0000 to 9999");
  CHECK(
      refusal(sla::deadline(sla::instant::max())).starts_with("the instant 292278994-08-17T07:12:55.807Z has no text"));
  CHECK(message_of<sla::json_error>([&] { static_cast<void>(sla::json_or_null(std::optional{late})); }) ==
        refusal(sla::deadline(late)));
}

TEST_CASE("instants are read of the years of which they are written, after their offset") {
  CHECK((read<sla::instant>("\"0000-01-01T00:30:00+00:30\"") == sys_days{year{0} / January / 1}));
  CHECK((read<sla::instant>("\"9999-12-31T23:29:59.999-00:30\"") == sys_days{year{10000} / January / 1} - 1ms));
  CHECK(refusal_of<sla::deadline>(R"({"status":"due","at":"9999-12-31T23:30:00-01:00"})") ==
        "/at \"9999-12-31T23:30:00-01:00\": is 10000-01-01T00:30:00Z; allowed: years 0000 to 9999");
  CHECK(refusal_of<sla::instant>("\"0000-01-01T00:29:59+00:30\"") ==
        "the document \"0000-01-01T00:29:59+00:30\": is -0001-12-31T23:59:59Z; allowed: years 0000 to 9999");
  CHECK(refusal_of<sla::instant>("\"9999-12-31T24:00:00Z\"") ==
        "the document \"9999-12-31T24:00:00Z\": is 10000-01-01T00:00:00Z; allowed: years 0000 to 9999");
}

TEST_CASE("fractions and money are exact") {
  CHECK(written(sla::fraction{72025, 72100}) == "[2881,2884]");
  CHECK(read<sla::fraction>("[2, 4]") == sla::fraction{1, 2});
  CHECK(refusal_of<sla::fraction>("[1]") == "the document [1]: has not two terms; allowed: [numerator, denominator]");
  CHECK(refusal_of<sla::fraction>("[1, 0]").starts_with("the document [1,0]: the fraction 1/0 needs a numerator"));
  CHECK(refusal_of<sla::fraction>("[1, 0.5]") == "/1 0.5: is no whole number; allowed: a whole number");
  CHECK(written(sla::money{125'000}) == "125000");
  CHECK(read<sla::money>("125000") == sla::money{125'000});
  CHECK(refusal_of<sla::money>("-1").find("is negative") != std::string::npos);
  CHECK(written(sla::json_or_null(std::optional<sla::fraction>{})) == "null");
}

TEST_CASE("intervals, and sets of them in any order") {
  const sla::interval hour{monday, monday + 1h};
  CHECK(written(hour) == R"({"from":"2026-11-23T07:00:00Z","to":"2026-11-23T08:00:00Z"})");
  CHECK(written(sla::interval_set{}) == "[]");
  CHECK(written(sla::interval_set{hour}) == R"([{"from":"2026-11-23T07:00:00Z","to":"2026-11-23T08:00:00Z"}])");
  CHECK((read<sla::interval_set>(R"([{"from":"2026-11-23T07:30:00Z","to":"2026-11-23T08:00:00Z"},
                                     {"from":"2026-11-23T07:00:00Z","to":"2026-11-23T07:45:00Z"}])") ==
         sla::interval_set{hour}));
  CHECK(refusal_of<sla::interval_set>(R"([{"from":"2026-11-23T08:00:00Z","to":"2026-11-23T07:00:00Z"}])")
            .ends_with(": the interval from 2026-11-23T08:00:00Z to 2026-11-23T07:00:00Z ends before it begins"));
  CHECK(refusal_of<sla::interval_set>("{}") == "the document {}: is no array; allowed: an array");
}

TEST_CASE("a deadline says why there is no instant") {
  CHECK(written(sla::deadline(monday)) == R"({"status":"due","at":"2026-11-23T07:00:00Z"})");
  CHECK(written(sla::deadline::not_started()) == R"({"status":"not_started","at":null})");
  CHECK((read<sla::deadline>(R"({"status":"not_promised"})") == sla::deadline::not_promised()));
  CHECK((read<sla::deadline>(R"({"status":"not_started","at":null})") == sla::deadline::not_started()));
  CHECK(
      refusal_of<sla::deadline>(R"({"status":"not_started","at":"2026-11-23T07:00:00Z"})").find("without being due") !=
      std::string::npos);
  CHECK(refusal_of<sla::deadline>(R"({"status":"due"})").find("none although it is") != std::string::npos);
  CHECK(refusal_of<sla::deadline>(R"({"status":"late"})") ==
        "/status \"late\": is no such name; allowed: due, not_started, not_promised");
}

TEST_CASE("plain json, which sorts its members, takes values, too") {
  const nlohmann::json sorted = sla::deadline(monday);
  CHECK(sorted.dump() == R"({"at":"2026-11-23T07:00:00Z","status":"due"})");
  CHECK((read_json<sla::deadline>(sorted) == sla::deadline(monday)));
}

}  // namespace
