// The statutory rules, held against the time-zone database as Howard Hinnant's tz library reads it, to the end of the
// explicit transitions in that database. (Beyond them only a rule stands there, which tz does not follow; the C library
// does, and is asked in unit/zone/us_zone.database.test.cpp up to 2199.)
#include "sla/zone/us_zone.hpp"

#include <date/tz.h>

#include <array>
#include <string>

#include "support/moments.hpp"
#include "support/text.hpp"

using namespace std::chrono;
using sla_tests::utc;

namespace {

constexpr sla::instant covered_from = utc(1967y / January / 1, 12h);
constexpr sla::instant covered_until = utc(2037y / December / 31, 0h);
constexpr std::array zones{&sla::us_eastern, &sla::us_central, &sla::us_mountain, &sla::us_pacific};

/// What tz knows about an instant, in the library's words.
sla::offset_period period_by_tz(const date::time_zone& zone, sla::instant at, std::string& abbreviation) {
  const date::sys_info info = zone.get_info(at);
  abbreviation = info.abbrev;
  return {info.offset, abbreviation, info.begin, info.end};
}

sla::occurrence occurrence_by_tz(const date::time_zone& zone, sla::civil_time reading) {
  const date::local_time<milliseconds> local{reading.time_since_epoch()};
  switch (zone.get_info(local).result) {
    case date::local_info::nonexistent: return sla::occurrence::skipped;
    case date::local_info::ambiguous: return sla::occurrence::repeated;
    default: return sla::occurrence::once;
  }
}

}  // namespace

TEST_CASE("every transition of the four zones from 1967 to 2037: a millisecond before, at it and after it") {
  for (const sla::us_zone* zone : zones) {
    const date::time_zone& tz = *date::locate_zone(std::string(zone->name()));
    std::string abbreviation;
    int transitions = 0;
    for (sla::instant next = period_by_tz(tz, covered_from, abbreviation).until; next < covered_until;
         next = period_by_tz(tz, next, abbreviation).until) {
      ++transitions;
      CAPTURE(zone->name());
      CAPTURE(sla::iso(next));
      CHECK(zone->period_at(next - 1ms).until == next);
      CHECK(zone->period_at(next).from == next);
      for (const sla::instant at : {next - 1ms, next, next + 1ms}) {
        const sla::offset_period ours = zone->period_at(at);
        const sla::offset_period theirs = period_by_tz(tz, at, abbreviation);
        CHECK(ours.offset == theirs.offset);
        CHECK(ours.abbreviation == theirs.abbreviation);
        CHECK(zone->to_civil(at).time_since_epoch() == at.time_since_epoch() + theirs.offset);
      }
      const sla::civil_time before{next.time_since_epoch() + zone->period_at(next - 1ms).offset};
      for (const milliseconds away : {-3601s, -3600s, -1s, 0s, 1s, 3599s, 3600s, 3601s})
        for (const milliseconds more : {-1ms, 0ms, 1ms})
          CHECK(zone->look_up(before + away + more).happens == occurrence_by_tz(tz, before + away + more));
    }
    CHECK(transitions == 142);
  }
}

TEST_CASE("every hour of every day from 1967 to 2037, by the wall clock and back") {
  for (const sla::us_zone* zone : zones) {
    const date::time_zone& tz = *date::locate_zone(std::string(zone->name()));
    for (sla::instant at = covered_from; at < covered_until; at += 1h) {
      const sla::civil_time theirs{tz.to_local(at).time_since_epoch()};
      if (zone->to_civil(at) != theirs) REQUIRE(zone->to_civil(at) == theirs);
      const sla::civil_lookup back = zone->look_up(theirs);
      if (back.earlier != at && back.later != at) REQUIRE(back.earlier == at);
    }
  }
}
