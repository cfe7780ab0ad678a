// What docs/own_holidays.md says of days after a weekday, and of two holidays that are observed on the same date.

#include <array>
#include <chrono>

#include "sla/calendar/business_arithmetic.hpp"
#include "sla/calendar/business_calendar.hpp"

using namespace std::chrono;
using sla::civil_day;

namespace {

// clang-format off

// ---- Days after a weekday
constexpr sla::holiday after_thanksgiving{"Day after Thanksgiving", sla::days_after{November/Thursday[4], days{1}}};
static_assert(after_thanksgiving.on(2024y) == civil_day{2024y/November/29});
static_assert(sla::holiday{"", November/Friday[4]}.on(2024y) == civil_day{2024y/November/22});  // before Thanksgiving
constexpr sla::holiday election_day{"Election Day", sla::days_after{November/Monday[1], days{1}}};
static_assert(election_day.on(2022y) == civil_day{2022y/November/8});

// ---- Two holidays, one date
constexpr std::array christmas{
    sla::holiday{"Christmas Eve", December/24},
    sla::holiday{"Christmas Day", December/25},
    sla::holiday{"Christmas Eve", December/23}.from(2027y).until(2027y),  // Christmas Day is observed on the 24th
    sla::holiday{"Christmas Day", December/26}.from(2028y).until(2028y),  // Christmas Eve is observed on the 25th
};

// clang-format on

constexpr bool are_observed_together(year of) {
  const auto observed_on = [of](const sla::holiday& each) {
    return sla::observed(*each.on(of), sla::observance::nearest_weekday);
  };
  return observed_on(christmas[0]) == observed_on(christmas[1]);
}
static_assert([] {
  for (year of = 2021y; of <= 2028y; ++of)
    if (are_observed_together(of) != (of == 2021y || of == 2023y || of == 2027y || of == 2028y)) return false;
  return true;
}());

constexpr sla::calendar_rules rules{.name = "two dates every year",
                                    .coverage = {civil_day{2026y / January / 1}, civil_day{2028y / December / 31}},
                                    .closed = sla::saturday_and_sunday,
                                    .by = sla::observance::nearest_weekday,
                                    .holidays = christmas};
constexpr sla::compiled_calendar<rules> two_dates;
constexpr bool leaves_three_days_of_the_week_from(civil_day monday) {
  return business_days_between(two_dates, monday, monday + weeks{1}) == sla::business_days{3};
}
static_assert(leaves_three_days_of_the_week_from(civil_day{2026y / December / 21}));
static_assert(leaves_three_days_of_the_week_from(civil_day{2027y / December / 20}));
static_assert(leaves_three_days_of_the_week_from(civil_day{2028y / December / 25}));

}  // namespace
