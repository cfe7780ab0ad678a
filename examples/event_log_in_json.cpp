// A log of tickets in JSON, judged, and one that cannot be read.

#include <fmt/format.h>

#include <chrono>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "sla/clock/ticket.hpp"
#include "sla/contracts/harvard_business_impact.hpp"
#include "sla/json/results.hpp"

namespace hbi = sla::harvard_business_impact;
using namespace std::chrono;

using events = std::vector<sla::event<hbi::severity>>;

void judge(std::string_view log) try {
  const auto document = sla::parse_json(log, "tickets.json");
  const auto tickets = sla::read_json<std::map<std::string, events>>(document);
  for (const auto& [name, life] : tickets) {
    const nlohmann::ordered_json outcome =
        sla::assess(hbi::support{}, life, hbi::eastern(2026y / November / 24, 12h)).response;
    fmt::print("{}: {}\n", name, outcome.dump());
  }
} catch (const sla::json_error& problem) {
  fmt::print("{}\n", problem.what());
}

int main() {
  judge(R"({"T1": [{"at": "2026-11-20T22:00:00-05:00", "event": "notified", "severity": "urgent"},
                   {"at": "2026-11-23T02:00:00-05:00", "event": "responded"}]})");
  judge(R"({"T1": [{"at": "2026-11-20T22:00:00-05:00", "event": "notified", "severity": "urgent"},
                   {"at": "yesterday", "event": "responded"}]})");
}
