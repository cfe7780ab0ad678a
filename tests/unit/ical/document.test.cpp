#include "sla/ical/document.hpp"

#include <doctest/doctest.h>

#include <sstream>
#include <string>

#include "support/failing_buffer.hpp"
#include "support/message.hpp"

namespace {

sla::detail::ical_document read(const std::string& text) {
  std::istringstream in(text);
  return sla::detail::read_ical(in, "plant.ics");
}
std::string complaint(const std::string& text) {
  return sla_tests::message_of<sla::ical_error>([&] { (void)read(text); });
}

const std::string begin = "BEGIN:VCALENDAR\nVERSION:2.0\n";
const std::string end = "END:VCALENDAR\n";

}  // namespace

TEST_CASE("the events of a file come in order, with the lines on which they begin") {
  const auto document = read(begin +
                             "BEGIN:VTIMEZONE\nTZID:X\nEND:VTIMEZONE\n"
                             "BEGIN:VEVENT\nUID:1\nBEGIN:VALARM\nEND:VALARM\nEND:VEVENT\n"
                             "begin:vevent\nUID:2\nend:vevent\n" +
                             end + "\n" + begin + "BEGIN:VEVENT\nUID:3\nEND:VEVENT\n" + end);
  REQUIRE(document.events.size() == 3);
  CHECK(document.calendars.size() == 2);
  CHECK(document.events[0].line == 6);
  CHECK(document.events[1].line == 11);
  CHECK(document.events[2].line == 18);
  CHECK(std::string(icalcomponent_get_uid(document.events[2].component)) == "3");
}

TEST_CASE("folded lines are one, whether they end in LF or in CR and LF") {
  const auto document =
      read("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:New\r\n  Year\r\n\t's Day\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n");
  REQUIRE(document.events.size() == 1);
  CHECK(std::string(icalcomponent_get_summary(document.events[0].component)) == "New Year's Day");
}

TEST_CASE("a file that cannot be read to its end is refused, although it stops between two calendars") {
  sla_tests::failing_buffer buffer(begin + "BEGIN:VEVENT\nUID:1\nEND:VEVENT\n" + end);
  std::istream in(&buffer);
  CHECK(sla_tests::message_of<sla::ical_error>([&] { (void)sla::detail::read_ical(in, "plant.ics"); }) ==
        "plant.ics: cannot be read to its end");
}

TEST_CASE("what cannot be read is named with its line") {
  CHECK(complaint("") == "plant.ics: there is no calendar in it");
  CHECK(complaint("hello\n") == "plant.ics:1: \"hello\" stands outside of a calendar; allowed: BEGIN:VCALENDAR");
  CHECK(complaint(begin + end + "SUMMARY:late\n") ==
        "plant.ics:4: \"SUMMARY:late\" stands outside of a calendar; allowed: BEGIN:VCALENDAR");
  CHECK(complaint(begin + "BEGIN:VTODO\nEND:VTODO\n" + end) ==
        "plant.ics:3: \"BEGIN:VTODO\" is no part of a calendar of holidays; allowed: VEVENT, VTIMEZONE");
  CHECK(complaint(begin + "BEGIN:VEVENT\nUID:1\nEND:VTODO\n" + end) ==
        "plant.ics:5: \"END:VTODO\" ends another component; allowed: END:VEVENT");
  CHECK(complaint(begin + "BEGIN:VEVENT\nUID:1\n") == "plant.ics:4: the file stops before END:VEVENT");
  CHECK(complaint(begin + "BEGIN:VEVENT\nNew Year's Day\nEND:VEVENT\n" + end) ==
        "plant.ics:4: \"New Year's Day\" cannot be read; allowed: a property as RFC 5545 writes it");
  CHECK(complaint(begin + "BEGIN:VEVENT\nSUMMARY:folded\n line\nDTSTART;VALUE=DATE:2026\nEND:VEVENT\n" + end) ==
        "plant.ics:6: \"DTSTART;VALUE=DATE:2026\" cannot be read; allowed: a property as RFC 5545 writes it");
  // libical begins and ends components by these lines, too.
  for (const char* line : {"BEGIN;VEVENT", "BEGIN;X=Y:VEVENT", "BEGIN :VEVENT", "END:VE^ENT", "BEGIN"})
    CHECK(complaint(begin + "BEGIN:VEVENT\nUID:1\n" + line + "\nEND:VEVENT\n" + end) ==
          "plant.ics:5: \"" + std::string(line) +
              "\" begins or ends no component; allowed: a name of RFC 5545, such as BEGIN:VEVENT");
}
