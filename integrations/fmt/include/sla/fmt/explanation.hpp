#ifndef SLA_FMT_EXPLANATION_HPP
#define SLA_FMT_EXPLANATION_HPP

#include <algorithm>
#include <array>
#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "sla/clock/explanation.hpp"
#include "sla/fmt/specification.hpp"
#include "sla/fmt/values.hpp"
#include "sla/time/amount_text.hpp"
#include "sla/time/civil.hpp"
#include "sla/zone/zone.hpp"

namespace sla::inline v0 {

namespace detail {

/// True if the clocks show midnight at either end of a stretch, or in between.
inline bool includes_midnight(const clock_face& clocks, const interval& during) {
  const civil_time from = clocks.to_civil(during.starts_at());
  const civil_time to = clocks.to_civil(during.ends_at());
  return from == date_of(from) || date_of(from) < date_of(to);
}

inline std::string reason_text(const clock_face& clocks, const segment& each) {
  switch (each.kind) {
    case segment_kind::counted: return "counts";
    case segment_kind::outside_hours:
      return includes_midnight(clocks, each.during) ? "night" : "outside business hours";
    case segment_kind::week_end: return "week-end";
    case segment_kind::holiday: return each.name.empty() ? "holiday" : std::string(each.name);
    case segment_kind::desk_closed: return each.name.empty() ? "desk closed" : "desk closed, " + std::string(each.name);
    case segment_kind::hold: return "on hold";
    case segment_kind::ticket_closed: return "closed";
    case segment_kind::not_started: break;
  }
  return "not started yet";
}

/// In hours, as everything is that counts.
inline std::string hours_and_less(std::chrono::milliseconds length) { return length_text(length, longest_unit::hour); }

inline std::string explanation_table(const clock_face& clocks, const explanation& why,
                                     std::optional<instant> fulfilled_at) {
  using row = std::array<std::string, 5>;
  std::vector<row> rows{{"from", "to", "length", "counted", ""}};
  const auto add = [&](const interval& during, std::string counted, std::string reason) {
    rows.push_back({clocks.text(during.starts_at()), clocks.text(during.ends_at()),
                    hours_and_less(during.length().length()), std::move(counted), std::move(reason)});
  };
  std::chrono::milliseconds counted{};
  for (const segment& each : why.segments) {
    if (fulfilled_at && *fulfilled_at <= each.during.starts_at()) break;
    const interval shown{each.during.starts_at(),
                         fulfilled_at ? (std::min)(*fulfilled_at, each.during.ends_at()) : each.during.ends_at()};
    const bool counts = each.kind == segment_kind::counted;
    if (counts) counted += shown.length().length();
    add(shown, counts ? hours_and_less(counted) : "", reason_text(clocks, {each.kind, shown, each.name}));
  }
  if (fulfilled_at && why.due.exists() && *fulfilled_at < why.due.at())
    add({*fulfilled_at, why.due.at()}, "", "not needed: " + hours_and_less(why.running->budget - counted) + " left");
  std::array<std::size_t, 4> widths{};
  for (const row& each : rows)
    for (std::size_t i = 0; i < widths.size(); ++i) widths[i] = (std::max)(widths[i], each[i].size());
  std::string text;
  for (const row& each : rows) {
    std::string line;
    for (std::size_t i = 0; i < widths.size(); ++i) {
      const specification column{.align = i < 2 ? '<' : '>'};
      line += "  " + column.padded(each[i], widths[i]);
    }
    line += "  " + each[4];
    text += line.erase(line.find_last_not_of(' ') + 1) + '\n';
  }
  return text;
}

/// As a table, one line a segment.
template <>
struct value_text<explanation> : text_with_instants {
  static std::string of(const explanation& why, const text_style& style) {
    return explanation_table(style.clocks.value_or(clock_face(utc)), why, {});
  }
};

}  // namespace detail

/// An explanation as a table: from when to when, how long, what counted of it, and why not.
///
/// zone          on whose clocks the times are shown, with their abbreviations
/// fulfilled_at  the rest is left out and summed up, if the commitment was fulfilled or withdrawn before it was due
/// throws   coverage_error outside the zone's coverage
/// example  "  Thu 2025-07-03 15:30 EDT  Thu 2025-07-03 17:00 EDT  1 h 30 min  1 h 30 min  counts", and so on
inline std::string table_text(const civil_zone auto& zone, const explanation& why,
                              std::optional<instant> fulfilled_at = {}) {
  return detail::explanation_table(detail::clock_face(zone), why, fulfilled_at);
}

}  // namespace sla::inline v0

#endif
