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
#include "sla/availability/probe.hpp"
#include "sla/clock/ticket.hpp"
#include "sla/time/interval.hpp"
#include "times.hpp"

namespace program {

/// A ticket, followed through its events.
class followed_ticket {
 public:
  /// Takes the next event; what lies after `as_of` is checked, but has not happened yet.
  ///
  /// throws  event_error, coverage_error
  void add(const sla::event<hbi::severity>& next, std::optional<sla::instant> as_of);

  /// Both commitments; none if the ticket was not reported by then.
  std::optional<sla::assessment<hbi::severity>> assess(sla::instant as_of) const;

 private:
  static constexpr hbi::support terms{};

  sla::ticket<hbi::support> life_{terms};
  std::optional<sla::instant> reported_at_;
  std::optional<sla::assessment<hbi::severity>> earlier_;  ///< as of an instant before the last event
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
/// as_of   the instant that will be asked about; none means the end of the records
/// throws  bad_input
ticket_records read_tickets(const std::string& file, std::optional<sla::instant> as_of, bad_lines& bad);

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

/// The outages of a file by service.
struct outage_records {
  std::string_view file;
  std::map<std::string, std::vector<sla::interval>, std::less<>> services;
};

/// Reads `start,end[,service]`.
///
/// only_service  the service of all outages of a file without the column
/// throws        bad_input
outage_records read_outages(const std::string& file, std::string_view only_service, bad_lines& bad);

}  // namespace program

#endif
