#include "sla/time/sort_by_start.hpp"

#include <algorithm>
#include <map>
#include <vector>

#include "support/moments.hpp"
#include "support/text.hpp"

using namespace std::chrono;
using sla::instant;
using sla::interval;
using sla::detail::radix_sort_by_start;
using sla::detail::sort_by_start;
using sla::detail::starts_before;
using sla_tests::utc;

namespace {

constexpr instant midnight = utc(2026y / November / 6, 0ms);

/// Intervals of a second that start at these milliseconds after midnight.
constexpr std::vector<interval> starting_at(std::vector<long long> starts) {
  std::vector<interval> intervals;
  for (const long long start : starts)
    intervals.emplace_back(midnight + milliseconds{start}, midnight + milliseconds{start} + 1s);
  return intervals;
}

/// As many starts as it takes, going back and forth over all of `range`.
std::vector<interval> scattered(long long count, long long range) {
  std::vector<long long> starts;
  for (long long i = 0; i < count; ++i) starts.push_back(i * 7919 % count * (range / count) - range / 2);
  return starting_at(starts);
}

/// A multimap keeps intervals with the same start in the order in which they came.
std::vector<interval> by_start(const std::vector<interval>& intervals) {
  std::multimap<instant, interval> ordered;
  for (const interval& each : intervals) ordered.emplace(each.starts_at(), each);
  std::vector<interval> sorted;
  for (const auto& [start, each] : ordered) sorted.push_back(each);
  return sorted;
}

void check_sorts(std::vector<interval> intervals) {
  std::vector<interval> by_digits = intervals;
  radix_sort_by_start(by_digits);
  CHECK(by_digits == by_start(intervals));
  sort_by_start(intervals);
  CHECK(std::is_sorted(intervals.begin(), intervals.end(), starts_before));
}

}  // namespace

TEST_CASE("ranges of one digit and of many are sorted") {
  for (const long long range : {2'000LL, 2'047'000LL, 86'400'000LL, 31'536'000'000LL, 4'000'000'000'000'000LL})
    check_sorts(scattered(2'000, range));
}

TEST_CASE("the bounds between two digits are sorted") {
  for (const long long bound : {2047LL, 2048LL, 2049LL, (1LL << 22) - 1, 1LL << 22, (1LL << 33) - 1, 1LL << 33})
    check_sorts(starting_at({bound, 0, bound - 1, 1, bound / 2}));
}

TEST_CASE("intervals with the same start keep their order when sorted by digits") {
  std::vector<interval> intervals = starting_at({5, 3, 5, 3});
  intervals[0] = {intervals[0].starts_at(), intervals[0].starts_at() + 9h};
  intervals[3] = {intervals[3].starts_at(), intervals[3].starts_at()};
  check_sorts(intervals);
}

TEST_CASE("instants may lie as far apart as instants can") {
  check_sorts({{instant::max(), instant::max()},
               {instant::min(), instant::min()},
               {midnight, midnight},
               {instant::min(), instant::min() + 1ms},
               {instant::max() - 1ms, instant::max()}});
}

TEST_CASE("none, one, equal, sorted and reversed ones are sorted") {
  check_sorts({});
  check_sorts(starting_at({42}));
  check_sorts(std::vector(3'000, interval{midnight, midnight + 1h}));
  std::vector<interval> sorted = scattered(3'000, 86'400'000);
  sort_by_start(sorted);
  check_sorts(sorted);
  check_sorts({sorted.rbegin(), sorted.rend()});
}

TEST_CASE("few and many are sorted, on both sides of the bound between them") {
  for (const long long count : {1'022LL, 1'023LL, 1'024LL, 1'025LL}) check_sorts(scattered(count, 86'400'000));
}

static_assert(
    [] {
      auto compared = starting_at({86'400'000, 5, -3});
      auto dealt = compared;
      sort_by_start(compared);
      radix_sort_by_start(dealt);
      return compared == starting_at({-3, 5, 86'400'000}) && dealt == compared;
    }(),
    "sorting by start works in constant expressions, by comparisons and by digits");
