#include "sla/zone/any_zone.hpp"

#include <optional>
#include <string>
#include <utility>

#include "support/message.hpp"
#include "support/moments.hpp"
#include "support/text.hpp"

using namespace std::chrono;
using sla::any_zone;
using sla::fixed_offset;
using sla_tests::date;

namespace {

static_assert(sla::civil_zone<any_zone>);

/// Every hour of a year, and a quarter past it.
void answers_like(const any_zone& any, const sla::civil_zone auto& zone) {
  CHECK(any.name() == zone.name());
  for (hours since{}; since < days{366}; since += hours{1})
    for (const milliseconds more : {0ms, milliseconds{15min}, milliseconds{1h - 1ms}}) {
      const sla::instant at = sla_tests::utc(2025y / December / 31, 0h) + since + more;
      const sla::civil_time reading = date(2025y / December / 31) + since + more;
      const sla::offset_period a = any.period_at(at);
      const sla::offset_period b = zone.period_at(at);
      const bool is_same = any.to_civil(at) == zone.to_civil(at) && any.look_up(reading) == zone.look_up(reading) &&
                           a.offset == b.offset && a.abbreviation == b.abbreviation && a.from == b.from &&
                           a.until == b.until;
      if (!is_same) {
        CAPTURE(sla::iso(at));
        CHECK(is_same);
      }
    }
}

}  // namespace

TEST_CASE("every answer is that of the zone it is made of, in every hour of a year") {
  for (const sla::us_zone& zone : {sla::us_eastern, sla::us_central, sla::us_mountain, sla::us_pacific})
    answers_like(any_zone(zone), zone);
  answers_like(any_zone(sla::utc), sla::utc);
  answers_like(any_zone(fixed_offset{"IST", 5h + 30min}), fixed_offset{"IST", 5h + 30min});
  answers_like(any_zone(fixed_offset{"west", -11h}), fixed_offset{"west", -11h});
}

TEST_CASE("an hour that is skipped or repeated is so here, too") {
  const any_zone zone(sla::us_eastern);
  CHECK((zone.look_up(date(2026y / March / 8) + 2h + 30min).happens == sla::occurrence::skipped));
  CHECK((zone.look_up(date(2026y / November / 1) + 1h + 30min).happens == sla::occurrence::repeated));
  CHECK(sla::last_instant(zone, date(2026y / November / 1) + 1h + 30min) ==
        sla_tests::utc(2026y / November / 1, 6h + 30min));
}

TEST_CASE("what the zone does not cover, it does not cover here") {
  const any_zone zone(sla::us_eastern);
  const auto said = [](const auto& of) {
    return sla_tests::message_of<sla::coverage_error>([&] { (void)of.to_civil(sla_tests::utc(1950y / May / 1, 0h)); });
  };
  CHECK(said(zone) == said(sla::us_eastern));
  CHECK(said(zone) != "nothing was thrown");
  CHECK_NOTHROW((void)any_zone(sla::utc).to_civil(sla_tests::utc(1950y / May / 1, 0h)));
}

TEST_CASE("a zone is found by its name in the IANA database") {
  for (const sla::us_zone& zone : {sla::us_eastern, sla::us_central, sla::us_mountain, sla::us_pacific}) {
    const auto found = any_zone::by_name(zone.name());
    REQUIRE(found.has_value());
    answers_like(*found, zone);
  }
  REQUIRE(any_zone::by_name("UTC").has_value());
  answers_like(*any_zone::by_name("UTC"), sla::utc);
}

TEST_CASE("no other name is found") {
  for (const char* name : {"", "EST", "utc", "america/new_york", "America/New_York ", "Europe/London"}) {
    CAPTURE(name);
    CHECK_FALSE(any_zone::by_name(name).has_value());
  }
}

TEST_CASE("only a zone whose clocks are never changed has a constant offset") {
  CHECK(any_zone(sla::utc).constant_offset() == 0s);
  CHECK(any_zone(fixed_offset{"IST", 5h + 30min}).constant_offset() == 19'800s);
  CHECK(any_zone(sla::us_eastern).constant_offset() == std::nullopt);
}

TEST_CASE("a copy keeps its own name when the original, and the text it was made of, are gone") {
  auto text = std::make_optional<std::string>("a zone with a name that is too long to be kept inside of a string");
  const std::string name = *text;
  auto original = std::make_optional<any_zone>(fixed_offset{*text, 5h + 30min});
  const any_zone copy = *original;
  any_zone assigned = any_zone(sla::utc);
  assigned = *original;
  text->assign(text->size(), '?');
  text.reset();
  original.reset();
  const any_zone moved = std::move(assigned);
  for (const any_zone* zone : {&copy, &moved}) {
    CHECK(zone->name() == name);
    CHECK(zone->period_at({}).abbreviation == name);
    CHECK(zone->constant_offset() == 19'800s);
    CHECK(zone->to_civil(sla_tests::utc(2026y / May / 1, 0h)) == date(2026y / May / 1) + 5h + 30min);
  }
}
