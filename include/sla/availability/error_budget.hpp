#ifndef SLA_AVAILABILITY_ERROR_BUDGET_HPP
#define SLA_AVAILABILITY_ERROR_BUDGET_HPP

#include <algorithm>
#include <optional>
#include <span>

#include "sla/availability/availability.hpp"
#include "sla/availability/timeline.hpp"

namespace sla::inline v0 {

/// The unavailable time that an objective allows, and what is left of it.
///
/// allowed      rounded down to the millisecond
/// spent        rounded up to the millisecond
/// left         negative once the objective is missed
/// spent_share  exact, more than 1 once the objective is missed; none where nothing is allowed
/// example      99.9 % of November 2026: 43.26 minutes allowed
struct error_budget {
  elapsed allowed;
  elapsed spent;
  elapsed left;
  std::optional<fraction> spent_share;

  constexpr explicit error_budget(const availability_result& result)
      : allowed(result.allowed().rounded_down()), spent(result.spent().rounded_up()), left(allowed - spent) {
    if (const fraction budget = result.allowed().milliseconds(); budget.numerator() != 0)
      spent_share = result.spent().milliseconds() / budget;
  }

  /// The share of the budget that is left; 0 once the objective is missed, none where nothing is allowed.
  constexpr std::optional<fraction> left_share() const {
    if (!spent_share) return std::nullopt;
    return fraction{1, 1} - std::min(*spent_share, fraction{1, 1});
  }
};

namespace detail {

/// The first instant of a timeline at which so much has been spent that any more is too much.
constexpr std::optional<instant> spent_at(std::span<const timeline_segment> segments, unknown_time unknown,
                                          const weighted_time& budget) {
  weighted_time spent;
  for (const auto& [during, state, weight] : segments) {
    const bool counts_in_full = state == service_state::unknown && unknown == unknown_time::counts_as_down;
    const fraction counted = counts_in_full ? fraction{1, 1} : weight;
    const weighted_time next = spent + weighted_time(during.length(), counted);
    if (budget < next) {
      const fraction lasts = (budget.milliseconds() - spent.milliseconds()) / counted;
      return during.starts_at() + std::chrono::milliseconds{lasts.numerator() / lasts.denominator()};
    }
    spent = next;
  }
  return std::nullopt;
}

}  // namespace detail

/// The instant up to which an outage that goes on may last; if it lasts any longer, the objective is missed.
///
/// terms, period, record, announced, as_of  as for `availability`; the service is down from `as_of` on
/// returns  an instant before `as_of` if the objective is missed already; none if the rest of the period is too short
/// throws   coverage_error
/// example  99.9 % of April 2026, down since Wed 04-15 12:00 for the first time: lost after 12:43:12
template <availability_terms Terms>
constexpr std::optional<instant> lost_at(const Terms& terms, measured_period_of<Terms> period,
                                         const service_record& record, std::span<const maintenance> announced,
                                         instant as_of) {
  const interval instants = period_in(terms.month_zone, period);
  service_record going_on = record;
  if (as_of < instants.ends_at())
    going_on.down = unite(record.down, {{std::max(as_of, instants.starts_at()), instants.ends_at()}});
  const auto result = detail::availability_in(terms, instants, going_on, announced, instants.ends_at());
  return detail::spent_at(timeline(terms, instants, going_on, announced, instants.ends_at()), terms.unknown_time,
                          result.allowed());
}

/// The longest outage that may begin now without missing the objective; time in maintenance windows is part of it.
///
/// terms, period, record, announced, as_of  as for `availability`
/// returns  0 if the objective is missed already, and at most what is left of the period
/// throws   coverage_error
/// example  99.9 % of April 2026 without an outage so far, on Wed 04-15 12:00: 43 min 12 s
template <availability_terms Terms>
constexpr elapsed longest_outage_left(const Terms& terms, measured_period_of<Terms> period,
                                      const service_record& record, std::span<const maintenance> announced,
                                      instant as_of) {
  const instant end = period_in(terms.month_zone, period).ends_at();
  const instant lost = lost_at(terms, period, record, announced, as_of).value_or(end);
  return elapsed{std::max(lost, as_of) - as_of};
}

}  // namespace sla::inline v0

#endif
