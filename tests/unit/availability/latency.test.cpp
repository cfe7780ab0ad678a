#include "sla/availability/latency.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <random>
#include <string>
#include <vector>

#include "sla/contracts/harvard_business_impact.hpp"
#include "support/rounds.hpp"
#include "support/terms_text.hpp"

namespace hbi = sla::harvard_business_impact;
using namespace std::chrono;

template <>
struct doctest::StringMaker<sla::latency_count> {
  static String convert(const sla::latency_count& count) {
    return (std::to_string(count.within) + " of " + std::to_string(count.counted) + ", exempt " +
            std::to_string(count.exempt))
        .c_str();
  }
};

namespace {

using hbi::request_kind;
using sla::elapsed;
using sla::latency_count;
using sla::latency_verdict;
using samples = std::vector<sla::latency_sample<request_kind>>;

latency_count counted(const samples& requests) { return sla::latency(hbi::support{}, requests); }

TEST_CASE("ten seconds are within ten seconds, a millisecond more is not") {
  CHECK(counted({{elapsed{10s}, request_kind::ordinary}}) == latency_count{1, 1, 0});
  CHECK(counted({{elapsed{10s + 1ms}, request_kind::ordinary}}) == latency_count{1, 0, 0});
  CHECK(counted({{elapsed{0s}, request_kind::ordinary}}) == latency_count{1, 1, 0});
}

TEST_CASE("exempt kinds are dropped before anything is counted") {
  const samples requests{{elapsed{60s}, request_kind::large_upload},
                         {elapsed{1s}, request_kind::large_download},
                         {elapsed{60s}, request_kind::report},
                         {elapsed{1s}, request_kind::ordinary}};
  CHECK(counted(requests) == latency_count{1, 1, 3});
}

TEST_CASE("most is more than half") {
  const auto most = hbi::support::latency.most;
  CHECK(latency_count{2, 1, 0}.verdict(most) == latency_verdict::missed);
  CHECK(latency_count{3, 2, 0}.verdict(most) == latency_verdict::met);
  CHECK(latency_count{3, 1, 0}.verdict(most) == latency_verdict::missed);
  CHECK(latency_count{1'000'001, 500'001, 9}.verdict(most) == latency_verdict::met);
  CHECK(latency_count{4, 2, 0}.share() == sla::fraction{1, 2});
  CHECK(latency_count{1, 1, 0}.verdict(most) == latency_verdict::met);
  CHECK(latency_count{1, 0, 7}.share() == sla::fraction{0, 1});
}

TEST_CASE("without a counted request nothing can be said") {
  CHECK(counted({}).verdict(hbi::support::latency.most) == latency_verdict::not_measurable);
  CHECK(counted({{elapsed{1s}, request_kind::report}}).verdict(hbi::support::latency.most) ==
        latency_verdict::not_measurable);
  CHECK(counted({}).share() == std::nullopt);
}

TEST_CASE("counts merge in any order and any grouping, and merging is counting all") {
  std::mt19937_64 random(sla_tests::seed(7));
  const auto some = [&] {
    samples requests;
    for (auto n = random() % 50; n > 0; --n)
      requests.push_back({elapsed{milliseconds{random() % 20'000}}, static_cast<request_kind>(random() % 4)});
    return requests;
  };
  for (int round = 0; round < sla_tests::rounds(200); ++round) {
    const samples a = some(), b = some(), c = some();
    const latency_count of_a = counted(a), of_b = counted(b), of_c = counted(c);
    CHECK(merge(of_a, of_b) == merge(of_b, of_a));
    CHECK(merge(merge(of_a, of_b), of_c) == merge(of_a, merge(of_b, of_c)));
    CHECK(merge(of_a, {}) == of_a);
    samples all = a;
    all.insert(all.end(), b.begin(), b.end());
    CHECK(counted(all) == merge(of_a, of_b));
  }
}

}  // namespace
