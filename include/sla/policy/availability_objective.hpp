#ifndef SLA_POLICY_AVAILABILITY_OBJECTIVE_HPP
#define SLA_POLICY_AVAILABILITY_OBJECTIVE_HPP

#include <chrono>
#include <concepts>

#include "sla/policy/fraction.hpp"
#include "sla/time/error.hpp"
#include "sla/zone/measurement_period.hpp"

namespace sla::inline v0 {

/// A promised share of a kind of period: at least so much of each such period available.
///
/// at_least  more than 0, at most 1
/// throws    terms_error otherwise
/// example   objective_over<civil_quarter>{fraction{999, 1000}} is 99.9 % of each quarter
template <measurement_period Period>
class objective_over {
 public:
  using period = Period;

  constexpr explicit objective_over(fraction at_least) : at_least_(at_least) {
    if (at_least.numerator() == 0 || at_least > fraction{1, 1})
      an_objective_must_be_more_than_0_and_at_most_1(at_least);
  }

  constexpr fraction at_least() const noexcept { return at_least_; }

 private:
  [[noreturn]] static void an_objective_must_be_more_than_0_and_at_most_1(fraction at_least) {
    throw terms_error("an objective of " + percent_rounded_down(at_least, 4) + " % is not within (0, 100]");
  }

  fraction at_least_;
};

/// A promised share of each civil month.
///
/// example   availability_objective{fraction{999, 1000}} is 99.9 %
using availability_objective = objective_over<std::chrono::year_month>;

/// An objective over some kind of period.
template <class Objective>
concept objective_over_a_period = requires(const Objective& objective) {
  requires std::same_as<Objective, objective_over<typename Objective::period>>;
};

}  // namespace sla::inline v0

#endif
