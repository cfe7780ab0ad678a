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

/// Takes the probes of a service in any order. While they come in the order of time it forgets most of those that do not
/// decide about a time.
class probe_collector {
 public:
  /// needed  the time asked about; none means all
  void add(const timed_probe& next, const std::optional<sla::interval>& needed);

  /// What was kept, sorted by time; the first and the last probe of all are in it.
  ///
  /// needed  as for `add`
  /// throws  bad_value if what decides was forgotten. That takes a thousand probes in order, three days without a success
  ///         beside the time asked about, and before or after them one that a later line out of order says was none
  std::vector<timed_probe> sorted(const std::optional<sla::interval>& needed) &&;

 private:
  void forget_what_does_not_decide_about(const sla::interval& needed);
  bool forgot_what_decides_about(const sla::interval& needed) const;

  std::vector<timed_probe> probes_;
  std::optional<sla::instant> forgot_before_;
  std::optional<sla::instant> forgot_after_;
};

}  // namespace program

#endif
