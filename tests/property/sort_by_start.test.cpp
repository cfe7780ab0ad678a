// Sorting by digits against sorting by comparisons, and large sets against one bit a second.

#include "sla/time/sort_by_start.hpp"

#include <algorithm>
#include <map>
#include <vector>

#include "sla/time/interval_set.hpp"
#include "support/properties.hpp"

using namespace std::chrono;
using sla::instant;
using sla::interval;
using sla::interval_set;
using sla::detail::radix_sort_by_start;
using sla::detail::sort_by_start;
using sla::detail::starts_before;
using sla_tests::any;
using sla_tests::check_law;

namespace {

constexpr int horizon = 20'000;

instant any_start() {
  switch (any(0, 4)) {
    case 0: return instant::min() + any(0ms, 3ms);
    case 1: return instant::max() - any(0ms, 3ms);
    case 2: return instant{any(-5ms, 5ms)};
    case 3: return instant{any(-milliseconds{days{31}}, milliseconds{days{31}})};
    default: return instant{milliseconds{*rc::gen::arbitrary<std::int64_t>()}};
  }
}

interval any_interval() {
  const instant from = any_start();
  return {from, any(0, 3) == 0
                    ? from
                    : from + std::min(any(0ms, milliseconds{1h}), instant::max() - std::max(from, instant{}))};
}

/// A multimap keeps intervals with the same start in the order in which they came.
std::vector<interval> by_start(const std::vector<interval>& intervals) {
  std::multimap<instant, interval> ordered;
  for (const interval& each : intervals) ordered.emplace(each.starts_at(), each);
  std::vector<interval> sorted;
  for (const auto& [start, each] : ordered) sorted.push_back(each);
  return sorted;
}

std::vector<interval> any_intervals(int most) {
  std::vector<interval> intervals;
  for (int left = any(0, most); left > 0; --left) intervals.push_back(any_interval());
  switch (any(0, 3)) {
    case 0: std::sort(intervals.begin(), intervals.end()); break;
    case 1: std::sort(intervals.rbegin(), intervals.rend()); break;
    default: break;
  }
  return intervals;
}

}  // namespace

TEST_CASE("by digits or by comparisons, the order is the same, hostile starts or not") {
  check_law("radix sort", [] {
    std::vector<interval> intervals = any_intervals(60);
    const std::vector<interval> expected = by_start(intervals);
    radix_sort_by_start(intervals);
    RC_ASSERT(intervals == expected);
  });
}

TEST_CASE("many intervals keep their members and come out sorted") {
  check_law("sort", [] {
    std::vector<interval> intervals = any_intervals(60);
    const std::vector<interval> once = intervals;
    for (int times = any(0, 40); times > 0; --times) intervals.insert(intervals.end(), once.begin(), once.end());
    std::vector<interval> expected = intervals;
    std::sort(expected.begin(), expected.end());
    sort_by_start(intervals);
    RC_ASSERT(std::is_sorted(intervals.begin(), intervals.end(), starts_before));
    std::sort(intervals.begin(), intervals.end());
    RC_ASSERT(intervals == expected);
  });
}

TEST_CASE("a large set holds the seconds of the intervals it was made of, and no two members touch") {
  check_law("large sets", [] {
    const auto few = sla::detail::few_to_sort;
    const unsigned step = any(1U, 5000U);
    unsigned state = any(0U, 100'000U);
    std::vector<interval> intervals;
    std::vector<bool> down(horizon);
    for (auto left = any(few - 5, few + 500); left > 0; --left) {
      state = state * 1'664'525U + step;
      const int from = static_cast<int>(state >> 8) % horizon;
      const int to = std::min(horizon, from + static_cast<int>(state >> 4) % 16);
      intervals.emplace_back(instant{seconds{from - horizon / 2}}, instant{seconds{to - horizon / 2}});
      std::fill(down.begin() + from, down.begin() + to, true);
    }
    std::vector<interval> expected;
    for (int second = 0; second < horizon; ++second) {
      const instant at{seconds{second - horizon / 2}};
      if (!down[static_cast<std::size_t>(second)]) continue;
      if (!expected.empty() && expected.back().ends_at() == at)
        expected.back() = {expected.back().starts_at(), at + 1s};
      else
        expected.emplace_back(at, at + 1s);
    }
    const interval_set set(intervals);
    RC_ASSERT(std::vector(set.begin(), set.end()) == expected);
  });
}
