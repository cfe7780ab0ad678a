#include "sla/availability/timeline.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <string>
#include <vector>

#include "sla/contracts/harvard_business_impact.hpp"
#include "support/terms_text.hpp"

namespace hbi = sla::harvard_business_impact;
using namespace std::chrono;

namespace {

using sla::fraction;
using sla::instant;
using sla::interval;
using sla::service_record;

constexpr instant at(year_month_day date, minutes since_midnight = 0min) { return hbi::eastern(date, since_midnight); }

constexpr instant friday = at(2026y / November / 6);
constexpr interval day{friday, friday + 24h};

struct leaves_both : hbi::support {
  static constexpr auto planned_time = sla::planned_time::leaves_both;
};

/// As "20:45 down 1/1", the minutes in US Eastern.
std::vector<std::string> said(const auto& terms, const service_record& record, instant as_of = day.ends_at()) {
  std::vector<std::string> lines;
  instant expected = day.starts_at();
  for (const auto& [during, state, weight] : timeline(terms, day, record, {}, as_of)) {
    CHECK(during.starts_at() == expected);
    expected = during.ends_at();
    std::string line = sla::iso(sla::us_eastern.to_civil(during.starts_at())).substr(11, 5) + ' ';
    line += sla::name_of(state);
    if (weight.numerator() != 0)
      line += ' ' + std::to_string(weight.numerator()) + '/' + std::to_string(weight.denominator());
    lines.push_back(line);
  }
  CHECK(expected == day.ends_at());
  return lines;
}

using lines = std::vector<std::string>;

TEST_CASE("an outage around a window") {
  const auto record = sla::service_record_of("log", {{friday + 20h + 45min, friday + 22h + 20min}});
  CHECK(said(hbi::support{}, record) ==
        lines{"00:00 up", "20:45 down 1/1", "21:00 excluded", "22:00 down 1/1", "22:20 up"});
}

TEST_CASE("planned time without an outage leaves the month only where the agreement says so") {
  CHECK(said(hbi::support{}, sla::service_record_of("log", {})) == lines{"00:00 up"});
  CHECK(said(leaves_both{}, sla::service_record_of("log", {})) == lines{"00:00 up", "21:00 excluded", "22:00 up"});
}

TEST_CASE("unknown time, an outage inside it, and what is to come") {
  const service_record record{"log", {{friday + 2h, friday + 3h}}, {{friday + 1h, friday + 4h}}};
  CHECK(said(hbi::support{}, record) ==
        lines{"00:00 up", "01:00 unknown", "02:00 down 1/1", "03:00 unknown", "04:00 up"});
  CHECK(said(hbi::support{}, record, friday + 2h + 30min) ==
        lines{"00:00 up", "01:00 unknown", "02:00 down 1/1", "02:30 unknown"});
  CHECK(said(hbi::support{}, record, friday) == lines{"00:00 unknown"});
  CHECK(said(leaves_both{}, record, friday) == lines{"00:00 unknown", "21:00 excluded", "22:00 unknown"});
}

struct five_minutes : hbi::support {
  static constexpr sla::elapsed shortest_outage{5min};
};

TEST_CASE("an outage that is not long enough yet does not count yet") {
  const auto record = sla::service_record_of("log", {{friday + 2h, friday + 2h + 10min}});
  CHECK(said(five_minutes{}, record, friday + 2h + 4min) == lines{"00:00 up", "02:04 unknown"});
  CHECK(said(five_minutes{}, record, friday + 2h + 5min) == lines{"00:00 up", "02:00 down 1/1", "02:05 unknown"});
}

TEST_CASE("weights") {
  service_record record{"log", {{friday + 2h, friday + 3h}}, {}};
  record.partial.emplace_back(interval{friday + 1h, friday + 4h}, fraction{1, 4});
  record.partial.emplace_back(interval{friday + 90min, friday + 150min}, fraction{1, 2});
  CHECK(said(hbi::support{}, record) ==
        lines{"00:00 up", "01:00 down 1/4", "01:30 down 1/2", "02:00 down 1/1", "03:00 down 1/4", "04:00 up"});
}

}  // namespace
