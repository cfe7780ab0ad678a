// One case per bug that was found, with what went wrong in its name.

#include <doctest/doctest.h>

#include <chrono>
#include <cstdint>

#include "sla/availability/availability.hpp"
#include "sla/clock/ticket.hpp"
#include "sla/contracts/harvard_business_impact.hpp"
#include "support/message.hpp"
#include "support/terms_text.hpp"
#include "support/workshop.hpp"

namespace hbi = sla::harvard_business_impact;
using namespace std::chrono;

namespace {

enum class hidden { first, second };

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

TEST_CASE("[regression.6] a zone said that it does not cover 2024 of a time eleven million years later") {
  const sla::instant late{hours{24} * ((std::int64_t{1} << 32) + 20'000)};
  CHECK(sla_tests::message_of<sla::coverage_error>([&] { (void)sla::us_eastern.to_civil(late); }) ==
        "a US zone does not cover 371086902356400000 ms after 1970-01-01T00:00:00; it covers 1967-01-01 to 2199-12-31");
}

TEST_CASE("[regression.7] elapsed time from the last instants was due before them") {
  const sla::instant last = (sla::instant::max)();
  const auto due = [](sla::instant from) { return sla::response_due(hbi::support{}, hbi::severity::critical, from); };
  CHECK(due(last - 2h) == last);
  CHECK(sla_tests::message_of<sla::coverage_error>([&] { (void)due(last - 2h + 1ms); }) ==
        "the instant 7200000 ms after 9223372036847575808 ms after 1970-01-01T00:00:00Z is later than 64 bits hold");
}

}  // namespace
