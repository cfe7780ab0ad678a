#include "sla/time/interval_set.hpp"

#include <iterator>
#include <vector>

#include "support/message.hpp"
#include "support/moments.hpp"
#include "support/text.hpp"

using namespace std::chrono;
using sla::elapsed;
using sla::interval;
using sla::interval_set;
using sla_tests::message_of;
using sla_tests::utc;

namespace {

constexpr sla::instant at(milliseconds since_midnight) { return utc(2026y / November / 6, since_midnight); }
constexpr interval from_to(milliseconds from, milliseconds to) { return {at(from), at(to)}; }

}  // namespace

TEST_CASE("overlapping outages are counted once") {
  const interval_set outages{from_to(20h + 45min, 22h + 10min), from_to(22h + 5min, 22h + 20min)};
  CHECK(outages == interval_set{from_to(20h + 45min, 22h + 20min)});
  CHECK(total(outages) == elapsed{95min});
}

TEST_CASE("the same outage reported 35 times is one outage") {
  const interval_set outages(std::vector(35, from_to(9h, 10h)));
  CHECK(outages.size() == 1);
  CHECK(total(outages) == elapsed{1h});
}

TEST_CASE("intervals may come in any order") {
  CHECK(interval_set{from_to(15h, 16h), from_to(9h, 10h), from_to(12h, 13h)} ==
        interval_set{from_to(9h, 10h), from_to(12h, 13h), from_to(15h, 16h)});
}

TEST_CASE("touching intervals merge, intervals a millisecond apart do not") {
  CHECK(interval_set{from_to(9h, 12h), from_to(12h, 17h)} == interval_set{from_to(9h, 17h)});
  CHECK(interval_set{from_to(9h, 12h), from_to(12h + 1ms, 17h)}.size() == 2);
}

TEST_CASE("an interval inside another disappears in it, and does not shorten it") {
  CHECK(interval_set{from_to(9h, 17h), from_to(10h, 11h)} == interval_set{from_to(9h, 17h)});
  CHECK(interval_set{from_to(9h, 17h), from_to(10h, 11h), from_to(16h, 18h)} == interval_set{from_to(9h, 18h)});
}

TEST_CASE("empty intervals vanish") {
  CHECK(interval_set{from_to(9h, 9h)}.empty());
  CHECK(interval_set{from_to(9h, 9h), from_to(10h, 11h), from_to(12h, 12h)} == interval_set{from_to(10h, 11h)});
  CHECK(interval_set{}.empty());
  CHECK(total(interval_set{}) == elapsed{});
}

TEST_CASE("a set contains the instants of its members") {
  const interval_set set{from_to(9h, 10h), from_to(12h, 13h)};
  CHECK(!set.contains(at(9h) - 1ms));
  CHECK(set.contains(at(9h)));
  CHECK(set.contains(at(10h) - 1ms));
  CHECK(!set.contains(at(10h)));
  CHECK(!set.contains(at(11h)));
  CHECK(set.contains(at(12h)));
  CHECK(!set.contains(at(13h)));
  CHECK(!interval_set{}.contains(at(9h)));
}

TEST_CASE("appending keeps a set normal") {
  interval_set set;
  set.append(from_to(9h, 10h));
  set.append(from_to(10h, 11h));
  set.append(from_to(10h + 30min, 10h + 45min));
  set.append(from_to(10h, 10h));
  set.append(from_to(12h, 13h));
  CHECK(set == interval_set{from_to(9h, 11h), from_to(12h, 13h)});
}

TEST_CASE("appending something earlier is an error that names both") {
  interval_set set{from_to(9h, 10h)};
  CHECK(message_of<sla::interval_error>([&] { set.append(from_to(8h, 12h)); }) ==
        "the interval from 2026-11-06T08:00:00Z starts before the last one, from 2026-11-06T09:00:00Z");
  CHECK(set == interval_set{from_to(9h, 10h)});
}

TEST_CASE("unite takes what lies in either set") {
  CHECK(unite(interval_set{from_to(9h, 10h), from_to(14h, 16h)}, interval_set{from_to(10h, 11h), from_to(15h, 17h)}) ==
        interval_set{from_to(9h, 11h), from_to(14h, 17h)});
  CHECK(unite(interval_set{}, interval_set{from_to(9h, 10h)}) == interval_set{from_to(9h, 10h)});
}

TEST_CASE("intersect takes what lies in both sets") {
  CHECK(intersect(interval_set{from_to(9h, 12h), from_to(13h, 17h)},
                  interval_set{from_to(11h, 14h), from_to(17h, 18h)}) ==
        interval_set{from_to(11h, 12h), from_to(13h, 14h)});
  CHECK(intersect(interval_set{from_to(9h, 12h)}, interval_set{from_to(12h, 13h)}).empty());
  CHECK(intersect(interval_set{}, interval_set{from_to(9h, 12h)}).empty());
}

TEST_CASE("subtract takes away what lies in the other set") {
  CHECK(
      subtract(interval_set{from_to(9h, 17h)}, interval_set{from_to(8h, 10h), from_to(12h, 13h), from_to(16h, 20h)}) ==
      interval_set{from_to(10h, 12h), from_to(13h, 16h)});
  CHECK(subtract(interval_set{from_to(9h, 10h), from_to(11h, 12h), from_to(13h, 14h)},
                 interval_set{from_to(9h, 13h)}) == interval_set{from_to(13h, 14h)});
  CHECK(subtract(interval_set{from_to(9h, 10h)}, interval_set{from_to(9h, 10h)}).empty());
  CHECK(subtract(interval_set{from_to(9h, 10h)}, interval_set{}) == interval_set{from_to(9h, 10h)});
}

TEST_CASE("clip keeps what lies inside a period") {
  const interval_set outages{from_to(-10min, 10min), from_to(9h, 10h), from_to(23h, 25h)};
  CHECK(clip(outages, from_to(0h, 24h)) == interval_set{from_to(0h, 10min), from_to(9h, 10h), from_to(23h, 24h)});
  CHECK(clip(outages, from_to(9h, 9h)).empty());
}

TEST_CASE("clip cuts a member on both sides, keeps members at the edges and nothing beyond them") {
  const interval_set outages{from_to(9h, 10h), from_to(12h, 13h), from_to(15h, 16h)};
  CHECK(clip(outages, from_to(12h + 15min, 12h + 45min)) == interval_set{from_to(12h + 15min, 12h + 45min)});
  CHECK(clip(outages, from_to(12h + 15min, 12h + 15min)).empty());
  CHECK(clip(outages, from_to(10h, 15h)) == interval_set{from_to(12h, 13h)});
  CHECK(clip(outages, from_to(9h, 16h)) == outages);
  CHECK(clip(outages, from_to(10h, 12h)).empty());
  CHECK(clip(outages, from_to(16h, 20h)).empty());
  CHECK(clip(outages, from_to(1h, 9h)).empty());
  CHECK(clip(interval_set{}, from_to(1h, 9h)).empty());
}

TEST_CASE("a set of many outages is what a set of few is") {
  std::vector<interval> outages;
  for (int minute = 1439; minute >= 0; --minute) outages.push_back(from_to(minutes{minute}, minutes{minute} + 20s));
  for (int minute = 0; minute < 1440; ++minute)
    outages.push_back(from_to(minutes{minute} + 10s, minutes{minute} + (minute % 2 == 0 ? 30s : 60s)));
  const interval_set set(outages);
  CHECK(set.size() == 720 + 1);
  CHECK(total(set) == elapsed{720 * 30s + 720 * 60s});
  CHECK(*set.begin() == from_to(0min, 30s));
  CHECK(*std::prev(set.end()) == from_to(1439min, 1440min));
}

TEST_CASE("instants as early and as late as can be") {
  const interval earliest{sla::instant::min(), sla::instant::min() + 1h};
  const interval latest{sla::instant::max() - 1h, sla::instant::max()};
  const interval_set set{latest, {sla::instant::min(), sla::instant::min()}, earliest, {at(0h), at(0h)}};
  CHECK(set.size() == 2);
  CHECK(*set.begin() == earliest);
  CHECK(total(set) == elapsed{2h});
}

static_assert(
    [] {
      const interval_set outages{from_to(22h, 23h), from_to(20h, 22h), from_to(9h, 10h)};
      const interval_set windows{from_to(21h, 22h)};
      return total(outages) == elapsed{4h} && total(subtract(outages, windows)) == elapsed{3h} &&
             total(intersect(outages, windows)) == elapsed{1h} && unite(outages, windows) == outages;
    }(),
    "sets of intervals work in constant expressions");

TEST_CASE("the time that two sets share") {
  const interval_set outages{from_to(9h, 10h), from_to(11h, 12h), from_to(13h, 14h)};
  const interval_set windows{from_to(9h + 30min, 13h + 15min)};
  CHECK(overlap(outages, windows) == elapsed{30min + 60min + 15min});
  CHECK(overlap(windows, outages) == elapsed{105min});
  CHECK(overlap(outages, interval_set{from_to(9h + 15min, 9h + 30min)}) == elapsed{15min});
  CHECK(overlap(outages, {}) == elapsed{});
  static_assert(overlap(interval_set{from_to(9h, 10h)}, interval_set{from_to(9h + 45min, 11h)}) == elapsed{15min});
}
