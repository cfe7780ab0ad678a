// Maps of slots against the seconds that every outage covers, counted one by one.

#include "sla/availability/downtime_map.hpp"

#include <algorithm>
#include <vector>

#include "support/properties.hpp"

using namespace std::chrono;
using sla::downtime_map;
using sla::elapsed;
using sla::instant;
using sla::interval;
using sla::interval_set;
using sla::part_slots;
using sla_tests::any;
using sla_tests::check_law;

namespace {

/// A map's terms: short periods of odd lengths, with slots of some seconds, before and after 1970.
struct terms {
  interval period;
  seconds slot;
  part_slots rounding;

  downtime_map map() const { return {period, slot, rounding}; }
};

terms any_terms() {
  const seconds slot{any(1, 9)};
  const instant start{seconds{any(-1000, 1000)} + any(0, 1) * 500ms};
  return {{start, start + any(1, 200) * slot}, slot, static_cast<part_slots>(any(0, 2))};
}

std::vector<interval> any_outages(const terms& of) {
  std::vector<interval> outages;
  for (int left = any(0, 10); left > 0; --left) {
    const instant from = of.period.starts_at() + seconds{any(-20, 900)} - any(0, 1) * 500ms;
    outages.emplace_back(from, from + seconds{any(0, any(0, 3) == 0 ? 900 : 20)} + any(0, 1) * 500ms);
  }
  return outages;
}

downtime_map map_of(const terms& of, const std::vector<interval>& outages) {
  downtime_map map = of.map();
  for (const interval& outage : outages) map.add(outage);
  return map;
}

/// The slots that these outages make down, each slot and outage looked at half-second by half-second.
std::vector<interval> slots_down(const terms& of, const std::vector<interval>& outages) {
  std::vector<interval> down;
  for (instant slot = of.period.starts_at(); slot < of.period.ends_at(); slot += of.slot)
    for (const interval& outage : outages) {
      int covered = 0;
      for (instant look = slot; look < slot + of.slot; look += 500ms) covered += outage.contains(look);
      const auto all = 2 * of.slot.count();
      const bool is_down = of.rounding == part_slots::touched ? covered > 0
                           : of.rounding == part_slots::whole ? covered == all
                                                              : 2 * covered > all;
      if (is_down) {
        down.emplace_back(slot, slot + of.slot);
        break;
      }
    }
  return down;
}

}  // namespace

TEST_CASE("a map has the slots that its outages cover, touched, whole or by majority") {
  check_law("slots", [] {
    const terms of = any_terms();
    const auto outages = any_outages(of);
    const auto expected = slots_down(of, outages);
    const downtime_map map = map_of(of, outages);
    RC_ASSERT(map.outages() == interval_set(expected));
    RC_ASSERT(map.down() == total(map.outages()));
    RC_ASSERT(map.down() == elapsed{static_cast<int>(expected.size()) * of.slot});
  });
}

TEST_CASE("at its resolution a map answers as the set of intervals does") {
  check_law("map and set", [] {
    terms of = any_terms();
    std::vector<interval> outages;
    const auto slots = (of.period.ends_at() - of.period.starts_at()) / of.slot;
    for (int left = any(0, 10); left > 0; --left) {
      const auto from = any<long>(-5, slots + 5);
      outages.emplace_back(of.period.starts_at() + from * of.slot,
                           of.period.starts_at() + any<long>(from, slots + 5) * of.slot);
    }
    const interval_set set = clip(interval_set(outages), of.period);
    RC_ASSERT(map_of(of, outages).outages() == set);
    RC_ASSERT(map_of(of, outages).down() == total(set));
  });
}

TEST_CASE("whole slots never overstate, touched ones never understate") {
  check_law("bounds", [] {
    terms of = any_terms();
    const auto outages = any_outages(of);
    const interval_set down = clip(interval_set(outages), of.period);
    of.rounding = part_slots::whole;
    const downtime_map least = map_of(of, outages);
    of.rounding = part_slots::majority;
    const downtime_map middle = map_of(of, outages);
    of.rounding = part_slots::touched;
    const downtime_map most = map_of(of, outages);
    RC_ASSERT(subtract(least.outages(), down).empty());
    RC_ASSERT(subtract(least.outages(), middle.outages()).empty());
    RC_ASSERT(subtract(middle.outages(), most.outages()).empty());
    RC_ASSERT(subtract(down, most.outages()).empty());
  });
}

TEST_CASE("order, repetition and division among machines change nothing") {
  check_law("merge", [] {
    const terms of = any_terms();
    const auto some = any_outages(of);
    const auto more = any_outages(of);
    const auto most = any_outages(of);
    const downtime_map a = map_of(of, some);
    const downtime_map b = map_of(of, more);
    const downtime_map c = map_of(of, most);
    RC_ASSERT(merge(a, b) == merge(b, a));
    RC_ASSERT(merge(merge(a, b), c) == merge(a, merge(b, c)));
    RC_ASSERT(merge(a, a) == a);
    RC_ASSERT(merge(a, of.map()) == a);
    std::vector<interval> all = most;
    all.insert(all.end(), some.rbegin(), some.rend());
    all.insert(all.end(), more.begin(), more.end());
    all.insert(all.end(), some.begin(), some.end());
    RC_ASSERT(map_of(of, all) == merge(merge(a, b), c));
    RC_ASSERT(merge(a, b).outages() == unite(a.outages(), b.outages()));
  });
}

TEST_CASE("bytes come back as the map, and combined by OR as the merged map") {
  check_law("bytes", [] {
    const terms of = any_terms();
    const downtime_map a = map_of(of, any_outages(of));
    const downtime_map b = map_of(of, any_outages(of));
    RC_ASSERT(downtime_map(of.period, of.slot, of.rounding, a.bytes()) == a);
    auto bytes = a.bytes();
    const auto others = b.bytes();
    std::transform(bytes.begin(), bytes.end(), others.begin(), bytes.begin(),
                   [](std::byte x, std::byte y) { return x | y; });
    RC_ASSERT(downtime_map(of.period, of.slot, of.rounding, bytes) == merge(a, b));
    for (std::size_t slot = 0; slot < a.size(); ++slot) {
      const bool bit = std::to_integer<int>(a.bytes()[slot / 8] >> static_cast<int>(slot % 8) & std::byte{1}) != 0;
      RC_ASSERT(bit == a.outages().contains(of.period.starts_at() + static_cast<long>(slot) * of.slot));
    }
  });
}
