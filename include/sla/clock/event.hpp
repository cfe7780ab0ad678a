#ifndef SLA_CLOCK_EVENT_HPP
#define SLA_CLOCK_EVENT_HPP

#include <optional>
#include <string>

#include "sla/policy/enumerator.hpp"
#include "sla/time/civil.hpp"
#include "sla/time/error.hpp"
#include "sla/time/text.hpp"

namespace sla::inline v0 {

/// What can happen to a ticket.
enum class event_kind {
  notified,          ///< reported by somebody who may, through a channel that counts
  identified,        ///< found by the provider
  severity_changed,  ///< carries the new severity
  responded,         ///< the first response and every later one
  replicated,        ///< the provider has reproduced the issue
  confirmed,         ///< the provider has confirmed the issue
  worked_around,     ///< a workaround is in place
  hold_started,      ///< waiting for somebody else
  hold_ended,
  resolved,  ///< remedied
  reopened,
  closed,             ///< filed away; a remedy only under on_close::remedies
  withdrawn,          ///< by the client, as a duplicate, merged into another or no issue at all
  reported_otherwise  ///< by somebody who may not, or through a channel that does not count: starts no clock
};

/// One line of a ticket's log.
///
/// severity  with the first report and with `severity_changed`
template <class Severity>
struct event {
  instant at;
  event_kind kind;
  std::optional<Severity> severity;
};

namespace detail {

template <class Severity>
[[noreturn]] void an_event_does_not_fit(const event<Severity>& next, const char* why) {
  throw event_error(std::string(name_of(next.kind)) + " at " + iso(next.at) + " does not fit: " + why);
}

template <class Severity>
constexpr void a_severity_is_a_level_of(const auto& severities, const event<Severity>& next) {
  if (!next.severity) return;
  for (const auto& each : severities)
    if (each.level == *next.severity) return;
  an_event_does_not_fit(next, "its severity is no level of the agreement");
}

constexpr unsigned bits_of(auto... kinds) noexcept { return (0U | ... | (1U << static_cast<unsigned>(kinds))); }

/// What has happened to a ticket, as far as it decides which event may come next.
class event_order {
 public:
  constexpr bool is_on_hold() const noexcept { return has(event_kind::hold_started); }

  constexpr void add(event_kind next) noexcept { happened_ |= bits_of(next); }
  constexpr void end_hold() noexcept { happened_ &= ~bits_of(event_kind::hold_started); }
  constexpr void reopen() noexcept { happened_ &= ~ends; }

  /// last_at, now  the instant of the last event and the severity since; of no meaning before the first one
  template <class Severity>
  constexpr void check(const event<Severity>& next, const auto& severities, instant last_at, Severity now) const {
    const bool is_report = (bits_of(next.kind) & reports) != 0;
    const bool changes = next.kind == event_kind::severity_changed;
    const bool is_reported = (happened_ & reports) != 0;
    if (!is_reported && !is_report)
      an_event_does_not_fit(next, "a ticket begins with notified, identified or reported_otherwise");
    if (is_reported && next.at < last_at) an_event_does_not_fit(next, "it is earlier than the event before it");
    if (!next.severity && (!is_reported || changes)) an_event_does_not_fit(next, "it needs a severity");
    a_severity_is_a_level_of(severities, next);
    if (next.severity && is_reported && !changes && *next.severity != now)
      an_event_does_not_fit(next, "only severity_changed may carry another severity");
    if (next.kind == event_kind::hold_ended && !is_on_hold()) an_event_does_not_fit(next, "the ticket is not on hold");
    if (next.kind == event_kind::reopened && (happened_ & ends) == 0) an_event_does_not_fit(next, "the ticket is open");
    if ((happened_ & bits_of(next.kind) & happen_once) == 0) return;
    an_event_does_not_fit(next,
                          next.kind == event_kind::hold_started ? "the ticket is on hold" : "it has happened already");
  }

 private:
  constexpr bool has(event_kind kind) const noexcept { return (happened_ & bits_of(kind)) != 0; }

  static constexpr unsigned reports =
      bits_of(event_kind::notified, event_kind::identified, event_kind::reported_otherwise);
  /// What reopening undoes, and what may not happen again before something undoes it.
  static constexpr unsigned ends =
      bits_of(event_kind::worked_around, event_kind::resolved, event_kind::closed, event_kind::withdrawn);
  static constexpr unsigned happen_once =
      bits_of(event_kind::notified, event_kind::identified, event_kind::hold_started, event_kind::resolved,
              event_kind::closed, event_kind::withdrawn);

  unsigned happened_ = 0;
};

}  // namespace detail

}  // namespace sla::inline v0

#endif
