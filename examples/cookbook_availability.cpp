// The recipes of docs/cookbook.md about availability and maintenance, in its order.

#include <fmt/format.h>

#include <array>
#include <chrono>
#include <optional>
#include <sla/availability/availability.hpp>
#include <sla/availability/composition.hpp>
#include <sla/availability/downtime_map.hpp>
#include <sla/availability/error_budget.hpp>
#include <sla/availability/probe.hpp>
#include <sla/availability/what_if.hpp>
#include <sla/contracts/harvard_business_impact.hpp>
#include <sla/fmt/formatters.hpp>
#include <sla/policy/maintenance.hpp>

namespace hbi = sla::harvard_business_impact;
using namespace std::chrono;
using sla::elapsed;

namespace {

constexpr hbi::support terms;

auto in_new_york(sla::instant at) { return sla::local(sla::us_eastern, at); }

sla::instant november(int day, minutes time) { return hbi::eastern(2026y / November / day, time); }

// clang-format off

// ---- 14
void how_available_was_the_month() {
  const auto log = sla::service_record_of("operations log", {{november(10, 9h), november(10, 9h + 2min)},
                                                             {november(12, 3h), november(12, 3h + 44min)}});
  const auto month = sla::availability(terms, 2026y/November, log, hbi::eastern(2026y/December/1, 0h));
  const sla::error_budget budget(month);
  fmt::print("{:.4}, {}: {} allowed, {} spent\n", *month.share(), name_of(month.verdict()), budget.allowed,
             budget.spent);
}

// ---- 15
void how_long_may_this_outage_last() {
  const auto now = november(20, 22h + 40min);  // down since 22:30
  const auto log = sla::service_record_of("operations log", {{november(20, 22h + 30min), now}});
  const auto month = sla::availability(terms, 2026y/November, log, now);
  fmt::print("so far {:.4}, at the end {:.4} if nothing else happens\n", *month.share_so_far(), *month.best_share());
  if (const auto lost = sla::lost_at(terms, 2026y/November, log, {}, now))
    fmt::print("missed if it lasts beyond {}\n", in_new_york(*lost));
}

// ---- 16
void what_do_probes_prove() {
  using enum sla::probe_state;
  const std::array probes{sla::probe{november(23, 8h),         up},   sla::probe{november(23, 8h + 10min), down},
                          sla::probe{november(23, 8h + 15min), down}, sla::probe{november(23, 8h + 25min), up}};
  const auto rule = sla::probe_rule{}.after_failures(2).known_for(elapsed{30min});
  const auto found = sla::records_from("probe log", probes, {november(23, 8h), november(23, 9h)}, rule);
  fmt::print("outages seen: at least {}, {} as recorded, at most {}; unknown for {}\n", total(found.least.down),
             total(found.recorded.down), total(found.most.down), total(found.recorded.unknown));
}

// ---- 17
void may_we_do_maintenance() {
  const auto now = november(20, 20h);
  for (const auto length : {elapsed{1h}, elapsed{2h}})
    fmt::print("the next {} from {}\n", length,
               in_new_york(sla::next_maintenance_slot(terms, now, length).during.starts_at()));
  const auto start = hbi::eastern(2026y/December/1, 2h);
  fmt::print("for {}, announce before {}\n", in_new_york(start), in_new_york(sla::latest_notice(terms, start)));
}

// ---- 18
void what_if_it_is_down_for_an_hour() {
  const auto now = november(23, 9h);
  const auto log = sla::service_record_of("operations log", {{november(10, 9h), november(10, 9h + 30min)}});
  const sla::interval proposed{november(24, 2h), november(24, 3h)};
  const auto answer = sla::what_if(terms, 2026y/November, log, {}, proposed, now);
  fmt::print("{:.4} as it stands, {:.4} with it: {}\n", *answer.without.share(), *answer.with.share(),
             name_of(answer.with.verdict()));
}

// ---- 19
void two_servers_that_stand_in_for_each_other() {
  const auto one   = sla::service_record_of("log of one",   {{november(10, 3h), november(10, 4h)}});
  const auto other = sla::service_record_of("log of other", {{november(10, 3h + 45min), november(10, 6h)}});
  const auto both = sla::in_parallel(one, other);
  fmt::print("down for {} together\n", total(both.down));
}

// ---- 20
void many_machines() {
  const sla::interval month = sla::period_in(sla::us_eastern, 2026y/November);
  sla::downtime_map here(month, 60s, sla::part_slots::touched);
  sla::downtime_map there = here;
  here.add({november(10, 9h), november(10, 9h + 20min)});
  there.add({november(10, 9h + 10min), november(10, 9h + 30min)});
  const auto all = merge(merge(here, there), there);  // what arrives twice changes nothing
  fmt::print("down for {}, in {} bytes\n", all.down(), all.bytes().size());
}

// clang-format on

}  // namespace

int main() {
  how_available_was_the_month();
  how_long_may_this_outage_last();
  what_do_probes_prove();
  may_we_do_maintenance();
  what_if_it_is_down_for_an_hour();
  two_servers_that_stand_in_for_each_other();
  many_machines();
}
