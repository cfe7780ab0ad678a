// Business time against a clock that is read minute by minute, on the nights that are worth it; and, to the millisecond,
// at every opening and every closing of a year with both changes of the clocks, against a list of them.

#include <doctest/doctest.h>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <vector>

#include "sla/time/interval_set.hpp"
#include "support/shops.hpp"
#include "support/tally.hpp"
#include "support/text.hpp"

using namespace std::chrono;
using sla::business_time;
using sla_tests::date;
using sla_tests::minute_walk;
using sla_tests::shop;
using sla_tests::tally;

namespace {

/// Calls with every shop, and with the walk around each of its nights and the part of it that the calendar covers.
void for_every_night(auto&& check) {
  for (const shop& shop : sla_tests::all_shops())
    for (const sla::civil_day night : shop.nights) {
      const minute_walk walk(shop, night);
      const sla::civil_day first = std::max(walk.first_day(), shop.sign.coverage.first);
      const sla::civil_day last = std::min(walk.last_day(), shop.sign.coverage.last);
      CAPTURE(shop.sign.name);
      CAPTURE(sla::iso(night));
      check(shop, walk, walk.begin_of(first), walk.begin_of(last + days{1}));
    }
}

}  // namespace

TEST_CASE("open and closed, minute by minute") {
  for_every_night([](const shop& shop, const minute_walk& walk, sla::instant from, sla::instant to) {
    for (sla::instant at = from; at < to; at += 1min)
      if (shop.is_open(at) != walk.is_open(at)) {
        CAPTURE(sla::iso(at));
        REQUIRE(shop.is_open(at) == walk.is_open(at));
      }
  });
}

TEST_CASE("the business time between two instants is the number of open minutes") {
  for_every_night([](const shop& shop, const minute_walk& walk, sla::instant from, sla::instant to) {
    business_time walked;
    for (sla::instant at = from; at < to; at += 1min) {
      if (shop.between(from, at) != walked) {
        CAPTURE(sla::iso(at));
        REQUIRE(shop.between(from, at) == walked);
      }
      if (walk.is_open(at)) walked += business_time{1min};
    }
  });
}

TEST_CASE("the business time between two instants is what its parts add up to, and negative backwards") {
  for_every_night([](const shop& shop, const minute_walk& walk, sla::instant from, sla::instant to) {
    for (sla::instant a = from; a < to; a += 517min)
      for (sla::instant b = a; b < to; b += 389min) {
        const business_time walked{walk.open_between(a, b)};
        if (shop.between(a, b) == walked && shop.between(b, a) == -walked) continue;
        CAPTURE(sla::iso(a));
        CAPTURE(sla::iso(b));
        REQUIRE(shop.between(a, b) == walked);
        REQUIRE(shop.between(b, a) == -walked);
      }
  });
}

TEST_CASE("adding business time gives the smallest instant, subtracting it the largest") {
  tally sums, differences;
  for_every_night([&](const shop& shop, const minute_walk& walk, sla::instant from, sla::instant to) {
    for (sla::instant at = from; at < to; at += 29min)
      for (const minutes amount : {0min, 1min, 30min, 60min, 119min, 480min, 1441min}) {
        const auto asked = [&] { return sla::iso(at) + ", " + sla_tests::text(amount); };
        if (const auto sum = walk.when_open_for(at, amount, to - 1min))
          sums.expect(shop.add(at, business_time{amount}) == *sum, asked);
        if (const auto difference = walk.since_when_open_for(at, amount, from))
          differences.expect(shop.subtract(at, business_time{amount}) == *difference, asked);
      }
  });
}

TEST_CASE("the next opening is the next open minute, the previous closing ends the last one") {
  tally openings, closings;
  for_every_night([&](const shop& shop, const minute_walk& walk, sla::instant from, sla::instant to) {
    for (sla::instant at = from; at < to; at += 7min) {
      const auto asked = [&] { return sla::iso(at); };
      if (const auto opening = walk.next_open(at, to)) openings.expect(shop.next_opening(at) == *opening, asked);
      if (const auto closing = walk.last_closed(at, from))
        closings.expect(shop.previous_closing(at) == *closing, asked);
    }
  });
}

TEST_CASE("an open instant belongs to the business day on which its span began") {
  for_every_night([](const shop& shop, const minute_walk& walk, sla::instant from, sla::instant to) {
    for (sla::instant at = from; at < to; at += 7min)
      if (walk.is_open(at) && shop.day_of(at) != walk.day_of(at)) {
        CAPTURE(sla::iso(at));
        REQUIRE(shop.day_of(at) == walk.day_of(at));
      }
  });
}

// ---- Openings and closings of a year ---------------------------------------------------------------------------------

namespace {

/// When a shop is open over its whole coverage, worked out span by span from its door and its clocks.
class list_of_openings {
 public:
  explicit list_of_openings(const shop& of) : covered_{of.first_instant(of.sign.coverage.first), end_of_coverage(of)} {
    for (sla::civil_day day = of.sign.coverage.first; day <= of.sign.coverage.last; day += days{1})
      for (const auto& [opens, closes] : of.sign.spans_on(day))
        on_the_door_.emplace_back(of.first_instant(day + opens), of.last_instant(day + closes));
    const sla::interval_set open(on_the_door_);
    spans_.assign(open.begin(), open.end());
    for (const sla::interval& span : spans_) {
      open_before_.push_back(length_);
      length_ += span.length().length();
    }
  }

  /// The openings and closings of a year by the door, each with the millisecond before and after it.
  std::vector<sla::instant> edges(const sla::interval& year) const {
    std::vector<sla::instant> found;
    for (const sla::interval& span : on_the_door_)
      for (const sla::instant edge : {span.starts_at(), span.ends_at()})
        for (const sla::instant near : {edge - 1ms, edge, edge + 1ms})
          if (year.contains(near) && covered_.contains(near)) found.push_back(near);
    return found;
  }

  /// The first opening; before it, a night may be open of which the coverage does not know.
  sla::instant begins_at() const { return spans_.front().starts_at(); }

  bool is_open(sla::instant at) const {
    const std::size_t next = begun_before(at + 1ms);
    return next > 0 && spans_[next - 1].contains(at);
  }
  milliseconds open_before(sla::instant at) const {
    const std::size_t begun = begun_before(at);
    if (begun == 0) return 0ms;
    return open_before_[begun - 1] + (std::min(at, spans_[begun - 1].ends_at()) - spans_[begun - 1].starts_at());
  }

  /// The smallest instant before which so much was open, and the largest; none outside the list.
  std::optional<sla::instant> first_with(milliseconds open) const {
    if (open <= 0ms || length_ < open) return std::nullopt;
    const auto after = std::ranges::lower_bound(open_before_, open);
    return within(static_cast<std::size_t>(after - open_before_.begin()) - 1, open);
  }
  std::optional<sla::instant> last_with(milliseconds open) const {
    if (open < 0ms || length_ <= open) return std::nullopt;
    const auto after = std::ranges::upper_bound(open_before_, open);
    return within(static_cast<std::size_t>(after - open_before_.begin()) - 1, open);
  }

  /// The closing of the stretch that is open then or opens next, and the opening of the one before.
  std::optional<sla::instant> next_closing(sla::instant from) const {
    for (std::size_t i = begun_before(from); i <= spans_.size(); ++i)
      if (i > 0 && from < spans_[i - 1].ends_at()) return spans_[i - 1].ends_at();
    return std::nullopt;
  }
  std::optional<sla::instant> previous_opening(sla::instant from) const {
    const std::size_t begun = begun_before(from);
    if (begun == 0) return std::nullopt;
    return spans_[begun - 1].starts_at();
  }

 private:
  std::size_t begun_before(sla::instant at) const {
    const auto not_before = std::ranges::lower_bound(spans_, at, {}, &sla::interval::starts_at);
    return static_cast<std::size_t>(not_before - spans_.begin());
  }
  sla::instant within(std::size_t span, milliseconds open) const {
    return spans_[span].starts_at() + (open - open_before_[span]);
  }

  static sla::instant end_of_coverage(const shop& of) {
    return of.last_instant(of.sign.coverage.last + days{1} - 1ms) + 1ms;
  }

  sla::interval covered_;
  std::vector<sla::interval> on_the_door_;
  std::vector<sla::interval> spans_;
  std::vector<milliseconds> open_before_;
  milliseconds length_{};
};

/// Calls with every shop, the list of its openings, and each of their edges in the year of its nights.
void for_every_edge(auto&& check) {
  for (const shop& shop : sla_tests::all_shops()) {
    CAPTURE(shop.sign.name);
    const list_of_openings list(shop);
    const year asked = year_month_day{shop.nights.front()}.year();
    const auto begin_of = [&](year of) { return shop.first_instant(date(of / January / 1)); };
    const auto edges = list.edges({begin_of(asked), begin_of(asked + years{1})});
    CHECK(edges.size() > 3);
    for (const sla::instant at : edges) check(shop, list, at);
  }
}

void expect(tally& agree, bool holds, sla::instant at) {
  agree.expect(holds, [&] { return sla::iso(at); });
}

}  // namespace

TEST_CASE("a millisecond before, at and after every opening and closing of a year: open or closed, and what is next") {
  tally open_or_closed, next_openings, previous_closings, next_closings, previous_openings;
  for_every_edge([&](const shop& shop, const list_of_openings& list, sla::instant at) {
    const milliseconds open = list.open_before(at);
    expect(open_or_closed, shop.is_open(at) == list.is_open(at), at);
    if (const auto opening = list.last_with(open)) expect(next_openings, shop.next_opening(at) == *opening, at);
    if (const auto closing = list.first_with(open))
      expect(previous_closings, shop.previous_closing(at) == *closing, at);
    if (const auto closing = list.next_closing(at)) expect(next_closings, shop.next_closing(at) == *closing, at);
    if (const auto opening = list.previous_opening(at))
      expect(previous_openings, shop.previous_opening(at) == *opening, at);
  });
}

TEST_CASE("a millisecond before, at and after every opening and closing of a year: measured, added and subtracted") {
  tally lengths, sums, differences;
  for_every_edge([&](const shop& shop, const list_of_openings& list, sla::instant at) {
    const milliseconds open = list.open_before(at);
    expect(lengths, shop.between(list.begins_at(), at) == business_time{open}, at);
    expect(lengths, shop.between(at, list.begins_at()) == business_time{-open}, at);
    expect(lengths, shop.add(at, business_time{}) == at && shop.subtract(at, business_time{}) == at, at);
    for (const milliseconds amount : {1ms, 30 * 60'000ms, 28'799'999ms, 28'800'000ms, 28'800'001ms, 144'000'000ms}) {
      if (const auto sum = list.first_with(open + amount))
        expect(sums, shop.add(at, business_time{amount}) == *sum, at);
      if (const auto difference = list.last_with(open - amount))
        expect(differences, shop.subtract(at, business_time{amount}) == *difference, at);
    }
  });
}
