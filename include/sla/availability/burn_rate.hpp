#ifndef SLA_AVAILABILITY_BURN_RATE_HPP
#define SLA_AVAILABILITY_BURN_RATE_HPP

// A burn rate of 1 uses up the error budget exactly by the end of the period. Whoever is on call wants to know long
// before: an alert fires when a share of the whole budget would be gone within a window, and the shorter window beside it
// lets the alert end soon after the outage does. The usual thresholds 14.4, 6, 3 and 1 are not constants: they are
// 2 % in an hour, 5 % in six, 10 % in a day and in three days, for a period of exactly 30 days. Here they follow from the
// real length of the period, and rates are compared as fractions.

#include <array>
#include <chrono>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "sla/availability/availability.hpp"
#include "sla/time/amount_text.hpp"

namespace sla::inline v0 {

namespace detail {

[[noreturn]] inline void an_alert_must_be_at_more_than_0_and_at_most_all_of_the_budget(fraction budget) {
  throw terms_error("an alert at " + percent_rounded_down(budget, 4) + " % of the budget is not within (0, 100]");
}
[[noreturn]] inline void a_short_window_must_be_longer_than_0_and_no_longer_than_the_long_one(elapsed long_window,
                                                                                              elapsed short_window) {
  throw terms_error("an alert on windows of " + text_of(long_window) + " and " + text_of(short_window) +
                    "; allowed: the second is longer than 0, and no longer than the first");
}
[[noreturn]] inline void an_objective_of_all_time_has_no_budget_to_burn() {
  throw terms_error("an objective of 100 % allows no downtime, so there is no budget to burn");
}

}  // namespace detail

/// When to be told that the error budget is burning: so much of it within a window, and still so fast in a shorter one.
///
/// budget   the share of the period's budget that is gone within the long window, more than 0 and at most 1
/// throws   terms_error for another, and for a short window that is not longer than 0 or is longer than the long one
/// source   Site Reliability Workbook, "Alerting on SLOs", for the usual pairs of windows
struct burn_alert {
  fraction budget;
  elapsed long_window;
  elapsed short_window;

  constexpr burn_alert(fraction of_budget, elapsed within, elapsed still_within)
      : budget(of_budget), long_window(within), short_window(still_within) {
    if (budget.numerator() == 0 || budget > fraction{1, 1})
      detail::an_alert_must_be_at_more_than_0_and_at_most_all_of_the_budget(budget);
    if (short_window <= elapsed{} || long_window < short_window)
      detail::a_short_window_must_be_longer_than_0_and_no_longer_than_the_long_one(long_window, short_window);
  }

  /// The rate at which the alert fires in a period of a length.
  ///
  /// example  2 % of the budget in an hour: 14.4 in 30 days, 14.42 in November 2026
  constexpr fraction threshold_in(elapsed period) const {
    return budget * fraction{period.length().count(), long_window.length().count()};
  }
};

/// The alerts of the Site Reliability Workbook: 2 % of the budget in an hour, 5 % in six, 10 % in a day and in three.
inline constexpr std::array usual_burn_alerts{
    burn_alert{{2, 100}, elapsed{std::chrono::hours{1}}, elapsed{std::chrono::minutes{5}}},
    burn_alert{{5, 100}, elapsed{std::chrono::hours{6}}, elapsed{std::chrono::minutes{30}}},
    burn_alert{{10, 100}, elapsed{std::chrono::hours{24}}, elapsed{std::chrono::hours{2}}},
    burn_alert{{10, 100}, elapsed{std::chrono::hours{72}}, elapsed{std::chrono::hours{6}}},
};

/// How an alert stands; a rate is none where nothing of its window is known.
struct burn_state {
  burn_alert alert;
  fraction threshold;
  std::optional<fraction> long_rate;
  std::optional<fraction> short_rate;

  /// At the threshold or above it, in both windows.
  constexpr bool fires() const {
    return long_rate && short_rate && threshold <= *long_rate && threshold <= *short_rate;
  }
};

namespace detail {

constexpr fraction allowed_downtime(fraction objective) {
  const fraction allowed = fraction{1, 1} - objective;
  if (allowed.numerator() == 0) an_objective_of_all_time_has_no_budget_to_burn();
  return allowed;
}

[[noreturn]] inline void a_window_must_have_a_length(elapsed window) {
  throw terms_error("a burn rate within " + text_of(window) + "; a window must be longer than 0");
}

}  // namespace detail

/// The burn rate of a service that is down all the time. An alert with a threshold above it can never fire; one with a
/// threshold below 1 also fires while the budget is kept.
///
/// throws   terms_error for an objective of 100 %
/// example  90 %: 10, and so an alert at 14.4 never fires
constexpr fraction highest_burn_rate(fraction objective) {
  return fraction{1, 1} / detail::allowed_downtime(objective);
}

/// How many times faster than allowed the error budget went in the time up to an instant.
///
/// terms      any agreement with availability_terms
/// window     looked back on from `as_of`, across the beginning of a period, too
/// record     what was recorded of the service, in the window as well
/// announced  maintenance outside the scheduled windows
/// returns    the unavailable share of the window over the share that the objective allows; none if nothing is known
/// throws     terms_error for an objective of 100 % or a window of no length; coverage_error
/// example    99.9 %, down for 6 of the last 60 minutes: 100
template <availability_terms Terms>
constexpr std::optional<fraction> burn_rate(const Terms& terms, elapsed window, const service_record& record,
                                            std::span<const maintenance> announced, instant as_of) {
  const fraction allowed = detail::allowed_downtime(terms.availability.at_least());
  if (window <= elapsed{}) detail::a_window_must_have_a_length(window);
  const interval looked_at{detail::later(as_of, (-window).length()), as_of};
  const auto share = detail::availability_in(terms, looked_at, record, announced, as_of).share();
  return share ? std::optional{(fraction{1, 1} - *share) / allowed} : std::nullopt;
}

/// How every alert stands at an instant.
///
/// period   its length gives the thresholds
/// alerts   for example usual_burn_alerts
/// throws   as burn_rate
/// example  99.9 % of April 2026, down for the last 52 s: 14.44 over the hour, 173.3 over 5 minutes, the first one fires
template <availability_terms Terms>
constexpr std::vector<burn_state> burn_states(const Terms& terms, measured_period_of<Terms> period,
                                              const service_record& record, std::span<const maintenance> announced,
                                              instant as_of, std::span<const burn_alert> alerts) {
  const elapsed length = period_in(terms.month_zone, period).length();
  std::vector<burn_state> states;
  for (const burn_alert& alert : alerts)
    states.push_back({alert, alert.threshold_in(length), burn_rate(terms, alert.long_window, record, announced, as_of),
                      burn_rate(terms, alert.short_window, record, announced, as_of)});
  return states;
}

}  // namespace sla::inline v0

#endif
