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
  confirmed,         ///< the provider has confirmed the issue; without a `replicated` it stands for both
  worked_around,     ///< a workaround is in place
  hold_started,      ///< waiting for somebody else
  hold_ended,
  resolved,  ///< remedied
  reopened,
  closed  ///< filed away; neither a remedy nor a workaround
};

/// One line of a ticket's log.
///
/// severity  with `notified`, `identified` and `severity_changed`
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

}  // namespace detail

}  // namespace sla::inline v0

#endif
