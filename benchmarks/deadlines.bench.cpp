// How long an answer takes: throughput over random instants of eight years, under the reference agreement.
#include <benchmark/benchmark.h>

#include <cstddef>
#include <random>
#include <sla/sla.hpp>
#include <vector>

namespace {

namespace hbi = sla::harvard_business_impact;
using namespace std::chrono;

const std::vector<sla::instant>& random_instants() {
  static const std::vector<sla::instant> instants = [] {
    const sla::instant first = hbi::eastern(2020y / January / 1, 0h);
    std::mt19937_64 random(20261123);
    std::uniform_int_distribution<std::int64_t> offset(0, milliseconds{days{8 * 365}}.count());
    std::vector<sla::instant> drawn(4096);
    for (sla::instant& at : drawn) at = first + milliseconds{offset(random)};
    return drawn;
  }();
  return instants;
}

void over_random_instants(benchmark::State& state, auto&& question) {
  const auto& instants = random_instants();
  std::size_t i = 0;
  for (auto _ : state) {
    benchmark::DoNotOptimize(question(instants[i]));
    i = (i + 1) % instants.size();
  }
}

void instant_to_wall_clock(benchmark::State& state) {
  over_random_instants(state, [](sla::instant at) { return sla::us_eastern.to_civil(at); });
}
BENCHMARK(instant_to_wall_clock);

void advance_business_days(benchmark::State& state) {
  const sla::business_days n{state.range(0)};
  over_random_instants(state, [n](sla::instant at) {
    return sla::advance(sla::us_federal, sla::civil_day{floor<days>(at).time_since_epoch()}, n);
  });
}
BENCHMARK(advance_business_days)->Arg(1)->Arg(30)->Arg(1000);

void add_business_hours(benchmark::State& state) {
  const sla::business_time amount{hours{state.range(0)}};
  const auto& times = sla::business_times(hbi::office_hours{});
  over_random_instants(state, [&](sla::instant at) { return sla::add_business_time(times, at, amount); });
}
BENCHMARK(add_business_hours)->Arg(4)->Arg(1000);

template <hbi::severity Severity>
void response_due(benchmark::State& state) {
  over_random_instants(state, [](sla::instant at) { return sla::response_due(hbi::support{}, Severity, at); });
}
BENCHMARK(response_due<hbi::severity::critical>);
BENCHMARK(response_due<hbi::severity::urgent>);
BENCHMARK(response_due<hbi::severity::serious>);

}  // namespace
