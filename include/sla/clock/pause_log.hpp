#ifndef SLA_CLOCK_PAUSE_LOG_HPP
#define SLA_CLOCK_PAUSE_LOG_HPP

// A pause is a stretch taken out of a clock's time, never a number added to a due instant: what of it lies at night or on
// a week-end takes nothing from a target in business time, and what lies after the allowance is used up changes nothing.
// The log keeps, with every pause, the time that all earlier ones took from each clock. So one more pause costs the same
// for the first and for the thousandth, and a due instant is found by search, whatever the target has become meanwhile.

#include <algorithm>
#include <array>
#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "sla/clock/allowance_clock.hpp"
#include "sla/clock/deadline.hpp"
#include "sla/policy/fraction.hpp"
#include "sla/time/interval_set.hpp"

namespace sla::inline v0 {

/// Why a clock stands still.
enum class pause_reason {
  hold,          ///< the issue waits for somebody else
  ticket_closed  ///< the issue was taken for remedied, or withdrawn
};

/// One stretch during which a clock stands still.
struct pause {
  interval during;
  pause_reason reason;
};

/// The pauses of a clock, in the order in which they happened.
class pause_log {
 public:
  struct entry {
    pause taken;
    std::array<std::chrono::milliseconds, 3> taken_before;  ///< by clock_kind
  };

  constexpr pause_log() = default;

  /// Pauses that are known as a set.
  ///
  /// throws  coverage_error
  template <deadline_terms Terms>
  constexpr pause_log(const Terms& terms, const interval_set& holds) {
    entries_.reserve(holds.size());
    for (const interval& hold : holds) add(terms, {hold, pause_reason::hold});
  }

  /// Adds a pause; an empty one vanishes.
  ///
  /// throws  interval_error for one that begins before the last one has ended; coverage_error
  template <deadline_terms Terms>
  constexpr void add(const Terms& terms, const pause& next) {
    if (next.during.empty()) return;
    refuse_out_of_order(next.during);
    entries_.push_back({next, total_});
    for (std::size_t kind = 0; kind < total_.size(); ++kind)
      total_[kind] += length(terms, static_cast<clock_kind>(kind), next.during);
  }

  constexpr const std::vector<entry>& entries() const noexcept { return entries_; }

  /// The time that pauses took from a clock before an instant.
  ///
  /// throws  coverage_error
  template <deadline_terms Terms>
  constexpr std::chrono::milliseconds taken_before(const Terms& terms, clock_kind from, instant at) const {
    const auto begins_later = std::partition_point(entries_.begin(), entries_.end(), has_begun{at});
    if (begins_later == entries_.begin()) return {};
    const entry& last = *(begins_later - 1);
    const interval so_far{last.taken.during.starts_at(), (std::min)(at, last.taken.during.ends_at())};
    return last.taken_before[static_cast<std::size_t>(from)] + length(terms, from, so_far);
  }

  /// The smallest instant at which a clock that started at an instant has run for an amount of its own time.
  ///
  /// going_on  a pause that has not ended yet: from its beginning to the instant asked about
  /// throws    interval_error for one that begins before the last one has ended; coverage_error
  template <deadline_terms Terms>
  constexpr instant time_passed(const Terms& terms, clock_kind by, instant from, std::chrono::milliseconds amount,
                                std::optional<interval> going_on = {}) const {
    if (going_on && !going_on->empty()) refuse_out_of_order(*going_on);
    if (amount <= std::chrono::milliseconds{0}) return from;
    if (entries_.empty() && !going_on) return detail::time_passed(terms, by, from, amount);
    const auto taken_before_start = taken_before(terms, by, from);
    const auto used_up = std::partition_point(entries_.begin(), entries_.end(),
                                              goes_on_at<Terms>{terms, by, from, amount - taken_before_start});
    auto taken = used_up == entries_.end() ? total_[static_cast<std::size_t>(by)]
                                           : used_up->taken_before[static_cast<std::size_t>(by)];
    taken -= taken_before_start;
    if (used_up == entries_.end() && going_on &&
        detail::time_between(terms, by, from, going_on->starts_at()) - taken < amount)
      taken += length(terms, by, {(std::max)(from, going_on->starts_at()), (std::max)(from, going_on->ends_at())});
    return detail::time_passed(terms, by, from, amount + taken);
  }

 private:
  struct has_begun {
    instant at;
    constexpr bool operator()(const entry& each) const noexcept { return each.taken.during.starts_at() < at; }
  };

  /// True for a pause that begins before the clock has run for an amount.
  template <class Terms>
  struct goes_on_at {
    const Terms& terms;
    clock_kind by;
    instant from;
    std::chrono::milliseconds amount;
    constexpr bool operator()(const entry& each) const {
      return detail::time_between(terms, by, from, each.taken.during.starts_at()) -
                 each.taken_before[static_cast<std::size_t>(by)] <
             amount;
    }
  };

  constexpr void refuse_out_of_order(const interval& next) const {
    if (!entries_.empty() && next.starts_at() < entries_.back().taken.during.ends_at())
      a_pause_must_not_begin_before_the_last_one_has_ended(next.starts_at(), entries_.back().taken.during.ends_at());
  }
  [[noreturn]] static void a_pause_must_not_begin_before_the_last_one_has_ended(instant begins, instant ended) {
    throw interval_error("a pause begins at " + iso(begins) +
                         ", before the last one has ended; allowed: " + iso(ended) + " or later");
  }

  template <class Terms>
  static constexpr std::chrono::milliseconds length(const Terms& terms, clock_kind by, const interval& of) {
    if constexpr (!detail::desk_may_pause_the_clock<Terms>)
      if (by == clock_kind::desk) return {};
    return detail::time_between(terms, by, of.starts_at(), of.ends_at());
  }

  std::vector<entry> entries_;
  std::array<std::chrono::milliseconds, 3> total_{};
};

/// An allowance that has begun to run: the clock it runs by, from where, and how much of that clock's time it holds.
///
/// starts_at  its start; it runs `from` later only if its hours have to fit into one day
/// unpaused  the instant at which it is used up if nothing pauses the clock
struct running_allowance {
  clock_kind by;
  instant starts_at;
  instant from;
  std::chrono::milliseconds budget;
  instant unpaused;
};

/// What an allowance that starts at an instant runs by.
///
/// throws   coverage_error; terms_error as due_after does
/// example  2 business days, 09:00-17:00, from Thu 2025-07-03 15:30: business time from then, 17 h 30 min, until Tue 17:00
template <deadline_terms Terms>
constexpr running_allowance run(const Terms& terms, const allowance& within, instant from) {
  const clock_kind by = clock_of(terms, within);
  const instant runs_from = started_at(terms, within, from);
  const instant unpaused = due_after(terms, within, runs_from);
  if (const auto* real = std::get_if<elapsed>(&within)) return {by, from, runs_from, real->length(), unpaused};
  if (const auto* open = std::get_if<business_time>(&within)) return {by, from, runs_from, open->length(), unpaused};
  return {by, from, runs_from, detail::time_between(terms, by, runs_from, unpaused), unpaused};
}

/// The instant at which an allowance is used up, with pauses taken out of the clock's time; never earlier than without.
///
/// going_on  a pause that has not ended yet: from its beginning to the instant asked about
/// throws    interval_error for one that begins before the last one has ended; coverage_error
template <deadline_terms Terms>
constexpr instant due_after(const Terms& terms, const running_allowance& running, const pause_log& pauses,
                            std::optional<interval> going_on = {}) {
  if (pauses.entries().empty() && !going_on) return running.unpaused;
  return (std::max)(running.unpaused, pauses.time_passed(terms, running.by, running.from, running.budget, going_on));
}

/// The instant at which an allowance that starts at an instant is used up, with pauses taken out of the clock's time.
///
/// A target in business days has as its budget the open time up to the instant at which it would be due without pauses.
///
/// pauses   intervals during which the clock does not run
/// throws   coverage_error; terms_error as without pauses
/// example  2 elapsed hours from 10:00 with a pause from 11:00 to 14:00 end at 15:00
template <deadline_terms Terms>
constexpr instant due_after(const Terms& terms, const allowance& within, instant from, const interval_set& pauses) {
  if (pauses.empty()) return due_after(terms, within, from);
  return due_after(terms, run(terms, within, from), pause_log(terms, pauses));
}

namespace detail {

[[noreturn]] inline void a_share_of_an_allowance_must_be_more_than_0_and_at_most_1(fraction share) {
  throw terms_error("a share of " + percent_rounded_down(share, 4) + " % of an allowance is not within (0, 100]");
}
[[noreturn]] inline void a_share_of_an_allowance_must_not_be_finer_than_1_in_10000(fraction share) {
  throw terms_error("a share of " + std::to_string(share.numerator()) + "/" + std::to_string(share.denominator()) +
                    " of an allowance is finer than 1/10000");
}

/// Rounded up to the millisecond.
constexpr std::chrono::milliseconds share_of(std::chrono::milliseconds whole, fraction share) {
  const auto parts = whole.count() / share.denominator() * share.numerator();
  const auto rest = whole.count() % share.denominator() * share.numerator();
  return std::chrono::milliseconds{parts + (rest + share.denominator() - 1) / share.denominator()};
}

}  // namespace detail

/// The instant at which a share of an allowance is used, in the allowance's own kind of time.
///
/// share    more than 0, at most 1, which gives the due instant; a denominator of at most 10,000
/// throws   terms_error for other shares; interval_error for a pause that goes on and begins before the last one has ended;
///          coverage_error
/// example  75 % of 4 business hours, 09:00-17:00, from Thu 2025-07-03 15:30: Mon 2025-07-07 10:30
template <deadline_terms Terms>
constexpr instant share_used_at(const Terms& terms, const running_allowance& running, fraction share,
                                const pause_log& pauses = {}, std::optional<interval> going_on = {}) {
  if (share.numerator() == 0 || share > fraction{1, 1})
    detail::a_share_of_an_allowance_must_be_more_than_0_and_at_most_1(share);
  if (share.denominator() > 10'000) detail::a_share_of_an_allowance_must_not_be_finer_than_1_in_10000(share);
  if (share == fraction{1, 1}) return due_after(terms, running, pauses, going_on);
  return pauses.time_passed(terms, running.by, running.from, detail::share_of(running.budget, share), going_on);
}

/// The same of an allowance that runs from an instant.
///
/// throws   terms_error for other shares, and as due_after does; coverage_error
template <deadline_terms Terms>
constexpr instant share_used_at(const Terms& terms, const allowance& within, instant from, fraction share,
                                const interval_set& pauses = {}) {
  return share_used_at(terms, run(terms, within, from), share, pause_log(terms, pauses));
}

}  // namespace sla::inline v0

#endif
