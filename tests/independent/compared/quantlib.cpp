// Business days by QuantLib: every date of the coverage, and steps from every date of a year in which the two agree.

#include <chrono>
#include <ql/time/calendars/unitedstates.hpp>
#include <ql/version.hpp>
#include <string>
#include <string_view>

#include "independent/compared/comparison.hpp"
#include "sla/calendar/business_arithmetic.hpp"
#include "sla/calendar/us_federal.hpp"
#include "sla/time/text.hpp"
#include "support/moments.hpp"

using namespace std::chrono;
using QuantLib::UnitedStates;
using sla::civil_day;
using sla_tests::comparison;
using sla_tests::date;

namespace {

/// QuantLib counts its dates from the last day of 1899.
QuantLib::Date in_quantlib(civil_day day) {
  constexpr QuantLib::Date::serial_type first_of_1970 = 25'569;
  return QuantLib::Date(first_of_1970 + static_cast<QuantLib::Date::serial_type>(day.time_since_epoch().count()));
}

const std::string quantlib = "QuantLib " QL_VERSION ", ";

/// What decides for a date that QuantLib closes and this library does not: the statute of a holiday's first year, or the
/// rule of the Reserve Banks for Saturdays.
std::string_view closed_by_quantlib_alone(civil_day day, std::string_view calendar) {
  const year_month_day on{day};
  const bool is_third_monday_of_january = day == civil_day{on.year() / January / Monday[3]};
  if (is_third_monday_of_january && on.year() < 1986y) return "Dr. King before 1986 (Pub. L. 98-144)";
  const bool is_before_juneteenth = on.month() / on.day() == June / 18 && weekday{day} == Friday;
  if (is_before_juneteenth && calendar == "US banking")
    return "Friday before a Saturday's Juneteenth (Federal Reserve Banks stay open)";
  return {};
}

/// The same the other way round: QuantLib begins Juneteenth a year late.
std::string_view closed_here_alone(civil_day day) {
  return day == date(2021y / June / 18) ? "Juneteenth 2021 (Pub. L. 117-17)" : "";
}

void compare_every_day(UnitedStates::Market market, const auto& calendar) {
  const UnitedStates theirs(market);
  comparison all(quantlib + theirs.name() + " for " + std::string(calendar.name()));
  const sla::day_range coverage = calendar.days().coverage();
  for (civil_day day = coverage.first; day <= coverage.last; day += days{1}) {
    const bool is_open = is_business_day(calendar, day);
    all.expect(theirs.isBusinessDay(in_quantlib(day)) == is_open, sla::iso(day),
               is_open ? closed_by_quantlib_alone(day, calendar.name()) : closed_here_alone(day));
  }
}

/// 60 business days and the 60 dates around it both ways, from every date of 2010.
void compare_counting() {
  const UnitedStates theirs(UnitedStates::Settlement);
  comparison steps(quantlib + "advance");
  comparison counts(quantlib + "businessDaysBetween");
  for (civil_day from = date(2010y / January / 1); from <= date(2010y / December / 31); from += days{1}) {
    const QuantLib::Date their_from = in_quantlib(from);
    const bool is_open = is_business_day(sla::us_federal, from);
    for (int n = -60; n <= 60; ++n) {
      steps.expect(theirs.advance(their_from, n, QuantLib::Days) ==
                       in_quantlib(advance(sla::us_federal, from, sla::business_days{n})),
                   sla::iso(from),
                   n == 0 && !is_open ? "0 business days from a closed date (goes to the next one)" : "");
      const civil_day to = from + days{n};
      counts.expect(theirs.businessDaysBetween(their_from, their_from + n) ==
                        business_days_between(sla::us_federal, from, to).count(),
                    sla::iso(from),
                    n < 0 && is_open != is_business_day(sla::us_federal, to)
                        ? "backwards (counts the later date and not the earlier)"
                        : "");
    }
  }
}

}  // namespace

int main() {
  compare_every_day(UnitedStates::Settlement, sla::us_federal);
  compare_every_day(UnitedStates::FederalReserve, sla::us_banking);
  compare_counting();
  return comparison::unexplained == 0 ? 0 : 1;
}
