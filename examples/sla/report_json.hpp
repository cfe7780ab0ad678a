#ifndef SLA_PROGRAM_REPORT_JSON_HPP
#define SLA_PROGRAM_REPORT_JSON_HPP

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "report_figures.hpp"
#include "service_month.hpp"

namespace program {

/// The figures of a report; lengths are seconds, instants UTC, and what does not exist is null.
nlohmann::ordered_json report_json(const report_figures& figures);

/// The name of an offering; null for an agreement that has none.
nlohmann::ordered_json offering_json(const offering_choice* offering);

/// The name of an edition; null for an agreement that is the only one.
nlohmann::ordered_json edition_json(std::string_view name);

/// The figures of services, as in a report.
nlohmann::ordered_json services_json(const std::vector<service_month>& services);

/// Files, and that of the maintenance, if there is one.
nlohmann::ordered_json records_json(std::vector<std::string_view> files, const maintenance_records& maintenance);

/// The files of a report.
nlohmann::ordered_json records_json(const report_figures& figures);

/// How probes were read.
nlohmann::ordered_json rule_json(const sla::probe_rule& rule);

/// The maintenance of the month, and what the agreement makes of it; the service is null for all.
nlohmann::ordered_json maintenance_json(const month_question& asked);

/// JSON as text for people and programs.
std::string json_text(const nlohmann::ordered_json& value);

}  // namespace program

#endif
