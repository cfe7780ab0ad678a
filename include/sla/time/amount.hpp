#ifndef SLA_TIME_AMOUNT_HPP
#define SLA_TIME_AMOUNT_HPP

// "Two hours" is not an amount of time until somebody says which hours. Three unrelated types say it:
//
//   elapsed{2h}         runs through nights, week-ends and holidays, 3600 s an hour on any day of the year
//   business_time{4h}   counts only while business hours are open
//   business_days{3}    counts dates on which business is done; it has no length in hours
//
// None converts to another, to a number or to a std::chrono duration, so the classic mistake (one business day taken
// for 24 hours, or for eight) does not compile.

#include <chrono>
#include <compare>
#include <concepts>
#include <cstdint>
#include <string>
#include <utility>

#include "sla/time/civil.hpp"
#include "sla/time/error.hpp"

namespace sla::inline v0 {

namespace detail {

[[noreturn]] inline void a_time_must_not_be_beyond_292_million_years(const std::string& time) {
  throw coverage_error(time + " is beyond 292 million years");
}
inline std::string in_milliseconds(std::chrono::milliseconds length) { return std::to_string(length.count()) + " ms"; }
[[noreturn]] inline void a_sum_must_fit(std::chrono::milliseconds a, std::chrono::milliseconds b) {
  a_time_must_not_be_beyond_292_million_years("the sum of " + in_milliseconds(a) + " and " + in_milliseconds(b));
}
[[noreturn]] inline void a_difference_must_fit(std::chrono::milliseconds a, std::chrono::milliseconds b) {
  a_time_must_not_be_beyond_292_million_years(in_milliseconds(a) + " less " + in_milliseconds(b));
}
[[noreturn]] inline void an_instant_must_fit(instant from, std::chrono::milliseconds by) {
  a_time_must_not_be_beyond_292_million_years("the instant " + in_milliseconds(by) + " after " + iso(from));
}
[[noreturn]] inline void a_length_must_fit(instant from, instant to) {
  a_time_must_not_be_beyond_292_million_years("the time from " + iso(from) + " to " + iso(to));
}

/// throws  coverage_error if the sum does not fit
constexpr std::chrono::milliseconds sum(std::chrono::milliseconds a, std::chrono::milliseconds b) {
  std::int64_t result = 0;
  if (__builtin_add_overflow(a.count(), b.count(), &result)) a_sum_must_fit(a, b);
  return std::chrono::milliseconds{result};
}
constexpr std::chrono::milliseconds difference(std::chrono::milliseconds a, std::chrono::milliseconds b) {
  std::int64_t result = 0;
  if (__builtin_sub_overflow(a.count(), b.count(), &result)) a_difference_must_fit(a, b);
  return std::chrono::milliseconds{result};
}
/// The instant that comes so much later.
constexpr instant later(instant from, std::chrono::milliseconds by) {
  std::int64_t result = 0;
  if (__builtin_add_overflow(from.time_since_epoch().count(), by.count(), &result)) an_instant_must_fit(from, by);
  return instant{std::chrono::milliseconds{result}};
}
/// The real time from one instant to another; negative if that is before.
constexpr std::chrono::milliseconds between(instant from, instant to) {
  std::int64_t result = 0;
  if (__builtin_sub_overflow(to.time_since_epoch().count(), from.time_since_epoch().count(), &result))
    a_length_must_fit(from, to);
  return std::chrono::milliseconds{result};
}

/// throws  coverage_error for a sum or a difference beyond 292 million years
template <class Kind>
class time_amount {
 public:
  constexpr time_amount() = default;
  constexpr explicit time_amount(std::chrono::milliseconds length) noexcept : length_(length) {}

  /// The length in milliseconds, for whoever leaves the typed world on purpose.
  constexpr std::chrono::milliseconds length() const noexcept { return length_; }

  constexpr time_amount operator-() const { return time_amount(difference({}, length_)); }
  constexpr time_amount& operator+=(time_amount other) { return length_ = sum(length_, other.length_), *this; }
  constexpr time_amount& operator-=(time_amount other) { return length_ = difference(length_, other.length_), *this; }
  friend constexpr time_amount operator+(time_amount a, time_amount b) { return a += b; }
  friend constexpr time_amount operator-(time_amount a, time_amount b) { return a -= b; }
  friend constexpr auto operator<=>(time_amount, time_amount) = default;

 private:
  std::chrono::milliseconds length_{};
};

}  // namespace detail

/// Real time: an hour is 3600 s on any day, also on the nights when clocks change.
///
/// example  elapsed{24h} after Sat 2026-03-07 12:00 EST ends on Sun 13:00 EDT
using elapsed = detail::time_amount<struct elapsed_kind>;

/// Time inside business hours; closed time does not count.
///
/// example  business_time{4h} of 09:00-17:00 from Thu 2025-07-03 15:30 ends on Mon 11:30, after Independence Day
using business_time = detail::time_amount<struct business_kind>;

/// A number of business days; may be negative where a direction is meant.
///
/// throws   terms_error for a number, a sum or a difference that does not fit an int
/// example  business_days{3} after Fri 2026-11-20 end with Wed 2026-11-25
class business_days {
 public:
  constexpr business_days() = default;
  template <std::integral Integer>
    requires(!std::same_as<Integer, bool>)
  constexpr explicit business_days(Integer count) : count_(static_cast<int>(count)) {
    if (!std::in_range<int>(count)) a_number_of_business_days_must_fit_an_int(std::to_string(count));
  }

  constexpr int count() const noexcept { return count_; }

  constexpr business_days operator-() const { return business_days{} - *this; }
  constexpr business_days& operator+=(business_days other) { return *this = *this + other; }
  constexpr business_days& operator-=(business_days other) { return *this = *this - other; }
  friend constexpr business_days operator+(business_days a, business_days b) {
    return business_days(std::int64_t{a.count_} + b.count_);
  }
  friend constexpr business_days operator-(business_days a, business_days b) {
    return business_days(std::int64_t{a.count_} - b.count_);
  }
  friend constexpr auto operator<=>(business_days, business_days) = default;

 private:
  [[noreturn]] static void a_number_of_business_days_must_fit_an_int(const std::string& count) {
    throw terms_error(count + " business days are more than this library counts");
  }

  int count_ = 0;
};

/// One of the three kinds; whatever promises an amount of time asks for this.
template <class Amount>
concept says_elapsed_or_business =
    std::same_as<Amount, elapsed> || std::same_as<Amount, business_time> || std::same_as<Amount, business_days>;

}  // namespace sla::inline v0

#endif
