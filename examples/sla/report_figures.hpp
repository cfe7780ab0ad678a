#ifndef SLA_PROGRAM_REPORT_FIGURES_HPP
#define SLA_PROGRAM_REPORT_FIGURES_HPP

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "names.hpp"
#include "records.hpp"
#include "service_history.hpp"
#include "service_month.hpp"
#include "sla/availability/latency.hpp"
#include "sla/clock/commitment_tally.hpp"
#include "sla/clock/ticket.hpp"

namespace program {

/// The order in which states are shown.
inline constexpr std::array shown_states{sla::commitment_state::met,         sla::commitment_state::missed,
                                         sla::commitment_state::running,     sla::commitment_state::on_hold,
                                         sla::commitment_state::not_started, sla::commitment_state::withdrawn,
                                         sla::commitment_state::not_promised};

/// A commitment that was missed, and the edition of the agreement that it was judged by.
struct miss {
  std::string ticket;
  std::string_view edition;
  sla::commitment<severity> outcome;
  sla::elapsed late_by;
};

/// One of the two commitments over all tickets; a ticket counts under the severity in force when it was met or missed,
/// otherwise under its severity now.
struct commitment_figures {
  std::map<severity, sla::commitment_tally> by_severity;
  sla::commitment_tally total;
  std::vector<miss> worst;  ///< the latest, first the latest of all
};

/// A ticket under the severity that it has now, and the edition of the agreement that it is judged by.
struct judged_ticket {
  std::string ticket;
  std::string_view edition;
  severity level;
  sla::assessment<severity> outcome;
};

/// All tickets of the records.
struct ticket_figures {
  std::string_view file;
  std::int64_t tickets = 0;
  std::int64_t events = 0;
  std::int64_t reported_later = 0;  ///< after the instant asked about, and so not judged
  commitment_figures response;
  commitment_figures resolution;
  std::vector<judged_ticket> judged;
};

/// All services of the records.
struct service_figures {
  std::string_view file;
  std::int64_t probes = 0;
  std::vector<service_month> services;
  std::vector<std::string> not_probed;  ///< in the records, but not in the month
  sla::latency_count latency;
  service_histories histories;  ///< of the same services
};

/// What a report says.
struct report_figures {
  month_question asked;
  const offering_choice* offering;  ///< none for an agreement from a file
  sla::instant as_of;
  std::optional<ticket_figures> tickets;
  std::optional<service_figures> services;
  std::int64_t skipped_lines = 0;
};

ticket_figures judge(const ticket_records& records, sla::instant as_of);

service_figures judge(const month_question& asked, const probe_records& records, sla::instant as_of);

/// True if any target, objective or promise of the report was missed.
bool has_a_miss(const report_figures& figures);

/// True if the objective was missed by any of the services.
bool has_a_miss(const std::vector<service_month>& services);

}  // namespace program

#endif
