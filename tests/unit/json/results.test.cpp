#include "sla/json/results.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <string>
#include <vector>

#include "sla/contracts/harvard_business_impact.hpp"

namespace hbi = sla::harvard_business_impact;
using namespace std::chrono;
using nlohmann::ordered_json;

namespace {

using sla::event_kind;
using sla::fraction;

constexpr sla::instant friday_night = hbi::eastern(2026y / November / 20, 22h);
constexpr sla::instant monday = hbi::eastern(2026y / November / 23, 2h);
constexpr sla::instant december = hbi::eastern(2026y / December / 1, 0h);

TEST_CASE("a commitment that is late") {
  const std::vector<sla::event<hbi::severity>> log{{friday_night, event_kind::notified, hbi::severity::urgent},
                                                   {monday + 1h, event_kind::responded, {}}};
  const ordered_json json = sla::assess(hbi::support{}, log, december);
  CHECK(json["response"].dump() ==
        R"({"state":"missed","severity":"urgent","strength":"firm","due":"2026-11-23T07:00:00Z",)"
        R"("fulfilled_at":"2026-11-23T08:00:00Z","withdrawn_at":null,"margin_s":-3600,)"
        R"("used":{"clock":"business","used_s":18000,"allowed_s":14400}})");
}

TEST_CASE("a commitment that is not promised has no strength and no instants") {
  const std::vector<sla::event<hbi::severity>> log{{friday_night, event_kind::notified, hbi::severity::minor}};
  const ordered_json json = sla::assess(hbi::support{}, log, monday).resolution;
  CHECK(json.dump() == R"({"state":"not_promised","severity":"minor","strength":null,"due":null,)"
                       R"("fulfilled_at":null,"withdrawn_at":null,"margin_s":null,"used":null})");
}

TEST_CASE("a tally of commitments has every state") {
  sla::commitment_tally counts;
  counts.add(sla::commitment_state::missed);
  CHECK(ordered_json(counts).dump() ==
        R"({"met":0,"missed":1,"running":0,"on_hold":0,"not_started":0,"withdrawn":0,"not_promised":0})");
}

TEST_CASE("an explanation") {
  const ordered_json json =
      sla::explain(hbi::support{}, sla::commitment_kind::response, hbi::severity::urgent, friday_night);
  CHECK(json["due"]["at"] == "2026-11-23T07:00:00Z");
  CHECK(json["running"]["allowed_s"] == 14400);
  CHECK(json["counted_s"] == 14400);
  CHECK(json["segments"][1].dump() ==
        R"({"from":"2026-11-21T05:00:00Z","to":"2026-11-23T05:00:00Z","kind":"week_end","name":null})");
}

TEST_CASE("an availability has its figures, its budget and its bounds") {
  const auto record = sla::service_record_of("operations log", {{monday, monday + 45min}});
  const ordered_json json = sla::availability(hbi::support{}, 2026y / November, record, december);
  CHECK(json["source"] == "operations log");
  CHECK(json["period"]["from"] == "2026-11-01T04:00:00Z");
  CHECK(json["down_s"] == 2700);
  CHECK(json["met"] == false);
  CHECK(json["percent"] == "99.8959");
  CHECK(json["percent_num"] == 72025);
  CHECK(json["percent_den"] == 721);
  CHECK(json["at_least_percent"] == "99.9000");
  CHECK(json["budget"].dump() == R"({"allowed_s":2595.6,"spent_s":2700,"left_s":-104.4,"left_percent":"0.0000"})");
  CHECK(json["provisional"] == false);
}

TEST_CASE("what is not measurable is null") {
  const auto record = sla::service_record_of("operations log", {});
  const ordered_json json = sla::availability(hbi::support{}, 2026y / December, record, december);
  for (const char* name : {"met", "percent", "percent_num", "percent_den"}) CHECK(json[name].is_null());
  CHECK(json["worst_case"].dump() == R"({"percent":null,"met":null})");
  CHECK(json["provisional"] == true);
}

TEST_CASE("burn rates are exact") {
  const ordered_json json = sla::burn_state{sla::usual_burn_alerts[0], fraction{72, 5}, fraction{100, 1}, std::nullopt};
  CHECK(json.dump() == R"({"window_s":3600,"short_window_s":300,"threshold":[72,5],"rate":[100,1],)"
                       R"("short_rate":null,"fires":false})");
}

TEST_CASE("maintenance that is judged") {
  const sla::maintenance work{
      sla::maintenance_kind::routine,
      {hbi::eastern(2026y / November / 20, 21h + 30min), hbi::eastern(2026y / November / 20, 23h)},
      hbi::eastern(2026y / November / 20, 12h)};
  const ordered_json json = sla::judge(hbi::support{}, work);
  CHECK(json["status"] == "short_notice");
  CHECK(json["outside_is"] == "counts");
  CHECK(json["could_start_at"] == "2026-11-26T05:00:00Z");
  CHECK(json["excused_s"] == 1800);
  CHECK(json["counted_s"] == 3600);
}

TEST_CASE("enumerators are their names, also on their own") {
  CHECK(ordered_json(sla::commitment_state::on_hold) == "on_hold");
  CHECK(ordered_json(sla::availability_verdict::not_measurable) == "not_measurable");
}

}  // namespace
