#ifndef SLA_CLOCK_FINDING_HPP
#define SLA_CLOCK_FINDING_HPP

// The rules of check.hpp report what they find and do not know to whom. At run time a finding becomes a message that is
// kept; in a constant expression it becomes the name of a function that cannot be called there.

#include <string>
#include <string_view>
#include <vector>

#include "sla/calendar/recurrence.hpp"
#include "sla/policy/describe.hpp"
#include "sla/policy/enumerator.hpp"
#include "sla/policy/fraction.hpp"
#include "sla/policy/percent.hpp"
#include "sla/policy/target.hpp"
#include "sla/time/amount.hpp"
#include "sla/time/amount_text.hpp"
#include "sla/time/civil.hpp"
#include "sla/time/error.hpp"
#include "sla/time/text.hpp"

namespace sla::inline v0 {

/// What the clauses of an agreement owe each other.
enum class soundness_rule {
  severity_order,              ///< a more severe level is due no later than a less severe one
  response_before_resolution,  ///< a response is due no later than the resolution of its level
  targets_comparable,          ///< targets of different kinds have due instants that can be compared
  hours_fit_the_calendar,     ///< business and support have hours on the days of their calendars, which the zone covers
  hours_exist,                ///< business and support never open or close at a reading that the clocks skip
  windows_apart,              ///< maintenance windows do not overlap
  windows_off_clock_changes,  ///< no maintenance window touches a change of the clocks
  notice_of_a_day,            ///< maintenance is announced at least one business day ahead
  shortest_outage_not_negative,  ///< the shortest outage that counts is not less than zero
  latency_positive,              ///< the promised latency is more than zero
  credits_at_the_objective       ///< credits begin where the availability objective ends
};

/// A rule that an agreement breaks.
///
/// message  names the clause, its values and what is allowed
struct finding {
  soundness_rule broken;
  std::string message;
};

namespace detail {

[[noreturn]] inline void a_more_severe_level_must_not_be_due_later() {
  throw terms_error("a more severe level must not be due later");
}
[[noreturn]] inline void a_response_must_not_be_due_after_its_resolution() {
  throw terms_error("a response must not be due after its resolution");
}
[[noreturn]] inline void targets_of_different_kinds_must_be_comparable() {
  throw terms_error("targets of different kinds must be comparable");
}
[[noreturn]] inline void hours_must_fit_their_calendar() { throw terms_error("hours must fit their calendar"); }
[[noreturn]] inline void hours_must_not_begin_or_end_at_a_skipped_reading() {
  throw terms_error("hours must not begin or end at a reading that the clocks skip");
}
[[noreturn]] inline void maintenance_windows_must_not_overlap() {
  throw terms_error("maintenance windows must not overlap");
}
[[noreturn]] inline void a_maintenance_window_must_not_touch_a_change_of_the_clocks() {
  throw terms_error("a maintenance window must not touch a change of the clocks");
}
[[noreturn]] inline void maintenance_notice_must_be_at_least_one_business_day() {
  throw terms_error("maintenance notice must be at least one business day");
}
[[noreturn]] inline void the_shortest_outage_must_not_be_negative() {
  throw terms_error("the shortest outage that counts must not be negative");
}
[[noreturn]] inline void latency_must_be_more_than_zero() { throw terms_error("latency must be more than zero"); }
[[noreturn]] inline void credits_must_begin_exactly_below_the_objective() {
  throw terms_error("credits must begin exactly below the objective");
}

/// Receives findings where there must be none.
struct refusing {
  constexpr void operator()(soundness_rule broken, const auto&...) const {
    switch (broken) {
      case soundness_rule::severity_order: a_more_severe_level_must_not_be_due_later();
      case soundness_rule::response_before_resolution: a_response_must_not_be_due_after_its_resolution();
      case soundness_rule::targets_comparable: targets_of_different_kinds_must_be_comparable();
      case soundness_rule::hours_fit_the_calendar: hours_must_fit_their_calendar();
      case soundness_rule::hours_exist: hours_must_not_begin_or_end_at_a_skipped_reading();
      case soundness_rule::windows_apart: maintenance_windows_must_not_overlap();
      case soundness_rule::windows_off_clock_changes: a_maintenance_window_must_not_touch_a_change_of_the_clocks();
      case soundness_rule::notice_of_a_day: maintenance_notice_must_be_at_least_one_business_day();
      case soundness_rule::shortest_outage_not_negative: the_shortest_outage_must_not_be_negative();
      case soundness_rule::latency_positive: latency_must_be_more_than_zero();
      case soundness_rule::credits_at_the_objective: credits_must_begin_exactly_below_the_objective();
    }
  }
};

/// Receives findings and keeps them; a message is put together of words and values.
struct collecting {
  std::vector<finding> found;

  void operator()(soundness_rule broken, const auto&... said) { found.push_back({broken, (text(said) + ...)}); }

 private:
  static std::string text(std::string_view words) { return std::string(words); }
  static std::string text(instant at) { return iso(at); }
  static std::string text(civil_time reading) { return iso(reading); }
  static std::string text(civil_day day) { return iso(day); }
  static std::string text(elapsed amount) { return text_of(amount); }
  static std::string text(business_days amount) { return text_of(amount); }
  static std::string text(fraction share) { return percent_text(share); }
  static std::string text(const allowance& within) { return text_of(within); }
  static std::string text(const recurrence& window) { return recurrence_text(window); }
};

/// The name of a level: the table's, if it has one, or else the one in the source.
constexpr auto level_text(const auto& table, auto level) {
  if constexpr (requires { table.name_of(level); })
    return table.name_of(level);
  else
    return sla::name_of(level);
}

}  // namespace detail

}  // namespace sla::inline v0

#endif
