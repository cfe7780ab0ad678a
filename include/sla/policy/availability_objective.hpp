#ifndef SLA_POLICY_AVAILABILITY_OBJECTIVE_HPP
#define SLA_POLICY_AVAILABILITY_OBJECTIVE_HPP

#include <string>

#include "sla/policy/fraction.hpp"
#include "sla/time/error.hpp"

namespace sla::inline v0 {

/// A promised share of a period: at least so much of it available.
///
/// at_least  more than 0, at most 1
/// throws    terms_error otherwise
/// example   availability_objective{fraction{999, 1000}} is 99.9 %
class availability_objective {
 public:
  constexpr explicit availability_objective(fraction at_least) : at_least_(at_least) {
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

}  // namespace sla::inline v0

#endif
