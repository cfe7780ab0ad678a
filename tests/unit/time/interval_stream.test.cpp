#include "sla/time/interval_stream.hpp"

#include <iterator>
#include <ranges>
#include <span>
#include <sstream>
#include <vector>

#include "support/message.hpp"
#include "support/moments.hpp"
#include "support/text.hpp"

using namespace std::chrono;
using sla::elapsed;
using sla::interval;
using sla::interval_total;
using sla_tests::message_of;
using sla_tests::utc;

namespace {

using intervals = std::vector<interval>;

constexpr sla::instant at(milliseconds since_midnight) { return utc(2026y / November / 6, since_midnight); }
constexpr interval from_to(milliseconds from, milliseconds to) { return {at(from), at(to)}; }

constexpr elapsed total_of(const intervals& sorted) {
  interval_total sum;
  sum.add(sorted);
  return sum.total();
}

constexpr intervals united(const intervals& a, const intervals& b) {
  intervals written;
  unite(a, b, std::back_inserter(written));
  return written;
}

constexpr intervals shared(const intervals& a, const intervals& b) {
  intervals written;
  intersect(a, b, std::back_inserter(written));
  return written;
}

constexpr intervals without(const intervals& from, const intervals& removed) {
  intervals written;
  subtract(from, removed, std::back_inserter(written));
  return written;
}

/// Whole hours, read from text once and no more.
auto hours_in(std::istream& text) {
  return std::ranges::istream_view<int>(text) |
         std::views::transform([](int hour) { return from_to(hours{hour}, hours{hour + 1}); });
}

}  // namespace

TEST_CASE("a stream counts overlapping outages once") {
  interval_total down;
  CHECK(down.total() == elapsed{});
  down.add(from_to(20h + 45min, 22h + 10min));
  down.add(from_to(22h + 5min, 22h + 20min));
  CHECK(down.total() == elapsed{95min});
  down.add(from_to(22h + 5min, 22h + 20min));
  CHECK(down.total() == elapsed{95min});
  down.add(from_to(22h + 20min, 22h + 21min));
  CHECK(down.total() == elapsed{96min});
}

TEST_CASE("an outage inside an earlier one counts nothing, and does not shorten it") {
  CHECK(total_of({from_to(9h, 17h), from_to(10h, 11h), from_to(16h, 18h)}) == elapsed{9h});
}

TEST_CASE("empty intervals count nothing") {
  CHECK(total_of({from_to(9h, 9h)}) == elapsed{});
  CHECK(total_of({from_to(9h, 10h), from_to(9h + 1min, 9h + 1min), from_to(12h, 12h), from_to(13h, 14h)}) ==
        elapsed{2h});
}

TEST_CASE("a stream may be fed one by one, in pieces or at once") {
  const intervals outages{from_to(1h, 2h), from_to(1h, 3h), from_to(4h, 5h), from_to(4h + 30min, 6h)};
  interval_total pieces;
  pieces.add(std::span(outages).first(1));
  pieces.add(std::span(outages).subspan(1, 0));
  pieces.add(outages[1]);
  pieces.add(std::span(outages).last(2));
  CHECK(pieces.total() == elapsed{4h});
  CHECK(total_of(outages) == elapsed{4h});
}

TEST_CASE("a span longer than the memory is asked ahead for is added up to its end") {
  intervals outages;
  for (int i = 0; i < 1000; ++i) outages.push_back(from_to(minutes{i}, minutes{i} + 1s));
  CHECK(total_of(outages) == elapsed{1000s});
}

TEST_CASE("a stream of instants from the first to the last there are") {
  CHECK(total_of({{sla::instant::min(), sla::instant::min() + 1h}, {sla::instant::max() - 1h, sla::instant::max()}}) ==
        elapsed{2h});
}

TEST_CASE("an interval that starts before the last one is an error that names both, and counts nothing") {
  interval_total down;
  down.add(from_to(9h, 12h));
  CHECK(message_of<sla::interval_error>([&] { down.add(from_to(8h, 13h)); }) ==
        "the interval from 2026-11-06T08:00:00Z starts before the last one, from 2026-11-06T09:00:00Z");
  CHECK(message_of<sla::interval_error>([&] { down.add(intervals{from_to(8h, 13h), from_to(14h, 15h)}); }) ==
        "the interval from 2026-11-06T08:00:00Z starts before the last one, from 2026-11-06T09:00:00Z");
  const intervals mixed{from_to(10h, 13h), from_to(14h, 15h), from_to(11h, 12h), from_to(10h, 11h)};
  CHECK(message_of<sla::interval_error>([&] { down.add(mixed); }) ==
        "the interval from 2026-11-06T11:00:00Z starts before the last one, from 2026-11-06T14:00:00Z");
  CHECK(down.total() == elapsed{3h});
  down.add(from_to(9h, 13h));
  CHECK(down.total() == elapsed{4h});
}

TEST_CASE("unite joins what overlaps, touches or repeats") {
  CHECK(united({from_to(9h, 10h), from_to(14h, 16h)}, {from_to(10h, 11h), from_to(15h, 17h)}) ==
        intervals{from_to(9h, 11h), from_to(14h, 17h)});
  CHECK(united({from_to(9h, 10h)}, {from_to(9h, 10h)}) == intervals{from_to(9h, 10h)});
  CHECK(united({}, {from_to(9h, 10h), from_to(11h, 12h)}) == intervals{from_to(9h, 10h), from_to(11h, 12h)});
  CHECK(united({from_to(9h, 10h), from_to(11h, 12h)}, {}) == intervals{from_to(9h, 10h), from_to(11h, 12h)});
  CHECK(united({}, {}).empty());
}

TEST_CASE("unite takes ranges that are sorted and no more") {
  CHECK(united({from_to(8h, 8h), from_to(9h, 12h), from_to(9h, 10h), from_to(13h, 13h)}, {from_to(12h, 12h + 1min)}) ==
        intervals{from_to(9h, 12h + 1min)});
}

TEST_CASE("intersect writes what lies in both") {
  CHECK(shared({from_to(9h, 12h), from_to(13h, 17h)}, {from_to(11h, 14h), from_to(17h, 18h)}) ==
        intervals{from_to(11h, 12h), from_to(13h, 14h)});
  CHECK(shared({from_to(9h, 12h)}, {from_to(12h, 13h)}).empty());
  CHECK(shared({from_to(9h, 12h)}, {}).empty());
}

TEST_CASE("subtract writes what lies in the first only") {
  CHECK(without({from_to(9h, 17h)}, {from_to(8h, 10h), from_to(12h, 13h), from_to(16h, 20h)}) ==
        intervals{from_to(10h, 12h), from_to(13h, 16h)});
  CHECK(without({from_to(9h, 10h), from_to(11h, 12h), from_to(13h, 14h)}, {from_to(9h, 13h)}) ==
        intervals{from_to(13h, 14h)});
  CHECK(without({from_to(9h, 10h), from_to(11h, 12h)}, {from_to(6h, 7h), from_to(9h + 30min, 11h + 30min)}) ==
        intervals{from_to(9h, 9h + 30min), from_to(11h + 30min, 12h)});
  CHECK(without({from_to(9h, 10h)}, {}) == intervals{from_to(9h, 10h)});
  CHECK(without({}, {from_to(9h, 10h)}).empty());
}

TEST_CASE("what can be read only once is enough, and what was written is returned") {
  std::istringstream night("0 1 2 5 23");
  std::istringstream shift("2 3 5 6");
  intervals written(2);
  CHECK(intersect(hours_in(night), hours_in(shift), written.begin()) - written.begin() == 2);
  CHECK(written == intervals{from_to(2h, 3h), from_to(5h, 6h)});

  std::istringstream early("0 1 4");
  std::istringstream late("1 2");
  CHECK(unite(hours_in(early), hours_in(late), written.begin()) - written.begin() == 2);
  CHECK(written == intervals{from_to(0h, 3h), from_to(4h, 5h)});
}

static_assert(sla::interval_range<intervals>);
static_assert(sla::interval_range<std::span<const interval>>);
static_assert(!sla::interval_range<std::vector<int>>);
static_assert(!sla::interval_range<interval>);

static_assert(
    [] {
      const intervals outages{from_to(9h, 10h), from_to(20h, 23h)};
      const intervals windows{from_to(21h, 22h)};
      interval_total down;
      down.add(from_to(8h, 9h));
      down.add(outages);
      return down.total() == elapsed{5h} && united(outages, windows) == outages &&
             shared(outages, windows) == windows && total_of(without(outages, windows)) == elapsed{3h};
    }(),
    "streams of intervals work in constant expressions");
