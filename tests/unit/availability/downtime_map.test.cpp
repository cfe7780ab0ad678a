#include "sla/availability/downtime_map.hpp"

#include <vector>

#include "support/message.hpp"
#include "support/moments.hpp"
#include "support/text.hpp"

using namespace std::chrono;
using sla::downtime_map;
using sla::elapsed;
using sla::interval;
using sla::interval_set;
using sla::part_slots;
using sla_tests::message_of;
using sla_tests::utc;

namespace {

constexpr sla::instant at(milliseconds since_midnight) { return utc(2026y / November / 6, since_midnight); }
constexpr interval from_to(milliseconds from, milliseconds to) { return {at(from), at(to)}; }

constexpr interval the_day = from_to(0h, 24h);

constexpr interval_set slots_of(part_slots rounding, const interval& outage) {
  downtime_map map(the_day, 1min, rounding);
  map.add(outage);
  return map.outages();
}

constexpr downtime_map map_of(const std::vector<interval>& outages) {
  downtime_map map(the_day, 1min, part_slots::touched);
  for (const interval& outage : outages) map.add(outage);
  return map;
}

std::vector<int> numbers(const std::vector<std::byte>& bytes) {
  std::vector<int> all;
  for (const std::byte each : bytes) all.push_back(std::to_integer<int>(each));
  return all;
}

}  // namespace

TEST_CASE("outages in any order, overlapping or repeated, are counted once") {
  const downtime_map map = map_of({from_to(22h + 5min, 22h + 20min), from_to(20h + 45min, 22h + 10min),
                                   from_to(22h + 5min, 22h + 20min), from_to(9h, 9h + 1min)});
  CHECK(map.down() == elapsed{96min});
  CHECK(map.outages() == interval_set{from_to(9h, 9h + 1min), from_to(20h + 45min, 22h + 20min)});
}

TEST_CASE("a map without outages") {
  const downtime_map map(the_day, 1min, part_slots::whole);
  CHECK(map.down() == elapsed{});
  CHECK(map.outages().empty());
  CHECK(map.size() == 1440);
  CHECK((map.period() == the_day));
  CHECK(map.slot() == 1min);
  CHECK(map.rounding() == part_slots::whole);
}

TEST_CASE("an outage of whole slots is the same however parts are judged") {
  for (const part_slots rounding : {part_slots::touched, part_slots::whole, part_slots::majority})
    for (const interval& outage : {from_to(0h, 1min), from_to(23h + 59min, 24h), from_to(1h, 2h + 7min),
                                   from_to(1h + 4min, 2h + 8min), from_to(64min, 128min), from_to(0h, 24h)})
      CHECK(slots_of(rounding, outage) == interval_set{outage});
}

TEST_CASE("touched: a millisecond makes a slot down") {
  CHECK(slots_of(part_slots::touched, from_to(9h + 59'999ms, 9h + 60'001ms)) == interval_set{from_to(9h, 9h + 2min)});
  CHECK(slots_of(part_slots::touched, from_to(9h + 59'999ms, 9h + 1min)) == interval_set{from_to(9h, 9h + 1min)});
  CHECK(slots_of(part_slots::touched, from_to(9h + 30s, 9h + 30s)).empty());
}

TEST_CASE("whole: a slot is down if the outage covers all of it") {
  CHECK(slots_of(part_slots::whole, from_to(9h + 1ms, 9h + 3min)) == interval_set{from_to(9h + 1min, 9h + 3min)});
  CHECK(slots_of(part_slots::whole, from_to(9h, 9h + 3min - 1ms)) == interval_set{from_to(9h, 9h + 2min)});
  CHECK(slots_of(part_slots::whole, from_to(9h + 30s, 9h + 90s)).empty());
  CHECK(slots_of(part_slots::whole, from_to(9h + 1ms, 9h + 2min - 1ms)).empty());
  CHECK(slots_of(part_slots::whole, from_to(9h + 1ms, 9h + 1min - 1ms)).empty());
}

TEST_CASE("majority: a slot is down if the outage covers more than half of it") {
  CHECK(slots_of(part_slots::majority, from_to(9h + 29'999ms, 9h + 90'001ms)) == interval_set{from_to(9h, 9h + 2min)});
  CHECK(slots_of(part_slots::majority, from_to(9h + 30s, 9h + 90s)).empty());
  CHECK(slots_of(part_slots::majority, from_to(9h + 30s, 9h + 90'001ms)) ==
        interval_set{from_to(9h + 1min, 9h + 2min)});
  CHECK(slots_of(part_slots::majority, from_to(9h + 10s, 9h + 40'001ms)) == interval_set{from_to(9h, 9h + 1min)});
  CHECK(slots_of(part_slots::majority, from_to(9h + 10s, 9h + 40s)).empty());
  CHECK(slots_of(part_slots::majority, from_to(9h + 45s, 9h + 75s)).empty());
}

TEST_CASE("each outage is judged alone: two halves of a slot are no whole") {
  downtime_map map(the_day, 1min, part_slots::whole);
  map.add(from_to(9h, 9h + 30s));
  map.add(from_to(9h + 30s, 9h + 1min));
  CHECK(map.down() == elapsed{});
}

TEST_CASE("what lies outside the period is left out") {
  CHECK(map_of({from_to(-2h, 10min), from_to(23h + 50min, 30h)}).outages() ==
        interval_set{from_to(0h, 10min), from_to(23h + 50min, 24h)});
  CHECK(map_of({from_to(-2h, 0h), from_to(24h, 30h), from_to(-3h, -1h)}).down() == elapsed{});
  CHECK(map_of({from_to(-2h, 30h)}).down() == elapsed{24h});
  CHECK(map_of({{sla::instant::min(), sla::instant::max()}}).down() == elapsed{24h});
  CHECK(slots_of(part_slots::majority, from_to(-1h, 30s)).empty());
  CHECK(slots_of(part_slots::whole, from_to(23h + 59min + 1ms, 25h)).empty());
}

TEST_CASE("slots of a second, of a whole period, and of a period that is no multiple of 64 slots") {
  downtime_map seconds_of_a_month({at(0h), at(0h) + days{30}}, 1s, part_slots::touched);
  seconds_of_a_month.add({at(1500ms), at(0h) + days{30} - 1001ms});
  CHECK(seconds_of_a_month.size() == 2'592'000);
  CHECK(seconds_of_a_month.down() == elapsed{days{30} - 2s});

  downtime_map one(the_day, 24h, part_slots::touched);
  one.add(from_to(9h, 9h + 1ms));
  CHECK(one.outages() == interval_set{the_day});

  downtime_map five(from_to(0h, 5min), 1min, part_slots::touched);
  five.add(from_to(3min, 5min));
  CHECK(five.outages() == interval_set{from_to(3min, 5min)});
}

TEST_CASE("every slot begins and ends where it does, also where the reciprocal of its length is rounded down") {
  for (const seconds slot : {1s, 11s, 49s, 60s, 61s, 98s, 103s, 107s}) {
    const interval many{at(0h), at(0h) + 2000 * slot};
    for (int which = 0; which < 2000; ++which) {
      const interval alone{at(0h) + which * slot, at(0h) + (which + 1) * slot};
      downtime_map map(many, slot, which % 2 == 0 ? part_slots::touched : part_slots::whole);
      map.add(alone);
      if (map.outages() != interval_set{alone}) REQUIRE(map.outages() == interval_set{alone});
    }
  }
}

TEST_CASE("slots are counted exactly to the end of the longest period") {
  const sla::instant start{-(downtime_map::longest_period / 2)};
  const interval ages{start, start + downtime_map::longest_period / 1s * 1s};
  downtime_map map(ages, duration_cast<seconds>(ages.length().length()), part_slots::touched);
  map.add({ages.ends_at() - 1ms, ages.ends_at()});
  CHECK(map.down() == ages.length());
}

TEST_CASE("merging takes what either map knows") {
  const downtime_map a = map_of({from_to(9h, 10h)});
  const downtime_map b = map_of({from_to(9h + 30min, 11h), from_to(23h, 24h)});
  const downtime_map both = merge(a, b);
  CHECK(both.outages() == interval_set{from_to(9h, 11h), from_to(23h, 24h)});
  CHECK((both == merge(b, a)));
  CHECK((both == merge(both, a)));
  CHECK((both != a));
}

TEST_CASE("maps that do not measure alike are not merged") {
  const downtime_map minutes_touched(the_day, 1min, part_slots::touched);
  const auto complaint = [&](const downtime_map& other) {
    return message_of<sla::terms_error>([&] { merge(minutes_touched, other); });
  };
  CHECK(complaint(downtime_map(the_day, 1s, part_slots::touched)) ==
        "a downtime map of 2026-11-06T00:00:00Z to 2026-11-07T00:00:00Z in slots of 60 s (touched) cannot be merged "
        "with one of 2026-11-06T00:00:00Z to 2026-11-07T00:00:00Z in slots of 1 s (touched)");
  CHECK(complaint(downtime_map(from_to(0h, 12h), 1min, part_slots::touched)) ==
        "a downtime map of 2026-11-06T00:00:00Z to 2026-11-07T00:00:00Z in slots of 60 s (touched) cannot be merged "
        "with one of 2026-11-06T00:00:00Z to 2026-11-06T12:00:00Z in slots of 60 s (touched)");
  CHECK(complaint(downtime_map(the_day, 1min, part_slots::majority)) ==
        "a downtime map of 2026-11-06T00:00:00Z to 2026-11-07T00:00:00Z in slots of 60 s (touched) cannot be merged "
        "with one of 2026-11-06T00:00:00Z to 2026-11-07T00:00:00Z in slots of 60 s (majority)");
}

TEST_CASE("slot i is bit i % 8 of byte i / 8") {
  downtime_map map(from_to(0h, 20min), 1min, part_slots::touched);
  map.add(from_to(0min, 1min));
  map.add(from_to(9min, 11min));
  map.add(from_to(19min, 20min));
  CHECK((numbers(map.bytes()) == std::vector{0b0000'0001, 0b0000'0110, 0b0000'1000}));
}

TEST_CASE("the layout is the same in every word and in what is left of the last one") {
  for (std::size_t slot = 0; slot < 140; ++slot) {
    downtime_map map(from_to(0h, 140min), 1min, part_slots::touched);
    map.add(from_to(minutes{slot}, minutes{slot + 1}));
    std::vector expected(18, std::byte{});
    expected[slot / 8] = std::byte{1} << slot % 8;
    REQUIRE((map.bytes() == expected));
    REQUIRE((downtime_map(map.period(), map.slot(), map.rounding(), expected) == map));
  }
}

TEST_CASE("a map comes back from its bytes") {
  for (const auto length : {1min, 7min, 8min, 9min, 63min, 64min, 65min, 1440min}) {
    downtime_map map(from_to(0h, length), 1min, part_slots::majority);
    map.add(from_to(length / 2, length));
    CHECK(map.bytes().size() == static_cast<std::size_t>((length.count() + 7) / 8));
    CHECK((downtime_map(from_to(0h, length), 1min, part_slots::majority, map.bytes()) == map));
  }
}

TEST_CASE("bytes of another length, and bits after the last slot, are errors that name them") {
  const auto complaint = [](std::vector<std::byte> bytes) {
    return message_of<sla::terms_error>([&] { downtime_map(from_to(0h, 20min), 1min, part_slots::touched, bytes); });
  };
  CHECK(complaint(std::vector<std::byte>(2)) == "2 bytes are no downtime map of 20 slots, which has 3");
  CHECK(complaint(std::vector<std::byte>(4)) == "4 bytes are no downtime map of 20 slots, which has 3");
  CHECK(complaint({std::byte{}, std::byte{}, std::byte{0b0010'1000}}) ==
        "bit 21 is set in a downtime map whose last slot is bit 19");
}

TEST_CASE("a slot must be positive and divide the period") {
  const auto complaint = [](const interval& period, seconds slot) {
    return message_of<sla::terms_error>([&] { downtime_map(period, slot, part_slots::touched); });
  };
  CHECK(complaint(the_day, 7s) ==
        "a slot of 7 s does not divide the period from 2026-11-06T00:00:00Z to 2026-11-07T00:00:00Z");
  CHECK(complaint(the_day, 0s) ==
        "a slot of 0 s does not divide the period from 2026-11-06T00:00:00Z to 2026-11-07T00:00:00Z");
  CHECK(complaint(the_day, -60s) ==
        "a slot of -60 s does not divide the period from 2026-11-06T00:00:00Z to 2026-11-07T00:00:00Z");
  CHECK(complaint(the_day, seconds::max()) ==
        "a slot of 9223372036854775807 s does not divide the period from 2026-11-06T00:00:00Z to 2026-11-07T00:00:00Z");
  CHECK(complaint(from_to(0h, 1500ms), 1s) ==
        "a slot of 1 s does not divide the period from 2026-11-06T00:00:00Z to 2026-11-06T00:00:01.500Z");
  CHECK(complaint(from_to(0h, 0h), 1s) ==
        "a slot of 1 s does not divide the period from 2026-11-06T00:00:00Z to 2026-11-06T00:00:00Z");
  CHECK(complaint({at(0h), at(0h) + downtime_map::longest_period + 1ms}, 1s)
            .starts_with("the period from 2026-11-06T00:00:00Z to 19866-"));
}

static_assert(
    [] {
      const downtime_map map = merge(map_of({from_to(9h, 10h)}), map_of({from_to(12h + 30s, 13h)}));
      return map.down() == elapsed{2h} && map.outages() == interval_set{from_to(9h, 10h), from_to(12h, 13h)} &&
             downtime_map(the_day, 1min, part_slots::touched, map.bytes()) == map &&
             slots_of(part_slots::whole, from_to(9h, 9h + 90s)) == interval_set{from_to(9h, 9h + 1min)};
    }(),
    "downtime maps work in constant expressions");
