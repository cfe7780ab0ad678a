#ifndef SLA_TOML_OPENING_CLAUSES_HPP
#define SLA_TOML_OPENING_CLAUSES_HPP

// The clauses about when business is open: hours, zones, and the calendars they go with.

#include <toml++/toml.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "sla/calendar/opening_checks.hpp"
#include "sla/calendar/opening_tables.hpp"
#include "sla/policy/describe.hpp"
#include "sla/policy/loaded_agreement.hpp"
#include "sla/toml/calendar_clauses.hpp"
#include "sla/toml/section.hpp"
#include "sla/toml/values.hpp"

namespace sla::inline v0::detail {

// ---- Hours, zones -----------------------------------------------------------------------------------------------------

inline weekly_hours read_week(toml_section& in, std::string_view key) {
  constexpr std::string_view allowed = "an array of {on = [\"Monday\"], opens = \"09:00\", closes = \"17:00\"}";
  const weekly_hours otherwise(std::chrono::Monday, std::chrono::hours{9}, std::chrono::hours{17});
  return in.read(otherwise, [&] {
    const toml::node& node = in.at(key, allowed);
    std::optional<weekly_hours> week;
    in.for_each(key, node, allowed, [&](toml_section& each, const toml::node& of) {
      const weekday_set on = toml_weekdays(each, "on");
      const toml_span span = toml_opens_and_closes(each);
      if (each.is_refused()) return;
      if (on == no_day) each.refuse("on", *each.find("on"), "is empty", allowed_weekdays);
      week = at_place(each, "opens", of, [&] {
        return week ? week->also(on, span.opens, span.closes) : weekly_hours(on, span.opens, span.closes);
      });
    });
    if (in.is_refused(key)) throw refused_already{};
    if (!week) in.refuse(key, node, "is empty", allowed);
    return *week;
  });
}

inline std::vector<special_day> read_special_days(toml_section& in, std::string_view key) {
  std::vector<special_day> special;
  return in.read(special, [&] {
    in.for_each(key, in.at(key, "an array, which may be empty"),
                "an array of {date = 2026-12-24, opens = \"09:00\", closes = \"12:00\"}",
                [&](toml_section& each, const toml::node& of) {
                  const civil_day date = toml_date(each, "date");
                  const toml_span span = toml_opens_and_closes(each);
                  if (each.is_refused()) return;
                  auto found = std::ranges::find(special, date, &special_day::date);
                  if (found == special.end()) found = special.insert(special.end(), special_day{date, {}});
                  at_place(each, "opens", of, [&] { return found->hours.add(span.opens, span.closes), 0; });
                });
    return special;
  });
}

inline loaded_hours read_hours(toml_section& in, std::string_view key, std::string_view special_key) {
  weekly_hours week = read_week(in, key);
  return {std::move(week), read_special_days(in, special_key)};
}

inline toml::table span_for_toml(const open_span& span) {
  toml::table line{{"opens", short_clock(span.opens)}, {"closes", short_clock(span.closes)}};
  line.is_inline(true);
  return line;
}

inline toml::array hours_for_toml(const weekly_hours& week) {
  toml::array array;
  for (unsigned first = 1; first <= 7; ++first)
    for (const open_span& span : week.on(std::chrono::weekday{first}).spans()) {
      weekday_set same;
      unsigned earliest = 0;
      for (unsigned day = 7; day >= 1; --day)
        if (std::ranges::find(week.on(std::chrono::weekday{day}).spans(), span) !=
            week.on(std::chrono::weekday{day}).spans().end()) {
          same = same | std::chrono::weekday{day};
          earliest = day;
        }
      if (earliest != first) continue;
      for (const open_span& part : parts_of(span)) {
        toml::table line = span_for_toml(part);
        line.insert("on", weekdays_for_toml(same));
        array.push_back(std::move(line));
      }
    }
  return array;
}

inline toml::array special_days_for_toml(std::string_view key, std::span<const special_day> days) {
  toml::array array;
  for (const special_day& day : days)
    for (const open_span& span : day.hours.spans())
      for (const open_span& part : parts_of(span)) {
        toml::table line = span_for_toml(part);
        line.insert("date", date_for_toml(key, day.date));
        array.push_back(std::move(line));
      }
  return array;
}

inline any_zone read_zone(toml_section& in, std::string_view key) {
  constexpr std::string_view allowed =
      "\"America/New_York\", \"America/Chicago\", \"America/Denver\", \"America/Los_Angeles\", \"UTC\", or "
      "{name = \"IST\", offset_s = 19800}";
  return in.read(any_zone(utc), [&] {
    const toml::node& node = in.at(key, allowed);
    if (node.is_string()) {
      const auto zone = any_zone::by_name(node.value_or(std::string{}));
      if (!zone) in.refuse(key, node, "is no zone", allowed);
      return *zone;
    }
    return in.read_inner(key, node, allowed, any_zone(utc), [](toml_section& table) {
      const std::string name = toml_string(table, "name", "a text");
      return any_zone(fixed_offset{name, std::chrono::seconds{toml_number(table, "offset_s", -86'399, 86'399)}});
    });
  });
}

/// Whether both zones have the same clocks in winter and in summer, and call them alike.
inline bool have_same_clocks(const any_zone& a, const any_zone& b) {
  using namespace std::chrono;
  return std::ranges::all_of(std::array{January, July}, [&](month each) {
    const instant at{sys_days{1970y / each / 1}};
    const offset_period of_a = a.period_at(at);
    const offset_period of_b = b.period_at(at);
    return of_a.offset == of_b.offset && of_a.abbreviation == of_b.abbreviation;
  });
}

/// throws  toml_error for a zone that has the name of another
inline void write_zone(toml::table& out, std::string_view key, const any_zone& zone) {
  const std::string name(zone.name());
  const auto offset = zone.constant_offset();
  if (offset && (name != utc.name() || *offset != std::chrono::seconds{0})) {
    out.insert(key, toml::table{{"name", name}, {"offset_s", offset->count()}});
    return;
  }
  if (const auto known = any_zone::by_name(name); known && !have_same_clocks(zone, *known))
    throw toml_error(std::string(key) + ": has the name " + name +
                     ", but other clocks; allowed: the zone of that name");
  out.insert(key, name);
}

/// Refuses hours that do not fit their calendar, and a calendar that is known for longer than the zone, each at its place.
inline void refuse_unfit(toml_section& in, std::string_view days_key, const loaded_calendar& calendar,
                         std::string_view hours_key, std::string_view special_key, const loaded_hours& hours,
                         const any_zone& zone) {
  in.read(0, [&] {
    const opening_rules<loaded_hours, any_zone> rules{calendar.days(), &hours, &zone};
    at_place(in, hours_key, [&] { check_weekdays(rules); });
    const toml::node& special = *in.find(special_key);
    at_place(in, special_key, special, [&] { check_working_dates(rules); });
    std::size_t number = 0;
    for (const toml::node& each : *special.as_array()) {
      toml_section day = in.inner(std::string(special_key) + '[' + std::to_string(++number) + ']', each, "a table");
      at_place(day, "date", each, [&] { check_special_day(rules, *rules.special_from(toml_date(day, "date"))); });
    }
    at_place(in, days_key, [&] { opening_times_builder{calendar.days(), hours, zone}; });
    return 0;
  });
}

inline loaded_opening_clauses read_opening_clauses(toml_section& in) {
  loaded_opening_clauses open{read_calendar(in, "calendar"), read_hours(in, "business_hours", "business_special_days"),
                              read_zone(in, "zone"), read_calendar(in, "support_days"),
                              read_hours(in, "support_hours", "support_special_days")};
  const auto is_any_refused = [&](auto... keys) { return (in.is_refused(keys) || ...); };
  if (!is_any_refused("calendar", "zone", "business_hours", "business_special_days"))
    refuse_unfit(in, "calendar", open.calendar, "business_hours", "business_special_days", open.business_hours,
                 open.zone);
  if (!is_any_refused("support_days", "zone", "support_hours", "support_special_days"))
    refuse_unfit(in, "support_days", open.support_days, "support_hours", "support_special_days", open.support_hours,
                 open.zone);
  return open;
}

inline void write_opening_clauses(toml::table& out, const loaded_agreement& terms) {
  out.insert("calendar", calendar_for_toml("calendar", terms.calendar));
  out.insert("business_hours", hours_for_toml(terms.business_hours.week()));
  out.insert("business_special_days",
             special_days_for_toml("business_special_days", terms.business_hours.special_days()));
  write_zone(out, "zone", terms.zone);
  out.insert("support_days", calendar_for_toml("support_days", terms.support_days));
  out.insert("support_hours", hours_for_toml(terms.support_hours.week()));
  out.insert("support_special_days", special_days_for_toml("support_special_days", terms.support_hours.special_days()));
}

}  // namespace sla::inline v0::detail

#endif
