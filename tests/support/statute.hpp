#ifndef SLA_TESTS_SUPPORT_STATUTE_HPP
#define SLA_TESTS_SUPPORT_STATUTE_HPP

// Holidays once more, as questions about one date: no table, no rule and no year of the library's.

#include <chrono>

#include "sla/time/civil.hpp"
#include "support/moments.hpp"

namespace sla_tests {

/// 5 U.S.C. 6103(a), from 1971 on.
inline bool is_statutory_holiday(sla::civil_day day) {
  using namespace std::chrono;
  const year_month_day on{day};
  const unsigned d = static_cast<unsigned>(on.day());
  const int y = static_cast<int>(on.year());
  const bool monday = weekday{day} == Monday;
  switch (static_cast<unsigned>(on.month())) {
    case 1: return d == 1 || (monday && d >= 15 && d <= 21 && y >= 1986);
    case 2: return monday && d >= 15 && d <= 21;
    case 5: return monday && d >= 25;
    case 6: return d == 19 && y >= 2021;
    case 7: return d == 4;
    case 9: return monday && d <= 7;
    case 10: return monday && ((d >= 8 && d <= 14) || (d >= 22 && d <= 28 && y <= 1977));
    case 11: return (d == 11 && y >= 1978) || (weekday{day} == Thursday && d >= 22 && d <= 28);
    case 12: return d == 25;
    default: return false;
  }
}

inline bool is_week_end(sla::civil_day day) {
  return std::chrono::weekday{day} == std::chrono::Saturday || std::chrono::weekday{day} == std::chrono::Sunday;
}

/// Reserve Banks close on the Monday after a Sunday holiday.
inline bool is_banking_day(sla::civil_day day) {
  if (is_week_end(day) || is_statutory_holiday(day)) return false;
  return !(std::chrono::weekday{day} == std::chrono::Monday && is_statutory_holiday(day - std::chrono::days{1}));
}

/// The government also closes on the Friday before a Saturday holiday.
inline bool is_federal_day(sla::civil_day day) {
  if (std::chrono::weekday{day} == std::chrono::Friday && is_statutory_holiday(day + std::chrono::days{1}))
    return false;
  return is_banking_day(day);
}

/// Easter Sunday from 1900 to 2199, by the table of paschal full moons.
inline bool is_easter_sunday(sla::civil_day day) {
  using namespace std::chrono;
  constexpr int days_after_21_march[] = {24, 13, 2, 21, 10, 28, 18, 7, 26, 15, 4, 23, 12, 1, 20, 9, 27, 17, 6};
  const year of = year_month_day{day}.year();
  const auto full_moon = date(of / March / 21) + days{days_after_21_march[static_cast<int>(of) % 19]};
  return weekday{day} == Sunday && full_moon < day && day <= full_moon + days{7};
}

}  // namespace sla_tests

#endif
