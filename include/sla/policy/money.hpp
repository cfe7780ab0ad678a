#ifndef SLA_POLICY_MONEY_HPP
#define SLA_POLICY_MONEY_HPP

#include <bit>
#include <compare>
#include <cstdint>
#include <limits>
#include <string>

#include "sla/policy/fraction.hpp"
#include "sla/time/error.hpp"

namespace sla::inline v0 {

/// What becomes of a part of a cent.
enum class money_rounding {
  down,       ///< it is dropped
  half_even,  ///< half a cent goes to the even cent, less down, more up
  half_up,    ///< half a cent and more go up
  up          ///< it becomes a whole cent
};

/// An amount of money, a fee or a credit, in the smallest unit of its currency.
///
/// minor_units  0 or more; whole cents, yen or fils
/// throws       terms_error if it is negative
/// example      money{125'000} is 1,250.00 dollars
class money {
 public:
  constexpr money() noexcept = default;
  constexpr explicit money(std::int64_t minor_units) : minor_units_(minor_units) {
    if (minor_units < 0) an_amount_must_not_be_negative(minor_units);
  }

  constexpr std::int64_t minor_units() const noexcept { return minor_units_; }

  /// throws  terms_error if the sum does not fit
  friend constexpr money operator+(money a, money b) {
    std::int64_t sum = 0;
    if (__builtin_add_overflow(a.minor_units_, b.minor_units_, &sum)) an_amount_must_fit_64_bits();
    return money{sum};
  }

  /// A share of an amount.
  ///
  /// Multiplied bit by bit, for a product may need 128.
  ///
  /// throws   terms_error if it does not fit
  /// example  part(money{999}, 10_percent, money_rounding::half_even) is money{100}
  friend constexpr money part(money whole, fraction share, money_rounding rounding) {
    const std::int64_t per = share.denominator();
    const auto parts = static_cast<std::uint64_t>(share.numerator());
    money units;
    std::int64_t left = 0;
    for (auto bit = static_cast<int>(std::bit_width(parts)); bit-- > 0;) {
      const std::int64_t times = static_cast<std::int64_t>(parts >> bit & 1);
      left = 2 * left + times * (whole.minor_units_ % per);
      units = units + units + money{times * (whole.minor_units_ / per)} + money{left / per};
      left %= per;
    }
    return rounds_up(units.minor_units_, left, per, rounding) ? units + money{1} : units;
  }

  friend constexpr auto operator<=>(const money&, const money&) = default;

 private:
  static constexpr bool rounds_up(std::int64_t units, std::int64_t left, std::int64_t per, money_rounding rounding) {
    switch (rounding) {
      case money_rounding::down: return false;
      case money_rounding::up: return left > 0;
      case money_rounding::half_up: return left >= per - left;
      case money_rounding::half_even: break;
    }
    return left > per - left || (left == per - left && units % 2 == 1);
  }

  [[noreturn]] static void an_amount_must_not_be_negative(std::int64_t minor_units) {
    throw terms_error("an amount of " + std::to_string(minor_units) + " minor units is negative; it must be 0 or more");
  }
  [[noreturn]] static void an_amount_must_fit_64_bits() {
    throw terms_error("an amount of money in this calculation is above " +
                      std::to_string((std::numeric_limits<std::int64_t>::max)()) +
                      " minor units, the largest there is");
  }

  std::int64_t minor_units_ = 0;
};

}  // namespace sla::inline v0

#endif
