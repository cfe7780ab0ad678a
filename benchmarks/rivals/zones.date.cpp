#include <date/tz.h>

#include "timing.hpp"

namespace {

using namespace std::chrono;
using wall_time = date::local_time<milliseconds>;

wall_time wall(sla::civil_time reading) { return wall_time{reading.time_since_epoch()}; }

const timing::rows rows{[] {
  const date::time_zone* const zone = date::locate_zone("America/New_York");
  timing::rival("date", operations::to_civil(), [zone](sla::instant at) { return zone->to_local(at); });
  timing::converting_rival("date", operations::first_instant_of(), wall,
                           [zone](wall_time reading) { return zone->to_sys(reading, date::choose::earliest); });
  timing::converting_rival("date", operations::last_instant_of(), wall,
                           [zone](wall_time reading) { return zone->to_sys(reading, date::choose::latest); });
  timing::converting_rival("date", operations::look_up(), wall, [zone](wall_time reading) {
    const date::local_info found = zone->get_info(reading);
    const sla::instant as_utc{reading.time_since_epoch()};
    const sla::instant before = as_utc - found.first.offset;
    if (found.result == date::local_info::unique)
      return sla::civil_lookup{sla::occurrence::once, before, before, before};
    const sla::instant after = as_utc - found.second.offset;
    if (found.result == date::local_info::nonexistent)
      return sla::civil_lookup{sla::occurrence::skipped, after, before, found.first.end};
    return sla::civil_lookup{sla::occurrence::repeated, before, after, found.first.end};
  });
}};

}  // namespace
