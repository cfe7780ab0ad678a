#include "sla/time/civil.hpp"

#include <algorithm>
#include <cstdint>
#include <type_traits>

#include "support/moments.hpp"
#include "support/text.hpp"

using namespace std::chrono;
using sla_tests::at;
using sla_tests::date;

TEST_CASE("an instant and a civil time never become each other by themselves") {
  CHECK(!std::is_constructible_v<sla::instant, sla::civil_time>);
  CHECK(!std::is_constructible_v<sla::civil_time, sla::instant>);
  CHECK(!std::is_constructible_v<sla::instant, sla::civil_day>);
  CHECK(!std::is_constructible_v<sla::civil_day, sys_days>);
}

TEST_CASE("a coarser time point converts by itself, a finer one does not") {
  CHECK(std::is_convertible_v<sys_seconds, sla::instant>);
  CHECK(std::is_convertible_v<sys_days, sla::instant>);
  CHECK(std::is_convertible_v<sla::civil_day, sla::civil_time>);
  CHECK(!std::is_convertible_v<sys_time<microseconds>, sla::instant>);
  CHECK(!std::is_convertible_v<sla::civil_time, sla::civil_day>);
}

TEST_CASE("a civil time falls on the date whose midnight is not after it") {
  static_assert(sla::date_of(at(2026y / November / 20, 22h)) == date(2026y / November / 20));
  CHECK(sla::date_of(at(2026y / November / 20, 0h)) == date(2026y / November / 20));
  CHECK(sla::date_of(at(2026y / November / 20, 0h) - 1ms) == date(2026y / November / 19));
  CHECK(sla::date_of(at(2026y / November / 20, 24h)) == date(2026y / November / 21));
}

TEST_CASE("before 1970, too") {
  CHECK(sla::date_of(at(1970y / January / 1, -1ms)) == date(1969y / December / 31));
  CHECK(sla::date_of(at(1967y / April / 30, 2h)) == date(1967y / April / 30));
}

TEST_CASE("a range of days contains both its ends") {
  constexpr sla::day_range november{date(2026y / November / 1), date(2026y / November / 30)};
  static_assert(november.contains(date(2026y / November / 1)));
  CHECK(november.contains(date(2026y / November / 30)));
  CHECK(!november.contains(date(2026y / October / 31)));
  CHECK(!november.contains(date(2026y / December / 1)));
  CHECK((november == sla::day_range{date(2026y / November / 1), date(2026y / November / 30)}));
  CHECK((november != sla::day_range{date(2026y / November / 1), date(2026y / November / 29)}));
}

TEST_CASE("every civil time has a date, the last one where dates end before time does") {
  const auto number_of = [](sla::civil_time time) -> std::int64_t {
    return sla::date_of(time).time_since_epoch().count();
  };
  constexpr std::int64_t last_day = sla::civil_day::max().time_since_epoch().count();
  constexpr std::int64_t first_day = sla::civil_day::min().time_since_epoch().count();
  CHECK(number_of(sla::civil_time::max()) == std::min<std::int64_t>(last_day, 106'751'991'167));
  CHECK(number_of(sla::civil_time::min()) == std::max<std::int64_t>(first_day, -106'751'991'168));
}
