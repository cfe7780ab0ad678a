// cctz answers in whole seconds, and an instant comes out as year, month, day, hour, minute and second.
#include <cctz/civil_time.h>
#include <cctz/time_zone.h>

#include <algorithm>

#include "timing.hpp"

namespace {

using namespace std::chrono;
using cctz_instant = time_point<system_clock, seconds>;

struct civil_reading {
  cctz::civil_second time;

  friend std::int64_t number(const civil_reading& reading) { return (reading.time - cctz::civil_second()) * 1000; }
  friend void keep(const civil_reading& reading) {
    asm volatile("" : : "r"(reading.time.year()), "r"(reading.time.day()), "r"(reading.time.second()));
  }
};

cctz_instant in_seconds(sla::instant at) { return floor<seconds>(at); }
cctz::civil_second civil(sla::civil_time reading) {
  return cctz::civil_second() + floor<seconds>(reading).time_since_epoch().count();
}

const timing::rows rows{[] {
  cctz::time_zone zone;
  if (!cctz::load_time_zone("America/New_York", &zone)) throw std::runtime_error("cctz has no America/New_York");
  using lookup = cctz::time_zone::civil_lookup;

  timing::converting_rival("cctz", operations::to_civil(), in_seconds,
                           [zone](cctz_instant at) { return civil_reading{cctz::convert(at, zone)}; });
  timing::converting_rival("cctz", operations::first_instant_of(), civil, [zone](const cctz::civil_second& reading) {
    const lookup found = zone.lookup(reading);
    return sla::instant{found.kind == lookup::SKIPPED ? found.trans : found.pre};
  });
  timing::converting_rival("cctz", operations::last_instant_of(), civil, [zone](const cctz::civil_second& reading) {
    const lookup found = zone.lookup(reading);
    return sla::instant{found.kind == lookup::SKIPPED ? found.trans : found.post};
  });
  timing::converting_rival("cctz", operations::look_up(), civil, [zone](const cctz::civil_second& reading) {
    const lookup found = zone.lookup(reading);
    const auto [earlier, later] = std::minmax(found.pre, found.post);
    const auto happens = found.kind == lookup::UNIQUE    ? sla::occurrence::once
                         : found.kind == lookup::SKIPPED ? sla::occurrence::skipped
                                                         : sla::occurrence::repeated;
    return sla::civil_lookup{happens, earlier, later, found.trans};
  });
}};

}  // namespace
