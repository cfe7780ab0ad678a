// A loop over days with <chrono>, a set of holidays, and date's time zones.
#include <date/tz.h>

#include "by_hand.hpp"
#include "timing.hpp"

namespace {

using namespace std::chrono;

class office {
 public:
  by_hand::wall_time wall(sla::instant at) const { return by_hand::wall_time{zone_->to_local(at).time_since_epoch()}; }
  sla::instant instant(by_hand::wall_time reading) const {
    return zone_->to_sys(date::local_time<milliseconds>{reading.time_since_epoch()}, date::choose::latest);
  }

 private:
  const date::time_zone* zone_ = date::locate_zone("America/New_York");
};

void add(const auto& operation, const office& zone, milliseconds amount, std::size_t sample) {
  timing::rival(
      "date_day_loop", operation,
      [zone, amount](sla::instant from) {
        return zone.instant(by_hand::add_business_time(by_hand::federal(), zone.wall(from), amount));
      },
      sample);
}

void between(const auto& operation, const office& zone, std::size_t sample) {
  timing::rival(
      "date_day_loop", operation,
      [zone](operations::instant_span span) {
        return by_hand::business_time_between(by_hand::federal(), zone.wall(span.from), zone.wall(span.to)).count();
      },
      sample);
}

const timing::rows rows{[] {
  const office zone;
  add(operations::add_business_time<operations::office>("4h", 4h), zone, 4h, 4096);
  add(operations::add_business_time<operations::office>("1000h", 1000h), zone, 1000h, 1024);
  between(operations::business_time_between<operations::office>("day", days{1}), zone, 4096);
  between(operations::business_time_between<operations::office>("year", days{365}), zone, 1024);
  between(operations::business_time_between<operations::office>("ten_years", days{3650}), zone, 64);
  for (const int hours : operations::series_of_hours) {
    add(operations::add_business_time_series(hours), zone, std::chrono::hours{hours}, 256);
    between(operations::business_time_between_series(hours), zone, 256);
  }

  auto whole_minutes = operations::add_business_time<operations::office>("4h", 4h);
  for (sla::instant& at : whole_minutes.inputs) at = floor<minutes>(at);
  timing::rival(
      "date_minute_loop", whole_minutes,
      [zone](sla::instant from) {
        return zone.instant(by_hand::add_business_minutes(by_hand::federal(), zone.wall(from), 4h));
      },
      32);
}};

}  // namespace
