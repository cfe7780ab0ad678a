#ifndef SLA_CLOCK_TICKET_HPP
#define SLA_CLOCK_TICKET_HPP

// A ticket is what its events make of it. Both commitments, to respond and to resolve, are followed by the same small
// clock: it starts, it may be paused, it is fulfilled, and before each event it is asked whether its due instant has gone
// by in the meantime. If so the commitment is missed, under the severity that was in force, and nothing that happens
// later undoes that. The state depends on the events so far alone, so a live view and a later audit cannot differ.
//
// A changed severity changes the target, not the start: at every moment the due instant is that of the severity in force,
// counted from the original start. If that has gone by already, the commitment is missed at once.

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <optional>
#include <string>

#include "sla/clock/commitment.hpp"
#include "sla/clock/deadline.hpp"
#include "sla/clock/event.hpp"
#include "sla/clock/pause_log.hpp"
#include "sla/policy/agreement.hpp"

namespace sla::inline v0 {

/// A ticket that is being followed, one event after the other.
///
/// agreed   the agreement; must outlive the ticket
/// cost     of an event: constant; of a change of severity: logarithmic in the number of pauses
/// example  ticket t(terms); t.add({at, event_kind::notified, hbi::severity::urgent}); t.assess(now)
template <ticket_terms Terms>
class ticket {
 public:
  using severity = severity_of<Terms>;

  constexpr explicit ticket(const Terms& agreed) noexcept : terms_(&agreed) {}
  explicit ticket(const Terms&&) = delete;

  /// Adds the next event.
  ///
  /// throws  event_error if it is earlier than the last one, contradicts what happened so far, lacks its severity or has
  ///         one that is no level, and the ticket stays as it was; coverage_error, and the ticket is of no use any more
  constexpr void add(const event<severity>& next) {
    order_.check(next, terms_->severities, last_at_, severity_);
    for (promise* each : {&response_, &resolution_}) note_miss(*each, next.at);
    last_at_ = next.at;
    order_.add(next.kind);
    switch (next.kind) {
      case event_kind::notified:
      case event_kind::identified:
      case event_kind::reported_otherwise: report(next); break;
      case event_kind::severity_changed: change_severity(*next.severity); break;
      case event_kind::responded: end(response_); break;
      case event_kind::replicated: take_first(replicated_at_, next.at); break;
      case event_kind::confirmed: take_first(confirmed_at_, next.at); break;
      case event_kind::worked_around:
      case event_kind::resolved: remedy(); break;
      case event_kind::hold_started: break;
      case event_kind::hold_ended: order_.end_hold(); break;
      case event_kind::reopened: reopen(); break;
      case event_kind::closed:
        if (terms_->on_close == on_close::remedies) remedy();
        break;
      case event_kind::withdrawn: withdraw(); break;
    }
    for (promise* each : {&response_, &resolution_}) pause_or_go_on(*each);
  }

  /// Both commitments as they stand at an instant.
  ///
  /// as_of   not before the last event
  /// throws  event_error if nothing was reported yet, or `as_of` is before the last event; coverage_error
  constexpr assessment<severity> assess(instant as_of) const {
    check(as_of);
    return {stand_of(response_, as_of), stand_of(resolution_, as_of)};
  }

  /// By what one of them is judged at an instant.
  ///
  /// throws  as assess does
  constexpr commitment_history<severity> history(commitment_kind kind, instant as_of) const {
    check(as_of);
    const promise& each = promise_of(kind);
    const judgement now = judged(each, as_of);
    return {now.under,           *reported_at_,      now.due, each.running, each.pauses, going_on(each, as_of),
            each.fulfilled_at(), each.withdrawn_at()};
  }

  /// The instant at which a share of an allowance is used, in its own kind of time, if no pause comes or goes on.
  ///
  /// share    more than 0, at most 1
  /// returns  an instant that may lie in the past; none without a due instant
  /// throws   as assess does; terms_error for other shares
  /// example  urgent, notified Fri 2026-11-20 22:00: 75 % of the 4 business hours are used on Mon 11-23 at 01:00
  constexpr std::optional<instant> share_used_at(commitment_kind kind, fraction share, instant as_of) const {
    check(as_of);
    const promise& each = promise_of(kind);
    if (!each.running) return std::nullopt;
    return sla::share_used_at(*terms_, *each.running, share, each.pauses, standing(each, as_of));
  }

  /// When the issue was first reported, whether or not that started the clocks; none before.
  constexpr std::optional<instant> reported_at() const noexcept { return reported_at_; }

  /// The severity that it has now; none before it was reported.
  constexpr std::optional<severity> severity_now() const noexcept {
    return reported_at_ ? std::optional{severity_} : std::nullopt;
  }

  /// The instant after which a commitment is missed if nothing happens any more.
  ///
  /// returns  none if it never will be: a hold that goes on keeps it from that, if it began before the allowance was used up
  /// throws   event_error if `as_of` is before the last event; coverage_error
  /// cost     a few comparisons; on hold, to look up how much was used
  constexpr std::optional<instant> next_breach(commitment_kind kind, instant as_of) const {
    if (!reported_at_) return std::nullopt;
    check(as_of);
    const promise& each = promise_of(kind);
    if (each.is_judged() || !each.running || each.due.passed_by(as_of)) return std::nullopt;
    if (each.stopped && used_by(each, *each.running, as_of) < each.running->budget) return std::nullopt;
    return each.due.at();
  }

 private:
  struct judgement {
    deadline due;
    severity under;
  };

  /// What one commitment has gone through; once it is missed or has ended, by what it was judged then.
  ///
  /// due       by the pauses that are over
  /// under     the severity that it was judged by
  /// stopped   why its clock stands still, and since when
  /// ended_at  when it was fulfilled or withdrawn
  struct promise {
    commitment_kind kind;
    bool missed = false;
    bool withdrawn = false;
    severity under{};
    instant restarted_at = (instant::min)();
    std::optional<running_allowance> running{};
    deadline due = deadline::not_started();
    pause_log pauses{};
    std::optional<pause_reason> stopped{};
    instant stopped_at{};
    std::optional<instant> ended_at{};
    constexpr bool is_judged() const noexcept { return missed || ended_at; }
    constexpr std::optional<instant> fulfilled_at() const noexcept { return withdrawn ? std::nullopt : ended_at; }
    constexpr std::optional<instant> withdrawn_at() const noexcept { return withdrawn ? ended_at : std::nullopt; }
  };

  constexpr const promise& promise_of(commitment_kind kind) const noexcept {
    return kind == commitment_kind::response ? response_ : resolution_;
  }

  constexpr std::optional<allowance> allowance_of(commitment_kind kind, severity level) const {
    const auto& promised = terms_->severities[level];
    if (kind == commitment_kind::response) return promised.response.within();
    return promised.resolution ? std::optional{promised.resolution->within()} : std::nullopt;
  }

  constexpr obligation strength_of(commitment_kind kind, severity level) const {
    const auto& promised = terms_->severities[level];
    if (kind == commitment_kind::response) return promised.response.strength();
    return promised.resolution ? promised.resolution->strength() : obligation::firm;
  }

  constexpr std::optional<instant> start_of(const promise& each) const {
    std::optional<instant> start = notified_at_;
    if (start && each.kind == commitment_kind::resolution &&
        resolution_starts_from(*terms_, *terms_->severities[severity_].resolution) == clock_start::confirmation)
      start = terms_->confirmation == confirmation::stands_for_both ? confirmed_at_
              : replicated_at_ && confirmed_at_                     ? (std::max)(replicated_at_, confirmed_at_)
                                                                    : std::nullopt;
    return start ? std::optional{(std::max)({*start, *notified_at_, each.restarted_at})} : std::nullopt;
  }

  /// Works out the due instant after its start, its severity or its pauses have changed.
  constexpr void follow(promise& each) {
    if (each.is_judged()) return;
    each.running.reset();
    const std::optional<allowance> within = allowance_of(each.kind, severity_);
    const std::optional<instant> start = within ? start_of(each) : std::nullopt;
    if (start) each.running = run(*terms_, *within, *start);
    each.due = !within        ? deadline::not_promised()
               : each.running ? deadline(due_after(*terms_, *each.running, each.pauses))
                              : deadline::not_started();
  }

  constexpr std::optional<pause> going_on(const promise& each, instant now) const {
    const bool is_waiting = each.stopped && !each.ended_at;
    return is_waiting ? std::optional{pause{{each.stopped_at, now}, *each.stopped}} : std::nullopt;
  }
  constexpr std::optional<interval> standing(const promise& each, instant now) const {
    const auto stopped = going_on(each, now);
    return stopped ? std::optional{stopped->during} : std::nullopt;
  }

  /// The due instant by what is known at `now`: a pause that goes on lasts until then.
  constexpr deadline due_of(const promise& each, instant now) const {
    if (!each.stopped || !each.running) return each.due;
    return due_after(*terms_, *each.running, each.pauses, standing(each, now));
  }

  /// It is missed once its due instant has gone by; what that is, is worked out only then.
  constexpr void note_miss(promise& each, instant now) {
    if (each.is_judged() || !each.due.passed_by(now) || !due_of(each, now).passed_by(now)) return;
    judge(each, now);
    each.missed = true;
  }

  constexpr void judge(promise& each, instant now) {
    each.due = due_of(each, now);
    each.under = severity_;
  }

  constexpr judgement judged(const promise& each, instant now) const {
    return each.is_judged() ? judgement{each.due, each.under} : judgement{due_of(each, now), severity_};
  }

  constexpr void report(const event<severity>& next) {
    if (notified_at_) return;
    severity_ = next.severity.value_or(severity_);
    reported_at_ = reported_at_.value_or(next.at);
    if (next.kind != event_kind::reported_otherwise) notified_at_ = next.at;
    for (promise* each : {&response_, &resolution_}) follow(*each);
  }

  constexpr void take_first(std::optional<instant>& happened, instant at) {
    if (happened) return;
    happened = at;
    const auto& promised = terms_->severities[severity_].resolution;
    if (promised && resolution_starts_from(*terms_, *promised) == clock_start::confirmation) follow(resolution_);
  }

  /// To the severity that is in force already, it is no change; what has ended, it does not restart.
  constexpr void change_severity(severity to) {
    if (to == severity_) return;
    severity_ = to;
    for (promise* each : {&response_, &resolution_}) {
      if (terms_->on_severity_change == on_severity_change::restarts && !each->ended_at) each->restarted_at = last_at_;
      follow(*each);
    }
  }

  constexpr void end(promise& each) {
    if (each.ended_at) return;
    if (!each.missed) judge(each, last_at_);
    each.ended_at = last_at_;
  }

  constexpr void remedy() {
    end(resolution_);
    if (terms_->silent_remedy == silent_remedy::counts_as_response) end(response_);
  }

  constexpr void withdraw() {
    for (promise* each : {&response_, &resolution_}) {
      if (!each->ended_at) each->withdrawn = true;
      end(*each);
    }
  }

  /// A response that was given is not undone.
  constexpr void reopen() {
    order_.reopen();
    if (terms_->on_reopen == on_reopen::first_close_is_final) return;
    for (promise* each : {&response_, &resolution_}) {
      if (!each->ended_at || (each == &response_ && !each->withdrawn)) continue;
      each->ended_at.reset();
      each->withdrawn = false;
      if (terms_->on_reopen == on_reopen::restarts) each->restarted_at = last_at_;
    }
  }

  constexpr bool holds_pause(commitment_kind kind) const {
    return terms_->holds == holds::recognised ||
           (terms_->holds == holds::recognised_for_resolution && kind == commitment_kind::resolution);
  }

  constexpr void pause_or_go_on(promise& each) {
    std::optional<pause_reason> reason;
    if (order_.is_on_hold() && holds_pause(each.kind)) reason = pause_reason::hold;
    if (each.ended_at) reason = pause_reason::ticket_closed;
    if (reason == each.stopped) return;
    if (each.stopped) {
      each.pauses.add(*terms_, {{each.stopped_at, last_at_}, *each.stopped});
      follow(each);
    }
    each.stopped = reason;
    each.stopped_at = last_at_;
  }

  constexpr commitment<severity> stand_of(const promise& each, instant as_of) const {
    const judgement now = judged(each, as_of);
    commitment<severity> stand{
        state_of(each, now, as_of), now.due,      now.under,    strength_of(each.kind, now.under),
        each.fulfilled_at(),        std::nullopt, std::nullopt, each.withdrawn_at()};
    if (!each.running) return stand;
    const instant until = each.ended_at.value_or(as_of);
    stand.late_by = elapsed{detail::between(now.due.at(), until)};
    stand.used = {each.running->by, used_by(each, *each.running, until), each.running->budget};
    return stand;
  }

  constexpr std::chrono::milliseconds used_by(const promise& each, const running_allowance& running,
                                              instant until) const {
    if (until <= running.from) return {};
    const instant runs_until = each.stopped && !each.ended_at ? (std::max)(each.stopped_at, running.from) : until;
    return detail::time_between(*terms_, running.by, running.from, runs_until) -
           each.pauses.taken_before(*terms_, running.by, runs_until) +
           each.pauses.taken_before(*terms_, running.by, running.from);
  }

  constexpr commitment_state state_of(const promise& each, const judgement& now, instant as_of) const {
    if (each.missed || (!each.ended_at && now.due.passed_by(as_of))) return commitment_state::missed;
    if (now.due.status() == deadline::state::not_promised) return commitment_state::not_promised;
    if (each.ended_at) return each.withdrawn ? commitment_state::withdrawn : commitment_state::met;
    if (now.due.status() == deadline::state::not_started) return commitment_state::not_started;
    return each.stopped ? commitment_state::on_hold : commitment_state::running;
  }

  constexpr void check(instant as_of) const {
    if (!reported_at_) a_ticket_must_have_been_reported();
    if (as_of < last_at_) a_ticket_must_not_be_assessed_before_its_last_event(as_of, last_at_);
  }

  [[noreturn]] static void a_ticket_must_have_been_reported() {
    throw event_error("a ticket without events has no commitments; it begins with its report");
  }
  [[noreturn]] static void a_ticket_must_not_be_assessed_before_its_last_event(instant as_of, instant last) {
    throw event_error("the ticket cannot be assessed as of " + iso(as_of) + ", before its last event at " + iso(last));
  }

  const Terms* terms_;
  severity severity_{};
  instant last_at_{};
  std::optional<instant> reported_at_;
  std::optional<instant> notified_at_;  ///< or identified
  std::optional<instant> replicated_at_;
  std::optional<instant> confirmed_at_;
  detail::event_order order_;
  promise response_{commitment_kind::response};
  promise resolution_{commitment_kind::resolution};
};

/// Both commitments of a ticket, from its events.
///
/// terms    any agreement with ticket_terms
/// events   in the order in which they happened; those after `as_of` have not happened yet
/// as_of    the instant asked about
/// throws   event_error naming the event that is out of order, contradictory or incomplete
/// example  notified Fri 2026-11-20 22:00 as urgent, responded Mon 11-23 02:00: response met, to the second
template <ticket_terms Terms, class Events>
constexpr assessment<severity_of<Terms>> assess(const Terms& terms, const Events& events, instant as_of) {
  ticket<Terms> followed(terms);
  std::optional<instant> later;
  for (const event<severity_of<Terms>>& next : events) {
    if (next.at < later) detail::an_event_does_not_fit(next, "it is earlier than the event before it");
    if (next.at > as_of)
      later = next.at;
    else
      followed.add(next);
  }
  return followed.assess(as_of);
}

/// A commitment of one of many tickets that is the next to be missed.
///
/// ticket  its position
/// due     the instant after which it is missed
struct upcoming_breach {
  std::size_t ticket;
  commitment_kind kind;
  instant due;
};

/// The commitment with the earliest due instant of all that are running; the first of several.
///
/// tickets  a range of tickets, each with its events up to `as_of`
/// returns  none if nothing runs
/// cost     linear in the tickets, a few comparisons each
/// example  urgent notified Mon 09:00, critical at 10:00, no response: {1, commitment_kind::response, Mon 12:00}
template <class Tickets>
constexpr std::optional<upcoming_breach> next_breach(const Tickets& tickets, instant as_of) {
  std::optional<upcoming_breach> next;
  std::size_t position = 0;
  for (const auto& followed : tickets) {
    for (const commitment_kind kind : {commitment_kind::response, commitment_kind::resolution})
      if (const auto due = followed.next_breach(kind, as_of); due && (!next || *due < next->due))
        next = upcoming_breach{position, kind, *due};
    ++position;
  }
  return next;
}

}  // namespace sla::inline v0

#endif
