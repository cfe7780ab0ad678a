#ifndef SLA_AVAILABILITY_COUNTED_OUTAGES_HPP
#define SLA_AVAILABILITY_COUNTED_OUTAGES_HPP

// What was recorded is not yet what an agreement counts. It may want whole minutes, or no outage under five of them, and
// it says what an outage of part of the service is worth. Outages are united first and rounded then, so that two halves
// of a minute that touch are a minute; and both happen before anything is clipped to a period, so that an outage at
// midnight is judged as a whole. Only what lies after the instant asked about is left out before: an outage of two
// minutes is not yet one of five.
//
// Outages with weights are kept as layers: the time in which at least so much of the service was down, from the largest
// weight to the smallest. Each layer lies in the next one, and the layers times the steps between their weights add up
// to the weighted downtime.

#include <algorithm>
#include <chrono>
#include <iterator>
#include <utility>
#include <vector>

#include "sla/availability/service_record.hpp"
#include "sla/policy/agreement.hpp"
#include "sla/policy/fraction.hpp"
#include "sla/time/interval_set.hpp"

namespace sla::inline v0 {

namespace detail {

/// An outage as whole minutes of the clock; UTC's, which are those of every zone whose offset is in minutes.
constexpr interval in_minutes(const interval& outage, outage_rounding rounding) {
  constexpr std::chrono::milliseconds minute = std::chrono::minutes{1};
  const auto since_minute = [=](instant at) { return (at.time_since_epoch() % minute + minute) % minute; };
  const auto floor = [&](instant at) { return later(at, -since_minute(at)); };
  const auto ceil = [&](instant at) { return later(at, (minute - since_minute(at)) % minute); };
  if (rounding == outage_rounding::every_touched_minute) return {floor(outage.starts_at()), ceil(outage.ends_at())};
  const instant first = ceil(outage.starts_at());
  return {first, (std::max)(first, floor(outage.ends_at()))};
}

template <availability_terms Terms>
constexpr bool counts_as_recorded(const Terms& terms) noexcept {
  return terms.outage_rounding == outage_rounding::exact && terms.shortest_outage == elapsed{};
}

}  // namespace detail

/// The outages that an agreement counts: none shorter than its shortest, in whole minutes where it says so.
///
/// example  from 10:00:40 to 10:02:20, every touched minute: 10:00 to 10:03; only whole minutes: 10:01 to 10:02
template <availability_terms Terms>
constexpr interval_set counted_outages(const Terms& terms, const interval_set& recorded) {
  std::vector<interval> counted;
  for (const interval& outage : recorded)
    if (terms.shortest_outage <= outage.length())
      counted.push_back(
          terms.outage_rounding == outage_rounding::exact ? outage : detail::in_minutes(outage, terms.outage_rounding));
  return interval_set(std::move(counted));
}

/// The time in which at least a share of a service was down.
struct outage_layer {
  fraction weight;
  interval_set down;
};

namespace detail {

/// Adds a weight to those from the largest to the smallest, unless it is one of them.
constexpr void add_weight(std::vector<fraction>& weights, fraction weight) {
  auto at = weights.begin();
  while (at != weights.end() && weight < *at) ++at;
  if (at == weights.end() || *at != weight) weights.insert(at, weight);
}

}  // namespace detail

/// The time in which at least so much of a service was down, for every weight that occurs, the largest first; each layer
/// lies in the next one.
///
/// returns  a layer of weight 1 at least
/// example  down 10:00-10:10, a quarter of it until 10:30: {1, 10:00-10:10}, {1/4, 10:00-10:30}
constexpr std::vector<outage_layer> layers_of(const service_record& record) {
  std::vector<fraction> weights{fraction{1, 1}};
  for (const partial_outage& each : record.partial) detail::add_weight(weights, each.weight());
  std::vector<outage_layer> layers;
  for (const fraction weight : weights) {
    std::vector<interval> heavier(record.down.begin(), record.down.end());
    for (const partial_outage& each : record.partial)
      if (weight <= each.weight()) heavier.push_back(each.during());
    layers.push_back({weight, interval_set(std::move(heavier))});
  }
  return layers;
}

namespace detail {

/// The layers that an agreement counts, with the step of each: what its weight has more than the next one.
struct counted_layer {
  fraction step;
  interval_set down;
};

template <availability_terms Terms>
constexpr std::vector<counted_layer> counted_layers(const Terms& terms, const service_record& record) {
  std::vector<outage_layer> layers = layers_of(record);
  if (terms.partial_outages == partial_outages::count_in_full) layers = {{fraction{1, 1}, layers.back().down}};
  std::vector<counted_layer> counted;
  for (auto layer = layers.begin(); layer != layers.end(); ++layer) {
    const bool is_last = std::next(layer) == layers.end();
    const fraction step = is_last ? layer->weight : layer->weight - std::next(layer)->weight;
    if (!counts_as_recorded(terms)) layer->down = counted_outages(terms, layer->down);
    counted.push_back({step, std::move(layer->down)});
  }
  return counted;
}

}  // namespace detail

}  // namespace sla::inline v0

#endif
