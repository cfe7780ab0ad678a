#ifndef SLA_AVAILABILITY_COMPOSITION_HPP
#define SLA_AVAILABILITY_COMPOSITION_HPP

// A service is made of parts: some are needed all, some stand in for each other, of some a few suffice. What became of the
// whole follows exactly from the outages of the parts, whatever they have in common. in_series, in_parallel and k_of_n
// say it for records, for plain sets of outages and, by the formula for independent parts, for shares; they take and give
// the same kind of thing, so that any structure is written by nesting them:
//
//   in_series(gateway, in_parallel(primary, standby), k_of_n(2, node_a, node_b, node_c))

#include <algorithm>
#include <array>
#include <compare>
#include <concepts>
#include <cstddef>
#include <iterator>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "sla/availability/availability.hpp"
#include "sla/availability/composed_share.hpp"
#include "sla/availability/service_record.hpp"
#include "sla/time/interval_set.hpp"

namespace sla::inline v0 {

namespace detail {

/// The instants that lie in at least so many of some sets.
template <class Sets>
constexpr interval_set in_at_least(std::size_t count, const Sets& sets) {
  std::vector<instant> starts;
  std::vector<instant> ends;
  for (const interval_set& set : sets)
    for (const interval& each : set) {
      starts.push_back(each.starts_at());
      ends.push_back(each.ends_at());
    }
  std::sort(starts.data(), starts.data() + starts.size());
  std::sort(ends.data(), ends.data() + ends.size());
  interval_set found;
  instant since{};
  for (std::size_t started = 0, ended = 0; ended < ends.size();) {
    if (started < starts.size() && starts[started] <= ends[ended]) {
      if (++started - ended == count) since = starts[started - 1];
    } else {
      if (started - ended == count) found.append({since, ends[ended]});
      ++ended;
    }
  }
  return found;
}

/// The layer of a record for a weight: the time in which at least so much of it was down.
constexpr interval_set layer_for(const std::vector<outage_layer>& layers, fraction weight) {
  interval_set found;
  for (const outage_layer& layer : layers)
    if (weight <= layer.weight) found = layer.down;
  return found;
}

constexpr std::string_view common_source(std::span<const service_record> parts) {
  for (const service_record& part : parts)
    if (part.source != parts.front().source) return "several records";
  return parts.front().source;
}

}  // namespace detail

/// The outages of a whole that is up while at least k of its parts are.
///
/// k        1 to the number of parts
/// throws   terms_error for another k
/// cost     n log n in the outages of all parts
/// example  2 of 3 needed: down while any two of them are
constexpr interval_set k_of_n(int k, std::span<const interval_set> parts) {
  return detail::in_at_least(parts.size() - detail::checked_k(k, parts.size()) + 1, parts);
}

/// The record of a whole that is up while at least k of its parts are.
///
/// Of parts that are down in part the whole has the smallest loss that k of them allow. It is unknown where the unknown
/// parts decide whether anything of it was down; how much more was down they leave open.
///
/// k        1 to the number of parts
/// throws   terms_error for another k
/// example  one of two needed, the first down, the second unknown: unknown
constexpr service_record k_of_n(int k, std::span<const service_record> parts) {
  const std::size_t enough = parts.size() - detail::checked_k(k, parts.size()) + 1;
  std::vector<std::vector<outage_layer>> layers;
  std::vector<fraction> weights{fraction{1, 1}};
  for (const service_record& part : parts) {
    layers.push_back(layers_of(part));
    for (const outage_layer& layer : layers.back()) detail::add_weight(weights, layer.weight);
  }

  std::vector<interval_set> of_parts(parts.size());
  const auto down_by = [&](fraction weight) {
    for (std::size_t part = 0; part < of_parts.size(); ++part) of_parts[part] = detail::layer_for(layers[part], weight);
    return detail::in_at_least(enough, of_parts);
  };
  service_record whole{detail::common_source(parts), down_by(fraction{1, 1}), {}};
  for (const fraction weight : weights)
    if (weight < fraction{1, 1})
      for (const interval& during : down_by(weight)) whole.partial.emplace_back(during, weight);
  for (std::size_t part = 0; part < parts.size(); ++part)
    of_parts[part] = unite(layers[part].back().down, parts[part].unknown);
  const interval_set not_surely_up = detail::in_at_least(enough, of_parts);
  whole.unknown = subtract(not_surely_up, down_by(weights.back()));
  return whole;
}

/// What a structure may be made of: all parts of one of these kinds.
template <class Part>
concept composable =
    std::same_as<Part, composed_share> || std::same_as<Part, interval_set> || std::same_as<Part, service_record>;

/// A whole that is up while all of its parts are.
template <composable Part>
constexpr Part in_series(std::span<const Part> parts) {
  return k_of_n(static_cast<int>(parts.size()), parts);
}

/// A whole that is up while any of its parts is.
template <composable Part>
constexpr Part in_parallel(std::span<const Part> parts) {
  return k_of_n(1, parts);
}

/// The same for parts that are written out: shares, records or sets of outages.
template <composable Part, std::same_as<Part>... Parts>
constexpr Part k_of_n(int k, const Part& part, const Parts&... parts) {
  return k_of_n(k, std::span<const Part>(std::array{part, parts...}));
}
template <composable Part, std::same_as<Part>... Parts>
constexpr Part in_series(const Part& part, const Parts&... parts) {
  return in_series(std::span<const Part>(std::array{part, parts...}));
}
template <composable Part, std::same_as<Part>... Parts>
constexpr Part in_parallel(const Part& part, const Parts&... parts) {
  return in_parallel(std::span<const Part>(std::array{part, parts...}));
}

/// A structure of parts in a period: what the formula for independent parts gives, and what happened.
///
/// measured  of the whole, from the outages of its parts
struct composition {
  composed_share by_formula;
  fraction measured;

  /// What happened against the formula: less means that parts failed apart from each other more often than independent
  /// ones do in series, or together more often in parallel.
  constexpr std::strong_ordering measured_to_formula() const {
    if (measured < by_formula.at_least()) return std::strong_ordering::less;
    return measured > by_formula.at_most() ? std::strong_ordering::greater : std::strong_ordering::equal;
  }
};

/// Composes the records of parts, and the shares of each of them, by one structure.
///
/// terms      any agreement with availability_terms; each part and the whole are measured by it
/// structure  a function of the parts, made of in_series, in_parallel and k_of_n
/// returns    none if a part or the whole is not measurable
/// throws     as `availability`
/// example    two parts that share a power supply and were down together for an hour of April 2026, in parallel: by the
///            formula 99.9998 %, measured 99.8611 %
template <availability_terms Terms, class Structure, std::same_as<service_record>... Parts>
constexpr std::optional<composition> compose(const Terms& terms, measured_period_of<Terms> period,
                                             std::span<const maintenance> announced, instant as_of,
                                             const Structure& structure, const Parts&... parts) {
  const auto share_of = [&](const service_record& part) {
    return availability(terms, period, part, announced, as_of).share();
  };
  const auto measured = share_of(structure(parts...));
  const bool all_measurable = (share_of(parts).has_value() && ...);
  if (!measured || !all_measurable) return std::nullopt;
  return composition{structure(composed_share(*share_of(parts))...), *measured};
}

}  // namespace sla::inline v0

#endif
