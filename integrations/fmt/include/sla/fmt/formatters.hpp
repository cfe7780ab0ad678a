#ifndef SLA_FMT_FORMATTERS_HPP
#define SLA_FMT_FORMATTERS_HPP

// {fmt} prints this library's amounts, fractions and local times the way people write them. Nothing here changes what is
// computed, and no type of the standard library gets a formatter. Amounts and local times take the width, fill and
// alignment of strings.

#include <fmt/format.h>

#include <array>
#include <chrono>
#include <string>
#include <string_view>

#include "sla/policy/fraction.hpp"
#include "sla/time/amount_text.hpp"
#include "sla/time/civil.hpp"
#include "sla/time/text.hpp"
#include "sla/zone/zone.hpp"

namespace sla::inline v0 {

/// An instant to be printed as the clocks of a zone show it, with weekday and abbreviation; seconds only if there are any.
///
/// throws   coverage_error, when printed, outside the zone's coverage
/// example  local(us_eastern, sys_days{2026y/November/23} + 7h) prints as "Mon 2026-11-23 02:00 EST"
template <civil_zone Zone>
class local {
 public:
  constexpr local(const Zone& zone, instant at) : zone_(zone), at_(at) {}

  constexpr const Zone& zone() const noexcept { return zone_; }
  constexpr instant at() const noexcept { return at_; }

 private:
  Zone zone_;
  instant at_;
};

namespace detail {

inline std::string printed(elapsed amount) { return text_of(amount); }
inline std::string printed(business_time amount) { return text_of(amount); }
inline std::string printed(business_days amount) { return text_of(amount); }

template <class Zone>
std::string printed(const local<Zone>& moment) {
  static constexpr std::array<std::string_view, 7> weekdays{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
  const civil_time reading = moment.zone().to_civil(moment.at());
  const civil_day date = date_of(reading);
  std::string clock = clock_text(reading - date);
  if (clock.ends_with(":00")) clock.resize(5);
  return ::fmt::format("{} {} {} {}", weekdays[std::chrono::weekday{date}.c_encoding()], iso(date), clock,
                       moment.zone().period_at(moment.at()).abbreviation);
}

template <class Value>
struct text_formatter : ::fmt::formatter<std::string_view> {
  template <class Context>
  auto format(const Value& value, Context& context) const {
    return ::fmt::formatter<std::string_view>::format(printed(value), context);
  }
};

}  // namespace detail

}  // namespace sla::inline v0

/// Real time in days of 24 hours, hours, minutes and seconds; what is zero is left out, a minus sign stands in front.
///
/// example  fmt::format("{}", sla::elapsed{51h + 15min}) is "2 d 3 h 15 min"
template <>
struct fmt::formatter<sla::elapsed> : sla::detail::text_formatter<sla::elapsed> {};

/// Business time in hours, minutes and seconds, never in days, whose length depends on the business hours.
///
/// example  fmt::format("{}", sla::business_time{30h}) is "30 h business time"
template <>
struct fmt::formatter<sla::business_time> : sla::detail::text_formatter<sla::business_time> {};

/// A number of business days.
///
/// example  fmt::format("{}", sla::business_days{3}) is "3 business days"
template <>
struct fmt::formatter<sla::business_days> : sla::detail::text_formatter<sla::business_days> {};

/// An instant on the clocks of a zone.
///
/// example  fmt::format("{}", sla::local(sla::us_eastern, at)) is "Mon 2026-11-23 02:00 EST"
template <class Zone>
struct fmt::formatter<sla::local<Zone>> : sla::detail::text_formatter<sla::local<Zone>> {};

/// A fraction as a percentage, rounded down, with four digits after the point or as many as the precision says.
///
/// throws   fmt::format_error for anything but a precision from 1 to 9
/// example  fmt::format("{:.2}", sla::fraction{99999, 100000}) is "99.99 %"
template <>
struct fmt::formatter<sla::fraction> {
  constexpr auto parse(format_parse_context& context) {
    auto next = context.begin();
    if (next == context.end() || *next == '}') return next;
    const bool has_point = *next == '.';
    ++next;
    if (!has_point || next == context.end() || *next < '1' || '9' < *next)
      throw format_error("a fraction takes a precision from .1 to .9");
    digits_ = *next - '0';
    return ++next;
  }

  template <class Context>
  auto format(const sla::fraction& value, Context& context) const {
    return ::fmt::format_to(context.out(), "{} %", sla::percent_rounded_down(value, digits_));
  }

 private:
  int digits_ = 4;
};

#endif
