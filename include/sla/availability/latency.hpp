#ifndef SLA_AVAILABILITY_LATENCY_HPP
#define SLA_AVAILABILITY_LATENCY_HPP

#include <cstdint>
#include <optional>

#include "sla/policy/agreement.hpp"
#include "sla/policy/fraction.hpp"

namespace sla::inline v0 {

/// One request: the time from its receipt to the first byte served, and what kind it was.
template <class Kind>
struct latency_sample {
  elapsed latency;
  Kind kind;
};

/// What became of a latency objective.
enum class latency_verdict { met, missed, not_measurable };

/// Exact counts of requests; two of them from different machines or months add up with `merge`.
///
/// counted  requests that are not exempt
/// within   those of them that were served in time
/// exempt   requests of exempt kinds
struct latency_count {
  std::int64_t counted = 0;
  std::int64_t within = 0;
  std::int64_t exempt = 0;

  /// The share served in time; none if nothing was counted.
  constexpr std::optional<fraction> share() const {
    return counted > 0 ? std::optional{fraction{within, counted}} : std::nullopt;
  }

  constexpr latency_verdict verdict(required_share most) const {
    const auto served = share();
    if (!served) return latency_verdict::not_measurable;
    return most.satisfied_by(*served) ? latency_verdict::met : latency_verdict::missed;
  }

  friend constexpr bool operator==(const latency_count&, const latency_count&) = default;
};

/// The counts of both together; order does not matter.
constexpr latency_count merge(const latency_count& a, const latency_count& b) noexcept {
  return {a.counted + b.counted, a.within + b.within, a.exempt + b.exempt};
}

/// Counts requests against the latency objective; exempt kinds are dropped first.
///
/// terms    any agreement with latency_terms
/// samples  a range of latency_sample
/// example  9.9 s and 10 s are within 10 s, 10.001 s is not
template <latency_terms Terms, class Samples>
constexpr latency_count latency(const Terms& terms, Samples&& samples) {
  const auto counted_kinds = terms.latency.counted_kinds();
  latency_count count;
  for (const auto& sample : samples) {
    const auto counts = static_cast<std::int64_t>(counted_kinds.contains(sample.kind));
    count.counted += counts;
    count.within += counts & static_cast<std::int64_t>(sample.latency <= terms.latency.within);
    count.exempt += 1 - counts;
  }
  return count;
}

}  // namespace sla::inline v0

#endif
