#include "sla/fmt/values.hpp"

#include <doctest/doctest.h>

#include <chrono>

#include "sla/calendar/us_federal.hpp"
#include "support/formatted.hpp"
#include "support/moments.hpp"

using namespace std::chrono;
using sla_tests::formatted;
using sla_tests::utc;

namespace {

const sla::interval evening{utc(2026y / November / 7, 1h + 45min), utc(2026y / November / 7, 3h + 10min)};

TEST_CASE("elapsed time prints what is not zero, a minus sign first") {
  CHECK(formatted(sla::elapsed{51h + 15min}) == "2 d 3 h 15 min");
  CHECK(formatted(sla::elapsed{43min + 15s + 600ms}) == "43 min 15.6 s");
  CHECK(formatted(sla::elapsed{}) == "0 s");
  CHECK(formatted(-sla::elapsed{24h}) == "-1 d");
  CHECK(formatted(-sla::elapsed{1ms}) == "-0.001 s");
}

TEST_CASE("a length is a number of seconds, or what a clock counts") {
  CHECK(formatted(sla::elapsed{51h + 15min}, "s") == "184500");
  CHECK(formatted(-sla::elapsed{1ms}, "s") == "-0.001");
  CHECK(formatted(sla::elapsed{43min + 15s + 600ms}, "s") == "2595.6");
  CHECK(formatted(sla::elapsed{}, "s") == "0");
  CHECK(formatted(sla::elapsed{743h + 4min + 24s}, "c") == "743:04:24");
  CHECK(formatted(-sla::elapsed{104s + 400ms}, "c") == "-0:01:44.4");
  CHECK(formatted(sla::elapsed{}, "c") == "0:00:00");
  CHECK(formatted(sla::business_time{30h + 50ms}, "c") == "30:00:00.05");
}

TEST_CASE("the shortest and the longest length are exact") {
  CHECK(formatted(sla::elapsed{milliseconds::min()}, "s") == "-9223372036854775.808");
  CHECK(formatted(sla::elapsed{milliseconds::max()}, "s") == "9223372036854775.807");
  CHECK(formatted(sla::elapsed{milliseconds::min()}, "c") == "-2562047788015:12:55.808");
  CHECK(formatted(sla::business_time{milliseconds::max()}, "c") == "2562047788015:12:55.807");
}

TEST_CASE("business time has no days, and business days agree in number") {
  CHECK(formatted(sla::business_time{30h}) == "30 h business time");
  CHECK(formatted(sla::business_days{1}) == "1 business day");
  CHECK(formatted(sla::business_days{0}) == "0 business days");
  CHECK(formatted(sla::business_days{30}) == "30 business days");
}

TEST_CASE("days and intervals") {
  CHECK(formatted(sla::us_federal.days().coverage()) == "1971-01-01 to 2099-12-31");
  CHECK(formatted(sla::interval_set{}) == "none");
  CHECK(formatted(sla::interval_set{{utc(2026y / May / 1, 0h), utc(2026y / May / 1, 1h)}, evening}) ==
        "2026-05-01T00:00:00Z to 2026-05-01T01:00:00Z, 2026-11-07T01:45:00Z to 2026-11-07T03:10:00Z");
  sla::interval_total sum;
  sum.add(evening);
  CHECK(formatted(sum) == "1 h 25 min");
  CHECK(formatted(sum, "c") == "1:25:00");
}

TEST_CASE("what was read, and what could not be") {
  const sla::civil_time reading = sla_tests::at(2026y / November / 23, 2h);
  CHECK(formatted(sla::iso_reading{reading, -5h}) == "2026-11-23T02:00:00-05:00");
  CHECK(formatted(sla::iso_reading{reading, std::nullopt}) == "2026-11-23T02:00:00");
  CHECK(formatted(sla::unreadable{"is no date", "a date"}) == "is no date; allowed: a date");
}

TEST_CASE("zones, offsets and readings of their clocks") {
  CHECK(formatted(sla::us_eastern) == "America/New_York");
  CHECK(formatted(sla::utc) == "UTC");
  CHECK(formatted(sla::any_zone(sla::us_pacific)) == "America/Los_Angeles");
  const sla::instant winter = utc(2026y / November / 23, 7h);
  CHECK(formatted(sla::us_eastern.period_at(winter)) == "EST (UTC-05:00)");
  CHECK(formatted(sla::fixed_offset{"IST", 5h + 30min}.period_at(winter)) == "IST (UTC+05:30)");
  CHECK(formatted(sla::utc.period_at(winter)) == "UTC (UTC+00:00)");
  CHECK(formatted(sla::fixed_offset{"X", 30s}.period_at(winter)) == "X (UTC+00:00:30)");
  CHECK(formatted(sla::fixed_offset{"LMT", -(4h + 56min + 2s)}.period_at(winter)) == "LMT (UTC-04:56:02)");
  CHECK(formatted(sla::occurrence::repeated) == "repeated");
  CHECK(formatted(sla::us_eastern.look_up(sla_tests::at(2026y / November / 23, 2h))) ==
        "once, at 2026-11-23T07:00:00Z");
  CHECK(formatted(sla::us_eastern.look_up(sla_tests::at(2026y / March / 8, 2h + 30min)), "@America/New_York") ==
        "skipped at Sun 2026-03-08 03:00 EDT");
  CHECK(formatted(sla::us_eastern.look_up(sla_tests::at(2026y / November / 1, 1h + 30min))) ==
        "repeated, at 2026-11-01T05:30:00Z and 2026-11-01T06:30:00Z");
}

TEST_CASE("periods") {
  CHECK(formatted(sla::civil_quarter{2026y, 4}) == "2026-Q4");
  CHECK(formatted(sla::civil_quarter{year{12026}, 2}) == "12026-Q2");
  CHECK(formatted(sla::civil_quarter{year{-5}, 2}) == "-0005-Q2");
  CHECK(formatted(sla::rolling_days<30>{utc(2026y / November / 23, 7h)}) == "30 days until 2026-11-23T07:00:00Z");
}

TEST_CASE("a fraction is a percentage that is never rounded up") {
  CHECK(formatted(sla::fraction{99999, 100000}, ".2") == "99.99 %");
  CHECK(formatted(sla::fraction{2, 3}) == "66.6666 %");
  CHECK(formatted(sla::fraction{1, 1}, ".9") == "100.000000000 %");
}

TEST_CASE("a fraction is a decimal number that is never rounded up, or exact") {
  CHECK(formatted(sla::fraction{72, 5}, "d") == "14.40");
  CHECK(formatted(sla::fraction{2, 3}, ".4d") == "0.6666");
  CHECK(formatted(sla::fraction{2, 3}, "r") == "2/3");
  CHECK(formatted(sla::fraction{999, 1000}, "r") == "999/1000");
}

TEST_CASE("money is in minor units, unless the precision says how many of them make a major one") {
  CHECK(formatted(sla::money{125'000}) == "125000 minor units");
  CHECK(formatted(sla::money{125'009}, ".2") == "1250.09");
  CHECK(formatted(sla::money{125'000}, ".0") == "125000");
  CHECK(formatted(sla::money{7}, ".3") == "0.007");
}

}  // namespace
