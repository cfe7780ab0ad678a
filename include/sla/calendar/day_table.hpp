#ifndef SLA_CALENDAR_DAY_TABLE_HPP
#define SLA_CALENDAR_DAY_TABLE_HPP

// Which days are business days, in the form that arithmetic works on: week by week, which of the seven days are open, and
// how many business days come before the Monday. Two questions answer everything else, and neither depends on
// how far apart two dates are or on how many holidays lie between them:
//
//   rank    how many business days come before this date?   those before its week, plus those of its week before it
//   select  which date is business day number n?            the week that holds number n, then the day in that week
//
// A week has seven days, each open or closed, so there are 128 kinds of week. Everything inside a week is read from a list
// of these; nothing is counted when a question is asked.

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "sla/calendar/signposts.hpp"
#include "sla/calendar/weekday_set.hpp"
#include "sla/time/amount.hpp"
#include "sla/time/civil.hpp"
#include "sla/time/error.hpp"

namespace sla::inline v0 {

namespace detail {

[[noreturn]] inline void a_coverage_must_not_end_before_it_begins(day_range coverage) {
  throw terms_error("a calendar's coverage must not end before it begins: " + iso(coverage.first) + " to " +
                    iso(coverage.last));
}

inline std::string calendar_text(std::string_view name) {
  return name.empty() ? "the calendar" : "the calendar \"" + std::string(name) + '"';
}
/// By plain numbers of days since 1970, so that nothing is made ready for it before it is called.
[[noreturn, gnu::noinline]] inline void a_calendar_does_not_cover(const char* name, std::size_t length,
                                                                  std::int64_t day, std::int64_t first,
                                                                  std::int64_t last) {
  date_is_outside_coverage(calendar_text({name, length}).c_str(), date_text(day),
                           {civil_day{std::chrono::days{first}}, civil_day{std::chrono::days{last}}});
}

/// For each of the 128 kinds of week, open days being one bit each, Monday lowest:
///
/// before  how many open days come before each day, and before the next Monday
/// nth     which day, Monday being 0, is the first open one, the second, ...
struct kinds_of_week {
  std::uint8_t before[128][8]{};
  std::uint8_t nth[128][8]{};

  constexpr kinds_of_week() {
    for (unsigned open = 0; open < 128; ++open)
      for (unsigned day = 0; day < 7; ++day) {
        const unsigned is_open = open >> day & 1U;
        before[open][day + 1] = static_cast<std::uint8_t>(before[open][day] + is_open);
        if (is_open == 1) nth[open][before[open][day]] = static_cast<std::uint8_t>(day);
      }
  }
};
inline constexpr kinds_of_week week_kinds;

/// floor(days / 7) as a multiplication by 2^32 / 7, exact up to 2^32 / 3 days (3.9 million years).
constexpr std::uint64_t whole_weeks(std::uint64_t days) noexcept {
  return days * ((std::uint64_t{1} << 32) / 7 + 1) >> 32;
}

}  // namespace detail

/// A view of a calendar's business days over its coverage.
///
/// coverage     the dates that may be asked about; anything else is a coverage_error
/// weekdays     the days of the week on which business is done, holidays aside
/// open         for each week the days that are open, one bit each, Monday lowest; and one week without any at the end
/// open_before  for each of these weeks the business days from the start of coverage to its Monday
/// signposts    the weeks of the business days number 0, 4, 8, ...
/// name         of the calendar, for messages
class day_table {
 public:
  static constexpr std::uint32_t signpost_distance = 4;

  constexpr day_table(day_range coverage, weekday_set weekdays, std::span<const std::uint8_t> open,
                      std::span<const std::uint32_t> open_before, std::span<const std::uint32_t> signposts,
                      std::string_view name = {}) noexcept
      : coverage_(coverage),
        weekdays_(weekdays),
        monday_(monday_of(coverage.first)),
        open_(open),
        open_before_(open_before),
        signposts_(signposts),
        name_(name) {}

  constexpr std::string_view name() const noexcept { return name_; }
  constexpr day_range coverage() const noexcept { return coverage_; }
  constexpr weekday_set weekdays() const noexcept { return weekdays_; }
  constexpr std::span<const std::uint8_t> open_days() const noexcept { return open_; }

  /// The Monday with which the first week begins.
  constexpr civil_day first_monday() const noexcept { return monday_; }

  /// True on a business day.
  ///
  /// throws  coverage_error
  constexpr bool contains(civil_day day) const {
    const position at = locate(day);
    return (open_[at.week] >> at.weekday & 1U) != 0;
  }

  /// The business days from the start of coverage up to a date, that date not included.
  ///
  /// day     within coverage, or the day after its end
  /// throws  coverage_error
  constexpr std::int64_t rank(civil_day day) const {
    if (day < coverage_.first || coverage_.last + std::chrono::days{1} < day) day_is_outside_coverage(day);
    return rank(position_of(day));
  }

  /// The business day that has this rank.
  ///
  /// rank    0 for the first business day of the coverage
  /// throws  coverage_error
  constexpr civil_day select(std::int64_t rank) const { return day_at(locate_rank(rank)); }

  /// Refuses a date, or a reading on it, that is not covered.
  ///
  /// throws  coverage_error, always
  [[noreturn, gnu::always_inline]] void day_is_outside_coverage(civil_time reading) const {
    detail::a_calendar_does_not_cover(name_.data(), name_.size(), detail::day_number(reading),
                                      coverage_.first.time_since_epoch().count(),
                                      coverage_.last.time_since_epoch().count());
  }
  [[noreturn, gnu::always_inline]] void day_is_outside_coverage(civil_day day) const {
    detail::a_calendar_does_not_cover(name_.data(), name_.size(), day.time_since_epoch().count(),
                                      coverage_.first.time_since_epoch().count(),
                                      coverage_.last.time_since_epoch().count());
  }

  /// The number of business days in the whole coverage.
  constexpr int size() const noexcept { return static_cast<int>(open_before_.back()); }

  /// A day of the table.
  ///
  /// week     0 for the first
  /// weekday  0 for Monday
  struct position {
    std::size_t week;
    std::size_t weekday;
  };

  /// The position of a date within coverage.
  ///
  /// throws  coverage_error
  constexpr position locate(civil_day day) const {
    if (!coverage_.contains(day)) day_is_outside_coverage(day);
    return position_of(day);
  }
  /// The position of the date on which a reading falls.
  ///
  /// throws  coverage_error
  constexpr position locate(civil_time reading) const {
    constexpr std::chrono::milliseconds day = std::chrono::days{1};
    if (reading < coverage_.first || coverage_.last + day <= reading) day_is_outside_coverage(reading);
    return position_after(static_cast<std::uint64_t>((reading - monday_).count()) /
                          static_cast<std::uint64_t>(day.count()));
  }
  /// The business days up to a position, not including and including it.
  constexpr std::int64_t rank(position at) const noexcept { return count_before(at, 0); }
  constexpr std::int64_t rank_through(position at) const noexcept { return count_before(at, 1); }

  /// The position of the business day that has this rank.
  ///
  /// throws  coverage_error
  [[gnu::always_inline]] constexpr position locate_rank(std::int64_t rank) const {
    if (static_cast<std::uint64_t>(rank) >= open_before_.back())
      day_is_outside_coverage(rank < 0 ? coverage_.first - std::chrono::days{1}
                                       : coverage_.last + std::chrono::days{1});
    const auto number = static_cast<std::uint32_t>(rank);
    const std::size_t week =
        detail::row_near_signpost(number, open_before_.data(), signposts_[number / signpost_distance]);
    return {week, detail::week_kinds.nth[open_[week]][number - open_before_[week]]};
  }

  /// The n-th business day after a position, or before it for a negative n; the position itself for 0.
  ///
  /// throws  coverage_error
  [[gnu::always_inline]] constexpr position advance(position from, std::int64_t n) const {
    if (n == 0) return from;
    return locate_rank((n > 0 ? rank_through(from) - 1 : rank(from)) + n);
  }

  constexpr civil_day day_at(position at) const noexcept {
    return monday_ + std::chrono::days{static_cast<int>(at.week * 7 + at.weekday)};
  }

  /// The Monday of a date's week.
  static constexpr civil_day monday_of(civil_day day) noexcept {
    return day - (std::chrono::weekday{day} - std::chrono::Monday);
  }

  /// The rows that a coverage needs.
  ///
  /// throws  terms_error if the coverage ends before it begins
  static constexpr std::size_t weeks_for(day_range coverage) {
    if (coverage.last < coverage.first) detail::a_coverage_must_not_end_before_it_begins(coverage);
    return static_cast<std::size_t>((coverage.last - monday_of(coverage.first)).count() / 7 + 2);
  }

  static constexpr std::size_t signposts_for(std::span<const std::uint32_t> open_before) noexcept {
    return (open_before.back() + signpost_distance - 1) / signpost_distance;
  }

 private:
  constexpr position position_of(civil_day day) const noexcept {
    return position_after(static_cast<std::uint64_t>((day - monday_).count()));
  }
  static constexpr position position_after(std::uint64_t days) noexcept {
    const std::uint64_t week = detail::whole_weeks(days);
    return {static_cast<std::size_t>(week), static_cast<std::size_t>(days - week * 7)};
  }
  constexpr std::int64_t count_before(position at, std::size_t days_later) const noexcept {
    return open_before_[at.week] + detail::week_kinds.before[open_[at.week]][at.weekday + days_later];
  }

  day_range coverage_;
  weekday_set weekdays_;
  civil_day monday_;
  std::span<const std::uint8_t> open_;
  std::span<const std::uint32_t> open_before_;
  std::span<const std::uint32_t> signposts_;
  std::string_view name_;
};

/// Fills a day table: the open weekdays first, then the days that are closed, or open in spite of that; then it counts.
class day_table_builder {
 public:
  /// open  day_table::weeks_for(coverage) of them
  constexpr day_table_builder(day_range coverage, weekday_set weekdays, std::uint8_t* open) noexcept
      : first_(number_of(coverage.first)),
        last_(number_of(coverage.last)),
        monday_(number_of(day_table::monday_of(coverage.first))),
        open_(open) {
    const auto usual = static_cast<std::uint8_t>(weekdays.bits());
    const std::int64_t last_week = (last_ - monday_) / 7;
    for (std::int64_t week = 0; week <= last_week; ++week) open_[week] = usual;
    open_[0] &= static_cast<std::uint8_t>(0b111'1111U << (first_ - monday_));
    open_[last_week] &= static_cast<std::uint8_t>(0b111'1111U >> (6 - (last_ - monday_) % 7));
    open_[last_week + 1] = 0;
  }

  /// Closes or opens a day; days outside the coverage do not matter.
  constexpr void close(civil_day day) noexcept { close(number_of(day)); }
  constexpr void open(civil_day day) noexcept {
    const std::int64_t number = number_of(day);
    if (first_ <= number && number <= last_)
      open_[(number - monday_) / 7] |= static_cast<std::uint8_t>(1U << (number - monday_) % 7);
  }

  /// The same by the number of the day since 1970-01-01.
  constexpr void close(std::int64_t number) noexcept {
    if (first_ <= number && number <= last_)
      open_[(number - monday_) / 7] &= static_cast<std::uint8_t>(~(1U << (number - monday_) % 7));
  }

  /// Counts the open days before each week.
  ///
  /// open_before  as many as there are weeks
  static constexpr void count(std::uint32_t* open_before, std::span<const std::uint8_t> open) noexcept {
    const std::uint8_t* const days = open.data();
    const std::size_t weeks = open.size();
    std::uint32_t before = 0;
    for (std::size_t week = 0; week < weeks; ++week) {
      open_before[week] = before;
      before += detail::week_kinds.before[days[week]][7];
    }
  }

  /// Sets the signposts, after counting.
  ///
  /// signposts  day_table::signposts_for(open_before) of them
  static constexpr void set_signposts(std::uint32_t* signposts, std::span<const std::uint32_t> open_before) noexcept {
    detail::set_signposts(signposts, day_table::signposts_for(open_before), day_table::signpost_distance,
                          open_before.data());
  }

 private:
  static constexpr std::int64_t number_of(civil_day day) noexcept { return day.time_since_epoch().count(); }

  std::int64_t first_;
  std::int64_t last_;
  std::int64_t monday_;
  std::uint8_t* open_;
};

}  // namespace sla::inline v0

#endif
