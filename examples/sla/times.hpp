#ifndef SLA_PROGRAM_TIMES_HPP
#define SLA_PROGRAM_TIMES_HPP

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sla/time/amount.hpp"
#include "sla/time/civil.hpp"
#include "sla/time/interval.hpp"
#include "sla/zone/any_zone.hpp"

namespace program {

/// The zone in which times without an offset are read and all times are shown: the agreement's.
const sla::any_zone& agreement_zone();

/// An instant from ISO 8601 text; without an offset it is a wall-clock reading in the agreement's zone.
///
/// throws   bad_value for anything else, and for a reading that the clocks skip or repeat; coverage_error
/// example  "2026-11-23T07:00:00Z", "2026-11-23T02:00:00-05:00", "2026-11-23T02:00" and "2026-11-23 02:00" are one instant
sla::instant parse_instant(std::string_view text);

/// The same on other clocks than the agreement's.
sla::instant parse_instant_on(const sla::any_zone& clocks, std::string_view text);

/// The instant of an option; none if it is not given.
///
/// throws  bad_input
std::optional<sla::instant> optional_instant(std::string_view option, const std::string& text);

/// A civil month.
///
/// throws   bad_value; coverage_error
/// example  "2026-11"
std::chrono::year_month parse_month(std::string_view text);

/// The civil month in which an instant lies, on the agreement's clocks.
std::chrono::year_month month_at(sla::instant at);

/// The instants of a civil month on the agreement's clocks.
///
/// throws  coverage_error
sla::interval period_of(std::chrono::year_month month);

/// A length.
///
/// throws   bad_value
/// example  "2h", "1h 30min", "10s", "500ms"
sla::elapsed parse_length(std::string_view text);

/// Two instants, the second not before the first.
///
/// allowed  what an error message says is allowed
/// throws   bad_value; interval_error
/// example  "2026-11-24T02:00/2026-11-24T03:00"
sla::interval parse_interval(std::string_view text, std::string_view allowed = "start/end");

/// An interval that takes time.
///
/// throws  bad_value for one that does not
sla::interval taking_time(const sla::interval& during);

/// The days of a civil month on the agreement's clocks.
///
/// throws  coverage_error
std::vector<sla::interval> days_of(std::chrono::year_month month);

/// A month as records name it.
///
/// example  "2026-11"
std::string iso_month(std::chrono::year_month month);

/// A month in words.
///
/// example  "November 2026"
std::string month_name(std::chrono::year_month month);

/// Wall-clock time in the agreement's zone.
///
/// example  "Mon 2026-11-23 02:00 EST"
std::string local_text(sla::instant at);

/// Wall-clock time in the agreement's zone and UTC.
///
/// example  "Mon 2026-11-23 02:00 EST (2026-11-23T07:00:00Z)"
std::string local_and_utc_text(sla::instant at);

/// A length as a clock would count it, to the millisecond where there are any.
///
/// example  "743:04:24", "-0:01:44.4"
std::string clock_text(sla::elapsed length);

}  // namespace program

#endif
