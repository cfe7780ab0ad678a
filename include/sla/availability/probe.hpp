#ifndef SLA_AVAILABILITY_PROBE_HPP
#define SLA_AVAILABILITY_PROBE_HPP

// A probe says whether a service accepted connections at one instant. It says nothing about the time until the next one,
// so whoever turns probes into outages follows a rule, and the rule here is: between two probes the state of the earlier
// one holds; before the first and after the last probe of the period the state is unknown. Probes from outside the period
// are not stretched into it.

#include <algorithm>
#include <optional>
#include <span>
#include <string_view>

#include "sla/availability/service_record.hpp"
#include "sla/time/error.hpp"

namespace sla::inline v0 {

/// Whether a service accepted connections.
enum class probe_state { up, down };

/// One look at a service.
struct probe {
  instant at;
  probe_state state;
};

/// What probes tell about a period.
///
/// source   the name of the probe log
/// probes   sorted by instant; of several at one instant the last counts
/// throws   interval_error if they are not sorted
/// example  up at 08:00, down at 08:10, up at 08:25: down from 08:10 to 08:25, unknown before 08:00 and after 08:25
constexpr service_record record_from(std::string_view source, std::span<const probe> probes, const interval& period) {
  const auto unsorted = std::ranges::adjacent_find(probes, [](const probe& a, const probe& b) { return b.at < a.at; });
  if (unsorted != probes.end())
    throw interval_error("the probe at " + iso(std::next(unsorted)->at) + " comes after the one at " +
                         iso(unsorted->at) + "; probes must be sorted");
  const auto first = std::ranges::lower_bound(probes, period.starts_at(), {}, &probe::at);
  const auto end = std::ranges::lower_bound(first, probes.end(), period.ends_at(), {}, &probe::at);
  service_record record{source, {}, {}};
  if (first == end) {
    record.unknown.append(period);
    return record;
  }
  record.unknown.append({period.starts_at(), first->at});
  for (auto next = std::next(first); next != end; ++next)
    if (const probe& earlier = *std::prev(next); earlier.state == probe_state::down)
      record.down.append({earlier.at, next->at});
  record.unknown.append({std::prev(end)->at, period.ends_at()});
  return record;
}

}  // namespace sla::inline v0

#endif
