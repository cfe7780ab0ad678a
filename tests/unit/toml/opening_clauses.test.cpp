#include "sla/toml/opening_clauses.hpp"

#include <doctest/doctest.h>

#include <array>
#include <chrono>
#include <string>
#include <string_view>
#include <vector>

#include "support/message.hpp"
#include "support/moments.hpp"
#include "support/text.hpp"

using namespace std::chrono;
using sla::any_zone;
using sla::loaded_hours;
using sla::weekly_hours;
using sla::detail::toml_section;
using sla_tests::date;

namespace {

auto found(std::string_view text, auto read) {
  const toml::table table = toml::parse(text);
  toml_section in("f.toml", table, "");
  return read(in);
}
std::string complaint(std::string_view text, auto read) {
  return sla_tests::message_of<sla::toml_error>([&] { (void)found(text, read); });
}
std::string written(const toml::table& table) {
  std::ostringstream text;
  text << table;
  return std::move(text).str();
}

loaded_hours read_hours(toml_section& in) { return sla::detail::read_hours(in, "hours", "special"); }
any_zone read_zone(toml_section& in) { return sla::detail::read_zone(in, "zone"); }

// ---- Hours ----------------------------------------------------------------------------------------------------------

TEST_CASE("hours are lines of weekdays, and dates with hours of their own") {
  const loaded_hours hours = found(R"(
hours = [
  { on = ["Monday", "Tuesday"], opens = "13:00", closes = "17:00" },
  { on = ["Monday", "Tuesday"], opens = "09:00", closes = "12:00" },
  { on = ["Saturday"], opens = "22:00", closes = "06:00" },
]
special = [
  { date = 2026-12-31, opens = "09:00", closes = "12:00" },
  { date = 2026-12-24, opens = "09:00", closes = "10:00" },
  { date = 2026-12-24, opens = "11:00", closes = "12:00" },
]
)",
                                   read_hours);
  const sla::weekday_set two{Monday, Tuesday};
  CHECK((hours.week() == weekly_hours(two, 9h, 12h).also(two, 13h, 17h).also(Saturday, 22h, 6h)));
  REQUIRE(hours.special_days().size() == 2);
  CHECK(hours.special_days()[0].date == date(2026y / December / 24));
  CHECK((hours.special_days()[0].hours == sla::day_hours{{9h, 10h}, {11h, 12h}}));
  CHECK(hours.special_days()[1].date == date(2026y / December / 31));
}

TEST_CASE("every mistake in hours is told with its line") {
  const auto wrong = [](std::string_view line) {
    return complaint("special = []\nhours = [\n{ on = [\"Monday\"], opens = \"09:00\", closes = \"12:00\" },\n" +
                         std::string(line) + "\n]",
                     read_hours);
  };
  const std::string overlap = ": the opening hours 11:00:00 to 17:00:00 begin before 09:00:00 to 12:00:00 have ended";
  CHECK(wrong("{ on = [\"Monday\"], opens = \"11:00\", closes = \"17:00\" }") == "f.toml:4: hours[2].opens" + overlap);
  CHECK(wrong("{ on = [\"Sunday\"], opens = \"22:00\", closes = \"10:00\" }") ==
        "f.toml:4: hours[2].opens: the opening hours 09:00:00 to 12:00:00 begin before 22:00:00 to 34:00:00 have "
        "ended");
  CHECK(wrong("{ on = [], opens = \"13:00\", closes = \"17:00\" }") ==
        "f.toml:4: hours[2].on = an array: is empty; allowed: Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, "
        "Sunday");
  CHECK(wrong("{ on = [\"Monday\"], opens = \"9\", closes = \"12:00\" }") ==
        "f.toml:4: hours[2].opens = \"9\": is no time of day; allowed: times such as \"09:00\", \"17:30\", \"24:00\"");
  CHECK(wrong("{ on = [\"Friday\"], opens = \"13:00\", closes = \"13:00\" }") ==
        "f.toml:4: hours[2].closes = \"13:00\": is no time to close; allowed: after \"00:00\" to \"24:00\", and not "
        "the time of opening");
  CHECK(wrong("{ on = [\"Friday\"], opens = \"13:00\" }") ==
        "f.toml:4: hours[2].closes: is missing; allowed: times such as \"09:00\", \"17:30\", \"24:00\"");
  CHECK(wrong("{ on = [\"Friday\"], opens = \"13:00\", closes = \"17:00\", nth = 1 }") ==
        "f.toml:4: hours[2].nth = 1: is no key here; allowed: closes, on, opens");
  const std::string lines = "; allowed: an array of {on = [\"Monday\"], opens = \"09:00\", closes = \"17:00\"}";
  CHECK(complaint("hours = []\nspecial = []", read_hours) == "f.toml:1: hours = an array: is empty" + lines);
  CHECK(complaint("hours = 9\nspecial = []", read_hours) == "f.toml:1: hours = 9: is no array" + lines);

  const auto wrong_date = [](std::string_view special) {
    return complaint("hours = [{ on = [\"Monday\"], opens = \"09:00\", closes = \"12:00\" }]\n" + std::string(special),
                     read_hours);
  };
  CHECK(wrong_date("") == "f.toml:1: special: is missing; allowed: an array, which may be empty");
  CHECK(wrong_date("special = 1") ==
        "f.toml:2: special = 1: is no array; allowed: an array of {date = 2026-12-24, opens = \"09:00\", closes = "
        "\"12:00\"}");
  CHECK(wrong_date("special = [\n{ date = 2026-12-24, opens = \"09:00\", closes = \"12:00\" },\n"
                   "{ date = 2026-12-24, opens = \"11:00\", closes = \"17:00\" }]") ==
        "f.toml:4: special[2].opens" + overlap);
}

TEST_CASE("hours are written so that they are read again") {
  const auto again = [](const loaded_hours& hours) {
    return found(written(toml::table{{"hours", sla::detail::hours_for_toml(hours.week())},
                                     {"special", sla::detail::special_days_for_toml("special", hours.special_days())}}),
                 read_hours);
  };
  const auto split = weekly_hours(sla::monday_to_friday, 9h, 12h)
                         .also(sla::monday_to_friday, 13h, 17h)
                         .also(Saturday, 9h, 12h)
                         .also({Tuesday, Friday}, 22h + 15min, 6h);
  for (const weekly_hours& week :
       {split, sla::around_the_clock, weekly_hours(sla::every_day, 22h, 6h),
        weekly_hours(sla::every_day, 22h, 6h).also(sla::every_day, 6h, 22h),        // 24 hours from 6:00
        weekly_hours(Monday, 6h, 22h).also(Monday, 22h, 21h),                       // 39 hours
        weekly_hours(Monday, 9h, 24h - 1ms).also(Monday, 24h - 1ms, 24h - 2ms)}) {  // nearly 48 hours
    CAPTURE(written(toml::table{{"hours", sla::detail::hours_for_toml(week)}}));
    CHECK((again(week).week() == week));
  }
  const loaded_hours special(split, {{date(2026y / December / 24), {{9h, 10h}, {22h, 6h}}},
                                     {date(2026y / December / 31), {{6h, 22h}, {22h, 6h}}}});
  REQUIRE(again(special).special_days().size() == 2);
  for (std::size_t i = 0; i < 2; ++i) {
    CHECK(again(special).special_days()[i].date == special.special_days()[i].date);
    CHECK((again(special).special_days()[i].hours == special.special_days()[i].hours));
  }
}

// ---- Zones, and all together ----------------------------------------------------------------------------------------

TEST_CASE("a zone is one of five by its name, or an offset with a name") {
  for (const char* name : {"America/New_York", "America/Chicago", "America/Denver", "America/Los_Angeles", "UTC"})
    CHECK(found("zone = \"" + std::string(name) + "\"", read_zone).name() == name);
  const any_zone india = found("zone = { name = \"IST\", offset_s = 19800 }", read_zone);
  CHECK(india.name() == "IST");
  CHECK(india.constant_offset() == 19800s);
  CHECK(india.period_at({}).abbreviation == "IST");
  CHECK(found("zone = { name = \"west\", offset_s = -86399 }", read_zone).constant_offset() == -86399s);
  const std::string allowed =
      "; allowed: \"America/New_York\", \"America/Chicago\", \"America/Denver\", \"America/Los_Angeles\", \"UTC\", or "
      "{name = \"IST\", offset_s = 19800}";
  CHECK(complaint("zone = \"EST\"", read_zone) == "f.toml:1: zone = \"EST\": is no zone" + allowed);
  CHECK(complaint("zone = 3600", read_zone) == "f.toml:1: zone = 3600: is no table" + allowed);
  CHECK(complaint("zone = { name = \"x\", offset_s = 86400 }", read_zone) ==
        "f.toml:1: zone.offset_s = 86400: is out of range; allowed: -86399 to 86399");
  CHECK(complaint("zone = { name = \"x\", offset_s = 0, dst = true }", read_zone) ==
        "f.toml:1: zone.dst = true: is no key here; allowed: name, offset_s");
}

TEST_CASE("a zone is written so that it is read again") {
  for (const any_zone& zone : {any_zone(sla::us_eastern), any_zone(sla::us_pacific), any_zone(sla::utc),
                               any_zone(sla::fixed_offset{"IST", 5h + 30min}), any_zone(sla::fixed_offset{"UTC", 1h}),
                               any_zone(sla::fixed_offset{"America/New_York", -5h})}) {
    toml::table table;
    sla::detail::write_zone(table, "zone", zone);
    CAPTURE(written(table));
    CHECK(found(written(table), read_zone).name() == zone.name());
    CHECK(found(written(table), read_zone).constant_offset() == zone.constant_offset());
  }
}

TEST_CASE("a zone with the name of another is not written") {
  for (const sla::us_zone& zone :
       {sla::us_zone{"America/New_York", -6h, "EST", "EDT"}, sla::us_zone{"America/New_York", -5h, "EST", "DST"},
        sla::us_zone{"UTC", 0h, "UTC", "UTC"}, sla::us_zone{"UTC", -1h, "UTC", "UTC"}}) {
    toml::table table;
    CHECK(sla_tests::message_of<sla::toml_error>([&] { sla::detail::write_zone(table, "month_zone", zone); }) ==
          "month_zone: has the name " + std::string(zone.name()) +
              ", but other clocks; allowed: the zone of that name");
    CHECK(table.empty());
  }
}

TEST_CASE("hours that do not fit their calendar are told whose they are") {
  const std::string opening = R"(
calendar = "us_federal"
business_hours = [{ on = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"], opens = "09:00", closes = "17:00" }]
business_special_days = []
zone = "America/New_York"
support_days = "us_federal"
support_hours = [{ on = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"], opens = "08:00", closes = "18:00" }]
support_special_days = []
)";
  const auto read = [](toml_section& in) { return sla::detail::read_opening_clauses(in); };
  const auto open = found(opening, read);
  CHECK((open.support_hours.week() == weekly_hours(sla::monday_to_friday, 8h, 18h)));
  CHECK((open.business_hours.week() == weekly_hours(sla::monday_to_friday, 9h, 17h)));
  const auto changed = [&](std::string_view from, std::string_view to) {
    std::string text = opening;
    text.replace(text.rfind(from), from.size(), to);
    return complaint(text, read);
  };
  CHECK(changed("\"Friday\"]", "\"Friday\", \"Saturday\"]") ==
        "f.toml:7: support_hours: Saturday has opening hours, but the calendar is never open on it");
  CHECK(changed(", \"Friday\"], opens = \"09:00\"", "], opens = \"09:00\"") ==
        "f.toml:3: business_hours: Friday is a business day, but has no opening hours");
  CHECK(
      changed("business_special_days = []",
              "business_special_days = [{ date = 2026-12-25, opens = \"09:00\", closes = \"12:00\" }]") ==
      "f.toml:4: business_special_days[1].date: 2026-12-25 has hours of its own, but the calendar is closed on it; to "
      "work on it, add it to the calendar's working dates: working = [2026-12-25]");
  CHECK(changed("support_special_days = []",
                "support_special_days = [\n{ date = 2026-12-24, opens = \"09:00\", closes = \"12:00\" },\n"
                "{ date = 2400-01-03, opens = \"09:00\", closes = \"12:00\" }]") ==
        "f.toml:10: support_special_days[2].date: 2400-01-03 has hours of its own, but lies outside of the calendar's "
        "coverage, 1971-01-01 to 2099-12-31");
  CHECK(changed("business_special_days = []",
                "business_special_days = [{ date = 2026-12-23, opens = \"09:00\", closes = \"12:00\" },\n"
                "{ date = 2026-12-24, opens = \"22:00\", closes = \"10:00\" }]\n#") == "nothing was thrown");
}

constexpr std::string_view plant = R"(
business_hours = [{ on = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"], opens = "09:00", closes = "18:00" }]
business_special_days = []
zone = "UTC"
support_days = "us_federal"
support_hours = [{ on = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"], opens = "08:00", closes = "18:00" }]
support_special_days = []

[calendar]
name = "plant"
first = 2018-01-01
last = 2018-12-31
closed = ["Saturday", "Sunday"]
observance = "actual_date"
holidays = []
closed_dates = [2018-04-30, 2018-05-01, 2018-05-02]
working = [2018-04-28]
)";

TEST_CASE("a Saturday that is worked by its date may have the hours of every Saturday") {
  const auto read = [](toml_section& in) { return sla::detail::read_opening_clauses(in); };
  const auto open = found(plant, read);
  const sla::loaded_opening_times times(open.calendar, open.business_hours, open.zone);
  CHECK(times.view().opening_of(sla::civil_day{2018y / April / 28}) == sys_days{2018y / April / 28} + 9h);
  std::string never(plant);
  never.replace(never.rfind("[2018-04-28]"), 12, "[]");
  CHECK(complaint(never, read) ==
        "f.toml:2: business_hours: Saturday has opening hours, but the calendar is never open on it");
}

TEST_CASE("a date that is worked without hours is told where they are missing") {
  std::string sunday(plant);
  sunday.replace(sunday.rfind("[2018-04-28]"), 12, "[2018-04-28, 2018-04-29]");
  const auto read = [](toml_section& in) { return sla::detail::read_opening_clauses(in); };
  CHECK(complaint(sunday, read) ==
        "f.toml:3: business_special_days: 2018-04-29 is a business day, but its weekday has no opening hours; give it "
        "hours of its own");
}

}  // namespace
