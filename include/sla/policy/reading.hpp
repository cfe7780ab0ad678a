#ifndef SLA_POLICY_READING_HPP
#define SLA_POLICY_READING_HPP

// Where the text of an agreement allows two meanings, each meaning has a name here. An agreement takes one by having a
// member of that name; there is no default, and leaving one out does not compile.

#include <string_view>

namespace sla::inline v0 {

/// A target in business hours that does not fit into what is left of today.
enum class hour_spill {
  carries_over,   ///< the rest goes on at the next opening
  within_one_day  ///< it must fit into one business day; if not, it starts at the opening of the next one that holds it
};

/// Which date is day 0 when business days are counted.
enum class day_zero {
  receipt_date,  ///< the civil date of receipt, business day or not
  business_date  ///< a receipt outside business hours counts as received at the next opening, whose date is day 0
};

/// When, on the last business day, a target in business days runs out.
enum class due_time {
  close_of_day,     ///< at the close of business
  same_time_of_day  ///< at the time of day of the receipt, clamped to that day's hours
};

/// What the desk's closed dates do to targets in elapsed time.
enum class desk_closure {
  clock_runs,   ///< nothing
  clock_pauses  ///< they do not count
};

/// What a resolution that runs from the confirmation waits for.
enum class confirmation {
  stands_for_both,  ///< for `confirmed`, which says that the issue was replicated; a later `replicated` moves nothing
  needs_both        ///< for `replicated` and `confirmed`; it runs from the later one
};

/// Whether time on hold counts.
enum class holds {
  not_recognised,            ///< it counts like any other
  recognised,                ///< it is taken out of both clocks' time
  recognised_for_resolution  ///< it is taken out of the resolution's time only
};

/// What a remedy or a workaround without a response does to the response target.
enum class silent_remedy {
  response_still_due,  ///< nothing
  counts_as_response   ///< it fulfils a response that is still open, and reopening does not undo that
};

/// What closing does to the resolution target.
enum class on_close {
  files_away,  ///< nothing; the clock goes on, and reopening undoes nothing
  remedies     ///< it counts as resolved
};

/// What reopening does to the resolution target of a remedied issue, and to what a withdrawal has ended.
enum class on_reopen {
  goes_on_without_closed_time,  ///< the clock goes on, and the time since the remedy or the withdrawal is taken out
  restarts,                     ///< a new clock starts
  first_close_is_final          ///< nothing; the first remedy, workaround or withdrawal decides
};

/// What a changed severity does to the targets.
enum class on_severity_change {
  judged_from_the_original_start,  ///< the new target runs from the original start; what was missed stays missed
  restarts                         ///< the new target runs from the change; what was missed or fulfilled stays so
};

/// What planned downtime leaves.
enum class planned_time {
  leaves_unavailable_time,  ///< it is no unavailable time; the month stays as long as it is
  leaves_both               ///< planned windows are also taken out of the month
};

/// How outages are rounded before they are added up.
enum class outage_rounding {
  exact,                 ///< not at all
  every_touched_minute,  ///< a minute of the clock in which there was an outage is down as a whole
  only_whole_minutes     ///< only minutes of the clock that were down as a whole count
};

/// What an outage of part of a service counts; its weight is the share of the service that was down.
enum class partial_outages {
  count_by_weight,  ///< an hour in which a quarter was down is a quarter of an hour
  count_in_full     ///< an hour in which anything was down is an hour
};

/// What time without a record counts. Where nothing of a period is known, nothing is measured, whatever this says.
enum class unknown_time {
  counts_as_up,         ///< it is no recorded downtime
  counts_as_down,       ///< what cannot be shown to be up was down, but for planned time
  leaves_measured_time  ///< it is taken out of the period
};

/// Whether downtime in maintenance that was not announced in time, or not at all, counts.
enum class downtime_rule { counts, excused };

/// Visits every reading of an agreement that is one of a few named meanings: `visit(name, value)`.
///
/// terms    whichever of the readings it has; those of deadlines come first, then of tickets, then of availability
/// example  for the reference agreement, first ("hour_spill", hour_spill::carries_over)
template <class Terms, class Visit>
constexpr void for_each_reading(Terms& terms, Visit&& visit) {
  if constexpr (requires { terms.hour_spill; }) visit(std::string_view("hour_spill"), terms.hour_spill);
  if constexpr (requires { terms.day_zero; }) visit(std::string_view("day_zero"), terms.day_zero);
  if constexpr (requires { terms.due_time; }) visit(std::string_view("due_time"), terms.due_time);
  if constexpr (requires { terms.desk_closure; }) visit(std::string_view("desk_closure"), terms.desk_closure);
  if constexpr (requires { terms.resolution_start; })
    visit(std::string_view("resolution_start"), terms.resolution_start);
  if constexpr (requires { terms.confirmation; }) visit(std::string_view("confirmation"), terms.confirmation);
  if constexpr (requires { terms.holds; }) visit(std::string_view("holds"), terms.holds);
  if constexpr (requires { terms.silent_remedy; }) visit(std::string_view("silent_remedy"), terms.silent_remedy);
  if constexpr (requires { terms.on_close; }) visit(std::string_view("on_close"), terms.on_close);
  if constexpr (requires { terms.on_reopen; }) visit(std::string_view("on_reopen"), terms.on_reopen);
  if constexpr (requires { terms.on_severity_change; })
    visit(std::string_view("on_severity_change"), terms.on_severity_change);
  if constexpr (requires { terms.planned_time; }) visit(std::string_view("planned_time"), terms.planned_time);
  if constexpr (requires { terms.outage_rounding; }) visit(std::string_view("outage_rounding"), terms.outage_rounding);
  if constexpr (requires { terms.partial_outages; }) visit(std::string_view("partial_outages"), terms.partial_outages);
  if constexpr (requires { terms.unknown_time; }) visit(std::string_view("unknown_time"), terms.unknown_time);
  if constexpr (requires { terms.short_notice; }) visit(std::string_view("short_notice"), terms.short_notice);
  if constexpr (requires { terms.emergency; }) visit(std::string_view("emergency"), terms.emergency);
}

}  // namespace sla::inline v0

#endif
