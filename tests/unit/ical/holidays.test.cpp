#include "sla/ical/holidays.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <sstream>
#include <string>
#include <vector>

#include "sla/calendar/business_arithmetic.hpp"
#include "sla/calendar/us_federal.hpp"
#include "support/message.hpp"
#include "support/moments.hpp"
#include "support/text.hpp"

using namespace std::chrono;
using sla_tests::date;

namespace {

constexpr sla::day_range whole_years(year first, year last) {
  return {date(first / January / 1), date(last / December / 31)};
}

std::vector<sla::named_holiday> read(const std::string& events, sla::day_range coverage) {
  std::istringstream in("BEGIN:VCALENDAR\nVERSION:2.0\n" + events + "END:VCALENDAR\n");
  return sla::read_ical_holidays(in, "plant.ics", coverage);
}

std::string event(const std::string& lines) {
  return "BEGIN:VEVENT\nUID:42@plant\nSUMMARY:Fair\n" + lines + "END:VEVENT\n";
}

/// "2026-12-25 Christmas Day", one after another.
std::string dates(const std::string& events, sla::day_range coverage) {
  std::string all;
  for (const sla::named_holiday& each : read(events, coverage)) {
    CHECK((each.rule().first_year() == each.rule().last_year()));
    all += (all.empty() ? "" : ", ") + sla::iso(*each.rule().on(each.rule().first_year())) + ' ' + each.name();
  }
  return all;
}

std::string complaint(const std::string& lines, sla::day_range coverage = whole_years(2026y, 2026y)) {
  const std::string said = sla_tests::message_of<sla::ical_error>([&] { (void)read(event(lines), coverage); });
  const std::string where = "plant.ics:3: the event \"Fair\" (UID 42@plant): ";
  return said.starts_with(where) ? said.substr(where.size()) : "elsewhere: " + said;
}

}  // namespace

TEST_CASE("one date, several days, a week") {
  CHECK(dates(event("DTSTART;VALUE=DATE:20260717\n"), whole_years(2026y, 2026y)) == "2026-07-17 Fair");
  CHECK(dates(event("DTSTART;VALUE=DATE:20260717\nDTEND;VALUE=DATE:20260719\n"), whole_years(2026y, 2026y)) ==
        "2026-07-17 Fair, 2026-07-18 Fair");
  CHECK(read(event("DTSTART;VALUE=DATE:20260717\nDURATION:P1W\n"), whole_years(2026y, 2026y)).size() == 7);
  for (const std::string days : {"+P2D", "P2DT0H0M0S", "P0W2D", "P2DT0S"})
    CHECK(read(event("DTSTART:20260717\nDURATION:" + days + '\n'), whole_years(2026y, 2026y)).size() == 2);
}

TEST_CASE("every year, by date and by weekday, without an end and with one") {
  CHECK(dates(event("DTSTART;VALUE=DATE:20240101\nRRULE:FREQ=YEARLY\n"), whole_years(2026y, 2027y)) ==
        "2026-01-01 Fair, 2027-01-01 Fair");
  CHECK(dates(event("DTSTART;VALUE=DATE:20241128\nRRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=4TH\n"),
              whole_years(2026y, 2027y)) == "2026-11-26 Fair, 2027-11-25 Fair");
  CHECK(dates(event("DTSTART;VALUE=DATE:20240527\nRRULE:FREQ=YEARLY;BYMONTH=5;BYDAY=-1MO;COUNT=3\n"),
              whole_years(2025y, 2026y)) == "2025-05-26 Fair, 2026-05-25 Fair");
  CHECK(dates(event("DTSTART;VALUE=DATE:20240630\nRRULE:FREQ=YEARLY;UNTIL=20260630\n"), whole_years(2026y, 2026y)) ==
        "2026-06-30 Fair");
}

TEST_CASE("dates are added, taken out, moved and cancelled") {
  const std::string yearly = "DTSTART;VALUE=DATE:20240101\nRRULE:FREQ=YEARLY\n";
  CHECK(dates(event(yearly + "RDATE;VALUE=DATE:20260102,20260105\nEXDATE;VALUE=DATE:20260101\n"),
              whole_years(2026y, 2026y)) == "2026-01-02 Fair, 2026-01-05 Fair");
  const std::string moved =
      "BEGIN:VEVENT\nUID:42@plant\nSUMMARY:moved\nRECURRENCE-ID;VALUE=DATE:20260101\nDTSTART;VALUE=DATE:20260105\n";
  CHECK(dates(event(yearly) + moved + "END:VEVENT\n", whole_years(2026y, 2027y)) ==
        "2026-01-05 moved, 2027-01-01 Fair");
  CHECK(dates(event(yearly) + moved + "STATUS:CANCELLED\nEND:VEVENT\n", whole_years(2026y, 2027y)) ==
        "2027-01-01 Fair");
  CHECK(dates(event(yearly) + event("STATUS:CANCELLED\nDTSTART;VALUE=DATE:20260801\n"), whole_years(2026y, 2026y)) ==
        "2026-01-01 Fair");
}

TEST_CASE("only the coverage is returned, and what is said twice is there once") {
  const std::string days = event("DTSTART;VALUE=DATE:20261230\nDTEND;VALUE=DATE:20270103\n");
  CHECK(dates(days + days, {date(2026y / December / 31), date(2027y / January / 1)}) ==
        "2026-12-31 Fair, 2027-01-01 Fair");
}

TEST_CASE("a file does not answer for years of which it does not speak") {
  const std::string three_years = event("DTSTART;VALUE=DATE:20240101\nRRULE:FREQ=YEARLY;COUNT=3\n");
  CHECK_NOTHROW((void)read(three_years, whole_years(2024y, 2026y)));
  const auto said = [&](const std::string& events, sla::day_range coverage) {
    return sla_tests::message_of<sla::ical_error>([&] { (void)read(events, coverage); });
  };
  CHECK(
      said(three_years, whole_years(2024y, 2027y)) ==
      "plant.ics: its dates are from 2024 to 2026; the coverage 2024-01-01 to 2027-12-31 must lie within these years");
  CHECK(said(event("DTSTART;VALUE=DATE:20240101\nRRULE:FREQ=YEARLY\n"), whole_years(2023y, 2099y)) ==
        "plant.ics: its dates are from 2024 on; the coverage 2023-01-01 to 2099-12-31 must lie within these years");
  CHECK(said("", whole_years(2026y, 2026y)) == "plant.ics: there is no holiday in it");
}

TEST_CASE("what is no holiday is named with its line, its UID, the value and what is allowed") {
  const std::string start = "DTSTART;VALUE=DATE:20260717\n";
  CHECK(complaint("") == "has no DTSTART; allowed: DTSTART;VALUE=DATE:20261225");
  CHECK(complaint("DTSTART:20260717T090000\n") ==
        "DTSTART:20260717T090000 is no whole day; allowed: a date, such as VALUE=DATE:20261225");
  CHECK(complaint("DTSTART;VALUE=DATE:20260230\n") == "DTSTART;VALUE=DATE:20260230 is a date that does not exist");
  CHECK(complaint(start + "DTEND;VALUE=DATE:20260717\n") ==
        "DTEND;VALUE=DATE:20260717 is not after the start; allowed: the date after the last one");
  CHECK(complaint(start + "DURATION:PT8H\n") == "DURATION:PT8H is no number of days; allowed: a length such as P1D");
  for (const std::string none :
       {"DURATION:P0D", "DURATION:PT0S", "DURATION:P0W", "DURATION:", "DURATION:1 day", "DURATION:P4294967297D",
        "DURATION:P1D2", "DURATION:PP1D", "DURATION:P1D1D", "DURATION:P-1D", "DURATION:P1DT1S", "DURATION:P1M"})
    CHECK(complaint(start + none + "\n").ends_with(" is no number of days; allowed: a length such as P1D"));
  CHECK(complaint(start + "DURATION:-P1D\n") == "DURATION:-P1D is no number of days; allowed: a length such as P1D");
  const std::string longer = " makes it last longer than a year; allowed: up to 366 days";
  CHECK(complaint(start + "DTEND;VALUE=DATE:30260718\n") == "DTEND;VALUE=DATE:30260718" + longer);
  CHECK(complaint(start + "DURATION:P613566757W\n") == "DURATION:P613566757W" + longer);  // 3 days, modulo 2^32
  CHECK(complaint(start + "EXDATE:20260717T000000Z\n") ==
        "EXDATE:20260717T000000Z is no whole day; allowed: a date, such as VALUE=DATE:20261225");
  CHECK(complaint(start + "RDATE;VALUE=PERIOD:20260718T000000Z/P1D\n") ==
        "RDATE;VALUE=PERIOD:20260718T000000Z/P1D is no whole day; allowed: a date, such as VALUE=DATE:20261225");
  CHECK(complaint(start + "RRULE:FREQ=WEEKLY\n") ==
        "RRULE:FREQ=WEEKLY: FREQ=WEEKLY is not followed; allowed: FREQ=YEARLY");
  CHECK(complaint(start + "EXRULE:FREQ=YEARLY\n") == "EXRULE:FREQ=YEARLY is not followed; allowed: EXDATE");
  for (const std::string day : {"DTSTART:", "DTSTART;VALUE=DATE:2026", "DTSTART;VALUE=DATE:2026-07-17",
                                "DTSTART;VALUE=DATE-TIME:20260717", "DTSTART;VALUE=DATE:+2026071"})
    CHECK(complaint(day + '\n') == day + " is no whole day; allowed: a date, such as VALUE=DATE:20261225");
  for (const std::string empty : {"DTEND:", "RDATE:", "EXDATE:", "RECURRENCE-ID:", "RDATE:20260718,"})
    CHECK(complaint(start + empty + '\n').starts_with(empty + " is no whole day"));
  CHECK(complaint(start + "DTSTART;VALUE=DATE:20260718\n") ==
        "DTSTART;VALUE=DATE:20260718 comes after DTSTART;VALUE=DATE:20260717; allowed: one DTSTART");
  CHECK(complaint(start + "DTEND:20260718\nDURATION:P1D\n") ==
        "DURATION:P1D comes after DTEND:20260718; allowed: one of them");
  CHECK(complaint(start + "STATUS:CANCELED\n") ==
        "STATUS:CANCELED is no status of an event; allowed: CONFIRMED, TENTATIVE, CANCELLED");
  CHECK(complaint(start + "RECURRENCE-ID;RANGE=THISANDFUTURE;VALUE=DATE:20260717\n")
            .ends_with("changes more than one date; allowed: an event of its own"));
  const auto said = sla_tests::message_of<sla::ical_error>(
      [&] { (void)read("BEGIN:VEVENT\n" + start + "END:VEVENT\n", whole_years(2026y, 2026y)); });
  CHECK(said == "plant.ics:3: the event \"\" (UID ): has no SUMMARY; allowed: the name of a holiday");
  CHECK(sla_tests::message_of<sla::ical_error>([&] {
          (void)read("BEGIN:VEVENT\nSUMMARY:Fair\n" + start + "RECURRENCE-ID:20260717\nEND:VEVENT\n",
                     whole_years(2026y, 2026y));
        }).ends_with("RECURRENCE-ID:20260717 is a date of no series; allowed: the UID of one"));
}

TEST_CASE("a file reaches as far as it speaks, not only as far as the coverage or as what takes place") {
  const sla::day_range until_november{date(2024y / January / 1), date(2026y / November / 30)};
  for (const std::string end : {"UNTIL=20301225", "COUNT=7", "COUNT=3", "INTERVAL=6;UNTIL=20301225"})
    CHECK_NOTHROW((void)read(event("DTSTART;VALUE=DATE:20241225\nRRULE:FREQ=YEARLY;" + end + "\n"), until_november));
  CHECK(dates(event("DTSTART;VALUE=DATE:20241225\nRRULE:FREQ=YEARLY;UNTIL=20301225\n"), until_november) ==
        "2024-12-25 Fair, 2025-12-25 Fair");
  CHECK(dates(event("DTSTART;VALUE=DATE:20241225\nRRULE:FREQ=YEARLY;COUNT=3\nEXDATE:20261225\n"), until_november) ==
        "2024-12-25 Fair, 2025-12-25 Fair");
  CHECK_THROWS_AS((void)read(event("DTSTART;VALUE=DATE:20241225\nRRULE:FREQ=YEARLY;COUNT=2\n"), until_november),
                  sla::ical_error);
}

TEST_CASE("a name is meant without its escapes, and a date that is said twice in the same words is said once") {
  std::istringstream in(
      "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY: a\\, b\\; c\\\\d\\ne \nDTSTART:20260717\nDTSTART:20260717\nEND:VEVENT\n"
      "END:VCALENDAR\n");
  const auto found = sla::read_ical_holidays(in, "plant.ics", whole_years(2026y, 2026y));
  REQUIRE(found.size() == 1);
  CHECK(found[0].name() == "a, b; c\\d\ne");
}

TEST_CASE("the dates of a file are bounded") {
  std::string many;
  for (int n = 0; n < 274; ++n)
    many += "BEGIN:VEVENT\nSUMMARY:" + std::to_string(n) + "\nDTSTART:20260101\nDURATION:P365D\nEND:VEVENT\n";
  CHECK(sla_tests::message_of<sla::ical_error>([&] {
          (void)read(many, whole_years(2026y, 2026y));
        }).ends_with("the event \"273\" (UID ): is one too many; allowed: 100000 dates in a coverage"));
  const std::string every_day = event("DTSTART:00010101\nRRULE:FREQ=YEARLY;BYDAY=MO,TU,WE,TH,FR,SA,SU\n");
  CHECK_NOTHROW((void)read(every_day, whole_years(2026y, 2026y)));
  CHECK(sla_tests::message_of<sla::ical_error>([&] {
          (void)read(every_day + every_day, whole_years(2026y, 2026y));
        }).ends_with(" goes too far; allowed: 1000000 years and dates of all rules of a file"));
}

TEST_CASE("they make a calendar, which knows their names") {
  const sla::loaded_calendar plant(
      {.name = "plant",
       .coverage = whole_years(2026y, 2027y),
       .closed = sla::saturday_and_sunday,
       .by = sla::observance::actual_date,
       .holidays = read(event("DTSTART;VALUE=DATE:20260717\nRRULE:FREQ=YEARLY\n"), whole_years(2026y, 2027y)),
       .closed_dates = {},
       .working = {}});
  CHECK(sla::next_business_day(plant, date(2026y / July / 16)) == date(2026y / July / 20));
  CHECK(sla::holiday_on(plant, date(2026y / July / 17)) == "Fair");
  CHECK_FALSE(sla::is_business_day(plant, date(2026y / July / 17)));
}
