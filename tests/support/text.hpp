#ifndef SLA_TESTS_SUPPORT_TEXT_HPP
#define SLA_TESTS_SUPPORT_TEXT_HPP

// How doctest writes the library's words for time when a check fails; numbers, strings and enumerations it writes by
// itself. Values of higher floors are in terms_text.hpp.

#include <doctest/doctest.h>

#include <chrono>
#include <compare>
#include <concepts>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sla/calendar/weekday_set.hpp"
#include "sla/time/amount.hpp"
#include "sla/time/civil.hpp"
#include "sla/time/interval.hpp"
#include "sla/time/interval_set.hpp"
#include "sla/time/text.hpp"

namespace sla_tests {

inline std::string text(std::string_view value) { return std::string(value); }

template <class Rep, class Period>
std::string text(std::chrono::duration<Rep, Period> value) {
  return std::to_string(std::chrono::duration_cast<std::chrono::milliseconds>(value).count()) + " ms";
}
template <class Duration>
std::string text(std::chrono::sys_time<Duration> value) {
  return sla::iso(std::chrono::floor<std::chrono::milliseconds>(value));
}
template <class Duration>
std::string text(std::chrono::local_time<Duration> value) {
  return sla::iso(std::chrono::floor<std::chrono::milliseconds>(value));
}
inline std::string text(sla::civil_day value) { return sla::iso(value); }
inline std::string text(std::chrono::weekday value) { return std::string(sla::name_of(value)); }
inline std::string text(sla::elapsed value) { return text(value.length()) + " elapsed"; }
inline std::string text(sla::business_time value) { return text(value.length()) + " of business"; }
inline std::string text(sla::business_days value) { return std::to_string(value.count()) + " business days"; }
inline std::string text(const sla::interval& value) { return text(value.starts_at()) + '/' + text(value.ends_at()); }
inline std::string text(const sla::interval_set& value) {
  std::string all = "{";
  for (const sla::interval& member : value) all += ' ' + text(member);
  return all + " }";
}
inline std::string text(std::nullopt_t) { return "none"; }
inline std::string text(std::strong_ordering value) { return value < 0 ? "less" : value > 0 ? "greater" : "equal"; }

template <class Value>
concept has_text = requires(const Value& value) {
  { text(value) } -> std::same_as<std::string>;
};

}  // namespace sla_tests

template <sla_tests::has_text Value>
struct doctest::StringMaker<Value> {
  static String convert(const Value& value) { return sla_tests::text(value).c_str(); }
};

template <sla_tests::has_text Value>
struct doctest::StringMaker<std::optional<Value>> {
  static String convert(const std::optional<Value>& value) { return value ? sla_tests::text(*value).c_str() : "none"; }
};

template <sla_tests::has_text Value>
struct doctest::StringMaker<std::vector<Value>> {
  static String convert(const std::vector<Value>& values) {
    std::string all = "[";
    for (const Value& value : values) all += ' ' + sla_tests::text(value);
    return (all + " ]").c_str();
  }
};

#endif
