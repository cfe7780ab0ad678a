// Counting business days against walking the days.

#include <doctest/doctest.h>

#include <vector>

#include "sla/calendar/business_arithmetic.hpp"
#include "sla/calendar/us_federal.hpp"
#include "support/moments.hpp"
#include "support/properties.hpp"
#include "support/text.hpp"

using namespace std::chrono;
using sla::advance;
using sla::business_days;
using sla::business_days_between;
using sla::civil_day;
using sla::us_banking;
using sla::us_federal;
using sla_tests::any;
using sla_tests::check_law;
using sla_tests::date;

namespace {

constexpr sla::day_range coverage = sla::us_calendar_coverage;

}  // namespace

TEST_CASE("advance goes where walking goes, from every day of ten years, 400 business days both ways") {
  for (civil_day from = date(2015y / January / 1); from <= date(2024y / December / 31); from += days{1}) {
    CHECK(advance(us_federal, from, business_days{0}) == from);
    for (const int step : {1, -1}) {
      civil_day walked = from;
      for (int n = 1; n <= 400; ++n) {
        do walked += days{step};
        while (!sla::is_business_day(us_federal, walked));
        if (advance(us_federal, from, business_days{step * n}) != walked)
          REQUIRE(advance(us_federal, from, business_days{step * n}) == walked);
      }
    }
  }
}

TEST_CASE("business days between two dates are those met on the way, the last date not included") {
  check_law("count by walking", [] {
    const civil_day from = any(coverage);
    const civil_day to = std::min(from + days{any(0, 800)}, coverage.last);
    int walked = 0;
    for (civil_day day = from; day < to; day += days{1}) walked += sla::is_business_day(us_banking, day);
    RC_ASSERT(business_days_between(us_banking, from, to) == business_days{walked});
    RC_ASSERT(business_days_between(us_banking, to, from) == business_days{-walked});
  });
}

TEST_CASE("business days between dates add up") {
  check_law("additive", [] {
    const civil_day a = any(coverage);
    const civil_day b = any(coverage);
    const civil_day c = any(coverage);
    RC_ASSERT(business_days_between(us_federal, a, b) + business_days_between(us_federal, b, c) ==
              business_days_between(us_federal, a, c));
  });
}

TEST_CASE("advancing there and back arrives at the same business day, in one step or in two") {
  check_law("there and back", [] {
    const civil_day from = any(sla::day_range{coverage.first + days{4000}, coverage.last - days{4000}});
    const int n = any(-1000, 1000);
    const int m = any(-1000, 1000);
    const civil_day there = advance(us_federal, from, business_days{n});
    if (n != 0) RC_ASSERT(sla::is_business_day(us_federal, there));
    if (!sla::is_business_day(us_federal, from)) return;
    RC_ASSERT(advance(us_federal, there, business_days{-n}) == from);
    RC_ASSERT(advance(us_federal, there, business_days{m}) == advance(us_federal, from, business_days{n + m}));
    RC_ASSERT(business_days_between(us_federal, from, there) == business_days{n});
  });
}

TEST_CASE("a later date never has an earlier answer") {
  check_law("monotone", [] {
    const civil_day a = any(sla::day_range{coverage.first, coverage.last - days{900}});
    const civil_day b = a + days{any(0, 10)};
    const business_days n{any(1, 500)};
    RC_ASSERT(advance(us_federal, a, n) <= advance(us_federal, b, n));
  });
}
