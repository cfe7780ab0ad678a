#include "sla/tz/zone_history.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <optional>
#include <vector>

#include "support/message.hpp"
#include "support/moments.hpp"
#include "support/text.hpp"

using namespace std::chrono;
using sla::detail::zone_stretch;
using sla_tests::utc;

namespace {

constexpr sla::instant no_end = (sla::instant::max)();
constexpr sla::instant march = utc(2007y / March / 11, 7h);

/// New York as a small database spells it out, with other clocks after the last change.
std::vector<zone_stretch> until_2007(seconds offset = -4h, const char* abbreviation = "EDT") {
  return {{{-5h, "EST"}, utc(2006y / October / 29, 6h), march}, {{offset, abbreviation}, march, no_end}};
}

sla::detail::zone_file_end file(sla::instant last_change, const char* rule = "EST5EDT,M3.2.0,M11.1.0") {
  return {floor<seconds>(last_change), rule};
}

}  // namespace

TEST_CASE("where the rule gives the clocks that are spelt out, the years go on by it") {
  std::vector<zone_stretch> stretches = until_2007();
  REQUIRE(sla::detail::go_on(stretches, file(march)));
  REQUIRE(stretches.size() > 2 * 192);
  CHECK(stretches[1].until == utc(2007y / November / 4, 6h));
  CHECK(stretches[2].clock.offset == -5h);
  CHECK(stretches[2].clock.abbreviation == "EST");
  CHECK(stretches[3].from == utc(2008y / March / 9, 7h));
  CHECK(stretches[3].clock.abbreviation == "EDT");
  for (std::size_t i = 1; i < stretches.size(); ++i) CHECK(stretches[i].from == stretches[i - 1].until);
  CHECK(stretches.back().from > utc(2200y / January / 1, 0h));
}

TEST_CASE("clocks that are never changed again go on without an end") {
  std::vector<zone_stretch> stretches = until_2007(-4h, "AST");
  REQUIRE(sla::detail::go_on(stretches, file(march, "AST4")));
  CHECK(stretches.size() == 2);
  CHECK(stretches.back().until == no_end);
}

TEST_CASE("a change that leaves the clocks as they are, which tz drops, still says from when the rule holds") {
  std::vector<zone_stretch> no_summer_of_2007 = {{{-5h, "EST"}, utc(2006y / October / 29, 6h), no_end}};
  REQUIRE(sla::detail::go_on(no_summer_of_2007, file(utc(2007y / November / 4, 6h))));
  CHECK(no_summer_of_2007.front().until == utc(2008y / March / 9, 7h));
}

TEST_CASE("where the rule gives other clocks, or there is none, it is not followed") {
  const auto refuses = [](std::vector<zone_stretch> stretches, const std::optional<sla::detail::zone_file_end>& end) {
    const std::size_t before = stretches.size();
    return !sla::detail::go_on(stretches, end) && stretches.size() == before;
  };
  CHECK(refuses(until_2007(-5h), file(march)));
  CHECK(refuses(until_2007(-4h, "AST"), file(march)));
  CHECK(refuses(until_2007(), file(march + 300 * 24h)));
  CHECK(refuses(until_2007(), file(march, "EDT5")));
  CHECK(refuses(until_2007(), file(march, "")));
  CHECK(refuses(until_2007(), std::nullopt));
}

TEST_CASE("a history has no gaps, neighbours that differ, and ends with the coverage by its own clock") {
  for (const char* name : {"America/New_York", "Europe/London", "Asia/Tokyo", "Australia/Lord_Howe", "UTC"}) {
    CAPTURE(name);
    const auto history = sla::detail::read_zone_history(name);
    const auto& all = history.stretches;
    CHECK((history.coverage ==
           sla::day_range{sla_tests::date(1902y / January / 1), sla_tests::date(2199y / December / 31)}));
    CHECK(all.front().reading_of(all.front().from) == sla_tests::date(1902y / January / 1));
    CHECK(all.back().reading_of(all.back().until) == sla_tests::date(2200y / January / 1));
    for (std::size_t i = 1; i < all.size(); ++i) {
      CHECK(all[i].from == all[i - 1].until);
      CHECK_FALSE((all[i].clock == all[i - 1].clock));
    }
  }
}

TEST_CASE("clocks that only touch the coverage are no part of it") {
  const sla::day_range covered{sla_tests::date(2007y / January / 1), sla_tests::date(2007y / December / 31)};
  const sla::instant begins = utc(2007y / January / 1, 5h);
  const sla::instant ends = utc(2008y / January / 1, 5h);
  sla::detail::zone_history of{"Somewhere",
                               covered,
                               {{{-5h, "EST"}, utc(2006y / January / 1, 0h), begins},
                                {{-6h, "CST"}, begins, march},
                                {{-5h, "EST"}, march, ends},
                                {{-5h, "XST"}, ends, no_end}}};
  sla::detail::tidy_up(of);
  REQUIRE(of.stretches.size() == 2);
  CHECK(of.stretches.front().clock.abbreviation == "CST");
  CHECK(of.stretches.front().from == begins + 1h);
  CHECK(of.stretches.back().until == ends);
}

TEST_CASE("without a rule the last date before the last change is the last that is covered, and there must be one") {
  const auto history = [](sla::instant last_change) {
    return sla::detail::history_of(
        "Somewhere",
        {{{-5h, "EST"}, utc(1883y / November / 18, 17h), last_change}, {{-4h, "EDT"}, last_change, no_end}},
        std::nullopt);
  };
  const auto one_day = history(utc(1902y / January / 2, 7h));
  CHECK(
      (one_day.coverage == sla::day_range{sla_tests::date(1902y / January / 1), sla_tests::date(1902y / January / 1)}));
  CHECK(one_day.stretches.size() == 1);
  CHECK(sla_tests::message_of<sla::tz_error>([&] { (void)history(utc(1902y / January / 1, 7h)); }) ==
        "the time-zone database of this machine does not say how the clocks go on in \"Somewhere\"");
}

TEST_CASE("a name that the database does not have is an error that says it") {
  const auto said = sla_tests::message_of<sla::tz_error>([] { (void)sla::detail::read_zone_history("Europe/Lodnon"); });
  CHECK(said ==
        "no time zone \"Europe/Lodnon\" (Europe/Lodnon not found in timezone database); it must be a name of the IANA "
        "database, such as \"Europe/London\"");
}
