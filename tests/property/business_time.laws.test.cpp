// Laws of business time, to the millisecond, for every kind of schedule.

#include "support/properties.hpp"
#include "support/shops.hpp"
#include "support/text.hpp"

using namespace std::chrono;
using sla::business_time;
using sla::instant;
using sla_tests::any;
using sla_tests::check_law;
using sla_tests::shop;
using sla_tests::utc;

namespace {

/// An instant near a night that is worth it, or anywhere in two years around it.
instant any_instant(const shop& of) {
  const auto night = of.nights[any<std::size_t>(0, of.nights.size() - 1)];
  const instant middle{(night + 12h).time_since_epoch()};
  const milliseconds reach = any(0, 2) == 0 ? milliseconds{days{90}} : milliseconds{days{2}};
  const sla::day_range covered = of.sign.coverage;
  return std::clamp(middle + any(-reach, reach), instant{(covered.first + days{20}).time_since_epoch()},
                    instant{(covered.last - days{20}).time_since_epoch()});
}

/// Up to ten days of business time, often short, often whole minutes.
business_time any_amount() {
  switch (any(0, 2)) {
    case 0: return business_time{any(0ms, 10ms)};
    case 1: return business_time{minutes{any(0, 1500)}};
    default: return business_time{any(0ms, milliseconds{50h})};
  }
}

void for_every_shop(auto&& law) {
  static const auto shops = sla_tests::all_shops();
  for (const shop& shop : shops)
    if (shop.sign.coverage.last - shop.sign.coverage.first > days{1000}) check_law(shop.sign.name, [&] { law(shop); });
}

}  // namespace

TEST_CASE("there and back is the same with the other sign, and a stop on the way changes nothing") {
  for_every_shop([](const shop& shop) {
    const instant a = any_instant(shop);
    const instant b = any_instant(shop);
    const instant c = any_instant(shop);
    RC_ASSERT(shop.between(a, b) == -shop.between(b, a));
    RC_ASSERT(shop.between(a, b) + shop.between(b, c) == shop.between(a, c));
    RC_ASSERT(shop.between(a, a) == business_time{});
  });
}

TEST_CASE("no more business time than real time, and none backwards") {
  for_every_shop([](const shop& shop) {
    const instant a = any_instant(shop);
    const instant b = any_instant(shop);
    const business_time open = shop.between(std::min(a, b), std::max(a, b));
    RC_ASSERT(open >= business_time{});
    RC_ASSERT(open <= business_time{std::max(a, b) - std::min(a, b)});
  });
}

TEST_CASE("what was added has been open, and not a millisecond earlier") {
  for_every_shop([](const shop& shop) {
    const instant from = any_instant(shop);
    const business_time amount = any_amount();
    const instant sum = shop.add(from, amount);
    RC_ASSERT(sum >= from);
    RC_ASSERT(shop.between(from, sum) == amount);
    if (amount > business_time{}) RC_ASSERT(shop.between(from, sum - 1ms) < amount);
    if (amount == business_time{}) RC_ASSERT(sum == from);
  });
}

TEST_CASE("what was subtracted is still to come, and a millisecond later it is less") {
  for_every_shop([](const shop& shop) {
    const instant until = any_instant(shop);
    const business_time amount = any_amount();
    const instant start = shop.subtract(until, amount);
    RC_ASSERT(start <= until);
    RC_ASSERT(shop.between(start, until) == amount);
    if (amount > business_time{}) RC_ASSERT(shop.between(start + 1ms, until) < amount);
    if (amount == business_time{}) RC_ASSERT(start == until);
  });
}

TEST_CASE("adding a negative amount subtracts, subtracting it adds") {
  for_every_shop([](const shop& shop) {
    const instant from = any_instant(shop);
    const business_time amount = any_amount();
    RC_ASSERT(shop.add(from, -amount) == shop.subtract(from, amount));
    RC_ASSERT(shop.subtract(from, -amount) == shop.add(from, amount));
  });
}

TEST_CASE("an amount may be added in parts") {
  for_every_shop([](const shop& shop) {
    const instant from = any_instant(shop);
    const business_time first = any_amount();
    const business_time second = any_amount();
    RC_ASSERT(shop.add(shop.add(from, first), second) == shop.add(from, first + second));
    RC_ASSERT(shop.subtract(shop.subtract(from, first), second) == shop.subtract(from, first + second));
  });
}

TEST_CASE("a later start never gives an earlier end, nor does a larger amount") {
  for_every_shop([](const shop& shop) {
    const instant a = any_instant(shop);
    const instant b = any_instant(shop);
    const business_time amount = any_amount();
    RC_ASSERT(shop.add(std::min(a, b), amount) <= shop.add(std::max(a, b), amount));
    RC_ASSERT(shop.subtract(std::min(a, b), amount) <= shop.subtract(std::max(a, b), amount));
    RC_ASSERT(shop.add(a, amount) <= shop.add(a, amount + any_amount()));
  });
}

TEST_CASE("openings are open, closings are closed or the next opening, and nothing is open in between") {
  for_every_shop([](const shop& shop) {
    const instant from = any_instant(shop);
    const instant opening = shop.next_opening(from);
    RC_ASSERT(opening >= from);
    RC_ASSERT(shop.is_open(opening));
    RC_ASSERT(shop.between(from, opening) == business_time{});
    RC_ASSERT(shop.is_open(from) == (opening == from));
    const instant closing = shop.previous_closing(from);
    RC_ASSERT(closing <= from);
    RC_ASSERT(shop.is_open(closing - 1ms));
    RC_ASSERT(shop.between(closing, from) == business_time{});
  });
}
