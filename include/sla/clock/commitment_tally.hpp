#ifndef SLA_CLOCK_COMMITMENT_TALLY_HPP
#define SLA_CLOCK_COMMITMENT_TALLY_HPP

#include <array>
#include <cstddef>
#include <cstdint>
#include <numeric>

#include "sla/clock/commitment.hpp"

namespace sla::inline v0 {

/// How many commitments stand how; the tallies of different tickets add up with `merge`.
///
/// example  316 responses met, 133 missed
class commitment_tally {
 public:
  constexpr void add(commitment_state state) noexcept { ++counts_[static_cast<std::size_t>(state)]; }

  constexpr std::int64_t operator[](commitment_state state) const noexcept {
    return counts_[static_cast<std::size_t>(state)];
  }

  /// The number of all commitments.
  constexpr std::int64_t total() const noexcept {
    return std::accumulate(counts_.begin(), counts_.end(), std::int64_t{0});
  }

  /// Order does not matter.
  friend constexpr commitment_tally merge(commitment_tally a, const commitment_tally& b) noexcept {
    for (std::size_t state = 0; state < a.counts_.size(); ++state) a.counts_[state] += b.counts_[state];
    return a;
  }

  friend constexpr bool operator==(const commitment_tally&, const commitment_tally&) = default;

 private:
  std::array<std::int64_t, static_cast<std::size_t>(commitment_state::not_promised) + 1> counts_{};
};

}  // namespace sla::inline v0

#endif
