#ifndef SLA_POLICY_PERCENT_HPP
#define SLA_POLICY_PERCENT_HPP

// Shares as contracts write them. 99.95 has no exact floating-point value, so a percentage is read digit by digit.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "sla/policy/fraction.hpp"
#include "sla/time/error.hpp"

namespace sla::inline v0 {

/// The share that the digits of a percentage mean, exactly.
///
/// digits   from 0 to 100, with at most nine decimals
/// returns  none for any other text
/// example  percentage("99.95") is 9995/10000
constexpr std::optional<fraction> percentage(std::string_view digits) noexcept {
  constexpr std::int64_t nine_decimals = 100'000'000'000;
  constexpr auto is_digit = [](char each) { return '0' <= each && each <= '9'; };
  if (digits.empty() || !is_digit(digits.front()) || !is_digit(digits.back())) return std::nullopt;
  std::int64_t numerator = 0;
  std::int64_t denominator = 100;
  const std::size_t point = digits.find('.');
  for (std::size_t place = 0; place < digits.size(); ++place) {
    if (place == point) continue;
    if (!is_digit(digits[place]) || denominator == nine_decimals) return std::nullopt;
    if (place > point) denominator *= 10;
    numerator = numerator * 10 + (digits[place] - '0');
    if (numerator > denominator) return std::nullopt;
  }
  return fraction{numerator, denominator};
}

/// A share as a percentage without zeros at the end; what lies behind the ninth decimal is cut off.
///
/// example  percent_text(fraction{9995, 10000}) is "99.95 %"
inline std::string percent_text(fraction share) {
  std::string text = percent_rounded_down(share, 9);
  text.erase(text.find_last_not_of('0') + 1);
  if (text.ends_with('.')) text.pop_back();
  return text + " %";
}

namespace detail {

[[noreturn]] inline void a_percentage_must_be_from_0_to_100_with_at_most_nine_decimals() {
  throw terms_error("a percentage must be from 0 to 100 with at most nine decimals");
}

}  // namespace detail

inline namespace literals {

/// A share written as in a contract.
///
/// digits   from 0 to 100, with at most nine decimals; others do not compile
/// example  99.95_percent is fraction{9995, 10000}
consteval fraction operator""_percent(const char* digits) {
  const std::optional<fraction> share = percentage(digits);
  if (!share) detail::a_percentage_must_be_from_0_to_100_with_at_most_nine_decimals();
  return *share;
}

}  // namespace literals

}  // namespace sla::inline v0

#endif
