// Intervals made of bytes, in any order, overlapping or empty: sets of them are held against a map with a bit a millisecond.

#include <fuzzer/FuzzedDataProvider.h>

#include <algorithm>
#include <bitset>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <vector>

#include "law.hpp"
#include "sla/time/interval_set.hpp"

using namespace std::chrono;
using sla_fuzz::expect;

namespace {

constexpr std::size_t length = 256;
using bits = std::bitset<length>;

struct sample {
  sla::instant origin;
  std::vector<sla::interval> intervals{};
  bits covered{};

  void add(std::uint8_t from, std::uint8_t to) {
    if (to < from) std::swap(from, to);
    intervals.emplace_back(origin + milliseconds{from}, origin + milliseconds{to});
    for (std::size_t bit = from; bit < to; ++bit) covered.set(bit);
  }
};

bits bits_of(const sla::interval_set& set, sla::instant origin) {
  bits found;
  for (const sla::interval& each : set)
    for (sla::instant at = each.starts_at(); at < each.ends_at(); at += 1ms)
      found.set(static_cast<std::size_t>((at - origin).count()));
  return found;
}

void expect_normal(const sla::interval_set& set) {
  for (const sla::interval& each : set) expect(!each.empty(), "no member is empty");
  for (std::size_t i = 1; i < set.size(); ++i)
    expect(set.begin()[i - 1].ends_at() < set.begin()[i].starts_at(), "members are in order and do not touch");
}

void judge(const sla::interval_set& set, const bits& model, sla::instant origin) {
  expect_normal(set);
  expect(bits_of(set, origin) == model, "a set holds the instants of its model");
  expect(sla::total(set) == sla::elapsed{milliseconds{model.count()}}, "each instant is counted once");
  for (std::size_t bit = 0; bit < length; ++bit)
    expect(set.contains(origin + milliseconds{bit}) == model.test(bit), "a set contains the instants of its model");
}

void judge_streams(const sample& of) {
  std::vector<sla::interval> sorted = of.intervals;
  std::ranges::sort(sorted, {}, &sla::interval::starts_at);
  sla::interval_total one_by_one;
  for (const sla::interval& each : sorted) one_by_one.add(each);
  sla::interval_total at_once;
  at_once.add(sorted);
  expect(one_by_one.total() == sla::elapsed{milliseconds{of.covered.count()}}, "a stream counts each instant once");
  expect(at_once.total() == one_by_one.total(), "a span counts like its intervals");
  if (std::ranges::is_sorted(of.intervals, {}, &sla::interval::starts_at)) return;
  try {
    at_once.add(of.intervals);
  } catch (const sla::interval_error&) {
    expect(at_once.total() == one_by_one.total(), "what is out of order counts nothing");
    return;
  }
  expect(false, "what is out of order is refused");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  FuzzedDataProvider bytes(data, size);
  constexpr sla::instant origins[] = {sla::instant{}, sys_days{2026y / 11 / 1}, (sla::instant::min)(),
                                      (sla::instant::max)() - milliseconds{length}};
  const sla::instant origin = bytes.PickValueInArray(origins);
  sample a{origin};
  sample b{origin};
  while (bytes.remaining_bytes() >= 3)
    (bytes.ConsumeBool() ? a : b).add(bytes.ConsumeIntegral<std::uint8_t>(), bytes.ConsumeIntegral<std::uint8_t>());

  const sla::interval_set set_a(a.intervals);
  const sla::interval_set set_b(b.intervals);
  judge(set_a, a.covered, origin);
  judge(unite(set_a, set_b), a.covered | b.covered, origin);
  judge(intersect(set_a, set_b), a.covered & b.covered, origin);
  judge(subtract(set_a, set_b), a.covered & ~b.covered, origin);
  expect(overlap(set_a, set_b) == total(intersect(set_a, set_b)), "an overlap is as long as the intersection");
  for (const sla::interval& each : b.intervals)
    expect(clip(set_a, each) == intersect(set_a, sla::interval_set{each}), "clipping is intersecting with one");
  judge_streams(a);

  std::vector<sla::interval> streamed;
  std::vector<sla::interval> sorted_a = a.intervals;
  std::vector<sla::interval> sorted_b = b.intervals;
  std::ranges::sort(sorted_a, {}, &sla::interval::starts_at);
  std::ranges::sort(sorted_b, {}, &sla::interval::starts_at);
  sla::unite(sorted_a, sorted_b, std::back_inserter(streamed));
  expect(std::ranges::equal(streamed, unite(set_a, set_b)), "streams are united like sets");
  return 0;
}
