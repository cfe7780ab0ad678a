#include "sla/policy/target.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <variant>

#include "support/text.hpp"

namespace {

using namespace std::chrono;
using sla::business_days;
using sla::business_time;
using sla::elapsed;
using sla::resolve_within;
using sla::respond_within;

TEST_CASE("a target keeps its amount and the kind of its hours") {
  CHECK(std::get<elapsed>(respond_within(elapsed{2h}).within()) == elapsed{2h});
  CHECK(std::get<business_time>(respond_within(business_time{4h}).within()) == business_time{4h});
  CHECK(std::get<business_days>(respond_within(business_days{1}).within()) == business_days{1});
  CHECK(std::get<elapsed>(resolve_within(elapsed{24h}).within()) == elapsed{24h});
  CHECK(std::get<business_time>(resolve_within(business_time{4h}).within()) == business_time{4h});
  CHECK(std::get<business_days>(resolve_within(business_days{30}).within()) == business_days{30});
}

TEST_CASE("a response is firm; a resolution is firm and starts where the agreement says, unless it says otherwise") {
  CHECK(respond_within(elapsed{2h}).strength() == sla::obligation::firm);
  CHECK(resolve_within(elapsed{2h}).strength() == sla::obligation::firm);
  CHECK_FALSE(resolve_within(elapsed{2h}).starts_from().has_value());

  const auto target =
      resolve_within(elapsed{24h}).from(sla::clock_start::confirmation).with(sla::obligation::reasonable_efforts);
  REQUIRE(target.starts_from().has_value());
  CHECK(*target.starts_from() == sla::clock_start::confirmation);
  CHECK(target.strength() == sla::obligation::reasonable_efforts);
  CHECK(std::get<elapsed>(target.within()) == elapsed{24h});
}

TEST_CASE("zero and less is no target") {
  constexpr const char* why = "a target must be more than zero; where nothing is promised, say case_by_case{}";
  CHECK_THROWS_WITH_AS(respond_within(elapsed{0h}), why, sla::terms_error);
  CHECK_THROWS_WITH_AS(respond_within(elapsed{-1ms}), why, sla::terms_error);
  CHECK_THROWS_WITH_AS(respond_within(business_time{0h}), why, sla::terms_error);
  CHECK_THROWS_WITH_AS(respond_within(business_days{0}), why, sla::terms_error);
  CHECK_THROWS_WITH_AS(resolve_within(elapsed{0h}), why, sla::terms_error);
  CHECK_THROWS_WITH_AS(resolve_within(business_days{-3}), why, sla::terms_error);
  CHECK_NOTHROW(respond_within(elapsed{1ms}));
  CHECK_NOTHROW(resolve_within(elapsed{1ms}));
}

}  // namespace
