#ifndef SLA_CALENDAR_BUSINESS_CALENDAR_HPP
#define SLA_CALENDAR_BUSINESS_CALENDAR_HPP

// "Is this a business day" has no answer until somebody names a calendar: its closed days of the week, its holidays, who
// observes them and for which years this was looked up. A calendar here is written as rules, which can be held against
// the statute, and works as a table of days, which costs the same for a week and for a century.
//
//   compiled_calendar<rules>   rules known to the compiler; the table is a constant, made where it is first used
//   loaded_calendar            rules or a list of dates known at run time; the table is made once
//
// Both answer only for their coverage. A date outside it is a coverage_error, never "a business day".

#include <array>
#include <chrono>
#include <concepts>
#include <span>
#include <string>
#include <string_view>
#include <vector>

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
/// by        which date is closed when a holiday falls on a week-end
struct calendar_rules {
  std::string_view name;
  day_range coverage;
  weekday_set closed;
  observance by;
  std::span<const holiday> holidays;
};

namespace detail {

/// Fills a calendar's rows from its rules.
///
/// An observed date may fall into the year before (New Year's Day on a Saturday) or after its own, so the neighbouring
/// years are asked too.
constexpr void fill_rows(const calendar_rules& rules, std::span<nine_weeks> rows) {
  using std::chrono::year_month_day;
  using std::chrono::years;
  day_table_builder table(rules.coverage, rows, rules.closed);
  const auto first = year_month_day{rules.coverage.first}.year() - years{1};
  const auto last = year_month_day{rules.coverage.last}.year() + years{1};
  for (const holiday& closed : rules.holidays)
    for (auto year = first; year <= last; ++year)
      if (const auto actual = closed.on(year)) table.close(observed(*actual, rules.by));
  table.finish();
}

}  // namespace detail

/// A calendar whose rules are a constant.
///
/// Rules    a constexpr calendar_rules with a name of its own
/// example  inline constexpr compiled_calendar<us_federal_rules> us_federal;
template <const calendar_rules& Rules>
class compiled_calendar {
 public:
  static constexpr std::string_view name() noexcept { return Rules.name; }
  static constexpr day_table days() noexcept { return {Rules.coverage, ~Rules.closed, rows}; }

 private:
  using row_array = std::array<nine_weeks, day_table::rows_for(Rules.coverage)>;
  static constexpr row_array rows = [] {
    row_array filled{};
    detail::fill_rows(Rules, filled);
    return filled;
  }();
};

/// A calendar whose rules or dates become known at run time.
///
/// throws   terms_error if a closed date lies outside the coverage
/// example  loaded_calendar{"plant", {2026y/January/1, 2026y/December/31}, saturday_and_sunday, closed_dates}
class loaded_calendar {
 public:
  constexpr explicit loaded_calendar(const calendar_rules& rules)
      : name_(rules.name),
        coverage_(rules.coverage),
        weekdays_(~rules.closed),
        rows_(day_table::rows_for(rules.coverage)) {
    detail::fill_rows(rules, rows_);
  }

  constexpr loaded_calendar(std::string_view name, day_range coverage, weekday_set closed_weekdays,
                            std::span<const civil_day> closed_dates)
      : name_(name), coverage_(coverage), weekdays_(~closed_weekdays), rows_(day_table::rows_for(coverage)) {
    day_table_builder table(coverage, rows_, closed_weekdays);
    for (const civil_day date : closed_dates) {
      if (!coverage.contains(date)) a_closed_date_must_lie_within_the_coverage(name, date, coverage);
      table.close(date);
    }
    table.finish();
  }

  constexpr std::string_view name() const noexcept { return name_; }
  constexpr day_table days() const noexcept { return {coverage_, weekdays_, rows_}; }

 private:
  [[noreturn]] static void a_closed_date_must_lie_within_the_coverage(std::string_view calendar, civil_day date,
                                                                      day_range coverage) {
    throw terms_error("the calendar \"" + std::string(calendar) + "\" closes " + iso(date) + ", outside its coverage " +
                      iso(coverage.first) + " to " + iso(coverage.last));
  }

  std::string name_;
  day_range coverage_;
  weekday_set weekdays_;
  std::vector<nine_weeks> rows_;
};

}  // namespace sla::inline v0

#endif
