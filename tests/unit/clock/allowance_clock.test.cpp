#include "sla/clock/allowance_clock.hpp"

#include <doctest/doctest.h>

#include <chrono>

#include "sla/contracts/harvard_business_impact.hpp"
#include "support/text.hpp"

namespace hbi = sla::harvard_business_impact;
using namespace std::chrono;

namespace {

using sla::business_days;
using sla::business_time;
using sla::clock_kind;
using sla::clock_of;
using sla::elapsed;

TEST_CASE("an allowance is used up by real time, by business's, or by the desk's") {
  CHECK((clock_of(hbi::support{}, elapsed{2h}) == clock_kind::real));
  CHECK((clock_of(hbi::support{}, business_time{2h}) == clock_kind::business));
  CHECK((clock_of(hbi::support{}, business_days{2}) == clock_kind::business));
  CHECK((clock_of(hbi::desk_pauses{}, elapsed{2h}) == clock_kind::desk));
  CHECK((clock_of(hbi::desk_pauses{}, business_days{2}) == clock_kind::business));
}

TEST_CASE("the clocks measure time each in its own way, in both directions") {
  const hbi::desk_pauses terms{};
  const auto eve = hbi::eastern(2026y / December / 24, 22h);
  const auto after = hbi::eastern(2026y / December / 26, 3h);
  CHECK(sla::detail::time_between(terms, clock_kind::real, eve, after) == 29h);
  CHECK(sla::detail::time_between(terms, clock_kind::desk, eve, after) == 5h);
  CHECK(sla::detail::time_between(terms, clock_kind::business, eve, after) == 2h);
  CHECK(sla::detail::time_between(terms, clock_kind::desk, after, eve) == -5h);
  CHECK(sla::detail::time_passed(terms, clock_kind::real, eve, 29h) == after);
  CHECK(sla::detail::time_passed(terms, clock_kind::desk, eve, 5h) == after);
  CHECK(sla::detail::time_passed(terms, clock_kind::business, eve, 2h) == hbi::eastern(2026y / December / 25, 0h));
}

}  // namespace
