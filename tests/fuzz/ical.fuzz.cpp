// Any text, read as a calendar of holidays: what is accepted lies inside the coverage and makes a calendar, and all else is
// refused with ical_error.

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <sstream>
#include <string>
#include <vector>

#include "law.hpp"
#include "sla/calendar/business_arithmetic.hpp"
#include "sla/ical/holidays.hpp"

using namespace std::chrono;

namespace {

constexpr sla::day_range coverage{sla::civil_day{2026y / 1 / 1}, sla::civil_day{2027y / 12 / 31}};

std::vector<sla::named_holiday> read(std::string_view text) {
  std::istringstream in{std::string(text)};
  return sla::read_ical_holidays(in, "fuzz.ics", coverage);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::vector<sla::named_holiday> holidays;
  try {
    holidays = read(sla_fuzz::text_of(data, size));
  } catch (const sla::ical_error&) {
    return 0;
  }
  for (const sla::named_holiday& each : holidays) {
    sla_fuzz::expect(!each.name().empty(), "a holiday has a name");
    const auto on = each.rule().on(each.rule().first_year());
    sla_fuzz::expect(on && coverage.contains(*on), "a holiday lies in the coverage");
  }
  const sla::loaded_calendar calendar(
      {"fuzz", coverage, sla::saturday_and_sunday, sla::observance::actual_date, holidays, {}, {}});
  for (const sla::named_holiday& each : holidays)
    sla_fuzz::expect(!sla::is_business_day(calendar, *each.rule().on(each.rule().first_year())), "a holiday is closed");
  return 0;
}
