#include "sla/clock/commitment.hpp"

#include <doctest/doctest.h>

#include <chrono>

#include "support/terms_text.hpp"

using namespace std::chrono;

namespace {

using sla::clock_kind;
using sla::commitment_kind;
using sla::fraction;

enum class level { only };

TEST_CASE("the share of an allowance is exact, and more than 1 once more is used than allowed") {
  CHECK(sla::allowance_used{clock_kind::business, 3h, 4h}.share() == fraction{3, 4});
  CHECK(sla::allowance_used{clock_kind::real, 0h, 4h}.share() == fraction{0, 1});
  CHECK(sla::allowance_used{clock_kind::real, 5h, 4h}.share() == fraction{5, 4});
}

TEST_CASE("an assessment gives its two commitments by their kinds") {
  const sla::commitment<level> met{
      sla::commitment_state::met, sla::deadline::not_started(), level::only, {}, {}, {}, {}};
  const sla::commitment<level> on_hold{
      sla::commitment_state::on_hold, sla::deadline::not_started(), level::only, {}, {}, {}, {}};
  const sla::assessment<level> both{met, on_hold};
  CHECK((both[commitment_kind::response].state == sla::commitment_state::met));
  CHECK((both[commitment_kind::resolution].state == sla::commitment_state::on_hold));
}

}  // namespace
