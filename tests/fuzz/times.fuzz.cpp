// Any text, read as a time, a date and a month: what is accepted is what the text says, is printed and read again as the
// same, and has one instant on a zone's clocks or none.

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>

#include "law.hpp"
#include "sla/time/iso_reading.hpp"
#include "sla/time/text.hpp"
#include "sla/zone/us_zone.hpp"

using namespace std::chrono;
using sla_fuzz::expect;

namespace {

/// The answer, or nothing for a text that is refused with a reason.
template <class Answer>
const Answer* accepted(const std::variant<Answer, sla::unreadable>& read) {
  if (const auto* problem = std::get_if<sla::unreadable>(&read))
    expect(!problem->wrong.empty() && !problem->allowed.empty(), "a refusal says what is wrong and what is allowed");
  return std::get_if<Answer>(&read);
}

std::string offset_text(minutes offset) {
  const hh_mm_ss clock{abs(offset)};
  return (offset < 0min ? '-' : '+') + sla::detail::two_digits(clock.hours().count()) + ':' +
         sla::detail::two_digits(clock.minutes().count());
}

void judge_time(std::string_view text) {
  const auto read = sla::read_iso(text, "a time");
  const sla::iso_reading* found = accepted(read);
  if (found == nullptr) return;
  const std::string printed = sla::iso(found->reading) + (found->offset ? offset_text(*found->offset) : "");
  expect(sla::read_iso(printed, "a time") == read, "what is printed is read as it was");

  const auto at = [text](std::size_t from, std::size_t length) { return text.substr(from, length); };
  if (at(11, 2) == "24") {
    expect(at(14, 2) == "00", "24:00 is the latest time of a day");
    expect(found->reading == sla::date_of(found->reading), "24:00 is the next midnight");
    return;
  }
  expect(at(0, 10) == printed.substr(0, 10), "the date is that of the text");
  expect(at(11, 5) == printed.substr(11, 5), "the time is that of the text");
}

void judge_date(std::string_view text) {
  const auto read = sla::read_iso_date(text);
  if (const sla::civil_day* day = accepted(read)) expect(sla::iso(*day) == text, "a date is printed as it was read");
}

void judge_month(std::string_view text) {
  const auto read = sla::read_iso_month(text);
  if (const year_month* month = accepted(read))
    expect(sla::iso(sla::civil_day{*month / 1}).substr(0, 7) == text, "a month is printed as it was read");
}

void judge_instant(std::string_view text, const sla::us_zone& zone) {
  const auto read = sla::read_iso(text, "a time");
  const sla::iso_reading* found = accepted(read);
  if (found == nullptr) return;
  try {
    const sla::instant at = sla::exact_instant(zone, found->reading);
    expect(zone.to_civil(at) == found->reading, "the clocks show the reading at its instant");
  } catch (const sla::civil_time_error&) {
    expect(sla::first_instant(zone, found->reading) <= sla::last_instant(zone, found->reading),
           "a reading that is skipped or repeated opens no later than it closes");
  } catch (const sla::coverage_error&) {
    return;
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = sla_fuzz::text_of(data, size);
  judge_time(text);
  judge_date(text);
  judge_month(text);
  for (const sla::us_zone& zone : {sla::us_eastern, sla::us_central, sla::us_mountain, sla::us_pacific})
    judge_instant(text, zone);
  return 0;
}
