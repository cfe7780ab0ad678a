#ifndef SLA_TESTS_CONFORMANCE_BUSINESS_CALENDAR_HPP
#define SLA_TESTS_CONFORMANCE_BUSINESS_CALENDAR_HPP

// What the library relies on in every business_calendar. A calendar of your own is held against it in a doctest program:
//
//   struct my_sample {
//     static const my_calendar& calendar();
//   };
//   TEST_CASE_TEMPLATE_INVOKE(business_calendar_conformance, my_sample);

#include <doctest/doctest.h>

#include <chrono>

#include "sla/calendar/business_arithmetic.hpp"
#include "sla/calendar/business_calendar.hpp"
#include "support/text.hpp"

TEST_CASE_TEMPLATE_DEFINE("a business calendar", Sample, business_calendar_conformance) {
  using sla::business_days;
  using std::chrono::days;
  const auto& calendar = Sample::calendar();
  const sla::day_table table = calendar.days();
  const sla::day_range coverage = table.coverage();

  SUBCASE("covers at least a day, and only its days are open") {
    CHECK(coverage.first <= coverage.last);
    CHECK(table.size() >= 0);
    CHECK(table.size() <= (coverage.last - coverage.first).count() + 1);
    CHECK(table.open_days().size() == sla::day_table::weeks_for(coverage));
  }

  SUBCASE("counts each business day once, in order") {
    int open = 0;
    for (sla::civil_day day = coverage.first; day <= coverage.last; day += days{1}) {
      CAPTURE(sla::iso(day));
      if (table.rank(day) != open) REQUIRE(table.rank(day) == open);
      if (table.contains(day) != sla::is_business_day(calendar, day))
        REQUIRE(table.contains(day) == sla::is_business_day(calendar, day));
      if (!table.contains(day)) continue;
      if (table.select(open) != day) REQUIRE(table.select(open) == day);
      ++open;
    }
    CHECK(table.size() == open);
    CHECK(table.rank(coverage.last + days{1}) == open);
  }

  SUBCASE("leads from every day to its neighbours and back") {
    for (int n = 1; n + 1 < table.size(); ++n) {
      const sla::civil_day before = table.select(n - 1);
      const sla::civil_day day = table.select(n);
      const bool leads = sla::next_business_day(calendar, before) == day &&
                         sla::previous_business_day(calendar, day) == before &&
                         sla::business_days_between(calendar, before, day) == business_days{1} &&
                         sla::business_days_between(calendar, day, before) == business_days{-1};
      if (leads) continue;
      CAPTURE(sla::iso(day));
      REQUIRE(leads);
    }
  }

  SUBCASE("refuses the days outside its coverage") {
    CHECK_THROWS_AS((void)table.contains(coverage.first - days{1}), sla::coverage_error);
    CHECK_THROWS_AS((void)table.contains(coverage.last + days{1}), sla::coverage_error);
    CHECK_THROWS_AS((void)table.rank(coverage.first - days{1}), sla::coverage_error);
    CHECK_THROWS_AS((void)table.rank(coverage.last + days{2}), sla::coverage_error);
    CHECK_THROWS_AS((void)table.select(-1), sla::coverage_error);
    CHECK_THROWS_AS((void)table.select(table.size()), sla::coverage_error);
    CHECK_THROWS_AS((void)sla::next_business_day(calendar, coverage.last), sla::coverage_error);
    CHECK_THROWS_AS((void)sla::previous_business_day(calendar, coverage.first), sla::coverage_error);
  }
}

#endif
