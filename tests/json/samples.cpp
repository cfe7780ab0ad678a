// Prints samples of everything that becomes JSON, by the names of the schema's definitions; schema.py validates them.

#include <array>
#include <chrono>
#include <iostream>
#include <map>
#include <string>
#include <vector>

#include "sla/clock/check.hpp"
#include "sla/contracts/harvard_business_impact.hpp"
#include "sla/json/results.hpp"
#include "sla/policy/loaded_agreement.hpp"

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

struct broken : hbi::support {
  static constexpr sla::business_days maintenance_notice{0};
};

const std::vector<sla::event<hbi::severity>> life{
    {reported, event_kind::notified, hbi::severity::critical},
    {reported + 1h, event_kind::responded, {}},
    {monday, event_kind::severity_changed, hbi::severity::minor},
};

json tickets() {
  static const sla::loaded_agreement loaded{hbi::support{}};
  const std::vector<sla::event<sla::severity_level>> by_number{
      {reported, event_kind::notified, sla::severity_level{2}}};
  const auto running = sla::assess(hbi::support{}, std::vector{life[0]}, monday);
  const auto changed = sla::assess(hbi::support{}, life, monday);
  const auto numbered = sla::assess(loaded, by_number, monday);
  sla::commitment_tally counts;
  counts.add(sla::commitment_state::met);
  const auto why = sla::explain(hbi::office_hours{}, commitment_kind::response, hbi::severity::urgent,
                                hbi::eastern(2025y / July / 3, 15h + 30min));
  const auto not_started =
      sla::explain(hbi::support{}, commitment_kind::resolution, hbi::severity::critical, reported, {});
  return {
      {"deadline", json::array({json(sla::deadline(monday)), json(sla::deadline::not_promised())})},
      {"event_log", json::array({json(life), json(by_number)})},
      {"event_logs", json::array({json(std::map<std::string, std::vector<sla::event<hbi::severity>>>{{"T1", life}})})},
      {"assessment", json::array({json(running), json(changed), json(numbered)})},
      {"commitment", json::array({json(running.response), json(running.resolution), json(changed.resolution)})},
      {"allowance_used", json::array({json(*running.response.used)})},
      {"commitment_tally", json::array({json(counts)})},
      {"upcoming_breach", json::array({json(sla::upcoming_breach{7, commitment_kind::response, monday})})},
      {"explanation", json::array({json(why), json(not_started)})},
      {"segment", json(why.segments)},
      {"running_allowance", json::array({json(*why.running)})},
  };
}

json records() {
  const sla::partial_outage quarter{hour, fraction{1, 4}};
  const sla::service_record record{"operations log", {hour}, {{reported, monday}}, {quarter}};
  const sla::maintenance work{sla::maintenance_kind::routine, hour, reported};
  const sla::maintenance emergency{sla::maintenance_kind::emergency, hour, {}};
  return {
      {"interval", json::array({json(hour)})},
      {"intervals", json::array({json(sla::interval_set{hour}), json(sla::interval_set{})})},
      {"partial_outage", json::array({json(quarter)})},
      {"service_record", json::array({json(record), json(sla::service_record_of("none", {}))})},
      {"maintenance", json::array({json(work), json(emergency)})},
      {"maintenance_judgement",
       json::array({json(sla::judge(hbi::support{}, work)), json(sla::judge(hbi::support{}, emergency))})},
      {"probe", json::array({json(sla::probe{monday, sla::probe_state::down})})},
      {"probe_count", json::array({json(sla::probe_count{8490, 21})})},
      {"latency_count", json::array({json(sla::latency_count{100, 95, 3})})},
      {"credit_sum", json::array({json(sla::credit_sum{sla::money{125'000}, sla::money{12'500}})})},
  };
}

json measured() {
  const auto record = sla::service_record_of("operations log", {hour});
  const hbi::support terms{};
  const auto result = sla::availability(terms, 2026y / November, record, december);
  const auto nothing = sla::availability(terms, 2026y / December, record, december);
  const auto together = [](const auto& a, const auto& b) { return sla::in_parallel(a, b); };
  const auto composed = sla::compose(terms, 2026y / November, {}, december, together, record, record);
  return {
      {"availability_tally", json::array({json(static_cast<const sla::availability_tally&>(result))})},
      {"availability", json::array({json(result), json(nothing)})},
      {"error_budget", json::array({json(sla::error_budget(result))})},
      {"downtime_in_maintenance", json::array({json(result.in_maintenance)})},
      {"what_if", json::array({json(sla::what_if(terms, 2026y / November, record, {}, hour, monday))})},
      {"burn_state",
       json(sla::burn_states(terms, 2026y / November, record, {}, monday + 30min, sla::usual_burn_alerts))},
      {"timeline_segment", json(sla::timeline(terms, result.period, record, {}, december))},
      {"composition", json::array({json(*composed)})},
      {"composed_share", json::array({json(composed->by_formula)})},
      {"edition_answer", json::array({json(sla::edition_answer<sla::deadline>{"2026", monday})})},
      {"described_clause", json(sla::describe(terms))},
      {"finding", json(sla::check(broken{}))},
  };
}

}  // namespace

int main() {
  json all = tickets();
  all.update(records());
  all.update(measured());
  std::cout << all.dump(1) << '\n';
}
