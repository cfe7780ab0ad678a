#include "sla/clock/commitment_tally.hpp"

#include <doctest/doctest.h>

namespace {

using sla::commitment_state;
using sla::commitment_tally;

commitment_tally of(int met, int missed, int not_promised) {
  commitment_tally tally;
  for (; met > 0; --met) tally.add(commitment_state::met);
  for (; missed > 0; --missed) tally.add(commitment_state::missed);
  for (; not_promised > 0; --not_promised) tally.add(commitment_state::not_promised);
  return tally;
}

TEST_CASE("every state is counted by itself") {
  CHECK(of(3, 2, 1)[commitment_state::met] == 3);
  CHECK(of(3, 2, 1)[commitment_state::missed] == 2);
  CHECK(of(3, 2, 1)[commitment_state::not_promised] == 1);
  CHECK(of(3, 2, 1)[commitment_state::running] == 0);
  CHECK(of(3, 2, 1).total() == 6);
  CHECK(commitment_tally{}.total() == 0);
}

TEST_CASE("tallies add up in any order and grouping") {
  const auto a = of(1, 2, 3);
  const auto b = of(4, 0, 1);
  const auto c = of(0, 5, 0);
  CHECK((merge(a, b) == of(5, 2, 4)));
  CHECK((merge(a, b) == merge(b, a)));
  CHECK((merge(a, merge(b, c)) == merge(merge(a, b), c)));
  CHECK((merge(a, commitment_tally{}) == a));
}

}  // namespace
