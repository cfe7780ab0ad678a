#ifndef SLA_PROGRAM_SERVICE_HISTORY_HPP
#define SLA_PROGRAM_SERVICE_HISTORY_HPP

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "service_month.hpp"

namespace program {

/// What a service was while it was not up.
enum class month_state { down, excluded, unknown, to_come };

/// A part of a month in which a service was not up.
struct stretch {
  month_state state;
  sla::interval during;
};

/// What is left of an error budget at an instant; negative once more is spent than allowed.
struct budget_point {
  sla::instant at;
  sla::elapsed left;
};

/// What happened when to a service in a month.
///
/// timeline   in order, without overlaps; at all other times the service was up
/// windows    the time that was planned: scheduled windows, and maintenance that is excused
/// burn_down  the budget left runs straight from point to point, and ends with what is known
/// lost_at    from then on more was spent than allowed; none if that did not happen
struct service_history {
  std::vector<stretch> timeline;
  sla::interval_set windows;
  std::vector<budget_point> burn_down;
  std::optional<sla::instant> lost_at;
};

/// The histories of services by their names.
using service_histories = std::map<std::string, service_history, std::less<>>;

/// The history of a service in the month; what lies after `as_of` is to come.
service_history history_of(const month_question& asked, const service_month& measured, sla::instant as_of);

}  // namespace program

#endif
