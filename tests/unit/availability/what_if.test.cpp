#include "sla/availability/what_if.hpp"

#include <doctest/doctest.h>

#include <chrono>

#include "sla/contracts/harvard_business_impact.hpp"
#include "support/terms_text.hpp"

namespace hbi = sla::harvard_business_impact;
using namespace std::chrono;

namespace {

using sla::availability_verdict;
using sla::elapsed;
using sla::instant;
using sla::interval;
using sla::service_record;

constexpr instant at(year_month_day date, minutes since_midnight = 0min) { return hbi::eastern(date, since_midnight); }

constexpr year_month april = 2026y / April;  // 99.9 % allow 43 min 12 s
constexpr instant may = at(2026y / May / 1);
constexpr instant noon = at(2026y / April / 15, 12h);  // a Wednesday
constexpr instant later = at(2026y / April / 29, 12h);

const service_record forty_minutes = sla::service_record_of("log", {{noon - 1h, noon - 20min}});

struct leaves_both : hbi::support {
  static constexpr auto planned_time = sla::planned_time::leaves_both;
};
struct unknown_is_down : hbi::support {
  static constexpr auto unknown_time = sla::unknown_time::counts_as_down;
};

TEST_CASE("an outage to come is counted before it happens, and the rest stays to come") {
  const auto answer = what_if(hbi::support{}, april, forty_minutes, {}, interval{later, later + 5min}, noon);
  CHECK(answer.without.verdict() == availability_verdict::met);
  CHECK(answer.with.verdict() == availability_verdict::missed);
  CHECK(answer.with.down == elapsed{45min});
  CHECK(answer.with.to_come == answer.without.to_come - elapsed{5min});
  CHECK(answer.with.up == answer.without.up);
  CHECK(answer.with.up + answer.with.down + answer.with.unknown == answer.with.period.length());
  CHECK(answer.with.status == sla::availability_result::completeness::provisional);
  CHECK(answer.with.best_case() == availability_verdict::missed);
  CHECK((answer.with.so_far == answer.without.so_far));
}

TEST_CASE("what is to come is not held against the month where unknown time counts as down") {
  const auto answer = what_if(unknown_is_down{}, april, forty_minutes, {}, interval{later, later + 3min}, noon);
  CHECK(answer.with.verdict() == availability_verdict::met);
  CHECK(answer.with.spent() == sla::weighted_time(elapsed{43min}));
}

TEST_CASE("an outage in the past, across the present, and in a month that is over") {
  const auto past = what_if(hbi::support{}, april, forty_minutes, {}, interval{noon - 30min, noon - 10min}, noon);
  CHECK(past.with.down == elapsed{50min});
  const auto across = what_if(hbi::support{}, april, forty_minutes, {}, interval{noon - 2min, noon + 1min}, noon);
  CHECK(across.with.down == elapsed{43min});
  CHECK(across.with.so_far.down == elapsed{42min});
  const auto over = what_if(hbi::support{}, april, forty_minutes, {}, interval{later, later + 1min}, may + 1h);
  CHECK(over.with.down == elapsed{41min});
  CHECK(over.with.status == sla::availability_result::completeness::final);
}

TEST_CASE("an outage recorded after the present is not known") {
  auto record = sla::service_record_of("log", {{noon + 1h, noon + 2h}});
  record.partial.emplace_back(interval{noon - 1h, noon + 4h}, sla::fraction{1, 2});
  const auto answer = what_if(hbi::support{}, april, record, {}, interval{later, later + 5min}, noon);
  CHECK(answer.with.down == elapsed{65min});
  CHECK(answer.with.unavailable == sla::weighted_time(elapsed{35min}));
}

struct five_minutes : hbi::support {
  static constexpr elapsed shortest_outage{5min};
};

TEST_CASE("an outage of a part goes on as the whole outage that is proposed") {
  service_record record{"log", {}, {}};
  record.partial.emplace_back(interval{noon - 10min, noon}, sla::fraction{1, 2});
  const auto answer = what_if(five_minutes{}, april, record, {}, interval{noon, noon + 3min}, noon);
  service_record after = record;
  after.down = {{noon, noon + 3min}};
  CHECK(answer.with.unavailable == availability(five_minutes{}, april, after, may).unavailable);
  CHECK(answer.with.unavailable == sla::weighted_time(elapsed{13min}, {1, 2}));
  const auto across = what_if(five_minutes{}, april, sla::service_record_of("log", {{noon - 3min, noon}}), {},
                              interval{noon, noon + 2min}, noon);
  CHECK(across.without.down == elapsed{});
  CHECK(across.with.down == elapsed{5min});
  const auto over = what_if(five_minutes{}, april, sla::service_record_of("log", {{may - 2min, may + 10min}}), {},
                            interval{noon, noon + 5min}, may + 1h);
  CHECK(over.without.down == elapsed{2min});
  CHECK(over.with.down == elapsed{7min});
}

struct touched_minutes : hbi::support {
  static constexpr auto outage_rounding = sla::outage_rounding::every_touched_minute;
};

TEST_CASE("an outage that is recorded already changes nothing, though it goes on and is rounded") {
  const instant now = noon + 20s;
  const auto unchanged = [&](const service_record& record, interval outage) {
    const auto answer = what_if(touched_minutes{}, april, record, {}, outage, now);
    CHECK((answer.with.so_far == answer.without.so_far));
    CHECK(answer.with.down == answer.without.down);
    CHECK(answer.with.to_come == answer.without.to_come);
    CHECK(answer.with.unavailable == answer.without.unavailable);
  };
  const service_record running = sla::service_record_of("log", {{noon - 10min, now + 1h}});
  unchanged(running, {noon - 10min, now});
  unchanged(running, {noon - 5min, noon});
  unchanged(running, {now, now});
  const service_record just_over = sla::service_record_of("log", {{noon - 10min, noon + 5s}});
  unchanged(just_over, {noon - 10min, noon + 5s});
  service_record half = sla::service_record_of("log", {{noon - 10min, noon - 5min}});
  half.partial.emplace_back(interval{noon - 10min, now}, sla::fraction{1, 2});
  unchanged(half, {noon - 10min, noon - 5min});

  const auto goes_on = what_if(touched_minutes{}, april, running, {}, interval{now, now + 10s}, now);
  CHECK(goes_on.with.down == elapsed{11min});
  const auto another = what_if(touched_minutes{}, april, running, {}, interval{noon + 10min, noon + 12min}, now);
  CHECK(another.with.down == another.without.down + elapsed{2min});
  const auto half_goes_on = what_if(touched_minutes{}, april, half, {}, interval{now, now + 10s}, now);
  CHECK(half_goes_on.with.unavailable == sla::weighted_time(elapsed{5min}) + sla::weighted_time(elapsed{5min}, {1, 2}) +
                                             sla::weighted_time(elapsed{1min}));
}

TEST_CASE("proposed maintenance is judged by its notice") {
  const auto work = [](instant announced) {
    return sla::maintenance{sla::maintenance_kind::routine, {later, later + 1h}, announced};
  };
  const auto in_time = what_if(hbi::support{}, april, forty_minutes, {}, work(noon), noon);
  CHECK(in_time.with.verdict() == availability_verdict::met);
  CHECK(in_time.with.excluded == elapsed{1h});
  CHECK(in_time.with.down == elapsed{40min});
  const auto late = what_if(hbi::support{}, april, forty_minutes, {}, work(later - 24h), later - 24h);
  CHECK(late.with.verdict() == availability_verdict::missed);
  CHECK(late.with.in_maintenance.short_notice == elapsed{1h});
  CHECK(late.without.in_maintenance.short_notice == elapsed{});
  const auto out_of_both = what_if(leaves_both{}, april, forty_minutes, {}, work(noon), noon);
  CHECK(out_of_both.with.measured == out_of_both.without.measured - elapsed{1h});
}

}  // namespace
