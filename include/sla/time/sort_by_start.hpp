#ifndef SLA_TIME_SORT_BY_START_HPP
#define SLA_TIME_SORT_BY_START_HPP

// A sweep over outages needs them in the order of their starts, and sorting is what the sweep then waits for: a million
// comparisons of random starts are a million wrong guesses of the processor, twenty times over. Instants are integers,
// and integers need no comparisons. Their distances from the earliest start, written in base 2048, are dealt out digit
// by digit, the lowest first; every deal keeps the order of the one before. A month in milliseconds has three digits.

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "sla/time/interval.hpp"

namespace sla::inline v0::detail {

/// The base of the digits is 2 to this power: fewer deals than with bytes, and the counters still fit the nearest cache.
inline constexpr int bits_of_digit = 11;

/// Fewer intervals than this are compared; counting pays only when the counters are few beside what is counted.
inline constexpr std::size_t few_to_sort = 1024;

constexpr bool starts_before(const interval& a, const interval& b) noexcept { return a.starts_at() < b.starts_at(); }

/// Sorts by start, stable, in one pass over the intervals for each digit of the range and two before.
constexpr void radix_sort_by_start(std::vector<interval>& intervals) {
  constexpr std::size_t base = std::size_t{1} << bits_of_digit;

  instant earliest = (instant::max)();
  instant latest = (instant::min)();
  for (const interval& each : intervals) {
    earliest = (std::min)(earliest, each.starts_at());
    latest = (std::max)(latest, each.starts_at());
  }
  const int bits = intervals.empty() ? 0 : static_cast<int>(std::bit_width(distance(earliest, latest)));

  const auto number_of_digits = static_cast<std::size_t>((bits + bits_of_digit - 1) / bits_of_digit);
  std::vector counts(number_of_digits, std::array<std::size_t, base>{});
  for (const interval& each : intervals) {
    std::uint64_t digits = distance(earliest, each.starts_at());
    for (auto& count : counts) {
      ++count[digits % base];
      digits /= base;
    }
  }

  std::vector<interval> dealt(intervals.size());
  int shift = 0;
  for (auto& count : counts) {
    std::size_t place = 0;
    for (std::size_t& of_digit : count) place += std::exchange(of_digit, place);
    for (const interval& each : intervals)
      dealt[count[(distance(earliest, each.starts_at()) >> shift) % base]++] = each;
    intervals.swap(dealt);
    shift += bits_of_digit;
  }
}

/// Sorts by start alone; intervals with the same start are left in any order.
///
/// cost  linear if sorted already; otherwise one pass for each 11 bits of the range of starts, with as much memory again;
///       n log n for fewer than 1024
/// note  not inlined: where g++ 12 sees how few elements there are, it warns of bounds that std::sort keeps
[[gnu::noinline]] constexpr void sort_by_start(std::vector<interval>& intervals) {
  interval* const begin = intervals.data();
  interval* const end = begin + intervals.size();
  if (std::is_sorted(begin, end, starts_before)) return;
  if (intervals.size() < few_to_sort)
    std::sort(begin, end, starts_before);
  else
    radix_sort_by_start(intervals);
}

}  // namespace sla::inline v0::detail

#endif
