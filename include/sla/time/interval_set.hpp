#ifndef SLA_TIME_INTERVAL_SET_HPP
#define SLA_TIME_INTERVAL_SET_HPP

// Outages overlap, arrive twice and out of order. Adding up their lengths counts the same minute again and again, and
// an availability below zero is the usual result. A set of intervals cannot: it is sorted, its members neither overlap
// nor touch, none is empty, and the availability formula accepts nothing else.

#include <algorithm>
#include <initializer_list>
#include <iterator>
#include <utility>
#include <vector>

#include "sla/time/interval.hpp"

namespace sla::inline v0 {

/// A set of instants, kept as sorted, disjoint, non-empty intervals that do not touch each other.
///
/// example  {20:45-22:10, 22:05-22:20} becomes {20:45-22:20}, 95 minutes
/// cost     building n log n, linear for sorted input; every operation linear
class interval_set {
 public:
  constexpr interval_set() = default;

  /// Takes intervals in any order, overlapping or repeated, and normalises them.
  constexpr explicit interval_set(std::vector<interval> intervals) : members_(std::move(intervals)) { normalise(); }
  constexpr interval_set(std::initializer_list<interval> intervals) : members_(intervals) { normalise(); }

  constexpr auto begin() const noexcept { return members_.begin(); }
  constexpr auto end() const noexcept { return members_.end(); }
  constexpr std::size_t size() const noexcept { return members_.size(); }
  constexpr bool empty() const noexcept { return members_.empty(); }

  /// Adds one interval at the end of the time line; it may touch or overlap the last member.
  ///
  /// next    an interval that starts no earlier than the last member
  /// throws  interval_error otherwise
  /// cost    constant
  constexpr void append(const interval& next) {
    if (next.empty()) return;
    if (!members_.empty() && next.starts_at() < members_.back().starts_at())
      an_appended_interval_must_not_start_before_the_last_one(next, members_.back());
    if (!members_.empty() && next.starts_at() <= members_.back().ends_at())
      members_.back() = {members_.back().starts_at(), std::max(members_.back().ends_at(), next.ends_at())};
    else
      members_.push_back(next);
  }

  constexpr bool contains(instant time) const noexcept {
    const auto after = std::ranges::upper_bound(members_, time, {}, &interval::starts_at);
    return after != members_.begin() && std::prev(after)->contains(time);
  }

  friend constexpr bool operator==(const interval_set&, const interval_set&) = default;

 private:
  [[noreturn]] static void an_appended_interval_must_not_start_before_the_last_one(const interval& next,
                                                                                   const interval& last) {
    throw interval_error("the interval from " + iso(next.starts_at()) + " starts before the last one, from " +
                         iso(last.starts_at()));
  }

  constexpr void normalise() {
    if (!std::ranges::is_sorted(members_)) std::ranges::sort(members_);
    std::vector<interval> raw = std::move(members_);
    members_.clear();
    for (const interval& member : raw) append(member);
  }

  std::vector<interval> members_;
};

/// The instants that lie in either set.
constexpr interval_set unite(const interval_set& a, const interval_set& b) {
  std::vector<interval> all;
  all.reserve(a.size() + b.size());
  std::ranges::merge(a, b, std::back_inserter(all));
  return interval_set(std::move(all));
}

/// The instants that lie in both sets.
constexpr interval_set intersect(const interval_set& a, const interval_set& b) {
  interval_set common;
  for (auto i = a.begin(), j = b.begin(); i != a.end() && j != b.end();) {
    common.append(intersect(*i, *j));
    i->ends_at() < j->ends_at() ? ++i : ++j;
  }
  return common;
}

/// The instants of `from` that do not lie in `removed`.
constexpr interval_set subtract(const interval_set& from, const interval_set& removed) {
  interval_set left;
  auto hole = removed.begin();
  for (const interval& member : from) {
    instant start = member.starts_at();
    while (hole != removed.end() && hole->ends_at() <= start) ++hole;
    for (auto h = hole; h != removed.end() && h->starts_at() < member.ends_at(); ++h) {
      if (start < h->starts_at()) left.append({start, h->starts_at()});
      start = h->ends_at();
    }
    if (start < member.ends_at()) left.append({start, member.ends_at()});
  }
  return left;
}

/// The part of a set that lies inside an interval.
constexpr interval_set clip(const interval_set& set, const interval& to) { return intersect(set, interval_set{to}); }

/// The real time that a set holds, every instant counted once.
constexpr elapsed total(const interval_set& set) noexcept {
  elapsed sum;
  for (const interval& member : set) sum += member.length();
  return sum;
}

}  // namespace sla::inline v0

#endif
