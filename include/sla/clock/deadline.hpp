#ifndef SLA_CLOCK_DEADLINE_HPP
#define SLA_CLOCK_DEADLINE_HPP

// When is it due? A target of an agreement, a start, and the agreement's readings give one instant: the smallest at which
// the promised amount has passed. There are two other honest answers, and both are values, not magic instants: the clock
// has not started (nobody has confirmed the issue yet), and nothing was promised (it is handled case by case).

#include <algorithm>
#include <chrono>
#include <optional>
#include <span>
#include <string>
#include <variant>

#include "sla/calendar/batch.hpp"
#include "sla/calendar/business_arithmetic.hpp"
#include "sla/clock/allowance_clock.hpp"
#include "sla/policy/agreement.hpp"
#include "sla/time/amount_text.hpp"

namespace sla::inline v0 {

/// The answer to "when is it due": an instant, not started, or not promised.
///
/// example  response_due(terms, hbi::severity::urgent, reported) == hbi::eastern(2026y/November/23, 2h)
class deadline {
 public:
  enum class state { due, not_started, not_promised };

  constexpr deadline(instant due_at) noexcept : state_(state::due), at_(due_at) {}
  static constexpr deadline not_started() noexcept { return deadline(state::not_started); }
  static constexpr deadline not_promised() noexcept { return deadline(state::not_promised); }

  constexpr state status() const noexcept { return state_; }
  constexpr bool exists() const noexcept { return state_ == state::due; }

  /// The instant at which it is due.
  ///
  /// throws  terms_error if there is none
  constexpr instant at() const {
    if (!exists()) this_deadline_has_no_instant(state_);
    return at_;
  }

  /// True once time has gone past the due instant; what happens exactly then is in time.
  constexpr bool passed_by(instant time) const noexcept { return exists() && at_ < time; }

  friend constexpr bool operator==(const deadline&, const deadline&) = default;

 private:
  constexpr explicit deadline(state none) noexcept : state_(none) {}

  [[noreturn]] static void this_deadline_has_no_instant(state none) {
    throw terms_error(none == state::not_started ? "the clock of this target has not started"
                                                 : "nothing is promised for this severity");
  }

  state state_;
  instant at_{};
};

namespace detail {

[[noreturn]] inline void a_target_within_one_day_must_fit_into_a_day(business_time target, instant from) {
  throw terms_error("a target of " + text_of(target) + " within one day fits into no business day from " + iso(from) +
                    " on");
}

/// The open time of a business day from an instant on.
template <class Hours, class Zone>
constexpr std::chrono::milliseconds open_time_left(const opening_times<Hours, Zone>& times, civil_day day,
                                                   instant from) {
  std::chrono::milliseconds sum{};
  for (const interval& open : times.spans_on(day))
    sum += (std::max)(open.ends_at(), from) - (std::max)(open.starts_at(), from);
  return sum;
}

/// The next business day that may be longer than those of a usual week: it has hours of its own, or is open when the
/// clocks are changed; none if there is no such day.
template <class Hours, class Zone>
constexpr std::optional<civil_day> next_unusual_day(const opening_times<Hours, Zone>& times, civil_day day) {
  using std::chrono::milliseconds;
  std::optional<civil_day> next;
  for (const special_day& special : times.hours().special_days())
    if (!next && day < special.date) next = special.date;
  instant change = times.zone().period_at(times.opening_of(day)).until;
  for (; change < times.coverage().ends_at(); change = times.zone().period_at(change).until) {
    if (!times.is_open(change - milliseconds{1})) continue;
    const civil_day changed = times.day_of(change - milliseconds{1});
    if (day < changed) return next ? (std::min)(*next, changed) : changed;
  }
  return next;
}

/// From where business hours run that must fit into one business day: the instant itself or the opening of a later day.
template <class Hours, class Zone>
constexpr instant start_within_one_day(const opening_times<Hours, Zone>& times, instant from, business_time amount) {
  std::chrono::milliseconds longest{};
  for (unsigned day = 0; day < 7; ++day) longest = (std::max)(longest, times.usual_length(std::chrono::weekday{day}));

  instant start = next_opening(times, from);
  for (civil_day day = times.day_of(start); open_time_left(times, day, start) < amount.length();
       start = times.opening_of(day)) {
    const std::optional<civil_day> next =
        amount.length() <= longest ? next_business_day(times, day) : next_unusual_day(times, day);
    if (!next) a_target_within_one_day_must_fit_into_a_day(amount, from);
    day = *next;
  }
  return start;
}

template <class Hours, class Zone>
constexpr instant add_within_one_day(const opening_times<Hours, Zone>& times, instant from, business_time amount) {
  return add_business_time(times, start_within_one_day(times, from, amount), amount);
}

/// The due instant of a target in business days: the close of the last day, or the time of day of the receipt.
template <deadline_terms Terms>
constexpr instant add_business_days(const Terms& terms, instant received, business_days amount) {
  const auto& times = business_times(terms);
  const instant counted_from = terms.day_zero == day_zero::business_date ? next_opening(times, received) : received;
  const civil_time reading = terms.zone.to_civil(counted_from);
  const day_table days = times.days();
  const day_table::position last_day = days.advance(days.locate(reading), amount.count());
  if (terms.due_time == due_time::close_of_day) return times.closing_of(last_day);
  const civil_day last = days.day_at(last_day);
  const instant opening = times.opening_of(last);
  const instant same_time = (std::max)(last_instant(terms.zone, last + (reading - date_of(reading))), opening);
  return times.is_open(same_time) ? same_time : (std::max)(opening, previous_closing(times, same_time));
}

/// Elapsed time, or open time of the desk where closed dates pause the clock.
template <deadline_terms Terms>
constexpr instant add_elapsed(const Terms& terms, instant from, elapsed amount) {
  if constexpr (desk_may_pause_the_clock<Terms>)
    return time_passed(terms, clock_of(terms, amount), from, amount.length());
  return later(from, amount.length());
}

}  // namespace detail

/// From where an allowance runs; later than its start only for hours that must fit into one day and not into today.
///
/// throws   coverage_error; terms_error for hours within one day that are not positive, or that neither this day holds nor
///          a later one
/// example  4 hours within one day of 09:00-17:00 from Fri 2026-11-20 16:00 run from Mon 2026-11-23 09:00
template <deadline_terms Terms>
constexpr instant started_at(const Terms& terms, const allowance& within, instant from) {
  if (!std::holds_alternative<business_time>(within) || terms.hour_spill == hour_spill::carries_over) return from;
  return detail::start_within_one_day(business_times(terms), from, detail::positive(std::get<business_time>(within)));
}

/// The instant at which an allowance that starts at an instant is used up.
///
/// terms    the agreement, for its calendar, hours, zone and readings
/// from     the start of the clock
/// returns  instant; an event exactly then is in time
/// throws   coverage_error; terms_error unless the allowance is positive, and as started_at does
/// example  3 business days from Fri 2026-11-20 22:00 end at Thu 2026-11-26 00:00, the close of Wednesday
template <deadline_terms Terms>
constexpr instant due_after(const Terms& terms, const allowance& within, instant from) {
  using detail::positive;
  if (std::holds_alternative<elapsed>(within))
    return detail::add_elapsed(terms, from, positive(std::get<elapsed>(within)));
  if (std::holds_alternative<business_days>(within))
    return detail::add_business_days(terms, from, positive(std::get<business_days>(within)));
  const auto amount = positive(std::get<business_time>(within));
  if (terms.hour_spill == hour_spill::carries_over) return add_business_time(business_times(terms), from, amount);
  return detail::add_within_one_day(business_times(terms), from, amount);
}

/// When the first response to an issue is due.
///
/// terms    any agreement with deadline_terms
/// severity a level of the agreement
/// reported the identification or notification, whichever is first
/// returns  a deadline; a response exactly then is in time
/// throws   coverage_error outside the calendar's coverage; terms_error for a value that is no level
/// source   response within ... after identification or notification
/// example  urgent, reported Fri 2026-11-20 22:00 US Eastern: Mon 2026-11-23 02:00
template <deadline_terms Terms>
constexpr deadline response_due(const Terms& terms, severity_of<Terms> severity, instant reported) {
  return due_after(terms, terms.severities[severity].response.within(), reported);
}

namespace detail {

template <class Terms>
struct responding {
  const Terms& terms;
  constexpr deadline operator()(severity_of<Terms> severity, instant reported) const {
    return response_due(terms, severity, reported);
  }
};

}  // namespace detail

/// For each issue, when the first response is due.
///
/// severities, reported  an element for each issue
/// result                as many deadlines; a response exactly then is in time
/// throws   coverage_error naming the first element without an answer; batch_error unless the spans are equally long;
///          terms_error for a value that is no level
/// source   response within ... after identification or notification
/// example  {urgent} and {Fri 2026-11-20 22:00 US Eastern}: {Mon 2026-11-23 02:00}
template <deadline_terms Terms>
constexpr void response_due(const Terms& terms, std::span<const severity_of<Terms>> severities,
                            std::span<const instant> reported, std::span<deadline> result) {
  detail::answer_each(detail::responding<Terms>{terms}, result, severities, reported);
}

/// From where the resolution clock of a severity runs.
template <deadline_terms Terms>
constexpr clock_start resolution_starts_from(const Terms& terms, const resolution_target& target) {
  return target.starts_from().value_or(terms.resolution_start);
}

namespace detail {

[[noreturn]] inline void a_confirmation_must_not_precede_the_report(instant confirmed, instant reported) {
  throw event_error("a confirmation at " + iso(confirmed) + " is before the report; allowed: " + iso(reported) +
                    " or later");
}
constexpr void check_confirmation(const std::optional<instant>& confirmed, instant reported) {
  if (confirmed && *confirmed < reported) a_confirmation_must_not_precede_the_report(*confirmed, reported);
}

}  // namespace detail

/// When the resolution of an issue is due.
///
/// reported   the identification or notification, whichever is first
/// confirmed  the moment the issue was both replicated and confirmed, not before the report; none if it has not been yet
/// returns    a deadline: due, not started (it runs from a confirmation that has not come), or not promised
/// throws     coverage_error outside the calendar's coverage; terms_error for a value that is no level; event_error for a
///            confirmation before the report
/// source     remediate or work around within ...
/// example    critical, confirmed Thu 2025-07-03 15:30 US Eastern: Fri 2025-07-04 15:30, holiday or not
template <deadline_terms Terms>
constexpr deadline resolution_due(const Terms& terms, severity_of<Terms> severity, instant reported,
                                  std::optional<instant> confirmed) {
  detail::check_confirmation(confirmed, reported);
  const std::optional<resolution_target>& target = terms.severities[severity].resolution;
  if (!target) return deadline::not_promised();
  const std::optional<instant> start =
      resolution_starts_from(terms, *target) == clock_start::confirmation ? confirmed : reported;
  if (!start) return deadline::not_started();
  return due_after(terms, target->within(), *start);
}

/// The release with which a fix reaches the client: the first that does not precede the fix.
///
/// fix_available  when the fix was ready
/// releases       in any order
/// returns        none while no such release is planned
/// source         severity 3 fixes are incorporated in the next upcoming release
/// example        fix ready 2026-11-10, releases on 11-01, 12-01 and 12-15: 12-01
constexpr std::optional<instant> release_due(instant fix_available, std::span<const instant> releases) noexcept {
  std::optional<instant> next;
  for (const instant release : releases)
    if (release >= fix_available && (!next || release < *next)) next = release;
  return next;
}

}  // namespace sla::inline v0

#endif
