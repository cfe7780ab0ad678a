#include "sla/availability/burn_rate.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <utility>

#include "sla/contracts/harvard_business_impact.hpp"
#include "support/message.hpp"
#include "support/terms_text.hpp"

namespace hbi = sla::harvard_business_impact;
using namespace std::chrono;

namespace {

using sla::burn_rate;
using sla::elapsed;
using sla::fraction;
using sla::instant;
using sla::service_record;

constexpr instant at(year_month_day date, minutes since_midnight = 0min) { return hbi::eastern(date, since_midnight); }

constexpr year_month april = 2026y / April;            // exactly 30 days
constexpr instant noon = at(2026y / April / 15, 12h);  // a Wednesday

service_record down_for(milliseconds length) { return sla::service_record_of("log", {{noon - length, noon}}); }

TEST_CASE("in 30 days the usual thresholds are 14.4, 6, 3 and 1, in another month they are not") {
  const elapsed thirty_days{30 * 24h};
  CHECK(sla::usual_burn_alerts[0].threshold_in(thirty_days) == fraction{144, 10});
  CHECK(sla::usual_burn_alerts[1].threshold_in(thirty_days) == fraction{6, 1});
  CHECK(sla::usual_burn_alerts[2].threshold_in(thirty_days) == fraction{3, 1});
  CHECK(sla::usual_burn_alerts[3].threshold_in(thirty_days) == fraction{1, 1});
  CHECK(sla::usual_burn_alerts[0].threshold_in(elapsed{43'260min}) == fraction{1442, 100});
}

TEST_CASE("a short window is a twelfth of its long one") {
  for (const sla::burn_alert& alert : sla::usual_burn_alerts)
    CHECK(alert.short_window.length() * 12 == alert.long_window.length());
}

TEST_CASE("an alert has a part of the budget, and a short window within its long one") {
  const auto message = [](fraction budget, milliseconds long_window, milliseconds short_window) {
    return sla_tests::message_of<sla::terms_error>(
        [&] { (void)sla::burn_alert{budget, elapsed{long_window}, elapsed{short_window}}; });
  };
  CHECK(message({5, 1}, 6h, 1h) == "an alert at 500.0000 % of the budget is not within (0, 100]");
  CHECK(message({0, 1}, 6h, 1h) == "an alert at 0.0000 % of the budget is not within (0, 100]");
  CHECK(message({2, 100}, 1h, 6h) ==
        "an alert on windows of 1 h and 6 h; allowed: the second is longer than 0, and no longer than the first");
  CHECK(message({2, 100}, 0h, 5min).starts_with("an alert on windows of 0 s and 5 min; allowed: "));
  CHECK(message({2, 100}, 1h, 0h).starts_with("an alert on windows of 1 h and 0 s; allowed: "));
  CHECK(message({2, 100}, 1h, -1ms).starts_with("an alert on windows of 1 h and -0.001 s; allowed: "));
  CHECK(message({1, 1}, 1h, 1h) == "nothing was thrown");
}

TEST_CASE("a rate is the unavailable share of the window over the allowed share") {
  CHECK(burn_rate(hbi::support{}, elapsed{1h}, down_for(6min), {}, noon) == fraction{100, 1});
  CHECK(burn_rate(hbi::support{}, elapsed{5min}, down_for(6min), {}, noon) == fraction{1000, 1});
  CHECK(burn_rate(hbi::support{}, elapsed{1h}, down_for(6min), {}, noon + 1h) == fraction{0, 1});
  CHECK(burn_rate(hbi::support{}, elapsed{1h}, down_for(6min), {}, noon + 57min) == fraction{50, 1});
}

TEST_CASE("windows look back across the beginning of the month and leave out maintenance windows") {
  const instant may = at(2026y / May / 1);
  const auto before = sla::service_record_of("log", {{may - 30min, may}});
  CHECK(burn_rate(hbi::support{}, elapsed{1h}, before, {}, may + 10min) == fraction{500, 1});
  const instant friday = at(2026y / April / 17, 22h);
  const auto planned = sla::service_record_of("log", {{friday - 1h, friday}});
  CHECK(burn_rate(hbi::support{}, elapsed{1h}, planned, {}, friday) == fraction{0, 1});
}

struct unknown_leaves : hbi::support {
  static constexpr auto unknown_time = sla::unknown_time::leaves_measured_time;
};
struct always : hbi::support {
  static constexpr sla::availability_objective availability{fraction{1, 1}};
};

TEST_CASE("unknown time is read as the agreement says; a window of which nothing is known has no rate") {
  const service_record record{"log", {{noon - 6min, noon}}, {{noon - 1h, noon - 30min}}};
  CHECK(burn_rate(hbi::support{}, elapsed{1h}, record, {}, noon) == fraction{100, 1});
  CHECK(burn_rate(unknown_leaves{}, elapsed{1h}, record, {}, noon) == fraction{200, 1});
  const service_record nothing{"log", {}, {{noon - 2h, noon}}};
  CHECK(burn_rate(hbi::support{}, elapsed{1h}, nothing, {}, noon) == std::nullopt);
}

TEST_CASE("an objective of 100 % has no budget to burn") {
  CHECK_THROWS_WITH_AS(static_cast<void>(burn_rate(always{}, elapsed{1h}, down_for(0s), {}, noon)),
                       "an objective of 100 % allows no downtime, so there is no budget to burn", sla::terms_error);
}

TEST_CASE("a window of no length is refused") {
  for (const auto& [window, message] : {std::pair{0ms, "a burn rate within 0 s; a window must be longer than 0"},
                                        std::pair{-1ms, "a burn rate within -0.001 s; a window must be longer than 0"}})
    CHECK_THROWS_WITH_AS(static_cast<void>(burn_rate(hbi::support{}, elapsed{window}, down_for(0s), {}, noon)), message,
                         sla::terms_error);
}

TEST_CASE("an alert fires at its threshold, a millisecond less and it does not; both windows must burn") {
  const auto first = [](milliseconds length, instant as_of) {
    return burn_states(hbi::support{}, april, down_for(length), {}, as_of, sla::usual_burn_alerts).front();
  };
  CHECK(first(51'840ms, noon).long_rate == fraction{144, 10});
  CHECK(first(51'840ms, noon).fires());
  CHECK(!first(51'839ms, noon).fires());
  CHECK(first(51'840ms, noon + 4min).fires());
  CHECK(first(51'840ms, noon + 5min).long_rate == fraction{144, 10});
  CHECK(!first(51'840ms, noon + 5min).fires());
}

TEST_CASE("an alert fires where both rates are exactly its threshold") {
  const sla::burn_alert& alert = sla::usual_burn_alerts[1];
  CHECK(sla::burn_state{alert, {6, 1}, fraction{6, 1}, fraction{6, 1}}.fires());
  CHECK(!sla::burn_state{alert, {6, 1}, fraction{6, 1}, fraction{599, 100}}.fires());
  CHECK(!sla::burn_state{alert, {6, 1}, fraction{599, 100}, fraction{6, 1}}.fires());
}

TEST_CASE("an alert of which a window is unknown does not fire") {
  const service_record record{"log", {{noon - 1h, noon - 10min}}, {{noon - 10min, noon}}};
  const auto state = burn_states(hbi::support{}, april, record, {}, noon, sla::usual_burn_alerts).front();
  CHECK(state.long_rate.has_value());
  CHECK(state.short_rate == std::nullopt);
  CHECK(!state.fires());
}

TEST_CASE("no service burns faster than one that is down all the time, so some alerts can never fire") {
  CHECK((sla::highest_burn_rate(sla::fraction{9, 10}) == sla::fraction{10, 1}));
  CHECK((sla::highest_burn_rate(sla::fraction{999, 1000}) == sla::fraction{1000, 1}));
  CHECK(sla::highest_burn_rate(sla::fraction{9, 10}) <
        sla::usual_burn_alerts.front().threshold_in(sla::elapsed{std::chrono::days{30}}));
  CHECK_THROWS_WITH_AS(static_cast<void>(sla::highest_burn_rate(sla::fraction{1, 1})),
                       "an objective of 100 % allows no downtime, so there is no budget to burn", sla::terms_error);
}

}  // namespace
