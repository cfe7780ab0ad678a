#ifndef SLA_POLICY_FRACTION_HPP
#define SLA_POLICY_FRACTION_HPP

#include <algorithm>
#include <compare>
#include <cstdint>
#include <limits>
#include <numeric>
#include <string>

#include "sla/time/error.hpp"

namespace sla::inline v0 {

/// An exact, non-negative ratio in lowest terms. Verdicts compare fractions; nothing is rounded before.
///
/// throws   terms_error for a negative numerator or a denominator that is not between 1 and 9.2e17
/// example  fraction{999, 1000} is 99.9 %
class fraction {
 public:
  constexpr fraction(std::int64_t numerator, std::int64_t denominator)
      : numerator_(numerator), denominator_(denominator) {
    if (numerator < 0 || denominator < 1 || denominator > largest_denominator)
      a_fraction_needs_a_positive_denominator(numerator, denominator);
    const std::int64_t common = std::gcd(numerator, denominator);
    numerator_ /= common;
    denominator_ /= common;
  }

  constexpr std::int64_t numerator() const noexcept { return numerator_; }
  constexpr std::int64_t denominator() const noexcept { return denominator_; }

  /// throws  terms_error for a sum, difference, product or quotient that is no fraction or does not fit one, and for a sum
  ///         or difference whose numerator does not fit before it is in lowest terms
  friend constexpr fraction operator+(const fraction& a, const fraction& b) {
    const std::int64_t common = std::gcd(a.denominator_, b.denominator_);
    return over(sum(product(a.numerator_, b.denominator_ / common), product(b.numerator_, a.denominator_ / common)),
                a.denominator_ / common, b.denominator_);
  }
  friend constexpr fraction operator-(const fraction& a, const fraction& b) {
    const std::int64_t common = std::gcd(a.denominator_, b.denominator_);
    return over(product(a.numerator_, b.denominator_ / common) - product(b.numerator_, a.denominator_ / common),
                a.denominator_ / common, b.denominator_);
  }
  friend constexpr fraction operator*(const fraction& a, const fraction& b) {
    return crosswise(a.numerator_, a.denominator_, b.numerator_, b.denominator_);
  }
  friend constexpr fraction operator/(const fraction& a, const fraction& b) {
    if (b.numerator_ == 0) a_fraction_needs_a_positive_denominator(b.denominator_, 0);
    return crosswise(a.numerator_, a.denominator_, b.denominator_, b.numerator_);
  }

  friend constexpr bool operator==(const fraction&, const fraction&) = default;

  /// Compares whole parts, then what is left upside down, so that no product can overflow.
  friend constexpr std::strong_ordering operator<=>(fraction a, fraction b) noexcept {
    for (;;) {
      if (const auto whole = a.numerator_ / a.denominator_ <=> b.numerator_ / b.denominator_; whole != 0) return whole;
      const std::int64_t left_a = a.numerator_ % a.denominator_;
      const std::int64_t left_b = b.numerator_ % b.denominator_;
      if (left_a == 0 || left_b == 0) return left_a <=> left_b;
      const std::int64_t denominator_a = a.denominator_;
      a.numerator_ = b.denominator_;
      a.denominator_ = left_b;
      b.numerator_ = denominator_a;
      b.denominator_ = left_a;
    }
  }

  /// Small enough for one more decimal digit; in milliseconds, 29 million years.
  static constexpr std::int64_t largest_denominator = (std::numeric_limits<std::int64_t>::max)() / 10;

 private:
  /// A numerator over the product of a factor that has no divisor in common with it, and of another number.
  static constexpr fraction over(std::int64_t numerator, std::int64_t factor, std::int64_t other) {
    const std::int64_t common = std::gcd(numerator, other);
    return {numerator / common, product(factor, other / common)};
  }
  static constexpr fraction crosswise(std::int64_t a, std::int64_t over_a, std::int64_t b, std::int64_t over_b) {
    const std::int64_t falling = std::gcd(a, over_b);
    const std::int64_t rising = std::gcd(b, over_a);
    return {product(a / falling, b / rising), product(over_a / rising, over_b / falling)};
  }

  static constexpr std::int64_t product(std::int64_t a, std::int64_t b) {
    std::int64_t result = 0;
    if (__builtin_mul_overflow(a, b, &result)) the_result_must_fit_a_fraction();
    return result;
  }
  static constexpr std::int64_t sum(std::int64_t a, std::int64_t b) {
    std::int64_t result = 0;
    if (__builtin_add_overflow(a, b, &result)) the_result_must_fit_a_fraction();
    return result;
  }
  [[noreturn]] static void the_result_must_fit_a_fraction() {
    throw terms_error("the terms of this result are above " +
                      std::to_string((std::numeric_limits<std::int64_t>::max)()) +
                      ", the largest that a fraction holds");
  }

  [[noreturn]] static void a_fraction_needs_a_positive_denominator(std::int64_t numerator, std::int64_t denominator) {
    throw terms_error("the fraction " + std::to_string(numerator) + "/" + std::to_string(denominator) +
                      " needs a numerator of at least 0 and a denominator from 1 to " +
                      std::to_string(largest_denominator));
  }

  std::int64_t numerator_;
  std::int64_t denominator_;
};

/// A fraction as a percentage in decimal text, rounded down, so that nothing below 100 ever reads as 100.
///
/// digits   after the decimal point, at least 1
/// throws   terms_error for fewer
/// example  percent_rounded_down(fraction{99999, 100000}, 2) is "99.99"
inline std::string percent_rounded_down(fraction value, int digits) {
  if (digits < 1)
    throw terms_error("a percentage with " + std::to_string(digits) +
                      " digits after the decimal point; allowed are 1 and more");
  std::int64_t left = value.numerator() % value.denominator();
  std::string text = std::to_string(value.numerator() / value.denominator());
  for (int place = -2; place < digits; ++place) {
    if (place == 0) text += '.';
    left *= 10;
    text += static_cast<char>('0' + left / value.denominator());
    left %= value.denominator();
  }
  text.erase(0, (std::min)(text.find_first_not_of('0'), text.find('.') - 1));
  return text;
}

}  // namespace sla::inline v0

#endif
