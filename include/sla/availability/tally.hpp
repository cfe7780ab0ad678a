#ifndef SLA_AVAILABILITY_TALLY_HPP
#define SLA_AVAILABILITY_TALLY_HPP

// Every millisecond of a period is exactly one of up, down, excluded and unknown. A tally holds the four lengths, for any
// period and without an objective; the tallies of neighbouring periods add up to that of both, in any order.

#include <algorithm>
#include <span>

#include "sla/availability/counted_outages.hpp"
#include "sla/availability/service_record.hpp"
#include "sla/availability/weighted_time.hpp"
#include "sla/policy/agreement.hpp"
#include "sla/policy/maintenance.hpp"
#include "sla/time/interval_set.hpp"

namespace sla::inline v0 {

/// Downtime by the maintenance in which it fell, whether it counts or not.
struct downtime_in_maintenance {
  elapsed scheduled;
  elapsed identified;
  elapsed short_notice;
  elapsed emergency;

  friend constexpr bool operator==(const downtime_in_maintenance&, const downtime_in_maintenance&) = default;
};

/// What became of a period. up + down + excluded + unknown is its length, always.
///
/// down             time in which the service was down, in full or in part, and which counts
/// excluded         downtime that was planned; where the agreement takes planned time out, all planned time
/// unknown          time without a record, and time to come
/// to_come          the part of it that lies after the instant asked about
/// planned_unknown  the part of it that lies before, and was planned: were it downtime, it would not count; none where
///                  planned time is excluded as a whole
/// measured         the time that the formula divides by: all of it, or what is not excluded
/// unavailable      the downtime that the formula subtracts: `down`, partial outages by their weights
/// in_maintenance   downtime that fell into maintenance
struct availability_tally {
  elapsed up;
  elapsed down;
  elapsed excluded;
  elapsed unknown;
  elapsed to_come;
  elapsed planned_unknown;
  elapsed measured;
  weighted_time unavailable;
  downtime_in_maintenance in_maintenance;

  friend constexpr bool operator==(const availability_tally&, const availability_tally&) = default;
};

/// The tally of periods that do not overlap; order does not matter.
///
/// throws  terms_error if the weights of partial outages have no common denominator that fits
constexpr availability_tally merge(const availability_tally& a, const availability_tally& b) {
  const auto& [scheduled, identified, short_notice, emergency] = a.in_maintenance;
  return {a.up + b.up,
          a.down + b.down,
          a.excluded + b.excluded,
          a.unknown + b.unknown,
          a.to_come + b.to_come,
          a.planned_unknown + b.planned_unknown,
          a.measured + b.measured,
          a.unavailable + b.unavailable,
          {scheduled + b.in_maintenance.scheduled, identified + b.in_maintenance.identified,
           short_notice + b.in_maintenance.short_notice, emergency + b.in_maintenance.emergency}};
}

namespace detail {

/// The part of a period before an instant.
constexpr interval part_before(const interval& period, instant end) {
  return {period.starts_at(), std::clamp(end, period.starts_at(), period.ends_at())};
}

/// A tally without the weights: of time that is down or not.
template <availability_terms Terms>
constexpr availability_tally plain_tally(const Terms& terms, const interval& period, const service_record& record,
                                         const interval_set& outages, const maintenance_time& maintained,
                                         instant as_of) {
  const interval known = part_before(period, as_of);
  interval_set unknown = subtract(clip(record.unknown, period), outages);
  unknown = unite(unknown, {{known.ends_at(), period.ends_at()}});
  const elapsed all_down = overlap(outages, {known});
  const elapsed planned_down = overlap(outages, clip(maintained.excused, known));

  availability_tally sum;
  sum.down = all_down - planned_down;
  sum.excluded = planned_down;
  sum.unknown = total(unknown);
  sum.to_come = elapsed{period.ends_at() - known.ends_at()};
  sum.measured = period.length();
  if (planned_time_of(terms) == planned_time::leaves_both) {
    sum.excluded = total(maintained.excused);
    sum.unknown -= overlap(unknown, maintained.excused);
    sum.to_come -= overlap(maintained.excused, {{known.ends_at(), period.ends_at()}});
    sum.measured -= sum.excluded;
  } else {
    sum.planned_unknown = overlap(unknown, clip(maintained.excused, known));
  }
  sum.up = period.length() - sum.down - sum.excluded - sum.unknown;
  const auto down_in = [&](const interval_set& of) { return overlap(outages, clip(of, known)); };
  sum.in_maintenance = {down_in(maintained.scheduled), down_in(maintained.identified), down_in(maintained.short_notice),
                        down_in(maintained.emergency)};
  return sum;
}

}  // namespace detail

/// Tallies any period.
///
/// terms      any agreement with availability_terms
/// record     what was recorded of the service
/// announced  maintenance outside the scheduled windows
/// as_of      what lies after it is unknown
/// throws     coverage_error; terms_error, naming the outage with the finest weight, if the weights of partial outages have
///            no common denominator that fits
/// example    the four outages of November 2026 in the worked examples: 17,100 s down, 3,600 s excluded
template <availability_terms Terms>
constexpr availability_tally tally(const Terms& terms, const interval& period, const service_record& record,
                                   std::span<const maintenance> announced, instant as_of) {
  const maintenance_time maintained = maintenance_in(terms, period, announced);
  if (record.partial.empty() && detail::counts_as_recorded(terms)) {
    availability_tally sum = detail::plain_tally(terms, period, record, record.down, maintained, as_of);
    sum.unavailable = weighted_time(sum.down);
    return sum;
  }
  service_record recorded = detail::record_before(record, as_of);
  recorded.unknown = subtract(recorded.unknown, detail::any_outage(recorded));
  const auto layers = detail::computed_of_weights(record, [&] { return detail::counted_layers(terms, recorded); });
  availability_tally sum = detail::plain_tally(terms, period, recorded, layers.back().down, maintained, as_of);
  const interval known = detail::part_before(period, as_of);
  sum.unavailable = detail::computed_of_weights(record, [&] {
    weighted_time unavailable;
    for (const auto& [step, down] : layers) {
      const elapsed counted = overlap(down, {known}) - overlap(down, clip(maintained.excused, known));
      unavailable += weighted_time(counted, step);
    }
    return unavailable;
  });
  return sum;
}

}  // namespace sla::inline v0

#endif
