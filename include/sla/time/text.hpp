#ifndef SLA_TIME_TEXT_HPP
#define SLA_TIME_TEXT_HPP

#include <chrono>
#include <cstdint>
#include <string>

#include "sla/time/civil.hpp"

namespace sla::inline v0 {

namespace detail {

inline std::string two_digits(long long value) {
  return {static_cast<char>('0' + value / 10 % 10), static_cast<char>('0' + value % 10)};
}

/// Dates repeat after 400 years; those beyond the years of std::chrono are read off one within them.
inline std::string date_text(std::int64_t day_number) {
  constexpr std::int64_t cycle = 146'097;
  const std::chrono::year_month_day date{civil_day{std::chrono::days{static_cast<int>(day_number % cycle)}}};
  const std::int64_t year = static_cast<int>(date.year()) + day_number / cycle * 400;
  std::string digits = std::to_string(year < 0 ? -year : year);
  if (digits.size() < 4) digits.insert(0, 4 - digits.size(), '0');
  return (year < 0 ? "-" : "") + digits + '-' + two_digits(static_cast<unsigned>(date.month())) + '-' +
         two_digits(static_cast<unsigned>(date.day()));
}

inline std::string clock_text(std::chrono::milliseconds since_midnight) {
  const auto length = std::chrono::abs(since_midnight).count();
  std::string text(since_midnight < std::chrono::milliseconds{0} ? 1 : 0, '-');
  text +=
      two_digits(length / 3'600'000) + ':' + two_digits(length / 60'000 % 60) + ':' + two_digits(length / 1000 % 60);
  if (const auto rest = length % 1000; rest != 0) text += '.' + std::to_string(1000 + rest).substr(1);
  return text;
}

}  // namespace detail

/// A date as ISO 8601 text, whatever the locale; years beyond 9999 have all their digits, those before 0 a minus sign.
///
/// example  iso(civil_day{2026y/November/23}) is "2026-11-23"
inline std::string iso(civil_day day) { return detail::date_text(day.time_since_epoch().count()); }

/// A wall-clock reading as ISO 8601 text without a zone; milliseconds appear only where there are any.
///
/// example  iso(civil_day{2026y/November/20} + 22h) is "2026-11-20T22:00:00"
inline std::string iso(civil_time time) {
  constexpr std::chrono::milliseconds day = std::chrono::days{1};
  return detail::date_text(detail::day_number(time)) + 'T' +
         detail::clock_text((time.time_since_epoch() % day + day) % day);
}

/// An instant as ISO 8601 text in UTC; milliseconds appear only where there are any.
///
/// example  iso(sys_days{2026y/November/23} + 7h) is "2026-11-23T07:00:00Z"
inline std::string iso(instant time) { return iso(civil_time{time.time_since_epoch()}) + 'Z'; }

}  // namespace sla::inline v0

#endif
