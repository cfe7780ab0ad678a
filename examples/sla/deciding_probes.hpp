#ifndef SLA_PROGRAM_DECIDING_PROBES_HPP
#define SLA_PROGRAM_DECIDING_PROBES_HPP

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "sla/availability/probe.hpp"
#include "sla/time/interval.hpp"

namespace program {

/// One look at a service, and how long its answer took; as small as that can be, for there may be millions.
struct timed_probe {
  static constexpr std::int32_t not_timed = -1;

  sla::instant at;
  sla::probe_state state;
  std::int32_t latency_ms;
};

/// The probes that decide about a period: its own, back to the last success before it and on to the first one after it.
///
/// probes  sorted by time
std::span<const timed_probe> deciding(std::span<const timed_probe> probes, const sla::interval& period);

/// Takes the probes of a service in any order, and of those that cannot decide about a time it forgets most as it goes.
class probe_collector {
 public:
  /// needed  the time asked about; none means all
  ///
  /// throws  bad_value for a failure at an instant whose success was taken for the last one before that time, or for the
  ///         first one after it, when others were forgotten
  void add(const timed_probe& next, const std::optional<sla::interval>& needed);

  /// What was kept, sorted by time; the first and the last probe of all are in it.
  std::vector<timed_probe> sorted() &&;

 private:
  void forget_what_does_not_decide_about(const sla::interval& needed);

  std::vector<timed_probe> probes_;
  std::optional<sla::instant> forgot_before_;
  std::optional<sla::instant> forgot_after_;
};

}  // namespace program

#endif
