// One case per bug that was found, with what went wrong in its name.

#include <doctest/doctest.h>

#include <fmt/format.h>
#include <array>

#include <chrono>
#include <cstdint>
#include <sstream>
#include <string>
#include <vector>

#include "sla/availability/availability.hpp"
#include "sla/calendar/business_arithmetic.hpp"
#include "sla/calendar/loaded_calendar.hpp"
#include "sla/calendar/loaded_hours.hpp"
#include "sla/calendar/opening_tables.hpp"
#include "sla/calendar/us_federal.hpp"
#include "sla/clock/ticket.hpp"
#include "sla/contracts/harvard_business_impact.hpp"
#include "sla/fmt/formatters.hpp"
#include "sla/json/place.hpp"
#include "sla/toml/agreement.hpp"
#include "sla/toml/values.hpp"
#include "support/message.hpp"
#include "support/moments.hpp"
#include "support/table_zone.hpp"
#include "support/terms_text.hpp"
#include "support/workshop.hpp"

namespace hbi = sla::harvard_business_impact;
using namespace std::chrono;

namespace {

using sla_tests::message_of;

enum class hidden { first, second };

constexpr std::array government_and_banks{sla::us_federal.days(), sla::us_banking.days()};
constexpr sla::combined_calendars closed_with_either{"either", sla::closed_if::any, government_and_banks};

struct planned_time_leaves_both : hbi::support {
  static constexpr auto planned_time = sla::planned_time::leaves_both;
};
struct first_close_is_final : hbi::support {
  static constexpr auto on_reopen = sla::on_reopen::first_close_is_final;
};
struct workshop_same_time : workshop::terms {
  static constexpr auto due_time = sla::due_time::same_time_of_day;
};

TEST_CASE("[regression.1] an enumeration in an unnamed name space had no members with clang") {
  CHECK(sla::enumerators<hidden>::count == 2);
  CHECK(sla::name_of(hidden::second) == "second");
}

TEST_CASE("[regression.2] a month of which nothing is known was met where planned time leaves the month") {
  const sla::interval april = sla::period_in(sla::us_eastern, 2026y / April);
  const sla::service_record nothing{"log", {}, {april}};
  const auto result = sla::availability(planned_time_leaves_both{}, 2026y / April, nothing, april.ends_at());
  CHECK(result.verdict() == sla::availability_verdict::not_measurable);
}

TEST_CASE("[regression.3] a pause while everything was closed made a target due earlier") {
  const sla::instant friday = hbi::eastern(2026y / November / 20, 22h);
  const sla::interval_set week_end{{friday + 2h, friday + 50h}};
  const hbi::office_same_time terms{};
  CHECK(due_after(terms, sla::business_days{1}, friday, week_end) == hbi::eastern(2026y / November / 24, 9h));
}

TEST_CASE("[regression.4] a receipt at the end of a lunch break was due at the beginning of the next one") {
  const sla::instant received = workshop::at(2026y / November / 23, 13h);
  CHECK(due_after(workshop_same_time{}, sla::business_days{1}, received) == workshop::at(2026y / November / 24, 13h));
}

TEST_CASE("[regression.5] where the first close is final, an open ticket could be reopened") {
  const sla::instant nine = hbi::eastern(2026y / November / 16, 9h);
  const first_close_is_final terms{};
  sla::ticket followed(terms);
  followed.add({nine, sla::event_kind::notified, hbi::severity::urgent});
  followed.add({nine, sla::event_kind::resolved, {}});
  followed.add({nine, sla::event_kind::reopened, {}});
  CHECK_THROWS_AS(followed.add({nine, sla::event_kind::reopened, {}}), sla::event_error);
}

TEST_CASE("[regression.6] two calendars of the United States could not be combined in a constant with clang") {
  constexpr sla::compiled_calendar<closed_with_either> combined;
  static_assert(combined.days().size() == sla::us_federal.days().size());
}

TEST_CASE("[regression.7] a number beyond any double in a JSON text was refused with an error of the parser's own") {
  CHECK(message_of<sla::json_error>([] { (void)sla::parse_json("[1e400]", "log.json"); }) ==
        "log.json: number overflow parsing '1e400'");
}

TEST_CASE("[regression.8] arrays inside of a hundred thousand others ended the program that refused them") {
  const auto nested = [](std::size_t depth) { return std::string(depth, '[') + std::string(depth, ']'); };
  CHECK(message_of<sla::json_error>([&] { (void)sla::parse_json(nested(100'000), "log.json"); }) ==
        "log.json: a value stands inside of more than 100 others; allowed: fewer");
  CHECK(sla::parse_json(nested(100), "log.json").size() == 1);
}

TEST_CASE("[regression.9] a JSON log was read in a time that grew with the square of its tickets and of their events") {
  std::string log = "{";
  for (int ticket = 0; ticket < 500'000; ++ticket)
    log += fmt::format("{}\"{}\":[{{}}]", ticket == 0 ? "" : ",", ticket);
  CHECK(sla::parse_json(log + '}', "log.json").size() == 500'000);  // or the test runs out of time
}

TEST_CASE("[regression.10] what the parser of TOML takes for granted ended the program") {
  for (const char* text :
       {"[,a]", "[", "a = [ }", "a = \xC3\xA9", "a = 0'\xC2\xA5'", "a = 0\"\xC2\xA5\"", "a = 2026-01-01 1\n",
        "a = { b = 2026-10-\x01"
        "c 0}"}) {
    std::istringstream in(text);
    CHECK_THROWS_AS((void)sla::read_toml(in, "own.toml"), sla::toml_error);
  }
}

TEST_CASE("[regression.11] a working date without hours next to a special day was read as if it had some") {
  const sla::civil_day friday = sla_tests::date(2026y / November / 20);
  const sla::loaded_calendar plant(sla::calendar_definition{"plant",
                                                            {friday - days{4}, friday + days{1}},
                                                            sla::saturday_and_sunday,
                                                            sla::observance::actual_date,
                                                            {},
                                                            {},
                                                            {friday + days{1}}});
  const sla::weekly_hours nine_to_five(sla::monday_to_friday, 9h, 17h);
  const sla::loaded_hours with_a_night(nine_to_five, {{friday, sla::day_hours{{22h, 6h}}}});
  CHECK(message_of<sla::terms_error>([&] { (void)sla::loaded_opening_times{plant, with_a_night, sla::us_eastern}; }) ==
        "2026-11-21 is a business day, but its weekday has no opening hours; give it hours of its own");
}

TEST_CASE("[regression.12] a width from an argument filled the memory") {
  CHECK_THROWS_AS((void)fmt::format("{:{}}", sla::elapsed{2h}, 4'000'000'000'000), fmt::format_error);
}

TEST_CASE("[regression.13] a zone said that it does not cover 2024 of a time eleven million years later") {
  const sla::instant late{hours{24} * ((std::int64_t{1} << 32) + 20'000)};
  CHECK(message_of<sla::coverage_error>([&] { (void)sla::us_eastern.to_civil(late); }) ==
        "a US zone does not cover 11761245-10-23; it covers 1967-01-01 to 2199-12-31");
}

TEST_CASE("[regression.14] elapsed time from the last instants was due before them") {
  const sla::instant last = (sla::instant::max)();
  const auto due = [](sla::instant from) { return sla::response_due(hbi::support{}, hbi::severity::critical, from); };
  CHECK(due(last - 2h) == last);
  CHECK(message_of<sla::coverage_error>([&] { (void)due(last - 2h + 1ms); }) ==
        "the instant 7200000 ms after 292278994-08-17T05:12:55.808Z is beyond 292 million years");
}

TEST_CASE("[regression.15] the night of the last date closed at a time that is skipped as if it was not") {
  const sla::civil_day saturday = sla_tests::date(2026y / March / 7);
  const sla::loaded_calendar bar(sla::calendar_definition{
      "bar", {saturday - days{27}, saturday}, sla::weekday_set{Sunday}, sla::observance::actual_date, {}, {}, {}});
  const sla::loaded_hours late(sla::weekly_hours(~sla::weekday_set{Sunday}, 22h, 2h + 30min), {});
  const sla::loaded_opening_times times{bar, late, sla::us_eastern};
  CHECK(sla::add_business_time(times.view(), hbi::eastern(2026y / March / 7, 23h), sla::business_time{2h + 59min}) ==
        hbi::eastern(2026y / March / 8, 1h + 59min));
  CHECK(times.view().closing_of(saturday) == hbi::eastern(2026y / March / 8, 3h));
  CHECK(times.view().spans_on(saturday).closes == hbi::eastern(2026y / March / 8, 3h));
}

TEST_CASE("[regression.16] lengths of over a century in sum were written as what is not read") {
  CHECK(sla::detail::parse_length("36525d") == milliseconds{days{36'525}});
  CHECK(sla::detail::parse_length(sla::detail::length_for_toml(days{36'525})) == milliseconds{days{36'525}});
  CHECK_FALSE(sla::detail::parse_length("36525d 1h"));
  CHECK_FALSE(sla::detail::parse_length("36524d 24h 1ms"));
}

TEST_CASE("[regression.17] where clocks were changed as a coverage began, its first week was taken for a usual one") {
  const sla::civil_day sunday = sla_tests::date(2026y / March / 29);
  const sla::loaded_calendar bakery(sla::calendar_definition{
      "bakery", {sunday, sunday + days{27}}, ~sla::weekday_set{Sunday}, sla::observance::actual_date, {}, {}, {}});
  const sla::loaded_hours early(sla::weekly_hours(sla::weekday_set{Sunday}, 15min, 45min), {});
  const sla_tests::table_zone beirut = sla_tests::at_midnight();
  const sla::loaded_opening_times times{bakery, early, beirut};
  CHECK(times.view().length() == 90min);
  CHECK(sla::next_opening(times.view(), times.view().coverage().starts_at()) ==
        sla_tests::utc(2026y / April / 4, 21h + 15min));
}

}  // namespace
