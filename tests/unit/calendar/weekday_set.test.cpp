#include "sla/calendar/weekday_set.hpp"

#include "support/text.hpp"

using namespace std::chrono;
using sla::weekday_set;

namespace {

constexpr weekday all_days[] = {Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday};

}  // namespace

TEST_CASE("a set contains the days it was given") {
  constexpr weekday_set long_week_end{Friday, Saturday, Sunday};
  static_assert(long_week_end.contains(Friday) && !long_week_end.contains(Monday));
  for (const weekday day : all_days)
    CHECK(long_week_end.contains(day) == (day == Friday || day == Saturday || day == Sunday));
}

TEST_CASE("a single day is a set, and a day given twice is there once") {
  const weekday_set friday = Friday;
  CHECK((friday == weekday_set{Friday, Friday}));
  CHECK(friday.contains(Friday));
  CHECK(!friday.contains(Thursday));
}

TEST_CASE("the named sets") {
  for (const weekday day : all_days) {
    CHECK(sla::monday_to_friday.contains(day) == (day != Saturday && day != Sunday));
    CHECK(sla::saturday_and_sunday.contains(day) == (day == Saturday || day == Sunday));
    CHECK(sla::every_day.contains(day));
    CHECK(!sla::no_day.contains(day));
  }
}

TEST_CASE("the complement has the other days, and of the complement the first ones again") {
  CHECK((~weekday_set{Friday, Saturday} == weekday_set{Sunday, Monday, Tuesday, Wednesday, Thursday}));
  CHECK((~~sla::monday_to_friday == sla::monday_to_friday));
  CHECK((~sla::every_day == sla::no_day));
}

TEST_CASE("bits are counted from Monday, whatever the week begins with elsewhere") {
  CHECK(weekday_set{Monday}.bits() == 1);
  CHECK(weekday_set{Sunday}.bits() == 64);
  CHECK((weekday_set{weekday{7}} == weekday_set{weekday{0}}));
}

TEST_CASE("weekdays have English names") {
  static_assert(sla::name_of(Wednesday) == "Wednesday");
  CHECK(sla::name_of(Sunday) == "Sunday");
  CHECK(sla::name_of(weekday{7}) == "Sunday");
  CHECK(sla::name_of(Saturday) == "Saturday");
  CHECK(sla::name_of(weekday{8}) == "no weekday");
}

TEST_CASE("a weekday that is none is in no set, and makes none") {
  CHECK_THROWS_WITH_AS((weekday_set{Saturday, weekday{8}}),
                       "a set of days of the week cannot hold day 8; allowed: 0, which is Sunday, to 6",
                       sla::terms_error);
  for (const unsigned number : {8U, 65U, 200U}) CHECK(!sla::every_day.contains(weekday{number}));
}
