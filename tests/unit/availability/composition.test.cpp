#include "sla/availability/composition.hpp"

#include <doctest/doctest.h>

#include <chrono>

#include "sla/contracts/harvard_business_impact.hpp"
#include "support/terms_text.hpp"

namespace hbi = sla::harvard_business_impact;
using namespace std::chrono;

namespace {

using sla::composed_share;
using sla::fraction;
using sla::instant;
using sla::interval_set;
using sla::service_record;

constexpr instant at(year_month_day date, minutes since_midnight = 0min) { return hbi::eastern(date, since_midnight); }

constexpr year_month april = 2026y / April;
constexpr instant may = at(2026y / May / 1);
constexpr instant noon = at(2026y / April / 15, 12h);

constexpr instant minute(int number) { return noon + minutes{number}; }
interval_set down(int from, int to) { return {{minute(from), minute(to)}}; }
service_record record(int from, int to) { return sla::service_record_of("log", down(from, to)); }

TEST_CASE("a chain is down while any part is, spares while all are, k of n while too few are up") {
  const interval_set a = down(0, 30);
  const interval_set b = down(20, 50);
  const interval_set c = down(25, 70);
  CHECK(in_series(a, b, c) == down(0, 70));
  CHECK(in_parallel(a, b, c) == down(25, 30));
  CHECK(k_of_n(2, a, b, c) == down(20, 50));
  CHECK(k_of_n(3, a, b, c) == in_series(a, b, c));
  CHECK(k_of_n(1, a, b, c) == in_parallel(a, b, c));
  CHECK(in_series(a) == a);
}

TEST_CASE("outages that touch are one, and a part that stands twice counts twice") {
  CHECK(in_series(down(0, 10), down(10, 20)) == down(0, 20));
  CHECK(in_parallel(down(0, 10), down(10, 20)).empty());
  CHECK(k_of_n(2, down(0, 10), down(0, 10), down(5, 7)) == down(0, 10));
}

TEST_CASE("structures nest") {
  CHECK(in_series(down(100, 110), in_parallel(down(0, 30), down(20, 50)),
                  k_of_n(2, down(60, 80), down(70, 90), down(0, 1))) ==
        interval_set{{minute(20), minute(30)}, {minute(70), minute(80)}, {minute(100), minute(110)}});
}

TEST_CASE("a k that no whole has is refused") {
  CHECK_THROWS_AS(static_cast<void>(k_of_n(3, down(0, 1), down(0, 1))), sla::terms_error);
  CHECK_THROWS_AS(static_cast<void>(k_of_n(0, record(0, 1))), sla::terms_error);
  CHECK_THROWS_WITH_AS(static_cast<void>(in_series(std::span<const service_record>{})),
                       "0 of 0 parts cannot be needed; it must be 1 to all of them, and there must be a part",
                       sla::terms_error);
}

TEST_CASE("a whole is unknown only where the unknown parts decide") {
  const service_record unseen{"log", {}, down(0, 100)};
  CHECK(in_parallel(record(40, 60), unseen).unknown == down(40, 60));
  CHECK(in_parallel(record(40, 60), unseen).down.empty());
  CHECK(in_series(record(40, 60), unseen).down == down(40, 60));
  CHECK(in_series(record(40, 60), unseen).unknown == interval_set{{minute(0), minute(40)}, {minute(60), minute(100)}});
  CHECK(k_of_n(2, record(40, 60), record(50, 70), unseen).down == down(50, 60));
  CHECK(k_of_n(2, record(40, 60), record(50, 70), unseen).unknown ==
        interval_set{{minute(40), minute(50)}, {minute(60), minute(70)}});
}

TEST_CASE("of parts that are down in part the whole has the smallest loss that enough of them allow") {
  service_record half = record(0, 0);
  half.partial.emplace_back(sla::interval{minute(0), minute(60)}, fraction{1, 2});
  service_record third = record(30, 40);
  third.partial.emplace_back(sla::interval{minute(20), minute(80)}, fraction{1, 3});
  const auto unavailable = [](const service_record& whole) {
    return availability(hbi::support{}, april, whole, may).unavailable;
  };
  const auto weighted = [](int length, fraction weight) {
    return sla::weighted_time(sla::elapsed{minutes{length}}, weight);
  };
  CHECK(unavailable(in_parallel(half, third)) == weighted(10, {1, 2}) + weighted(30, {1, 3}));
  CHECK(unavailable(in_series(half, third)) == weighted(10, {1, 1}) + weighted(50, {1, 2}) + weighted(20, {1, 3}));
}

TEST_CASE("a whole names its source if the parts have the same") {
  CHECK(in_series(record(0, 1), record(2, 3)).source == "log");
  CHECK(in_series(record(0, 1), sla::service_record_of("other", {})).source == "several records");
}

TEST_CASE("the formula is for independent parts, and the two are told apart") {
  const auto composed = [](const auto& structure, const auto&... parts) {
    return compose(hbi::support{}, april, {}, may, structure, parts...);
  };
  const auto parallel = [](const auto&... parts) { return in_parallel(parts...); };
  const auto series = [](const auto&... parts) { return in_series(parts...); };
  const fraction one_hour = fraction{719, 720};
  const auto together = composed(parallel, record(0, 60), record(0, 60));
  REQUIRE(together.has_value());
  CHECK(together->measured == one_hour);
  CHECK(together->by_formula.at_least() <= fraction{518'399, 518'400});
  CHECK(together->by_formula.at_most() >= fraction{518'399, 518'400});
  CHECK(together->measured_to_formula() == std::strong_ordering::less);
  CHECK(composed(series, record(0, 60), record(0, 60))->measured_to_formula() == std::strong_ordering::greater);
  CHECK(composed(series, record(0, 60), record(60, 120))->measured_to_formula() == std::strong_ordering::less);
  CHECK(composed(series, record(0, 60))->measured_to_formula() == std::strong_ordering::equal);
  CHECK((sla::composition{composed_share(fraction{999, 1000}), fraction{999, 1000}}.measured_to_formula() ==
         std::strong_ordering::equal));
  const service_record nothing{"log", {}, {{at(2026y / April / 1), may}}};
  CHECK(!composed(series, record(0, 60), nothing).has_value());
}

}  // namespace
