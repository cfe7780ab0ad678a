#include "sla/ical/time_zone.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <string>

#include "sla/zone/fixed_offset.hpp"
#include "sla/zone/us_zone.hpp"
#include "support/moments.hpp"
#include "support/table_zone.hpp"
#include "support/text.hpp"

using namespace std::chrono;
using sla_tests::date;

namespace {

/// VTIMEZONE, with lines that end in LF.
std::string text(const sla::civil_zone auto& zone, sla::civil_day from) {
  std::string text = sla::detail::text_of(sla::detail::time_zone_component(zone, from).get());
  std::erase(text, '\r');
  return text;
}

std::size_t count(const std::string& text, const std::string& what) {
  std::size_t found = 0;
  for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + 1)) ++found;
  return found;
}

}  // namespace

TEST_CASE("times, days and offsets as RFC 5545 writes them") {
  CHECK(sla::detail::ical_time(sla_tests::at(2026y / March / 8, 2h + 5min + 9s + 999ms)) == "20260308T020509");
  CHECK(sla::detail::ical_time(sla_tests::utc(2026y / March / 8, 7h)) == "20260308T070000Z");
  CHECK(sla::detail::ical_day(Friday) == "FR");
  CHECK(sla::detail::ical_day(Tuesday[2]) == "2TU");
  CHECK(sla::detail::ical_day(Sunday[last]) == "-1SU");
  CHECK(sla::detail::ical_offset(-(4h + 56min + 2s)) == "-045602");
  CHECK(sla::detail::ical_offset(5h + 45min) == "+0545");
  CHECK(sla::detail::ical_offset(0s) == "+0000");
}

TEST_CASE("New York from 2026 on: the change before, and two rules without an end") {
  CHECK(text(sla::us_eastern, date(2026y / January / 1)) ==
        "BEGIN:VTIMEZONE\nTZID:America/New_York\n"
        "BEGIN:STANDARD\nDTSTART:20251102T020000\nTZOFFSETFROM:-0400\nTZOFFSETTO:-0500\nTZNAME:EST\n"
        "RRULE:FREQ=YEARLY;BYDAY=1SU;BYMONTH=11\nEND:STANDARD\n"
        "BEGIN:DAYLIGHT\nDTSTART:20260308T020000\nTZOFFSETFROM:-0500\nTZOFFSETTO:-0400\nTZNAME:EDT\n"
        "RRULE:FREQ=YEARLY;BYDAY=2SU;BYMONTH=3\nEND:DAYLIGHT\n"
        "END:VTIMEZONE\n");
}

TEST_CASE("rules that have ended end with their last change, in UTC; a change that came once has no rule") {
  const std::string since_1973 = text(sla::us_eastern, date(1973y / January / 1));
  CHECK(since_1973.find("DTSTART:19721029T020000\nTZOFFSETFROM:-0400\nTZOFFSETTO:-0500\nTZNAME:EST\n"
                        "RRULE:FREQ=YEARLY;UNTIL=20061029T060000Z;BYDAY=-1SU;BYMONTH=10\n") != std::string::npos);
  CHECK(since_1973.find("DTSTART:19740106T020000\nTZOFFSETFROM:-0500\nTZOFFSETTO:-0400\nTZNAME:EDT\nEND:DAYLIGHT\n") !=
        std::string::npos);
  CHECK(since_1973.find("DTSTART:19870405T020000\nTZOFFSETFROM:-0500\nTZOFFSETTO:-0400\nTZNAME:EDT\n"
                        "RRULE:FREQ=YEARLY;UNTIL=20060402T070000Z;BYDAY=1SU;BYMONTH=4\n") != std::string::npos);
  CHECK(count(since_1973, "BEGIN:DAYLIGHT") == 6);
  CHECK(count(since_1973, "BEGIN:STANDARD") == 2);
}

TEST_CASE("the first date of the coverage has no change before it") {
  const std::string all = text(sla::us_eastern, sla::us_eastern.coverage().first);
  CHECK(all.find("DTSTART:19670101T000000\nTZOFFSETFROM:-0500\nTZOFFSETTO:-0500\nTZNAME:EST\n") != std::string::npos);
}

TEST_CASE("clocks that are never changed") {
  CHECK(text(sla::utc, date(2026y / January / 1)) ==
        "BEGIN:VTIMEZONE\nTZID:UTC\n"
        "BEGIN:STANDARD\nDTSTART:20260101T000000\nTZOFFSETFROM:+0000\nTZOFFSETTO:+0000\nTZNAME:UTC\nEND:STANDARD\n"
        "END:VTIMEZONE\n");
}

TEST_CASE("changes of half an hour that come once each") {
  const std::string all = text(sla_tests::half_an_hour(), date(2026y / January / 1));
  CHECK(all.find("DTSTART:20260405T020000\nTZOFFSETFROM:+1100\nTZOFFSETTO:+1030\n") != std::string::npos);
  CHECK(all.find("BEGIN:DAYLIGHT\nDTSTART:20261004T020000\nTZOFFSETFROM:+1030\nTZOFFSETTO:+1100\n") !=
        std::string::npos);
  CHECK(count(all, "RRULE") == 0);
}
