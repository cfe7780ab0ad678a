#ifndef SLA_CLOCK_TICKET_HPP
#define SLA_CLOCK_TICKET_HPP

// A ticket is what its events make of it. Both commitments, to respond and to resolve, are followed by the same small
// clock: it starts, it may be paused, it is fulfilled, and before each event it is asked whether its due instant has gone
// by in the meantime. If so the commitment is missed, under the severity that was in force, and nothing that happens
// later undoes that. Because the state after any event depends on the events so far alone, a live view and a later audit
// cannot differ.
//
// A changed severity changes the target, not the start: at every moment the due instant is that of the severity in force,
// counted from the original start. If that instant already lies in the past, the commitment is missed at once. So
// changing back and forth buys no time.

#include <algorithm>
#include <optional>
#include <string>

#include "sla/clock/deadline.hpp"
#include "sla/clock/event.hpp"
#include "sla/policy/agreement.hpp"
#include "sla/policy/enumerator.hpp"
#include "sla/time/interval_set.hpp"

namespace sla::inline v0 {

/// How a commitment stands.
enum class commitment_state { not_started, running, on_hold, met, missed, not_promised };

/// One commitment of a ticket, as of an instant.
///
/// due           when it is or was due; for a missed one the instant that went by
/// severity      in force when it was met or missed, otherwise in force now
/// strength      how firmly that severity promises it
/// fulfilled_at  when the response or the remedy came, in time or late; none if it has not
/// late_by       how far the fulfilment, or else the instant asked about, lies after the due instant; negative if before
///               it; none without a due instant
template <class Severity>
struct commitment {
  commitment_state state;
  deadline due;
  Severity severity;
  obligation strength;
  std::optional<instant> fulfilled_at;
  std::optional<elapsed> late_by;
};

/// Both commitments of a ticket.
template <class Severity>
struct assessment {
  commitment<Severity> response;
  commitment<Severity> resolution;
};

/// A ticket that is being followed, one event after the other.
///
/// agreed   the agreement; must outlive the ticket
/// example  ticket t(terms); t.add({at, event_kind::notified, hbi::severity::urgent}); t.assess(now)
template <ticket_terms Terms>
class ticket {
 public:
  using severity = severity_of<Terms>;

  constexpr explicit ticket(const Terms& agreed) noexcept : terms_(&agreed) {}
  explicit ticket(const Terms&&) = delete;

  /// Adds the next event.
  ///
  /// throws  event_error if it is earlier than the last one, contradicts what happened so far, or lacks its severity
  constexpr void add(const event<severity>& next) {
    check(next);
    advance_to(next.at);
    last_at_ = next.at;
    switch (next.kind) {
      case event_kind::notified:
      case event_kind::identified:
        if (!reported_at_) reported_at_ = next.at;
        (next.kind == event_kind::notified ? notified_ : identified_) = true;
        if (next.severity) severity_ = *next.severity;
        break;
      case event_kind::severity_changed:
        severity_ = *next.severity;
        if (terms_->on_severity_change == on_severity_change::restarts)
          for (promise* each : {&response_, &resolution_}) restart(*each);
        break;
      case event_kind::responded: fulfil(response_); break;
      case event_kind::replicated: replicated_at_ = replicated_at_.value_or(next.at); break;
      case event_kind::confirmed: confirmed_at_ = confirmed_at_.value_or(next.at); break;
      case event_kind::worked_around:
        fulfil(resolution_);
        worked_around_ = true;
        break;
      case event_kind::resolved:
        fulfil(resolution_);
        resolved_ = true;
        break;
      case event_kind::hold_started: on_hold_since_ = next.at; break;
      case event_kind::hold_ended: end_hold(); break;
      case event_kind::reopened: reopen(); break;
      case event_kind::closed: closed_ = true; break;
    }
  }

  /// Both commitments as they stand at an instant.
  ///
  /// as_of   not before the last event
  /// throws  event_error if nothing was reported yet, or `as_of` is before the last event
  constexpr assessment<severity> assess(instant as_of) const {
    if (!reported_at_) a_ticket_must_have_been_reported();
    if (as_of < last_at_) a_ticket_must_not_be_assessed_before_its_last_event(as_of, last_at_);
    ticket now = *this;
    now.advance_to(as_of);
    now.last_at_ = as_of;
    return {now.stand_of(now.response_), now.stand_of(now.resolution_)};
  }

 private:
  enum class side { response, resolution };

  struct judgement {
    deadline due;
    severity under;
  };

  /// What one commitment has gone through.
  struct promise {
    side of;
    std::optional<instant> restarted_at{};
    interval_set pauses{};
    std::optional<instant> fulfilled_at{};
    std::optional<judgement> met{};
    std::optional<judgement> missed{};
  };

  constexpr std::optional<allowance> allowance_of(side of, severity level) const {
    const auto& promised = terms_->severities[level];
    if (of == side::response) return promised.response.within();
    return promised.resolution ? std::optional{promised.resolution->within()} : std::nullopt;
  }

  constexpr obligation strength_of(side of, severity level) const {
    const auto& promised = terms_->severities[level];
    if (of == side::response) return promised.response.strength();
    return promised.resolution ? promised.resolution->strength() : obligation::firm;
  }

  constexpr std::optional<instant> start_of(const promise& each) const {
    std::optional<instant> start = reported_at_;
    if (each.of == side::resolution &&
        resolution_starts_from(*terms_, *terms_->severities[severity_].resolution) == clock_start::confirmation)
      start = confirmed_at_ ? std::max(confirmed_at_, replicated_at_) : std::nullopt;
    return start ? std::max(start, each.restarted_at) : std::nullopt;
  }

  /// The due instant by what is known at `now`: a hold that goes on lasts until then.
  constexpr deadline due_of(const promise& each, instant now) const {
    const std::optional<allowance> within = allowance_of(each.of, severity_);
    if (!within) return deadline::not_promised();
    const std::optional<instant> start = start_of(each);
    if (!start) return deadline::not_started();
    if (is_on_hold()) return due_after(*terms_, *within, *start, unite(each.pauses, {{*on_hold_since_, now}}));
    return due_after(*terms_, *within, *start, each.pauses);
  }

  constexpr bool is_on_hold() const { return on_hold_since_ && terms_->holds == holds::recognised; }

  constexpr void advance_to(instant now) {
    if (!reported_at_) return;
    for (promise* each : {&response_, &resolution_}) {
      if (each->missed || each->fulfilled_at) continue;
      if (const deadline due = due_of(*each, now); due.passed_by(now)) each->missed = judgement{due, severity_};
    }
  }

  constexpr void fulfil(promise& each) {
    if (each.fulfilled_at) return;
    each.fulfilled_at = last_at_;
    if (!each.missed) each.met = judgement{due_of(each, last_at_), severity_};
  }

  constexpr void restart(promise& each) {
    if (!each.fulfilled_at) each.restarted_at = last_at_;
  }

  constexpr void end_hold() {
    if (terms_->holds == holds::recognised)
      for (promise* each : {&response_, &resolution_})
        each->pauses = unite(each->pauses, {{*on_hold_since_, last_at_}});
    on_hold_since_.reset();
  }

  constexpr void reopen() {
    worked_around_ = resolved_ = closed_ = false;
    if (terms_->on_reopen == on_reopen::first_close_is_final || !resolution_.fulfilled_at) return;
    const interval closed{*resolution_.fulfilled_at, last_at_};
    resolution_.fulfilled_at.reset();
    resolution_.met.reset();
    if (terms_->on_reopen == on_reopen::restarts)
      restart(resolution_);
    else
      resolution_.pauses = unite(resolution_.pauses, {closed});
  }

  constexpr commitment<severity> stand_of(const promise& each) const {
    const judgement now = each.missed ? *each.missed
                          : each.met  ? *each.met
                                      : judgement{due_of(each, last_at_), severity_};
    commitment<severity> stand{state_of(each, now), now.due,     now.under, strength_of(each.of, now.under),
                               each.fulfilled_at,   std::nullopt};
    if (now.due.exists()) stand.late_by = elapsed{each.fulfilled_at.value_or(last_at_) - now.due.at()};
    return stand;
  }

  constexpr commitment_state state_of(const promise& each, const judgement& now) const {
    if (each.missed) return commitment_state::missed;
    if (now.due.status() == deadline::state::not_promised) return commitment_state::not_promised;
    if (each.met) return commitment_state::met;
    if (now.due.status() == deadline::state::not_started) return commitment_state::not_started;
    return is_on_hold() ? commitment_state::on_hold : commitment_state::running;
  }

  constexpr void check(const event<severity>& next) const {
    const bool is_report = next.kind == event_kind::notified || next.kind == event_kind::identified;
    const bool is_over = worked_around_ || resolved_ || closed_;
    if (!reported_at_ && !is_report) an_event_does_not_fit(next, "a ticket begins with notified or identified");
    if (reported_at_ && next.at < last_at_) an_event_does_not_fit(next, "it is earlier than the event before it");
    if (!next.severity && (!reported_at_ || next.kind == event_kind::severity_changed))
      an_event_does_not_fit(next, "it needs a severity");
    if (next.severity && reported_at_ && next.kind != event_kind::severity_changed && *next.severity != severity_)
      an_event_does_not_fit(next, "only severity_changed may carry another severity");
    if ((next.kind == event_kind::notified && notified_) || (next.kind == event_kind::identified && identified_))
      an_event_does_not_fit(next, "it has happened already");
    if (next.kind == event_kind::hold_started && on_hold_since_) an_event_does_not_fit(next, "the ticket is on hold");
    if (next.kind == event_kind::hold_ended && !on_hold_since_)
      an_event_does_not_fit(next, "the ticket is not on hold");
    if (next.kind == event_kind::reopened && !is_over) an_event_does_not_fit(next, "the ticket is open");
    if ((next.kind == event_kind::resolved && resolved_) || (next.kind == event_kind::closed && closed_))
      an_event_does_not_fit(next, "it has happened already");
  }

  [[noreturn]] static void an_event_does_not_fit(const event<severity>& next, const char* why) {
    throw event_error(std::string(name_of(next.kind)) + " at " + iso(next.at) + " does not fit: " + why);
  }
  [[noreturn]] static void a_ticket_must_have_been_reported() {
    throw event_error("a ticket without events has no commitments; it begins with notified or identified");
  }
  [[noreturn]] static void a_ticket_must_not_be_assessed_before_its_last_event(instant as_of, instant last) {
    throw event_error("the ticket cannot be assessed as of " + iso(as_of) + ", before its last event at " + iso(last));
  }

  const Terms* terms_;
  severity severity_{};
  instant last_at_{};
  std::optional<instant> reported_at_;
  std::optional<instant> replicated_at_;
  std::optional<instant> confirmed_at_;
  std::optional<instant> on_hold_since_;
  bool notified_ = false;
  bool identified_ = false;
  bool worked_around_ = false;
  bool resolved_ = false;
  bool closed_ = false;
  promise response_{side::response};
  promise resolution_{side::resolution};
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
  for (const event<severity_of<Terms>>& next : events)
    if (next.at <= as_of) followed.add(next);
  return followed.assess(as_of);
}

}  // namespace sla::inline v0

#endif
