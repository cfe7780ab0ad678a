// Months under Cloud CDN's published agreement and what they credit, worked out by hand, US Pacific.
//
// November 2026 has 43,260 minutes: 99.95 % allow 21 min 37.8 s down, 99 % allow 7 h 12 min 36 s, 95 % allow 36 h 3 min.

#include <doctest/doctest.h>

#include <chrono>
#include <optional>
#include <utility>

#include "sla/availability/availability.hpp"
#include "sla/contracts/google_cloud_cdn.hpp"
#include "sla/policy/credit.hpp"
#include "support/terms_text.hpp"

namespace cdn = sla::google_cloud_cdn;
using namespace sla::literals;
using namespace std::chrono;

namespace {

constexpr sla::instant after_the_month = cdn::pacific(2026y / December / 1, 0h);

sla::availability_result november(const auto& terms, sla::interval_set outages) {
  return sla::availability(terms, 2026y / November, sla::service_record_of("by hand", std::move(outages)),
                           after_the_month);
}

/// An outage that begins on Tue 2026-11-10 09:00.
sla::interval_set down_for(milliseconds length) {
  const sla::instant began_at = cdn::pacific(2026y / November / 10, 9h);
  return {{began_at, began_at + length}};
}

std::optional<sla::fraction> credit_of(const auto& terms, const sla::interval_set& outages) {
  return sla::credit(terms, november(terms, outages));
}

constexpr milliseconds allowed_by_99_95 = 21min + 37s + 800ms;
constexpr milliseconds allowed_by_99 = 7h + 12min + 36s;
constexpr milliseconds allowed_by_95 = 36h + 3min;

TEST_CASE("exactly at a bound a month belongs to the upper tier, a millisecond more is the next one") {
  const cdn::delivery terms;
  CHECK(november(terms, down_for(allowed_by_99_95)).share() == 99.95_percent);
  CHECK(credit_of(terms, {}) == 0_percent);
  CHECK(credit_of(terms, down_for(allowed_by_99_95)) == 0_percent);
  CHECK(credit_of(terms, down_for(allowed_by_99_95 + 1ms)) == 10_percent);
  CHECK(november(terms, down_for(allowed_by_99)).share() == 99_percent);
  CHECK(credit_of(terms, down_for(allowed_by_99)) == 10_percent);
  CHECK(credit_of(terms, down_for(allowed_by_99 + 1ms)) == 25_percent);
  CHECK(november(terms, down_for(allowed_by_95)).share() == 95_percent);
  CHECK(credit_of(terms, down_for(allowed_by_95)) == 25_percent);
  CHECK(credit_of(terms, down_for(allowed_by_95 + 1ms)) == 50_percent);
}

TEST_CASE("a month that was down as a whole credits half of the fee, a month of which nothing is known no number") {
  const cdn::delivery terms;
  const sla::interval whole = sla::period_in(cdn::delivery::month_zone, 2026y / November);
  CHECK(november(terms, {whole}).share() == 0_percent);
  CHECK(credit_of(terms, {whole}) == 50_percent);

  const sla::service_record nothing{"by hand", {}, {whole}};
  const auto unmeasured = sla::availability(terms, 2026y / November, nothing, after_the_month);
  CHECK(unmeasured.verdict() == sla::availability_verdict::not_measurable);
  CHECK(sla::credit(terms, unmeasured) == std::nullopt);
}

TEST_CASE("an outage of five minutes counts, any number of shorter ones do not") {
  const cdn::delivery terms;
  CHECK(november(terms, down_for(5min)).down == sla::elapsed{5min});
  CHECK(november(terms, down_for(5min - 1ms)).down == sla::elapsed{});
  sla::interval_set many;
  for (hours hour{0}; hour < 24h; ++hour) {
    const sla::instant at = cdn::pacific(2026y / November / 10, hour);
    many.append({at, at + 5min - 1ms});
  }
  CHECK(credit_of(terms, many) == 0_percent);
}

TEST_CASE("read in whole minutes, 22 minutes are the first to be credited") {
  const cdn::whole_minutes terms;
  CHECK(credit_of(terms, down_for(22min - 1ms)) == 0_percent);
  CHECK(credit_of(terms, down_for(22min)) == 10_percent);
}

TEST_CASE("the months are those of US Pacific, with the hour that November has twice") {
  const cdn::delivery terms;
  CHECK(sla::period_in(cdn::delivery::month_zone, 2026y / November).length() == sla::elapsed{43'260min});
  const sla::interval_set in_october{{cdn::pacific(2026y / October / 31, 21h), cdn::pacific(2026y / November / 1, 0h)}};
  CHECK(credit_of(terms, in_october) == 0_percent);
}

TEST_CASE("whatever is announced counts: the agreement excuses no maintenance") {
  const cdn::delivery terms;
  const auto down = down_for(1h);
  const sla::maintenance announced{sla::maintenance_kind::routine, *down.begin(),
                                   cdn::pacific(2026y / October / 1, 9h)};
  const auto result = sla::availability(terms, 2026y / November, sla::service_record_of("by hand", down),
                                        std::span(&announced, 1), after_the_month);
  CHECK(result.down == sla::elapsed{1h});
  CHECK(result.excluded == sla::elapsed{});
}

}  // namespace
