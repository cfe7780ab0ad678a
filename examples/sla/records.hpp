#ifndef SLA_PROGRAM_RECORDS_HPP
#define SLA_PROGRAM_RECORDS_HPP

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "bad_input.hpp"
#include "contract.hpp"
#include "sla/availability/probe.hpp"
#include "sla/clock/ticket.hpp"
#include "sla/policy/maintenance.hpp"
#include "sla/time/interval.hpp"
#include "times.hpp"

namespace program {

/// A ticket, followed through its events under the edition in force when it was reported.
class followed_ticket {
 public:
  explicit followed_ticket(const contract& by) noexcept : by_(&by) {}

  /// Takes the next event; what lies after `as_of` is checked, but has not happened yet.
  ///
  /// throws  event_error, coverage_error, terms_error
  void add(const sla::event<severity>& next, std::optional<sla::instant> as_of);

  /// Both commitments; none if the ticket was not reported by then.
  std::optional<sla::assessment<severity>> assess(sla::instant as_of) const;

  /// The ticket as it was at the instant asked about; none if it was not reported by then.
  const sla::ticket<loaded_agreement>* as_of(sla::instant at) const;

  /// The edition that it is judged by.
  const sla::loaded_editions<loaded_agreement>::edition& edition() const { return *edition_; }

  /// What has happened by the instant asked about.
  const std::vector<sla::event<severity>>& events() const noexcept { return events_; }

 private:
  const contract* by_;
  const sla::loaded_editions<loaded_agreement>::edition* edition_ = nullptr;
  std::optional<sla::ticket<loaded_agreement>> life_;
  std::optional<sla::ticket<loaded_agreement>> earlier_;  ///< before the first event that has not happened yet
  std::vector<sla::event<severity>> events_;
};

// Records name their file, and results computed from them repeat it: the name must outlive them.

/// The tickets of a file.
struct ticket_records {
  std::string_view file;
  std::map<std::string, followed_ticket, std::less<>> tickets;
  std::int64_t events = 0;
  std::optional<sla::instant> last_at;
};

/// Reads `ticket,at,event,severity`; the events of one ticket stand in order, several tickets may mix.
///
/// by      must outlive the records
/// as_of   the instant that will be asked about; none means the end of the records
/// throws  bad_input
ticket_records read_tickets(const contract& by, const std::string& file, std::optional<sla::instant> as_of,
                            bad_lines& bad);

/// What a probe found: "up" or "down", or "degraded", which accepts connections and so is up.
///
/// throws  bad_value
sla::probe_state parse_state(std::string_view text);

/// One look at a service, how long its answer took, and its place in the file.
struct timed_probe {
  sla::probe seen;
  std::optional<sla::elapsed> latency;
  std::int64_t place;
};

/// The probes of a file, sorted within each service; those of one instant stay in the order of the file.
struct probe_records {
  std::string_view file;
  std::map<std::string, std::vector<timed_probe>, std::less<>> services;
  std::int64_t probes = 0;
  std::optional<sla::instant> last_at;
};

/// Reads `at,service,state,http_status,latency_ms`.
///
/// as_of   later probes are checked, but have not happened yet; none means the end of the records
/// throws  bad_input
probe_records read_probes(const std::string& file, std::optional<sla::instant> as_of, bad_lines& bad);

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

/// A piece of maintenance, of one service or of all.
struct announced_work {
  sla::maintenance work;
  std::string service;  ///< empty for all
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

/// Reads `start,end[,service][,weight]`.
///
/// only_service  the service of all outages of a file without the column
/// throws        bad_input
outage_records read_outages(const std::string& file, std::string_view only_service, bad_lines& bad);

}  // namespace program

#endif
