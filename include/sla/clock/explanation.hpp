#ifndef SLA_CLOCK_EXPLANATION_HPP
#define SLA_CLOCK_EXPLANATION_HPP

// Why is it due then? An explanation takes the time from the report to the due instant apart, piece by piece: what
// counted, and what did not and for which reason. The pieces leave nothing out and do not overlap, and those that counted
// add up to the allowance. Nothing here is worked out unless somebody asks.

#include <algorithm>
#include <chrono>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "sla/calendar/business_arithmetic.hpp"
#include "sla/calendar/open_intervals.hpp"
#include "sla/clock/commitment.hpp"
#include "sla/clock/ticket.hpp"
#include "sla/policy/agreement.hpp"

namespace sla::inline v0 {

/// What became of a stretch of time.
enum class segment_kind {
  counted,
  outside_hours,  ///< a business day's closed hours: its night, its lunch break
  week_end,       ///< a date that the calendar's week leaves out
  holiday,        ///< or another date on which no business is done
  desk_closed,    ///< for targets that closed dates of the desk pause
  hold,
  ticket_closed,
  not_started  ///< the clock has not started yet: not notified, unconfirmed, or waiting for a day into which its hours fit
};

/// One stretch of an explanation.
///
/// name  of the holiday that closed business or the desk; empty if there is none, or it has no name
struct segment {
  segment_kind kind;
  interval during;
  std::string_view name;
};

/// How a due instant comes about.
///
/// running   none if the clock has not started, or nothing is promised
/// segments  from the report to the due instant, or, where the clock has not started, to the instant asked about
struct explanation {
  std::optional<running_allowance> running;
  deadline due;
  std::vector<segment> segments;

  /// The time that counted; once it is due, all of the allowance's budget.
  constexpr std::chrono::milliseconds counted() const noexcept {
    std::chrono::milliseconds sum{};
    for (const segment& each : segments)
      if (each.kind == segment_kind::counted) sum += each.during.length().length();
    return sum;
  }
};

namespace detail {

/// Puts segments one after the other, and makes one of two that say the same.
template <deadline_terms Terms>
class segment_list {
 public:
  constexpr explicit segment_list(const Terms& terms) noexcept : terms_(terms) {}

  constexpr void add(segment_kind kind, const interval& during, std::string_view name = {}) {
    if (during.empty()) return;
    if (!segments_.empty() && segments_.back().kind == kind && segments_.back().name == name)
      segments_.back().during = {segments_.back().during.starts_at(), during.ends_at()};
    else
      segments_.push_back({kind, during, name});
  }

  /// Adds a stretch as a clock sees it; where the clock would run it is of the given kind.
  constexpr void add(clock_kind by, segment_kind running, const interval& during) {
    if constexpr (desk_may_pause_the_clock<Terms>)
      if (by == clock_kind::desk) return add_open_and_closed(by, support_times(terms_), running, during);
    if (by == clock_kind::business) return add_open_and_closed(by, business_times(terms_), running, during);
    add(running, during);
  }

  /// Adds what counted before a pause, and the pause, as far as they lie within a stretch; returns where that ends.
  constexpr instant add_until_the_end_of(const pause& stopped, clock_kind by, const interval& within) {
    const instant from = std::clamp(stopped.during.starts_at(), within.starts_at(), within.ends_at());
    const instant until = std::clamp(stopped.during.ends_at(), from, within.ends_at());
    add(by, segment_kind::counted, {within.starts_at(), from});
    add(stopped.reason == pause_reason::hold ? segment_kind::hold : segment_kind::ticket_closed, {from, until});
    return until;
  }

  constexpr std::vector<segment> take() && noexcept { return std::move(segments_); }

 private:
  constexpr void add_open_and_closed(clock_kind by, const auto& times, segment_kind open, const interval& during) {
    instant at = during.starts_at();
    for (const interval& stretch : open_intervals(times, during)) {
      add_closed(by, {at, stretch.starts_at()});
      add(open, stretch);
      at = stretch.ends_at();
    }
    add_closed(by, {at, during.ends_at()});
  }

  constexpr void add_closed(clock_kind by, const interval& closed) {
    for (instant at = closed.starts_at(); at < closed.ends_at();) {
      const civil_time reading = terms_.zone.to_civil(at);
      const civil_day date = date_of(reading);
      const instant midnight = at + (date + std::chrono::days{1} - reading);
      const instant next = (std::min)({closed.ends_at(), midnight, terms_.zone.period_at(at).until});
      add_closed_on(by, date, {at, next});
      at = next;
    }
  }

  constexpr void add_closed_on(clock_kind by, civil_day date, const interval& closed) {
    if (by == clock_kind::desk)
      add(segment_kind::desk_closed, closed, holiday_on(terms_.support_days, date));
    else if (is_business_day(terms_.calendar, date))
      add(segment_kind::outside_hours, closed);
    else if (terms_.calendar.days().weekdays().contains(std::chrono::weekday{date}))
      add(segment_kind::holiday, closed, holiday_on(terms_.calendar, date));
    else
      add(segment_kind::week_end, closed);
  }

  const Terms& terms_;
  std::vector<segment> segments_;
};

}  // namespace detail

/// How the due instant of a commitment came about.
///
/// history  as a ticket gives it
/// as_of    the instant asked about; what has not started by then is not started until then
/// throws   coverage_error
/// cost     linear in the days and pauses between the report and the due instant
template <deadline_terms Terms>
constexpr explanation explain(const Terms& terms, const commitment_history<severity_of<Terms>>& history,
                              instant as_of) {
  detail::segment_list<Terms> segments(terms);
  if (!history.running) {
    if (history.due.status() == deadline::state::not_started)
      segments.add(segment_kind::not_started, {history.reported_at, (std::max)(history.reported_at, as_of)});
    return {history.running, history.due, std::move(segments).take()};
  }

  const running_allowance& running = *history.running;
  const instant due = history.due.at();
  segments.add(segment_kind::not_started, {history.reported_at, (std::min)(running.starts_at, due)});
  segments.add(running.by, segment_kind::not_started, {running.starts_at, running.from});
  instant at = running.from;
  for (const pause_log::entry& each : history.pauses.entries())
    at = segments.add_until_the_end_of(each.taken, running.by, {at, due});
  if (history.going_on) at = segments.add_until_the_end_of(*history.going_on, running.by, {at, due});
  segments.add(running.by, segment_kind::counted, {at, due});
  return {history.running, history.due, std::move(segments).take()};
}

/// The names of holidays would outlive an agreement that keeps its calendars itself.
template <detail::keeps_business_times Terms>
explanation explain(const Terms&&, const commitment_history<severity_of<Terms>>&, instant) = delete;

/// How the due instant of a commitment of an issue comes about.
///
/// reported, confirmed  as for response_due and resolution_due
/// throws   coverage_error; terms_error for a value that is no level; event_error for a confirmation before the report
/// example  urgent, 09:00-17:00, reported Thu 2025-07-03 15:30: counted until 17:00, the night, Independence Day, the
///          week-end, Monday's night, and counted until 11:30
template <ticket_terms Terms>
constexpr explanation explain(const Terms& terms, commitment_kind kind, severity_of<Terms> severity, instant reported,
                              std::optional<instant> confirmed = {}) {
  detail::check_confirmation(confirmed, reported);
  ticket<Terms> followed(terms);
  followed.add({reported, event_kind::notified, severity});
  if (confirmed) {
    followed.add({*confirmed, event_kind::replicated, {}});
    followed.add({*confirmed, event_kind::confirmed, {}});
  }
  const instant last = confirmed.value_or(reported);
  return explain(terms, followed.history(kind, last), last);
}

template <detail::keeps_business_times Terms>
explanation explain(const Terms&&, commitment_kind, severity_of<Terms>, instant, std::optional<instant> = {}) = delete;

}  // namespace sla::inline v0

#endif
