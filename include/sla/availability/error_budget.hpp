#ifndef SLA_AVAILABILITY_ERROR_BUDGET_HPP
#define SLA_AVAILABILITY_ERROR_BUDGET_HPP

#include <algorithm>
#include <chrono>
#include <optional>
#include <span>

#include "sla/availability/availability.hpp"

namespace sla::inline v0 {

/// The unavailable time that an objective allows, and what is left of it.
///
/// allowed      rounded down to the millisecond
/// spent        rounded up to the millisecond
/// left         negative once the objective is missed, and only then
/// spent_share  exact, more than 1 once the objective is missed; none where nothing is allowed
/// example      99.9 % of November 2026: 43.26 minutes allowed
struct error_budget {
  elapsed allowed;
  elapsed spent;
  elapsed left;
  std::optional<fraction> spent_share;

  constexpr explicit error_budget(const availability_result& result)
      : allowed(result.allowed().rounded_down()), spent(result.spent().rounded_up()), left(allowed - spent) {
    if (result.spent() <= result.allowed()) left = (std::max)(left, elapsed{});
    if (const fraction budget = result.allowed().milliseconds(); budget.numerator() != 0)
      spent_share = result.spent().milliseconds() / budget;
  }

  /// The share of the budget that is left; 0 once the objective is missed, none where nothing is allowed.
  constexpr std::optional<fraction> left_share() const {
    if (!spent_share) return std::nullopt;
    return fraction{1, 1} - (std::min)(*spent_share, fraction{1, 1});
  }
};

/// The instant up to which an outage that goes on may last; if it lasts any longer, the objective is missed.
///
/// terms, period, record, announced, as_of  as for `availability`; the service is down from `as_of` on
/// returns  an instant before `as_of` if the objective is missed already; none if the rest of the period is too short
/// throws   as `availability`
/// cost     about thirty times that of `availability`
/// example  99.9 % of April 2026, down since Wed 04-15 12:00 for the first time: lost after 12:43:12
template <availability_terms Terms>
constexpr std::optional<instant> lost_at(const Terms& terms, measured_period_of<Terms> period,
                                         const service_record& record, std::span<const maintenance> announced,
                                         instant as_of) {
  const interval instants = period_in(terms.month_zone, period);
  const instant from = (std::min)(as_of, instants.ends_at());
  service_record going_on = from < instants.ends_at() ? detail::record_before(record, from) : record;
  going_on.down = unite(going_on.down, {{from, instants.ends_at()}});
  const auto measured = [&](const service_record& known) {
    return detail::availability_in(terms, instants, known, announced, (std::max)(as_of, instants.ends_at()));
  };
  const availability_result if_never_up = measured(going_on);
  if (if_never_up.verdict() != availability_verdict::missed) return std::nullopt;
  // The longer it lasts, the more is spent: halve what lies between kept and missed down to a millisecond.
  instant kept = instants.starts_at();
  instant missed = instants.ends_at();
  while (kept + std::chrono::milliseconds{1} < missed) {
    const instant middle = kept + (missed - kept) / 2;
    const bool is_kept = measured(detail::record_before(going_on, middle)).spent() <= if_never_up.allowed();
    (is_kept ? kept : missed) = middle;
  }
  return kept;
}

/// The longest outage that may begin now without missing the objective; time in maintenance windows is part of it.
///
/// terms, period, record, announced, as_of  as for `availability`
/// returns  0 if the objective is missed already, and at most the time until the period ends
/// throws   as `availability`
/// example  99.9 % of April 2026 without an outage so far, on Wed 04-15 12:00: 43 min 12 s
template <availability_terms Terms>
constexpr elapsed longest_outage_left(const Terms& terms, measured_period_of<Terms> period,
                                      const service_record& record, std::span<const maintenance> announced,
                                      instant as_of) {
  const instant end = period_in(terms.month_zone, period).ends_at();
  const instant lost = lost_at(terms, period, record, announced, as_of).value_or(end);
  return elapsed{detail::between(as_of, (std::max)(lost, as_of))};
}

}  // namespace sla::inline v0

#endif
