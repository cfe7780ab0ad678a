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
  CHECK(document.events[0].line == 6);
  CHECK(document.events[1].line == 11);
  CHECK(document.events[2].line == 18);
  REQUIRE(document.events[2].properties.size() == 1);
  CHECK(document.events[2].properties[0].value == "3");
}

TEST_CASE("folded lines are one, whether they end in LF or in CR and LF") {
  const auto document =
      read("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:New\r\n  Year\r\n\t's Day\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n");
  REQUIRE(document.events.size() == 1);
  CHECK(document.events[0].properties.at(0).value == "New Year's Day");
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
  CHECK(complaint(begin + "BEGIN:VEVENT\nUID:1\nEND:VTODO\n" + end) ==
        "plant.ics:5: \"END:VTODO\" ends another component; allowed: END:VEVENT");
  CHECK(complaint(begin + "BEGIN:VEVENT\nUID:1\n") == "plant.ics:4: the file stops before END:VEVENT");
  CHECK(complaint(begin + "BEGIN:VEVENT\nNew Year's Day\nEND:VEVENT\n" + end) ==
        "plant.ics:4: \"New Year's Day\" cannot be read; allowed: a property as RFC 5545 writes it");
  CHECK(complaint(begin + "BEGIN:VEVENT\nSUMMARY:folded\n line\nDTSTART;VALUE=DATE20260504\nEND:VEVENT\n" + end) ==
        "plant.ics:6: \"DTSTART;VALUE=DATE20260504\" cannot be read; allowed: a property as RFC 5545 writes it");
  CHECK(
      complaint(begin + "BEGIN:VEVENT\nUID:1\nBEGIN:VEVENT\n") ==
      "plant.ics:5: \"BEGIN:VEVENT\" stands within VEVENT; allowed: calendars one after another, events in a calendar");
  CHECK(complaint(begin + begin).starts_with("plant.ics:3: \"BEGIN:VCALENDAR\" stands within VCALENDAR; "));
  for (const char* line : {"BEGIN;VEVENT", "BEGIN;X=Y:VEVENT", "BEGIN :VEVENT", "END:VE^ENT", "BEGIN"})
    CHECK(complaint(begin + "BEGIN:VEVENT\nUID:1\n" + line + "\nEND:VEVENT\n" + end) ==
          "plant.ics:5: \"" + std::string(line) +
              "\" begins or ends no component; allowed: a name, such as BEGIN:VEVENT");
}

TEST_CASE("what a property says stands behind its parameters, which may hold colons and semicolons") {
  const auto document = read(begin + "BEGIN:VEVENT\nsummary;X=\"a:b;c\";Language=de;Y:Tag: der\nEND:VEVENT\n" + end);
  const auto& property = document.events.at(0).properties.at(0);
  CHECK(property.name == "SUMMARY");
  CHECK(property.value == "Tag: der");
  CHECK(property.parameters.at("X") == "A:B;C");
  CHECK(property.parameters.at("LANGUAGE") == "DE");
  CHECK(property.parameters.at("Y") == "");
}

TEST_CASE("a line that is no property belongs to one that is ignored, not to one that is read") {
  const std::string stray = "and so\non: until noon\n";
  CHECK(read(begin + "BEGIN:VEVENT\nDESCRIPTION:long\n" + stray + "UID:1\nEND:VEVENT\n" + end)
            .events.at(0)
            .properties.size() == 1);
  CHECK(complaint(begin + "BEGIN:VEVENT\nDESCRIPTION:long\nRDATE:20260101,\n20260102\nEND:VEVENT\n" + end) ==
        "plant.ics:6: \"20260102\" cannot be read; allowed: a property as RFC 5545 writes it");
}

TEST_CASE("another calendar than Gregorian, and one that takes its events back, are refused by name") {
  for (const std::string of : {"CALSCALE:CHINESE", "CALSCALE:HEBREW", "calscale:islamic-civil"})
    CHECK(complaint("BEGIN:VCALENDAR\n" + of + '\n' + end) ==
          "plant.ics:2: \"" + of + "\" is another calendar; allowed: CALSCALE:GREGORIAN");
  CHECK(complaint("BEGIN:VCALENDAR\nMETHOD:CANCEL\n" + end) ==
        "plant.ics:2: \"METHOD:CANCEL\" takes its events back; allowed: METHOD:PUBLISH");
  CHECK_NOTHROW((void)read("BEGIN:VCALENDAR\nCALSCALE: Gregorian \nMETHOD:REQUEST\n" + end));
}

TEST_CASE("a byte order mark of UTF-8 is passed over, one of UTF-16 is named") {
  CHECK_NOTHROW((void)read("\xEF\xBB\xBF" + begin + end));
  for (const std::string mark : {"\xFF\xFE", "\xFE\xFF"})
    CHECK(complaint(mark + std::string("B\0E\0", 4)) ==
          "plant.ics:1: the file begins with a byte order mark of UTF-16; allowed: UTF-8");
}

TEST_CASE("what is read is bounded: lines, the file, components within each other") {
  const std::string mebibyte(1024 * 1024, 'x');
  CHECK_NOTHROW((void)read(begin + "X-A:" + mebibyte.substr(4) + "\n" + end));
  CHECK(complaint(begin + "X-A:" + mebibyte.substr(3) + "\n" + end) ==
        "plant.ics:3: the line is too long; allowed: up to 1 MiB");
  CHECK_NOTHROW((void)read(begin + "X-A:\n " + mebibyte.substr(1) + "\n " + mebibyte.substr(1) + "\n" + end));

  std::string nested;
  for (int n = 0; n < 15; ++n) nested += "BEGIN:X-A\n";
  CHECK(complaint(begin + nested) == "plant.ics:17: the file stops before END:X-A");
  CHECK(complaint(begin + nested + "BEGIN:X-A\n") ==
        "plant.ics:18: \"BEGIN:X-A\" stands too deep; allowed: 16 components within each other");

  std::string lines = begin;
  while (lines.size() < std::size_t{16} * 1024 * 1024) lines += "X-A:" + mebibyte.substr(5) + "\n";
  CHECK(complaint(lines + end) == "plant.ics:18: the file is too long; allowed: up to 16 MiB");
}
