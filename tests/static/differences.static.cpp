// What docs/differences.md asks other libraries, asked of this one.

#include <array>
#include <chrono>

#include "sla/availability/availability.hpp"
#include "sla/calendar/business_arithmetic.hpp"
#include "sla/calendar/opening_tables.hpp"
#include "sla/calendar/us_federal.hpp"
#include "sla/clock/deadline.hpp"
#include "sla/contracts/harvard_business_impact.hpp"

namespace hbi = sla::harvard_business_impact;
using namespace std::chrono;
using sla::business_days;
using sla::business_time;
using sla::civil_day;
using sla::elapsed;
using sla::us_federal;

namespace {

constexpr auto new_york(year_month_day date, milliseconds time) { return hbi::eastern(date, time); }

constexpr sla::weekly_hours office{sla::monday_to_friday, 9h, 17h};
constexpr auto office_times = sla::compiled_opening_times<us_federal, office, sla::us_eastern>::view;

// A workshop that works every night, and one that never closes
constexpr std::array<civil_day, 0> no_dates{};
constexpr sla::calendar_dates every_date{"every date", sla::us_calendar_coverage, sla::no_day, no_dates};
constexpr sla::compiled_calendar<every_date> always;
constexpr sla::weekly_hours night{sla::every_day, 22h, 6h};
constexpr auto night_times = sla::compiled_opening_times<always, night, sla::us_eastern>::view;
constexpr auto all_times = sla::compiled_opening_times<always, sla::around_the_clock, sla::us_eastern>::view;

constexpr civil_day friday{2026y / November / 20}, saturday{2026y / November / 21}, monday{2026y / November / 23};

// clang-format off

// ---- One business day after a Saturday
static_assert(advance(us_federal, saturday, business_days{1}) == monday);

// ---- Eight hours from an opening
static_assert(add_business_time(office_times, new_york(2026y/November/23, 9h), business_time{8h}) ==
              new_york(2026y/November/23, 17h));

// ---- Forwards and back
static_assert(business_days_between(us_federal, friday, saturday) == business_days{1});
static_assert(business_days_between(us_federal, saturday, friday) == business_days{-1});

// ---- A day is 24 hours long at midnight, too
static_assert(add_business_time(all_times, new_york(2026y/November/20, 23h), business_time{4h}) ==
              new_york(2026y/November/21, 3h));
static_assert(add_business_time(all_times, new_york(2026y/November/20, 23h), business_time{720h}) ==
              new_york(2026y/December/20, 23h));

// ---- Five hours of a night shift
static_assert(add_business_time(night_times, new_york(2026y/March/7, 23h), business_time{5h}) ==
              new_york(2026y/March/8, 5h));
static_assert(add_business_time(night_times, new_york(2026y/October/31, 23h), business_time{5h}) ==
              new_york(2026y/November/1, 3h));

// ---- 24 hours
static_assert(due_after(hbi::support{}, elapsed{24h}, new_york(2026y/March/7, 12h)) == new_york(2026y/March/8, 13h));

// ---- A local time that never is, and one that is twice
constexpr auto never = sla::us_eastern.look_up(civil_day{2026y/March/8} + 2h + 30min);
static_assert(never.happens == sla::occurrence::skipped);

constexpr auto twice = sla::us_eastern.look_up(civil_day{2026y/November/1} + 1h + 30min);
static_assert(twice.happens == sla::occurrence::repeated);
static_assert(twice.later - twice.earlier == 1h);

// ---- Summers to come
static_assert(sla::us_eastern.to_civil(sys_days{2038y/July/1} + 16h) == civil_day{2038y/July/1} + 12h);

// ---- Holidays by statute
static_assert(!is_business_day(us_federal, civil_day{2021y/June/18}));     // Juneteenth: Pub. L. 117-17, of 2021-06-17
static_assert(is_business_day(us_federal, civil_day{1984y/January/16}));   // Dr. King: Pub. L. 98-144, from 1986 on
static_assert(!is_business_day(us_federal, civil_day{1975y/October/27}));  // Veterans Day: Pub. L. 90-363, 1971 to 1977
static_assert(is_business_day(us_federal, civil_day{1975y/November/11}));  // back on the 11th by Pub. L. 94-97, from 1978 on

// ---- A Saturday's holiday at the Reserve Banks
static_assert(is_business_day(sla::us_banking, civil_day{2027y/June/18}));
static_assert(!is_business_day(us_federal, civil_day{2027y/June/18}));

// ---- Outages that overlap
constexpr elapsed unavailable = total(sla::interval_set{
    {new_york(2026y/November/6, 20h + 45min), new_york(2026y/November/6, 22h + 10min)},
    {new_york(2026y/November/6, 22h + 5min), new_york(2026y/November/6, 22h + 20min)}});
static_assert(unavailable == elapsed{1h + 35min});

// ---- Exactly the objective, just below it
constexpr sla::availability_result with(month of, milliseconds down) {
  const sla::interval period = period_in(sla::us_eastern, 2026y/of);
  const sla::interval outage{period.starts_at() + 12h, period.starts_at() + 12h + down};
  return availability(hbi::support{}, 2026y/of, sla::service_record_of("a log", {outage}), period.ends_at());
}
static_assert(with(February, 2'419'200ms).verdict() == sla::availability_verdict::met);
static_assert(with(November, 44min).verdict() == sla::availability_verdict::missed);

// clang-format on

}  // namespace
