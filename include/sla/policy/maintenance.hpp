#ifndef SLA_POLICY_MAINTENANCE_HPP
#define SLA_POLICY_MAINTENANCE_HPP

// Maintenance is planned in one of two ways: it lies in a window that the agreement schedules, or it is announced so many
// business days ahead. The date of the announcement is day 0, the full notice follows, and maintenance may start at the
// close of its last day. What is announced too late, and an emergency, are kinds of their own; whether their downtime
// counts is a reading.

#include <chrono>
#include <optional>
#include <span>

#include "sla/calendar/business_arithmetic.hpp"
#include "sla/policy/agreement.hpp"
#include "sla/time/interval_set.hpp"

namespace sla::inline v0 {

/// Why maintenance is done.
enum class maintenance_kind { routine, emergency };

/// One piece of maintenance.
///
/// announced  when the client was told; none for an emergency without notice
struct maintenance {
  maintenance_kind kind;
  interval during;
  std::optional<instant> announced;
};

/// What an agreement makes of a piece of maintenance.
enum class maintenance_status {
  scheduled,     ///< all of it lies in scheduled windows
  identified,    ///< routine, announced in time: planned
  short_notice,  ///< routine, announced too late or not at all
  emergency      ///< needs no notice
};

/// The earliest instant at which maintenance may start after its announcement.
///
/// throws   coverage_error
/// source   three business days' notice of routine maintenance outside the windows
/// example  announced Fri 2026-11-20 22:00, three business days, whole days: Thu 2026-11-26 00:00
template <maintenance_terms Terms>
constexpr instant earliest_start(const Terms& terms, instant announced) {
  const civil_day day_zero = date_of(terms.zone.to_civil(announced));
  return business_times(terms).closing_of(advance(terms.calendar, day_zero, terms.maintenance_notice));
}

/// The instant before which maintenance must be announced to start at a given one; the bound itself is too late.
///
/// throws   coverage_error
/// example  to start Fri 2026-11-20 14:00, before Tue 2026-11-17 00:00
template <maintenance_terms Terms>
constexpr instant latest_notice(const Terms& terms, instant start) {
  const civil_day date = date_of(terms.zone.to_civil(start));
  civil_day last_of_notice = is_business_day(terms.calendar, date) ? date : previous_business_day(terms.calendar, date);
  while (start < business_times(terms).closing_of(last_of_notice))
    last_of_notice = previous_business_day(terms.calendar, last_of_notice);
  const civil_day first_of_notice =
      advance(terms.calendar, last_of_notice, business_days{1} - terms.maintenance_notice);
  return first_instant(terms.zone, first_of_notice);
}

/// What an agreement makes of a piece of maintenance. Of what lies partly in a scheduled window, the notice decides about
/// the rest; the part in the window is planned in any case.
///
/// throws   coverage_error
/// example  routine, announced Fri 2026-11-20, starting Tue 11-24: short notice; Fri 2026-11-20 21:00-22:00: scheduled
template <maintenance_terms Terms>
constexpr maintenance_status judge(const Terms& terms, const maintenance& work) {
  const std::span<const recurrence> windows = terms.maintenance_windows;
  const interval_set scheduled(occurrences(windows, terms.zone, work.during));
  if (subtract(interval_set{work.during}, scheduled).empty()) return maintenance_status::scheduled;
  if (work.kind == maintenance_kind::emergency) return maintenance_status::emergency;
  if (work.announced && earliest_start(terms, *work.announced) <= work.during.starts_at())
    return maintenance_status::identified;
  return maintenance_status::short_notice;
}

/// Whether downtime during a piece of maintenance counts as unavailable; time in a scheduled window never does.
///
/// throws  coverage_error
template <maintenance_terms Terms>
constexpr downtime_rule downtime_of(const Terms& terms, const maintenance& work) {
  switch (judge(terms, work)) {
    case maintenance_status::short_notice: return terms.short_notice;
    case maintenance_status::emergency: return terms.emergency;
    case maintenance_status::scheduled:
    case maintenance_status::identified: break;
  }
  return downtime_rule::excused;
}

}  // namespace sla::inline v0

#endif
