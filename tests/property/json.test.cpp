// What is written as JSON is read again as the same value.

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "sla/json/records.hpp"
#include "support/properties.hpp"

using namespace std::chrono;
using sla::elapsed;
using sla::fraction;
using sla::instant;
using sla::interval;
using sla::interval_set;
using sla_tests::any;
using sla_tests::check_law;

namespace {

enum class level { low, middle, high };

instant any_instant() { return any(instant{sys_days{1900y / 1 / 1}}, instant{sys_days{2200y / 1 / 1}}); }
elapsed any_length() { return elapsed{any(-milliseconds{1LL << 50}, milliseconds{1LL << 50})}; }
interval any_interval() {
  const instant a = any_instant();
  const instant b = any_instant();
  return {std::min(a, b), std::max(a, b)};
}
fraction any_share() {
  const auto denominator = any(std::int64_t{1}, std::int64_t{1'000'000});
  return {any(std::int64_t{1}, denominator), denominator};
}
bool any_bool() { return any(0, 1) == 1; }

template <class Make>
auto any_list(Make make) {
  std::vector<decltype(make())> list;
  for (int count = any(0, 5); count > 0; --count) list.push_back(make());
  return list;
}

template <class Enum>
Enum any_of() {
  return sla::enumerators<Enum>::all[any(std::size_t{0}, sla::enumerators<Enum>::count - 1)].value;
}

sla::event<level> any_event() {
  return {any_instant(), any_of<sla::event_kind>(), any_bool() ? std::optional{any_of<level>()} : std::nullopt};
}

/// By way of text, as a file holds it.
nlohmann::ordered_json written(const auto& value) {
  return sla::parse_json(nlohmann::ordered_json(value).dump(), "the written text");
}

void returns(const auto& value) {
  const auto document = written(value);
  RC_ASSERT(sla::read_json<std::remove_cvref_t<decltype(value)>>(document) == value);
}

bool same(const sla::event<level>& a, const sla::event<level>& b) {
  return a.at == b.at && a.kind == b.kind && a.severity == b.severity;
}

TEST_CASE("lengths, shares, money, intervals and deadlines are read as they were written") {
  check_law("values return", [] {
    returns(any_length());
    returns(sla::business_time{any_length().length()});
    returns(elapsed{any(seconds{-(1LL << 53)}.count(), seconds{1LL << 53}.count()) * 1s});
    returns(sla::business_days{any(-1'000'000, 1'000'000)});
    returns(any_share());
    returns(sla::money{any(std::int64_t{0}, std::int64_t{1} << 62)});
    returns(any_interval());
    returns(interval_set(any_list(any_interval)));
    returns(any_bool() ? sla::deadline(any_instant()) : sla::deadline::not_started());
  });
}

TEST_CASE("event logs of many tickets are read as they were written") {
  check_law("logs return", [] {
    std::map<std::string, std::vector<sla::event<level>>> logs;
    for (int count = any(0, 4); count > 0; --count) logs[*rc::gen::string<std::string>()] = any_list(any_event);
    // A name that is no UTF-8 cannot be written.
    std::erase_if(logs, [](const auto& log) {
      return std::ranges::any_of(log.first, [](char each) { return static_cast<unsigned char>(each) >= 0x80; });
    });
    const auto document = written(logs);
    const auto read = sla::read_json<std::map<std::string, std::vector<sla::event<level>>>>(document);
    RC_ASSERT(std::ranges::equal(read, logs, [](const auto& a, const auto& b) {
      return a.first == b.first && std::ranges::equal(a.second, b.second, same);
    }));
  });
}

TEST_CASE("records of services are read as they were written") {
  check_law("records return", [] {
    const sla::service_record record{"log", interval_set(any_list(any_interval)), interval_set(any_list(any_interval)),
                                     any_list([] { return sla::partial_outage{any_interval(), any_share()}; })};
    const auto document = written(record);
    const auto read = sla::read_json<sla::service_record>(document);
    RC_ASSERT(read.source == record.source);
    RC_ASSERT(read.down == record.down);
    RC_ASSERT(read.unknown == record.unknown);
    RC_ASSERT(read.partial == record.partial);
  });
}

TEST_CASE("probes and maintenance are read as they were written") {
  check_law("probes and maintenance return", [] {
    const sla::probe probe{any_instant(), any_of<sla::probe_state>()};
    const sla::maintenance work{any_of<sla::maintenance_kind>(), any_interval(),
                                any_bool() ? std::optional{any_instant()} : std::nullopt};
    const auto probe_document = written(probe);
    const auto work_document = written(work);
    const auto same_probe = sla::read_json<sla::probe>(probe_document);
    const auto same_work = sla::read_json<sla::maintenance>(work_document);
    RC_ASSERT((same_probe.at == probe.at && same_probe.state == probe.state));
    RC_ASSERT(
        (same_work.kind == work.kind && same_work.during == work.during && same_work.announced == work.announced));
  });
}

TEST_CASE("counts and tallies are read as they were written") {
  check_law("counts return", [] {
    const auto count = [] { return any(std::int64_t{0}, std::int64_t{1} << 40); };
    returns(sla::probe_count{count(), count()});
    const std::int64_t counted = count();
    returns(sla::latency_count{counted, any(std::int64_t{0}, counted), count()});
    returns(sla::credit_sum{sla::money{count()}, sla::money{count()}});
    sla::availability_tally sum{any_length(), any_length(), any_length(),
                                any_length(), any_length(), any_length(),
                                any_length(), {},           {any_length(), any_length(), any_length(), any_length()}};
    sum.unavailable = sla::weighted_time(elapsed{milliseconds{count()}}, any_share());
    returns(sum);
  });
}

}  // namespace
