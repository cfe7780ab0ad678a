#ifndef SLA_PROGRAM_REPORT_MONTHS_HPP
#define SLA_PROGRAM_REPORT_MONTHS_HPP

#include <chrono>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "report_figures.hpp"
#include "service_month.hpp"
#include "terminal.hpp"

namespace program {

/// The services in one month of the records.
struct measured_month {
  std::chrono::year_month month;
  const loaded_agreement& terms;
  std::string_view edition;
  std::vector<service_month> services;
};

/// Of each service asked for the months between its own first and last probe; the terms of each month are those of the
/// edition in force when it begins.
///
/// throws  coverage_error if such a month begins before the first edition
std::vector<measured_month> measure_all_months(const records_question& asked, const probe_records& records,
                                               sla::instant as_of);

/// What a report about all months says.
struct months_figures {
  const offering_choice* offering;  ///< none for an agreement from a file
  sla::instant as_of;
  std::string_view file;
  std::int64_t probes;
  std::int64_t skipped_lines;
  const records_question& asked;
  std::vector<measured_month> months;
};

/// Service by service, month by month, and the sums of years and of all months.
std::string months_text(const months_figures& figures, const paint& colour);

/// The same as JSON: the services of each month, as in a report.
nlohmann::ordered_json months_json(const months_figures& figures);

}  // namespace program

#endif
