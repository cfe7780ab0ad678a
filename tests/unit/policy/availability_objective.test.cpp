#include "sla/policy/availability_objective.hpp"

#include <doctest/doctest.h>

#include "support/terms_text.hpp"

namespace {

using sla::availability_objective;
using sla::fraction;

TEST_CASE("an objective lies above 0 and does not exceed 1") {
  CHECK(availability_objective{fraction{999, 1000}}.at_least() == fraction{999, 1000});
  CHECK(availability_objective{fraction{1, 1}}.at_least() == fraction{1, 1});
  CHECK(availability_objective{fraction{1, fraction::largest_denominator}}.at_least() > fraction{0, 1});
  CHECK_THROWS_WITH_AS((availability_objective{fraction{0, 1}}), "an objective of 0.0000 % is not within (0, 100]",
                       sla::terms_error);
  CHECK_THROWS_WITH_AS((availability_objective{fraction{999, 10}}),
                       "an objective of 9990.0000 % is not within (0, 100]", sla::terms_error);
  CHECK_THROWS_AS((availability_objective{fraction{fraction::largest_denominator + 1, fraction::largest_denominator}}),
                  sla::terms_error);
}

}  // namespace
