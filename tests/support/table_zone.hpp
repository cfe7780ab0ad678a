#ifndef SLA_TESTS_SUPPORT_TABLE_ZONE_HPP
#define SLA_TESTS_SUPPORT_TABLE_ZONE_HPP

// Zones with changes that the United States never see, as small tables: half an hour, at midnight, across midnight, a
// whole day. Whatever is written for every civil_zone has to get these right as well.

#include <chrono>
#include <string_view>
#include <utility>
#include <vector>

#include "sla/zone/zone.hpp"
#include "support/moments.hpp"

namespace sla_tests {

/// A zone given by its changes; its coverage has no end.
class table_zone {
 public:
  struct change {
    sla::instant at;
    std::chrono::seconds offset;
  };

  /// changes  in order, and further apart than any change is long
  table_zone(std::string_view name, std::chrono::seconds first_offset, std::vector<change> changes)
      : name_(name), first_offset_(first_offset), changes_(std::move(changes)) {}

  std::string_view name() const { return name_; }

  sla::civil_time to_civil(sla::instant at) const { return reading(at, period_at(at).offset); }

  sla::civil_lookup look_up(sla::civil_time reading) const {
    std::chrono::seconds before = first_offset_;
    for (const auto& [at, after] : changes_) {
      const sla::instant by_before{reading.time_since_epoch() - before};
      const sla::instant by_after{reading.time_since_epoch() - after};
      if (by_before < at && by_after < at) return {sla::occurrence::once, by_before, by_before, by_before};
      if (by_before < at) return {sla::occurrence::repeated, by_before, by_after, at};
      if (by_after < at) return {sla::occurrence::skipped, by_after, by_before, at};
      before = after;
    }
    const sla::instant once{reading.time_since_epoch() - before};
    return {sla::occurrence::once, once, once, once};
  }

  sla::offset_period period_at(sla::instant at) const {
    sla::offset_period period{first_offset_, name_, (sla::instant::min)(), (sla::instant::max)()};
    for (const change& next : changes_) {
      if (at < next.at) {
        period.until = next.at;
        break;
      }
      period.offset = next.offset;
      period.from = next.at;
    }
    return period;
  }

 private:
  static sla::civil_time reading(sla::instant at, std::chrono::seconds offset) {
    return sla::civil_time{at.time_since_epoch()} + offset;
  }

  std::string_view name_;
  std::chrono::seconds first_offset_;
  std::vector<change> changes_;
};

/// Lord Howe Island: half an hour. On 2026-04-05 the clocks go from 02:00 to 01:30, on 2026-10-04 from 02:00 to 02:30.
inline table_zone half_an_hour() {
  using namespace std::chrono;
  return {"Australia/Lord_Howe",
          11h,
          {{utc(2026y / April / 4, 15h), 10h + 30min}, {utc(2026y / October / 3, 15h + 30min), 11h}}};
}

/// Beirut: 2026-03-29 begins at 01:00, and 2026-10-25 at 00:00 the clocks go back to 23:00 of the day before.
inline table_zone at_midnight() {
  using namespace std::chrono;
  return {"Asia/Beirut", 2h, {{utc(2026y / March / 28, 22h), 3h}, {utc(2026y / October / 24, 21h), 2h}}};
}

/// St. John's until 2011: changes at 00:01, so that on 2010-11-07 a minute of the new day is followed by 23:01 of the old.
inline table_zone across_midnight() {
  using namespace std::chrono;
  return {
      "America/St_Johns",
      -(3h + 30min),
      {{utc(2010y / March / 14, 3h + 31min), -(2h + 30min)}, {utc(2010y / November / 7, 2h + 31min), -(3h + 30min)}}};
}

/// Samoa: the day after 2011-12-29 was 2011-12-31.
inline table_zone a_day_skipped() {
  using namespace std::chrono;
  return {"Pacific/Apia", -10h, {{utc(2011y / December / 30, 10h), 14h}}};
}

}  // namespace sla_tests

#endif
