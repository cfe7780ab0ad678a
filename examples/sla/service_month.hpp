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
#include "sla/availability/latency.hpp"
#include "times.hpp"

namespace program {

/// What became of one day; the rest of it the service was up.
struct day_record {
  sla::elapsed length;
  sla::elapsed down;
  sla::elapsed excluded;
  sla::elapsed unknown;
};

/// A service's availability in a month, and day by day.
struct service_month {
  std::string service;
  sla::availability_result result;
  std::vector<day_record> days;
};

/// What was asked about a month; the terms are those of the edition in force when it begins.
struct month_question {
  std::chrono::year_month month;
  const loaded_agreement& terms;
  std::vector<std::string> services;  ///< none means all that are in the records
};

/// A question about a month of the contract.
///
/// throws  bad_input before the first edition
month_question question_of(std::chrono::year_month month, std::vector<std::string> services);

/// What was recorded of each service, by its name.
using service_records = std::map<std::string, sla::service_record, std::less<>>;

/// Every service with a probe in the month, and the ones asked for.
///
/// throws  bad_input naming the services there are, if one that is asked for is in no record
service_records records_in(const month_question& asked, const probe_records& records);

/// Every service of a record that knows all outages.
service_records records_in(const outage_records& records);

/// The availability of every service in the month.
std::vector<service_month> measure(const month_question& asked, const service_records& records, sla::instant as_of);

/// The services that are in the records, but were not probed in the month; none if services were asked for by name.
std::vector<std::string> services_not_probed(const month_question& asked, const probe_records& records);

/// How fast the services answered in the month, counted over all answered probes.
sla::latency_count measure_latency(const month_question& asked, const probe_records& records);

}  // namespace program

#endif
