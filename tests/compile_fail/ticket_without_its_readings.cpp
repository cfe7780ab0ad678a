// expect-error: holds
#include "sla/clock/ticket.hpp"
#include "sla/contracts/harvard_business_impact.hpp"

namespace hbi = sla::harvard_business_impact;
using namespace std::chrono;

struct no_holds {
  static constexpr auto severities = hbi::severities;
  static constexpr auto calendar = hbi::support::calendar;
  static constexpr auto business_hours = hbi::support::business_hours;
  static constexpr auto zone = hbi::support::zone;
  static constexpr auto support_days = hbi::support::support_days;
  static constexpr auto support_hours = hbi::support::support_hours;
  static constexpr auto hour_spill = hbi::support::hour_spill;
  static constexpr auto day_zero = hbi::support::day_zero;
  static constexpr auto due_time = hbi::support::due_time;
  static constexpr auto desk_closure = hbi::support::desk_closure;
  static constexpr auto resolution_start = hbi::support::resolution_start;
#ifndef SLA_MISTAKE
  static constexpr auto holds = hbi::support::holds;
#endif
  static constexpr auto on_reopen = hbi::support::on_reopen;
  static constexpr auto on_severity_change = hbi::support::on_severity_change;
};

inline constexpr no_holds terms{};
inline constexpr sla::ticket<no_holds> followed(terms);
