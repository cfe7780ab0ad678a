#include "sla/fmt/explanation.hpp"

#include <doctest/doctest.h>

#include <array>
#include <chrono>
#include <string>

#include "sla/contracts/harvard_business_impact.hpp"
#include "sla/policy/loaded_agreement.hpp"
#include "support/workshop.hpp"

namespace hbi = sla::harvard_business_impact;
using namespace std::chrono;

namespace {

using sla::commitment_kind;
using sla::event_kind;
using sla::instant;
using sla::table_text;

constexpr instant at(year_month_day date, minutes since_midnight) { return hbi::eastern(date, since_midnight); }

struct office_with_holds : hbi::office_hours {
  static constexpr auto holds = sla::holds::recognised;
};

struct reopened_where_it_was : hbi::office_hours {
  static constexpr auto on_reopen = sla::on_reopen::goes_on_without_closed_time;
};

struct workshop_tickets : workshop::terms {
  static constexpr auto holds = sla::holds::recognised;
  static constexpr auto confirmation = sla::confirmation::stands_for_both;
  static constexpr auto silent_remedy = sla::silent_remedy::response_still_due;
  static constexpr auto on_close = sla::on_close::files_away;
  static constexpr auto on_reopen = sla::on_reopen::restarts;
  static constexpr auto on_severity_change = sla::on_severity_change::restarts;
};

/// Reported on the eve of Independence Day, on hold from 10:00 to 11:00 on Monday.
sla::explanation on_the_eve() {
  static constexpr office_with_holds terms{};
  sla::ticket<office_with_holds> followed(terms);
  followed.add({at(2025y / July / 3, 15h + 30min), event_kind::notified, hbi::severity::urgent});
  followed.add({at(2025y / July / 7, 10h), event_kind::hold_started, {}});
  const instant now = at(2025y / July / 7, 11h);
  followed.add({now, event_kind::hold_ended, {}});
  return sla::explain(terms, followed.history(commitment_kind::response, now), now);
}

const std::string until_eleven =
    R"(  from                      to                            length     counted
  Thu 2025-07-03 15:30 EDT  Thu 2025-07-03 17:00 EDT  1 h 30 min  1 h 30 min  counts
  Thu 2025-07-03 17:00 EDT  Fri 2025-07-04 00:00 EDT         7 h              night
  Fri 2025-07-04 00:00 EDT  Sat 2025-07-05 00:00 EDT        24 h              Independence Day
  Sat 2025-07-05 00:00 EDT  Mon 2025-07-07 00:00 EDT        48 h              week-end
  Mon 2025-07-07 00:00 EDT  Mon 2025-07-07 09:00 EDT         9 h              night
  Mon 2025-07-07 09:00 EDT  Mon 2025-07-07 10:00 EDT         1 h  2 h 30 min  counts
  Mon 2025-07-07 10:00 EDT  Mon 2025-07-07 11:00 EDT         1 h              on hold
)";

/// The reasons of a table, one line each.
std::string reasons(const std::string& table) {
  std::string text;
  std::size_t line = table.find('\n') + 1;
  while (line < table.size()) {
    const std::size_t end = table.find('\n', line);
    const std::size_t column = table.rfind("  ", end);
    text += (text.empty() ? "" : " | ") + table.substr(column + 2, end - column - 2);
    line = end + 1;
  }
  return text;
}

TEST_CASE("a table tells from when to when, how long, what counted of it, and why not") {
  CHECK(table_text(sla::us_eastern, on_the_eve()) ==
        until_eleven + "  Mon 2025-07-07 11:00 EDT  Mon 2025-07-07 12:30 EDT  1 h 30 min         4 h  counts\n");
}

TEST_CASE("what is left when a commitment is fulfilled early is summed up") {
  CHECK(table_text(sla::us_eastern, on_the_eve(), at(2025y / July / 7, 11h + 15min)) ==
        until_eleven +
            "  Mon 2025-07-07 11:00 EDT  Mon 2025-07-07 11:15 EDT      15 min  2 h 45 min  counts\n"
            "  Mon 2025-07-07 11:15 EDT  Mon 2025-07-07 12:30 EDT  1 h 15 min              not needed: 1 h 15 min "
            "left\n");
}

TEST_CASE("what comes after the fulfilment is left out, however many stretches that are") {
  CHECK(table_text(sla::us_eastern, on_the_eve(), at(2025y / July / 3, 17h)) ==
        R"(  from                      to                             length     counted
  Thu 2025-07-03 15:30 EDT  Thu 2025-07-03 17:00 EDT   1 h 30 min  1 h 30 min  counts
  Thu 2025-07-03 17:00 EDT  Mon 2025-07-07 12:30 EDT  91 h 30 min              not needed: 2 h 30 min left
)");
}

TEST_CASE("a commitment that is fulfilled when it is due, or later, needs all of the table") {
  const sla::explanation why = on_the_eve();
  CHECK(table_text(sla::us_eastern, why, why.due.at()) == table_text(sla::us_eastern, why));
  CHECK(table_text(sla::us_eastern, why, why.due.at() + 1h) == table_text(sla::us_eastern, why));
}

TEST_CASE("the clocks are those of the zone that is asked for") {
  const std::string table = table_text(sla::utc, on_the_eve());
  CHECK(table.find("Thu 2025-07-03 19:30 UTC") != std::string::npos);
  CHECK(table.find("EDT") == std::string::npos);
}

TEST_CASE("closed hours that include midnight are a night, others are outside business hours") {
  const auto why = sla::explain(workshop_tickets{}, commitment_kind::response, workshop::level::machine_limps,
                                workshop::at(2026y / November / 23, 11h));
  CHECK(reasons(table_text(sla::us_pacific, why)) == "counts | outside business hours | counts");
  const auto evening = sla::explain(workshop_tickets{}, commitment_kind::response, workshop::level::machine_stands,
                                    workshop::at(2026y / November / 23, 18h));
  CHECK(reasons(table_text(sla::us_pacific, evening)) == "night | counts");
  const auto saturday = sla::explain(workshop_tickets{}, commitment_kind::response, workshop::level::machine_stands,
                                     workshop::at(2026y / November / 21, 12h + 30min));
  CHECK(reasons(table_text(sla::us_pacific, saturday)) == "counts | night | week-end | night | counts");
}

TEST_CASE("a ticket that was resolved and opened again has been closed in between") {
  static constexpr reopened_where_it_was terms{};
  sla::ticket<reopened_where_it_was> followed(terms);
  followed.add({at(2025y / July / 7, 10h), event_kind::notified, hbi::severity::urgent});
  followed.add({at(2025y / July / 7, 11h), event_kind::resolved, {}});
  followed.add({at(2025y / July / 7, 12h), event_kind::reopened, {}});
  const auto why = sla::explain(terms, followed.history(commitment_kind::resolution, at(2025y / July / 7, 12h)),
                                at(2025y / July / 7, 12h));
  CHECK(reasons(table_text(sla::us_eastern, why)).starts_with("counts | closed | counts"));
}

TEST_CASE("a desk that is closed says why, if it knows") {
  const auto why = sla::explain(hbi::desk_pauses{}, commitment_kind::response, hbi::severity::critical,
                                at(2026y / December / 24, 23h));
  CHECK(reasons(table_text(sla::us_eastern, why)) == "counts | desk closed, Christmas Day | counts");
}

TEST_CASE("a closed date without a name is a holiday, or a date on which the desk is closed") {
  const std::array closed{sla::civil_day{2026y / December / 24}};
  const sla::loaded_agreement reference(hbi::desk_pauses{});
  const sla::day_range year{sla::civil_day{2026y / January / 1}, sla::civil_day{2026y / December / 31}};
  const sla::loaded_agreement plain(
      reference,
      {sla::loaded_calendar(sla::calendar_dates{"plain", year, sla::saturday_and_sunday, closed}),
       reference.business_hours, reference.zone,
       sla::loaded_calendar(sla::calendar_dates{"desk", year, sla::no_day, closed}), reference.support_hours});
  const instant reported = at(2026y / December / 23, 23h);
  const auto urgent = sla::explain(plain, commitment_kind::response, sla::severity_level{2}, reported);
  CHECK(reasons(table_text(sla::us_eastern, urgent)) == "counts | holiday | counts");
  const auto critical = sla::explain(plain, commitment_kind::response, sla::severity_level{1}, reported);
  CHECK(reasons(table_text(sla::us_eastern, critical)) == "counts | desk closed | counts");
}

TEST_CASE("a clock that has not started has nothing but the time until it does") {
  const instant reported = at(2026y / November / 20, 10h);
  const auto why =
      sla::explain(hbi::support{}, commitment_kind::resolution, hbi::severity::critical, reported, reported + 3h);
  CHECK(reasons(table_text(sla::us_eastern, why)) == "not started yet | counts");
  const auto nothing = sla::explain(hbi::support{}, commitment_kind::resolution, hbi::severity::minor, reported);
  CHECK(table_text(sla::us_eastern, nothing) == "  from  to  length  counted\n");
}

}  // namespace
