#ifndef SLA_PROGRAM_RECORDS_HPP
#define SLA_PROGRAM_RECORDS_HPP

#include <chrono>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "bad_input.hpp"
#include "contract.hpp"
#include "deciding_probes.hpp"
#include "names.hpp"
#include "sla/availability/probe.hpp"
#include "sla/clock/ticket.hpp"
#include "sla/policy/maintenance.hpp"
#include "sla/time/interval.hpp"
#include "times.hpp"

namespace program {

/// A ticket, followed through its events under the edition in force when it was reported; it keeps none of them.
class followed_ticket {
 public:
  explicit followed_ticket(const contract_edition& by) noexcept : edition_(&by), life_(by.terms) {}

  /// Takes the next event; what lies after `as_of` is checked, but has not happened yet.
  ///
  /// throws  event_error, coverage_error; then it stays as it was
  void add(const sla::event<severity>& next, std::optional<sla::instant> as_of);

  /// Both commitments; none if the ticket was not reported by then.
  std::optional<sla::assessment<severity>> assess(sla::instant as_of) const;

  /// The ticket as it was at the instant asked about; none if it was not reported by then.
  const sla::ticket<loaded_agreement>* as_of(sla::instant at) const;

  /// The edition that it is judged by.
  const contract_edition& edition() const noexcept { return *edition_; }

 private:
  const contract_edition* edition_;
  sla::ticket<loaded_agreement> life_;
  std::unique_ptr<sla::ticket<loaded_agreement>> earlier_;  ///< before the first event that has not happened yet
};

// Records name their file, and results computed from them repeat it: the name must outlive them.

/// An event, and what the file says of who reported and through which channel.
struct recorded_event {
  sla::event<severity> what;
  std::optional<hbi::role> by;
  std::optional<hbi::channel> through;
};

/// The tickets of a file.
///
/// history  what has happened to the one ticket that is to be explained
struct ticket_records {
  std::string_view file;
  std::map<std::string, followed_ticket, std::less<>> tickets;
  std::vector<recorded_event> history;
  std::int64_t events = 0;
  std::optional<sla::instant> last_at;
};

/// Reads `ticket,at,event,severity[,role][,channel]`; the events of one ticket stand in order, several tickets may mix.
///
/// A `notified` is `reported_otherwise` if its role or its channel says that it is no notification.
///
/// by         must outlive the records
/// as_of      the instant that will be asked about; none means the end of the records
/// explained  the ticket that is to be explained; empty for none
/// throws     bad_input
ticket_records read_tickets(const contract& by, const std::string& file, std::optional<sla::instant> as_of,
                            bad_lines& bad, std::string_view explained = {});

/// What a probe found: "up" or "down", or "degraded", which accepts connections and so is up.
///
/// throws  bad_value
sla::probe_state parse_state(std::string_view text);

/// The probes of a file that decide about what is asked, sorted within each service.
///
/// services  all that are in the file
/// probes    how many are in the file
struct probe_records {
  std::string_view file;
  std::map<std::string, std::vector<timed_probe>, std::less<>> services;
  std::int64_t probes = 0;
  std::optional<sla::instant> last_at;
};

/// Reads `at,service,state[,http_status][,latency_ms]`.
///
/// needed  the time whose probes are kept, with those around it that decide about it; others may be forgotten. None means
///         all
/// as_of   later probes are only checked, they have not happened yet; none means the end of the records
/// throws  bad_input
probe_records read_probes(const std::string& file, const std::optional<sla::interval>& needed,
                          std::optional<sla::instant> as_of, bad_lines& bad);

/// The outages of a service, of all of it and of parts.
struct recorded_outages {
  std::vector<sla::interval> full;
  std::vector<sla::partial_outage> partial;
};

/// The outages of a file by service.
struct outage_records {
  std::string_view file;
  std::map<std::string, recorded_outages, std::less<>> services;
};

/// A piece of maintenance, of one service or of all, and the line of the file that says so.
struct announced_work {
  sla::maintenance work;
  std::string service;  ///< empty for all
  std::int64_t line;
};

/// The maintenance of a file, in its order.
struct maintenance_records {
  std::string_view file;
  std::vector<announced_work> works;

  /// What concerns a service.
  std::vector<sla::maintenance> of(std::string_view service) const;
};

/// Reads `start,end,kind,announced[,service]`.
///
/// throws  bad_input
maintenance_records read_maintenance(const std::string& file, bad_lines& bad);

/// A kind of maintenance.
///
/// throws   bad_value
/// example  "routine", "emergency"
sla::maintenance_kind parse_maintenance_kind(std::string_view text);

/// A share of a service that was down.
///
/// throws   bad_value
/// example  "25 %"
sla::fraction parse_share(std::string_view text);

/// An outage from its start to its end.
///
/// text    when it ended; empty if it still goes on, which is until an instant, or not yet if it starts later
/// throws  bad_value; interval_error if it ends before it begins
sla::interval parse_outage_from(sla::instant start, std::string_view text, sla::instant going_on_until);

/// Reads `start,end[,service][,weight]`; an outage without an end still goes on.
///
/// as_of         up to then it does
/// only_service  the service of all outages of a file without the column
/// throws        bad_input
outage_records read_outages(const std::string& file, std::string_view only_service, sla::instant as_of, bad_lines& bad);

}  // namespace program

#endif
