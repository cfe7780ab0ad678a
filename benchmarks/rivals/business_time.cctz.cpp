// A loop over days with <chrono>, a set of holidays, and the time zones of cctz.
#include <cctz/civil_time.h>
#include <cctz/time_zone.h>

#include "by_hand.hpp"
#include "timing.hpp"

namespace {

using namespace std::chrono;

class office {
 public:
  office() {
    if (!cctz::load_time_zone("America/New_York", &zone_)) throw std::runtime_error("cctz has no America/New_York");
  }

  by_hand::wall_time wall(sla::instant at) const {
    return by_hand::wall_time{seconds{cctz::convert(floor<seconds>(at), zone_) - cctz::civil_second()}};
  }
  sla::instant instant(by_hand::wall_time reading) const {
    return cctz::convert(cctz::civil_second() + floor<seconds>(reading).time_since_epoch().count(), zone_);
  }

 private:
  cctz::time_zone zone_;
};

const timing::rows rows{[] {
  const office zone;
  timing::rival("cctz_day_loop", operations::add_business_time<operations::office>("4h", 4h),
                [zone](sla::instant from) {
                  return zone.instant(by_hand::add_business_time(by_hand::federal(), zone.wall(from), 4h));
                });
  timing::rival(
      "cctz_day_loop", operations::business_time_between<operations::office>("year", days{365}),
      [zone](operations::instant_span span) {
        return by_hand::business_time_between(by_hand::federal(), zone.wall(span.from), zone.wall(span.to)).count();
      },
      1024);
}};

}  // namespace
