// Sets of intervals against one bit a millisecond.

#include "sla/time/interval_set.hpp"

#include <bitset>
#include <vector>

#include "support/properties.hpp"

using namespace std::chrono;
using sla::instant;
using sla::interval;
using sla::interval_set;
using sla_tests::any;
using sla_tests::check_law;

namespace {

constexpr int horizon = 64;
using bits = std::bitset<horizon>;

constexpr instant at(int ms) { return instant{milliseconds{ms}}; }

std::vector<interval> any_intervals() {
  std::vector<interval> intervals;
  for (int left = any(0, 8); left > 0; --left) {
    const int from = any(0, horizon);
    intervals.emplace_back(at(from), at(any(from, std::min(horizon, from + 20))));
  }
  return intervals;
}

bits bits_of(const auto& intervals) {
  bits set;
  for (const interval& member : intervals)
    for (instant time = member.starts_at(); time < member.ends_at(); time += 1ms)
      set.set(static_cast<std::size_t>(time.time_since_epoch().count()));
  return set;
}

bool is_normal(const interval_set& set) {
  for (auto member = set.begin(); member != set.end(); ++member) {
    if (member->empty()) return false;
    if (member != set.begin() && std::prev(member)->ends_at() >= member->starts_at()) return false;
  }
  return true;
}

}  // namespace

TEST_CASE("a set holds the instants of the intervals it was made of, in normal form") {
  check_law("normalise", [] {
    const auto intervals = any_intervals();
    const interval_set set(intervals);
    RC_ASSERT(is_normal(set));
    RC_ASSERT(bits_of(set) == bits_of(intervals));
    RC_ASSERT(interval_set(std::vector(set.begin(), set.end())) == set);
  });
}

TEST_CASE("sets with the same instants are equal, however they were made") {
  check_law("canonical", [] {
    auto intervals = any_intervals();
    const interval_set set(intervals);
    std::vector<interval> pieces;
    for (const interval& whole : intervals) {
      const instant cut = whole.starts_at() + (whole.ends_at() - whole.starts_at()) / 2;
      pieces.insert(pieces.begin(), {interval{cut, whole.ends_at()}, interval{whole.starts_at(), cut}, whole});
    }
    RC_ASSERT(interval_set(pieces) == set);
  });
}

TEST_CASE("unite, intersect and subtract are or, and, and and-not") {
  check_law("set operations", [] {
    const interval_set a(any_intervals());
    const interval_set b(any_intervals());
    RC_ASSERT(bits_of(unite(a, b)) == (bits_of(a) | bits_of(b)));
    RC_ASSERT(bits_of(intersect(a, b)) == (bits_of(a) & bits_of(b)));
    RC_ASSERT(bits_of(subtract(a, b)) == (bits_of(a) & ~bits_of(b)));
    RC_ASSERT(is_normal(unite(a, b)));
    RC_ASSERT(is_normal(intersect(a, b)));
    RC_ASSERT(is_normal(subtract(a, b)));
    RC_ASSERT(unite(a, b) == unite(b, a));
    RC_ASSERT(intersect(a, b) == intersect(b, a));
  });
}

TEST_CASE("what is inside and what is outside add up to the whole") {
  check_law("totals", [] {
    const interval_set a(any_intervals());
    const interval_set b(any_intervals());
    RC_ASSERT(total(intersect(a, b)) + total(subtract(a, b)) == total(a));
    RC_ASSERT(unite(intersect(a, b), subtract(a, b)) == a);
    RC_ASSERT(overlap(a, b) == total(intersect(a, b)));
    RC_ASSERT(total(a).length().count() == static_cast<long long>(bits_of(a).count()));
  });
}

TEST_CASE("contains and clip look at single instants") {
  check_law("contains and clip", [] {
    const interval_set set(any_intervals());
    const int from = any(0, horizon);
    const interval period{at(from), at(any(from, horizon))};
    const interval_set clipped = clip(set, period);
    for (int ms = 0; ms < horizon; ++ms) {
      RC_ASSERT(set.contains(at(ms)) == bits_of(set)[static_cast<std::size_t>(ms)]);
      RC_ASSERT(clipped.contains(at(ms)) == (set.contains(at(ms)) && period.contains(at(ms))));
    }
  });
}
