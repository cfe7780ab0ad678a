#ifndef SLA_AVAILABILITY_WEIGHTED_TIME_HPP
#define SLA_AVAILABILITY_WEIGHTED_TIME_HPP

#include <chrono>
#include <compare>

#include "sla/policy/fraction.hpp"
#include "sla/time/amount.hpp"

namespace sla::inline v0 {

/// Real time weighted by the share of a service that was down; exact, so not always a whole number of milliseconds.
///
/// throws   terms_error for a negative length, and for a sum whose weights have no common denominator that fits
/// example  weighted_time(elapsed{1h}, fraction{1, 3}) is twenty minutes
class weighted_time {
 public:
  constexpr weighted_time() = default;
  constexpr explicit weighted_time(elapsed length, fraction weight = {1, 1})
      : milliseconds_(fraction{length.length().count(), 1} * weight) {}

  constexpr fraction milliseconds() const noexcept { return milliseconds_; }

  constexpr elapsed rounded_down() const noexcept {
    return elapsed{std::chrono::milliseconds{milliseconds_.numerator() / milliseconds_.denominator()}};
  }
  constexpr elapsed rounded_up() const noexcept {
    const bool is_whole = milliseconds_.denominator() == 1;
    return is_whole ? rounded_down() : rounded_down() + elapsed{std::chrono::milliseconds{1}};
  }

  constexpr weighted_time& operator+=(const weighted_time& other) {
    milliseconds_ = milliseconds_ + other.milliseconds_;
    return *this;
  }
  friend constexpr weighted_time operator+(weighted_time a, const weighted_time& b) { return a += b; }
  friend constexpr auto operator<=>(const weighted_time&, const weighted_time&) = default;

 private:
  fraction milliseconds_{0, 1};
};

}  // namespace sla::inline v0

#endif
