#ifndef SLA_POLICY_READING_HPP
#define SLA_POLICY_READING_HPP

// Where the text of an agreement allows two meanings, each meaning has a name here. An agreement takes one by having a
// member of that name; there is no default, and leaving one out does not compile.

namespace sla::inline v0 {

/// A target in business hours that does not fit into what is left of today.
enum class hour_spill {
  carries_over,   ///< the rest goes on at the next opening
  within_one_day  ///< it must fit into one business day; if not, it starts at the opening of the next one
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

/// Whether time on hold counts.
enum class holds {
  not_recognised,  ///< it counts like any other
  recognised       ///< it is taken out of the clock's time
};

/// What a reopened issue does to its resolution target.
enum class on_reopen {
  goes_on_without_closed_time,  ///< the clock goes on, and the time it was closed is taken out
  restarts,                     ///< a new clock starts
  first_close_is_final          ///< the first remedy or workaround decides
};

/// What a changed severity does to the targets.
enum class on_severity_change {
  judged_from_the_original_start,  ///< the new target runs from the original start; what was missed stays missed
  restarts                         ///< the new target runs from the change; what was missed stays missed
};

/// What planned downtime leaves.
enum class planned_time {
  leaves_unavailable_time,  ///< it is no unavailable time; the month stays as long as it is
  leaves_both               ///< planned windows are also taken out of the month
};

/// How outages are rounded before they are added up.
enum class outage_rounding {
  exact  ///< not at all
};

/// Whether downtime in maintenance that was not announced in time, or not at all, counts.
enum class downtime_rule { counts, excused };

}  // namespace sla::inline v0

#endif
