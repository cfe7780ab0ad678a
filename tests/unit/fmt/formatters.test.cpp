#include "sla/fmt/formatters.hpp"

#include <doctest/doctest.h>

#include <chrono>

#include "sla/zone/fixed_offset.hpp"
#include "sla/zone/us_zone.hpp"

using namespace std::chrono;

TEST_CASE("elapsed time prints what is not zero, a minus sign first") {
  CHECK(fmt::format("{}", sla::elapsed{51h + 15min}) == "2 d 3 h 15 min");
  CHECK(fmt::format("{}", sla::elapsed{43min + 15s + 600ms}) == "43 min 15.6 s");
  CHECK(fmt::format("{}", sla::elapsed{}) == "0 s");
  CHECK(fmt::format("{}", -sla::elapsed{24h}) == "-1 d");
  CHECK(fmt::format("{}", -sla::elapsed{1ms}) == "-0.001 s");
}

TEST_CASE("business time has no days") { CHECK(fmt::format("{}", sla::business_time{30h}) == "30 h business time"); }

TEST_CASE("business days agree in number") {
  CHECK(fmt::format("{}", sla::business_days{1}) == "1 business day");
  CHECK(fmt::format("{}", sla::business_days{0}) == "0 business days");
  CHECK(fmt::format("{}", sla::business_days{30}) == "30 business days");
}

TEST_CASE("an instant prints on the clocks of its zone") {
  CHECK(fmt::format("{}", sla::local(sla::us_eastern, sys_days{2026y / November / 23} + 7h)) ==
        "Mon 2026-11-23 02:00 EST");
  CHECK(fmt::format("{}", sla::local(sla::us_pacific, sys_days{2026y / July / 1} + 6h + 59min + 30s)) ==
        "Tue 2026-06-30 23:59:30 PDT");
  CHECK(fmt::format("{}", sla::local(sla::utc, sys_days{2026y / July / 1} + 1ms)) == "Wed 2026-07-01 00:00:00.001 UTC");
}

TEST_CASE("amounts and local times take a width") {
  CHECK(fmt::format("{:>8}", sla::elapsed{2h}) == "     2 h");
  CHECK(fmt::format("[{:<26}]", sla::local(sla::utc, sys_days{2026y / July / 1})) == "[Wed 2026-07-01 00:00 UTC  ]");
}

TEST_CASE("a fraction is a percentage that is never rounded up") {
  CHECK(fmt::format("{:.2}", sla::fraction{99999, 100000}) == "99.99 %");
  CHECK(fmt::format("{}", sla::fraction{2, 3}) == "66.6666 %");
  CHECK(fmt::format("{:.9}", sla::fraction{1, 1}) == "100.000000000 %");
  for (const char* bad : {"{:.0}", "{:2}", "{:.}", "{:.44}", "{:x}"})
    CHECK_THROWS_AS(static_cast<void>(fmt::format(fmt::runtime(bad), sla::fraction{1, 2})), fmt::format_error);
}
