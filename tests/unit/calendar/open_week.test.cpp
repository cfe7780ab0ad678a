#include "sla/calendar/open_week.hpp"

#include <doctest/doctest.h>

#include <array>
#include <vector>

#include "support/moments.hpp"

using namespace std::chrono;
using sla::interval;
using sla::detail::open_week;
using sla::detail::week_length;
using sla::detail::week_time;
using sla_tests::utc;

namespace {

constexpr sla::instant monday = utc(2026y / November / 23, 0h);

constexpr week_time time(milliseconds since_monday) { return static_cast<week_time>(since_monday.count()); }
constexpr interval open(milliseconds from, milliseconds to) { return {monday + from, monday + to}; }

}  // namespace

TEST_CASE("open time runs in the openings of a week, and its moments are found again") {
  const std::vector openings{open(9h, 12h), open(12h + 20min, 12h + 21min), open(12h + 22min, 17h), open(167h, 168h)};
  const open_week week(monday, openings, {});
  CHECK(week.length() == time(3h + 1min + 4h + 38min + 1h));
  CHECK(week.open_before(0) == 0);
  CHECK(week.open_before(time(9h)) == 0);
  CHECK(week.open_before(time(12h + 20min + 30s)) == time(3h + 30s));
  CHECK(week.open_before(time(100h)) == time(7h + 39min));
  CHECK(week.open_moment(0) == time(9h));
  CHECK(week.open_moment(time(3h)) == time(12h + 20min));
  CHECK(week.open_moment(time(3h + 1min)) == time(12h + 22min));
  CHECK(week.open_moment(week.length() - 1) == time(168h - 1ms));
  week_time before = 0;
  for (milliseconds at{}; at < week_length; at += 1min) {
    bool is_open = false;
    for (const interval& span : openings) is_open |= span.contains(monday + at);
    CAPTURE(at.count());
    CHECK(week.is_open(time(at)) == is_open);
    CHECK(week.open_before(time(at)) == before);
    if (is_open) CHECK(week.open_moment(before) == time(at));
    if (is_open) before += time(1min);
  }
}

TEST_CASE("a stretch knows its opening and its closing") {
  const open_week week(monday, std::array{open(9h, 12h), open(13h, 17h)}, {});
  CHECK(week.opening_of(time(16h)) == time(13h));
  CHECK(week.closing_of(time(9h)) == time(12h));
  CHECK(week.closing_of(time(17h - 1ms)) == time(17h));
}

TEST_CASE("what lies outside the week does not count, what crosses its ends is cut, and what touches is one") {
  const open_week week(
      monday, std::array{open(-20h, -10h), open(-2h, 6h), open(6h, 7h), open(160h, 170h), open(171h, 172h)}, {});
  CHECK(week.length() == time(15h));
  CHECK(week.is_open(0));
  CHECK(week.opening_of(time(6h + 30min)) == 0);
  CHECK(week.closing_of(0) == time(7h));
  CHECK(week.closing_of(time(168h - 1ms)) == time(168h));
}

TEST_CASE("a week may be open all the time, or never") {
  const open_week always(monday, std::array{open(0h, 100h), open(100h, 168h)}, {});
  CHECK(always.length() == time(168h));
  CHECK(always.open_moment(time(150h)) == time(150h));
  const open_week never(monday, std::array<interval, 0>{}, {});
  CHECK(never.length() == 0);
  CHECK(never.open_before(time(168h - 1ms)) == 0);
  CHECK(!never.is_open(0));
}

TEST_CASE("a kind of week is a constant where its openings are") {
  static constexpr std::array openings{open(9h, 17h)};
  constexpr open_week week(monday, openings, {});
  static_assert(week.open_before(time(10h)) == time(1h));
  static_assert(week.open_moment(time(1h)) == time(10h));
}
