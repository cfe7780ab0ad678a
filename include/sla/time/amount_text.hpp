#ifndef SLA_TIME_AMOUNT_TEXT_HPP
#define SLA_TIME_AMOUNT_TEXT_HPP

#include <chrono>
#include <string>

#include "sla/time/amount.hpp"

namespace sla::inline v0 {

namespace detail {

/// A number of seconds, exactly.
///
/// example  -1500 ms is "-1.5"
inline std::string seconds_text(std::chrono::milliseconds length) {
  using namespace std::chrono;
  std::string text = length < 0ms ? "-" : "";
  text += std::to_string(abs(duration_cast<seconds>(length)).count());
  if (const milliseconds rest = abs(length % 1s); rest != 0ms) {
    text += '.' + std::to_string(1000 + rest.count()).substr(1);
    text.erase(text.find_last_not_of('0') + 1);
  }
  return text;
}

enum class longest_unit { day, hour };

inline std::string length_text(std::chrono::milliseconds length, longest_unit longest) {
  using namespace std::chrono;
  std::string text = length < 0ms ? "-" : "";
  milliseconds rest = length;
  const auto add_whole = [&](milliseconds unit, const char* name) {
    if (const auto whole = rest / unit; whole != 0)
      text += std::to_string(whole < 0 ? -whole : whole) + ' ' + name + ' ';
    rest %= unit;
  };
  if (longest == longest_unit::day) add_whole(days{1}, "d");
  add_whole(1h, "h");
  add_whole(1min, "min");
  if (rest != 0ms || length == 0ms) return text + seconds_text(abs(rest)) + " s";
  text.pop_back();
  return text;
}

}  // namespace detail

/// Real time in days of 24 hours, hours, minutes and seconds; what is zero is left out, a minus sign stands in front.
///
/// example  text_of(elapsed{51h + 15min}) is "2 d 3 h 15 min"
inline std::string text_of(elapsed amount) { return detail::length_text(amount.length(), detail::longest_unit::day); }

/// Business time in hours, minutes and seconds, never in days, whose length depends on the business hours.
///
/// example  text_of(business_time{30h}) is "30 h business time"
inline std::string text_of(business_time amount) {
  return detail::length_text(amount.length(), detail::longest_unit::hour) + " business time";
}

/// A number of business days.
///
/// example  text_of(business_days{3}) is "3 business days"
inline std::string text_of(business_days amount) {
  return std::to_string(amount.count()) + (amount.count() == 1 ? " business day" : " business days");
}

}  // namespace sla::inline v0

#endif
