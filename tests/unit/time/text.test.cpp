#include "sla/time/text.hpp"

#include "support/moments.hpp"
#include "support/text.hpp"

using namespace std::chrono;
using sla_tests::at;
using sla_tests::date;
using sla_tests::utc;

TEST_CASE("a date is written year-month-day") {
  CHECK(sla::iso(date(2026y / November / 23)) == "2026-11-23");
  CHECK(sla::iso(date(2026y / January / 1)) == "2026-01-01");
}

TEST_CASE("a year has at least four digits and, before the year 0, a sign") {
  CHECK(sla::iso(date(year{800} / December / 25)) == "0800-12-25");
  CHECK(sla::iso(date(year{7} / March / 9)) == "0007-03-09");
  CHECK(sla::iso(date(year{0} / March / 9)) == "0000-03-09");
  CHECK(sla::iso(date(year{-44} / March / 15)) == "-0044-03-15");
  CHECK(sla::iso(date(year{12026} / March / 15)) == "12026-03-15");
}

TEST_CASE("a time to which the calendar has no date is written as a number") {
  CHECK(sla::iso(date(year{32767} / December / 31)) == "32767-12-31");
  CHECK(sla::iso(date(year{-32767} / January / 1)) == "-32767-01-01");
  CHECK(sla::iso(date(year{32767} / December / 31) + days{1}) == "11248738 days after 1970-01-01");
  CHECK(sla::iso(at(year{32767} / December / 31, 24h - 1ms)) == "32767-12-31T23:59:59.999");
  CHECK(sla::iso(at(year{32767} / December / 31, 24h)) == "971890963200000 ms after 1970-01-01T00:00:00");
  CHECK(sla::iso((sla::instant::min)()) == "-9223372036854775808 ms after 1970-01-01T00:00:00Z");
}

TEST_CASE("a civil time has no suffix, an instant ends in Z") {
  CHECK(sla::iso(at(2026y / November / 20, 22h)) == "2026-11-20T22:00:00");
  CHECK(sla::iso(utc(2026y / November / 23, 7h)) == "2026-11-23T07:00:00Z");
}

TEST_CASE("minutes and seconds have two digits") {
  CHECK(sla::iso(at(2026y / November / 20, 0h)) == "2026-11-20T00:00:00");
  CHECK(sla::iso(at(2026y / November / 20, 9h + 5min + 7s)) == "2026-11-20T09:05:07");
  CHECK(sla::iso(at(2026y / November / 20, 23h + 59min + 59s)) == "2026-11-20T23:59:59");
}

TEST_CASE("milliseconds have three digits and appear only where there are any") {
  CHECK(sla::iso(utc(2026y / November / 23, 7h + 1ms)) == "2026-11-23T07:00:00.001Z");
  CHECK(sla::iso(utc(2026y / November / 23, 7h + 20ms)) == "2026-11-23T07:00:00.020Z");
  CHECK(sla::iso(utc(2026y / November / 23, 7h + 999ms)) == "2026-11-23T07:00:00.999Z");
  CHECK(sla::iso(utc(2026y / November / 23, 7h + 1000ms)) == "2026-11-23T07:00:01Z");
}

TEST_CASE("the last millisecond before 1970 is not written with a minus") {
  CHECK(sla::iso(utc(1970y / January / 1, -1ms)) == "1969-12-31T23:59:59.999Z");
}
