#ifndef SLA_ZONE_ZONE_HPP
#define SLA_ZONE_ZONE_HPP

// A zone says what the clocks on its walls read at an instant. That question always has one answer. The way back has
// one, none or two: in spring the clocks skip an hour (2026-03-08 02:30 never happens in New York), in autumn they
// repeat one (2026-11-01 01:30 happens twice). Libraries that answer with one instant all the same are an hour off
// somewhere. Here the way back first yields a civil_lookup, which says which of the three it is; whoever wants an
// instant names the answer:
//
//   exact_instant   refuses a skipped or repeated reading, and a date that does not exist; for what people type in
//   first_instant   the transition for a skipped reading, the earlier of two; for whatever opens
//   last_instant    the transition for a skipped reading, the later of two; for whatever closes
//
// No zone is ever taken from the machine, and none is the default.

#include <chrono>
#include <concepts>
#include <string>
#include <string_view>

#include "sla/time/amount_text.hpp"
#include "sla/time/civil.hpp"
#include "sla/time/error.hpp"
#include "sla/time/text.hpp"

namespace sla::inline v0 {

/// How often a wall-clock reading happens.
enum class occurrence { once, skipped, repeated };

/// What a zone knows about a wall-clock reading.
///
/// happens     once, skipped or repeated
/// earlier     the instant by the offset in force that gives the earlier one; the only one where it happens once
/// later       the instant by the other offset; the same where it happens once
/// transition  the instant at which the clocks are changed; the same as the others where it happens once
///
/// example  New York, 2026-11-01 01:30: repeated, 05:30Z and 06:30Z around the transition at 06:00Z
struct civil_lookup {
  occurrence happens;
  instant earlier;
  instant later;
  instant transition;

  friend constexpr bool operator==(const civil_lookup&, const civil_lookup&) = default;
};

/// A stretch of time during which the offset from UTC does not change.
///
/// from, until  the change that began it and the next one, or the ends of the zone's coverage
struct offset_period {
  std::chrono::seconds offset;
  std::string_view abbreviation;
  instant from;
  instant until;
};

/// A rule that connects instants and wall-clock readings; what lies outside its coverage is a coverage_error. The end of the
/// last date, 24:00, is covered, by the clocks of that date.
///
/// Clocks may be changed by any amount, but not back across midnight: a date that has ended does not come again.
template <class Zone>
concept civil_zone = requires(const Zone& zone, instant at, civil_time reading) {
  { zone.name() } -> std::convertible_to<std::string_view>;
  { zone.to_civil(at) } -> std::same_as<civil_time>;
  { zone.look_up(reading) } -> std::same_as<civil_lookup>;
  { zone.period_at(at) } -> std::same_as<offset_period>;
};

/// The instant of an opening: the transition where the reading is skipped, the earlier one where it is repeated.
///
/// throws   coverage_error outside the zone's coverage
/// example  first_instant(us_eastern, civil_day{2026y/November/1} + 90min) is 05:30 UTC
constexpr instant first_instant(const civil_zone auto& zone, civil_time reading) {
  const civil_lookup found = zone.look_up(reading);
  return found.happens == occurrence::skipped ? found.transition : found.earlier;
}

/// The instant of a closing: the transition where the reading is skipped, the later one where it is repeated.
///
/// throws   coverage_error outside the zone's coverage
/// example  last_instant(us_eastern, civil_day{2026y/November/1} + 90min) is 06:30 UTC
constexpr instant last_instant(const civil_zone auto& zone, civil_time reading) {
  const civil_lookup found = zone.look_up(reading);
  return found.happens == occurrence::skipped ? found.transition : found.later;
}

namespace detail {

[[noreturn]] inline void a_civil_time_must_happen_exactly_once(civil_time reading, occurrence happens,
                                                               std::string_view zone) {
  throw civil_time_error(iso(reading) + (happens == occurrence::skipped ? " is skipped" : " happens twice") + " in " +
                         std::string(zone) + "; give it as UTC or with its offset");
}
[[noreturn]] inline void a_date_must_exist(std::chrono::year_month_day date) {
  throw civil_time_error("there is no date " + std::to_string(static_cast<int>(date.year())) + '/' +
                         std::to_string(static_cast<unsigned>(date.month())) + '/' +
                         std::to_string(static_cast<unsigned>(date.day())) +
                         "; allowed are dates of the Gregorian calendar");
}
[[noreturn]] inline void a_time_of_day_must_be_from_0_00_to_24_00(std::chrono::milliseconds since_midnight) {
  throw civil_time_error("a time of day of " + length_text(since_midnight, longest_unit::hour) +
                         " after midnight; allowed are 0:00 to 24:00");
}

}  // namespace detail

/// The one instant at which a reading happens.
///
/// throws   civil_time_error if the reading is skipped or repeated, coverage_error outside the zone's coverage
/// example  exact_instant(us_eastern, civil_day{2026y/March/8} + 150min) throws: the clocks skip it
constexpr instant exact_instant(const civil_zone auto& zone, civil_time reading) {
  const civil_lookup found = zone.look_up(reading);
  if (found.happens != occurrence::once)
    detail::a_civil_time_must_happen_exactly_once(reading, found.happens, zone.name());
  return found.earlier;
}

/// The one instant at which the clocks of a zone show a time on a date.
///
/// since_midnight  0 h to 24 h, which is the end of the date
/// throws   civil_time_error for a date that does not exist, another time, or a reading that is skipped or repeated;
///          coverage_error outside the zone's coverage
/// example  exact_instant(us_eastern, 2026y/November/20, 22h) is 2026-11-21 03:00 UTC
constexpr instant exact_instant(const civil_zone auto& zone, std::chrono::year_month_day date,
                                std::chrono::milliseconds since_midnight) {
  using std::chrono::hours;
  if (!date.ok()) detail::a_date_must_exist(date);
  if (since_midnight < hours{0} || since_midnight > hours{24})
    detail::a_time_of_day_must_be_from_0_00_to_24_00(since_midnight);
  return exact_instant(zone, civil_day{date} + since_midnight);
}

}  // namespace sla::inline v0

#endif
