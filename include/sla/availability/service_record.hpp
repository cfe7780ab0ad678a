#ifndef SLA_AVAILABILITY_SERVICE_RECORD_HPP
#define SLA_AVAILABILITY_SERVICE_RECORD_HPP

#include <string_view>
#include <utility>

#include "sla/time/interval_set.hpp"

namespace sla::inline v0 {

/// What was recorded of a service: when it was down, and when nobody knows. All other time it was up.
///
/// source   the name of the records, repeated by every result computed from them
/// down     outages, normalised
/// unknown  time without a record; where an outage is recorded, it is known
struct service_record {
  std::string_view source;
  interval_set down;
  interval_set unknown;
};

/// A record that knows all of a period's outages.
///
/// example  service_record_of("operations log", {{20:45, 22:10}, {22:05, 22:20}}): down for 95 minutes
constexpr service_record service_record_of(std::string_view source, interval_set outages) {
  return {source, std::move(outages), {}};
}

}  // namespace sla::inline v0

#endif
