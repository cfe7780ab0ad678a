#ifndef SLA_ZONE_MEASUREMENT_PERIOD_HPP
#define SLA_ZONE_MEASUREMENT_PERIOD_HPP

// "As measured monthly" means a civil month on somebody's clocks: March has an hour less than 31 days in New York, and
// November one more than 30. Thirty days that end now are something else, and tools that sell them as a month give
// another percentage for the same outages. Each kind of period is a type here, and an objective is over one of them:
//
//   std::chrono::year_month, civil_quarter, std::chrono::year   on the clocks of a zone; neighbours add up exactly
//   rolling_days<30>                                            30 times 24 hours up to an instant
//
// None converts to another, so a rolling window cannot answer for a month.

#include <chrono>
#include <concepts>
#include <string>

#include "sla/time/interval.hpp"
#include "sla/zone/zone.hpp"

namespace sla::inline v0 {

/// A quarter of a civil year.
///
/// number   1 to 4
/// throws   terms_error for another number
/// example  civil_quarter{2026y, 4} is October to December 2026
class civil_quarter {
 public:
  constexpr civil_quarter(std::chrono::year year, int number) : year_(year), number_(number) {
    if (number < 1 || number > 4) a_quarter_must_be_from_1_to_4(number);
  }

  constexpr std::chrono::year year() const noexcept { return year_; }
  constexpr int number() const noexcept { return number_; }
  constexpr std::chrono::year_month first_month() const noexcept {
    return year_ / std::chrono::January + std::chrono::months{3 * (number_ - 1)};
  }

  friend constexpr bool operator==(const civil_quarter&, const civil_quarter&) = default;
  friend constexpr auto operator<=>(const civil_quarter&, const civil_quarter&) = default;

 private:
  [[noreturn]] static void a_quarter_must_be_from_1_to_4(int number) {
    throw terms_error("a year has no quarter " + std::to_string(number) + "; it has 1 to 4");
  }

  std::chrono::year year_;
  int number_;
};

/// So many days of 24 hours, up to an instant.
///
/// example  rolling_days<30>{as_of} is 43,200 minutes, whatever the clocks did
template <int Days>
  requires(Days > 0)
struct rolling_days {
  instant ends_at;

  friend constexpr bool operator==(const rolling_days&, const rolling_days&) = default;
};

namespace detail {

[[noreturn]] inline void a_month_must_be_from_1_to_12(std::chrono::month month) {
  throw terms_error("a year has no month " + std::to_string(static_cast<unsigned>(month)) + "; it has 1 to 12");
}

constexpr interval months_in(const civil_zone auto& zone, std::chrono::year_month first, std::chrono::months count) {
  const auto begin_of = [](std::chrono::year_month month) { return civil_time{civil_day{month / 1}}; };
  return {first_instant(zone, begin_of(first)), first_instant(zone, begin_of(first + count))};
}

}  // namespace detail

/// The instants of a period on the clocks of a zone; its real length.
///
/// throws   terms_error for a month that is none, coverage_error
/// example  in New York March 2026 has 44,580 minutes, November 43,260, and 2026 has 525,600
constexpr interval period_in(const civil_zone auto& zone, std::chrono::year_month month) {
  if (!month.month().ok()) detail::a_month_must_be_from_1_to_12(month.month());
  return detail::months_in(zone, month, std::chrono::months{1});
}
/// The same of a quarter.
constexpr interval period_in(const civil_zone auto& zone, civil_quarter quarter) {
  return detail::months_in(zone, quarter.first_month(), std::chrono::months{3});
}
/// The same of a year.
constexpr interval period_in(const civil_zone auto& zone, std::chrono::year year) {
  return detail::months_in(zone, year / std::chrono::January, std::chrono::months{12});
}
/// The same of days up to an instant, whatever the zone.
template <int Days>
constexpr interval period_in(const civil_zone auto&, rolling_days<Days> days) {
  return {detail::later(days.ends_at, -std::chrono::days{Days}), days.ends_at};
}

/// A kind of period over which something is promised.
template <class Period>
concept measurement_period = requires(const Period& period) {
  requires std::same_as<Period, std::chrono::year_month> || std::same_as<Period, civil_quarter> ||
               std::same_as<Period, std::chrono::year> || requires { []<int Days>(rolling_days<Days>) {}(period); };
};

}  // namespace sla::inline v0

#endif
