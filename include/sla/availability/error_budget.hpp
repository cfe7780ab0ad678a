#ifndef SLA_AVAILABILITY_ERROR_BUDGET_HPP
#define SLA_AVAILABILITY_ERROR_BUDGET_HPP

#include "sla/availability/availability.hpp"

namespace sla::inline v0 {

/// The unavailable time that an objective allows, and what is left of it.
///
/// left     negative once the objective is missed
/// example  99.9 % of November 2026: 43.26 minutes allowed
struct error_budget {
  elapsed allowed;
  elapsed spent;
  elapsed left;

  constexpr explicit error_budget(const availability_result& result)
      : allowed(result.allowed()), spent(result.down), left(allowed - spent) {}
};

}  // namespace sla::inline v0

#endif
