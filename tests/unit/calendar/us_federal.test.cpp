#include "sla/calendar/us_federal.hpp"

#include <algorithm>
#include <vector>

#include "support/moments.hpp"
#include "support/statute.hpp"
#include "support/text.hpp"

using namespace std::chrono;
using sla_tests::date;

namespace {

std::vector<sla::civil_day> closed_weekdays_of(const auto& calendar, year in) {
  std::vector<sla::civil_day> closed;
  for (sla::civil_day day = date(in / January / 1); day <= date(in / December / 31); day += days{1})
    if (weekday{day} != Saturday && weekday{day} != Sunday && !calendar.days().contains(day)) closed.push_back(day);
  return closed;
}

std::vector<sla::civil_day> dates(year in, std::initializer_list<month_day> list) {
  std::vector<sla::civil_day> all;
  for (const month_day day : list) all.push_back(date(in / day));
  return all;
}

std::string text(const std::vector<sla::civil_day>& list) {
  std::string all;
  for (const sla::civil_day day : list) all += sla::iso(day) + ' ';
  return all;
}

}  // namespace

TEST_CASE("federal holidays as they were observed, year by year, and no other weekday closed") {
  const auto check = [](year in, std::initializer_list<month_day> list) {
    CHECK(text(closed_weekdays_of(sla::us_federal, in)) == text(dates(in, list)));
  };
  // clang-format off
  check(1971y, {January/1, February/15, May/31, July/5, September/6, October/11, October/25, November/25, December/24, December/31});
  check(1972y, {February/21, May/29, July/4, September/4, October/9, October/23, November/23, December/25});
  check(1975y, {January/1, February/17, May/26, July/4, September/1, October/13, October/27, November/27, December/25});
  check(1977y, {February/21, May/30, July/4, September/5, October/10, October/24, November/24, December/26});
  check(1978y, {January/2, February/20, May/29, July/4, September/4, October/9, November/10, November/23, December/25});
  check(1985y, {January/1, February/18, May/27, July/4, September/2, October/14, November/11, November/28, December/25});
  check(1986y, {January/1, January/20, February/17, May/26, July/4, September/1, October/13, November/11, November/27, December/25});
  check(2010y, {January/1, January/18, February/15, May/31, July/5, September/6, October/11, November/11, November/25, December/24, December/31});
  check(2011y, {January/17, February/21, May/30, July/4, September/5, October/10, November/11, November/24, December/26});
  check(2020y, {January/1, January/20, February/17, May/25, July/3, September/7, October/12, November/11, November/26, December/25});
  check(2021y, {January/1, January/18, February/15, May/31, June/18, July/5, September/6, October/11, November/11, November/25, December/24, December/31});
  check(2022y, {January/17, February/21, May/30, June/20, July/4, September/5, October/10, November/11, November/24, December/26});
  check(2026y, {January/1, January/19, February/16, May/25, June/19, July/3, September/7, October/12, November/11, November/26, December/25});
  check(2027y, {January/1, January/18, February/15, May/31, June/18, July/5, September/6, October/11, November/11, November/25, December/24, December/31});
  check(2028y, {January/17, February/21, May/29, June/19, July/4, September/4, October/9, November/10, November/23, December/25});
  // clang-format on
}

TEST_CASE("Reserve Bank holidays: a Saturday holiday closes no Friday, a Sunday one closes the Monday") {
  const auto check = [](year in, std::initializer_list<month_day> list) {
    CHECK(text(closed_weekdays_of(sla::us_banking, in)) == text(dates(in, list)));
  };
  // clang-format off
  check(2020y, {January/1, January/20, February/17, May/25, September/7, October/12, November/11, November/26, December/25});
  check(2021y, {January/1, January/18, February/15, May/31, July/5, September/6, October/11, November/11, November/25});
  check(2022y, {January/17, February/21, May/30, June/20, July/4, September/5, October/10, November/11, November/24, December/26});
  check(2023y, {January/2, January/16, February/20, May/29, June/19, July/4, September/4, October/9, November/23, December/25});
  check(2027y, {January/1, January/18, February/15, May/31, July/5, September/6, October/11, November/11, November/25});
  // clang-format on
}

TEST_CASE("both calendars agree with the statute on every day of their coverage") {
  const sla::day_range coverage = sla::us_calendar_coverage;
  CHECK(coverage.first == date(1971y / January / 1));
  CHECK(coverage.last == date(2099y / December / 31));
  for (sla::civil_day day = coverage.first; day <= coverage.last; day += days{1}) {
    if (sla::us_federal.days().contains(day) != sla_tests::is_federal_day(day)) {
      CAPTURE(sla::iso(day));
      CHECK(sla::us_federal.days().contains(day) == sla_tests::is_federal_day(day));
    }
    if (sla::us_banking.days().contains(day) != sla_tests::is_banking_day(day)) {
      CAPTURE(sla::iso(day));
      CHECK(sla::us_banking.days().contains(day) == sla_tests::is_banking_day(day));
    }
  }
}

TEST_CASE("New Year's Day on a Saturday closes 31 December of the year before, for the government alone") {
  for (const year before : {1971y, 1976y, 1982y, 1993y, 1999y, 2004y, 2010y, 2021y, 2027y, 2032y}) {
    CAPTURE(static_cast<int>(before));
    CHECK(weekday{date((before + years{1}) / January / 1)} == Saturday);
    CHECK(!sla::us_federal.days().contains(date(before / December / 31)));
    CHECK(sla::us_banking.days().contains(date(before / December / 31)));
  }
}

TEST_CASE("Inauguration Day and the days before or after a holiday are business days") {
  CHECK(sla::us_federal.days().contains(date(2021y / January / 20)));
  CHECK(sla::us_federal.days().contains(date(2009y / January / 20)));
  CHECK(sla::us_federal.days().contains(date(2026y / November / 27)));
  CHECK(sla::us_federal.days().contains(date(2024y / December / 24)));  // closed by executive order in some years
}

TEST_CASE("every holiday has a name") {
  for (const sla::holiday& closed : sla::us_federal_holidays) CHECK(!closed.name().empty());
  CHECK(sla::us_federal.name() == "US federal");
  CHECK(sla::us_banking.name() == "US banking");
}
