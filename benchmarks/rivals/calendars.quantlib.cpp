// QuantLib's calendar of US settlement days has the federal holidays, but Juneteenth only from 2022 on; its answers are
// compared with those of the federal calendar changed in just that.
#include <algorithm>
#include <ql/time/calendars/unitedstates.hpp>

#include "timing.hpp"

namespace {

using namespace std::chrono;

constexpr int serial_of_1970 = 25569;

QuantLib::Date quantlib_date(sla::civil_day day) {
  return QuantLib::Date(serial_of_1970 + day.time_since_epoch().count());
}

const sla::loaded_calendar& settlement_days() {
  static const sla::loaded_calendar loaded{[] {
    auto holidays = sla::us_federal_holidays;
    const auto juneteenth = std::ranges::find(holidays, "Juneteenth National Independence Day", &sla::holiday::name);
    *juneteenth = juneteenth->from(2022y);
    sla::calendar_rules rules = sla::us_federal_rules;
    rules.holidays = holidays;
    return sla::loaded_calendar(rules);
  }()};
  return loaded;
}

const timing::rows rows{[] {
  const std::string name = QUANTLIB;
  const QuantLib::UnitedStates calendar(QuantLib::UnitedStates::Settlement);
  const sla::loaded_calendar& ours = settlement_days();

  timing::converting_rival(name, operations::is_business_day(ours), quantlib_date,
                           [calendar](const QuantLib::Date& day) { return calendar.isBusinessDay(day); });

  const auto advance = [&](const auto& operation, int n, std::size_t sample) {
    timing::converting_rival(
        name, operation, quantlib_date,
        [calendar, n](const QuantLib::Date& from) {
          return calendar.advance(from, n, QuantLib::Days).serialNumber() - serial_of_1970;
        },
        sample);
  };
  for (const int n : {1, 30, 1000, -30}) advance(operations::advance(n, ours), n, n == 1000 ? 16 : 256);
  for (const int n : operations::series_of_days)
    advance(operations::in_series("advance", n, operations::advance(n, ours)), n, 16);

  for (const auto& [span, length] :
       {std::pair{"month", days{28}}, std::pair{"year", days{362}}, std::pair{"ten_years", days{3650}}})
    timing::converting_rival(
        name, operations::business_days_between(span, length, ours),
        [](operations::day_span between) { return std::pair{quantlib_date(between.from), quantlib_date(between.to)}; },
        [calendar](const auto& between) { return calendar.businessDaysBetween(between.first, between.second); }, 16);
}};

}  // namespace
