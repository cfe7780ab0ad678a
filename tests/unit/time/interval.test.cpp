#include "sla/time/interval.hpp"

#include "support/message.hpp"
#include "support/moments.hpp"
#include "support/text.hpp"

using namespace std::chrono;
using sla::interval;
using sla_tests::message_of;
using sla_tests::utc;

namespace {

constexpr sla::instant at(milliseconds since_midnight) { return utc(2026y / November / 6, since_midnight); }
constexpr interval from_to(milliseconds from, milliseconds to) { return {at(from), at(to)}; }

}  // namespace

TEST_CASE("an interval has its first instant and stops just before its last") {
  constexpr interval outage = from_to(20h + 45min, 22h + 10min);
  static_assert(outage.length() == sla::elapsed{85min});
  static_assert(outage.starts_at() == at(20h + 45min) && outage.ends_at() == at(22h + 10min));
  CHECK(outage.contains(at(20h + 45min)));
  CHECK(!outage.contains(at(20h + 45min) - 1ms));
  CHECK(outage.contains(at(22h + 10min) - 1ms));
  CHECK(!outage.contains(at(22h + 10min)));
  CHECK(!outage.empty());
}

TEST_CASE("an empty interval contains nothing, not even its own start") {
  constexpr interval nothing = from_to(9h, 9h);
  CHECK(nothing.empty());
  CHECK(!nothing.contains(at(9h)));
  CHECK(nothing.length() == sla::elapsed{});
  CHECK(interval{}.empty());
}

TEST_CASE("one millisecond is not empty") {
  CHECK(!from_to(9h, 9h + 1ms).empty());
  CHECK(from_to(9h, 9h + 1ms).contains(at(9h)));
}

TEST_CASE("an interval that ends before it begins is an error that names both") {
  CHECK(message_of<sla::interval_error>([] { from_to(9h, 9h - 1ms); }) ==
        "the interval from 2026-11-06T09:00:00Z to 2026-11-06T08:59:59.999Z ends before it begins");
}

TEST_CASE("intervals are ordered by start, then by end") {
  CHECK(from_to(8h, 20h) < from_to(9h, 10h));
  CHECK(from_to(9h, 10h) < from_to(9h, 11h));
  CHECK(from_to(9h, 10h) == from_to(9h, 10h));
  CHECK(from_to(9h, 10h) != from_to(9h, 11h));
}

TEST_CASE("two intervals share what lies in both") {
  static_assert(intersect(from_to(9h, 12h), from_to(11h, 14h)) == from_to(11h, 12h));
  CHECK(intersect(from_to(11h, 14h), from_to(9h, 12h)) == from_to(11h, 12h));
  CHECK(intersect(from_to(9h, 17h), from_to(11h, 12h)) == from_to(11h, 12h));
  CHECK(intersect(from_to(9h, 17h), from_to(9h, 17h)) == from_to(9h, 17h));
}

TEST_CASE("intervals that touch or lie apart share nothing") {
  CHECK(intersect(from_to(9h, 12h), from_to(12h, 14h)).empty());
  CHECK(intersect(from_to(12h, 14h), from_to(9h, 12h)).empty());
  CHECK(intersect(from_to(9h, 10h), from_to(15h, 16h)).empty());
  CHECK(intersect(from_to(15h, 16h), from_to(9h, 10h)).empty());
}

TEST_CASE("a length beyond 292 million years is an error, the interval is none") {
  constexpr sla::interval always{(sla::instant::min)(), (sla::instant::max)()};
  CHECK(always.contains(sla::instant{}));
  CHECK_THROWS_AS(always.length(), sla::coverage_error);
  CHECK(intersect(always, from_to(9h, 12h)).length() == sla::elapsed{3h});
}
