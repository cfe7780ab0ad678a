#ifndef SLA_CLOCK_COMMITMENT_HPP
#define SLA_CLOCK_COMMITMENT_HPP

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <optional>

#include "sla/clock/deadline.hpp"
#include "sla/clock/pause_log.hpp"
#include "sla/policy/fraction.hpp"
#include "sla/policy/target.hpp"
#include "sla/time/amount.hpp"

namespace sla::inline v0 {

/// The two things that are promised for an issue.
enum class commitment_kind { response, resolution };

/// How a commitment stands; one that the client withdrew before it was met or missed is withdrawn.
enum class commitment_state { not_started, running, on_hold, met, missed, withdrawn, not_promised };

/// How much of an allowance has been used, in the allowance's own kind of time.
///
/// example  3 h of 4 h business time
struct allowance_used {
  clock_kind by;
  std::chrono::milliseconds used;
  std::chrono::milliseconds budget;

  /// More than 1 once the allowance's own clock has run on after the due instant; until then a late commitment stays at 1.
  ///
  /// example  3 business days, due Sat 2026-10-10 00:00: on Columbus Day, Mon 2026-10-12, still 1
  constexpr fraction share() const { return {used.count(), std::max<std::int64_t>(budget.count(), 1)}; }
};

/// One commitment of a ticket, as of an instant.
///
/// due           when it is or was due; for a missed one the instant that went by
/// severity      in force when it was met, missed or withdrawn, otherwise in force now
/// strength      how firmly that severity promises it
/// fulfilled_at  when the response or the remedy came, in time or late; none if it has not
/// late_by       how far the end, or else the instant asked about, lies after the due instant; negative if before it; none
///               without a due instant
/// used          of the allowance until then; none without a due instant
/// withdrawn_at  when the client withdrew it, missed by then or not; none if it was fulfilled before
template <class Severity>
struct commitment {
  commitment_state state;
  deadline due;
  Severity severity;
  obligation strength;
  std::optional<instant> fulfilled_at;
  std::optional<elapsed> late_by;
  std::optional<allowance_used> used;
  std::optional<instant> withdrawn_at{};
};

/// Both commitments of a ticket.
template <class Severity>
struct assessment {
  commitment<Severity> response;
  commitment<Severity> resolution;

  constexpr const commitment<Severity>& operator[](commitment_kind kind) const noexcept {
    return kind == commitment_kind::response ? response : resolution;
  }
};

/// By what a commitment was or is judged: everything that its due instant follows from.
///
/// reported_at  when the issue was first reported, whether or not that started the clocks
/// running      none if the clock has not started, or nothing is promised
/// going_on     a pause of a commitment without an end that has not ended by the instant asked about
template <class Severity>
struct commitment_history {
  Severity severity;
  instant reported_at;
  deadline due;
  std::optional<running_allowance> running;
  pause_log pauses;
  std::optional<pause> going_on;
  std::optional<instant> fulfilled_at;
  std::optional<instant> withdrawn_at{};
};

}  // namespace sla::inline v0

#endif
