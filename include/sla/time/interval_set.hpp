#ifndef SLA_TIME_INTERVAL_SET_HPP
#define SLA_TIME_INTERVAL_SET_HPP

// Outages overlap, arrive twice and out of order. Adding up their lengths counts the same minute again and again, and
// an availability below zero is the usual result. A set of intervals cannot: it is sorted, its members neither overlap
// nor touch, none is empty, and the availability formula accepts nothing else.

#include <algorithm>
#include <cstddef>
#include <initializer_list>
#include <iterator>
#include <span>
#include <utility>
#include <vector>

#include "sla/time/interval.hpp"
#include "sla/time/interval_stream.hpp"
#include "sla/time/sort_by_start.hpp"

namespace sla::inline v0 {

/// A set of instants, kept as sorted, disjoint, non-empty intervals that do not touch each other.
///
/// example  {20:45-22:10, 22:05-22:20} becomes {20:45-22:20}, 95 minutes
/// cost     building linear for sorted input and for much, n log n for fewer than 1024; the operations linear
class interval_set {
 public:
  constexpr interval_set() = default;

  /// Takes intervals in any order, overlapping or repeated, and normalises them.
  constexpr explicit interval_set(std::vector<interval> intervals) : members_(std::move(intervals)) { normalise(); }
  constexpr interval_set(std::initializer_list<interval> intervals) : members_(intervals) { normalise(); }

  constexpr const interval* begin() const noexcept { return members_.data(); }
  constexpr const interval* end() const noexcept { return members_.data() + members_.size(); }
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
      detail::an_interval_must_not_start_before_the_last_one(next.starts_at(), members_.back().starts_at());
    if (!members_.empty() && next.starts_at() <= members_.back().ends_at())
      members_.back() = {members_.back().starts_at(), (std::max)(members_.back().ends_at(), next.ends_at())};
    else
      members_.push_back(next);
  }

  constexpr bool contains(instant time) const noexcept {
    const interval* after = std::upper_bound(begin(), end(), time, starts_after);
    return after != begin() && std::prev(after)->contains(time);
  }

  friend constexpr bool operator==(const interval_set&, const interval_set&) = default;

 private:
  /// Members that are sorted, disjoint, not empty and do not touch: nothing is left to normalise.
  struct normal {
    std::vector<interval> members;
  };
  static constexpr bool starts_after(instant time, const interval& member) noexcept {
    return time < member.starts_at();
  }

  constexpr explicit interval_set(normal&& of) noexcept : members_(std::move(of.members)) {}

  constexpr void normalise() {
    detail::sort_by_start(members_);
    detail::growing_interval grown;
    auto written = members_.begin();
    for (const interval next : members_) {
      *written = grown.value();
      written += grown.settled_by(next);
    }
    if (!grown.empty()) *written++ = grown.value();
    members_.erase(written, members_.end());
  }

  friend constexpr interval_set unite(const interval_set& a, const interval_set& b);
  friend constexpr interval_set intersect(const interval_set& a, const interval_set& b);
  friend constexpr interval_set subtract(const interval_set& from, const interval_set& removed);
  friend constexpr interval_set clip(const interval_set& set, const interval& to);

  std::vector<interval> members_;
};

/// The instants that lie in either set.
constexpr interval_set unite(const interval_set& a, const interval_set& b) {
  interval_set::normal either;
  either.members.reserve(a.size() + b.size());
  unite(a, b, std::back_inserter(either.members));
  return interval_set(std::move(either));
}

/// The instants that lie in both sets.
constexpr interval_set intersect(const interval_set& a, const interval_set& b) {
  interval_set::normal both;
  both.members.reserve(a.size() + b.size());
  intersect(a, b, std::back_inserter(both.members));
  return interval_set(std::move(both));
}

/// The instants of `from` that do not lie in `removed`.
constexpr interval_set subtract(const interval_set& from, const interval_set& removed) {
  interval_set::normal left;
  left.members.reserve(from.size() + removed.size());
  subtract(from, removed, std::back_inserter(left.members));
  return interval_set(std::move(left));
}

namespace detail {

constexpr bool has_ended_by(const interval& member, instant time) noexcept { return member.ends_at() <= time; }
constexpr bool has_started_before(const interval& member, instant time) noexcept { return member.starts_at() < time; }

/// The members that share an instant with an interval that is not empty.
constexpr std::span<const interval> members_meeting(const interval_set& set, const interval& met) noexcept {
  const interval* first = std::lower_bound(set.begin(), set.end(), met.starts_at(), has_ended_by);
  return {first, std::lower_bound(first, set.end(), met.ends_at(), has_started_before)};
}

constexpr elapsed total(std::span<const interval> members) {
  elapsed sum;
  for (const interval& member : members) sum += member.length();
  return sum;
}

}  // namespace detail

/// The part of a set that lies inside an interval.
///
/// cost  linear in that part, logarithmic in the set
constexpr interval_set clip(const interval_set& set, const interval& to) {
  if (to.empty()) return {};
  const std::span<const interval> met = detail::members_meeting(set, to);
  interval_set::normal inside{{met.begin(), met.end()}};
  if (!met.empty()) {
    inside.members.front() = intersect(inside.members.front(), to);
    inside.members.back() = intersect(inside.members.back(), to);
  }
  return interval_set(std::move(inside));
}

/// The real time that a set holds, every instant counted once.
constexpr elapsed total(const interval_set& set) { return detail::total({set.begin(), set.end()}); }

/// The real time that two sets share.
///
/// cost  linear in what they share, and for each member of the smaller set logarithmic in the larger one
constexpr elapsed overlap(const interval_set& a, const interval_set& b) {
  const bool is_first_shorter = a.size() < b.size();
  const interval_set& few = is_first_shorter ? a : b;
  const interval_set& many = is_first_shorter ? b : a;
  elapsed shared;
  for (const interval& member : few) {
    const std::span<const interval> met = detail::members_meeting(many, member);
    if (met.empty()) continue;
    shared += detail::total(met);
    shared -= met.front().length() - intersect(met.front(), member).length();
    if (met.size() > 1) shared -= met.back().length() - intersect(met.back(), member).length();
  }
  return shared;
}

}  // namespace sla::inline v0

#endif
