#ifndef SLA_SLA_HPP
#define SLA_SLA_HPP

// The whole library, floor by floor; a header knows only its own floor and those above it here.

#include "sla/time/amount.hpp"
#include "sla/time/amount_text.hpp"
#include "sla/time/civil.hpp"
#include "sla/time/error.hpp"
#include "sla/time/interval.hpp"
#include "sla/time/interval_set.hpp"
#include "sla/time/interval_stream.hpp"
#include "sla/time/sort_by_start.hpp"
#include "sla/time/text.hpp"

#include "sla/zone/any_zone.hpp"
#include "sla/zone/clock_change.hpp"
#include "sla/zone/fixed_offset.hpp"
#include "sla/zone/us_zone.hpp"
#include "sla/zone/zone.hpp"

#include "sla/calendar/batch.hpp"
#include "sla/calendar/business_arithmetic.hpp"
#include "sla/calendar/business_calendar.hpp"
#include "sla/calendar/day_table.hpp"
#include "sla/calendar/holiday.hpp"
#include "sla/calendar/loaded_calendar.hpp"
#include "sla/calendar/open_intervals.hpp"
#include "sla/calendar/open_week.hpp"
#include "sla/calendar/opening_hours.hpp"
#include "sla/calendar/opening_rules.hpp"
#include "sla/calendar/opening_tables.hpp"
#include "sla/calendar/opening_times.hpp"
#include "sla/calendar/recurrence.hpp"
#include "sla/calendar/signposts.hpp"
#include "sla/calendar/us_federal.hpp"
#include "sla/calendar/weekday_set.hpp"

#include "sla/policy/agreement.hpp"
#include "sla/policy/availability_objective.hpp"
#include "sla/policy/describe.hpp"
#include "sla/policy/edition.hpp"
#include "sla/policy/enumerator.hpp"
#include "sla/policy/fraction.hpp"
#include "sla/policy/latency_objective.hpp"
#include "sla/policy/loaded_agreement.hpp"
#include "sla/policy/maintenance.hpp"
#include "sla/policy/reading.hpp"
#include "sla/policy/severity_table.hpp"
#include "sla/policy/target.hpp"

#include "sla/clock/allowance_clock.hpp"
#include "sla/clock/check.hpp"
#include "sla/clock/commitment.hpp"
#include "sla/clock/deadline.hpp"
#include "sla/clock/event.hpp"
#include "sla/clock/explanation.hpp"
#include "sla/clock/finding.hpp"
#include "sla/clock/pause_log.hpp"
#include "sla/clock/ticket.hpp"

#include "sla/availability/availability.hpp"
#include "sla/availability/downtime_map.hpp"
#include "sla/availability/error_budget.hpp"
#include "sla/availability/latency.hpp"
#include "sla/availability/probe.hpp"
#include "sla/availability/service_record.hpp"

#include "sla/contracts/harvard_business_impact.hpp"

#include "sla/version.hpp"

#endif
