#include "sla/zone/zone.hpp"

#include "sla/zone/fixed_offset.hpp"
#include "sla/zone/us_zone.hpp"
#include "support/message.hpp"
#include "support/moments.hpp"
#include "support/table_zone.hpp"
#include "support/text.hpp"

using namespace std::chrono;
using sla::exact_instant;
using sla::first_instant;
using sla::last_instant;
using sla::us_eastern;
using sla_tests::at;
using sla_tests::message_of;
using sla_tests::utc;

TEST_CASE("a zone is anything that answers four questions") {
  CHECK(sla::civil_zone<sla::us_zone>);
  CHECK(sla::civil_zone<sla::fixed_offset>);
  CHECK(sla::civil_zone<sla_tests::table_zone>);
  CHECK(!sla::civil_zone<int>);
  CHECK(!sla::civil_zone<std::chrono::seconds>);
}

TEST_CASE("a reading that happens once is one instant, whoever asks") {
  constexpr sla::civil_time ten_at_night = at(2026y / November / 20, 22h);
  static_assert(exact_instant(us_eastern, ten_at_night) == utc(2026y / November / 21, 3h));
  CHECK(first_instant(us_eastern, ten_at_night) == utc(2026y / November / 21, 3h));
  CHECK(last_instant(us_eastern, ten_at_night) == utc(2026y / November / 21, 3h));
}

TEST_CASE("a repeated reading: an opening takes the first, a closing the last") {
  constexpr sla::civil_time half_past_one = at(2026y / November / 1, 1h + 30min);
  static_assert(first_instant(us_eastern, half_past_one) == utc(2026y / November / 1, 5h + 30min));
  static_assert(last_instant(us_eastern, half_past_one) == utc(2026y / November / 1, 6h + 30min));
}

TEST_CASE("the first reading of the repeated hour happens again at the transition itself") {
  CHECK(first_instant(us_eastern, at(2026y / November / 1, 1h)) == utc(2026y / November / 1, 5h));
  CHECK(last_instant(us_eastern, at(2026y / November / 1, 1h)) == utc(2026y / November / 1, 6h));
  CHECK(exact_instant(us_eastern, at(2026y / November / 1, 1h - 1ms)) == utc(2026y / November / 1, 5h - 1ms));
  CHECK(exact_instant(us_eastern, at(2026y / November / 1, 2h)) == utc(2026y / November / 1, 7h));
}

TEST_CASE("a skipped reading is the transition, for openings and closings") {
  for (const minutes reading : {minutes{2h}, 2h + 30min, 2h + 59min}) {
    CHECK(first_instant(us_eastern, at(2026y / March / 8, reading)) == utc(2026y / March / 8, 7h));
    CHECK(last_instant(us_eastern, at(2026y / March / 8, reading)) == utc(2026y / March / 8, 7h));
  }
  CHECK(exact_instant(us_eastern, at(2026y / March / 8, 3h)) == utc(2026y / March / 8, 7h));
  CHECK(exact_instant(us_eastern, at(2026y / March / 8, 2h - 1ms)) == utc(2026y / March / 8, 7h - 1ms));
}

TEST_CASE("an exact instant is refused for a skipped or repeated reading, with its zone") {
  CHECK(message_of<sla::civil_time_error>([] { exact_instant(us_eastern, at(2026y / March / 8, 2h + 30min)); }) ==
        "2026-03-08T02:30:00 is skipped in America/New_York; give it as UTC or with its offset");
  CHECK(message_of<sla::civil_time_error>([] { exact_instant(us_eastern, at(2026y / November / 1, 1h + 30min)); }) ==
        "2026-11-01T01:30:00 happens twice in America/New_York; give it as UTC or with its offset");
}

TEST_CASE("a whole day may be skipped") {
  CHECK(first_instant(sla_tests::a_day_skipped(), at(2011y / December / 30, 12h)) == utc(2011y / December / 30, 10h));
  CHECK(last_instant(sla_tests::a_day_skipped(), at(2011y / December / 30, 12h)) == utc(2011y / December / 30, 10h));
}

TEST_CASE("a time on a date is one instant; the end of the date is the midnight after it") {
  static_assert(exact_instant(us_eastern, 2026y / November / 20, 22h) == utc(2026y / November / 21, 3h));
  CHECK(exact_instant(us_eastern, 2028y / February / 29, 0h) == utc(2028y / February / 29, 5h));
  CHECK(exact_instant(us_eastern, 2026y / November / 20, 24h) == utc(2026y / November / 21, 5h));
  CHECK(message_of<sla::civil_time_error>([] { exact_instant(us_eastern, 2026y / March / 8, 2h + 30min); }) ==
        "2026-03-08T02:30:00 is skipped in America/New_York; give it as UTC or with its offset");
}

TEST_CASE("a date that does not exist is no other date") {
  const auto complaint_about = [](year_month_day date) {
    return message_of<sla::civil_time_error>([&] { exact_instant(us_eastern, date, 9h); });
  };
  CHECK(complaint_about(2026y / February / 29) ==
        "there is no date 2026/2/29; allowed are dates of the Gregorian calendar");
  CHECK(complaint_about(2026y / 13 / 1) == "there is no date 2026/13/1; allowed are dates of the Gregorian calendar");
  CHECK(complaint_about(2026y / November / 0) ==
        "there is no date 2026/11/0; allowed are dates of the Gregorian calendar");
}

TEST_CASE("a time of day lies within the day") {
  const auto complaint_about = [](milliseconds since_midnight) {
    return message_of<sla::civil_time_error>([&] { exact_instant(us_eastern, 2026y / November / 20, since_midnight); });
  };
  CHECK(complaint_about(33h) == "a time of day of 33 h after midnight; allowed are 0:00 to 24:00");
  CHECK(complaint_about(24h + 1ms) == "a time of day of 24 h 0.001 s after midnight; allowed are 0:00 to 24:00");
  CHECK(complaint_about(-1ms) == "a time of day of -0.001 s after midnight; allowed are 0:00 to 24:00");
}
