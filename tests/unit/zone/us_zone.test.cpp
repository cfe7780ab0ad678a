#include "sla/zone/us_zone.hpp"

#include "support/message.hpp"
#include "support/moments.hpp"
#include "support/text.hpp"

using namespace std::chrono;
using sla::us_central;
using sla::us_eastern;
using sla::us_mountain;
using sla::us_pacific;
using sla_tests::at;
using sla_tests::date;
using sla_tests::message_of;
using sla_tests::utc;

namespace {

struct daylight_days {
  year_month_day begins;
  year_month_day ends;
};

// From the statutes and the calendars of those years, not from the rules under test.
constexpr daylight_days known[] = {
    {1967y / April / 30, 1967y / October / 29},     // the first year of the Uniform Time Act
    {1973y / April / 29, 1973y / October / 28},     //
    {1974y / January / 6, 1974y / October / 27},    // the energy crisis
    {1975y / February / 23, 1975y / October / 26},  //
    {1976y / April / 25, 1976y / October / 31},     // back to April
    {1986y / April / 27, 1986y / October / 26},     //
    {1987y / April / 5, 1987y / October / 25},      // first Sunday of April
    {2006y / April / 2, 2006y / October / 29},      //
    {2007y / March / 11, 2007y / November / 4},     // the Energy Policy Act
    {2015y / March / 8, 2015y / November / 1},      // the earliest dates there are
    {2020y / March / 8, 2020y / November / 1},      //
    {2026y / March / 8, 2026y / November / 1},      //
    {2027y / March / 14, 2027y / November / 7},     // the latest dates there are
    {2100y / March / 14, 2100y / November / 7},     // a century that is no leap year
};

}  // namespace

TEST_CASE("the clocks are changed at 02:00 on the days of the statutes, in every zone") {
  for (const auto& [zone, standard] : {std::pair{us_eastern, -5h}, std::pair{us_central, -6h},
                                       std::pair{us_mountain, -7h}, std::pair{us_pacific, -8h}})
    for (const auto& [begins, ends] : known) {
      CAPTURE(sla::iso(date(begins)));
      CAPTURE(zone.name());
      const sla::instant spring = utc(begins, 2h) - standard;
      CHECK(zone.to_civil(spring - 1ms) == at(begins, 2h - 1ms));
      CHECK(zone.to_civil(spring) == at(begins, 3h));
      CHECK(zone.period_at(spring - 1ms).offset == standard);
      CHECK(zone.period_at(spring).offset == standard + 1h);
      CHECK(zone.period_at(spring).from == spring);

      const sla::instant autumn = utc(ends, 1h) - standard;
      CHECK(zone.to_civil(autumn - 1ms) == at(ends, 2h - 1ms));
      CHECK(zone.to_civil(autumn) == at(ends, 1h));
      CHECK(zone.period_at(autumn - 1ms).offset == standard + 1h);
      CHECK(zone.period_at(autumn).offset == standard);
      CHECK(zone.period_at(spring).until == autumn);
      CHECK(zone.period_at(autumn).from == autumn);
    }
}

TEST_CASE("daylight saving time is known by its abbreviation") {
  CHECK(us_eastern.period_at(utc(2026y / January / 15, 0h)).abbreviation == "EST");
  CHECK(us_eastern.period_at(utc(2026y / July / 15, 0h)).abbreviation == "EDT");
  CHECK(us_central.period_at(utc(2026y / January / 15, 0h)).abbreviation == "CST");
  CHECK(us_central.period_at(utc(2026y / July / 15, 0h)).abbreviation == "CDT");
  CHECK(us_mountain.period_at(utc(2026y / January / 15, 0h)).abbreviation == "MST");
  CHECK(us_mountain.period_at(utc(2026y / July / 15, 0h)).abbreviation == "MDT");
  CHECK(us_pacific.period_at(utc(2026y / January / 15, 0h)).abbreviation == "PST");
  CHECK(us_pacific.period_at(utc(2026y / July / 15, 0h)).abbreviation == "PDT");
}

TEST_CASE("what is skipped and what is repeated, around the transition") {
  constexpr sla::civil_lookup skipped = us_eastern.look_up(at(2026y / March / 8, 2h + 30min));
  static_assert(skipped.happens == sla::occurrence::skipped);
  CHECK(skipped.earlier == utc(2026y / March / 8, 6h + 30min));
  CHECK(skipped.later == utc(2026y / March / 8, 7h + 30min));
  CHECK(skipped.transition == utc(2026y / March / 8, 7h));

  constexpr sla::civil_lookup repeated = us_eastern.look_up(at(2026y / November / 1, 1h + 30min));
  static_assert(repeated.happens == sla::occurrence::repeated);
  CHECK(repeated.earlier == utc(2026y / November / 1, 5h + 30min));
  CHECK(repeated.later == utc(2026y / November / 1, 6h + 30min));
  CHECK(repeated.transition == utc(2026y / November / 1, 6h));
}

TEST_CASE("New Year's Eve keeps standard time, also where leap years move the year against its average length") {
  for (const int year : {1967, 1968, 1999, 2000, 2003, 2004, 2095, 2096, 2099, 2100, 2103, 2199}) {
    CAPTURE(year);
    const year_month_day eve = std::chrono::year{year} / December / 31;
    for (const minutes time : {minutes{0h}, minutes{12h}, 12h + 30min, 18h + 30min, 23h + 59min}) {
      CHECK(us_eastern.to_civil(utc(eve, time) + 5h) == at(eve, time));
      CHECK(sla::exact_instant(us_eastern, at(eve, time)) == utc(eve, time) + 5h);
      CHECK(us_eastern.period_at(utc(eve, time) + 5h).abbreviation == "EST");
    }
  }
}

static_assert(us_eastern.to_civil(utc(2200y / January / 1, 5h - 1ms)) == at(2199y / December / 31, 24h - 1ms),
              "the last afternoon of coverage reads a row of the table");

TEST_CASE("the offset's period reaches from change to change, and to the ends of coverage") {
  CHECK(us_eastern.period_at(utc(2026y / January / 1, 12h)).from == utc(2025y / November / 2, 6h));
  CHECK(us_eastern.period_at(utc(2026y / January / 1, 12h)).until == utc(2026y / March / 8, 7h));
  CHECK(us_eastern.period_at(utc(2026y / December / 31, 12h)).from == utc(2026y / November / 1, 6h));
  CHECK(us_eastern.period_at(utc(2026y / December / 31, 12h)).until == utc(2027y / March / 14, 7h));
  CHECK(us_eastern.period_at(utc(1967y / January / 2, 0h)).from == utc(1967y / January / 1, 5h));
  CHECK(us_eastern.period_at(utc(1967y / January / 2, 0h)).until == utc(1967y / April / 30, 7h));
  CHECK(us_eastern.period_at(utc(2199y / December / 31, 0h)).from == utc(2199y / November / 3, 6h));
  CHECK(us_eastern.period_at(utc(2199y / December / 31, 0h)).until == utc(2200y / January / 1, 5h));
}

TEST_CASE("1967-01-01 to 2199-12-31 are covered, by the zone's own date") {
  CHECK(us_eastern.coverage().first == date(1967y / January / 1));
  CHECK(us_eastern.coverage().last == date(2199y / December / 31));
  CHECK(us_eastern.to_civil(utc(1967y / January / 1, 5h)) == at(1967y / January / 1, 0h));
  CHECK(us_eastern.to_civil(utc(2200y / January / 1, 5h - 1ms)) == at(2199y / December / 31, 24h - 1ms));
  CHECK_THROWS_AS(us_eastern.to_civil(utc(1967y / January / 1, 5h - 1ms)), sla::coverage_error);
  CHECK_THROWS_AS(us_eastern.to_civil(utc(2200y / January / 1, 5h + 1ms)), sla::coverage_error);
  CHECK_THROWS_AS(us_eastern.period_at(utc(1967y / January / 1, 5h - 1ms)), sla::coverage_error);
  CHECK_THROWS_AS(us_eastern.period_at(utc(2200y / January / 1, 5h + 1ms)), sla::coverage_error);
  CHECK_THROWS_AS(us_eastern.look_up(at(1966y / December / 31, 24h - 1ms)), sla::coverage_error);
  CHECK_THROWS_AS(us_eastern.look_up(at(2200y / January / 1, 1ms)), sla::coverage_error);
}

TEST_CASE("the last date that is covered has its 24:00") {
  for (const sla::us_zone& zone : {us_eastern, sla::us_central, sla::us_mountain, us_pacific}) {
    const sla::civil_time end = at(2199y / December / 31, 24h);
    const sla::instant ends = zone.period_at(utc(2199y / December / 31, 12h)).until;
    CHECK(sla::exact_instant(zone, 2199y / December / 31, 24h) == ends);
    CHECK(zone.to_civil(ends) == end);
    CHECK((zone.period_at(ends).offset == zone.period_at(ends - 1ms).offset));
    CHECK(zone.period_at(ends).until == ends);
  }
}

TEST_CASE("the error outside coverage names the date and the range") {
  CHECK(message_of<sla::coverage_error>([] { us_eastern.look_up(at(1966y / July / 4, 12h)); }) ==
        "a US zone does not cover 1966-07-04; it covers 1967-01-01 to 2199-12-31");
  CHECK(message_of<sla::coverage_error>([] { us_pacific.to_civil(utc(2200y / July / 4, 12h)); }) ==
        "a US zone does not cover 2200-07-04; it covers 1967-01-01 to 2199-12-31");
}

TEST_CASE("the ends of the time line are outside coverage, too") {
  CHECK_THROWS_AS(us_eastern.to_civil((sla::instant::max)()), sla::coverage_error);
  CHECK_THROWS_AS(us_eastern.period_at((sla::instant::max)()), sla::coverage_error);
  CHECK_THROWS_AS(us_eastern.look_up((sla::civil_time::min)()), sla::coverage_error);
  CHECK_THROWS_AS(us_eastern.look_up((sla::civil_time::max)()), sla::coverage_error);
}

TEST_CASE("a standard offset by which an offset of a day or more would be in force is an error") {
  const auto message = [](hours offset) {
    return message_of<sla::terms_error>([=] { (void)sla::us_zone("Mars", offset, "A", "B"); });
  };
  CHECK(message(100h) == "the standard offset of 100 h is not between -23 h and 22 h");
  CHECK(message(23h) == "the standard offset of 23 h is not between -23 h and 22 h");
  CHECK(message(-24h) == "the standard offset of -24 h is not between -23 h and 22 h");
  CHECK(message((hours::max)()).starts_with("the standard offset of "));
  CHECK(sla::us_zone("east", 22h, "A", "B").period_at(utc(2026y / July / 1, 0h)).offset == 23h);
  CHECK(sla::us_zone("west", -23h, "A", "B").period_at(utc(2026y / January / 1, 0h)).offset == -23h);
}
