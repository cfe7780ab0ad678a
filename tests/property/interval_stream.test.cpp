// Streams against one bit a second, and against the sets that hold the same.

#include "sla/time/interval_stream.hpp"

#include <algorithm>
#include <bitset>
#include <iterator>
#include <span>
#include <vector>

#include "sla/time/interval_set.hpp"
#include "support/properties.hpp"

using namespace std::chrono;
using sla::elapsed;
using sla::instant;
using sla::interval;
using sla::interval_set;
using sla::interval_total;
using sla_tests::any;
using sla_tests::check_law;

namespace {

constexpr int horizon = 96;
using bits = std::bitset<horizon>;

constexpr instant at(int second) { return instant{seconds{second - horizon / 2}}; }

std::vector<interval> any_intervals() {
  std::vector<interval> intervals;
  for (int left = any(0, 12); left > 0; --left) {
    const int from = any(0, horizon);
    intervals.emplace_back(at(from), at(any(from, std::min(horizon, from + 20))));
  }
  return intervals;
}

std::vector<interval> any_sorted_intervals() {
  std::vector<interval> intervals = any_intervals();
  std::sort(intervals.begin(), intervals.end(),
            [](const interval& a, const interval& b) { return a.starts_at() < b.starts_at(); });
  return intervals;
}

/// Sorted and disjoint, but possibly touching, as a set is not.
std::vector<interval> any_disjoint_intervals() {
  std::vector<interval> pieces;
  for (int from = any(0, 10); from < horizon; from += any(0, 9)) {
    const int to = std::min(horizon, from + any(1, 12));
    pieces.emplace_back(at(from), at(to));
    from = to;
  }
  return pieces;
}

bits bits_of(const auto& intervals) {
  bits set;
  for (const interval& member : intervals)
    for (instant time = member.starts_at(); time < member.ends_at(); time += 1s)
      set.set(static_cast<std::size_t>((time - at(0)) / 1s));
  return set;
}

bool is_sorted_and_disjoint(const std::vector<interval>& written) {
  return std::none_of(written.begin(), written.end(), [](const interval& each) { return each.empty(); }) &&
         std::adjacent_find(written.begin(), written.end(), [](const interval& a, const interval& b) {
           return b.starts_at() < a.ends_at();
         }) == written.end();
}

}  // namespace

TEST_CASE("the total of a stream is the number of its seconds, and the total of its set") {
  check_law("total", [] {
    const auto sorted = any_sorted_intervals();
    interval_total sum;
    sum.add(sorted);
    RC_ASSERT(sum.total() == elapsed{seconds{bits_of(sorted).count()}});
    RC_ASSERT(sum.total() == total(interval_set(sorted)));
  });
}

TEST_CASE("how a stream is cut changes nothing") {
  check_law("pieces", [] {
    const auto sorted = any_sorted_intervals();
    interval_total whole;
    whole.add(sorted);
    interval_total pieces;
    for (std::size_t next = 0; next < sorted.size();) {
      const std::size_t length = any<std::size_t>(0, sorted.size() - next);
      pieces.add(std::span(sorted).subspan(next, length));
      if (next + length < sorted.size()) pieces.add(sorted[next + length]);
      next += length + 1;
    }
    RC_ASSERT(pieces.total() == whole.total());
  });
}

TEST_CASE("a stream out of order is refused where it first goes back, one by one or at once") {
  check_law("order", [] {
    const auto intervals = any_intervals();
    const bool sorted = std::is_sorted(intervals.begin(), intervals.end(), [](const interval& a, const interval& b) {
      return a.starts_at() < b.starts_at();
    });
    const auto complaint = [](const auto& feed) {
      try {
        feed();
      } catch (const sla::interval_error& error) {
        return std::string(error.what());
      }
      return std::string();
    };
    interval_total at_once;
    interval_total one_by_one;
    const std::string first = complaint([&] {
      for (const interval& next : intervals) one_by_one.add(next);
    });
    RC_ASSERT(first.empty() == sorted);
    RC_ASSERT(complaint([&] { at_once.add(intervals); }) == first);
    RC_ASSERT(at_once.total() == (sorted ? one_by_one.total() : elapsed{}));
  });
}

TEST_CASE("united streams are the set of all their intervals") {
  check_law("unite", [] {
    const auto a = any_sorted_intervals();
    const auto b = any_sorted_intervals();
    std::vector<interval> both = a;
    both.insert(both.end(), b.begin(), b.end());
    const interval_set set(both);
    std::vector<interval> written;
    unite(a, b, std::back_inserter(written));
    RC_ASSERT(written == std::vector(set.begin(), set.end()));
    RC_ASSERT(bits_of(written) == (bits_of(a) | bits_of(b)));
  });
}

TEST_CASE("intersect and subtract are and and and-not, of touching pieces too") {
  check_law("intersect and subtract", [] {
    const auto a = any_disjoint_intervals();
    const auto b = any_disjoint_intervals();
    std::vector<interval> common;
    std::vector<interval> left;
    intersect(a, b, std::back_inserter(common));
    subtract(a, b, std::back_inserter(left));
    RC_ASSERT(is_sorted_and_disjoint(common));
    RC_ASSERT(is_sorted_and_disjoint(left));
    RC_ASSERT(bits_of(common) == (bits_of(a) & bits_of(b)));
    RC_ASSERT(bits_of(left) == (bits_of(a) & ~bits_of(b)));
    RC_ASSERT(common.size() < std::max<std::size_t>(1, a.size() + b.size()));
    RC_ASSERT(left.size() <= a.size() + b.size());
  });
}

TEST_CASE("sets obey the laws of sets") {
  check_law("laws", [] {
    const interval_set a(any_intervals());
    const interval_set b(any_intervals());
    const interval_set c(any_intervals());
    RC_ASSERT(unite(a, a) == a);
    RC_ASSERT(intersect(a, a) == a);
    RC_ASSERT(subtract(a, a).empty());
    RC_ASSERT(unite(unite(a, b), c) == unite(a, unite(b, c)));
    RC_ASSERT(intersect(intersect(a, b), c) == intersect(a, intersect(b, c)));
    RC_ASSERT(intersect(a, unite(b, c)) == unite(intersect(a, b), intersect(a, c)));
    RC_ASSERT(unite(a, intersect(b, c)) == intersect(unite(a, b), unite(a, c)));
    RC_ASSERT(subtract(a, unite(b, c)) == intersect(subtract(a, b), subtract(a, c)));
    RC_ASSERT(subtract(a, subtract(a, b)) == intersect(a, b));
    RC_ASSERT(unite(a, intersect(a, b)) == a);
    const int from = any(0, horizon);
    const interval period{at(from), at(any(from, horizon))};
    RC_ASSERT(clip(a, period) == intersect(a, interval_set{period}));
  });
}
