#include "sla/fmt/formatters.hpp"

#include <doctest/doctest.h>
#include <fmt/ranges.h>

#include <chrono>
#include <optional>
#include <vector>

#include "sla/policy/target.hpp"
#include "support/formatted.hpp"
#include "support/moments.hpp"

using namespace std::chrono;
using sla_tests::utc;

namespace {

const sla::interval evening{utc(2026y / November / 7, 1h + 45min), utc(2026y / November / 7, 3h + 10min)};

TEST_CASE("specifications are read by the compiler") {
  CHECK(fmt::format("{:>8}|{:.2}|{:c}", sla::elapsed{2h}, sla::fraction{99999, 100000}, sla::elapsed{90min}) ==
        "     2 h|99.99 %|1:30:00");
  CHECK(fmt::format("{:@America/New_York}", evening) == "Fri 2026-11-06 20:45 EST to Fri 2026-11-06 22:10 EST");
}

TEST_CASE("a set of intervals is printed whole where ranges are printed, too") {
  CHECK(fmt::format("{}", sla::interval_set{evening}) == "2026-11-07T01:45:00Z to 2026-11-07T03:10:00Z");
  CHECK(fmt::format("{}", std::vector{sla::elapsed{1h}, sla::elapsed{2h}}) == "[1 h, 2 h]");
}

TEST_CASE("no type of the standard library gets a formatter") {
  CHECK(!sla::detail::printable<sla::instant>);
  CHECK(!sla::detail::printable<sla::civil_day>);
  CHECK(!sla::detail::printable<sla::allowance>);
  CHECK(!sla::detail::printable<std::optional<sla::fraction>>);
  CHECK(!fmt::is_formattable<sla::allowance>::value);
}

TEST_CASE("local shows instants, and nothing else") {
  CHECK(sla::detail::printable<sla::local<sla::us_zone, sla::interval>>);
  CHECK(!sla::detail::printable<sla::local<sla::us_zone, sla::elapsed>>);
}

}  // namespace
