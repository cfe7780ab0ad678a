#include "sla/ical/yearly_rule.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <string>

#include "support/message.hpp"
#include "support/moments.hpp"
#include "support/text.hpp"

using namespace std::chrono;
using sla_tests::date;

namespace {

sla::civil_day day(const std::string& text) { return sla::detail::ical_date(text).value(); }

/// "20260101 20270101", up to the end of a year.
std::string dates(const std::string& rule, const std::string& start, year last = 2026y) {
  int steps = 20'000;
  std::string all;
  for (const sla::civil_day each :
       sla::detail::yearly_rule(rule, day(start), "").dates(date(last / December / 31), steps))
    all += (all.empty() ? "" : " ") + sla::iso(each);
  std::erase(all, '-');
  return all;
}
std::string complaint(const std::string& rule, const std::string& start = "20240101") {
  return sla_tests::message_of<sla::ical_error>([&] { (void)dates(rule, start); });
}

}  // namespace

TEST_CASE("a date is eight digits of a day that exists") {
  CHECK(sla::detail::ical_date("20240229").value() == date(2024y / February / 29));
  for (const char* none : {"", "2024022", "20250229", "20261301", "2026010a", "-2026101", "202601010", " 2026010"})
    CHECK_FALSE(sla::detail::ical_date(none).has_value());
}

TEST_CASE("weeks begin on Monday, or on what WKST says, and the first has four days of its year") {
  CHECK(dates("FREQ=YEARLY;BYWEEKNO=52;BYDAY=FR", "20201225", 2024y) == "20201225 20211231 20221230 20231229 20241227");
  CHECK(dates("FREQ=YEARLY;BYWEEKNO=1;BYDAY=MO", "20241230", 2028y) == "20241230 20251229 20270104 20280103");
  CHECK(dates("FREQ=YEARLY;BYWEEKNO=53;BYDAY=SA", "20210102", 2031y) == "20210102 20270102");
  CHECK(dates("FREQ=YEARLY;BYWEEKNO=-1;BYDAY=SA", "20210102", 2023y) == "20210102 20220101 20221231 20231230");
  CHECK(dates("FREQ=YEARLY;BYWEEKNO=1;BYDAY=SU;WKST=SU", "20241229", 2027y) == "20241229 20260104 20270103");
}

TEST_CASE("days of the month, of the year, weekdays and places among them") {
  CHECK(dates("FREQ=YEARLY", "20240229", 2032y) == "20240229 20280229 20320229");
  CHECK(dates("FREQ=YEARLY;BYMONTHDAY=-1;BYMONTH=2", "20240229") == "20240229 20250228 20260228");
  CHECK(dates("FREQ=YEARLY;BYYEARDAY=1,-1", "20241231") == "20241231 20250101 20251231 20260101 20261231");
  CHECK(dates("FREQ=YEARLY;BYMONTHDAY=13;BYDAY=FR", "20240913") ==
        "20240913 20241213 20250613 20260213 20260313 20261113");
  CHECK(dates("FREQ=YEARLY;BYMONTH=5;BYDAY=-1MO", "20240527") == "20240527 20250526 20260525");
  CHECK(dates("FREQ=YEARLY;BYDAY=+1MO,-1SU", "20240101") == "20240101 20241229 20250106 20251228 20260105 20261227");
  CHECK(dates("FREQ=YEARLY;BYMONTH=1,2,3;BYMONTHDAY=16,27;BYSETPOS=5,4", "20240227") ==
        "20240227 20240316 20250227 20250316 20260227 20260316");
  CHECK(dates("INTERVAL=4;BYDAY=TU;FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=2,3,4,5,6,7,8", "20241105", 2032y) ==
        "20241105 20281107 20321102");
}

TEST_CASE("a rule without an end goes up to the last date, one with an end says also what comes next") {
  CHECK(dates("FREQ=YEARLY", "20250101") == "20250101 20260101");
  CHECK(dates("FREQ=YEARLY;COUNT=9", "20250101") == "20250101 20260101 20270101");
  CHECK(dates("FREQ=YEARLY;COUNT=2", "20250101") == "20250101 20260101");
  CHECK(dates("FREQ=YEARLY;UNTIL=20261231", "20250101") == "20250101 20260101");
  CHECK(dates("FREQ=YEARLY", "00010101", 9999y).size() == 9999 * 9 - 1);
}

TEST_CASE("an end that is an instant is a date if it does not depend on the zone which") {
  for (const std::string end :
       {"20260101", "20260101T000000", "20260101T000000Z", "20260101T235959Z", "20260615T080000Z"})
    CHECK(dates("FREQ=YEARLY;UNTIL=" + end, "20250101") == "20250101 20260101");
  for (const std::string end : {"20260101T050000Z", "20251231T230000Z"})
    CHECK(complaint("FREQ=YEARLY;UNTIL=" + end) ==
          "UNTIL=" + end + " is not followed; allowed: a date, such as UNTIL=20301225");
}

TEST_CASE("what says nothing about dates is passed over") {
  CHECK(dates("freq=yearly; bymonth = 1 ;BYHOUR=0;BYMINUTE=0;BYSECOND=0;RSCALE=Gregorian;SKIP=OMIT;WKST=SU;",
              "20250101") == "20250101 20260101");
}

TEST_CASE("a part that is not followed is named, with what is allowed") {
  const std::string yearly = "FREQ=YEARLY;";
  CHECK(complaint("FREQ=MONTHLY") == "FREQ=MONTHLY is not followed; allowed: FREQ=YEARLY");
  CHECK(complaint("") == "a rule without FREQ is not followed; allowed: FREQ=YEARLY");
  CHECK(complaint("RSCALE=CHINESE;FREQ=YEARLY", "20260217") ==
        "RSCALE=CHINESE is not followed; allowed: RSCALE=GREGORIAN");
  CHECK(complaint(yearly + "RSCALE=GREGORIAN;SKIP=BACKWARD") == "SKIP=BACKWARD is not followed; allowed: SKIP=OMIT");
  for (const std::string part : {"BYEASTER=0", "X-PART=1", "BYMONTHS=1", "nothing"})
    CHECK(
        complaint(yearly + part) ==
        sla::detail::capitals(part) +
            " is not followed; allowed: FREQ, INTERVAL, COUNT, UNTIL, BYMONTH, BYWEEKNO, BYYEARDAY, BYMONTHDAY, BYDAY, "
            "BYSETPOS, WKST");
  for (const std::string part :
       {"BYMONTH=0", "BYMONTH=13", "BYMONTH=-1", "BYMONTH=5L", "BYMONTH=", "BYMONTH=1,", "BYMONTH"})
    CHECK(complaint(yearly + part) == part + " is not followed; allowed: 1 to 12");
  for (const std::string part :
       {"BYMONTHDAY=0", "BYMONTHDAY=32", "BYMONTHDAY=-32", "BYMONTHDAY=1.5", "BYMONTHDAY=99999999999"})
    CHECK(complaint(yearly + part) == part + " is not followed; allowed: 1 to 31, and -1 to -31");
  for (const std::string part : {"INTERVAL=0", "INTERVAL=-1", "INTERVAL=1,2", "INTERVAL=10000"})
    CHECK(complaint(yearly + part) == part + " is not followed; allowed: 1 to 9999");
  CHECK(complaint(yearly + "COUNT=0") == "COUNT=0 is not followed; allowed: 1 to 2147483647");
  for (const std::string part : {"BYDAY=", "BYDAY=M", "BYDAY=0MO", "BYDAY=54MO", "BYDAY=MON", "BYDAY=1 MO,"})
    CHECK(complaint(yearly + part) ==
          part + " is not followed; allowed: weekdays such as MO, 2MO, -1MO; with numbers of 1 to 53");
  CHECK(complaint(yearly + "WKST=1MO") == "WKST=1MO is not followed; allowed: MO, TU, WE, TH, FR, SA, SU");
  for (const std::string part :
       {"UNTIL=", "UNTIL=20260230", "UNTIL=20260101T", "UNTIL=20260101T0000ZZ", "UNTIL=20260101T000000X"})
    CHECK(complaint(yearly + part) == part + " is not followed; allowed: a date, such as UNTIL=20301225");
  CHECK(complaint(yearly + "FREQ=YEARLY") == "FREQ=YEARLY is not followed; allowed: FREQ once");
  CHECK(complaint(yearly + "COUNT=2;UNTIL=20260101") == "COUNT with UNTIL is not followed; allowed: one of them");
  CHECK(complaint(yearly + "BYSETPOS=1") == "BYSETPOS is not followed; allowed: BYSETPOS with another BY-part");
  CHECK(complaint(yearly + "BYDAY=MO,2TU") == "BYDAY is not followed; allowed: weekdays with numbers, or without them");
  CHECK(complaint(yearly + "BYMONTH=1;BYDAY=6MO") == "BYDAY is not followed; allowed: numbers of 1 to 5 with BYMONTH");
  for (const std::string more : {"", ";BYDAY=1MO", ";BYDAY=MO;BYSETPOS=1", ";BYDAY=MO;INTERVAL=2"})
    CHECK(complaint(yearly + "BYWEEKNO=1" + more) ==
          "BYWEEKNO is not followed; allowed: BYWEEKNO with BYDAY without numbers, and without BYSETPOS and INTERVAL");
}

TEST_CASE("a rule falls on its own first date") {
  for (const std::string rule : {"FREQ=YEARLY;BYDAY=2MO", "FREQ=YEARLY;BYMONTH=2", "FREQ=YEARLY;UNTIL=20231231"})
    CHECK(complaint(rule) == "does not fall on the event's own DTSTART");
}

TEST_CASE("the years and dates that a rule may look at are counted") {
  const sla::detail::yearly_rule rule("FREQ=YEARLY;BYDAY=1MO,-1MO", date(2024y / January / 1), "RRULE: ");
  int steps = 10;
  CHECK(rule.dates(date(2026y / December / 31), steps).size() == 6);
  CHECK(steps == 1);
  CHECK(sla_tests::message_of<sla::ical_error>([&] { (void)rule.dates(date(2026y / December / 31), steps); }) ==
        "RRULE: goes too far; allowed: 1000000 years and dates of all rules of a file");
}
