#include "sla/json/records.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <map>
#include <string>
#include <vector>

#include "sla/contracts/harvard_business_impact.hpp"
#include "support/message.hpp"
#include "support/moments.hpp"

namespace hbi = sla::harvard_business_impact;
using namespace std::chrono;
using nlohmann::ordered_json;
using sla_tests::message_of;
using sla_tests::utc;

namespace {

using events = std::vector<sla::event<hbi::severity>>;

constexpr sla::instant monday = utc(2026y / November / 23, 7h);
constexpr sla::interval hour{monday, monday + 1h};

template <class Value>
std::string refusal_of(const std::string& text) {
  return message_of<sla::json_error>([&] {
    const auto document = sla::parse_json(text, "log.json");
    static_cast<void>(sla::read_json<Value>(document));
  });
}

TEST_CASE("a log of events") {
  const events log{{monday, sla::event_kind::notified, hbi::severity::urgent},
                   {monday + 1h, sla::event_kind::responded, {}}};
  const ordered_json json = log;
  CHECK(json.dump() == R"([{"at":"2026-11-23T07:00:00Z","event":"notified","severity":"urgent"},)"
                       R"({"at":"2026-11-23T08:00:00Z","event":"responded"}])");
  const ordered_json null_severity = {{{"at", "2026-11-23T07:00:00Z"}, {"event", "closed"}, {"severity", nullptr}}};
  CHECK(!sla::read_json<events>(null_severity)[0].severity);
}

TEST_CASE("levels of an agreement that became known at run time are numbers") {
  const sla::event<sla::severity_level> reported{monday, sla::event_kind::notified, sla::severity_level{2}};
  const ordered_json json = reported;
  CHECK(json["severity"] == 2);
  CHECK((sla::read_json<sla::event<sla::severity_level>>(json).severity == sla::severity_level{2}));
  CHECK(refusal_of<sla::event<sla::severity_level>>(
            R"({"at":"2026-11-23T07:00:00Z","event":"notified","severity":"urgent"})") ==
        "/severity \"urgent\": is no whole number; allowed: the number of a level");
  CHECK(refusal_of<sla::event<sla::severity_level>>(
            R"({"at":"2026-11-23T07:00:00Z","event":"notified","severity":99999999999})") ==
        "/severity 99999999999: is no number of a level; allowed: the number of a level");
}

TEST_CASE("what is wrong with a log is named by ticket and line") {
  using logs = std::map<std::string, events>;
  CHECK(refusal_of<logs>(R"({"T1": [{"at":"2026-11-23T07:00:00Z","event":"notified","severity":"grave"}]})") ==
        "/T1/0/severity \"grave\": is no such name; allowed: critical, urgent, serious, minor");
  CHECK(refusal_of<logs>(R"({"T1": [{"at":"2026-11-23T07:00:00Z","event":"answered"}]})")
            .starts_with("/T1/0/event \"answered\": is no such name; allowed: notified, identified, severity_changed"));
  CHECK(refusal_of<logs>(R"({"T1": [{"at":"2026-11-23T07:00:00Z","evnt":"closed"}]})") ==
        "/T1/0/evnt \"closed\": is no member of this object; allowed: at, event, severity");
}

TEST_CASE("a record of a service") {
  const sla::service_record record{"log", {hour}, {}, {sla::partial_outage{hour, sla::fraction{1, 4}}}};
  const ordered_json json = record;
  CHECK(json.dump() ==
        R"({"source":"log","down":[{"from":"2026-11-23T07:00:00Z","to":"2026-11-23T08:00:00Z"}],"unknown":[],)"
        R"("partial":[{"from":"2026-11-23T07:00:00Z","to":"2026-11-23T08:00:00Z","weight":[1,4]}]})");
  const ordered_json least = {{"source", "log"}, {"down", ordered_json::array()}};
  CHECK(sla::read_json<sla::service_record>(least).source == "log");
  CHECK(sla::read_json<sla::service_record>(least).unknown.empty());
  CHECK(refusal_of<sla::service_record>(R"({"source":"log","down":[],"partial":[{"from":"2026-11-23T07:00:00Z",
                                            "to":"2026-11-23T08:00:00Z","weight":[5,4]}]})")
            .ends_with(": the weight 5/4 of a partial outage is not within (0, 1]"));
  CHECK(refusal_of<sla::service_record>(R"({"down":[]})").find("has no member \"source\"") != std::string::npos);
}

TEST_CASE("maintenance and probes") {
  const ordered_json work = sla::maintenance{sla::maintenance_kind::routine, hour, std::nullopt};
  CHECK(work.dump() == R"({"kind":"routine","from":"2026-11-23T07:00:00Z","to":"2026-11-23T08:00:00Z",)"
                       R"("announced":null})");
  CHECK(ordered_json(sla::probe{monday, sla::probe_state::down}).dump() ==
        R"({"at":"2026-11-23T07:00:00Z","state":"down"})");
  CHECK(refusal_of<sla::probe>(R"({"at":"2026-11-23T07:00:00Z","state":"degraded"})") ==
        "/state \"degraded\": is no such name; allowed: up, down");
}

TEST_CASE("counts are 0 or more") {
  CHECK(ordered_json(sla::probe_count{2, 1}).dump() == R"({"up":2,"down":1})");
  CHECK(refusal_of<sla::probe_count>(R"({"up":2,"down":-1})") == "/down -1: is negative; allowed: 0 or more");
  CHECK(refusal_of<sla::latency_count>(R"({"counted":1,"within":2,"exempt":0})")
            .ends_with(": has more within than counted; allowed: at most all of them"));
}

TEST_CASE("a tally keeps weighted time exactly") {
  sla::availability_tally sum;
  sum.unavailable = sla::weighted_time(sla::elapsed{1ms}, sla::fraction{1, 3});
  const ordered_json json = sum;
  CHECK(json["unavailable_ms"].dump() == "[1,3]");
  CHECK((sla::read_json<sla::availability_tally>(json) == sum));
}

}  // namespace
