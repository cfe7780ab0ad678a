// Ten million outages, as they come, into the answer of a month: what an outage costs, and how much memory that takes.
//
//   ten_million IMPLEMENTATION COUNT     one line: implementation, outages, ns an outage, peak memory, downtime
//   ten_million --list
//
// Outages are made on the way, of whole seconds, so that all implementations have the same answer; `made` only makes them.
// Every implementation runs in a process of its own, because memory is the most that a process ever had.

#include <sys/resource.h>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cstdint>
#include <functional>
#include <iostream>
#include <map>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "sla/availability/availability.hpp"
#include "sla/availability/downtime_map.hpp"
#include "sla/contracts/harvard_business_impact.hpp"
#ifdef WITH_BOOST
#include "rivals/boost_icl.hpp"
#endif

namespace hbi = sla::harvard_business_impact;
using namespace std::chrono;

namespace {

constexpr year_month november = 2026y / November;
const sla::interval month = sla::period_in(sla::us_eastern, november);

/// Outages of up to a quarter of a minute in no order, that begin in the first quarter of any hour.
class outage_source {
 public:
  explicit outage_source(std::int64_t count) : left_(count) {}

  template <class Use>
  void for_each(Use&& use) {
    const auto hours_of_month = static_cast<std::uint64_t>(month.length().length() / 1h);
    for (; left_ > 0; --left_) {
      state_ = state_ * 6364136223846793005U + 1442695040888963407U;
      const auto from_bits = [this](int shift, std::uint64_t below) {
        return static_cast<std::int64_t>((state_ >> shift) % below);
      };
      const sla::instant from = month.starts_at() + hours{from_bits(40, hours_of_month)} + seconds{from_bits(24, 900)};
      use(sla::interval{from, from + seconds{from_bits(20, 16)}});
    }
  }

 private:
  std::int64_t left_;
  std::uint64_t state_ = 20261124;
};

seconds downtime(const sla::interval_set& outages) {
  const auto result =
      sla::availability(hbi::support{}, november, sla::service_record_of("made", outages), month.ends_at());
  return duration_cast<seconds>((result.down + result.excluded).length());
}

std::vector<sla::interval> stored(outage_source outages) {
  std::vector<sla::interval> all;
  outages.for_each([&](const sla::interval& each) { all.push_back(each); });
  return all;
}

seconds made(outage_source outages) {
  sla::instant last{};
  outages.for_each([&](const sla::interval& each) { last = std::max(last, each.ends_at()); });
  return duration_cast<seconds>(last - last);
}

seconds by_map(outage_source outages) {
  sla::downtime_map map(month, 1s, sla::part_slots::touched);
  outages.for_each([&](const sla::interval& each) { map.add(each); });
  return downtime(map.outages());
}

seconds by_intervals(outage_source outages) { return downtime(sla::interval_set(stored(outages))); }

seconds by_sort_and_sweep(outage_source outages) {
  auto all = stored(outages);
  std::sort(all.begin(), all.end());
  sla::interval_set set;
  for (const sla::interval& each : all) set.append(each);
  return downtime(set);
}

#ifdef WITH_BOOST
seconds by_boost_icl(outage_source outages) {
  boost_icl::interval_set set;
  outages.for_each([&](const sla::interval& each) { set.add(boost_icl::icl_interval(intersect(each, month))); });
  return duration_cast<seconds>(milliseconds{boost::icl::length(set)});
}
#endif

const std::map<std::string, std::function<seconds(outage_source)>, std::less<>> implementations{
    {"made", made},
    {"downtime_map", by_map},
    {"interval_set", by_intervals},
    {"sort_and_sweep", by_sort_and_sweep},
#ifdef WITH_BOOST
    {"boost_icl", by_boost_icl},
#endif
};

int run(std::string_view implementation, std::string_view count_text) {
  std::int64_t count = 0;
  const auto [end, problem] = std::from_chars(count_text.data(), count_text.data() + count_text.size(), count);
  const auto found = implementations.find(implementation);
  if (problem != std::errc{} || end != count_text.data() + count_text.size() || count < 1 ||
      found == implementations.end()) {
    std::cerr << "usage: ten_million IMPLEMENTATION COUNT | --list\n";
    return 2;
  }
  const auto before = steady_clock::now();
  const seconds answer = found->second(outage_source(count));
  const auto cost = duration<double, std::nano>(steady_clock::now() - before) / static_cast<double>(count);
  rusage used{};
  getrusage(RUSAGE_SELF, &used);
  std::cout << implementation << ' ' << count << ' ' << cost.count() << " ns " << used.ru_maxrss / 1024 << " MiB "
            << answer.count() << " s\n";
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  const std::vector<std::string_view> arguments(argv + 1, argv + argc);
  if (arguments.size() == 1 && arguments.front() == "--list") {
    for (const auto& [name, implementation] : implementations) std::cout << name << '\n';
    return 0;
  }
  return arguments.size() == 2 ? run(arguments[0], arguments[1]) : run({}, {});
}
