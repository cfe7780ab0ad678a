#ifndef SLA_POLICY_MAINTENANCE_HPP
#define SLA_POLICY_MAINTENANCE_HPP

// Maintenance is planned in one of two ways: it lies in a window that the agreement schedules, or it is announced so many
// business days ahead. The date of the announcement is day 0, the full notice follows, and maintenance may start at the
// close of its last day. What is announced too late, and an emergency, are kinds of their own; whether their downtime
// counts is a reading.

#include <algorithm>
#include <chrono>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "sla/calendar/business_arithmetic.hpp"
#include "sla/policy/agreement.hpp"
#include "sla/time/amount_text.hpp"
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

/// How an agreement judges a piece of maintenance: what is excused, and why.
///
/// status          of all that lies outside the windows; scheduled if nothing does
/// in_windows      downtime in it never counts
/// outside         what the status is about
/// outside_is      whether downtime outside the windows counts
/// could_start_at  the earliest start that the announcement allowed outside the windows; none without one
struct maintenance_judgement {
  maintenance_status status;
  interval_set in_windows;
  interval_set outside;
  downtime_rule outside_is;
  std::optional<instant> could_start_at;

  /// The time in which downtime does not count.
  constexpr elapsed excused() const {
    return outside_is == downtime_rule::excused ? total(in_windows) + total(outside) : total(in_windows);
  }
  /// The time in which downtime counts.
  constexpr elapsed counted() const { return outside_is == downtime_rule::counts ? total(outside) : elapsed{}; }
};

namespace detail {

[[noreturn]] inline void a_notice_must_be_a_day_at_least(business_days notice) {
  throw terms_error("a notice of " + std::to_string(notice.count()) +
                    " business days before maintenance; it must be 1 at least");
}

template <maintenance_terms Terms>
constexpr business_days notice_of(const Terms& terms) {
  const business_days notice = terms.maintenance_notice;
  if (notice < business_days{1}) a_notice_must_be_a_day_at_least(notice);
  return notice;
}

}  // namespace detail

/// The earliest instant at which maintenance may start after its announcement.
///
/// throws   terms_error for a notice of less than a day, coverage_error
/// source   three business days' notice of routine maintenance outside the windows
/// example  announced Fri 2026-11-20 22:00, three business days, whole days: Thu 2026-11-26 00:00
template <maintenance_terms Terms>
constexpr instant earliest_start(const Terms& terms, instant announced) {
  const civil_day day_zero = date_of(terms.zone.to_civil(announced));
  const auto& times = business_times(terms);
  return times.closing_of(advance(times, day_zero, detail::notice_of(terms)));
}

/// The instant before which maintenance must be announced to start at a given one; the bound itself is too late.
///
/// throws   terms_error for a notice of less than a day, coverage_error
/// example  to start Fri 2026-11-20 14:00, before Tue 2026-11-17 00:00
template <maintenance_terms Terms>
constexpr instant latest_notice(const Terms& terms, instant start) {
  const auto& times = business_times(terms);
  static_cast<void>(times.open_before(start));  // refuses what is not covered
  const civil_day date = (std::min)(date_of(terms.zone.to_civil(start)), times.days().coverage().last);
  civil_day last_of_notice = is_business_day(times, date) ? date : previous_business_day(times, date);
  while (start < times.closing_of(last_of_notice)) last_of_notice = previous_business_day(times, last_of_notice);
  const civil_day first_of_notice = advance(times, last_of_notice, business_days{1} - detail::notice_of(terms));
  return first_instant(terms.zone, first_of_notice);
}

namespace detail {

template <maintenance_terms Terms>
constexpr interval_set scheduled_windows(const Terms& terms, const interval& period) {
  const std::span<const recurrence> windows = terms.maintenance_windows;
  return clip(interval_set(occurrences(windows, terms.zone, period)), period);
}

[[noreturn]] inline void a_slot_must_have_a_length(elapsed length) {
  throw terms_error("maintenance of " + text_of(length) + " takes no time; it must be more");
}

template <maintenance_terms Terms>
constexpr downtime_rule rule_for(const Terms& terms, maintenance_status status) {
  switch (status) {
    case maintenance_status::short_notice: return terms.short_notice;
    case maintenance_status::emergency: return terms.emergency;
    case maintenance_status::scheduled:
    case maintenance_status::identified: break;
  }
  return downtime_rule::excused;
}

}  // namespace detail

/// What an agreement makes of a piece of maintenance. What of it lies in a scheduled window is excused in any case; the
/// notice decides about the rest, from its first instant outside the windows on.
///
/// throws   coverage_error
/// example  routine, announced Fri 2026-11-20, Fri 11-20 21:30-23:00: half an hour in the window is excused, the hour
///          outside is at short notice (it could start on Thu 11-26 00:00) and counts
template <maintenance_terms Terms>
constexpr maintenance_judgement judge(const Terms& terms, const maintenance& work) {
  maintenance_judgement judged{
      maintenance_status::scheduled, detail::scheduled_windows(terms, work.during), {}, {}, {}};
  judged.outside = subtract(interval_set{work.during}, judged.in_windows);
  bool is_noticed = false;
  if (work.announced) {
    const instant could_start_at = earliest_start(terms, *work.announced);
    judged.could_start_at = could_start_at;
    is_noticed = !judged.outside.empty() && could_start_at <= judged.outside.begin()->starts_at();
  }
  if (!judged.outside.empty())
    judged.status = work.kind == maintenance_kind::emergency ? maintenance_status::emergency
                    : is_noticed                             ? maintenance_status::identified
                                                             : maintenance_status::short_notice;
  judged.outside_is = detail::rule_for(terms, judged.status);
  return judged;
}

/// The time of a period that is spent in maintenance; each instant is in one of the four sets at most.
///
/// excused  those of them in which downtime does not count
struct maintenance_time {
  interval_set scheduled;
  interval_set identified;
  interval_set short_notice;
  interval_set emergency;
  interval_set excused;
};

/// The maintenance in a period: its scheduled windows, whether or not they are used, and what was announced besides.
///
/// throws  coverage_error
template <maintenance_terms Terms>
constexpr maintenance_time maintenance_in(const Terms& terms, const interval& period,
                                          std::span<const maintenance> announced) {
  maintenance_time time{detail::scheduled_windows(terms, period), {}, {}, {}, {}};
  time.excused = time.scheduled;
  interval_set judged = time.scheduled;
  const auto add = [&](maintenance_status status, interval_set& to) {
    std::vector<interval> of_this_status;
    for (const maintenance& work : announced)
      if (judge(terms, work).status == status) of_this_status.push_back(intersect(work.during, period));
    if (of_this_status.empty()) return;
    to = subtract(interval_set(std::move(of_this_status)), judged);
    judged = unite(judged, to);
    if (detail::rule_for(terms, status) == downtime_rule::excused) time.excused = judged;
  };
  // What is excused comes first, so that no second reason can make it count.
  add(maintenance_status::identified, time.identified);
  if (terms.emergency == downtime_rule::excused) add(maintenance_status::emergency, time.emergency);
  add(maintenance_status::short_notice, time.short_notice);
  if (terms.emergency == downtime_rule::counts) add(maintenance_status::emergency, time.emergency);
  return time;
}

/// Of an agreement that plans no maintenance: none, whatever was announced.
constexpr maintenance_time maintenance_in(const plans_no_maintenance auto&, const interval&,
                                          std::span<const maintenance>) noexcept {
  return {};
}

/// The next maintenance that an agreement allows: in a scheduled window, or after the notice if it is announced now.
///
/// now      also the instant of the announcement
/// length   more than 0
/// from     it does not start earlier, nor before now
/// returns  routine maintenance that `judge` finds scheduled or identified; none such starts earlier
/// throws   terms_error for another length, coverage_error
/// example  an hour, asked on Fri 2026-11-20 20:00: the window at 21:00; two hours: Thu 11-26 00:00
template <maintenance_terms Terms>
constexpr maintenance next_maintenance_slot(const Terms& terms, instant now, elapsed length,
                                            instant from = (instant::min)()) {
  if (length <= elapsed{}) detail::a_slot_must_have_a_length(length);
  const instant begin = (std::max)(now, from);
  const instant noticed = (std::max)(earliest_start(terms, now), begin);
  const interval_set lawful = unite(detail::scheduled_windows(terms, {begin, noticed}),
                                    interval_set{{noticed, detail::later(noticed, length.length())}});
  const interval* slot = lawful.begin();
  while (slot->length() < length) ++slot;
  return {maintenance_kind::routine, {slot->starts_at(), slot->starts_at() + length.length()}, now};
}

}  // namespace sla::inline v0

#endif
