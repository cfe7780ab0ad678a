#include "sla/tz/zone_rule.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <string>

#include "support/moments.hpp"
#include "support/text.hpp"

using namespace std::chrono;
using sla::detail::parse_zone_rule;
using sla_tests::at;
using sla_tests::utc;

TEST_CASE("a rule names the clocks of both parts of the year and the two changes") {
  const auto rule = parse_zone_rule("EST5EDT,M3.2.0,M11.1.0");
  REQUIRE(rule.has_value());
  CHECK(rule->standard.offset == -5h);
  CHECK(rule->standard.abbreviation == "EST");
  REQUIRE(rule->daylight.has_value());
  CHECK(rule->daylight->setting.offset == -4h);
  CHECK(rule->daylight->setting.abbreviation == "EDT");
  CHECK(rule->daylight->begins.in(2026y) == at(2026y / March / 8, 2h));
  CHECK(rule->daylight->ends.in(2026y) == at(2026y / November / 1, 2h));
}

TEST_CASE("a rule without changes names one clock") {
  const auto rule = parse_zone_rule("<+0545>-5:45");
  REQUIRE(rule.has_value());
  CHECK(rule->standard.offset == 5h + 45min);
  CHECK(rule->standard.abbreviation == "+0545");
  CHECK_FALSE(rule->daylight.has_value());
  CHECK(rule->changes(2026y, 2030y).empty());
}

TEST_CASE("offsets are up to 24 hours to the west or the east, changes up to a week away") {
  CHECK(parse_zone_rule("EST+5")->standard.offset == -5h);
  CHECK(parse_zone_rule("<A+5>24")->standard.offset == -24h);
  CHECK(parse_zone_rule("EST-24:59:59")->standard.offset == 24h + 59min + 59s);
  const auto farthest = parse_zone_rule("EST5EDT+4,M3.2.0/-167:59:59,M11.1.0/+167");
  REQUIRE(farthest.has_value());
  CHECK(farthest->daylight->setting.offset == -4h);
  CHECK(farthest->daylight->begins.in(2026y) == at(2026y / March / 1, 1s));
  CHECK(farthest->daylight->ends.in(2026y) == at(2026y / November / 7, 23h));
}

TEST_CASE("a time may lie before the day, after it, or within a minute; week 5 is the last one") {
  const auto nuuk = parse_zone_rule("<-02>2<-01>,M3.5.0/-1,M10.5.0/0");
  REQUIRE(nuuk.has_value());
  CHECK(nuuk->standard.offset == -2h);
  CHECK(nuuk->daylight->setting.offset == -1h);
  CHECK(nuuk->daylight->begins.in(2026y) == at(2026y / March / 28, 23h));
  CHECK(nuuk->daylight->ends.in(2026y) == at(2026y / October / 25, 0h));

  const auto odd = parse_zone_rule("AAA0BBB-0:30,M4.4.4/50,M10.1.6/-1:30:15");
  REQUIRE(odd.has_value());
  CHECK(odd->daylight->setting.offset == 30min);
  CHECK(odd->daylight->begins.in(2026y) == at(2026y / April / 25, 2h));
  CHECK(odd->daylight->ends.in(2026y) == at(2026y / October / 2, 22h + 29min + 45s));
}

TEST_CASE("the changes of some years come in order, each by the clock that it ends") {
  const auto sydney = parse_zone_rule("AEST-10AEDT,M10.1.0,M4.1.0/3");
  REQUIRE(sydney.has_value());
  const auto changes = sydney->changes(2026y, 2027y);
  REQUIRE(changes.size() == 4);
  CHECK(changes[0].at == utc(2026y / April / 4, 16h));
  CHECK(changes[0].to.abbreviation == "AEST");
  CHECK(changes[1].at == utc(2026y / October / 3, 16h));
  CHECK(changes[1].to.abbreviation == "AEDT");
  CHECK(changes[2].at == utc(2027y / April / 3, 16h));
  CHECK(changes[3].at == utc(2027y / October / 2, 16h));
}

TEST_CASE("other texts are no rule that is followed here") {
  for (const char* text : {"",
                           "EST",
                           "5",
                           "<EST5",
                           "<>5",
                           "EST5EDT",
                           "EST5EDT,M3.2.0",
                           "EST5EDT,M3.2.0,M11.1.0,M12.1.0",
                           "EST5EDT,J60,J300",
                           "EST5EDT,59,299",
                           "EST5EDT,M13.2.0,M11.1.0",
                           "EST5EDT,M0.2.0,M11.1.0",
                           "EST5EDT,M3.6.0,M11.1.0",
                           "EST5EDT,M3.0.0,M11.1.0",
                           "EST5EDT,M3.2.7,M11.1.0",
                           "EST5EDT,M3.2,M11.1.0",
                           "EST5EDT,M3.2.0x,M11.1.0",
                           "EST5EDT,M3.2.0/,M11.1.0",
                           "EST5,M3.2.0,M11.1.0",
                           "A>5",
                           "A5",
                           "ES5",
                           "<A>5",
                           "<A+>5",
                           "<A B>5",
                           "EST5E,M3.2.0,M11.1.0",
                           "EST25",
                           "EST5:60",
                           "EST5:30:60",
                           "EST5:",
                           "EST5:-5",
                           "EST5:30:",
                           "EST--5",
                           "EST5EDT25,M3.2.0,M11.1.0",
                           "EST5EDT!,M3.2.0,M11.1.0",
                           "EST5EDT,M3.2.0/168,M11.1.0",
                           "EST5EDT,M3.2.0/-168,M11.1.0",
                           "EST5EDT,M3.2.0/2:60,M11.1.0",
                           "EST5EDT,M-3.2.0,M11.1.0"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_zone_rule(text).has_value());
  }
}
