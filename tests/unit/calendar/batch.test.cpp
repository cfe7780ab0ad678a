#include "sla/calendar/batch.hpp"

#include <array>
#include <vector>

#include "sla/calendar/opening_tables.hpp"
#include "sla/calendar/us_federal.hpp"
#include "sla/zone/us_zone.hpp"
#include "support/message.hpp"
#include "support/moments.hpp"
#include "support/text.hpp"

using namespace std::chrono;
using sla::business_days;
using sla::business_time;
using sla::civil_day;
using sla::instant;
using sla::us_federal;
using sla_tests::date;
using sla_tests::eastern;
using sla_tests::message_of;

namespace {

constexpr auto nine_to_five = sla::weekly_hours(sla::monday_to_friday, 9h, 17h);
constexpr auto& office = sla::compiled_opening_times<us_federal, nine_to_five, sla::us_eastern>::view;

}  // namespace

TEST_CASE("a batch answers as the single questions do") {
  std::vector<civil_day> from;
  std::vector<civil_day> to;
  std::vector<instant> starts;
  std::vector<instant> ends;
  for (int i = 0; i < 3000; ++i) {
    from.push_back(date(2024y / January / 1) + days{i % 700});
    to.push_back(date(2026y / December / 1) - days{i * 7 % 1900});
    starts.push_back(eastern(year_month_day{from.back()}, 0h) + minutes{i * 37 % 1440});
    ends.push_back(eastern(year_month_day{to.back()}, 0h) + minutes{i * 53 % 1440});
  }
  std::vector<civil_day> advanced(from.size());
  std::vector<business_days> counted(from.size());
  std::vector<instant> added(from.size());
  std::vector<business_time> measured(from.size());
  sla::business_days_between(us_federal, from, to, counted);
  sla::business_time_between(office, starts, ends, measured);
  for (const int n : {-250, -1, 0, 1, 30}) {
    sla::advance(us_federal, from, business_days{n}, advanced);
    sla::add_business_time(office, starts, business_time{hours{n}}, added);
    for (std::size_t i = 0; i < from.size(); ++i) {
      CHECK(advanced[i] == sla::advance(us_federal, from[i], business_days{n}));
      CHECK(added[i] == sla::add_business_time(office, starts[i], business_time{hours{n}}));
      CHECK(counted[i] == sla::business_days_between(us_federal, from[i], to[i]));
      CHECK(measured[i] == sla::business_time_between(office, starts[i], ends[i]));
    }
  }
}

TEST_CASE("a batch says at which element there is no answer, and keeps the answers before it") {
  const std::array from{date(2026y / November / 20), date(2099y / December / 31), date(2026y / November / 20)};
  std::array<civil_day, 3> result{};
  CHECK(message_of<sla::coverage_error>([&] { sla::advance(us_federal, from, business_days{3}, result); }) ==
        "element 1: the calendar \"US federal\" does not cover 2100-01-01; it covers 1971-01-01 to 2099-12-31");
  CHECK(result[0] == date(2026y / November / 25));
}

TEST_CASE("a batch of questions needs as many places for answers") {
  const std::array from{date(2026y / November / 20), date(2026y / November / 21)};
  std::array<civil_day, 3> result{};
  std::array<business_days, 2> counted{};
  CHECK(message_of<sla::batch_error>([&] { sla::advance(us_federal, from, business_days{3}, result); }) ==
        "the spans of a batch must be equally long, not 2 and 3 elements");
  CHECK_THROWS_AS(sla::business_days_between(us_federal, from, std::span(from).first(1), counted), sla::batch_error);
}

TEST_CASE("an empty batch has no answers") { sla::advance(us_federal, {}, business_days{3}, {}); }

TEST_CASE("a batch works in constant expressions") {
  static constexpr auto third_days = [] {
    const std::array from{date(2026y / November / 20), date(2026y / November / 25)};
    std::array<civil_day, 2> result{};
    sla::advance(us_federal, from, business_days{3}, result);
    return result;
  }();
  static_assert(third_days == std::array{date(2026y / November / 25), date(2026y / December / 1)});
}
