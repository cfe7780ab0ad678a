#include "sla/availability/weighted_time.hpp"

#include <doctest/doctest.h>

#include "support/terms_text.hpp"

using namespace std::chrono;

namespace {

using sla::elapsed;
using sla::fraction;
using sla::weighted_time;

TEST_CASE("a third of an hour is twenty minutes, a third of a second is no whole number of milliseconds") {
  CHECK(weighted_time(elapsed{1h}, fraction{1, 3}) == weighted_time(elapsed{20min}));
  const weighted_time third(elapsed{1s}, fraction{1, 3});
  CHECK(third.milliseconds() == fraction{1000, 3});
  CHECK(third.rounded_down() == elapsed{333ms});
  CHECK(third.rounded_up() == elapsed{334ms});
  CHECK(weighted_time(elapsed{333ms}).rounded_up() == elapsed{333ms});
  CHECK(weighted_time{}.rounded_up() == elapsed{});
}

TEST_CASE("three thirds are exactly the whole") {
  const weighted_time third(elapsed{1s}, fraction{1, 3});
  CHECK(third + third + third == weighted_time(elapsed{1s}));
  CHECK(third + third < weighted_time(elapsed{667ms}));
  CHECK(third + third > weighted_time(elapsed{666ms}));
}

TEST_CASE("negative time cannot be weighted") {
  CHECK_THROWS_AS(static_cast<void>(weighted_time(elapsed{-1ms})), sla::terms_error);
}

}  // namespace
