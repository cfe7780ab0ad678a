#include "sla/availability/error_budget.hpp"

#include <doctest/doctest.h>

#include <chrono>

#include "sla/contracts/harvard_business_impact.hpp"
#include "support/text.hpp"

namespace hbi = sla::harvard_business_impact;
using namespace std::chrono;

namespace {

using sla::elapsed;

sla::error_budget budget_of(year_month month, elapsed down) {
  const sla::interval period = sla::month_in(sla::us_eastern, month);
  const sla::instant noon = period.starts_at() + days{2} + 12h;
  return sla::error_budget(availability(
      hbi::support{}, month, sla::service_record_of("log", {{noon, noon + down.length()}}), period.ends_at()));
}

TEST_CASE("99.9 % of every length of month") {
  // clang-format off
  CHECK(budget_of(2026y / January,  {}).allowed == elapsed{milliseconds{44'640min} / 1000});   // 31 days
  CHECK(budget_of(2026y / March,    {}).allowed == elapsed{milliseconds{44'580min} / 1000});   // 31 days, an hour skipped
  CHECK(budget_of(2026y / April,    {}).allowed == elapsed{milliseconds{43'200min} / 1000});   // 30 days
  CHECK(budget_of(2026y / November, {}).allowed == elapsed{milliseconds{43'260min} / 1000});   // 30 days, an hour repeated
  CHECK(budget_of(2026y / February, {}).allowed == elapsed{milliseconds{40'320min} / 1000});   // 28 days
  CHECK(budget_of(2028y / February, {}).allowed == elapsed{milliseconds{41'760min} / 1000});   // 29 days
  // clang-format on
}

TEST_CASE("what is left is negative once the objective is missed") {
  const auto unspent = budget_of(2026y / April, {});
  CHECK(unspent.spent == elapsed{});
  CHECK(unspent.left == elapsed{43'200s * 60 / 1000});
  const auto exact = budget_of(2026y / April, elapsed{2'592s});
  CHECK(exact.spent == elapsed{2'592s});
  CHECK(exact.left == elapsed{});
  CHECK(budget_of(2026y / April, elapsed{2'592s + 1ms}).left == elapsed{-1ms});
}

TEST_CASE("an allowance that is no whole number of milliseconds is rounded down") {
  const sla::interval period{sla::instant{}, sla::instant{2'000ms}};
  const sla::availability_result result{.source = "log",
                                        .period = period,
                                        .up = {},
                                        .down = {},
                                        .excluded = {},
                                        .unknown = {},
                                        .measured = period.length(),
                                        .objective = sla::fraction{1, 3},
                                        .status = sla::availability_result::completeness::final};
  CHECK(sla::error_budget(result).allowed == elapsed{1'333ms});
}

}  // namespace
