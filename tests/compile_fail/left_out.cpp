#include "sla/availability/availability.hpp"
#include "sla/availability/latency.hpp"
#include "sla/clock/deadline.hpp"
#include "sla/clock/ticket.hpp"
#include "sla/contracts/harvard_business_impact.hpp"
#include "sla/policy/maintenance.hpp"

// expect-error: terms\.availability|no member named 'availability'
namespace availability {

#ifdef SLA_MISTAKE
#define WITHOUT_AVAILABILITY
#endif

#include "agreement_without.hpp"
#undef WITHOUT_AVAILABILITY

inline auto november(const sla::service_record& record, sla::instant as_of) {
  return sla::availability(agreement_without{}, std::chrono::year{2026} / 11, record, as_of);
}

}  // namespace availability

// expect-error: terms\.business_hours
namespace business_hours {

#ifdef SLA_MISTAKE
#define WITHOUT_BUSINESS_HOURS
#endif

#include "agreement_without.hpp"
#undef WITHOUT_BUSINESS_HOURS

inline constexpr auto due = sla::response_due(agreement_without{}, sla::harvard_business_impact::severity::urgent,
                                              std::chrono::sys_days{std::chrono::year{2026} / 11 / 20});

}  // namespace business_hours

// expect-error: terms\.calendar
namespace calendar {

#ifdef SLA_MISTAKE
#define WITHOUT_CALENDAR
#endif

#include "agreement_without.hpp"
#undef WITHOUT_CALENDAR

inline constexpr auto due = sla::response_due(agreement_without{}, sla::harvard_business_impact::severity::urgent,
                                              std::chrono::sys_days{std::chrono::year{2026} / 11 / 20});

}  // namespace calendar

// expect-error: terms\.confirmation
namespace confirmation {

#ifdef SLA_MISTAKE
#define WITHOUT_CONFIRMATION
#endif

#include "agreement_without.hpp"
#undef WITHOUT_CONFIRMATION

inline constexpr agreement_without terms{};
inline constexpr sla::ticket<agreement_without> followed(terms);

}  // namespace confirmation

// expect-error: terms\.day_zero
namespace day_zero {

#ifdef SLA_MISTAKE
#define WITHOUT_DAY_ZERO
#endif

#include "agreement_without.hpp"
#undef WITHOUT_DAY_ZERO

inline constexpr auto due = sla::response_due(agreement_without{}, sla::harvard_business_impact::severity::urgent,
                                              std::chrono::sys_days{std::chrono::year{2026} / 11 / 20});

}  // namespace day_zero

// expect-error: terms\.desk_closure
namespace desk_closure {

#ifdef SLA_MISTAKE
#define WITHOUT_DESK_CLOSURE
#endif

#include "agreement_without.hpp"
#undef WITHOUT_DESK_CLOSURE

inline constexpr auto due = sla::response_due(agreement_without{}, sla::harvard_business_impact::severity::urgent,
                                              std::chrono::sys_days{std::chrono::year{2026} / 11 / 20});

}  // namespace desk_closure

// expect-error: terms\.due_time
namespace due_time {

#ifdef SLA_MISTAKE
#define WITHOUT_DUE_TIME
#endif

#include "agreement_without.hpp"
#undef WITHOUT_DUE_TIME

inline constexpr auto due = sla::response_due(agreement_without{}, sla::harvard_business_impact::severity::urgent,
                                              std::chrono::sys_days{std::chrono::year{2026} / 11 / 20});

}  // namespace due_time

// expect-error: terms\.emergency
namespace emergency {

#ifdef SLA_MISTAKE
#define WITHOUT_EMERGENCY
#endif

#include "agreement_without.hpp"
#undef WITHOUT_EMERGENCY

inline constexpr auto start =
    sla::earliest_start(agreement_without{}, std::chrono::sys_days{std::chrono::year{2026} / 11 / 20});

}  // namespace emergency

// expect-error: terms\.holds
namespace holds {

#ifdef SLA_MISTAKE
#define WITHOUT_HOLDS
#endif

#include "agreement_without.hpp"
#undef WITHOUT_HOLDS

inline constexpr agreement_without terms{};
inline constexpr sla::ticket<agreement_without> followed(terms);

}  // namespace holds

// expect-error: terms\.hour_spill
namespace hour_spill {

#ifdef SLA_MISTAKE
#define WITHOUT_HOUR_SPILL
#endif

#include "agreement_without.hpp"
#undef WITHOUT_HOUR_SPILL

inline constexpr auto due = sla::response_due(agreement_without{}, sla::harvard_business_impact::severity::urgent,
                                              std::chrono::sys_days{std::chrono::year{2026} / 11 / 20});

}  // namespace hour_spill

// expect-error: terms\.latency
namespace latency {

#ifdef SLA_MISTAKE
#define WITHOUT_LATENCY
#endif

#include "agreement_without.hpp"
#undef WITHOUT_LATENCY

inline auto counted(const std::array<sla::latency_sample<sla::harvard_business_impact::request_kind>, 1>& samples) {
  return sla::latency(agreement_without{}, samples);
}

}  // namespace latency

// expect-error: terms\.maintenance_notice
namespace maintenance_notice {

#ifdef SLA_MISTAKE
#define WITHOUT_MAINTENANCE_NOTICE
#endif

#include "agreement_without.hpp"
#undef WITHOUT_MAINTENANCE_NOTICE

inline constexpr auto start =
    sla::earliest_start(agreement_without{}, std::chrono::sys_days{std::chrono::year{2026} / 11 / 20});

}  // namespace maintenance_notice

// expect-error: terms\.maintenance_windows
namespace maintenance_windows {

#ifdef SLA_MISTAKE
#define WITHOUT_MAINTENANCE_WINDOWS
#endif

#include "agreement_without.hpp"
#undef WITHOUT_MAINTENANCE_WINDOWS

inline constexpr auto start =
    sla::earliest_start(agreement_without{}, std::chrono::sys_days{std::chrono::year{2026} / 11 / 20});

}  // namespace maintenance_windows

// expect-error: terms\.month_zone
namespace month_zone {

#ifdef SLA_MISTAKE
#define WITHOUT_MONTH_ZONE
#endif

#include "agreement_without.hpp"
#undef WITHOUT_MONTH_ZONE

inline auto november(const sla::service_record& record, sla::instant as_of) {
  return sla::availability(agreement_without{}, std::chrono::year{2026} / 11, record, as_of);
}

}  // namespace month_zone

// expect-error: terms\.on_close
namespace on_close {

#ifdef SLA_MISTAKE
#define WITHOUT_ON_CLOSE
#endif

#include "agreement_without.hpp"
#undef WITHOUT_ON_CLOSE

inline constexpr agreement_without terms{};
inline constexpr sla::ticket<agreement_without> followed(terms);

}  // namespace on_close

// expect-error: terms\.on_reopen
namespace on_reopen {

#ifdef SLA_MISTAKE
#define WITHOUT_ON_REOPEN
#endif

#include "agreement_without.hpp"
#undef WITHOUT_ON_REOPEN

inline constexpr agreement_without terms{};
inline constexpr sla::ticket<agreement_without> followed(terms);

}  // namespace on_reopen

// expect-error: terms\.on_severity_change
namespace on_severity_change {

#ifdef SLA_MISTAKE
#define WITHOUT_ON_SEVERITY_CHANGE
#endif

#include "agreement_without.hpp"
#undef WITHOUT_ON_SEVERITY_CHANGE

inline constexpr agreement_without terms{};
inline constexpr sla::ticket<agreement_without> followed(terms);

}  // namespace on_severity_change

// expect-error: terms\.outage_rounding
namespace outage_rounding {

#ifdef SLA_MISTAKE
#define WITHOUT_OUTAGE_ROUNDING
#endif

#include "agreement_without.hpp"
#undef WITHOUT_OUTAGE_ROUNDING

inline auto november(const sla::service_record& record, sla::instant as_of) {
  return sla::availability(agreement_without{}, std::chrono::year{2026} / 11, record, as_of);
}

}  // namespace outage_rounding

// expect-error: terms\.partial_outages
namespace partial_outages {

#ifdef SLA_MISTAKE
#define WITHOUT_PARTIAL_OUTAGES
#endif

#include "agreement_without.hpp"
#undef WITHOUT_PARTIAL_OUTAGES

inline auto november(const sla::service_record& record, sla::instant as_of) {
  return sla::availability(agreement_without{}, std::chrono::year{2026} / 11, record, as_of);
}

}  // namespace partial_outages

// expect-error: planned_time_of\(terms\)
namespace planned_time {

#ifdef SLA_MISTAKE
#define WITHOUT_PLANNED_TIME
#endif

#include "agreement_without.hpp"
#undef WITHOUT_PLANNED_TIME

inline auto november(const sla::service_record& record, sla::instant as_of) {
  return sla::availability(agreement_without{}, std::chrono::year{2026} / 11, record, as_of);
}

}  // namespace planned_time

// expect-error: terms\.resolution_start
namespace resolution_start {

#ifdef SLA_MISTAKE
#define WITHOUT_RESOLUTION_START
#endif

#include "agreement_without.hpp"
#undef WITHOUT_RESOLUTION_START

inline constexpr auto due = sla::response_due(agreement_without{}, sla::harvard_business_impact::severity::urgent,
                                              std::chrono::sys_days{std::chrono::year{2026} / 11 / 20});

}  // namespace resolution_start

// expect-error: severities
namespace severities {

#ifdef SLA_MISTAKE
#define WITHOUT_SEVERITIES
#endif

#include "agreement_without.hpp"
#undef WITHOUT_SEVERITIES

inline constexpr auto due = sla::response_due(agreement_without{}, sla::harvard_business_impact::severity::urgent,
                                              std::chrono::sys_days{std::chrono::year{2026} / 11 / 20});

}  // namespace severities

// expect-error: terms\.short_notice
namespace short_notice {

#ifdef SLA_MISTAKE
#define WITHOUT_SHORT_NOTICE
#endif

#include "agreement_without.hpp"
#undef WITHOUT_SHORT_NOTICE

inline constexpr auto start =
    sla::earliest_start(agreement_without{}, std::chrono::sys_days{std::chrono::year{2026} / 11 / 20});

}  // namespace short_notice

// expect-error: terms\.shortest_outage
namespace shortest_outage {

#ifdef SLA_MISTAKE
#define WITHOUT_SHORTEST_OUTAGE
#endif

#include "agreement_without.hpp"
#undef WITHOUT_SHORTEST_OUTAGE

inline auto november(const sla::service_record& record, sla::instant as_of) {
  return sla::availability(agreement_without{}, std::chrono::year{2026} / 11, record, as_of);
}

}  // namespace shortest_outage

// expect-error: terms\.silent_remedy
namespace silent_remedy {

#ifdef SLA_MISTAKE
#define WITHOUT_SILENT_REMEDY
#endif

#include "agreement_without.hpp"
#undef WITHOUT_SILENT_REMEDY

inline constexpr agreement_without terms{};
inline constexpr sla::ticket<agreement_without> followed(terms);

}  // namespace silent_remedy

// expect-error: terms\.support_days
namespace support_days {

#ifdef SLA_MISTAKE
#define WITHOUT_SUPPORT_DAYS
#endif

#include "agreement_without.hpp"
#undef WITHOUT_SUPPORT_DAYS

inline constexpr auto due = sla::response_due(agreement_without{}, sla::harvard_business_impact::severity::urgent,
                                              std::chrono::sys_days{std::chrono::year{2026} / 11 / 20});

}  // namespace support_days

// expect-error: terms\.support_hours
namespace support_hours {

#ifdef SLA_MISTAKE
#define WITHOUT_SUPPORT_HOURS
#endif

#include "agreement_without.hpp"
#undef WITHOUT_SUPPORT_HOURS

inline constexpr auto due = sla::response_due(agreement_without{}, sla::harvard_business_impact::severity::urgent,
                                              std::chrono::sys_days{std::chrono::year{2026} / 11 / 20});

}  // namespace support_hours

// expect-error: terms\.unknown_time
namespace unknown_time {

#ifdef SLA_MISTAKE
#define WITHOUT_UNKNOWN_TIME
#endif

#include "agreement_without.hpp"
#undef WITHOUT_UNKNOWN_TIME

inline auto november(const sla::service_record& record, sla::instant as_of) {
  return sla::availability(agreement_without{}, std::chrono::year{2026} / 11, record, as_of);
}

}  // namespace unknown_time

// expect-error: terms\.zone
namespace zone {

#ifdef SLA_MISTAKE
#define WITHOUT_ZONE
#endif

#include "agreement_without.hpp"
#undef WITHOUT_ZONE

inline constexpr auto due = sla::response_due(agreement_without{}, sla::harvard_business_impact::severity::urgent,
                                              std::chrono::sys_days{std::chrono::year{2026} / 11 / 20});

}  // namespace zone
