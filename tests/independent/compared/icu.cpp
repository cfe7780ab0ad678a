// The clocks of the four zones by ICU, with its own copy of the time-zone database: every change from 1967 to 2199 and the
// readings around it, and every hour from 1967 to 2037.

#include <unicode/basictz.h>
#include <unicode/tztrans.h>
#include <unicode/uversion.h>

#include <array>
#include <chrono>
#include <cstdint>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>

#include "independent/compared/comparison.hpp"
#include "sla/time/text.hpp"
#include "sla/zone/us_zone.hpp"
#include "support/moments.hpp"

using namespace std::chrono;
using sla_tests::utc;

namespace {

constexpr std::array zones{&sla::us_eastern, &sla::us_central, &sla::us_mountain, &sla::us_pacific};
constexpr sla::instant covered_from = utc(1967y / January / 2, 0h);
constexpr sla::instant covered_until = utc(2199y / December / 30, 0h);

/// ICU's zone of a name; its instants are milliseconds since 1970, as floating-point numbers.
class icu_zone {
 public:
  explicit icu_zone(std::string_view name)
      : zone_(dynamic_cast<icu::BasicTimeZone*>(icu::TimeZone::createTimeZone(std::string(name).c_str()))) {}

  milliseconds offset_at(sla::instant at) const {
    return offset([&](auto&... found) { zone_->getOffset(number(at.time_since_epoch()), false, found...); });
  }
  /// The instant of a reading by the offset before a change or by the one after it, where there are two or none.
  sla::instant by_offset_before(sla::civil_time reading) const { return by(UCAL_TZ_LOCAL_FORMER, reading); }
  sla::instant by_offset_after(sla::civil_time reading) const { return by(UCAL_TZ_LOCAL_LATTER, reading); }

  sla::instant next_change(sla::instant after) const {
    icu::TimeZoneTransition change;
    if (!zone_->getNextTransition(number(after.time_since_epoch()), false, change)) return (sla::instant::max)();
    return sla::instant{milliseconds{static_cast<std::int64_t>(change.getTime())}};
  }

 private:
  static double number(milliseconds since_1970) { return static_cast<double>(since_1970.count()); }

  static milliseconds offset(const auto& find) {
    std::int32_t standard = 0;
    std::int32_t summer = 0;
    UErrorCode failed = U_ZERO_ERROR;
    find(standard, summer, failed);
    if (U_FAILURE(failed)) throw std::runtime_error(u_errorName(failed));
    return milliseconds{standard + summer};
  }
  sla::instant by(UTimeZoneLocalOption which, sla::civil_time reading) const {
    const milliseconds since_1970 = reading.time_since_epoch();
    return sla::instant{since_1970 - offset([&](auto&... found) {
                          zone_->getOffsetFromLocal(number(since_1970), which, which, found...);
                        })};
  }

  std::unique_ptr<icu::BasicTimeZone> zone_;
};

/// Counts answers, one by one.
class comparison : public sla_tests::comparison {
 public:
  explicit comparison(const std::string& what) : sla_tests::comparison("ICU " U_ICU_VERSION ", " + what) {}
  void expect(bool same, const sla::us_zone& zone, sla::instant at) {
    sla_tests::comparison::expect(same, same ? "" : std::string(zone.name()) + ' ' + sla::iso(at));
  }
};

void compare_changes() {
  comparison when("when the clocks are changed");
  comparison on_the_wall("the offset a millisecond before, at and after each change");
  comparison back("the instants of the readings around each change, by the offsets before and after it");
  for (const sla::us_zone* zone : zones) {
    const icu_zone icu(zone->name());
    int changes = 0;
    for (sla::instant change = icu.next_change(covered_from); change < covered_until;
         change = icu.next_change(change)) {
      ++changes;
      when.expect(zone->period_at(change - 1ms).until == change, *zone, change);
      for (const sla::instant at : {change - 1ms, change, change + 1ms})
        on_the_wall.expect(zone->period_at(at).offset == icu.offset_at(at), *zone, at);
      for (const seconds away : {-3601s, -3600s, -1800s, -1s, 0s, 1s, 1800s, 3599s, 3600s, 3601s})
        for (const milliseconds more : {-1ms, 0ms, 1ms}) {
          const sla::civil_time reading = zone->to_civil(change) + away + more;
          const sla::civil_lookup ours = zone->look_up(reading);
          const bool is_skipped = ours.happens == sla::occurrence::skipped;
          back.expect(icu.by_offset_before(reading) == (is_skipped ? ours.later : ours.earlier) &&
                          icu.by_offset_after(reading) == (is_skipped ? ours.earlier : ours.later),
                      *zone, change);
        }
    }
    when.expect(changes == 2 * (2199 - 1967 + 1), *zone, covered_until);
  }
}

void compare_hours() {
  comparison hourly("the offset every hour");
  for (const sla::us_zone* zone : zones) {
    const icu_zone icu(zone->name());
    for (sla::instant at = covered_from; at < utc(2038y / January / 1, 0h); at += 1h)
      hourly.expect(zone->period_at(at).offset == icu.offset_at(at), *zone, at);
  }
}

}  // namespace

int main() {
  compare_changes();
  compare_hours();
  return comparison::unexplained == 0 ? 0 : 1;
}
