#ifndef SLA_AVAILABILITY_TIMELINE_HPP
#define SLA_AVAILABILITY_TIMELINE_HPP

#include <algorithm>
#include <iterator>
#include <span>
#include <vector>

#include "sla/availability/counted_outages.hpp"
#include "sla/availability/service_record.hpp"
#include "sla/availability/tally.hpp"
#include "sla/policy/agreement.hpp"
#include "sla/policy/maintenance.hpp"

namespace sla::inline v0 {

/// What a service was at an instant.
enum class service_state { up, down, excluded, unknown };

/// A stretch of time in which a service was in one state.
///
/// weight   how much of it the formula subtracts: 1 for a full outage, less for a partial one, 0 for other states
struct timeline_segment {
  interval during;
  service_state state;
  fraction weight;

  friend constexpr bool operator==(const timeline_segment&, const timeline_segment&) = default;
};

namespace detail {

/// All instants of a period at which anything begins or ends.
constexpr std::vector<instant> instants_of_change(const interval& period, std::span<const counted_layer> layers,
                                                  const interval_set& planned, const interval_set& unknown,
                                                  instant as_of) {
  std::vector<instant> changes{period.starts_at(), part_before(period, as_of).ends_at(), period.ends_at()};
  const auto add = [&](const interval_set& set) {
    for (const interval& each : clip(set, period))
      changes.push_back(each.starts_at()), changes.push_back(each.ends_at());
  };
  for (const counted_layer& layer : layers) add(layer.down);
  add(planned);
  add(unknown);
  std::sort(changes.data(), changes.data() + changes.size());
  changes.erase(std::unique(changes.begin(), changes.end()), changes.end());
  return changes;
}

}  // namespace detail

/// A period as stretches of one state each, in order and without a gap; their lengths and weights add up to the tally.
///
/// terms, record, announced, as_of  as for `tally`
/// throws                           coverage_error
/// example  Fri 2026-11-06 20:45-22:20 down: down until 21:00, excluded until 22:00, down until 22:20
template <availability_terms Terms>
constexpr std::vector<timeline_segment> timeline(const Terms& terms, const interval& period,
                                                 const service_record& record, std::span<const maintenance> announced,
                                                 instant as_of) {
  const interval_set planned = maintenance_in(terms, period, announced).excused;
  service_record recorded = detail::record_before(record, as_of);
  recorded.unknown = subtract(recorded.unknown, detail::any_outage(recorded));
  const auto layers = detail::counted_layers(terms, recorded);
  const interval_set& down = layers.back().down;
  const auto segment_of = [&](const interval& during) -> timeline_segment {
    const instant from = during.starts_at();
    const bool is_known_down = from < as_of && down.contains(from);
    const bool is_planned = planned.contains(from);
    if (is_planned && (is_known_down || detail::planned_time_of(terms) == planned_time::leaves_both))
      return {during, service_state::excluded, fraction{0, 1}};
    if (!is_known_down) {
      const bool is_unknown = as_of <= from || recorded.unknown.contains(from);
      return {during, is_unknown ? service_state::unknown : service_state::up, fraction{0, 1}};
    }
    fraction weight{0, 1};
    for (const detail::counted_layer& layer : layers)
      if (layer.down.contains(from)) weight = weight + layer.step;
    return {during, service_state::down, weight};
  };

  std::vector<timeline_segment> segments;
  const auto changes = detail::instants_of_change(period, layers, planned, recorded.unknown, as_of);
  for (auto change = changes.begin(); std::next(change) != changes.end(); ++change) {
    const timeline_segment next = segment_of({*change, *std::next(change)});
    if (!segments.empty() && segments.back().state == next.state && segments.back().weight == next.weight)
      segments.back().during = {segments.back().during.starts_at(), next.during.ends_at()};
    else
      segments.push_back(next);
  }
  return segments;
}

}  // namespace sla::inline v0

#endif
