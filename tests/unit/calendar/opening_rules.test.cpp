#include "sla/calendar/opening_rules.hpp"

#include <vector>

#include "sla/calendar/us_federal.hpp"
#include "sla/zone/us_zone.hpp"
#include "support/moments.hpp"
#include "support/text.hpp"

using namespace std::chrono;
using sla::interval;
using sla::special_day;
using sla::weekly_hours;
using sla::detail::opening_rules;
using sla_tests::date;
using sla_tests::eastern;

namespace {

constexpr sla::opening_hours hours{weekly_hours(sla::monday_to_friday, 9h, 17h).also(Friday, 22h, 2h),
                                   special_day{date(2026y / December / 24), {{9h, 12h}}}};
constexpr opening_rules<sla::opening_hours<1>, sla::us_zone> rules{sla::us_federal.days(), &hours, &sla::us_eastern};

}  // namespace

TEST_CASE("the hours of a date are its own, or those of its weekday") {
  CHECK((rules.hours_on(date(2026y / December / 24)) == sla::day_hours{{9h, 12h}}));
  CHECK((rules.hours_on(date(2026y / December / 23)) == sla::day_hours{{9h, 17h}}));
}

TEST_CASE("a business day opens with its first span and closes with its last, perhaps on the next date") {
  CHECK(rules.spans_on(date(2026y / November / 20)).opens == eastern(2026y / November / 20, 9h));
  CHECK(rules.spans_on(date(2026y / November / 20)).closes == eastern(2026y / November / 21, 2h));
  CHECK(rules.closing_of(date(2026y / November / 20)) == eastern(2026y / November / 21, 2h));
  CHECK(rules.closing_of(date(2026y / December / 24)) == eastern(2026y / December / 24, 12h));
}

TEST_CASE("the spans of a day are instants, in order; a holiday has none") {
  const auto friday = rules.spans_on(date(2026y / November / 20));
  CHECK(std::vector<interval>(friday.begin(), friday.end()) ==
        std::vector{interval{eastern(2026y / November / 20, 9h), eastern(2026y / November / 20, 17h)},
                    interval{eastern(2026y / November / 20, 22h), eastern(2026y / November / 21, 2h)}});
  const auto thanksgiving = rules.spans_on(date(2026y / November / 26));
  CHECK(thanksgiving.begin() == thanksgiving.end());
}

TEST_CASE("outside the coverage nothing is open") {
  CHECK(rules.is_open_on(date(2026y / November / 20)));
  CHECK(!rules.is_open_on(date(2026y / November / 26)));
  CHECK(!rules.is_open_on(date(2100y / January / 4)));
}
