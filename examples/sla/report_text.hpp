#ifndef SLA_PROGRAM_REPORT_TEXT_HPP
#define SLA_PROGRAM_REPORT_TEXT_HPP

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "report_figures.hpp"
#include "service_month.hpp"
#include "terminal.hpp"
#include "text_table.hpp"

namespace program {

/// A report for people, at most 100 columns wide unless names are long.
std::string report_text(const report_figures& figures, const paint& colour);

/// Which services of the records were not probed in the month, if any.
std::string not_probed_text(const std::vector<std::string>& services);

/// How many lines were left out, if any.
std::string skipped_text(std::int64_t lines);

/// An agreement under the title of the edition that judges, its reading and its editions, if there are several.
std::string agreement_text(const contract& by, std::string_view title);

/// The editions of an agreement, if there are several, each with its title, if that is another one.
std::string editions_text(const contract& by, std::string_view title);

/// The agreement, the offering, if it has any, the month, its length and the edition by which it is judged.
std::string month_text(const month_question& asked, const offering_choice* offering);

/// A number of things.
///
/// example  "1 ticket", "2 tickets"
std::string plural(std::int64_t count, std::string_view noun);

/// How probes are turned into availability.
std::string rule_text(const sla::probe_rule& rule);

/// How outages are turned into availability.
inline constexpr std::string_view outage_rule =
    "The records name every outage; at all other times that had passed the service was up.";

/// How available each service was, and whether that is enough: one line a service.
std::string verdicts_text(const std::vector<service_month>& services, const paint& colour);

/// The availability of services: verdicts, error budgets and the days of the month.
///
/// rule  how the records were read
std::string availability_text(const std::vector<service_month>& services, std::string_view rule, sla::instant as_of,
                              const paint& colour);

/// A share of the time in percent, rounded down; a dash where there is none.
///
/// example  "99.9541%", "-"
std::string share_or_dash(const std::optional<sla::fraction>& share);

/// A verdict in its colour.
cell verdict_cell(sla::availability_verdict verdict);

}  // namespace program

#endif
