// A complete agreement, or one without a member, for WITHOUT_ and its name.

#define SLA_MEMBER(name) static constexpr auto name = sla::harvard_business_impact::support::name

struct agreement_without {
#ifndef WITHOUT_TITLE
  SLA_MEMBER(title);
#endif
#ifndef WITHOUT_SEVERITIES
  SLA_MEMBER(severities);
#endif
#ifndef WITHOUT_CALENDAR
  SLA_MEMBER(calendar);
#endif
#ifndef WITHOUT_BUSINESS_HOURS
  SLA_MEMBER(business_hours);
#endif
#ifndef WITHOUT_ZONE
  SLA_MEMBER(zone);
#endif
#ifndef WITHOUT_SUPPORT_DAYS
  SLA_MEMBER(support_days);
#endif
#ifndef WITHOUT_SUPPORT_HOURS
  SLA_MEMBER(support_hours);
#endif
#ifndef WITHOUT_HOUR_SPILL
  SLA_MEMBER(hour_spill);
#endif
#ifndef WITHOUT_DAY_ZERO
  SLA_MEMBER(day_zero);
#endif
#ifndef WITHOUT_DUE_TIME
  SLA_MEMBER(due_time);
#endif
#ifndef WITHOUT_DESK_CLOSURE
  SLA_MEMBER(desk_closure);
#endif
#ifndef WITHOUT_RESOLUTION_START
  SLA_MEMBER(resolution_start);
#endif
#ifndef WITHOUT_CONFIRMATION
  SLA_MEMBER(confirmation);
#endif
#ifndef WITHOUT_HOLDS
  SLA_MEMBER(holds);
#endif
#ifndef WITHOUT_SILENT_REMEDY
  SLA_MEMBER(silent_remedy);
#endif
#ifndef WITHOUT_ON_CLOSE
  SLA_MEMBER(on_close);
#endif
#ifndef WITHOUT_ON_REOPEN
  SLA_MEMBER(on_reopen);
#endif
#ifndef WITHOUT_ON_SEVERITY_CHANGE
  SLA_MEMBER(on_severity_change);
#endif
#ifndef WITHOUT_AVAILABILITY
  SLA_MEMBER(availability);
#endif
#ifndef WITHOUT_MONTH_ZONE
  SLA_MEMBER(month_zone);
#endif
#ifndef WITHOUT_PLANNED_TIME
  SLA_MEMBER(planned_time);
#endif
#ifndef WITHOUT_OUTAGE_ROUNDING
  SLA_MEMBER(outage_rounding);
#endif
#ifndef WITHOUT_SHORTEST_OUTAGE
  SLA_MEMBER(shortest_outage);
#endif
#ifndef WITHOUT_PARTIAL_OUTAGES
  SLA_MEMBER(partial_outages);
#endif
#ifndef WITHOUT_UNKNOWN_TIME
  SLA_MEMBER(unknown_time);
#endif
#ifndef WITHOUT_MAINTENANCE_WINDOWS
  SLA_MEMBER(maintenance_windows);
#endif
#ifndef WITHOUT_MAINTENANCE_NOTICE
  SLA_MEMBER(maintenance_notice);
#endif
#ifndef WITHOUT_SHORT_NOTICE
  SLA_MEMBER(short_notice);
#endif
#ifndef WITHOUT_EMERGENCY
  SLA_MEMBER(emergency);
#endif
#ifndef WITHOUT_LATENCY
  SLA_MEMBER(latency);
#endif
};

#undef SLA_MEMBER
