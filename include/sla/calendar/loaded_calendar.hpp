#ifndef SLA_CALENDAR_LOADED_CALENDAR_HPP
#define SLA_CALENDAR_LOADED_CALENDAR_HPP

#include <chrono>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "sla/calendar/business_calendar.hpp"
#include "sla/time/span_of.hpp"

namespace sla::inline v0 {

/// A holiday that keeps its own name.
class named_holiday {
 public:
  constexpr named_holiday(std::string name, const holiday& rule) : name_(std::move(name)), rule_(rule.named({})) {}

  constexpr const std::string& name() const noexcept { return name_; }

  /// Without the name.
  constexpr const holiday& rule() const noexcept { return rule_; }
  constexpr int number_in(const detail::year_in_days& year) const noexcept { return rule_.number_in(year); }

 private:
  std::string name_;
  holiday rule_;
};

/// A calendar as it is written down, complete and of its own: nothing in it refers to anything else.
///
/// closed_dates  dates without names on which no business is done
/// working       dates on which it is done in spite of weekday, holidays and closed dates
struct calendar_definition {
  std::string name;
  day_range coverage;
  weekday_set closed;
  observance by;
  std::vector<named_holiday> holidays;
  std::vector<civil_day> closed_dates;
  std::vector<civil_day> working;
};

namespace detail {

constexpr calendar_definition definition_of(const calendar_rules& rules) {
  calendar_definition own{std::string(rules.name), rules.coverage, rules.closed, rules.by, {}, {}, {}};
  for (const holiday& each : rules.holidays) own.holidays.emplace_back(std::string(each.name()), each);
  for (const civil_day date : rules.working) own.working.push_back(date);
  return own;
}

constexpr calendar_definition definition_of(const calendar_dates& dates) {
  calendar_definition own{std::string(dates.name), dates.coverage, dates.closed, observance::actual_date, {}, {}, {}};
  for (const civil_day date : dates.closed_dates) own.closed_dates.push_back(date);
  for (const civil_day date : dates.working) own.working.push_back(date);
  return own;
}

/// Date by date, for the calendars that it is made of are not its own.
constexpr calendar_definition definition_of(const combined_calendars& combined) {
  const day_range coverage = coverage_of(combined);
  const weekday_set open = weekdays_of(combined);
  std::vector<std::uint8_t> weeks(day_table::weeks_for(coverage));
  fill(weeks.data(), combined);
  calendar_definition own{std::string(combined.name), coverage, ~open, observance::actual_date, {}, {}, {}};
  const civil_day monday = day_table::monday_of(coverage.first);
  for (civil_day day = coverage.first; day <= coverage.last; day += std::chrono::days{1}) {
    const auto since = (day - monday).count();
    const bool is_open = (weeks[static_cast<std::size_t>(since / 7)] >> (since % 7) & 1) != 0;
    if (is_open != open.contains(std::chrono::weekday{day})) (is_open ? own.working : own.closed_dates).push_back(day);
  }
  return own;
}

constexpr day_range coverage_of(const calendar_definition& own) noexcept { return own.coverage; }
constexpr weekday_set weekdays_of(const calendar_definition& own) noexcept { return ~own.closed; }
constexpr void fill(std::uint8_t* open, const calendar_definition& own) {
  day_table_builder table(own.coverage, ~own.closed, open);
  close_holidays(table, {own.name, own.coverage, own.closed, own.by, {}}, own.holidays);
  close_dates(table, own.name, own.coverage, own.closed_dates);
  open_working_dates(table, own.name, own.coverage, own.working);
}

/// A day table that is worked out at run time, with what it is a view of.
class loaded_day_table {
 public:
  constexpr explicit loaded_day_table(const auto& definition)
      : name_(definition.name),
        coverage_(coverage_of(definition)),
        weekdays_(weekdays_of(definition)),
        open_(day_table::weeks_for(coverage_)),
        open_before_(open_.size()) {
    fill(open_.data(), definition);
    day_table_builder::count(open_before_.data(), span_of(open_));
    const std::span<const std::uint32_t> open_before = span_of(open_before_);
    signposts_ = std::vector<std::uint32_t>(day_table::signposts_for(open_before));
    day_table_builder::set_signposts(signposts_.data(), open_before);
  }

  constexpr day_table view() const noexcept {
    return {coverage_, weekdays_, span_of(open_), span_of(open_before_), span_of(signposts_), name_};
  }

 private:
  std::string name_;
  day_range coverage_;
  weekday_set weekdays_;
  std::vector<std::uint8_t> open_;
  std::vector<std::uint32_t> open_before_;
  std::vector<std::uint32_t> signposts_;
};

}  // namespace detail

/// A calendar that becomes known at run time; owns its table and its definition.
///
/// throws   terms_error if a listed date lies outside the coverage, holidays move to a day of the week that is closed,
///          or combined calendars have no date in common
/// example  loaded_calendar(calendar_dates{"plant", coverage, saturday_and_sunday, dates_of_a_file})
class loaded_calendar {
 public:
  constexpr explicit loaded_calendar(calendar_definition definition)
      : definition_(std::move(definition)), table_(definition_) {}
  constexpr explicit loaded_calendar(const calendar_rules& rules) : loaded_calendar(detail::definition_of(rules)) {}
  constexpr explicit loaded_calendar(const calendar_dates& dates) : loaded_calendar(detail::definition_of(dates)) {}
  constexpr explicit loaded_calendar(const combined_calendars& combined)
      : loaded_calendar(detail::definition_of(combined)) {}
  template <const auto& Definition>
  constexpr explicit loaded_calendar(const compiled_calendar<Definition>&)
      : loaded_calendar(detail::definition_of(Definition)) {}

  constexpr std::string_view name() const noexcept { return definition_.name; }
  constexpr day_table days() const noexcept { return table_.view(); }
  constexpr const calendar_definition& definition() const noexcept { return definition_; }

  /// The name of the holiday that closes a date; empty if none does.
  ///
  /// throws  coverage_error
  constexpr std::string_view holiday_on(civil_day day) const {
    if (days().contains(day)) return {};
    for (const named_holiday& each : definition_.holidays)
      if (detail::is_observed_on(each.rule(), definition_.by, day)) return each.name();
    return {};
  }

 private:
  calendar_definition definition_;
  detail::loaded_day_table table_;
};

}  // namespace sla::inline v0

#endif
