#ifndef SLA_TZ_ZONE_HISTORY_HPP
#define SLA_TZ_ZONE_HISTORY_HPP

// The database of the operating system spells out the changes of a zone up to some year, 2037 or, if it was built to be
// small, much earlier; behind the last one stands the rule by which they go on. Date's tz library reads the changes and
// not the rule, and takes the last offset to hold for ever. So the rule is read here, and it is followed if the clocks that
// it gives after the last change are those that are spelt out; otherwise what is covered ends there.

#include <date/tz.h>

#include <algorithm>
#include <chrono>
#include <exception>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "sla/time/civil.hpp"
#include "sla/time/error.hpp"
#include "sla/tz/zone_file.hpp"
#include "sla/tz/zone_rule.hpp"
#include "sla/zone/us_zone.hpp"

namespace sla::inline v0 {

/// A time zone that the machine's database does not have, or does not say enough about; the message names it.
class tz_error : public error {
 public:
  using error::error;
};

namespace detail {

static_assert(USE_OS_TZDB, "sla::tz needs date's tz library as it reads the database of the operating system");

/// A stretch of time in which the clocks of a zone are not changed.
struct zone_stretch {
  clock_setting clock;
  instant from;
  instant until;

  civil_time reading_of(instant at) const noexcept { return civil_time{at.time_since_epoch()} + clock.offset; }
};

/// What is known about a zone.
///
/// stretches  in order and without gaps; two neighbours have other clocks
struct zone_history {
  std::string name;
  day_range coverage;
  std::vector<zone_stretch> stretches;
};

/// The dates that are covered at most. Before 1902 the readers of the database differ; the end is that of the compiled
/// zones.
inline constexpr day_range tz_coverage{civil_day{std::chrono::year{1902} / std::chrono::January / 1},
                                       us_zone::coverage().last};

[[noreturn]] inline void no_time_zone(const std::string& name, const char* why) {
  throw tz_error("no time zone \"" + name + "\" (" + why +
                 "); it must be a name of the IANA database, such as \"Europe/London\"");
}

/// What date's tz library answers about a name; tz_error for all that it throws.
inline decltype(auto) tried(const std::string& name, const auto& ask) {
  try {
    return ask();
  } catch (const std::exception& problem) {
    no_time_zone(name, problem.what());
  }
}

inline const date::time_zone& tz_named(const std::string& name) {
  return *tried(name, [&] { return date::locate_zone(name); });
}

/// The stretches that the database spells out; the last one has no end.
inline std::vector<zone_stretch> spelt_out_stretches(const date::time_zone& zone) {
  const auto utc_midnight = [](civil_day day) { return std::chrono::sys_days{day.time_since_epoch()}; };
  std::vector<zone_stretch> found;
  instant at = utc_midnight(tz_coverage.first) - std::chrono::days{1};
  while (at < utc_midnight(tz_coverage.last) + std::chrono::days{2}) {
    const date::sys_info info = zone.get_info(at);
    found.push_back({{info.offset, info.abbrev}, at, info.end});
    at = info.end;
  }
  return found;
}

/// Lets the last stretch end, and others follow, as the rule behind the last change says; false where there is none, or
/// where it gives other clocks for that instant.
inline bool go_on(std::vector<zone_stretch>& stretches, const std::optional<zone_file_end>& file) {
  using std::chrono::years;
  const auto rule = file ? parse_zone_rule(file->rule) : std::nullopt;
  if (!rule) return false;
  const auto year_of = [](civil_day day) { return std::chrono::year_month_day{day}.year(); };
  const zone_stretch last = stretches.back();
  const auto begun = std::chrono::floor<std::chrono::seconds>(last.from);
  const instant since = (std::max)(begun, file->last_change.value_or(begun));  // tz drops a change to the same clocks
  const auto changes =
      rule->changes(year_of(date_of(last.reading_of(since))) - years{1}, year_of(tz_coverage.last) + years{1});
  auto next = std::ranges::upper_bound(changes, since, {}, &zone_rule::change::at);
  if (last.clock != (changes.empty() ? rule->standard : next[-1].to)) return false;
  for (; next != changes.end(); ++next) {
    stretches.back().until = next->at;
    stretches.push_back({next->to, next->at, next->at + years{1}});  // at the latest
  }
  return true;
}

/// Makes one of neighbours with the same clocks, and cuts all to the dates of the coverage, each by its own clock.
inline void tidy_up(zone_history& of) {
  std::vector<zone_stretch> merged;
  for (zone_stretch& next : of.stretches)
    if (!merged.empty() && merged.back().clock == next.clock)
      merged.back().until = next.until;
    else
      merged.push_back(std::move(next));
  of.stretches = std::move(merged);

  const civil_time begins = of.coverage.first;
  const civil_time ends = of.coverage.last + std::chrono::days{1};
  std::erase_if(of.stretches, [=](const zone_stretch& each) {
    return each.reading_of(each.until) <= begins || ends <= each.reading_of(each.from);
  });
  zone_stretch& first = of.stretches.front();
  zone_stretch& last = of.stretches.back();
  first.from = (std::max)(first.from, instant{begins.time_since_epoch()} - first.clock.offset);
  last.until = (std::min)(last.until, instant{ends.time_since_epoch()} - last.clock.offset);
}

/// What is known of a zone whose changes are spelt out and go on as the end of its file says.
///
/// throws  tz_error if that is nothing
inline zone_history history_of(const std::string& name, std::vector<zone_stretch> spelt_out,
                               const std::optional<zone_file_end>& file) {
  zone_history found{name, tz_coverage, std::move(spelt_out)};
  if (!go_on(found.stretches, file)) {
    const zone_stretch& last = found.stretches.back();
    found.coverage.last = date_of(last.reading_of(last.from)) - std::chrono::days{1};
  }
  if (found.coverage.last < found.coverage.first)
    throw tz_error("the time-zone database of this machine does not say how the clocks go on in \"" + name + '"');
  tidy_up(found);
  return found;
}

/// What the machine's database says about a zone.
///
/// throws  tz_error for an unknown name, or a zone of which nothing is known
inline zone_history read_zone_history(const std::string& name) {
  const date::time_zone& zone = tz_named(name);  // first, so that no file is opened whose name is none of a zone
  const auto end = read_zone_file_end(read_zone_file(name));
  if (!end) no_time_zone(name, "its file is none of a zone, or of an old version");
  return history_of(name, tried(name, [&] { return spelt_out_stretches(zone); }), end);
}

}  // namespace detail

}  // namespace sla::inline v0

#endif
