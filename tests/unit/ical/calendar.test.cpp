#include "sla/ical/calendar.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

#include "sla/contracts/harvard_business_impact.hpp"
#include "sla/zone/fixed_offset.hpp"
#include "support/message.hpp"
#include "support/moments.hpp"
#include "support/text.hpp"

using namespace std::chrono;
using sla::recurrence;
using sla_tests::date;
using sla_tests::utc;
namespace hbi = sla::harvard_business_impact;

namespace {

constexpr sla::day_range in_2026{date(2026y / January / 1), date(2026y / December / 31)};
constexpr sla::instant stamped_at = utc(2025y / December / 1, 12h);

sla::ical_calendar empty_calendar() { return {"status.example.com", stamped_at}; }

std::string text_of(const sla::ical_calendar& calendar) {
  std::string text = calendar.text();
  std::erase(text, '\r');
  return text;
}

/// What stands before and between the events is left out.
std::string events_of(const sla::ical_calendar& calendar) {
  const std::string text = text_of(calendar);
  const auto first = text.find("BEGIN:VEVENT");
  return first == std::string::npos ? "" : text.substr(first, text.find("END:VCALENDAR") - first);
}

std::string event(const std::string& id, const std::string& times) {
  return "BEGIN:VEVENT\nUID:" + id + "@status.example.com\nSUMMARY:Maintenance\nDTSTAMP:20251201T120000Z\n" +
         "TRANSP:TRANSPARENT\n" + times + "END:VEVENT\n";
}

std::size_t count(const std::string& text, const std::string& what) {
  std::size_t found = 0;
  for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + 1)) ++found;
  return found;
}

/// What is said of it when it is added; the calendar is left without an entry.
std::string refusal(auto&& add) {
  sla::ical_calendar calendar = empty_calendar();
  const std::string said = sla_tests::message_of<sla::ical_error>([&] { add(calendar); });
  CHECK(events_of(calendar) == "");
  return said;
}

const std::string new_york = ";TZID=America/New_York:";

}  // namespace

TEST_CASE("the windows of an agreement are an event with a rule for each, on the clocks of its zone") {
  sla::ical_calendar calendar = empty_calendar();
  calendar.add_windows("spark", "Maintenance", hbi::hosted{hbi::offering::manage_mentor_spark}, in_2026);
  CHECK(events_of(calendar) ==
        event("spark.FR.210000", "DTSTART" + new_york + "20260102T210000\nDTEND" + new_york +
                                     "20260102T220000\nRRULE:FREQ=WEEKLY;UNTIL=20261226T020000Z;BYDAY=FR\n") +
            event("spark.SA.000000", "DTSTART" + new_york + "20260103T000000\nDTEND" + new_york +
                                         "20260103T030000\nRRULE:FREQ=WEEKLY;UNTIL=20261226T050000Z;BYDAY=SA\n"));
  CHECK(text_of(calendar).starts_with(
      "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//sla//service level agreements//EN\nBEGIN:VTIMEZONE\n"));
}

TEST_CASE("the nth and the last weekday of a month") {
  sla::ical_calendar calendar = empty_calendar();
  const std::vector rules{recurrence{Tuesday[2], 22h, 2h}, recurrence{Friday[last], 0h, 24h}};
  calendar.add_windows("w", "Maintenance", rules, sla::us_eastern, in_2026);
  CHECK(events_of(calendar) ==
        event("w.2TU.220000", "DTSTART" + new_york + "20260113T220000\nDTEND" + new_york +
                                  "20260114T020000\nRRULE:FREQ=MONTHLY;UNTIL=20261209T030000Z;BYDAY=2TU\n") +
            event("w.-1FR.000000", "DTSTART" + new_york + "20260130T000000\nDTEND" + new_york +
                                       "20260131T000000\nRRULE:FREQ=MONTHLY;UNTIL=20261225T050000Z;BYDAY=-1FR\n"));
}

TEST_CASE("a date on which the clocks change in a window is taken out of the rule and stands in UTC") {
  sla::ical_calendar calendar = empty_calendar();
  calendar.add_windows("w", "Maintenance", std::vector{recurrence{Sunday, 1h, 4h}}, sla::us_eastern, in_2026);
  CHECK(events_of(calendar) ==
        event("w.SU.010000", "DTSTART" + new_york + "20260104T010000\nDTEND" + new_york +
                                 "20260104T040000\nRRULE:FREQ=WEEKLY;UNTIL=20261227T060000Z;BYDAY=SU\nEXDATE" +
                                 new_york + "20260308T010000\nEXDATE" + new_york + "20261101T010000\n") +
            event("w.SU.010000.20260308", "DTSTART:20260308T060000Z\nDTEND:20260308T080000Z\n") +
            event("w.SU.010000.20261101", "DTSTART:20261101T050000Z\nDTEND:20261101T090000Z\n"));
}

TEST_CASE("so is a date on which a window closes in an hour that comes twice, though it is as long as ever") {
  sla::ical_calendar calendar = empty_calendar();
  calendar.add_windows("w", "Maintenance", std::vector{recurrence{Sunday, 30min, 1h + 30min}}, sla::us_eastern,
                       {date(2026y / November / 1), date(2026y / November / 1)});
  CHECK(events_of(calendar) == event("w.SU.003000.20261101", "DTSTART:20261101T043000Z\nDTEND:20261101T053000Z\n"));
}

TEST_CASE("a window of which the clocks leave nothing is only taken out") {
  sla::ical_calendar calendar = empty_calendar();
  calendar.add_windows("w", "Maintenance", std::vector{recurrence{Sunday, 2h, 3h}}, sla::us_eastern, in_2026);
  CHECK(events_of(calendar) ==
        event("w.SU.020000", "DTSTART" + new_york + "20260104T020000\nDTEND" + new_york +
                                 "20260104T030000\nRRULE:FREQ=WEEKLY;UNTIL=20261227T070000Z;BYDAY=SU\nEXDATE" +
                                 new_york + "20260308T020000\n"));
}

TEST_CASE("a series neither begins nor ends on a date that is taken out, and may be empty") {
  const std::vector rule{recurrence{Sunday, 1h, 4h}};
  sla::ical_calendar between = empty_calendar();
  between.add_windows("w", "Maintenance", rule, sla::us_eastern, {date(2026y / March / 8), date(2026y / November / 1)});
  const std::string text = events_of(between);
  CHECK(text.find("DTSTART" + new_york + "20260315T010000") != std::string::npos);
  CHECK(text.find("UNTIL=20261025T050000Z") != std::string::npos);
  CHECK(text.find("EXDATE") == std::string::npos);
  CHECK(count(text, "BEGIN:VEVENT") == 3);

  sla::ical_calendar one = empty_calendar();
  one.add_windows("w", "Maintenance", rule, sla::us_eastern, {date(2026y / March / 8), date(2026y / March / 14)});
  CHECK(events_of(one) == event("w.SU.010000.20260308", "DTSTART:20260308T060000Z\nDTEND:20260308T080000Z\n"));
  CHECK(text_of(one).find("VTIMEZONE") == std::string::npos);

  sla::ical_calendar none = empty_calendar();
  none.add_windows("w", "Maintenance", rule, sla::us_eastern, {date(2026y / March / 9), date(2026y / March / 14)});
  CHECK(text_of(none).find("BEGIN:VEVENT") == std::string::npos);
}

TEST_CASE("one zone of a name, from the earliest date that needs it") {
  const std::vector rule{recurrence{Friday, 21h, 22h}};
  sla::ical_calendar calendar = empty_calendar();
  calendar.add_windows("this", "Maintenance", rule, sla::us_eastern, in_2026);
  calendar.add_windows("before", "Maintenance", rule, sla::us_eastern,
                       {date(2000y / January / 1), date(2000y / December / 31)});
  calendar.add_windows("after", "Maintenance", rule, sla::us_eastern,
                       {date(2027y / January / 1), date(2027y / December / 31)});
  calendar.add_windows("elsewhere", "Maintenance", rule, sla::us_pacific, in_2026);
  const std::string text = text_of(calendar);
  CHECK(count(text, "TZID:America/New_York") == 1);
  CHECK(count(text, "TZID:America/Los_Angeles") == 1);
  CHECK(text.find("DTSTART:19991031T020000") != std::string::npos);
}

TEST_CASE("what happens once is in UTC, to the second; a due date shows no later than it is") {
  sla::ical_calendar calendar = empty_calendar();
  const sla::instant due = utc(2026y / November / 23, 7h);
  calendar.add_deadline("R-1.response", "Maintenance", due + 999ms);
  calendar.add_period("move", "Maintenance", {due + 1ms, due + 1h + 1ms});
  CHECK(events_of(calendar) == event("R-1.response", "DTSTART:20261123T070000Z\n") +
                                   event("move", "DTSTART:20261123T070000Z\nDTEND:20261123T080001Z\n"));
}

TEST_CASE("an id belongs to one entry") {
  sla::ical_calendar calendar = empty_calendar();
  calendar.add_deadline("R-1", "Maintenance", stamped_at);
  const auto said = sla_tests::message_of<sla::ical_error>(
      [&] { calendar.add_period("R-1", "again", {stamped_at, stamped_at + 1h}); });
  CHECK(said ==
        "the UID \"R-1@status.example.com\" is taken in this calendar; allowed: an id of its own for each entry");
  const std::string long_id(80, 'x');
  calendar.add_deadline(long_id, "due", stamped_at);
  CHECK(sla_tests::message_of<sla::ical_error>([&] { calendar.add_deadline(long_id, "due", stamped_at); }) ==
        "the UID \"" + long_id.substr(5) +
            "... (99 bytes)\" is taken in this calendar; allowed: an id of its own for each entry");
  CHECK(count(text_of(calendar), "BEGIN:VEVENT") == 2);
}

TEST_CASE("a window within a second, and dates outside the zone's coverage, are errors") {
  sla::ical_calendar calendar = empty_calendar();
  const auto add = [&](milliseconds closes, sla::day_range dates) {
    calendar.add_windows("w", "Maintenance", std::vector{recurrence{Friday, 21h, closes}}, sla::us_eastern, dates);
  };
  CHECK(sla_tests::message_of<sla::ical_error>([&] { add(22h + 500ms, in_2026); }) ==
        "a window opens or closes at 22:00:00.500; allowed: whole seconds");
  CHECK_THROWS_AS(add(22h, {date(2199y / January / 1), date(2200y / January / 10)}), sla::coverage_error);
}

TEST_CASE("a time is of the years 0001 to 9999") {
  const auto due = [](sla::instant at) {
    return refusal([&](sla::ical_calendar& calendar) { calendar.add_deadline("a", "b", at); });
  };
  const sla::instant late = sys_days{10000y / January / 1};
  CHECK(due(late) == "the time 10000-01-01T00:00:00Z has no text in iCalendar; allowed: years 0001 to 9999");
  CHECK(due(sys_days{1y / January / 1} - 1ms) ==
        "the time 0000-12-31T23:59:59.999Z has no text in iCalendar; allowed: years 0001 to 9999");
  CHECK(due(sys_days{year{-5} / January / 1}).starts_with("the time -0005-01-01T00:00:00Z has no text"));
  CHECK(due(sla::instant::max()).starts_with("the time 292278994-08-17T07:12:55.807Z has no text"));
  CHECK(refusal([&](sla::ical_calendar& calendar) { calendar.add_period("a", "b", {stamped_at, late - 1ms}); }) ==
        due(late));
  CHECK(refusal([&](sla::ical_calendar& calendar) {
          calendar.add_period("a", "b", {stamped_at, sla::instant::max()});
        }).starts_with("the time 292278994-08-17T07:12:55.807Z has no text"));
  CHECK(sla_tests::message_of<sla::ical_error>([&] { sla::ical_calendar("status.example.com", late); }) == due(late));

  sla::ical_calendar calendar = empty_calendar();
  calendar.add_deadline("first", "Maintenance", sys_days{1y / January / 1});
  calendar.add_deadline("last", "Maintenance", late - 1ms);
  CHECK(events_of(calendar) ==
        event("first", "DTSTART:00010101T000000Z\n") + event("last", "DTSTART:99991231T235959Z\n"));
}

TEST_CASE("a window in a year that has no text is refused whole") {
  const std::vector rule{recurrence{Friday, 21h, 22h}};
  CHECK(refusal([&](sla::ical_calendar& calendar) {
          calendar.add_windows("w", "Maintenance", rule, sla::utc,
                               {date(9999y / December / 1), date(10000y / January / 31)});
        }) == "the time 10000-01-28T21:00:00Z has no text in iCalendar; allowed: years 0001 to 9999");
}

TEST_CASE("a zone has a name that is a TZID, in quotation marks where it needs them") {
  const auto said_of = [](std::string_view name) {
    return refusal([&](sla::ical_calendar& calendar) {
      calendar.add_windows("w", "s", std::vector{recurrence{Friday, 21h, 22h}}, sla::fixed_offset{name, 5h + 30min},
                           in_2026);
    });
  };
  const std::string allowed = "; allowed: one or more characters other than \" and control characters";
  CHECK(said_of("A\"B") == "the zone \"A\"B\" has a name that is no TZID" + allowed);
  CHECK(said_of("A\nB") == "the zone \"A\\u000aB\" has a name that is no TZID" + allowed);
  CHECK(said_of("") == "the zone \"\" has a name that is no TZID" + allowed);

  sla::ical_calendar calendar = empty_calendar();
  calendar.add_windows("w", "Maintenance", std::vector{recurrence{Friday, 21h, 22h}},
                       sla::fixed_offset{"Île\\de; l'Est, +05:30", 5h + 30min}, in_2026);
  CHECK(count(text_of(calendar), "\nTZID:Île\\\\de\\; l'Est\\, +05:30\n") == 1);
  CHECK(count(text_of(calendar), "\nTZNAME:Île\\\\de\\; l'Est\\, +05:30\n") == 1);
  CHECK(count(text_of(calendar), ";TZID=\"Île\\de; l'Est, +05:30\":") == 2);
}

TEST_CASE("a period ends after it begins, and dates do not end before they begin") {
  CHECK(refusal([](sla::ical_calendar& calendar) { calendar.add_period("a", "b", {stamped_at, stamped_at}); }) ==
        "the period \"a\" is empty at 2025-12-01T12:00:00Z; allowed: an end after the beginning");
  const auto windows_on = [](sla::day_range dates) {
    return refusal([&](sla::ical_calendar& calendar) {
      calendar.add_windows("w", "s", std::vector{recurrence{Friday, 21h, 22h}}, sla::us_eastern, dates);
    });
  };
  CHECK(
      windows_on({in_2026.last, in_2026.first}) ==
      "the windows \"w\" are on the dates 2026-12-31 to 2026-01-01; allowed: a last date that is not before the first");
  CHECK(windows_on({in_2026.first, in_2026.first - days{1}}) != "nothing was thrown");
}

TEST_CASE("ids and hosts are not empty, and no text has control characters but tabs and line feeds") {
  const std::string allowed = "; allowed: an id such as R-1036.response";
  CHECK(refusal([](sla::ical_calendar& calendar) { calendar.add_deadline("", "due", stamped_at); }) ==
        "the id of \"due\" is empty" + allowed);
  CHECK(refusal([](sla::ical_calendar& calendar) {
          calendar.add_windows("", "Maintenance", std::vector{recurrence{Friday, 21h, 22h}}, sla::utc, in_2026);
        }) == "the id of \"Maintenance\" is empty" + allowed);
  CHECK(sla_tests::message_of<sla::ical_error>([] { sla::ical_calendar("", stamped_at); }) ==
        "the host of a calendar is empty; allowed: a name such as status.example.com");
  for (const std::string_view host : {"a\x01", "a\n", "a\t", "a\x7F"})
    CHECK(sla_tests::message_of<sla::ical_error>([&] {
            sla::ical_calendar(host, stamped_at);
          }).starts_with("the host \"a\\u00"));
  CHECK(sla_tests::message_of<sla::ical_error>([] { sla::ical_calendar("a\nb", stamped_at); }) ==
        "the host \"a\\u000ab\" has a control character; allowed: a name such as status.example.com");
  CHECK(refusal([](sla::ical_calendar& calendar) {
          calendar.add_deadline("a", std::string_view("b\0c", 3), stamped_at);
        }) == "the SUMMARY \"b\\u0000c\" has a control character; allowed: texts with none but tabs and line feeds");
  CHECK(refusal([](sla::ical_calendar& calendar) {
          calendar.add_deadline("a\r", "b", stamped_at);
        }).starts_with("the UID \"a\\u000d@status.example.com\" has a control character"));
}

TEST_CASE("what was refused leaves its id free") {
  sla::ical_calendar calendar = empty_calendar();
  CHECK_THROWS_AS(calendar.add_deadline("R-1", "Maintenance", sla::instant::max()), sla::ical_error);
  calendar.add_deadline("R-1", "Maintenance", stamped_at);
  CHECK(events_of(calendar) == event("R-1", "DTSTART:20251201T120000Z\n"));
}

TEST_CASE("windows come into a calendar together or not at all") {
  const std::vector windows{recurrence{Friday, 21h, 22h}, recurrence{Saturday, 1h, 2h}};
  const auto refused = [&](std::vector<recurrence> rules, const std::string& why) {
    sla::ical_calendar calendar = empty_calendar();
    CHECK(sla_tests::message_of<sla::ical_error>(
              [&] { calendar.add_windows("w", "Maintenance", rules, sla::us_eastern, in_2026); }) == why);
    CHECK(text_of(calendar) == text_of(empty_calendar()));
    calendar.add_windows("w", "Maintenance", windows, sla::us_eastern, in_2026);
    CHECK(count(text_of(calendar), "BEGIN:VEVENT") == 2);
  };
  refused({windows[0], recurrence{Saturday, 1h, 2h + 500ms}},
          "a window opens or closes at 02:00:00.500; allowed: whole seconds");
  refused(
      {windows[0], recurrence{Friday, 21h, 23h}},
      "the UID \"w.FR.210000@status.example.com\" is taken in this calendar; allowed: an id of its own for each entry");

  // The date on which the clocks change is an entry beside its series.
  const std::vector night{recurrence{Sunday, 1h, 4h}};
  sla::ical_calendar calendar = empty_calendar();
  calendar.add_deadline("w.SU.010000.20261101", "Maintenance", stamped_at);
  const std::string before = text_of(calendar);
  CHECK_THROWS_AS(calendar.add_windows("w", "Maintenance", night, sla::us_eastern, in_2026), sla::ical_error);
  CHECK(text_of(calendar) == before);
  calendar.add_windows("w", "Maintenance", night, sla::us_eastern, {in_2026.first, date(2026y / October / 31)});
  CHECK(count(text_of(calendar), "BEGIN:VEVENT") == 3);
}
