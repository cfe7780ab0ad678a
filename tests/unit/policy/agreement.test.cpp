#include "sla/policy/agreement.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <concepts>

#include "sla/calendar/business_arithmetic.hpp"
#include "support/text.hpp"
#include "support/workshop.hpp"

namespace {

using namespace std::chrono;

struct desk_all_day : workshop::terms {
  static constexpr auto support_hours = sla::weekly_hours{~sla::weekday_set{Sunday}, hours{0}, hours{24}};
};

struct amended : workshop::terms {
  static constexpr auto due_time = sla::due_time::same_time_of_day;
};

TEST_CASE("an agreement is asked for what a question needs, and for no more") {
  CHECK(sla::business_terms<workshop::terms>);
  CHECK(sla::deadline_terms<workshop::terms>);
  CHECK_FALSE(sla::ticket_terms<workshop::terms>);
  CHECK_FALSE(sla::maintenance_terms<workshop::terms>);
  CHECK_FALSE(sla::availability_terms<workshop::terms>);
  CHECK_FALSE(sla::latency_terms<workshop::terms>);
  CHECK_FALSE(sla::agreement<workshop::terms>);
}

TEST_CASE("the severity of an agreement is that of its table") {
  CHECK(std::same_as<sla::severity_of<workshop::terms>, workshop::level>);
}

TEST_CASE("business and desk have times of their own") {
  const sla::instant lunch = workshop::at(2026y / November / 20, 12h + 30min);
  CHECK_FALSE(is_open(sla::business_times(desk_all_day{}), lunch));
  CHECK(is_open(sla::support_times(desk_all_day{}), lunch));
  CHECK_FALSE(is_open(sla::support_times(workshop::terms{}), lunch));
}

TEST_CASE("times of the same calendar, hours and zone are made once") {
  CHECK(amended{}.due_time != workshop::terms{}.due_time);
  CHECK(&sla::business_times(amended{}) == &sla::business_times(workshop::terms{}));
}

}  // namespace
