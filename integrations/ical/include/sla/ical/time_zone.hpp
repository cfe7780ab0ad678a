#ifndef SLA_ICAL_TIME_ZONE_HPP
#define SLA_ICAL_TIME_ZONE_HPP

// A calendar that speaks of the clocks of a zone carries the rules of the zone with it (RFC 5545, 3.6.5), so that nobody
// needs the same database to read it. The changes of the clocks are taken from the zone itself; those that come back on the
// same weekday of the month become one rule.

#include <libical/ical.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <ranges>
#include <string>
#include <string_view>
#include <vector>

#include "sla/ical/component.hpp"
#include "sla/time/civil.hpp"
#include "sla/time/text.hpp"
#include "sla/zone/zone.hpp"

namespace sla::inline v0::detail {

/// A reading or an instant, if RFC 5545 can write it.
///
/// throws  ical_error beyond the years 0001 to 9999
template <class Time>
Time writable(Time at) {
  using namespace std::chrono;
  const civil_time reading{at.time_since_epoch()};
  if (reading < civil_day{year{1} / January / 1} || reading >= civil_day{year{10'000} / January / 1})
    throw ical_error("the time " + iso(at) + " has no text in iCalendar; allowed: years 0001 to 9999");
  return at;
}

/// "20261225T210000".
///
/// throws  as above
inline std::string ical_time(civil_time reading) {
  std::string text = iso(std::chrono::floor<std::chrono::seconds>(writable(reading)));
  std::erase_if(text, [](char letter) { return letter == '-' || letter == ':'; });
  return text;
}
inline std::string ical_time(instant at) { return ical_time(civil_time{writable(at).time_since_epoch()}) + 'Z'; }

/// "SU", or "2SU" and "-1SU" for the second and the last one of a month.
inline std::string ical_day(std::chrono::weekday day) {
  constexpr std::array names{"SU", "MO", "TU", "WE", "TH", "FR", "SA"};
  return names[day.c_encoding()];
}
inline std::string ical_day(const std::chrono::weekday_indexed& day) {
  return std::to_string(day.index()) + ical_day(day.weekday());
}
inline std::string ical_day(const std::chrono::weekday_last& day) { return "-1" + ical_day(day.weekday()); }

/// "-0500"; seconds only where there are any.
inline std::string ical_offset(std::chrono::seconds offset) {
  const std::chrono::hh_mm_ss clock{offset < std::chrono::seconds{0} ? -offset : offset};
  return (offset < std::chrono::seconds{0} ? '-' : '+') + two_digits(clock.hours().count()) +
         two_digits(clock.minutes().count()) +
         (clock.seconds().count() == 0 ? "" : two_digits(clock.seconds().count()));
}

/// The parameter `;TZID="America/New_York"`.
///
/// throws  ical_error for a name that is empty, or has a character that RFC 5545 cannot write there
inline std::string ical_zone(std::string_view name) {
  const auto cannot_be_quoted = [](char each) { return each == '"' || is_control_character(each); };
  if (name.empty() || std::ranges::any_of(name, cannot_be_quoted))
    throw ical_error(
        "the zone \"" + excerpt(name) +
        "\" has a name that is no TZID; allowed: one or more characters other than \" and control characters");
  return ";TZID=\"" + std::string(name) + '"';
}

/// A change of the clocks, once or in each of some years one after another.
///
/// first, last  the reading of the old clock, in the first and the last year
struct zone_observance {
  civil_time first;
  civil_time last;
  std::chrono::seconds from;
  std::chrono::seconds to;
  std::string abbreviation;
  bool on_nth = true;
  bool on_last = true;

  static std::chrono::year_month_day date(civil_time reading) { return std::chrono::year_month_day{date_of(reading)}; }
  static std::chrono::weekday_indexed nth(civil_time reading) {
    return std::chrono::year_month_weekday{date_of(reading)}.weekday_indexed();
  }
  static bool is_last(civil_time reading) {
    return date(reading).month() != date(reading + std::chrono::days{7}).month();
  }

  /// Takes a change of the next year if it is by the same rule.
  bool take(const zone_observance& next) {
    using std::chrono::years;
    const auto before = date(last);
    const auto after = date(next.first);
    const bool is_nth = on_nth && nth(first) == nth(next.first);
    const bool is_last_too =
        on_last && is_last(first) && is_last(next.first) && nth(first).weekday() == nth(next.first).weekday();
    if (from != next.from || to != next.to || abbreviation != next.abbreviation || before.month() != after.month() ||
        before.year() + years{1} != after.year() || last - date_of(last) != next.first - date_of(next.first) ||
        !(is_nth || is_last_too))
      return false;
    on_nth = is_nth;
    on_last = is_last_too;
    last = next.first;
    return true;
  }
};

/// The changes of a zone's clocks from the last one before a date on, to the end of its coverage; a zone whose clocks are not
/// changed has one that changes nothing.
inline std::vector<zone_observance> observances_of(const civil_zone auto& zone, civil_day from) {
  instant begins = (instant::min)();
  instant ends = (instant::max)();
  if constexpr (requires { day_range{zone.coverage()}; }) {
    begins = first_instant(zone, civil_time{zone.coverage().first});
    ends = last_instant(zone, zone.coverage().last + std::chrono::days{1} - std::chrono::milliseconds{1});
  }
  std::vector<zone_observance> found;
  const auto add = [&](const zone_observance& next) {
    for (zone_observance& earlier : std::views::reverse(found))
      if (earlier.take(next)) return;
    found.push_back(next);
  };
  offset_period clocks = zone.period_at(first_instant(zone, civil_time{from}));
  if (clocks.from > begins) {
    const std::chrono::seconds before = zone.period_at(clocks.from - std::chrono::milliseconds{1}).offset;
    const civil_time reading = civil_time{clocks.from.time_since_epoch()} + before;
    add({reading, reading, before, clocks.offset, std::string(clocks.abbreviation)});
  } else {
    add({from, from, clocks.offset, clocks.offset, std::string(clocks.abbreviation)});
  }
  while (clocks.until <= ends && clocks.until != (instant::max)()) {
    const civil_time reading = civil_time{clocks.until.time_since_epoch()} + clocks.offset;
    const std::chrono::seconds before = clocks.offset;
    clocks = zone.period_at(clocks.until);
    add({reading, reading, before, clocks.offset, std::string(clocks.abbreviation)});
  }
  return found;
}

/// VTIMEZONE of a zone, for every date from one on that it covers.
///
/// throws  ical_error for what RFC 5545 cannot write
inline component_ptr time_zone_component(const civil_zone auto& zone, civil_day from) {
  const std::vector<zone_observance> observances = observances_of(zone, from);
  const civil_time latest = (std::ranges::max)(observances, {}, &zone_observance::last).last;
  component_ptr component(icalcomponent_new(ICAL_VTIMEZONE_COMPONENT));
  add_text(component.get(), ICAL_TZID_PROPERTY, std::string(zone.name()));
  for (const zone_observance& each : observances) {
    icalcomponent* part = icalcomponent_new(each.from < each.to ? ICAL_XDAYLIGHT_COMPONENT : ICAL_XSTANDARD_COMPONENT);
    icalcomponent_add_component(component.get(), part);
    add_property(part, "DTSTART:" + ical_time(each.first));
    add_property(part, "TZOFFSETFROM:" + ical_offset(each.from));
    add_property(part, "TZOFFSETTO:" + ical_offset(each.to));
    add_text(part, ICAL_TZNAME_PROPERTY, each.abbreviation);
    if (each.first == each.last) continue;
    const auto weekday = zone_observance::nth(each.first);
    const std::string day = each.on_last ? ical_day(weekday.weekday()[std::chrono::last]) : ical_day(weekday);
    const auto month = static_cast<unsigned>(zone_observance::date(each.first).month());
    std::string rule = "RRULE:FREQ=YEARLY;BYMONTH=" + std::to_string(month) + ";BYDAY=" + day;
    if (latest - each.last > std::chrono::days{366})
      rule += ";UNTIL=" + ical_time(instant{each.last.time_since_epoch()} - each.from);
    add_property(part, rule);
  }
  return component;
}

}  // namespace sla::inline v0::detail

#endif
