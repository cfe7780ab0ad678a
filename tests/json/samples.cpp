// Prints samples of everything that becomes JSON, by the names of the schema's definitions; schema.py validates them.

#include <chrono>
#include <iostream>
#include <map>
#include <string>
#include <vector>

#include "sla/contracts/harvard_business_impact.hpp"
#include "sla/json/results.hpp"

namespace hbi = sla::harvard_business_impact;
using namespace std::chrono;
using json = nlohmann::ordered_json;

namespace {

using sla::commitment_kind;
using sla::elapsed;
using sla::event_kind;
using sla::fraction;

constexpr sla::instant reported = hbi::eastern(2026y / November / 20, 22h);
constexpr sla::instant monday = hbi::eastern(2026y / November / 23, 2h);
constexpr sla::instant december = hbi::eastern(2026y / December / 1, 0h);
constexpr sla::interval hour{monday, monday + 1h + 500ms};

const std::vector<sla::event<hbi::severity>> life{
    {reported, event_kind::notified, hbi::severity::critical},
    {reported + 1h, event_kind::responded, {}},
    {monday, event_kind::severity_changed, hbi::severity::minor},
};

json samples(const auto&... values) {
  json list = json::array();
  (list.push_back(values), ...);
  return list;
}

void add_tickets(json& all) {
  const std::vector<sla::event<sla::severity_level>> by_number{
      {reported, event_kind::notified, sla::severity_level{2}}};
  const auto running = sla::assess(hbi::support{}, std::vector{life[0]}, monday);
  const auto changed = sla::assess(hbi::support{}, life, monday);
  const sla::commitment<sla::severity_level> numbered{
      sla::commitment_state::met, monday, sla::severity_level{2}, sla::obligation::firm, monday, elapsed{}, {}};
  const std::vector<sla::event<hbi::severity>> duplicate{life[0], {monday, event_kind::withdrawn, {}}};
  const auto withdrawn = sla::assess(hbi::support{}, duplicate, monday);
  const std::vector<sla::event<hbi::severity>> strange{
      {reported, event_kind::reported_otherwise, hbi::severity::critical}};
  const auto waiting = sla::assess(hbi::support{}, strange, monday);
  sla::commitment_tally counts;
  counts.add(sla::commitment_state::met);
  const auto why = sla::explain(hbi::support{}, commitment_kind::response, hbi::severity::urgent,
                                hbi::eastern(2025y / July / 3, 15h + 30min));
  const auto not_started =
      sla::explain(hbi::support{}, commitment_kind::resolution, hbi::severity::critical, reported, {});
  all["deadline"] = samples(sla::deadline(monday), sla::deadline::not_promised());
  all["event_log"] = samples(life, by_number, duplicate, strange);
  all["event_logs"] = samples(std::map<std::string, std::vector<sla::event<hbi::severity>>>{{"T1", life}});
  all["assessment"] = samples(running, changed, waiting);
  all["commitment"] = samples(running.response, running.resolution, changed.resolution, numbered, withdrawn.resolution);
  all["allowance_used"] = samples(*running.response.used);
  all["commitment_tally"] = samples(counts);
  all["upcoming_breach"] = samples(sla::upcoming_breach{7, commitment_kind::response, monday});
  all["explanation"] = samples(why, not_started);
  all["segment"] = why.segments;
  all["running_allowance"] = samples(*why.running);
}

void add_records(json& all) {
  const sla::partial_outage quarter{hour, fraction{1, 4}};
  const sla::service_record record{"operations log", {hour}, {{reported, monday}}, {quarter}};
  const sla::maintenance work{sla::maintenance_kind::routine, hour, reported};
  const sla::maintenance emergency{sla::maintenance_kind::emergency, hour, {}};
  all["interval"] = samples(hour);
  all["intervals"] = samples(sla::interval_set{hour}, sla::interval_set{});
  all["partial_outage"] = samples(quarter);
  all["service_record"] = samples(record, sla::service_record_of("none", {}));
  all["maintenance"] = samples(work, emergency);
  all["maintenance_judgement"] = samples(sla::judge(hbi::support{}, work), sla::judge(hbi::support{}, emergency));
  all["probe"] = samples(sla::probe{monday, sla::probe_state::down});
  all["probe_count"] = samples(sla::probe_count{8490, 21});
  all["latency_count"] = samples(sla::latency_count{100, 95, 3});
  all["credit_sum"] = samples(sla::credit_sum{sla::money{125'000}, sla::money{12'500}});
}

void add_months(json& all) {
  const auto record = sla::service_record_of("operations log", {hour});
  const hbi::support terms{};
  const auto result = sla::availability(terms, 2026y / November, record, december);
  const auto nothing = sla::availability(terms, 2026y / December, record, december);
  const sla::composed_share formula = fraction{2, 3};
  all["availability_tally"] = samples(static_cast<const sla::availability_tally&>(result));
  all["availability"] = samples(result, nothing);
  all["error_budget"] = samples(sla::error_budget(result));
  all["downtime_in_maintenance"] = samples(result.in_maintenance);
  all["what_if"] = samples(sla::what_if(terms, 2026y / November, record, {}, hour, monday));
  all["burn_state"] = sla::burn_states(terms, 2026y / November, record, {}, monday + 30min, sla::usual_burn_alerts);
  all["timeline_segment"] = sla::timeline(terms, result.period, record, {}, december);
  all["composition"] = samples(sla::composition{formula, fraction{1, 2}});
  all["composed_share"] = samples(formula);
  all["edition_answer"] = samples(sla::edition_answer<sla::deadline>{"2026", monday});
  all["described_clause"] = samples(sla::described_clause{"hour_spill", "carries over"});
  all["finding"] = samples(sla::finding{sla::soundness_rule::latency_positive, "latency: 0 s"});
}

}  // namespace

int main() {
  json all;
  add_tickets(all);
  add_records(all);
  add_months(all);
  std::cout << all.dump(1) << '\n';
}
