#ifndef SLA_TIME_INTERVAL_STREAM_HPP
#define SLA_TIME_INTERVAL_STREAM_HPP

// Intervals that come in the order of their starts need not be held to be added up or combined: whatever ends before the
// next start is settled. So a log of any length is read once, in constant memory, and the same few lines serve for a file,
// a socket and an interval_set. The operations take two ranges and an output iterator, as std::set_union and its sisters
// do, but of time: 9:00-12:00 and 10:00-11:00 have an hour in common although no interval occurs in both.

#include <algorithm>
#include <chrono>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <span>
#include <type_traits>
#include <utility>

#include "sla/time/interval.hpp"

namespace sla::inline v0 {

namespace detail {

/// By value, unlike std::max: g++ then chooses without a jump, and random outages make a jump a wrong guess.
constexpr instant later_of(instant a, instant b) noexcept { return a < b ? b : a; }

[[noreturn]] inline void an_interval_must_not_start_before_the_last_one(instant next, instant last) {
  throw interval_error("the interval from " + iso(next) + " starts before the last one, from " + iso(last));
}

/// The union of intervals in the order of their starts, as far as it is not settled yet.
class growing_interval {
 public:
  constexpr interval value() const { return {from_, to_}; }
  constexpr bool empty() const noexcept { return from_ == to_; }

  /// Joins the next interval, or begins anew with it; true if what was there before is settled and not empty.
  constexpr bool settled_by(const interval& next) noexcept {
    const bool was_empty = empty();
    from_ = to_ < next.starts_at() ? next.starts_at() : from_;
    const bool apart = to_ < from_;
    to_ = later_of(to_, next.ends_at());
    return apart & !was_empty;
  }

 private:
  instant from_ = (instant::min)();
  instant to_ = (instant::min)();
};

/// Writes the union of intervals that come in the order of their starts.
template <std::output_iterator<interval> Out>
class union_writer {
 public:
  constexpr explicit union_writer(Out out) : out_(std::move(out)) {}

  constexpr void add(const interval& next) {
    const growing_interval before = grown_;
    if (grown_.settled_by(next)) *out_++ = before.value();
  }

  constexpr Out finish() {
    if (!grown_.empty()) *out_++ = grown_.value();
    return std::move(out_);
  }

 private:
  growing_interval grown_;
  Out out_;
};

}  // namespace detail

/// The real time that a stream of intervals holds, every instant counted once.
///
/// cost     constant memory; a span is added up as fast as it can be read
/// example  fed 20:45-22:10, then 22:05-22:20, the total is 95 minutes
class interval_total {
 public:
  /// Counts the next interval; it may overlap or repeat what came before.
  ///
  /// next    an interval that starts no earlier than the last one, empty or not
  /// throws  interval_error otherwise, and counts nothing
  constexpr void add(const interval& next) {
    if (next.starts_at() < last_start_)
      detail::an_interval_must_not_start_before_the_last_one(next.starts_at(), last_start_);
    count(next);
  }

  /// Counts the next intervals.
  ///
  /// sorted  intervals of which none starts earlier than the one before it
  /// throws  interval_error otherwise, naming the first that does, and counts none
  constexpr void add(std::span<const interval> sorted) {
    interval_total sum = *this;
    bool in_order = true;
    for (const interval& next : sorted) {
      fetch_ahead(sorted, next);
      in_order &= sum.last_start_ <= next.starts_at();
      sum.count(next);
    }
    if (!in_order) add_until_out_of_order(sorted);
    *this = sum;
  }

  /// throws  coverage_error for more than 292 million years
  constexpr elapsed total() const {
    if (!std::in_range<std::int64_t>(counted_)) detail::a_time_must_not_be_beyond_292_million_years("the total");
    return elapsed{std::chrono::milliseconds{counted_}};
  }

 private:
  constexpr void count(const interval& next) noexcept {
    const instant reach = detail::later_of(reach_, next.ends_at());
    counted_ += detail::distance(detail::later_of(reach_, next.starts_at()), reach);
    reach_ = reach;
    last_start_ = next.starts_at();
  }

  /// Asks the memory for what lies a page ahead; left alone, it waits at every page.
  static constexpr void fetch_ahead(std::span<const interval> sorted, const interval& next) noexcept {
    constexpr std::ptrdiff_t page = 4096 / sizeof(interval);
    if (!std::is_constant_evaluated())
      __builtin_prefetch(sorted.data() + sorted.size() - &next > page ? &next + page : &next);
  }

  [[noreturn]] void add_until_out_of_order(std::span<const interval> sorted) const {
    interval_total sum = *this;
    for (auto next = sorted.begin();; ++next) sum.add(*next);
  }

  instant last_start_ = (instant::min)();
  instant reach_ = (instant::min)();
  std::uint64_t counted_ = 0;  ///< milliseconds, of which all of time has no more than this holds
};

/// Anything that intervals can be read from once: an interval_set, a vector, a view of lines of a file.
template <class Range>
concept interval_range = requires(Range& range) {
  { std::begin(range) } -> std::input_iterator;
  { std::begin(range) != std::end(range) } -> std::convertible_to<bool>;
  { *std::begin(range) } -> std::convertible_to<const interval&>;
};

/// Writes the instants that lie in either range, as sorted intervals that neither overlap nor touch.
///
/// a, b     intervals in the order of their starts; they may overlap, repeat and be empty
/// returns  the end of what was written, at most as many as were read
/// cost     linear, constant memory
/// example  {9:00-10:00, 14:00-16:00} and {10:00-11:00, 15:00-17:00}: 9:00-11:00, 14:00-17:00
template <interval_range A, interval_range B, std::output_iterator<interval> Out>
constexpr Out unite(A&& a, B&& b, Out out) {
  auto in_a = std::begin(a);
  auto in_b = std::begin(b);
  detail::union_writer<Out> either(std::move(out));
  while (in_a != std::end(a) && in_b != std::end(b)) {
    if ((*in_a).starts_at() < (*in_b).starts_at()) {
      either.add(*in_a);
      ++in_a;
    } else {
      either.add(*in_b);
      ++in_b;
    }
  }
  for (; in_a != std::end(a); ++in_a) either.add(*in_a);
  for (; in_b != std::end(b); ++in_b) either.add(*in_b);
  return either.finish();
}

/// Writes the instants that lie in both ranges, as sorted, disjoint intervals.
///
/// a, b     sorted, disjoint intervals; if none touch in either, none touch in the result
/// returns  the end of what was written, fewer than were read
/// cost     linear, constant memory
/// example  {9:00-12:00, 13:00-17:00} and {11:00-14:00}: 11:00-12:00, 13:00-14:00
template <interval_range A, interval_range B, std::output_iterator<interval> Out>
constexpr Out intersect(A&& a, B&& b, Out out) {
  auto in_a = std::begin(a);
  auto in_b = std::begin(b);
  while (in_a != std::end(a) && in_b != std::end(b)) {
    const interval& of_a = *in_a;
    const interval& of_b = *in_b;
    if (const interval common = intersect(of_a, of_b); !common.empty()) *out++ = common;
    if (of_a.ends_at() < of_b.ends_at())
      ++in_a;
    else
      ++in_b;
  }
  return out;
}

/// Writes the instants of one range that do not lie in another, as sorted, disjoint intervals.
///
/// from, removed  sorted, disjoint intervals; if none touch in `from`, none touch in the result
/// returns        the end of what was written, at most as many as were read
/// cost           linear, constant memory
/// example        {9:00-17:00} without {12:00-13:00}: 9:00-12:00, 13:00-17:00
template <interval_range From, interval_range Removed, std::output_iterator<interval> Out>
constexpr Out subtract(From&& from, Removed&& removed, Out out) {
  auto hole = std::begin(removed);
  for (const interval& whole : from) {
    instant kept_from = whole.starts_at();
    while (hole != std::end(removed) && (*hole).starts_at() < whole.ends_at()) {
      const interval gone = *hole;
      if (kept_from < gone.starts_at()) *out++ = interval{kept_from, gone.starts_at()};
      kept_from = detail::later_of(kept_from, gone.ends_at());
      if (whole.ends_at() <= kept_from) break;  // the next one may lie in this hole, too
      ++hole;
    }
    if (kept_from < whole.ends_at()) *out++ = interval{kept_from, whole.ends_at()};
  }
  return out;
}

}  // namespace sla::inline v0

#endif
