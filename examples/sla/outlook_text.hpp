#ifndef SLA_PROGRAM_OUTLOOK_TEXT_HPP
#define SLA_PROGRAM_OUTLOOK_TEXT_HPP

#include <string>
#include <vector>

#include "records.hpp"
#include "service_month.hpp"
#include "terminal.hpp"

namespace program {

/// The bounds of the outages that probes saw; nothing where records name the outages.
std::string bounds_text(const std::vector<service_month>& services, const paint& colour);

/// What is to come of a month that is not over: how long an outage may last, and what is burning.
std::string outlook_text(const std::vector<service_month>& services, const paint& colour);

/// Every piece of announced maintenance, how it is judged and why, and the downtime that fell into it.
std::string maintenance_text(const month_question& asked, const std::vector<service_month>& services,
                             const paint& colour);

/// Why a piece of maintenance is judged as it is.
///
/// example  "announced too late: could start from Thu 2026-11-26 00:00 EST"
std::string reason_text(const sla::maintenance_judgement& judged);

}  // namespace program

#endif
