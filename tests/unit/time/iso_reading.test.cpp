#include "sla/time/iso_reading.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <cstddef>
#include <string>

#include "sla/time/text.hpp"
#include "support/moments.hpp"
#include "support/text.hpp"

using namespace std::chrono;

namespace {

using sla::iso_reading;
using sla::read_iso;
using sla::unreadable;

constexpr std::string_view allowed = "a time";

constexpr iso_reading read(std::string_view text) { return std::get<iso_reading>(read_iso(text, allowed)); }
constexpr std::string_view wrong(std::string_view text) { return std::get<unreadable>(read_iso(text, allowed)).wrong; }

static_assert(read("2026-11-23T07:00:00Z").reading == sla_tests::at(2026y / November / 23, 7h));

TEST_CASE("a time is read with its offset, or without one") {
  const sla::civil_time reading = sla_tests::at(2026y / November / 23, 2h);
  CHECK((read("2026-11-23T02:00:00Z") == iso_reading{reading, 0min}));
  CHECK((read("2026-11-23T02:00-05:00") == iso_reading{reading, -5h}));
  CHECK((read("2026-11-23 02:00:00+05:30") == iso_reading{reading, 5h + 30min}));
  CHECK((read("2026-11-23 02:00") == iso_reading{reading, std::nullopt}));
  CHECK((read("2026-11-22T24:00") == iso_reading{reading - 2h, std::nullopt}));
}

TEST_CASE("seconds have up to three decimals") {
  CHECK((read("2026-11-23T02:00:01.5").reading == sla_tests::at(2026y / November / 23, 2h + 1500ms)));
  CHECK((read("2026-11-23T02:00:01.05").reading == sla_tests::at(2026y / November / 23, 2h + 1050ms)));
  CHECK((read("2026-11-23T02:00:01.005Z").reading == sla_tests::at(2026y / November / 23, 2h + 1005ms)));
  CHECK(wrong("2026-11-23T02:00:01.0005Z") == "is finer than a millisecond");
}

TEST_CASE("zeros behind the milliseconds are exact, whatever is finer is refused") {
  for (int digits = 1; digits <= 12; ++digits)
    for (int place = 0; place < digits; ++place) {
      std::string decimals(static_cast<std::size_t>(digits), '0');
      const std::string zeros = "2026-11-23T02:00:01." + decimals;
      CHECK(read(zeros).reading == sla_tests::at(2026y / November / 23, 2h + 1s));
      CHECK(read(zeros + "Z").offset == 0min);
      CHECK(read(zeros + "+0000").offset == 0min);
      decimals[static_cast<std::size_t>(place)] = '7';
      const std::string seven = "2026-11-23T02:00:01." + decimals + 'Z';
      if (place < 3)
        CHECK(read(seven).reading == sla_tests::at(2026y / November / 23, 2h + 1s +
                                                                              milliseconds{place == 0   ? 700
                                                                                           : place == 1 ? 70
                                                                                                        : 7}));
      else
        CHECK(wrong(seven) == "is finer than a millisecond");
    }
}

TEST_CASE("an offset is read with a colon, without one, and without minutes") {
  const auto two = [](int number) { return std::to_string(100 + number).substr(1); };
  for (const char sign : {'+', '-'})
    for (int hour = 0; hour < 100; ++hour) {
      const auto offset = [sign](int minutes_from_utc) {
        return minutes{sign == '-' ? -minutes_from_utc : minutes_from_utc};
      };
      const std::string hours_alone = "2026-11-23T02:00" + (sign + two(hour));
      if (hour < 24)
        CHECK(read(hours_alone).offset == offset(60 * hour));
      else
        CHECK(wrong(hours_alone) == "there is no such offset");
      for (int minute = 0; minute < 100; ++minute)
        for (const std::string colon : {":", ""}) {
          const std::string text = hours_alone + colon + two(minute);
          if (hour < 24 && minute < 60)
            CHECK(read(text).offset == offset(60 * hour + minute));
          else
            CHECK(wrong(text) == "there is no such offset");
        }
    }
}

TEST_CASE("what iso writes is read again") {
  const sla::instant at = sla_tests::utc(2026y / February / 3, 4h + 5min + 6s + 7ms);
  const iso_reading same = read(sla::iso(at));
  CHECK((sla::instant{same.reading.time_since_epoch()} == at));
  CHECK((same.offset == 0min));
}

TEST_CASE("what is no time says why") {
  for (const char* text : {"",
                           "yesterday",
                           "2026-11-23",
                           "2026-11-23T02",
                           "2026-11-23T02:00:",
                           "2026-11-23T02:00:00.",
                           "2026-2-3T02:00",
                           " 2026-11-23T02:00",
                           "2026-11-23T02:00 ",
                           "2026-11-23T02:00z",
                           "2026-11-23T02:00+5",
                           "2026-11-23T02:00+05:",
                           "2026-11-23T02:00+05:0",
                           "2026-11-23T02:00+050",
                           "2026-11-23T02:00+05000",
                           "2026-11-23T02:00+",
                           "2026-11-23T02:00-0x00",

                           "2026-11-23t02:00",
                           "-026-11-23T02:00",
                           "2026-11-23T02:00ZZ",
                           "20261123T0200Z"})
    CHECK(wrong(text) == "is no time");
  CHECK((std::get<unreadable>(read_iso("yesterday", allowed)) == unreadable{"is no time", "a time"}));
  CHECK(wrong("2026-02-29T02:00") == "there is no such date");
  CHECK(wrong("2026-13-01T02:00") == "there is no such date");
  CHECK(wrong("2026-11-23T24:01") == "there is no such time of day");
  CHECK(wrong("2026-11-23T23:60") == "there is no such time of day");
  CHECK(wrong("2026-11-23T23:59:60") == "there is no such time of day");
  CHECK(wrong("2026-11-23T02:00+24:00") == "there is no such offset");
  CHECK(wrong("2026-11-23T02:00+23:60") == "there is no such offset");
}

TEST_CASE("the first problem is the one that is named") {
  CHECK(wrong("2026-02-29T99:99") == "there is no such date");
  CHECK(wrong("2026-02-2xT02:00") == "is no time");
}

TEST_CASE("dates and months") {
  CHECK((std::get<sla::civil_day>(sla::read_iso_date("2026-11-23")) == sla_tests::date(2026y / November / 23)));
  CHECK((std::get<unreadable>(sla::read_iso_date("2026-02-29")).wrong == "there is no such date"));
  CHECK((std::get<unreadable>(sla::read_iso_date("2026-02-28T00:00")).wrong == "is no date"));
  CHECK((std::get<year_month>(sla::read_iso_month("2026-11")) == 2026y / November));
  CHECK((std::get<unreadable>(sla::read_iso_month("2026-13")) == unreadable{"there is no such month", "01 to 12"}));
  CHECK((std::get<unreadable>(sla::read_iso_month("2026-1")).wrong == "is no month"));
}

}  // namespace
