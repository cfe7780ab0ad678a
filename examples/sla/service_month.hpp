#ifndef SLA_PROGRAM_SERVICE_MONTH_HPP
#define SLA_PROGRAM_SERVICE_MONTH_HPP

#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "records.hpp"
#include "sla/availability/availability.hpp"
#include "sla/availability/burn_rate.hpp"
#include "sla/availability/latency.hpp"
#include "sla/availability/probe.hpp"
#include "times.hpp"

namespace program {

/// What became of one day.
///
/// down            downtime that counts
/// in_maintenance  downtime in windows and in announced maintenance, whether it counts or not
struct day_record {
  sla::elapsed length;
  sla::elapsed down;
  sla::elapsed in_maintenance;
  sla::elapsed unknown;
};

/// The bounds of the outages that probes saw; of what fell between two successes they say nothing.
struct downtime_bounds {
  sla::elapsed at_least;
  sla::elapsed at_most;
};

/// What is to come of a month that is not over.
///
/// lost_at  none if the month cannot be lost any more
struct outlook {
  std::optional<sla::instant> lost_at;
  sla::elapsed longest_outage;
  std::vector<sla::burn_state> burning;
};

/// A service's availability in a month, and day by day.
///
/// record   what it was computed from
/// bounds   none where the records name the outages
/// ahead    none for a month that is over
struct service_month {
  std::string service;
  sla::service_record record;
  sla::availability_result result;
  std::vector<day_record> days;
  std::optional<downtime_bounds> bounds;
  std::optional<outlook> ahead;
};

/// What is asked of the records, whichever the month.
///
/// services  none means all that are in the records
struct records_question {
  std::vector<std::string> services{};
  sla::probe_rule rule{};
  maintenance_records maintenance{};

  bool is_about(std::string_view service) const;
};

/// What was asked about a month; the terms are those of the edition in force when it begins.
///
/// edition  its name; empty for an agreement without one
struct month_question : records_question {
  std::chrono::year_month month;
  const loaded_agreement& terms;
  std::string_view edition;
};

/// A question about a month of the contract.
///
/// throws  coverage_error before the first edition
month_question question_of(std::chrono::year_month month, records_question asked = {});

/// The same about a month as an option names it.
///
/// throws  bad_value; coverage_error
month_question parse_month_question(std::string_view text);

/// A piece of maintenance, and what is made of it.
struct judged_work {
  const announced_work& announced;
  sla::maintenance_judgement judged;
};

/// The maintenance of which some lies in the month, as the month's edition judges it.
std::vector<judged_work> maintenance_in_month(const month_question& asked);

/// The time that an answer is about: the month, and before it what alerts look back on.
sla::interval needed_for(const month_question& asked);

/// Refuses services that are asked for, or that have maintenance, and are in no record.
///
/// bad     takes the lines of such maintenance, which is left out then
/// throws  bad_input naming the services there are
void refuse_unknown_services(records_question& asked, const probe_records& records, bad_lines& bad);

/// Every service that was probed in the month, or before and after it, and the ones asked for that are in the records.
std::vector<service_month> measure(const month_question& asked, const probe_records& records, sla::instant as_of);

/// The services that are in the records, but were probed only before the month or only after it; none if services were
/// asked for by name.
std::vector<std::string> services_not_probed(const month_question& asked, const probe_records& records);

/// Every service of a record that knows all outages.
std::vector<service_month> measure(const month_question& asked, const outage_records& records, sla::instant as_of);

/// How fast the services answered in the month, counted over all answered probes.
sla::latency_count measure_latency(const month_question& asked, const probe_records& records);

}  // namespace program

#endif
