#include "sla/fmt/specification.hpp"

#include <doctest/doctest.h>

#include <chrono>

#include "sla/fmt/terms.hpp"
#include "sla/zone/fixed_offset.hpp"
#include "support/formatted.hpp"
#include "support/message.hpp"
#include "support/moments.hpp"

using namespace std::chrono;
using sla_tests::formatted;
using sla_tests::message_of;
using sla_tests::utc;

namespace {

const sla::elapsed two_hours{2h};
const sla::interval evening{utc(2026y / November / 7, 1h + 45min), utc(2026y / November / 7, 3h + 10min)};

std::string refusal(const auto& value, const std::string& specification) {
  return message_of<fmt::format_error>([&] { static_cast<void>(formatted(value, specification)); });
}

TEST_CASE("a width is filled up on the right, or as the alignment says") {
  CHECK(formatted(two_hours, "6") == "2 h   ");
  CHECK(formatted(two_hours, "<6") == "2 h   ");
  CHECK(formatted(two_hours, ">6") == "   2 h");
  CHECK(formatted(two_hours, "^6") == " 2 h  ");
  CHECK(formatted(two_hours, "*>6") == "***2 h");
  CHECK(formatted(two_hours, "<>6") == "<<<2 h");
  CHECK(formatted(two_hours, "·^6") == "·2 h··");
  CHECK(formatted(two_hours, "2") == "2 h");
  CHECK(formatted(two_hours, ">") == "2 h");
}

TEST_CASE("what is filled up is counted in characters, not in bytes") {
  CHECK(formatted(sla::holiday{"Fête nationale", July / 14}, "-<16") == "Fête nationale--");
}

TEST_CASE("a width may come from an argument") {
  CHECK(fmt::format("[{:>{}}]", two_hours, 5) == "[  2 h]");
  CHECK(fmt::format("[{1:>{0}}]", 5, two_hours) == "[  2 h]");
  CHECK(fmt::format("[{:{}.1}]", sla::fraction{1, 2}, 8) == "[50.0 %  ]");
  CHECK(fmt::format("{:{}}", two_hours, 0) == "2 h");
  CHECK(fmt::format("{:{}}", two_hours, 100'000).size() == 100'000);
  CHECK_THROWS_AS(static_cast<void>(fmt::format("{:{}}", two_hours, 100'001)), fmt::format_error);
  CHECK_THROWS_WITH_AS(static_cast<void>(fmt::format("{:{}}", two_hours, -1)),
                       "the width of a format specification must be a number from 0 to 100000", fmt::format_error);
  CHECK_THROWS_AS(static_cast<void>(fmt::format("{:{}}", two_hours, "wide")), fmt::format_error);
  CHECK_THROWS_AS(static_cast<void>(fmt::format(fmt::runtime("{:{1}}"), two_hours, 5)), fmt::format_error);
}

TEST_CASE("width, digits, form and zone stand in this order") {
  CHECK(formatted(sla::fraction{1, 3}, "_>8.3d") == "___0.333");
  CHECK(formatted(evening, "58@America/New_York") == "Fri 2026-11-06 20:45 EST to Fri 2026-11-06 22:10 EST      ");
}

TEST_CASE("instants are ISO 8601 in UTC, or as a named zone's clocks show them") {
  CHECK(formatted(evening) == "2026-11-07T01:45:00Z to 2026-11-07T03:10:00Z");
  CHECK(formatted(evening, "@UTC") == "Sat 2026-11-07 01:45 UTC to Sat 2026-11-07 03:10 UTC");
  CHECK(formatted(evening, "@America/Chicago") == "Fri 2026-11-06 19:45 CST to Fri 2026-11-06 21:10 CST");
  CHECK(formatted(evening, "@America/Denver") == "Fri 2026-11-06 18:45 MST to Fri 2026-11-06 20:10 MST");
  CHECK(formatted(evening, "@America/Los_Angeles") == "Fri 2026-11-06 17:45 PST to Fri 2026-11-06 19:10 PST");
}

TEST_CASE("local shows an instant, or a value that has instants, on the clocks of any zone") {
  CHECK(formatted(sla::local(sla::us_eastern, sys_days{2026y / November / 23} + 7h)) == "Mon 2026-11-23 02:00 EST");
  CHECK(formatted(sla::local(sla::us_pacific, sys_days{2026y / July / 1} + 6h + 59min + 30s)) ==
        "Tue 2026-06-30 23:59:30 PDT");
  CHECK(formatted(sla::local(sla::utc, sys_days{2026y / July / 1} + 1ms)) == "Wed 2026-07-01 00:00:00.001 UTC");
  const sla::fixed_offset india{"IST", 5h + 30min};
  CHECK(formatted(sla::local(india, evening)) == "Sat 2026-11-07 07:15 IST to Sat 2026-11-07 08:40 IST");
  CHECK(formatted(sla::local(sla::any_zone(india), sys_days{2026y / July / 1}), ">26") == "  Wed 2026-07-01 05:30 IST");
}

TEST_CASE("what is outside a zone's coverage is an error when it is printed") {
  CHECK_THROWS_AS(static_cast<void>(formatted(sla::local(sla::us_eastern, utc(1950y / July / 1, 0h)))),
                  sla::coverage_error);
}

TEST_CASE("a specification that a type does not take names itself and what is allowed") {
  CHECK(refusal(two_hours, ".2") ==
        "the format specification \".2\" is not understood; allowed: [[fill]align][width], s, c");
  CHECK(refusal(sla::fraction{1, 2}, ">8.0") ==
        "the format specification \">8.0\" is not understood; allowed: [[fill]align][width], .1 to .9, d, r without "
        "digits");
  CHECK(refusal(evening, "@Europe/Paris") ==
        "the format specification \"@Europe/Paris\" is not understood; allowed: [[fill]align][width], @UTC, "
        "@America/New_York, @America/Chicago, @America/Denver, @America/Los_Angeles");
  CHECK(refusal(sla::business_days{2}, "x") ==
        "the format specification \"x\" is not understood; allowed: [[fill]align][width]");
}

TEST_CASE("digits of a form that is exact are refused") {
  CHECK(refusal(sla::fraction{72, 5}, ".2r") ==
        "the format specification \".2r\" is not understood; allowed: [[fill]align][width], .1 to .9, d, r without "
        "digits");
  CHECK(formatted(sla::fraction{72, 5}, "r") == "72/5");
  CHECK(formatted(sla::fraction{72, 5}, ">6r") == "  72/5");
}

TEST_CASE("nothing half understood is taken") {
  for (const char* bad :
       {".", ".44", ".2.2", ".2r", "r.2", "dd", "dr", "d.2", "08", "-5", "@UTC", "100001", "> 5", "é", "=5", ">{x}"})
    CHECK_THROWS_AS(static_cast<void>(formatted(sla::fraction{1, 2}, bad)), fmt::format_error);
  for (const char* bad : {"@", "@utc", "@UTC ", "@UTC@UTC", "@America/New_Yor", ".1@UTC"})
    CHECK_THROWS_AS(static_cast<void>(formatted(evening, bad)), fmt::format_error);
}

}  // namespace
