#ifndef SLA_CALENDAR_DAY_TABLE_HPP
#define SLA_CALENDAR_DAY_TABLE_HPP

// Which days are business days, as one bit a day: the form that arithmetic works on.
//
// A 64-bit word holds nine whole weeks, Monday in its lowest bit, so that bit i is always the weekday i % 7 and one mask
// picks a weekday out of a word. Beside each word stands the number of business days before it. Two questions answer
// everything else, and neither depends on how far apart two dates are or on how many holidays lie between them:
//
//   rank    how many business days come before this date?   the number beside its word, plus the set bits below it
//   select  which date is business day number n?            the last word whose number is not above n, then its bit

#include <algorithm>
#include <bit>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <span>

#include "sla/calendar/weekday_set.hpp"
#include "sla/time/amount.hpp"
#include "sla/time/civil.hpp"
#include "sla/time/error.hpp"

namespace sla::inline v0 {

/// Sixty-three days: a bit each, and the business days before the first of them.
struct nine_weeks {
  std::uint64_t open = 0;
  int open_before = 0;
};

namespace detail {

[[noreturn]] inline void a_coverage_must_not_end_before_it_begins(day_range coverage) {
  throw terms_error("a calendar's coverage must not end before it begins: " + iso(coverage.first) + " to " +
                    iso(coverage.last));
}

}  // namespace detail

/// A view of a calendar's business days over its coverage.
///
/// coverage  the dates that may be asked about; anything else is a coverage_error
/// weekdays  the days of the week on which business is done, holidays aside
/// rows      nine weeks each, the first beginning on the Monday on or before coverage.first
class day_table {
 public:
  static constexpr int days_in_row = 63;

  constexpr day_table(day_range coverage, weekday_set weekdays, std::span<const nine_weeks> rows) noexcept
      : coverage_(coverage), weekdays_(weekdays), monday_(first_monday(coverage)), rows_(rows) {}

  constexpr day_range coverage() const noexcept { return coverage_; }
  constexpr weekday_set weekdays() const noexcept { return weekdays_; }
  constexpr std::span<const nine_weeks> rows() const noexcept { return rows_; }

  /// The Monday with which the first row begins.
  constexpr civil_day first_monday() const noexcept { return monday_; }

  /// True on a business day.
  ///
  /// throws  coverage_error
  constexpr bool contains(civil_day day) const {
    const position at = locate(day);
    return (rows_[at.row].open >> at.bit & 1) != 0;
  }

  /// The business days from the start of coverage up to a date, that date not included.
  ///
  /// day     within coverage, or the day after its end
  /// throws  coverage_error
  constexpr int rank(civil_day day) const {
    if (day == coverage_.last + std::chrono::days{1}) return size();
    const position at = locate(day);
    return rows_[at.row].open_before + std::popcount(rows_[at.row].open & ((std::uint64_t{1} << at.bit) - 1));
  }

  /// The business day that has this rank.
  ///
  /// rank    0 for the first business day of the coverage
  /// throws  coverage_error
  constexpr civil_day select(std::int64_t rank) const {
    if (rank < 0) detail::day_is_outside_coverage("the calendar", coverage_.first - std::chrono::days{1}, coverage_);
    if (rank >= size())
      detail::day_is_outside_coverage("the calendar", coverage_.last + std::chrono::days{1}, coverage_);
    const auto after = std::ranges::upper_bound(rows_, rank, {}, &nine_weeks::open_before);
    const auto row = static_cast<std::size_t>(after - rows_.begin()) - 1;
    std::uint64_t open = rows_[row].open;
    for (auto skip = rank - rows_[row].open_before; skip > 0; --skip) open &= open - 1;
    return day_at({row, std::countr_zero(open)});
  }

  /// The number of business days in the whole coverage.
  constexpr int size() const noexcept { return rows_.back().open_before + std::popcount(rows_.back().open); }

  struct position {
    std::size_t row;
    int bit;
  };

  constexpr position locate(civil_day day) const {
    if (!coverage_.contains(day)) detail::day_is_outside_coverage("the calendar", day, coverage_);
    return locate(monday_, day);
  }
  constexpr civil_day day_at(position at) const noexcept {
    return monday_ + std::chrono::days{static_cast<int>(at.row) * days_in_row + at.bit};
  }

  /// The rows that a coverage needs.
  ///
  /// throws  terms_error if the coverage ends before it begins
  static constexpr std::size_t rows_for(day_range coverage) {
    if (coverage.last < coverage.first) detail::a_coverage_must_not_end_before_it_begins(coverage);
    return locate(first_monday(coverage), coverage.last).row + 1;
  }

 private:
  friend class day_table_builder;

  static constexpr civil_day first_monday(day_range coverage) noexcept {
    return coverage.first - (std::chrono::weekday{coverage.first} - std::chrono::Monday);
  }
  static constexpr position locate(civil_day monday, civil_day day) noexcept {
    const auto distance = static_cast<unsigned>((day - monday).count());
    return {distance / days_in_row, static_cast<int>(distance % days_in_row)};
  }

  day_range coverage_;
  weekday_set weekdays_;
  civil_day monday_;
  std::span<const nine_weeks> rows_;
};

/// Fills the rows of a day table: the open weekdays first, then the days that are closed.
class day_table_builder {
 public:
  /// rows  day_table::rows_for(coverage) of them, zero
  constexpr day_table_builder(day_range coverage, std::span<nine_weeks> rows, weekday_set closed) noexcept
      : coverage_(coverage), rows_(rows) {
    std::uint64_t open = 0;
    for (int week = 0; week < 9; ++week) open = open << 7 | (~closed).bits();
    for (nine_weeks& row : rows_) row.open = open;
    const auto first = locate(coverage.first);
    const auto last = locate(coverage.last);
    rows_[first.row].open &= ~std::uint64_t{0} << first.bit;
    rows_[last.row].open &= ~(~std::uint64_t{0} << last.bit << 1);
  }

  /// Closes a day; days outside the coverage do not matter.
  constexpr void close(civil_day day) noexcept {
    if (!coverage_.contains(day)) return;
    const auto at = locate(day);
    rows_[at.row].open &= ~(std::uint64_t{1} << at.bit);
  }

  /// Counts, after the last day was closed.
  constexpr void finish() noexcept {
    int before = 0;
    for (nine_weeks& row : rows_) {
      row.open_before = before;
      before += std::popcount(row.open);
    }
  }

 private:
  constexpr day_table::position locate(civil_day day) const noexcept {
    return day_table::locate(day_table::first_monday(coverage_), day);
  }

  day_range coverage_;
  std::span<nine_weeks> rows_;
};

}  // namespace sla::inline v0

#endif
