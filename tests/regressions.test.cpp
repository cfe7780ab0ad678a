// One case per bug that was found, with what went wrong in its name.

#include <doctest/doctest.h>

#include <array>
#include <chrono>

#include "sla/availability/availability.hpp"
#include "sla/calendar/us_federal.hpp"
#include "sla/clock/ticket.hpp"
#include "sla/contracts/harvard_business_impact.hpp"
#include "support/terms_text.hpp"
#include "support/workshop.hpp"

namespace hbi = sla::harvard_business_impact;
using namespace std::chrono;

namespace {

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

}  // namespace
