#include "sla/clock/explanation.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <string>
#include <vector>

#include "sla/contracts/harvard_business_impact.hpp"
#include "support/terms_text.hpp"
#include "support/unusual_hours.hpp"
#include "support/workshop.hpp"

namespace hbi = sla::harvard_business_impact;
using namespace std::chrono;

namespace {

using hbi::severity;
using sla::commitment_kind;
using sla::event_kind;
using sla::explain;
using sla::explanation;
using sla::instant;

constexpr instant at(year_month_day date, minutes since_midnight = 0min) { return hbi::eastern(date, since_midnight); }

struct office_with_holds : hbi::office_hours {
  static constexpr auto holds = sla::holds::recognised;
};
struct workshop_tickets : workshop::terms {
  static constexpr auto holds = sla::holds::recognised;
  static constexpr auto confirmation = sla::confirmation::stands_for_both;
  static constexpr auto silent_remedy = sla::silent_remedy::response_still_due;
  static constexpr auto on_close = sla::on_close::files_away;
  static constexpr auto on_reopen = sla::on_reopen::restarts;
  static constexpr auto on_severity_change = sla::on_severity_change::restarts;
};
struct office_one_day : hbi::office_hours {
  static constexpr auto hour_spill = sla::hour_spill::within_one_day;
};

/// One word or name a segment, with the hours it takes.
std::string told(const explanation& why) {
  std::string text;
  for (const sla::segment& each : why.segments) {
    const auto hours = duration<double, std::ratio<3600>>(each.during.length().length()).count();
    std::string number = std::to_string(hours);
    number.erase(number.find_last_not_of('0') + 1);
    if (number.ends_with('.')) number.pop_back();
    text += (text.empty() ? "" : ", ") + std::string(each.name.empty() ? sla::name_of(each.kind) : each.name) + ' ' +
            number;
  }
  return text;
}

// Computable by the compiler, like everything it explains.
static_assert(explain(hbi::office_hours{}, commitment_kind::response, severity::urgent,
                      at(2025y / July / 3, 15h + 30min))
                  .counted() == 4h);

TEST_CASE("an explanation tells what counted, and of the rest why it did not") {
  const explanation why =
      explain(hbi::office_hours{}, commitment_kind::response, severity::urgent, at(2025y / July / 3, 15h + 30min));
  CHECK(why.due == at(2025y / July / 7, 11h + 30min));
  CHECK(told(why) == "counted 1.5, outside_hours 7, Independence Day 24, week_end 48, outside_hours 9, counted 2.5");
  CHECK(why.counted() == 4h);
  CHECK(why.running->budget == 4h);
}

TEST_CASE("whole days count as a whole; an observed holiday has the holiday's name") {
  const explanation why =
      explain(hbi::support{}, commitment_kind::resolution, severity::urgent, at(2026y / July / 2, 23h));
  CHECK(told(why) == "counted 1, Independence Day 24, week_end 48, counted 72");
}

TEST_CASE("a week-end on which clocks change has 47 or 49 hours") {
  CHECK(told(explain(hbi::support{}, commitment_kind::response, severity::urgent, at(2026y / March / 6, 22h))) ==
        "counted 2, week_end 47, counted 2");
  CHECK(told(explain(hbi::support{}, commitment_kind::response, severity::urgent, at(2026y / October / 30, 22h))) ==
        "counted 2, week_end 49, counted 2");
}

TEST_CASE("elapsed time counts through everything, unless closed dates of the desk pause it") {
  const instant eve = at(2026y / December / 24, 23h);
  CHECK(told(explain(hbi::support{}, commitment_kind::response, severity::critical, eve)) == "counted 2");
  CHECK(told(explain(hbi::desk_pauses{}, commitment_kind::response, severity::critical, eve)) ==
        "counted 1, Christmas Day 24, counted 1");
  CHECK((explain(hbi::desk_pauses{}, commitment_kind::response, severity::critical, eve).segments[1].kind ==
         sla::segment_kind::desk_closed));
}

TEST_CASE("a clock that has not started, or nothing promised, is explained, too") {
  const instant reported = at(2026y / November / 20, 10h);
  const explanation unconfirmed = explain(hbi::support{}, commitment_kind::resolution, severity::critical, reported);
  CHECK(unconfirmed.due == sla::deadline::not_started());
  CHECK_FALSE(unconfirmed.running.has_value());
  const explanation confirmed =
      explain(hbi::support{}, commitment_kind::resolution, severity::critical, reported, reported + 3h);
  CHECK(told(confirmed) == "not_started 3, counted 24");
  const explanation nothing = explain(hbi::support{}, commitment_kind::resolution, severity::minor, reported);
  CHECK(nothing.due == sla::deadline::not_promised());
  CHECK(nothing.segments.empty());
}

TEST_CASE("what has no due date has no explanation either: a confirmation before the report") {
  const instant reported = at(2026y / November / 20, 10h);
  for (const commitment_kind kind : {commitment_kind::response, commitment_kind::resolution})
    CHECK_THROWS_WITH_AS(
        static_cast<void>(explain(hbi::support{}, kind, severity::critical, reported, at(2026y / November / 19, 9h))),
        "a confirmation at 2026-11-19T14:00:00Z is before the report; allowed: 2026-11-20T15:00:00Z or later",
        sla::event_error);
}

TEST_CASE("hours that must fit into one day wait for that day") {
  const explanation why =
      explain(office_one_day{}, commitment_kind::response, severity::urgent, at(2026y / November / 20, 15h));
  CHECK(told(why) == "not_started 2, outside_hours 7, week_end 48, outside_hours 9, counted 4");
}

TEST_CASE("hours longer than every weekday wait for a special day") {
  const instant reported = at(2026y / November / 23, 11h);
  const explanation why =
      explain(sla_tests::mornings_and_a_long_day{}, commitment_kind::response, severity::urgent, reported);
  CHECK(told(why) == "not_started 1, outside_hours 20, counted 4");
  CHECK(why.due == sla::response_due(sla_tests::mornings_and_a_long_day{}, severity::urgent, reported));
}

TEST_CASE("a lunch break is outside the hours of a business day") {
  const explanation why = explain(workshop_tickets{}, commitment_kind::response, workshop::level::machine_limps,
                                  workshop::at(2026y / November / 23, 10h));
  CHECK(told(why) == "counted 2, outside_hours 1, counted 4");
}

TEST_CASE("holds and closed time stand where they were, and what follows moves") {
  static constexpr office_with_holds terms{};
  sla::ticket<office_with_holds> followed(terms);
  const instant nine = at(2026y / November / 23, 9h);
  followed.add({nine, event_kind::notified, severity::urgent});
  followed.add({nine + 1h, event_kind::hold_started, {}});
  followed.add({nine + 3h, event_kind::hold_ended, {}});
  const instant now = nine + 4h;
  const explanation response = explain(terms, followed.history(commitment_kind::response, now), now);
  CHECK(response.due == nine + 6h);
  CHECK(told(response) == "counted 1, hold 2, counted 3");

  followed.add({now, event_kind::resolved, {}});
  followed.add({now + 2h, event_kind::reopened, {}});
  const explanation resolution = explain(terms, followed.history(commitment_kind::resolution, now + 2h), now + 2h);
  CHECK(told(resolution) ==
        "counted 1, hold 2, counted 1, ticket_closed 2, counted 2, outside_hours 16, counted 8, outside_hours 16, "
        "counted 8, outside_hours 7, Thanksgiving Day 24, outside_hours 9, counted 8, outside_hours 7, week_end 48, "
        "outside_hours 9, counted 4");
}

TEST_CASE("a hold that goes on is taken out up to the instant asked about") {
  static constexpr office_with_holds terms{};
  sla::ticket<office_with_holds> followed(terms);
  const instant nine = at(2026y / November / 23, 9h);
  followed.add({nine, event_kind::notified, severity::urgent});
  followed.add({nine + 1h, event_kind::hold_started, {}});
  const explanation why = explain(terms, followed.history(commitment_kind::response, nine + 5h), nine + 5h);
  CHECK(why.due == nine + 8h);
  CHECK(told(why) == "counted 1, hold 4, counted 3");
}

TEST_CASE("a met commitment is explained up to the instant at which it would have been due") {
  static constexpr office_with_holds terms{};
  sla::ticket<office_with_holds> followed(terms);
  const instant nine = at(2026y / November / 23, 9h);
  followed.add({nine, event_kind::notified, severity::urgent});
  followed.add({nine + 1h, event_kind::responded, {}});
  const explanation why = explain(terms, followed.history(commitment_kind::response, nine + 5h), nine + 5h);
  CHECK(told(why) == "counted 4");
}

}  // namespace
