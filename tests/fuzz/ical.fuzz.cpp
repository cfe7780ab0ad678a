// Any text, read as a calendar of holidays: what is accepted lies inside the coverage, makes a calendar, is the same as an
// event for each date, and stands in a calendar that is written; all else is refused with ical_error.

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
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

/// An event for each date, and one on each side of the coverage, which the dates must reach.
std::string an_event_for_each(const holidays& dates) {
  std::string text = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:fuzz\r\n";
  int number = 0;
  const auto add = [&](sla::civil_day on, const std::string& summary) {
    text += "BEGIN:VEVENT\r\nUID:" + std::to_string(++number) + "\r\nDTSTART;VALUE=DATE:" + basic(on) + "\r\n" +
            summary + "\r\nEND:VEVENT\r\n";
  };
  add(coverage.first - days{1}, "SUMMARY:before");
  for (const sla::named_holiday& each : dates) {
    std::string summary = "SUMMARY:";
    for (const char letter : each.name()) {
      if (letter == '\\' || letter == ';' || letter == ',') summary += '\\';
      summary += letter == '\n' ? "\\n" : std::string(1, letter);
    }
    add(date_of(each), summary);
  }
  add(coverage.last + days{1}, "SUMMARY:after");
  return text + "END:VCALENDAR\r\n";
}

bool same(const holidays& a, const holidays& b) {
  return std::ranges::equal(a, b, [](const sla::named_holiday& one, const sla::named_holiday& other) {
    return one.name() == other.name() && date_of(one) == date_of(other);
  });
}

/// RFC 5545 has no control characters in a text but the end of a line, and libical writes them as it reads none.
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
  std::istringstream in(calendar.text());
  const sla::detail::ical_document written = sla::detail::read_ical(in, "written.ics");
  expect(written.events.size() == 2 * dates.size(), "a calendar is read as it was written");
  for (std::size_t n = 0; n < written.events.size(); ++n) {
    icalcomponent* event = written.events[n].component;
    const sla::named_holiday& of = dates[n / 2];
    expect(icalcomponent_get_summary(event) == of.name(), "a summary is read as it was written");
    const auto at = [](const icaltimetype& time) { return sys_seconds{seconds{icaltime_as_timet(time)}}; };
    expect(at(icalcomponent_get_dtstart(event)) == start(of), "a start is read as it was written");
    expect(n % 2 == 0 || at(icalcomponent_get_dtend(event)) == start(of) + 12h, "an end is read as it was written");
  }
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
  const auto again = read(an_event_for_each(*found));
  expect(again && same(*again, *found), "holidays are an event for each date");
  if (std::ranges::all_of(*found, is_text)) judge_written(*found);
  return 0;
}
