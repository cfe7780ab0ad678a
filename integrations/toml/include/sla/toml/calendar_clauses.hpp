#ifndef SLA_TOML_CALENDAR_CLAUSES_HPP
#define SLA_TOML_CALENDAR_CLAUSES_HPP

// Calendars in TOML, by the names of the library's own or written out as rules and dates.

#include <toml++/toml.h>

#include <algorithm>
#include <chrono>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "sla/calendar/loaded_calendar.hpp"
#include "sla/calendar/us_federal.hpp"
#include "sla/toml/section.hpp"
#include "sla/toml/values.hpp"

namespace sla::inline v0::detail {

inline constexpr std::string_view allowed_ordinals = "1 to 5, \"last\"";

inline std::optional<unsigned> read_ordinal(const toml_section& in, const toml::node& node) {
  return in.read(std::optional{1U}, [&]() -> std::optional<unsigned> {
    if (node.is_string() && node.value_or(std::string{}) == "last") return std::nullopt;
    const auto number = node.value_exact<std::int64_t>();
    if (!number || *number < 1 || 5 < *number) in.refuse("nth", node, "is no ordinal", allowed_ordinals);
    return static_cast<unsigned>(*number);
  });
}

inline holiday::rule read_weekday_rule(toml_section& in, auto weekday) {
  if (in.find("days_after") == nullptr) return weekday;
  const auto [least, most] = holiday({}, weekday).offsets_within_the_year();
  return days_after{weekday, std::chrono::days{toml_number(in, "days_after", least, most)}};
}

inline holiday::rule read_holiday_rule(toml_section& in, const toml::node& node) {
  using namespace std::chrono;
  constexpr std::string_view allowed =
      "{month = 12, day = 25}, {month = 1, weekday = \"Monday\", nth = 3}, {easter = -2}, {orthodox_easter = 0}";
  const int kinds = static_cast<int>(in.find("month") != nullptr) + static_cast<int>(in.find("easter") != nullptr) +
                    static_cast<int>(in.find("orthodox_easter") != nullptr);
  if (kinds != 1) {
    for (const char* part : {"day", "weekday", "nth", "days_after"}) (void)in.find(part);
    const std::string why = "needs one rule; allowed: " + std::string(allowed);
    if (kinds > 1) in.refuse("", node, why);
    in.refuse_lack(node, why);
  }
  if (in.find("easter") != nullptr)
    return easter{days{toml_number(in, "easter", -furthest_from_easter, furthest_from_easter)}};
  if (in.find("orthodox_easter") != nullptr)
    return orthodox_easter{days{toml_number(in, "orthodox_easter", -furthest_from_easter, furthest_from_easter)}};
  const month of{static_cast<unsigned>(toml_number(in, "month", 1, 12))};
  if (const toml::node* weekday_node = in.find("weekday")) {
    const weekday on = toml_weekday(in, "weekday", *weekday_node);
    const auto nth = read_ordinal(in, in.at("nth", allowed_ordinals));
    return nth ? read_weekday_rule(in, of / on[*nth]) : read_weekday_rule(in, of / on[last]);
  }
  if (in.find("day") == nullptr)
    for (const char* part : {"nth", "days_after"}) (void)in.find(part);
  const month_day date = of / day{static_cast<unsigned>(toml_number(in, "day", 1, 31))};
  if (!date.ok()) in.refuse("day", in.at("day", allowed), "is no day of its month", "the days of a leap year");
  return date;
}

inline named_holiday read_holiday(toml_section& in, const toml::node& node) {
  std::string name = toml_string(in, "name", "a text");
  const holiday::rule otherwise = std::chrono::January / 1;
  holiday rule({}, in.read(otherwise, [&] { return read_holiday_rule(in, node); }));
  std::int64_t first_year = 1;
  if (in.find("from_year") != nullptr) {
    first_year = toml_number(in, "from_year", first_year, 9999);
    rule = rule.from(std::chrono::year{static_cast<int>(first_year)});
  }
  if (in.find("until_year") != nullptr)
    rule = rule.until(std::chrono::year{static_cast<int>(toml_number(in, "until_year", first_year, 9999))});
  return {std::move(name), rule};
}

/// True for a holiday of the coverage's years, and of the years beside them if it is observed in the coverage.
inline bool is_observed_in(day_range coverage, const holiday& rule, observance by) {
  using std::chrono::year, std::chrono::years, std::chrono::year_month_day;
  const year first = year_month_day{coverage.first}.year();
  const year last = year_month_day{coverage.last}.year();
  const auto reaches_in = [&](year from) {
    const auto actual = rule.on(from);
    return actual && coverage.contains(observed(*actual, by));
  };
  return (rule.first_year() <= last && first <= rule.last_year()) || reaches_in(first - years{1}) ||
         reaches_in(last + years{1});
}

inline void add_holiday(calendar_definition& own, toml_section& in, const toml::node& node) {
  named_holiday added = read_holiday(in, node);
  if (in.is_refused()) return;
  if (!is_observed_in(own.coverage, added.rule(), own.by))
    in.refuse("", node,
              "is observed in no year of the coverage; allowed: years from " + iso(own.coverage.first) + " to " +
                  iso(own.coverage.last));
  const auto is_the_same = [&](const named_holiday& each) {
    return each.name() == added.name() && each.rule() == added.rule();
  };
  if (std::ranges::any_of(own.holidays, is_the_same))
    in.refuse("", node,
              "is a second \"" + added.name() + "\" on the same dates; allowed: a name, a rule or years of its own");
  own.holidays.push_back(std::move(added));
}

inline std::vector<civil_day> read_dates(toml_section& in, std::string_view key) {
  std::vector<civil_day> dates;
  return in.read(dates, [&] {
    const toml::node& node = in.at(key, "an array of dates");
    const toml::array* array = node.as_array();
    if (array == nullptr) in.refuse(key, node, "is no array", "an array of dates");
    for (const toml::node& each : *array)
      dates.push_back(toml_day(in.value<toml::date>(key, each, "a date such as 2026-12-24")));
    return dates;
  });
}

inline calendar_definition read_definition(toml_section& in) {
  calendar_definition own{toml_string(in, "name", "a text"),
                          {toml_date(in, "first"), toml_date(in, "last")},
                          toml_weekdays(in, "closed"),
                          toml_enum<observance>(in, "observance"),
                          {},
                          read_dates(in, "closed_dates"),
                          read_dates(in, "working")};
  in.read(0, [&] {
    if (!in.is_refused() && own.coverage.last < own.coverage.first)
      in.refuse("last", *in.find("last"), "is before first", iso(own.coverage.first) + " or later");
    return 0;
  });
  const bool is_known = !in.is_refused();
  in.read(0, [&] {
    in.for_each("holidays", in.at("holidays", "an array of tables"), "an array of tables",
                [&](toml_section& each, const toml::node& of) {
                  if (is_known)
                    add_holiday(own, each, of);
                  else
                    (void)read_holiday(each, of);
                });
    return 0;
  });
  return own;
}

inline loaded_calendar read_calendar(toml_section& in, std::string_view key) {
  constexpr std::string_view allowed = "\"us_federal\", \"us_banking\", or a table";
  static const loaded_calendar otherwise(us_federal);
  return in.read(otherwise, [&] {
    const toml::node& node = in.at(key, allowed);
    if (node.is_string()) {
      if (node.value_or(std::string{}) == "us_federal") return loaded_calendar(us_federal);
      if (node.value_or(std::string{}) == "us_banking") return loaded_calendar(us_banking);
      in.refuse(key, node, "is no calendar", allowed);
    }
    calendar_definition own = in.read_inner(key, node, allowed, calendar_definition{}, read_definition);
    return at_place(in, key, node, [&] { return loaded_calendar(std::move(own)); });
  });
}

inline void write_rule(toml::table& out, const std::chrono::month_day& date) {
  out.insert("month", static_cast<std::int64_t>(static_cast<unsigned>(date.month())));
  out.insert("day", static_cast<std::int64_t>(static_cast<unsigned>(date.day())));
}
inline void write_rule(toml::table& out, const std::chrono::month_weekday& date) {
  out.insert("month", static_cast<std::int64_t>(static_cast<unsigned>(date.month())));
  out.insert("weekday", std::string(name_of(date.weekday_indexed().weekday())));
  out.insert("nth", static_cast<std::int64_t>(date.weekday_indexed().index()));
}
inline void write_rule(toml::table& out, const std::chrono::month_weekday_last& date) {
  out.insert("month", static_cast<std::int64_t>(static_cast<unsigned>(date.month())));
  out.insert("weekday", std::string(name_of(date.weekday_last().weekday())));
  out.insert("nth", "last");
}
template <class Weekday>
void write_rule(toml::table& out, const days_after<Weekday>& date) {
  write_rule(out, date.weekday);
  out.insert("days_after", static_cast<std::int64_t>(date.offset.count()));
}
inline void write_rule(toml::table& out, const easter& date) {
  out.insert("easter", static_cast<std::int64_t>(date.offset.count()));
}
inline void write_rule(toml::table& out, const orthodox_easter& date) {
  out.insert("orthodox_easter", static_cast<std::int64_t>(date.offset.count()));
}

inline toml::table holiday_for_toml(const named_holiday& of) {
  using namespace std::chrono;
  toml::table table{{"name", of.name()}};
  std::visit([&](const auto& rule) { write_rule(table, rule); }, of.rule().falls_on());
  if (of.rule().first_year() != (year::min)()) table.insert("from_year", static_cast<int>(of.rule().first_year()));
  if (of.rule().last_year() != (year::max)()) table.insert("until_year", static_cast<int>(of.rule().last_year()));
  table.is_inline(true);
  return table;
}

inline toml::array dates_for_toml(const std::string& key, std::span<const civil_day> dates) {
  toml::array array;
  for (const civil_day date : dates) array.push_back(date_for_toml(key, date));
  return array;
}

inline toml::table calendar_for_toml(const std::string& key, const loaded_calendar& calendar) {
  const calendar_definition& own = calendar.definition();
  toml::array holidays;
  for (const named_holiday& each : own.holidays)
    if (is_observed_in(own.coverage, each.rule(), own.by)) holidays.push_back(holiday_for_toml(each));
  return toml::table{{"name", own.name},
                     {"first", date_for_toml(key + ".first", own.coverage.first)},
                     {"last", date_for_toml(key + ".last", own.coverage.last)},
                     {"closed", weekdays_for_toml(own.closed)},
                     {"observance", std::string(name_of(own.by))},
                     {"holidays", std::move(holidays)},
                     {"closed_dates", dates_for_toml(key + ".closed_dates", own.closed_dates)},
                     {"working", dates_for_toml(key + ".working", own.working)}};
}

}  // namespace sla::inline v0::detail

#endif
