#include "sla/policy/edition.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <string>
#include <vector>

#include "sla/availability/availability.hpp"
#include "sla/clock/deadline.hpp"
#include "sla/clock/ticket.hpp"
#include "sla/contracts/harvard_business_impact.hpp"
#include "sla/policy/loaded_agreement.hpp"
#include "support/message.hpp"
#include "support/moments.hpp"
#include "support/terms_text.hpp"

namespace hbi = sla::harvard_business_impact;
using namespace std::chrono;

namespace {

using sla::edition;
using sla::edition_rule;
using sla::editions;
using sla::instant;
using sla::loaded_agreement;
using sla::under;
using sla_tests::eastern;
using sla_tests::message_of;

constexpr instant in_2024 = eastern(2024y / January / 1, 0h);
constexpr instant mid_november = eastern(2026y / November / 16, 0h);
constexpr auto at_the_start = edition_rule::in_force_at_the_start;
constexpr auto when_judged = edition_rule::in_force_when_judged;

constexpr editions all{at_the_start, edition<hbi::support>{"2024", in_2024, {}},
                       edition<hbi::office_hours>{"2026", mid_november, {}}};

constexpr auto name_at(const auto& of, instant at) {
  return of.in_force(at, [](const auto& found) { return std::string_view(found.name); });
}

constexpr auto response(instant reported) {
  return [=](const auto& terms) { return sla::response_due(terms, hbi::severity::urgent, reported); };
}

// ---- Editions of constants ------------------------------------------------------------------------------------------

static_assert(name_at(all, mid_november - 1ms) == "2024", "editions of constants answer in constant expressions");
static_assert(under(all, mid_november, mid_november, response(mid_november + 9h)).answer ==
              eastern(2026y / November / 16, 13h));

TEST_CASE("an edition is in force from its instant on, until that of the next") {
  CHECK(name_at(all, in_2024) == "2024");
  CHECK(name_at(all, mid_november - 1ms) == "2024");
  CHECK(name_at(all, mid_november) == "2026");
  CHECK(name_at(all, eastern(2090y / January / 1, 0h)) == "2026");
  CHECK((all.rule() == at_the_start));
}

TEST_CASE("before the first edition there is no agreement") {
  const std::string none =
      "no edition is in force at 2024-01-01T04:59:59.999Z; the first, \"2024\", takes effect at 2024-01-01T05:00:00Z";
  CHECK(message_of<sla::coverage_error>([] { (void)name_at(all, in_2024 - 1ms); }) == none);
  CHECK(message_of<sla::coverage_error>(
            [] { (void)under(all, in_2024 - 1ms, mid_november, response(mid_november)); }) == none);
}

TEST_CASE("editions take effect one after the other") {
  const auto made = [](instant second) {
    return message_of<sla::terms_error>([=] {
      (void)editions{at_the_start, edition<hbi::support>{"2024", in_2024, {}},
                     edition<hbi::support>{"next", second, {}}};
    });
  };
  const std::string early = ", which is not after the edition before it";
  CHECK(made(in_2024) == "the edition \"next\" takes effect at 2024-01-01T05:00:00Z" + early);
  CHECK(made(in_2024 - 1h) == "the edition \"next\" takes effect at 2024-01-01T04:00:00Z" + early);
  CHECK(made(in_2024 + 1ms) == "nothing was thrown");
}

TEST_CASE("the rule decides whether the start or the judgement chooses the edition") {
  const instant friday = eastern(2026y / November / 13, 22h);
  const instant monday = eastern(2026y / November / 16, 12h);
  constexpr editions by_judgement{when_judged, edition<hbi::support>{"2024", in_2024, {}},
                                  edition<hbi::office_hours>{"2026", mid_november, {}}};
  const auto from_the_start = under(all, friday, monday, response(friday));
  CHECK(from_the_start.edition == "2024");
  CHECK(from_the_start.answer == eastern(2026y / November / 16, 2h));
  const auto judged = under(by_judgement, friday, monday, response(friday));
  CHECK(judged.edition == "2026");
  CHECK(judged.answer == eastern(2026y / November / 16, 13h));
  CHECK(under(by_judgement, friday, mid_november - 1ms, response(friday)).edition == "2024");
  CHECK(under(all, mid_november, mid_november, response(friday)).edition == "2026");
}

TEST_CASE("editions may differ in any clause, and have one type if need be") {
  const editions three{at_the_start, edition<hbi::hosted>{"a", in_2024, hbi::hosted{hbi::offering::hbr_spark}},
                       edition<hbi::hosted>{"b", in_2024 + 1h, hbi::hosted{hbi::offering::manage_mentor_spark}},
                       edition<hbi::desk_pauses>{"c", in_2024 + 2h, {}}};
  const auto windows = [&](instant at) {
    return under(three, at, at, [](const auto& terms) { return terms.maintenance_windows.size(); });
  };
  CHECK(windows(in_2024).answer == 1);
  CHECK(windows(in_2024 + 1h).answer == 2);
  CHECK(windows(in_2024 + 2h).answer == 1);
  CHECK(windows(in_2024 + 2h).edition == "c");
}

// ---- Editions that become known at run time -------------------------------------------------------------------------

using loaded_editions = sla::loaded_editions<loaded_agreement>;

loaded_editions amended(edition_rule rule) {
  loaded_agreement next(hbi::support{});
  next.availability = sla::availability_objective(sla::fraction{9999, 10'000});
  next.shortest_outage = sla::elapsed{10min};
  next.hour_spill = sla::hour_spill::within_one_day;
  return loaded_editions(rule, {{"2024", in_2024, loaded_agreement(hbi::support{})}, {"2026", mid_november, next}});
}

TEST_CASE("loaded editions are found and refused alike") {
  const loaded_editions loaded = amended(when_judged);
  CHECK(loaded.all().size() == 2);
  CHECK((loaded.rule() == when_judged));
  CHECK(loaded.in_force(in_2024).name == "2024");
  CHECK(loaded.in_force(mid_november - 1ms).name == "2024");
  CHECK(loaded.in_force(mid_november).name == "2026");
  CHECK(name_at(loaded, mid_november) == "2026");
  CHECK(message_of<sla::coverage_error>([&] { (void)loaded.in_force(in_2024 - 1ms); }) ==
        "no edition is in force at 2024-01-01T04:59:59.999Z; the first, \"2024\", takes effect at "
        "2024-01-01T05:00:00Z");
}

TEST_CASE("loaded editions take effect one after the other, and are at least one") {
  const loaded_agreement terms(hbi::support{});
  CHECK(message_of<sla::terms_error>([&] {
          (void)loaded_editions(at_the_start,
                                {{"a", in_2024, terms}, {"b", mid_november, terms}, {"c", in_2024, terms}});
        }) == "the edition \"c\" takes effect at 2024-01-01T05:00:00Z, which is not after the edition before it");
  CHECK(message_of<sla::terms_error>([&] {
          (void)loaded_editions(at_the_start, {{"a", in_2024, terms}, {"b", in_2024, terms}});
        }) == "the edition \"b\" takes effect at 2024-01-01T05:00:00Z, which is not after the edition before it");
  CHECK(message_of<sla::terms_error>([] { (void)loaded_editions(at_the_start, {}); }) ==
        "an agreement needs at least one edition");
}

TEST_CASE("a month that was reported is computed again with the same result after a new edition") {
  const sla::service_record record = sla::service_record_of(
      "log", {{eastern(2026y / November / 4, 12h), eastern(2026y / November / 4, 12h + 9min)},
              {eastern(2026y / November / 18, 12h), eastern(2026y / November / 18, 12h + 36min)}});
  const instant end = eastern(2026y / December / 1, 0h);
  const auto november = [&](const auto& of) {
    const instant start = eastern(2026y / November / 1, 0h);
    return under(of, start, end,
                 [&](const auto& terms) { return sla::availability(terms, 2026y / November, record, end); });
  };
  const loaded_editions before(at_the_start, {{"2024", in_2024, loaded_agreement(hbi::support{})}});
  const auto reported = november(before);
  const auto again = november(amended(at_the_start));
  CHECK(reported.answer.down == sla::elapsed{45min});
  CHECK(again.answer.down == reported.answer.down);
  CHECK(again.answer.objective == reported.answer.objective);
  CHECK(again.answer.share() == reported.answer.share());
  CHECK((again.answer.verdict() == sla::availability_verdict::missed));
  const loaded_editions by_judgement = amended(when_judged);
  const auto changed = november(by_judgement);
  CHECK(changed.edition == "2026");
  CHECK(changed.answer.down == sla::elapsed{36min});
  CHECK(changed.answer.objective == sla::fraction{9999, 10'000});
}

TEST_CASE("a ticket that began before a new edition is judged by the old one") {
  const loaded_editions loaded = amended(at_the_start);
  const instant now = eastern(2026y / November / 20, 12h);
  const auto stands = [&](instant reported) {
    return under(loaded, reported, now, [&](const loaded_agreement& terms) {
      sla::ticket<loaded_agreement> followed(terms);
      followed.add({reported, sla::event_kind::notified, sla::severity_level{2}});
      return followed.assess(now).response.due;
    });
  };
  const auto old = stands(eastern(2026y / November / 13, 22h));
  CHECK(old.edition == "2024");
  CHECK(old.answer == eastern(2026y / November / 16, 2h));
  const auto later = stands(eastern(2026y / November / 16, 22h));
  CHECK(later.edition == "2026");
  CHECK(later.answer == eastern(2026y / November / 17, 4h));
}

}  // namespace
