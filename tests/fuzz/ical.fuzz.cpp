// Any text, read as a calendar of holidays: what is accepted lies inside the coverage, makes a calendar, is the same as an
// event for each date, and stands in a calendar that is written; all else is refused with ical_error.

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "law.hpp"
#include "sla/calendar/business_arithmetic.hpp"
#include "sla/ical/calendar.hpp"
#include "sla/ical/holidays.hpp"

using namespace std::chrono;
using sla_fuzz::expect;

namespace {

constexpr sla::day_range coverage{sla::civil_day{2026y / 1 / 1}, sla::civil_day{2027y / 12 / 31}};

using holidays = std::vector<sla::named_holiday>;

std::optional<holidays> read(std::string_view text) {
  std::istringstream in{std::string(text)};
  try {
    return sla::read_ical_holidays(in, "fuzz.ics", coverage);
  } catch (const sla::ical_error&) {
    return std::nullopt;
  }
}

sla::civil_day date_of(const sla::named_holiday& each) {
  const auto on = each.rule().on(each.rule().first_year());
  expect(on && each.rule().first_year() == each.rule().last_year(), "a holiday is a date");
  return *on;
}

std::string basic(sla::civil_day day) {
  const std::string text = sla::iso(day);
  return text.substr(0, 4) + text.substr(5, 2) + text.substr(8, 2);
}

/// An event for each date, or for each run of dates of one name; and one on each side of the coverage, which the dates must
/// reach.
std::string events_for(const holidays& dates, days longest) {
  std::string text = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:fuzz\r\n";
  int number = 0;
  const auto add = [&](sla::civil_day on, days length, const std::string& summary) {
    text += "BEGIN:VEVENT\r\nUID:" + std::to_string(++number) + "\r\nDTSTART;VALUE=DATE:" + basic(on) +
            "\r\nDTEND;VALUE=DATE:" + basic(on + length) + "\r\nSUMMARY:" + summary + "\r\nEND:VEVENT\r\n";
  };
  add(coverage.first - days{1}, days{1}, "before");
  std::map<std::string, std::set<sla::civil_day>> by_name;
  for (const sla::named_holiday& each : dates) by_name[each.name()].insert(date_of(each));
  for (auto& [name, on] : by_name) {
    std::string summary;
    for (const char letter : name) {
      if (letter == '\\' || letter == ';' || letter == ',') summary += '\\';
      summary += letter == '\n' ? "\\n" : std::string(1, letter);
    }
    while (!on.empty()) {
      const sla::civil_day first = *on.begin();
      days length{0};
      while (length < longest && on.erase(first + length) > 0) ++length;
      add(first, length, summary);
    }
  }
  add(coverage.last + days{1}, days{1}, "after");
  return text + "END:VCALENDAR\r\n";
}

bool same(const holidays& a, const holidays& b) {
  return std::ranges::equal(a, b, [](const sla::named_holiday& one, const sla::named_holiday& other) {
    return one.name() == other.name() && date_of(one) == date_of(other);
  });
}

/// RFC 5545 has no control characters in a text but the end of a line.
bool is_text(const sla::named_holiday& each) {
  return std::ranges::none_of(each.name(), [](char letter) {
    return letter != '\n' && (static_cast<unsigned char>(letter) < 0x20 || letter == 0x7F);
  });
}

/// Each date as something that is due, and as a period until noon.
void judge_written(const holidays& dates) {
  const auto start = [](const sla::named_holiday& each) { return sla::instant{date_of(each).time_since_epoch()}; };
  sla::ical_calendar calendar("fuzz", sys_days{2026y / 1 / 1});
  for (std::size_t n = 0; n < dates.size(); ++n) {
    calendar.add_deadline("due" + std::to_string(n), dates[n].name(), start(dates[n]));
    calendar.add_period("during" + std::to_string(n), dates[n].name(), {start(dates[n]), start(dates[n]) + 12h});
  }
  const sla::detail::component_ptr written(icalparser_parse_string(calendar.text().c_str()));
  icalcomponent* event = icalcomponent_get_first_component(written.get(), ICAL_VEVENT_COMPONENT);
  const auto at = [](const icaltimetype& time) { return sys_seconds{seconds{icaltime_as_timet(time)}}; };
  for (std::size_t n = 0; n < 2 * dates.size(); ++n) {
    const sla::named_holiday& of = dates[n / 2];
    expect(event != nullptr, "an entry is read as it was written");
    expect(icalcomponent_get_summary(event) == of.name(), "a summary is read as it was written");
    expect(at(icalcomponent_get_dtstart(event)) == start(of), "a start is read as it was written");
    expect(n % 2 == 0 || at(icalcomponent_get_dtend(event)) == start(of) + 12h, "an end is read as it was written");
    event = icalcomponent_get_next_component(written.get(), ICAL_VEVENT_COMPONENT);
  }
  expect(event == nullptr, "no entry is read that was not written");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::optional<holidays> found = read(sla_fuzz::text_of(data, size));
  if (!found) return 0;
  const sla::loaded_calendar calendar(
      {"fuzz", coverage, sla::saturday_and_sunday, sla::observance::actual_date, *found, {}, {}});
  for (const sla::named_holiday& each : *found) {
    expect(!each.name().empty(), "a holiday has a name");
    expect(coverage.contains(date_of(each)), "a holiday lies in the coverage");
    expect(!sla::is_business_day(calendar, date_of(each)), "a holiday is closed");
  }
  if (!std::ranges::all_of(*found, is_text)) return 0;
  const auto each = read(events_for(*found, days{1}));
  expect(each && same(*each, *found), "holidays are an event for each date");
  const auto runs = read(events_for(*found, days{366}));
  expect(runs && same(*runs, *found), "an event of some days is each of them");
  judge_written(*found);
  return 0;
}
