// Business time against a clock that is read minute by minute, on the nights that are worth it.

#include <doctest/doctest.h>

#include "support/shops.hpp"
#include "support/text.hpp"

using namespace std::chrono;
using sla::business_time;
using sla_tests::minute_walk;
using sla_tests::shop;

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
  for_every_night([](const shop& shop, const minute_walk& walk, sla::instant from, sla::instant to) {
    for (sla::instant at = from; at < to; at += 29min)
      for (const minutes amount : {0min, 1min, 30min, 60min, 119min, 480min, 1441min}) {
        CAPTURE(sla::iso(at));
        CAPTURE(amount.count());
        const auto sum = walk.when_open_for(at, amount, to - 1min);
        if (sum && shop.add(at, business_time{amount}) != *sum) REQUIRE(shop.add(at, business_time{amount}) == *sum);
        const auto difference = walk.since_when_open_for(at, amount, from);
        if (difference && shop.subtract(at, business_time{amount}) != *difference)
          REQUIRE(shop.subtract(at, business_time{amount}) == *difference);
      }
  });
}

TEST_CASE("the next opening is the next open minute, the previous closing ends the last one") {
  for_every_night([](const shop& shop, const minute_walk& walk, sla::instant from, sla::instant to) {
    for (sla::instant at = from; at < to; at += 7min) {
      CAPTURE(sla::iso(at));
      const auto opening = walk.next_open(at, to);
      if (opening && shop.next_opening(at) != *opening) REQUIRE(shop.next_opening(at) == *opening);
      const auto closing = walk.last_closed(at, from);
      if (closing && shop.previous_closing(at) != *closing) REQUIRE(shop.previous_closing(at) == *closing);
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
