#ifndef SLA_FLEET_LOG_HPP
#define SLA_FLEET_LOG_HPP

#include <cstddef>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "../sla/delimited.hpp"
#include "sla/availability/downtime_map.hpp"
#include "sla/availability/service_record.hpp"

namespace fleet {

/// What the lines of a log tell: when a service was down, or what a look at it found.
enum class log_kind { outages, probes };

/// What logs tell about the services of a fleet, slot by slot: in which it was down, and from probes also in which it was
/// probed. Both only ever gain slots, so logs may overlap, repeat, and be cut and combined in any way.
class fleet_log {
 public:
  /// nothing_yet  the map of a service of which nothing was told
  fleet_log(log_kind kind, const sla::downtime_map& nothing_yet);

  /// Takes a CSV file: `service,start,end[,weight]`, with outages of whole services alone, or `service,at,state`; other
  /// columns are left alone.
  ///
  /// throws  bad_input naming file, line, field and value
  void read(const std::string& file);

  /// The services that were told of.
  std::vector<std::string> services() const;

  /// The size of the maps of one service.
  std::size_t bytes_of_a_service() const { return nothing_yet_.size() * nothing_yet_.front().bytes().size(); }

  /// Appends the maps of a service, also of one that was not told of.
  void append(const std::string& service, std::vector<std::byte>& to) const;

  /// The record of a service from its maps as bytes.
  sla::service_record record_from(std::string_view source, std::span<const std::byte> bytes) const;

 private:
  /// Lets a service be looked for without a copy of its name.
  struct name_hash : std::hash<std::string_view> {
    using is_transparent = void;
  };

  enum layer : std::size_t { down, probed };
  using layers = std::vector<sla::downtime_map>;

  void read_outages(const std::string& file);
  void read_probes(const std::string& file);
  layers& layers_of(const program::delimited_reader& line, std::size_t service);

  log_kind kind_;
  layers nothing_yet_;
  std::unordered_map<std::string, layers, name_hash, std::equal_to<>> services_;
};

}  // namespace fleet

#endif
