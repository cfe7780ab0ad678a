#ifndef SLA_CALENDAR_BUSINESS_CALENDAR_HPP
#define SLA_CALENDAR_BUSINESS_CALENDAR_HPP

// "Is this a business day" has no answer until somebody names a calendar: its closed days of the week, its holidays, who
// observes them and for which years this was looked up. A calendar here is written as rules, which can be held against
// the statute, and works as a table of days, which costs the same for a week and for a century.
//
//   compiled_calendar<...>  known to the compiler; the table is a constant, made where it is first used
//   loaded_calendar         known at run time; the table is made once (see loaded_calendar.hpp)
//
// Either is made of rules, of a list of dates, or of other calendars: "closed if London or New York is closed".
//
// Both answer only for their coverage. A date outside it is a coverage_error, never "a business day".

#include <array>
#include <chrono>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>

#include "sla/calendar/day_table.hpp"
#include "sla/calendar/holiday.hpp"
#include "sla/calendar/weekday_set.hpp"
#include "sla/time/civil.hpp"
#include "sla/time/error.hpp"

namespace sla::inline v0 {

/// Anything that has a table of business days.
template <class Calendar>
concept business_calendar = requires(const Calendar& calendar) {
  { calendar.days() } -> std::same_as<day_table>;
};

/// A calendar as it is written down.
///
/// coverage  the dates for which the rules were established
/// closed    the days of the week on which no business is done
/// by        which date is closed when a holiday falls on a week-end, also where business is done on it: observed on
///           Friday 2020-07-03, Independence Day leaves Saturday 2020-07-04 as it is; may not move holidays to `closed`
/// working   dates on which business is done in spite of weekday and holidays
struct calendar_rules {
  std::string_view name;
  day_range coverage;
  weekday_set closed;
  observance by;
  std::span<const holiday> holidays;
  std::span<const civil_day> working = {};
};

/// A calendar as a list of dates, every one of them within the coverage.
///
/// closed        the days of the week on which no business is done
/// closed_dates  other dates on which none is done, in any order
/// working       dates on which business is done in spite of both
/// example       calendar_dates{"plant", coverage, saturday_and_sunday, closed_dates}
struct calendar_dates {
  std::string_view name;
  day_range coverage;
  weekday_set closed;
  std::span<const civil_day> closed_dates;
  std::span<const civil_day> working = {};
};

/// How several calendars make one.
enum class closed_if {
  any,  ///< business needs all of them: closed where any is closed
  all   ///< business needs one of them: closed where all are closed
};

/// Several calendars as one, over the dates that all of them cover; there must be one.
///
/// example  combined_calendars{"both banks", closed_if::any, tables} with std::array tables{us_banking.days(), ...}
struct combined_calendars {
  std::string_view name;
  closed_if rule;
  std::span<const day_table> calendars;
};

namespace detail {

[[noreturn]] inline void a_date_must_lie_within_the_coverage(std::string_view calendar, const char* states,
                                                             civil_day date, day_range coverage) {
  throw terms_error("the calendar \"" + std::string(calendar) + "\" " + states + " " + iso(date) +
                    ", outside its coverage " + iso(coverage.first) + " to " + iso(coverage.last));
}
[[noreturn]] inline void holidays_move_only_to_days_that_are_open(std::string_view calendar, std::chrono::weekday day) {
  throw terms_error("the calendar \"" + std::string(calendar) + "\" moves holidays to " + std::string(name_of(day)) +
                    "s, on which it is closed; let it observe the actual date");
}
[[noreturn]] inline void combined_calendars_must_have_dates_in_common(std::string_view calendar) {
  throw terms_error("the calendar \"" + std::string(calendar) + "\" combines calendars without a date in common");
}

constexpr day_range coverage_of(const calendar_rules& rules) noexcept { return rules.coverage; }
constexpr day_range coverage_of(const calendar_dates& dates) noexcept { return dates.coverage; }
constexpr day_range coverage_of(const combined_calendars& combined) {
  day_range common{(civil_day::min)(), (civil_day::max)()};
  for (const day_table& calendar : combined.calendars) {
    const day_range covered = calendar.coverage();
    if (common.first < covered.first) common.first = covered.first;
    if (covered.last < common.last) common.last = covered.last;
  }
  if (combined.calendars.empty() || common.last < common.first)
    combined_calendars_must_have_dates_in_common(combined.name);
  return common;
}

constexpr weekday_set weekdays_of(const calendar_rules& rules) noexcept { return ~rules.closed; }
constexpr weekday_set weekdays_of(const calendar_dates& dates) noexcept { return ~dates.closed; }
constexpr weekday_set weekdays_of(const combined_calendars& combined) noexcept {
  weekday_set open = combined.rule == closed_if::any ? every_day : no_day;
  for (const day_table& calendar : combined.calendars)
    open = combined.rule == closed_if::any ? open & calendar.weekdays() : open | calendar.weekdays();
  return open;
}

constexpr void open_working_dates(day_table_builder& table, std::string_view name, day_range coverage,
                                  const auto& working) {
  for (const civil_day date : working) {
    if (!coverage.contains(date)) a_date_must_lie_within_the_coverage(name, "opens", date, coverage);
    table.open(date);
  }
}

constexpr void check_observance(const calendar_rules& rules) {
  using std::chrono::Friday, std::chrono::Monday;
  if (rules.by != observance::actual_date && rules.closed.contains(Monday))
    holidays_move_only_to_days_that_are_open(rules.name, Monday);
  if (rules.by == observance::nearest_weekday && rules.closed.contains(Friday))
    holidays_move_only_to_days_that_are_open(rules.name, Friday);
}

/// An observed date may fall into the year before (New Year's Day on a Saturday) or after its own, so the neighbouring
/// years are asked too.
template <class Holidays>
constexpr void close_holidays(day_table_builder& table, const calendar_rules& rules, const Holidays& holidays) {
  using std::chrono::year;
  using std::chrono::year_month_day;
  check_observance(rules);
  year first = year_month_day{rules.coverage.first}.year();
  year last = year_month_day{rules.coverage.last}.year();
  if (first != (year::min)()) --first;
  if (last != (year::max)()) ++last;
  for (auto in = static_cast<int>(first); in <= static_cast<int>(last); ++in) {
    const year_in_days numbers(year{in});
    for (const auto& closed : holidays)
      if (const int actual = closed.number_in(numbers); actual != holiday::none)
        table.close(actual + days_to_observance(year_in_days::weekday_of(actual), rules.by));
  }
}

constexpr void close_dates(day_table_builder& table, std::string_view name, day_range coverage, const auto& dates) {
  for (const civil_day date : dates) {
    if (!coverage.contains(date)) a_date_must_lie_within_the_coverage(name, "closes", date, coverage);
    table.close(date);
  }
}

constexpr void fill(std::uint8_t* open, const calendar_rules& rules) {
  day_table_builder table(rules.coverage, ~rules.closed, open);
  close_holidays(table, rules, rules.holidays);
  open_working_dates(table, rules.name, rules.coverage, rules.working);
}

constexpr void fill(std::uint8_t* open, const calendar_dates& dates) {
  day_table_builder table(dates.coverage, ~dates.closed, open);
  close_dates(table, dates.name, dates.coverage, dates.closed_dates);
  open_working_dates(table, dates.name, dates.coverage, dates.working);
}

/// By plain pointers, for compilers count their steps and weeks are many.
constexpr void fill(std::uint8_t* open, const combined_calendars& combined) {
  const day_range coverage = coverage_of(combined);
  const day_table_builder all_days_of(coverage, every_day, open);
  const std::size_t weeks = day_table::weeks_for(coverage) - 1;
  const std::uint8_t covered_first = open[0];
  const std::uint8_t covered_last = open[weeks - 1];
  if (combined.rule == closed_if::all)
    for (std::size_t week = 0; week < weeks; ++week) open[week] = 0;
  for (const day_table& calendar : combined.calendars) {
    const auto later = (day_table::monday_of(coverage.first) - calendar.first_monday()).count() / 7;
    const std::uint8_t* const days = calendar.open_days().data() + later;
    if (combined.rule == closed_if::any)
      for (std::size_t week = 0; week < weeks; ++week) open[week] &= days[week];
    else
      for (std::size_t week = 0; week < weeks; ++week) open[week] |= days[week];
  }
  open[0] &= covered_first;
  open[weeks - 1] &= covered_last;
}

/// The actual date may lie in the year before or after.
constexpr bool is_observed_on(const holiday& closed, observance by, civil_day day) {
  using std::chrono::years;
  const auto of = std::chrono::year_month_day{day}.year();
  const auto is_observed = [&](std::chrono::year in) {
    const auto actual = closed.on(in);
    return actual && observed(*actual, by) == day;
  };
  return is_observed(of) || is_observed(of - years{1}) || is_observed(of + years{1});
}

/// The day table of a constant, made where it is first used.
template <const auto& Definition>
class compiled_day_table {
  static constexpr day_range coverage = coverage_of(Definition);
  static constexpr std::size_t weeks = day_table::weeks_for(coverage);
  static constexpr std::array<std::uint8_t, weeks> open = [] {
    std::array<std::uint8_t, weeks> filled{};
    fill(filled.data(), Definition);
    return filled;
  }();
  static constexpr std::array<std::uint32_t, weeks> open_before = [] {
    std::array<std::uint32_t, weeks> counted{};
    day_table_builder::count(counted.data(), open);
    return counted;
  }();
  static constexpr auto signposts = [] {
    std::array<std::uint32_t, day_table::signposts_for(open_before)> set{};
    day_table_builder::set_signposts(set.data(), open_before);
    return set;
  }();

 public:
  static constexpr day_table view() noexcept {
    return {coverage, weekdays_of(Definition), open, open_before, signposts, Definition.name};
  }
};

}  // namespace detail

/// A calendar that is a constant.
///
/// Definition  a constexpr calendar_rules, calendar_dates or combined_calendars with a name of its own
/// example     inline constexpr compiled_calendar<us_federal_rules> us_federal;
template <const auto& Definition>
class compiled_calendar {
 public:
  static constexpr std::string_view name() noexcept { return Definition.name; }
  static constexpr day_table days() noexcept { return detail::compiled_day_table<Definition>::view(); }

  static constexpr const auto& definition() noexcept { return Definition; }

  /// The name of the holiday that closes a date; empty if none does.
  ///
  /// throws  coverage_error
  static constexpr std::string_view holiday_on(civil_day day)
    requires std::same_as<std::remove_cvref_t<decltype(Definition)>, calendar_rules>
  {
    if (days().contains(day)) return {};
    for (const holiday& closed : Definition.holidays)
      if (detail::is_observed_on(closed, Definition.by, day)) return closed.name();
    return {};
  }
};

/// The name of the holiday that closes a date; empty if none does, or if the calendar knows its dates without names.
///
/// throws   coverage_error
/// example  holiday_on(us_federal, civil_day{2026y/July/3}) is "Independence Day", observed on Friday
constexpr std::string_view holiday_on(const business_calendar auto& calendar, civil_day day) {
  if (calendar.days().contains(day)) return {};
  if constexpr (requires { calendar.holiday_on(day); }) return calendar.holiday_on(day);
  return {};
}

}  // namespace sla::inline v0

#endif
