// The statutory rules, held against the IANA time-zone database over the whole coverage, as the C library reads it. (The
// database carries no transitions beyond 2037, only the rule by which they go on; date's tz library does not follow it.)

#include <doctest/doctest.h>

#include <chrono>
#include <filesystem>
#include <string>
#include <vector>

#include "sla/zone/us_zone.hpp"
#include "support/moments.hpp"
#include "support/text.hpp"

#if defined(__GLIBC__)

#include <stdlib.h>
#include <time.h>

using namespace std::chrono;
using sla_tests::utc;

namespace {

const bool no_database = !std::filesystem::exists("/usr/share/zoneinfo/America/New_York");

/// The C library's own zone, as long as this object lives.
class system_zone {
 public:
  explicit system_zone(std::string_view name) {
    if (const char* before = getenv("TZ")) before_ = before;
    setenv("TZ", std::string(name).c_str(), 1);
    tzset();
  }
  system_zone(const system_zone&) = delete;
  system_zone& operator=(const system_zone&) = delete;
  ~system_zone() {
    before_.empty() ? unsetenv("TZ") : setenv("TZ", before_.c_str(), 1);
    tzset();
  }

  struct clock {
    seconds offset;
    std::string abbreviation;
    sla::civil_time reading;
  };
  clock at(sla::instant time) const {
    const auto whole = floor<seconds>(time);
    const time_t unix_time = whole.time_since_epoch().count();
    tm fields{};
    localtime_r(&unix_time, &fields);
    const year_month_day date{year{fields.tm_year + 1900}, month(static_cast<unsigned>(fields.tm_mon + 1)),
                              day(static_cast<unsigned>(fields.tm_mday))};
    return {
        seconds{fields.tm_gmtoff}, fields.tm_zone,
        sla_tests::at(date, hours{fields.tm_hour} + minutes{fields.tm_min} + seconds{fields.tm_sec}) + (time - whole)};
  }
  seconds offset_at(sla::instant time) const { return at(time).offset; }

 private:
  std::string before_;
};

constexpr sla::us_zone zones[] = {sla::us_eastern, sla::us_central, sla::us_mountain, sla::us_pacific};

constexpr sla::instant begin_of(const sla::us_zone& zone) {
  return sla::exact_instant(zone, sla::civil_time{zone.coverage().first});
}
constexpr sla::instant end_of(const sla::us_zone& zone) {
  return sla::exact_instant(zone, zone.coverage().last + 24h - 1ms) + 1ms;
}

struct transition {
  sla::instant at;
  seconds before;
  seconds after;
};

/// Every change of the database's offset within the zone's coverage, to the second.
std::vector<transition> transitions_of(const sla::us_zone& zone, const system_zone& database) {
  std::vector<transition> found;
  for (sla::instant from = begin_of(zone); from < end_of(zone) - 24h; from += 24h) {
    sla::instant low = from;
    sla::instant high = from + 24h;
    const transition change{high, database.offset_at(low), database.offset_at(high)};
    if (change.before == change.after) continue;
    while (high - low > 1s) {
      const sla::instant middle = low + floor<seconds>((high - low) / 2);
      (database.offset_at(middle) == change.before ? low : high) = middle;
    }
    found.push_back({high, change.before, change.after});
  }
  return found;
}

}  // namespace

TEST_CASE("US zones agree with the database on every day" * doctest::skip(no_database)) {
  for (const sla::us_zone& zone : zones) {
    CAPTURE(zone.name());
    const system_zone database(zone.name());
    int days = 0;
    for (sla::instant time = begin_of(zone); time < end_of(zone); time += 24h, ++days) {
      const auto [offset, abbreviation, reading] = database.at(time);
      const sla::offset_period period = zone.period_at(time);
      if (zone.to_civil(time) == reading && period.offset == offset && period.abbreviation == abbreviation) continue;
      CAPTURE(sla::iso(time));
      CHECK(zone.to_civil(time) == reading);
      CHECK(period.offset == offset);
      CHECK(period.abbreviation == abbreviation);
    }
    CHECK(days == 85'102);
  }
}

TEST_CASE("US zones agree with the database on both sides of every transition" * doctest::skip(no_database)) {
  for (const sla::us_zone& zone : zones) {
    CAPTURE(zone.name());
    const system_zone database(zone.name());
    const auto transitions = transitions_of(zone, database);
    CHECK(transitions.size() == 2 * 233);
    sla::instant change_before = begin_of(zone);
    for (const auto& [at, before, after] : transitions) {
      CAPTURE(sla::iso(at));
      for (const sla::instant time : {at - 1ms, at, at + 1ms, at - 1h, at + 1h, at + 1h - 1ms}) {
        CHECK(zone.to_civil(time) == database.at(time).reading);
        CHECK(zone.period_at(time).offset == database.at(time).offset);
        CHECK(zone.period_at(time).abbreviation == database.at(time).abbreviation);
      }
      CHECK(zone.period_at(at - 1ms).from == change_before);
      CHECK(zone.period_at(at - 1ms).until == at);
      change_before = at;
    }
    CHECK(zone.period_at(change_before).until == end_of(zone));
  }
}

TEST_CASE("US zones skip and repeat the readings that the database skips and repeats" * doctest::skip(no_database)) {
  for (const sla::us_zone& zone : zones) {
    CAPTURE(zone.name());
    const system_zone database(zone.name());
    for (const auto& [at, before, after] : transitions_of(zone, database)) {
      CAPTURE(sla::iso(at));
      const bool skips = before < after;
      const sla::civil_time local{at.time_since_epoch()};
      const sla::civil_time first = local + std::min(before, after);
      const sla::civil_time end = local + std::max(before, after);
      for (const sla::civil_time reading : {first, first + 1ms, first + 30min, end - 1ms}) {
        const sla::civil_lookup found = zone.look_up(reading);
        CHECK(found.happens == (skips ? sla::occurrence::skipped : sla::occurrence::repeated));
        CHECK(found.earlier == sla::instant{(reading - std::max(before, after)).time_since_epoch()});
        CHECK(found.later == sla::instant{(reading - std::min(before, after)).time_since_epoch()});
        CHECK(found.transition == at);
      }
      const sla::instant before_it{(first - 1ms - before).time_since_epoch()};
      CHECK((zone.look_up(first - 1ms) == sla::civil_lookup{sla::occurrence::once, before_it, before_it, before_it}));
      const sla::instant after_it{(end - after).time_since_epoch()};
      CHECK((zone.look_up(end) == sla::civil_lookup{sla::occurrence::once, after_it, after_it, after_it}));
    }
  }
}

#else

TEST_CASE("US zones agree with the database: not compared, this C library is not glibc" * doctest::skip()) {}

#endif
