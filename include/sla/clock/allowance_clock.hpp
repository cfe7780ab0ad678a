#ifndef SLA_CLOCK_ALLOWANCE_CLOCK_HPP
#define SLA_CLOCK_ALLOWANCE_CLOCK_HPP

// An allowance is used up by one of three clocks: real time, the time that business is open, or, where closed dates pause
// elapsed targets, the time that the desk is open. A target in business days has no length of its own; its budget is the
// open time between its start and the instant at which it would be due without pauses.

#include <chrono>
#include <string>
#include <type_traits>
#include <variant>

#include "sla/calendar/business_arithmetic.hpp"
#include "sla/policy/agreement.hpp"

namespace sla::inline v0 {

/// Whose time uses up an allowance.
enum class clock_kind { real, business, desk };

namespace detail {

/// False where the compiler can see that closed dates do not pause the clock; then no table of the desk is made.
template <class Terms>
concept desk_may_pause_the_clock =
    !requires { typename std::enable_if_t<Terms::desk_closure == desk_closure::clock_runs>; };

[[noreturn]] inline void an_instant_must_fit_64_bits(instant from, std::chrono::milliseconds amount) {
  throw coverage_error("the instant " + std::to_string(amount.count()) + " ms after " + iso(from) +
                       " is later than 64 bits hold");
}

/// The instant at which an amount of real time has passed.
constexpr instant real_time_passed(instant from, std::chrono::milliseconds amount) {
  if ((instant::max)() - amount < from) an_instant_must_fit_64_bits(from, amount);
  return from + amount;
}

/// Real time that passes, or open time, between two instants; negative when `to` is before `from`.
template <deadline_terms Terms>
constexpr std::chrono::milliseconds time_between(const Terms& terms, clock_kind by, instant from, instant to) {
  if constexpr (desk_may_pause_the_clock<Terms>)
    if (by == clock_kind::desk) return business_time_between(support_times(terms), from, to).length();
  return by == clock_kind::business ? business_time_between(business_times(terms), from, to).length() : to - from;
}

/// The smallest instant at which this much time has passed on a clock.
template <deadline_terms Terms>
constexpr instant time_passed(const Terms& terms, clock_kind by, instant from, std::chrono::milliseconds amount) {
  if constexpr (desk_may_pause_the_clock<Terms>)
    if (by == clock_kind::desk) return add_business_time(support_times(terms), from, business_time{amount});
  return by == clock_kind::business ? add_business_time(business_times(terms), from, business_time{amount})
                                    : real_time_passed(from, amount);
}

}  // namespace detail

/// The clock of an allowance under an agreement.
///
/// example  business_days{3}: business; elapsed{2h}: real, or desk where closed dates pause the clock
template <deadline_terms Terms>
constexpr clock_kind clock_of([[maybe_unused]] const Terms& terms, const allowance& within) {
  if (!std::holds_alternative<elapsed>(within)) return clock_kind::business;
  if constexpr (detail::desk_may_pause_the_clock<Terms>)
    if (terms.desk_closure == desk_closure::clock_pauses) return clock_kind::desk;
  return clock_kind::real;
}

}  // namespace sla::inline v0

#endif
