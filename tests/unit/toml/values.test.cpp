#include "sla/toml/values.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <string>
#include <string_view>
#include <variant>

#include "sla/policy/describe.hpp"
#include "sla/policy/reading.hpp"
#include "support/message.hpp"
#include "support/moments.hpp"
#include "support/terms_text.hpp"

using namespace std::chrono;
using sla::allowance;
using sla::fraction;
using sla::detail::parse_clock;
using sla::detail::parse_length;
using sla::detail::parse_share;
using sla::detail::toml_section;

namespace {

/// What a reader finds in a piece of TOML, in which it looks for the key k.
auto found(std::string_view text, auto read) {
  const toml::table table = toml::parse(text);
  toml_section in("f.toml", table, "");
  return read(in);
}
std::string complaint(std::string_view text, auto read) {
  return sla_tests::message_of<sla::toml_error>([&] { (void)found(text, read); });
}

// ---- Enumerations, texts, numbers, dates ----------------------------------------------------------------------------

TEST_CASE("an enumeration is written by its names, and any other text is told all of them") {
  const auto read = [](toml_section& in) { return sla::detail::toml_enum<sla::outage_rounding>(in, "k"); };
  CHECK((found("k = \"exact\"", read) == sla::outage_rounding::exact));
  CHECK((found("k = \"only_whole_minutes\"", read) == sla::outage_rounding::only_whole_minutes));
  const std::string allowed = "; allowed: exact, every_touched_minute, only_whole_minutes";
  CHECK(complaint("k = \"Exact\"", read) == "f.toml:1: k = \"Exact\": is none of these" + allowed);
  CHECK(complaint("k = \"\"", read) == "f.toml:1: k = \"\": is none of these" + allowed);
  CHECK(complaint("k = 0", read) == "f.toml:1: k = 0: is of another type" + allowed);
  CHECK(complaint("", read) == "f.toml:1: k: is missing" + allowed);
}

TEST_CASE("a text is not empty") {
  const auto read = [](toml_section& in) { return sla::detail::toml_string(in, "k", "a text"); };
  CHECK(found("k = \"x\"", read) == "x");
  CHECK(complaint("k = \"\"", read) == "f.toml:1: k = \"\": is empty; allowed: a text");
  CHECK(complaint("k = [\"x\"]", read) == "f.toml:1: k = an array: is of another type; allowed: a text");
}

TEST_CASE("a number lies between two others, both allowed") {
  const auto read = [](toml_section& in) { return sla::detail::toml_number(in, "k", -2, 5); };
  CHECK(found("k = -2", read) == -2);
  CHECK(found("k = 5", read) == 5);
  CHECK(complaint("k = -3", read) == "f.toml:1: k = -3: is out of range; allowed: -2 to 5");
  CHECK(complaint("k = 6", read) == "f.toml:1: k = 6: is out of range; allowed: -2 to 5");
  CHECK(complaint("k = 1.0", read) == "f.toml:1: k = 1: is of another type; allowed: -2 to 5");
  CHECK(complaint("k = \"1\"", read) == "f.toml:1: k = \"1\": is of another type; allowed: -2 to 5");
}

TEST_CASE("a date is a date, without a time and without quotes") {
  const auto read = [](toml_section& in) { return sla::detail::toml_date(in, "k"); };
  CHECK(found("k = 2026-12-24", read) == sla_tests::date(2026y / December / 24));
  CHECK(found("k = 2024-02-29", read) == sla_tests::date(2024y / February / 29));
  const std::string allowed = ": is of another type; allowed: a date such as 2026-12-24";
  CHECK(complaint("k = \"2026-12-24\"", read) == "f.toml:1: k = \"2026-12-24\"" + allowed);
  CHECK(complaint("k = 2026-12-24T00:00:00", read) == "f.toml:1: k = 2026-12-24T00:00:00" + allowed);
}

// ---- Amounts --------------------------------------------------------------------------------------------------------

TEST_CASE("a length is whole numbers with units, the largest first") {
  CHECK(parse_length("2h") == 2h);
  CHECK(parse_length("1h 30min") == 90min);
  CHECK(parse_length("1h30min") == 90min);
  CHECK(parse_length("10s") == 10s);
  CHECK(parse_length("500ms") == 500ms);
  CHECK(parse_length("1d 2h 3min 4s 5ms") == days{1} + 2h + 3min + 4s + 5ms);
  CHECK(parse_length("90min") == 90min);
  CHECK(parse_length("0s") == 0s);
  CHECK(parse_length("876600h") == days{36'525});
  CHECK(parse_length("876601h") == std::nullopt);  // more than a century
}

TEST_CASE("anything else is no length") {
  for (const char* bad : {"",          " ",    "2",        "h",           "2 h",
                          "2h ",       " 2h",  "2H",       "2hours",      "-2h",
                          "+2h",       "2.5h", "30min 1h", "1h 1h",       "1h  30min",
                          "1h, 30min", "2h2",  "1m",       "1000000000d", "99999999999999999999s"}) {
    CAPTURE(bad);
    CHECK(parse_length(bad) == std::nullopt);
  }
}

TEST_CASE("a bad length is told what lengths look like") {
  const auto read = [](toml_section& in) { return sla::detail::toml_length(in, "k"); };
  const std::string allowed = "; allowed: lengths such as \"2h\", \"1h 30min\", \"10s\", \"500ms\", up to a century";
  CHECK(found("k = \"0s\"", read) == 0s);
  CHECK(complaint("k = \"2 hours\"", read) == "f.toml:1: k = \"2 hours\": is no length" + allowed);
  CHECK(complaint("k = 2", read) == "f.toml:1: k = 2: is of another type" + allowed);
  const auto positive = [](toml_section& in) { return sla::detail::toml_positive_length(in, "k"); };
  CHECK(found("k = \"1ms\"", positive) == 1ms);
  CHECK(complaint("k = \"0h\"", positive) == "f.toml:1: k = \"0h\": is not more than zero" + allowed);
}

TEST_CASE("an allowance is one amount of one of three kinds") {
  const auto read = [](toml_section& in) {
    const toml::node& node = in.at("k", "");
    toml_section inner = in.inner("k", node, "");
    return sla::detail::toml_allowance(inner, node);
  };
  CHECK((found("k = { elapsed = \"2h\" }", read) == allowance(sla::elapsed{2h})));
  CHECK((found("k = { business_time = \"4h\" }", read) == allowance(sla::business_time{4h})));
  CHECK((found("k = { business_days = 3, other = 1 }", read) == allowance(sla::business_days{3})));
  const std::string allowed = "; allowed: one of {elapsed = \"2h\"}, {business_time = \"4h\"}, {business_days = 3}";
  CHECK(complaint("k = {}", read) == "f.toml:1: k: has no amount" + allowed);
  CHECK(complaint("k = { elapsed = \"2h\", business_days = 3 }", read) ==
        "f.toml:1: k.business_days = 3: is a second amount" + allowed);
  CHECK(complaint("k = { business_time = \"4h\", elapsed = \"2h\" }", read) ==
        "f.toml:1: k.business_time = \"4h\": is a second amount" + allowed);
  CHECK(complaint("k = { business_days = 0 }", read) ==
        "f.toml:1: k.business_days = 0: is out of range; allowed: 1 to 100000");
  CHECK(complaint("k = { business_days = 100001 }", read) ==
        "f.toml:1: k.business_days = 100001: is out of range; allowed: 1 to 100000");
  CHECK(complaint("k = { business_time = \"0h\" }", read) ==
        "f.toml:1: k.business_time = \"0h\": is not more than zero; allowed: lengths such as \"2h\", \"1h 30min\", "
        "\"10s\", \"500ms\", up to a century");
}

// ---- Times of day ---------------------------------------------------------------------------------------------------

TEST_CASE("a time of day has two digits each, and may reach 24:00") {
  CHECK(parse_clock("00:00") == 0h);
  CHECK(parse_clock("09:05") == 9h + 5min);
  CHECK(parse_clock("23:59:59.999") == 24h - 1ms);
  CHECK(parse_clock("09:00:30") == 9h + 30s);
  CHECK(parse_clock("24:00") == 24h);
  CHECK(parse_clock("24:00:00") == 24h);
  for (const char* bad : {"",           "9:00",          "09",        "09:0",         "0900",
                          "09:60",      "09:00:60",      "24:01",     "24:00:00.001", "25:00",
                          "-1:00",      "+9:00",         "09:00 ",    " 09:00",       "09:00pm",
                          "09:00:00.5", "09:00:00.5000", "09:00.500", "09:00:00.-12", "0a:00",
                          "09-00"}) {
    CAPTURE(bad);
    CHECK(parse_clock(bad) == std::nullopt);
  }
  const auto read = [](toml_section& in) { return sla::detail::toml_clock(in, "k"); };
  const std::string allowed = "; allowed: times such as \"09:00\", \"17:30\", \"24:00\"";
  CHECK(complaint("k = \"9am\"", read) == "f.toml:1: k = \"9am\": is no time of day" + allowed);
  CHECK(complaint("k = 09:00:00", read) == "f.toml:1: k = 09:00:00: is of another type" + allowed);
}

TEST_CASE("a span opens before 24:00 and closes after 00:00, at another time") {
  const auto read = [](toml_section& in) { return sla::detail::toml_opens_and_closes(in); };
  const auto night = found("opens = \"22:00\"\ncloses = \"06:00\"", read);
  CHECK(night.opens == 22h);
  CHECK(night.closes == 6h);
  CHECK(found("opens = \"00:00\"\ncloses = \"24:00\"", read).closes == 24h);
  CHECK(complaint("opens = \"24:00\"\ncloses = \"06:00\"", read) ==
        "f.toml:1: opens = \"24:00\": is no time to open; allowed: \"00:00\" to before \"24:00\"");
  const std::string allowed =
      ": is no time to close; allowed: after \"00:00\" to \"24:00\", and not the time of opening";
  CHECK(complaint("opens = \"22:00\"\ncloses = \"00:00\"", read) == "f.toml:2: closes = \"00:00\"" + allowed);
  CHECK(complaint("opens = \"22:00\"\ncloses = \"22:00\"", read) == "f.toml:2: closes = \"22:00\"" + allowed);
}

// ---- Shares, weekdays -----------------------------------------------------------------------------------------------

TEST_CASE("a share is a percentage or a fraction, exactly, and at most all") {
  CHECK(parse_share("99.9 %") == fraction{999, 1000});
  CHECK(parse_share("99.9%") == fraction{999, 1000});
  CHECK(parse_share("2/3") == fraction{2, 3});
  CHECK(parse_share("100 %") == fraction{1, 1});
  CHECK(parse_share("100.000 %") == fraction{1, 1});
  CHECK(parse_share("1/1") == fraction{1, 1});
  CHECK(parse_share("0 %") == fraction{0, 1});
  CHECK(parse_share("0/7") == fraction{0, 1});
  CHECK(parse_share("0.05 %") == fraction{5, 10'000});
  CHECK(parse_share("99.123456789 %") == fraction{99'123'456'789, 100'000'000'000});
  CHECK(parse_share("1/922337203685477580") == fraction{1, fraction::largest_denominator});
  for (const char* bad : {"",
                          "99.9",
                          "99,9 %",
                          "%",
                          " %",
                          ".5 %",
                          "99. %",
                          "99.9  %",
                          "99.9 % ",
                          "99.1234567890 %",
                          "-1 %",
                          "101 %",
                          "100.5 %",
                          "3/2",
                          "1/0",
                          "1/",
                          "/2",
                          "1/-2",
                          "1 / 2",
                          "2/3 %",
                          "1/922337203685477581",
                          "1/99999999999999999999"}) {
    CAPTURE(bad);
    CHECK(parse_share(bad) == std::nullopt);
  }
  const auto read = [](toml_section& in) { return sla::detail::toml_share(in, "k"); };
  const std::string allowed = "; allowed: shares such as \"99.9 %\" or \"2/3\", up to \"100 %\"";
  CHECK(complaint("k = \"101 %\"", read) == "f.toml:1: k = \"101 %\": is no share" + allowed);
  CHECK(complaint("k = 99.9", read) == "f.toml:1: k = 99.9: is of another type" + allowed);
}

TEST_CASE("weekdays are an array of English names") {
  const auto read = [](toml_section& in) { return sla::detail::toml_weekdays(in, "k"); };
  CHECK((found("k = []", read) == sla::no_day));
  CHECK((found("k = [\"Sunday\", \"Wednesday\", \"Sunday\"]", read) == sla::weekday_set{Sunday, Wednesday}));
  const std::string days = "Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday";
  CHECK(complaint("k = [\n  \"Monday\",\n  \"Montag\"\n]", read) ==
        "f.toml:3: k = \"Montag\": is no day of the week; allowed: " + days);
  CHECK(complaint("k = [1]", read) == "f.toml:1: k = 1: is of another type; allowed: " + days);
  CHECK(complaint("k = \"Monday\"", read) == "f.toml:1: k = \"Monday\": is no array; allowed: an array of weekdays");
}

// ---- Writing --------------------------------------------------------------------------------------------------------

TEST_CASE("what is written is read as the same value") {
  for (const milliseconds length : {milliseconds{0}, milliseconds{1}, milliseconds{1s}, milliseconds{90min},
                                    milliseconds{49h + 59s + 999ms}, milliseconds{100'000h}})
    CHECK(parse_length(sla::detail::length_for_toml(length)) == length);
  CHECK(sla::detail::length_for_toml(90min) == "1h 30min");
  CHECK(sla::detail::length_for_toml(0s) == "0s");
  CHECK(sla::detail::length_for_toml(49h + 5ms) == "49h 5ms");
  CHECK_FALSE(parse_length(sla::detail::length_for_toml(-90min)));
  for (const milliseconds time :
       {milliseconds{0}, milliseconds{9h}, milliseconds{9h + 30s}, milliseconds{24h - 1ms}, milliseconds{24h}})
    CHECK(parse_clock(sla::detail::short_clock(time)) == time);
  CHECK(sla::detail::short_clock(9h) == "09:00");
  CHECK(sla::detail::short_clock(30h) == "06:00");
  CHECK(sla::detail::short_clock(24h) == "24:00");
  for (const fraction share : {fraction{999, 1000}, fraction{2, 3}, fraction{1, 1}, fraction{0, 1}})
    CHECK(parse_share(sla::detail::share_for_toml(share)) == share);
  const toml::date date = sla::detail::date_for_toml("first", sla_tests::date(2024y / February / 29));
  CHECK(sla::detail::toml_day(date) == sla_tests::date(2024y / February / 29));
  CHECK(sla::detail::weekdays_for_toml(sla::saturday_and_sunday).size() == 2);
  CHECK((sla::detail::allowance_for_toml(sla::elapsed{2h}) == toml::table{{"elapsed", "2h"}}));
  CHECK((sla::detail::allowance_for_toml(sla::business_time{4h}) == toml::table{{"business_time", "4h"}}));
  CHECK((sla::detail::allowance_for_toml(sla::business_days{3}) == toml::table{{"business_days", 3}}));
}

}  // namespace
