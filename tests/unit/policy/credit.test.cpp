#include "sla/policy/credit.hpp"

#include <doctest/doctest.h>

#include <cstdint>
#include <optional>

#include "sla/policy/percent.hpp"
#include "support/terms_text.hpp"

using namespace sla::literals;

namespace {

using sla::credit_cap;
using sla::credit_schedule;
using sla::credit_sum;
using sla::credit_tier;
using sla::fraction;
using sla::money;
using sla::money_rounding;

struct terms {
  static constexpr credit_schedule credits{
      credit_cap{50_percent},
      credit_tier{.at_least = 99_percent, .below = 99.9_percent, .credit = 10_percent},
      credit_tier{.at_least = 95_percent, .below = 99_percent, .credit = 25_percent},
      credit_tier{.at_least = 0_percent, .below = 95_percent, .credit = 100_percent},
  };
};

struct measured {
  std::optional<fraction> of_the_month;
  constexpr std::optional<fraction> share() const { return of_the_month; }
};

static_assert(sla::credit_terms<terms>);
static_assert(!sla::credit_terms<measured>);
static_assert(sla::measured_availability<measured>);
static_assert(!sla::measured_availability<terms>);
static_assert(sla::credit_for(terms::credits, 99_percent) == 10_percent);

/// One millisecond of November 2026 in New York.
constexpr std::int64_t november = 43'260LL * 60'000;

TEST_CASE("a bound belongs to the tier above it, to the millisecond") {
  const auto credit_without = [](std::int64_t milliseconds) {
    return sla::credit_for(terms::credits, fraction{november - milliseconds, november});
  };
  CHECK(credit_without(0) == fraction{0, 1});
  CHECK(credit_without(november / 1000) == fraction{0, 1});  // exactly 99.9 %
  CHECK(credit_without(november / 1000 + 1) == 10_percent);
  CHECK(credit_without(november / 100) == 10_percent);  // exactly 99 %
  CHECK(credit_without(november / 100 + 1) == 25_percent);
  CHECK(credit_without(november / 20) == 25_percent);      // exactly 95 %
  CHECK(credit_without(november / 20 + 1) == 50_percent);  // the tier gives all, the cap half
  CHECK(credit_without(november) == 50_percent);
}

TEST_CASE("the tier is the line of the table, before the cap") {
  CHECK(sla::tier_for(terms::credits, 99_percent) == terms::credits.tiers()[0]);
  CHECK(sla::tier_for(terms::credits, 0_percent) == terms::credits.tiers()[2]);
  CHECK(sla::tier_for(terms::credits, 99.9_percent) == std::nullopt);
  CHECK(sla::tier_for(terms::credits, 100_percent) == std::nullopt);
}

TEST_CASE("where nothing is promised nothing is credited") {
  const sla::loaded_credit_schedule none(sla::no_credits{});
  CHECK(sla::tier_for(none, 0_percent) == std::nullopt);
  CHECK(sla::credit_for(none, 0_percent) == fraction{0, 1});
}

TEST_CASE("a period that could not be measured has no credit, which is not a credit of 0") {
  CHECK(sla::credit(terms{}, measured{99.5_percent}) == 10_percent);
  CHECK(sla::credit(terms{}, measured{100_percent}) == fraction{0, 1});
  CHECK(sla::credit(terms{}, measured{std::nullopt}) == std::nullopt);
  CHECK_FALSE(sla::uncapped_credit(terms{}, measured{std::nullopt}, money{100}, money_rounding::down).has_value());
}

TEST_CASE("a fee gives its part, rounded as it is said") {
  const auto owed = [](fraction share, std::int64_t fee, money_rounding rounding) {
    return sla::uncapped_credit(terms{}, measured{share}, money{fee}, rounding).value();
  };
  CHECK((owed(99.5_percent, 125'005, money_rounding::down) == credit_sum{money{125'005}, money{12'500}}));
  CHECK((owed(99.5_percent, 125'005, money_rounding::half_up) == credit_sum{money{125'005}, money{12'501}}));
  CHECK((owed(99.9_percent, 125'005, money_rounding::up) == credit_sum{money{125'005}, money{}}));
  CHECK((owed(0_percent, 125'005, money_rounding::up) == credit_sum{money{125'005}, money{125'005}}));
}

TEST_CASE("one cap holds for all services together, and is rounded down") {
  const credit_sum portal{money{10'001}, money{10'001}};
  const credit_sum reports{money{30'000}, money{3'000}};
  CHECK(portal.under(credit_cap{50_percent}) == money{5'000});
  CHECK(merge(portal, reports).under(credit_cap{50_percent}) == money{13'001});
  CHECK(merge(portal, reports).under(credit_cap{25_percent}) == money{10'000});
  CHECK(merge(portal, reports).under(credit_cap{100_percent}) == money{13'001});
  CHECK(credit_sum{}.under(credit_cap{100_percent}) == money{});
}

}  // namespace
