#ifndef SLA_TIME_INTERVAL_HPP
#define SLA_TIME_INTERVAL_HPP

// Every stretch of time here is half-open: it has its first instant and stops just before its last. Outages that touch
// neither overlap nor leave a gap, a day is exactly 00:00 to 24:00, and lengths add up without a second too many.

#include <algorithm>
#include <compare>
#include <concepts>
#include <cstdint>

#include "sla/time/amount.hpp"
#include "sla/time/civil.hpp"
#include "sla/time/error.hpp"

namespace sla::inline v0 {

namespace detail {

/// The milliseconds from one instant to a later one, which need all 64 bits when the two lie far apart.
constexpr std::uint64_t distance(instant from, instant to) noexcept {
  return static_cast<std::uint64_t>(to.time_since_epoch().count()) -
         static_cast<std::uint64_t>(from.time_since_epoch().count());
}

}  // namespace detail

/// The instants from one to another, the first included and the last not.
///
/// from, to  instants; equal ones make an empty interval
/// throws    interval_error if `to` is before `from`
/// example   {Fri 20:45, Fri 22:10} lasts 85 minutes and contains 20:45 but not 22:10
class interval {
 public:
  constexpr interval() = default;
  constexpr interval(instant from, instant to) : from_(from), to_(to) {
    if (to < from) an_interval_must_not_end_before_it_begins(from, to);
  }

  constexpr instant starts_at() const noexcept { return from_; }
  constexpr instant ends_at() const noexcept { return to_; }
  /// throws  coverage_error for more than 292 million years
  constexpr elapsed length() const { return elapsed{detail::between(from_, to_)}; }
  constexpr bool empty() const noexcept { return from_ == to_; }
  constexpr bool contains(instant time) const noexcept { return from_ <= time && time < to_; }

  friend constexpr bool operator==(const interval&, const interval&) = default;
  /// Orders by start, then by end.
  friend constexpr auto operator<=>(const interval&, const interval&) = default;

 private:
  [[noreturn]] static void an_interval_must_not_end_before_it_begins(instant from, instant to) {
    throw interval_error("the interval from " + iso(from) + " to " + iso(to) + " ends before it begins");
  }

  instant from_{};
  instant to_{};
};

/// The part that two intervals share; empty if they share none.
constexpr interval intersect(const interval& a, const interval& b) {
  const instant from = (std::max)(a.starts_at(), b.starts_at());
  return {from, (std::max)(from, (std::min)(a.ends_at(), b.ends_at()))};
}

}  // namespace sla::inline v0

#endif
