// Any bytes, read as the end of a zone's file and as a rule in POSIX's notation: what is accepted gives changes of the clocks
// in order, is written and read again as the same, and moves the clocks as it does in the C library; all else is refused.

#include <stdlib.h>
#include <time.h>

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "law.hpp"
#include "sla/tz/zone_file.hpp"
#include "sla/tz/zone_rule.hpp"

using namespace std::chrono;
using sla::detail::clock_setting;
using sla::detail::yearly_change;
using sla::detail::zone_rule;
using sla_fuzz::expect;

namespace {

// ---- Written again ----------------------------------------------------------------------------------------------------

std::string written(seconds time) {
  const seconds length = abs(time);
  return (time < 0s ? "-" : "") + std::to_string(length / 1h) + ':' + std::to_string(length % 1h / 1min) + ':' +
         std::to_string(length % 1min / 1s);
}

std::string written(const clock_setting& setting) {
  return '<' + setting.abbreviation + '>' + written(-setting.offset);
}

std::string written(const yearly_change& change) {
  return ",M" + std::to_string(static_cast<unsigned>(change.month)) + '.' + std::to_string(change.week) + '.' +
         std::to_string(change.weekday.c_encoding()) + '/' + written(change.after);
}

std::string written(const zone_rule& rule) {
  if (!rule.daylight) return written(rule.standard);
  // An hour before standard time may be more than a text may say.
  const bool is_usual = rule.daylight->setting.offset == rule.standard.offset + 1h;
  return written(rule.standard) +
         (is_usual ? '<' + rule.daylight->setting.abbreviation + '>' : written(rule.daylight->setting)) +
         written(rule.daylight->begins) + written(rule.daylight->ends);
}

bool same(const yearly_change& a, const yearly_change& b) {
  return a.month == b.month && a.week == b.week && a.weekday == b.weekday && a.after == b.after;
}

bool same(const zone_rule& a, const zone_rule& b) {
  if (a.standard != b.standard || a.daylight.has_value() != b.daylight.has_value()) return false;
  return !a.daylight || (a.daylight->setting == b.daylight->setting && same(a.daylight->begins, b.daylight->begins) &&
                         same(a.daylight->ends, b.daylight->ends));
}

// ---- The C library ----------------------------------------------------------------------------------------------------

constexpr year first{2025}, last{2032};

/// The C library looks at the changes of one year, in one order; it has nothing to say where they leave their year, or where
/// one overtakes the other.
bool stays_in_its_years(const zone_rule& rule, const std::vector<zone_rule::change>& changes) {
  if (!rule.daylight) return true;
  for (std::size_t n = 0; n < changes.size(); ++n) {
    const sys_days new_year = (first + years{static_cast<int>(n / 2)}) / January / 1;
    const bool is_first = changes[n].to == rule.daylight->setting;
    if (changes[n].at < new_year + days{2} || new_year + days{363} < changes[n].at) return false;
    if (is_first != (changes[n % 2].to == rule.daylight->setting)) return false;
    if (n > 0 && changes[n].at - changes[n - 1].at < 24h) return false;
  }
  return rule.daylight->setting != rule.standard;
}

void judge_clocks(const std::string& text, const zone_rule& rule) {
  const auto changes = rule.changes(first, last);
  if (!stays_in_its_years(rule, changes)) return;
  setenv("TZ", text.c_str(), 1);
  tzset();
  if (tzname[0] != rule.standard.abbreviation) return;  // it does not take the rule
  const auto judge_at = [](sla::instant at, const clock_setting& expected) {
    const std::time_t seconds_since = floor<seconds>(at).time_since_epoch().count();
    std::tm found{};
    expect(localtime_r(&seconds_since, &found) != nullptr, "an instant has a reading");
    expect(found.tm_gmtoff == expected.offset.count() && found.tm_zone == expected.abbreviation,
           "clocks go as they do in the C library");
  };
  if (!rule.daylight) judge_at(sys_days{2026y / July / 1}, rule.standard);
  for (std::size_t n = 1; n < changes.size(); ++n) {
    judge_at(changes[n].at - 1s, changes[n - 1].to);
    judge_at(changes[n].at, changes[n].to);
  }
}

// ---- What must hold ---------------------------------------------------------------------------------------------------

void judge_rule(std::string_view text) {
  const auto rule = sla::detail::parse_zone_rule(text);
  if (!rule) return;
  expect(text.starts_with(rule->standard.abbreviation) || text.starts_with('<' + rule->standard.abbreviation + '>'),
         "the abbreviation is that of the text");
  const auto changes = rule->changes(2026y, 2028y);
  expect(changes.size() == (rule->daylight ? 6U : 0U), "the clocks are changed twice a year or never");
  expect(std::ranges::is_sorted(changes, {}, &zone_rule::change::at), "the changes are in order");
  const auto again = sla::detail::parse_zone_rule(written(*rule));
  expect(again && same(*again, *rule), "a rule is read as it was written");
  judge_clocks(std::string(text), *rule);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes = sla_fuzz::text_of(data, size);
  judge_rule(bytes);
  if (const auto end = sla::detail::read_zone_file_end(bytes)) {
    expect(bytes.ends_with('\n' + end->rule + '\n'), "the rule is the last line of the file");
    judge_rule(end->rule);
  }
  return 0;
}
