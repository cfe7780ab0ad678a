#ifndef SLA_TIME_TEXT_HPP
#define SLA_TIME_TEXT_HPP

#include <chrono>
#include <string>

#include "sla/time/civil.hpp"

namespace sla::inline v0 {

namespace detail {

inline std::string two_digits(long long value) {
  return {static_cast<char>('0' + value / 10 % 10), static_cast<char>('0' + value % 10)};
}

inline std::string date_text(std::chrono::year_month_day date) {
  const int year = static_cast<int>(date.year());
  std::string digits = std::to_string(year < 0 ? -year : year);
  if (digits.size() < 4) digits.insert(0, 4 - digits.size(), '0');
  return (year < 0 ? "-" : "") + digits + '-' + two_digits(static_cast<unsigned>(date.month())) + '-' +
         two_digits(static_cast<unsigned>(date.day()));
}

inline std::string clock_text(std::chrono::milliseconds since_midnight) {
  const auto length = std::chrono::abs(since_midnight).count();
  std::string text = (since_midnight < std::chrono::milliseconds{0} ? "-" : "") + two_digits(length / 3'600'000) + ':' +
                     two_digits(length / 60'000 % 60) + ':' + two_digits(length / 1000 % 60);
  if (const auto rest = length % 1000; rest != 0) text += '.' + std::to_string(1000 + rest).substr(1);
  return text;
}

// Between these the standard library's calendar has dates.
inline constexpr civil_day first_date{(std::chrono::year::min)() / std::chrono::January / 1};
inline constexpr civil_day last_date{(std::chrono::year::max)() / std::chrono::December / 31};

constexpr bool has_a_date(civil_time time) noexcept {
  return first_date <= time && time < last_date + std::chrono::days{1};
}

}  // namespace detail

/// A date as ISO 8601 text, whatever the locale; one beyond the year 32767 as a number of days.
///
/// example  iso(civil_day{2026y/November/23}) is "2026-11-23"
inline std::string iso(civil_day day) {
  if (day < detail::first_date || detail::last_date < day)
    return std::to_string(day.time_since_epoch().count()) + " days after 1970-01-01";
  return detail::date_text(std::chrono::year_month_day{day});
}

/// A wall-clock reading as ISO 8601 text without a zone; milliseconds appear only where there are any. One beyond the
/// year 32767 is a number of milliseconds.
///
/// example  iso(civil_day{2026y/November/20} + 22h) is "2026-11-20T22:00:00"
inline std::string iso(civil_time time) {
  if (!detail::has_a_date(time))
    return std::to_string(time.time_since_epoch().count()) + " ms after 1970-01-01T00:00:00";
  return iso(date_of(time)) + 'T' + detail::clock_text(time - date_of(time));
}

/// An instant as ISO 8601 text in UTC; milliseconds appear only where there are any.
///
/// example  iso(sys_days{2026y/November/23} + 7h) is "2026-11-23T07:00:00Z"
inline std::string iso(instant time) { return iso(civil_time{time.time_since_epoch()}) + 'Z'; }

}  // namespace sla::inline v0

#endif
