// Days, hours, zones and windows answer in constant expressions.

#include <array>
#include <chrono>

#include "sla/calendar/business_arithmetic.hpp"
#include "sla/calendar/opening_tables.hpp"
#include "sla/calendar/recurrence.hpp"
#include "sla/calendar/us_federal.hpp"
#include "sla/zone/fixed_offset.hpp"
#include "sla/zone/us_zone.hpp"

namespace {

using namespace std::chrono;
using namespace std::chrono_literals;

constexpr sla::civil_day date(year_month_day on) { return sla::civil_day{on}; }
constexpr sla::instant eastern(year_month_day on, milliseconds since_midnight) {
  return sla::exact_instant(sla::us_eastern, date(on) + since_midnight);
}

static_assert(sla::is_business_day(sla::us_banking, date(2021y / December / 31)) &&
              !sla::is_business_day(sla::us_federal, date(2021y / December / 31)));
static_assert(sla::advance(sla::us_federal, date(2026y / November / 20), sla::business_days{30}) ==
              date(2027y / January / 6));

// Business on Saturdays, too, and the government's holidays on the dates on which they are observed.
constexpr sla::calendar_rules six_day_rules{.name = "six days",
                                            .coverage = sla::us_calendar_coverage,
                                            .closed = Sunday,
                                            .by = sla::observance::nearest_weekday,
                                            .holidays = sla::us_federal_holidays};
constexpr sla::compiled_calendar<six_day_rules> six_days;
static_assert(!sla::is_business_day(six_days, date(2020y / July / 3)) &&
              sla::is_business_day(six_days, date(2020y / July / 4)));

// A calendar and hours of one's own, with a special day, in a zone of one's own.
constexpr std::array holidays{sla::holiday{"Good Friday", sla::easter{-days{2}}},
                              sla::holiday{"Boxing Day", December / 26}};
constexpr sla::calendar_rules rules{.name = "workshop",
                                    .coverage = {date(2026y / January / 1), date(2027y / December / 31)},
                                    .closed = {Saturday, Sunday},
                                    .by = sla::observance::nearest_weekday,
                                    .holidays = holidays};
constexpr sla::compiled_calendar<rules> workshop;
constexpr sla::opening_hours hours{
    sla::weekly_hours(sla::monday_to_friday, 8h, 12h).also(sla::monday_to_friday, 13h, 17h),
    sla::special_day{date(2026y / December / 24), {{8h, 12h}}}};
constexpr sla::fixed_offset zone{"UTC+1", 1h};
constexpr auto& open = sla::compiled_opening_times<workshop, hours, zone>::view;

static_assert(sla::add_business_time(open, sys_days{2026y / December / 24} + 10h, sla::business_time{2h}) ==
              sys_days{2026y / December / 28} + 8h);  // 11:00, an hour until noon, Boxing Day observed on Friday
static_assert(sla::business_time_between(open, sys_days{2026y / April / 2}, sys_days{2026y / April / 7}) ==
              sla::business_time{16h});  // Good Friday between

constexpr auto nights = sla::weekly_hours(sla::monday_to_friday, 22h, 6h);
constexpr auto& shift = sla::compiled_opening_times<sla::us_federal, nights, sla::us_eastern>::view;
static_assert(sla::is_open(shift, eastern(2026y / November / 21, 5h)) &&
              !sla::is_open(shift, eastern(2026y / November / 21, 6h)));

constexpr sla::recurrence second_tuesday{Tuesday[2], 2h, 4h};
static_assert(second_tuesday.occurrence_on(sla::us_eastern, date(2026y / November / 10))->length() == sla::elapsed{2h});

// No window on a Friday or Saturday ever meets a change of the clocks, for they are changed on Sundays.
static_assert([] {
  for (int y = 2007; y <= 2199; ++y) {
    const auto [begins, ends] = sla::detail::statutory_daylight_time(year{y});
    if (weekday{sla::date_of(begins)} != Sunday || weekday{sla::date_of(ends)} != Sunday) return false;
  }
  return true;
}());

}  // namespace
