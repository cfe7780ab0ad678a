#include "sla/zone/measurement_period.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <string>

#include "sla/zone/fixed_offset.hpp"
#include "sla/zone/us_zone.hpp"
#include "support/table_zone.hpp"
#include "support/text.hpp"

using namespace std::chrono;

namespace {

using sla::civil_quarter;
using sla::elapsed;
using sla::interval;
using sla::period_in;
using sla::us_eastern;

TEST_CASE("a month, a quarter and a year have their real lengths") {
  CHECK(period_in(us_eastern, 2026y / March).length() == elapsed{44'580min});
  CHECK(period_in(us_eastern, 2026y / November).length() == elapsed{43'260min});
  CHECK(period_in(us_eastern, civil_quarter{2026y, 1}).length() == elapsed{90 * 24h - 1h});
  CHECK(period_in(us_eastern, civil_quarter{2026y, 4}).length() == elapsed{92 * 24h + 1h});
  CHECK(period_in(us_eastern, 2026y).length() == elapsed{365 * 24h});
  CHECK(period_in(sla::utc, 2028y).length() == elapsed{366 * 24h});
}

template <class Zone>
void checks_that_periods_add_up(const Zone& zone, year first, year last) {
  CAPTURE(zone.name());
  for (year each = first; each < last; ++each) {
    sla::instant next = period_in(zone, each).starts_at();
    CHECK(zone.to_civil(next) == sla::civil_time{sla::civil_day{each / January / 1}});
    for (int number = 1; number <= 4; ++number) {
      const interval quarter = period_in(zone, civil_quarter{each, number});
      CHECK(quarter.starts_at() == next);
      for (int of_quarter = 0; of_quarter < 3; ++of_quarter) {
        const interval month = period_in(zone, civil_quarter{each, number}.first_month() + months{of_quarter});
        CHECK(month.starts_at() == next);
        next = month.ends_at();
      }
      CHECK(quarter.ends_at() == next);
    }
    CHECK(period_in(zone, each).ends_at() == next);
  }
}

TEST_CASE("periods of a kind follow each other without a gap, and make up the next larger one, in every zone") {
  for (const sla::us_zone& zone : {us_eastern, sla::us_central, sla::us_mountain, sla::us_pacific})
    checks_that_periods_add_up(zone, 1967y, 2199y);
  checks_that_periods_add_up(sla::utc, 1967y, 2199y);
  checks_that_periods_add_up(sla_tests::half_an_hour(), 2025y, 2028y);
  checks_that_periods_add_up(sla_tests::at_midnight(), 2025y, 2028y);
  checks_that_periods_add_up(sla_tests::across_midnight(), 2009y, 2012y);
  checks_that_periods_add_up(sla_tests::a_day_skipped(), 2010y, 2013y);
}

TEST_CASE("rolling days have 24 hours, whatever the clocks did") {
  const sla::instant as_of = period_in(us_eastern, 2026y / November).ends_at();
  CHECK(period_in(us_eastern, sla::rolling_days<30>{as_of}) == interval{as_of - 30 * 24h, as_of});
}

TEST_CASE("a year has twelve months") {
  for (const unsigned number : {0U, 13U})
    CHECK_THROWS_WITH_AS(static_cast<void>(period_in(us_eastern, 2026y / month{number})),
                         ("a year has no month " + std::to_string(number) + "; it has 1 to 12").c_str(),
                         sla::terms_error);
}

TEST_CASE("a year has four quarters") {
  CHECK((civil_quarter{2026y, 4}.first_month() == 2026y / October));
  CHECK((civil_quarter{2026y, 4} < civil_quarter{2027y, 1}));
  CHECK_THROWS_WITH_AS(static_cast<void>(civil_quarter(2026y, 0)), "a year has no quarter 0; it has 1 to 4",
                       sla::terms_error);
  CHECK_THROWS_WITH_AS(static_cast<void>(civil_quarter(2026y, 5)), "a year has no quarter 5; it has 1 to 4",
                       sla::terms_error);
}

template <class Period>
concept is_a_period = sla::measurement_period<Period>;
static_assert(is_a_period<year_month> && is_a_period<civil_quarter> && is_a_period<year> &&
              is_a_period<sla::rolling_days<7>>);
static_assert(!is_a_period<month> && !is_a_period<days> && !is_a_period<interval>);

}  // namespace
