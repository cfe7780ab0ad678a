#ifndef SLA_CALENDAR_SIGNPOSTS_HPP
#define SLA_CALENDAR_SIGNPOSTS_HPP

// Tables here are rows in ascending order, and the question is which of them holds a number: "in which week does business
// day 5,000 lie?" A binary search needs a dozen steps, each of which the processor has to guess. But business is spread
// nearly evenly over the weeks, so it is enough to note, for every so many numbers, the row in which they begin. A look at
// that signpost leads to the row itself or to the one before it; only after a long closure is there further to walk.
//
// A table is the array of the numbers in which its rows begin: ascending from 0, and at its end one that is above every
// number asked for.

#include <cstddef>

namespace sla::inline v0::detail {

/// The row that holds a number, where the signpost nearly always names the row itself.
template <class Number>
constexpr std::size_t row_at_signpost(Number number, const Number* begins, std::size_t signpost) noexcept {
  std::size_t row = signpost;
  if (begins[row + 1] <= number) [[unlikely]]
    do ++row;
    while (begins[row + 1] <= number);
  return row;
}

/// The row that holds a number, where the signpost names the row before it as often as the row itself: a step that does
/// not branch costs less than a branch that cannot be foreseen.
template <class Number>
constexpr std::size_t row_near_signpost(Number number, const Number* begins, std::size_t signpost) noexcept {
  return row_at_signpost(number, begins, signpost + static_cast<std::size_t>(begins[signpost + 1] <= number));
}

/// Notes for the numbers 0, distance, 2 distance, ... the row that holds them, as many as are counted.
template <class Signpost, class Number>
constexpr void set_signposts(Signpost* signposts, std::size_t count, Number distance, const Number* begins) noexcept {
  Number number = 0;
  Signpost row = 0;
  for (std::size_t signpost = 0; signpost < count; ++signpost) {
    while (begins[row + 1] <= number) ++row;
    signposts[signpost] = row;
    number += distance;
  }
}

}  // namespace sla::inline v0::detail

#endif
