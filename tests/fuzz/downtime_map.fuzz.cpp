// Outages made of bytes on maps made of bytes: each slot is down or up as the rounding says, whatever order the outages come
// in, and bytes are a map of the same period or refused with terms_error.

#include <fuzzer/FuzzedDataProvider.h>

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "law.hpp"
#include "sla/availability/downtime_map.hpp"

using namespace std::chrono;
using sla_fuzz::expect;

namespace {

/// What a map must say, slot by slot.
struct model {
  sla::interval period;
  seconds slot;
  sla::part_slots rounding;
  std::vector<bool> down{};

  void add(const sla::interval& outage) {
    for (std::size_t i = 0; i < down.size(); ++i) {
      const sla::instant from = period.starts_at() + static_cast<std::int64_t>(i) * slot;
      const milliseconds covered = intersect(outage, sla::interval{from, from + slot}).length().length();
      if (rounding == sla::part_slots::touched ? covered > 0ms
          : rounding == sla::part_slots::whole ? covered == slot
                                               : 2 * covered > slot)
        down[i] = true;
    }
  }
};

std::optional<sla::downtime_map> map_of(const model& of) {
  try {
    return sla::downtime_map(of.period, of.slot, of.rounding);
  } catch (const sla::terms_error&) {
    return std::nullopt;
  }
}

void judge(const sla::downtime_map& map, const model& of) {
  expect(map.size() == of.down.size(), "a map has the slots of its period");
  const std::vector<std::byte> bytes = map.bytes();
  const sla::interval_set outages = map.outages();
  seconds down{};
  for (std::size_t i = 0; i < of.down.size(); ++i) {
    const bool is_down = (std::to_integer<unsigned>(bytes[i / 8]) >> i % 8 & 1U) != 0;
    expect(is_down == of.down[i], "a slot is down as the rounding says");
    expect(outages.contains(of.period.starts_at() + static_cast<std::int64_t>(i) * of.slot) == is_down,
           "the outages are the slots that are down");
    if (is_down) down += of.slot;
  }
  expect(map.down() == sla::elapsed{down} && sla::total(outages) == map.down(), "the downtime is that of the slots");
  expect(sla::downtime_map(of.period, of.slot, of.rounding, bytes) == map, "a map is read from its bytes");
}

void judge_bytes(const sla::downtime_map& like, const std::vector<std::uint8_t>& bytes) {
  try {
    const sla::downtime_map map(like.period(), like.slot(), like.rounding(), std::as_bytes(std::span(bytes)));
    const std::vector<std::byte> written = map.bytes();
    expect(std::ranges::equal(written, std::as_bytes(std::span(bytes))), "bytes are written as they were read");
    expect(merge(map, like) == merge(like, map), "order does not matter");
    expect(merge(merge(like, map), map) == merge(like, map), "what comes twice changes nothing");
  } catch (const sla::terms_error&) {
    return;
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  FuzzedDataProvider bytes(data, size);
  // Some 300,000 years around now.
  constexpr std::int64_t farthest = std::int64_t{1} << 53;
  const sla::instant from{milliseconds{bytes.ConsumeIntegralInRange(-farthest, farthest)}};
  const seconds slot{bytes.ConsumeIntegral<std::int32_t>()};
  const milliseconds length = bytes.ConsumeBool() ? slot * std::int64_t{bytes.ConsumeIntegral<std::uint8_t>()}
                                                  : milliseconds{bytes.ConsumeIntegral<std::uint32_t>()};
  if (length < 0ms || (slot > 0s && length / slot > 1000)) return 0;
  model expected{{from, from + length}, slot, static_cast<sla::part_slots>(bytes.ConsumeIntegralInRange(0, 2))};
  std::optional<sla::downtime_map> map = map_of(expected);
  expect(map.has_value() == (slot > 0s && length >= slot && length % slot == 0ms),
         "a slot divides its period or is refused");
  if (!map) return 0;

  expected.down.resize(static_cast<std::size_t>(length / slot));
  // On the halves of slots, or a millisecond beside them, and up to a slot outside of the period.
  const auto halves = static_cast<std::int64_t>(2 * expected.down.size());
  const auto near_a_half = [&](std::int64_t from_half, std::int64_t to_half) {
    return milliseconds{slot} / 2 * bytes.ConsumeIntegralInRange(from_half, to_half) +
           milliseconds{bytes.ConsumeIntegralInRange(-1, 1)};
  };
  for (int outages = bytes.ConsumeIntegralInRange(0, 8); outages > 0; --outages) {
    const milliseconds begins = near_a_half(-2, halves);
    const milliseconds ends = std::max(begins, near_a_half(-2, halves + 2));
    const sla::interval outage{from + begins, from + ends};
    map->add(outage);
    expected.add(outage);
  }
  judge(*map, expected);
  judge_bytes(*map, bytes.ConsumeRemainingBytes<std::uint8_t>());
  return 0;
}
