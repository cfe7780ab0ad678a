#include "sla/zone/fixed_offset.hpp"

#include "support/message.hpp"
#include "support/moments.hpp"
#include "support/text.hpp"

using namespace std::chrono;
using sla::fixed_offset;
using sla_tests::at;
using sla_tests::message_of;
using sla_tests::utc;

namespace {

constexpr fixed_offset india{"India Standard Time", 5h + 30min};
constexpr fixed_offset marquesas{"Marquesas Time", -(9h + 30min)};

}  // namespace

TEST_CASE("UTC reads what an instant says") {
  static_assert(sla::utc.to_civil(utc(2026y / November / 23, 7h)) == at(2026y / November / 23, 7h));
  CHECK(sla::utc.name() == "UTC");
}

TEST_CASE("east is ahead, west is behind, and half hours count") {
  static_assert(india.to_civil(utc(2026y / November / 23, 0h)) == at(2026y / November / 23, 5h + 30min));
  CHECK(marquesas.to_civil(utc(2026y / November / 23, 0h)) == at(2026y / November / 22, 14h + 30min));
  CHECK(sla::exact_instant(india, at(2026y / November / 23, 5h + 30min)) == utc(2026y / November / 23, 0h));
  CHECK(sla::exact_instant(marquesas, at(2026y / November / 22, 14h + 30min)) == utc(2026y / November / 23, 0h));
}

TEST_CASE("every reading happens once") {
  const sla::civil_lookup found = india.look_up(at(2026y / March / 8, 2h + 30min));
  CHECK(found.happens == sla::occurrence::once);
  CHECK(found.earlier == utc(2026y / March / 7, 21h));
  CHECK(found.later == found.earlier);
  CHECK(found.transition == found.earlier);
}

TEST_CASE("the offset is in force for all time, under the zone's name") {
  const sla::offset_period always = india.period_at(utc(2026y / March / 8, 0h));
  CHECK(always.offset == 5h + 30min);
  CHECK(always.abbreviation == "India Standard Time");
  CHECK(always.from == (sla::instant::min)());
  CHECK(always.until == (sla::instant::max)());
}

TEST_CASE("an offset of a day or more is an error that names the limits") {
  CHECK(fixed_offset{"far east", 24h - 1s}.to_civil(utc(2026y / May / 1, 1s)) == at(2026y / May / 2, 0h));
  CHECK(fixed_offset{"far west", 1s - 24h}.to_civil(utc(2026y / May / 2, 0h)) == at(2026y / May / 1, 1s));
  CHECK(message_of<sla::terms_error>([] { fixed_offset{"too far east", 24h}; }) ==
        "the offset of 86400 s is not between -86399 s and 86399 s");
  CHECK(message_of<sla::terms_error>([] { fixed_offset{"too far west", -24h}; }) ==
        "the offset of -86400 s is not between -86399 s and 86399 s");
}

TEST_CASE("years that std::chrono does not have are not covered") {
  const sla::civil_time end = at(year::max() / December / 31, 24h);
  const sla::instant end_in_utc{end.time_since_epoch()};
  CHECK(sla::utc.to_civil(end_in_utc - 1ms) == end - 1ms);
  CHECK(sla::utc.to_civil(end_in_utc) == end);
  CHECK(sla::utc.look_up(end).later == end_in_utc);
  CHECK(message_of<sla::coverage_error>([&] { sla::utc.to_civil(end_in_utc + 1ms); }) ==
        "a fixed offset does not cover 32768-01-01; it covers -32767-01-01 to 32767-12-31");
  CHECK_THROWS_AS(sla::utc.look_up(at(year::min() / January / 1, -1ms)), sla::coverage_error);
  CHECK_THROWS_AS(india.to_civil((sla::instant::max)()), sla::coverage_error);
}
