#include "times.hpp"

#include <fmt/format.h>

#include <array>
#include <variant>

#include "bad_input.hpp"
#include "contract.hpp"
#include "sla/fmt/formatters.hpp"
#include "sla/time/iso_reading.hpp"
#include "sla/time/text.hpp"
#include "sla/toml/values.hpp"
#include "sla/zone/measurement_period.hpp"

namespace program {

namespace {

constexpr std::string_view allowed_times =
    "2026-11-23T07:00:00Z, 2026-11-23T02:00:00-05:00 or, on the agreement's clocks, 2026-11-23T02:00; seconds with up "
    "to three decimals";

/// What was read.
///
/// throws  bad_value
template <class Value>
Value readable(const std::variant<Value, sla::unreadable>& read) {
  if (const auto* problem = std::get_if<sla::unreadable>(&read)) refuse(problem->wrong, problem->allowed);
  return std::get<Value>(read);
}

std::string with_offset(const sla::any_zone& clocks, sla::instant at) {
  const auto offset = std::chrono::duration_cast<std::chrono::minutes>(clocks.period_at(at).offset);
  return fmt::to_string(sla::iso_reading{clocks.to_civil(at), offset});
}

sla::instant exact_instant(const sla::any_zone& clocks, sla::civil_time reading) try {
  return sla::exact_instant(clocks, reading);
} catch (const sla::civil_time_error& problem) {
  const sla::civil_lookup found = clocks.look_up(reading);
  refuse(problem.what(), with_offset(clocks, found.earlier) + " or " + with_offset(clocks, found.later));
}

}  // namespace

const sla::any_zone& agreement_zone() { return agreed().latest().zone; }

sla::instant parse_instant_on(const sla::any_zone& clocks, std::string_view text) {
  const auto [reading, offset] = readable(sla::read_iso(text, allowed_times));
  const sla::instant at = offset ? sla::instant{reading.time_since_epoch()} - *offset : exact_instant(clocks, reading);
  static_cast<void>(clocks.to_civil(at));  // refuses what the zone does not cover
  return at;
}

sla::instant parse_instant(std::string_view text) { return parse_instant_on(agreement_zone(), text); }

std::optional<sla::instant> optional_instant(std::string_view option, const std::string& text) {
  return text.empty() ? std::nullopt : std::optional{option_value(option, text, parse_instant)};
}

std::chrono::year_month parse_month(std::string_view text) {
  const std::chrono::year_month month = readable(sla::read_iso_month(text));
  static_cast<void>(period_of(month));  // refuses what the zone does not cover
  return month;
}

sla::elapsed parse_length(std::string_view text) {
  const auto length = sla::detail::parse_length(text);
  if (!length) refuse("is no length", sla::detail::allowed_lengths);
  return sla::elapsed{*length};
}

sla::interval parse_interval(std::string_view text, std::string_view allowed) {
  const std::size_t slash = text.find('/');
  if (slash == std::string_view::npos) refuse("is no interval", allowed);
  const auto bound = [](std::string_view which, std::string_view part) {
    try {
      return parse_instant(part);
    } catch (const sla::error& problem) {
      throw bad_value(fmt::format("its {} {}: {}", which, in_quotes(part), problem.what()));
    }
  };
  const sla::instant start = bound("start", text.substr(0, slash));
  return {start, bound("end", text.substr(slash + 1))};
}

sla::interval taking_time(const sla::interval& during) {
  if (during.empty()) refuse("takes no time", "an end after its beginning");
  return during;
}

std::chrono::year_month month_at(sla::instant at) {
  const std::chrono::year_month_day date{sla::date_of(agreed().latest().month_zone.to_civil(at))};
  return date.year() / date.month();
}

sla::interval period_of(std::chrono::year_month month) { return sla::period_in(agreed().latest().month_zone, month); }

std::vector<sla::interval> days_of(std::chrono::year_month month) {
  using namespace std::chrono;
  const sla::any_zone& month_zone = agreed().latest().month_zone;
  std::vector<sla::interval> days;
  for (sla::civil_day day{month / 1}; day <= sla::civil_day{month / last}; day += std::chrono::days{1})
    days.emplace_back(sla::first_instant(month_zone, day), sla::first_instant(month_zone, day + std::chrono::days{1}));
  return days;
}

std::string iso_month(std::chrono::year_month month) {
  return fmt::format("{:04}-{:02}", static_cast<int>(month.year()), static_cast<unsigned>(month.month()));
}

std::string month_name(std::chrono::year_month month) {
  static constexpr std::array<std::string_view, 12> names{"January",   "February", "March",    "April",
                                                          "May",       "June",     "July",     "August",
                                                          "September", "October",  "November", "December"};
  return fmt::format("{} {}", names[static_cast<unsigned>(month.month()) - 1], static_cast<int>(month.year()));
}

std::string local_text(sla::instant at) { return fmt::to_string(sla::local(agreement_zone(), at)); }

std::string local_and_utc_text(sla::instant at) { return fmt::format("{} ({})", local_text(at), sla::iso(at)); }

std::string clock_text(sla::elapsed length) { return fmt::format("{:c}", length); }

}  // namespace program
