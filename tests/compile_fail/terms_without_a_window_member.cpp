// expect-error: maintenance_windows
#include <chrono>

#include "sla/availability/availability.hpp"
#include "sla/contracts/harvard_business_impact.hpp"

namespace hbi = sla::harvard_business_impact;

struct terms {
  static constexpr auto calendar = hbi::support::calendar;
  static constexpr auto business_hours = hbi::support::business_hours;
  static constexpr auto zone = hbi::support::zone;
  static constexpr auto maintenance_notice = hbi::support::maintenance_notice;
  static constexpr auto short_notice = hbi::support::short_notice;
  static constexpr auto emergency = hbi::support::emergency;
  static constexpr auto availability = hbi::support::availability;
  static constexpr auto month_zone = hbi::support::month_zone;
#ifndef SLA_MISTAKE
  static constexpr auto maintenance_windows = hbi::support::maintenance_windows;
#endif
  static constexpr auto planned_time = hbi::support::planned_time;
  static constexpr auto outage_rounding = hbi::support::outage_rounding;
};

using std::chrono::year;

inline constexpr sla::interval month = sla::month_in(sla::us_eastern, year{2026} / 11);
inline constexpr auto up = sla::availability(terms{}, year{2026} / 11, {}, month.ends_at()).up;
