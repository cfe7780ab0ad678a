#include "sla/calendar/loaded_hours.hpp"

#include <optional>
#include <vector>

#include "support/moments.hpp"
#include "support/text.hpp"

using namespace std::chrono;
using sla::monday_to_friday;
using sla::weekly_hours;
using sla_tests::date;

TEST_CASE("hours that become known at run time keep their special days in the order of their dates") {
  const std::vector<sla::special_day> any_order{{date(2026y / December / 31), {{9h, 12h}}},
                                                {date(2026y / December / 24), {{9h, 13h}}}};
  const sla::loaded_hours hours(weekly_hours(monday_to_friday, 9h, 17h), any_order);
  REQUIRE(hours.special_days().size() == 2);
  CHECK(hours.special_days()[0].date == date(2026y / December / 24));
  CHECK(hours.special_days()[0].hours.length() == 4h);
  CHECK(hours.special_days()[1].date == date(2026y / December / 31));
  CHECK((hours.week() == weekly_hours(monday_to_friday, 9h, 17h)));
  CHECK(sla::business_hours_rule<sla::loaded_hours>);
}

TEST_CASE("loaded hours may have no special days, and a copy has its own") {
  const sla::loaded_hours none = weekly_hours(monday_to_friday, 9h, 17h);
  CHECK(none.special_days().empty());
  auto original = std::make_optional<sla::loaded_hours>(
      sla::around_the_clock, std::vector<sla::special_day>{{date(2026y / December / 24), {{9h, 13h}}}});
  const sla::loaded_hours copy = *original;
  original.reset();
  REQUIRE(copy.special_days().size() == 1);
  CHECK(copy.special_days()[0].date == date(2026y / December / 24));
}
