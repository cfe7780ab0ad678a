#ifndef SLA_AVAILABILITY_SERVICE_RECORD_HPP
#define SLA_AVAILABILITY_SERVICE_RECORD_HPP

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "sla/policy/fraction.hpp"
#include "sla/time/error.hpp"
#include "sla/time/interval_set.hpp"

namespace sla::inline v0 {

/// An outage of part of a service.
///
/// weight   the share of the service that was down, more than 0 and at most 1
/// throws   terms_error for another weight
/// example  partial_outage{{now, now + 1h}, fraction{1, 4}}: for an hour, a quarter of the users could not connect
class partial_outage {
 public:
  constexpr partial_outage(const interval& during, fraction weight) : during_(during), weight_(weight) {
    if (weight.numerator() == 0 || weight > fraction{1, 1}) a_weight_must_be_more_than_0_and_at_most_1(weight);
  }

  constexpr const interval& during() const noexcept { return during_; }
  constexpr fraction weight() const noexcept { return weight_; }

  friend constexpr bool operator==(const partial_outage&, const partial_outage&) = default;

 private:
  [[noreturn]] static void a_weight_must_be_more_than_0_and_at_most_1(fraction weight) {
    throw terms_error("the weight " + std::to_string(weight.numerator()) + "/" + std::to_string(weight.denominator()) +
                      " of a partial outage is not within (0, 1]");
  }

  interval during_;
  fraction weight_;
};

/// What was recorded of a service: when it was down, in full or in part, and when nobody knows. All other time it was up.
///
/// source   the name of the records, repeated by every result computed from them
/// down     outages, normalised
/// unknown  time without a record; where an outage is recorded, whole or in part, it is known, even if it does not count
/// partial  outages of part of the service, in any order; where several overlap, the largest weight counts
struct service_record {
  std::string_view source;
  interval_set down;
  interval_set unknown;
  std::vector<partial_outage> partial{};
};

/// A record that knows all of a period's outages.
///
/// example  service_record_of("operations log", {{now, now + 85min}, {now + 80min, now + 95min}}): down for 95 minutes
constexpr service_record service_record_of(std::string_view source, interval_set outages) {
  return {source, std::move(outages), {}};
}

namespace detail {

[[noreturn]] inline void weights_must_have_a_common_denominator(const partial_outage& finest) {
  const fraction weight = finest.weight();
  throw terms_error("the outage from " + iso(finest.during().starts_at()) + " to " + iso(finest.during().ends_at()) +
                    " has the weight " + std::to_string(weight.numerator()) + '/' +
                    std::to_string(weight.denominator()) +
                    ", which is too fine to be added up exactly with the other weights and lengths of its record; "
                    "allowed: a weight with a smaller denominator, such as a percentage with fewer decimals");
}

/// What is computed of weights; names the outage with the finest one if the result does not fit.
constexpr auto computed_of_weights(const service_record& record, auto&& compute) {
  try {
    return compute();
  } catch (const terms_error&) {
    if (record.partial.empty()) throw;
    const auto is_coarser = [](const partial_outage& a, const partial_outage& b) {
      return a.weight().denominator() < b.weight().denominator();
    };
    weights_must_have_a_common_denominator(*std::max_element(record.partial.begin(), record.partial.end(), is_coarser));
  }
}

/// The time of all outages, of whatever weight.
constexpr interval_set any_outage(const service_record& record) {
  std::vector<interval> outages(record.down.begin(), record.down.end());
  for (const partial_outage& each : record.partial) outages.push_back(each.during());
  return interval_set(std::move(outages));
}

/// What a record says of the time before an instant; from then on the service was up.
constexpr service_record record_before(const service_record& record, instant end) {
  const interval before{(instant::min)(), end};
  service_record cut{record.source, clip(record.down, before), clip(record.unknown, before)};
  for (const partial_outage& each : record.partial)
    if (const interval during = intersect(each.during(), before); !during.empty())
      cut.partial.emplace_back(during, each.weight());
  return cut;
}

}  // namespace detail

}  // namespace sla::inline v0

#endif
