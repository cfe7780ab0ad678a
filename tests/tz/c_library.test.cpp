// Every zone of the machine's database, held against the C library, which follows the rules behind the last changes, too.
#include <doctest/doctest.h>

#if defined(__GLIBC__)

#include <date/tz.h>
#include <stdlib.h>
#include <time.h>

#include <chrono>
#include <string>

#include "sla/tz/tz_zone.hpp"
#include "support/text.hpp"

TEST_CASE("every zone agrees with the C library at the first, the middle and the last second of each stretch") {
  using namespace std::chrono_literals;
  using std::chrono::floor;
  using std::chrono::seconds;
  const char* set = getenv("TZ");
  const std::string before = set == nullptr ? "" : set;
  int zones = 0;
  for (const date::time_zone& each : date::get_tzdb().zones) {
    ++zones;
    CAPTURE(each.name());
    setenv("TZ", (':' + each.name()).c_str(), 1);
    tzset();
    for (const auto& [clock, from, until] : sla::detail::read_zone_history(each.name()).stretches)
      for (const sla::instant at : {from, from + (until - from) / 2, until - 1ms}) {
        const time_t second = floor<seconds>(at).time_since_epoch().count();
        tm fields{};
        localtime_r(&second, &fields);
        if (seconds{fields.tm_gmtoff} == clock.offset && fields.tm_zone == clock.abbreviation) continue;
        CAPTURE(sla::iso(at));
        CHECK(seconds{fields.tm_gmtoff} == clock.offset);
        CHECK(std::string(fields.tm_zone) == clock.abbreviation);
      }
  }
  before.empty() ? unsetenv("TZ") : setenv("TZ", before.c_str(), 1);
  tzset();
  CHECK(zones > 300);
}

#endif
