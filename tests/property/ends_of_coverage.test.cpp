// Where a calendar's coverage begins and ends, under whole days, offices and nights. What lies outside is tried out: the
// same shop is asked twice, once with business on all days around its coverage and once with none. What it answers is
// right in both worlds; what it refuses differs between them.

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <optional>
#include <string>
#include <type_traits>
#include <vector>

#include "sla/calendar/business_arithmetic.hpp"
#include "sla/calendar/loaded_calendar.hpp"
#include "sla/calendar/open_intervals.hpp"
#include "sla/calendar/opening_tables.hpp"
#include "sla/clock/explanation.hpp"
#include "sla/clock/ticket.hpp"
#include "sla/contracts/harvard_business_impact.hpp"
#include "sla/policy/loaded_agreement.hpp"
#include "sla/policy/maintenance.hpp"
#include "sla/zone/any_zone.hpp"
#include "support/moments.hpp"
#include "support/table_zone.hpp"
#include "support/tally.hpp"
#include "support/text.hpp"

using namespace std::chrono;
using sla::business_time;
using sla::civil_day;
using sla::instant;
using sla::interval;
using sla::weekly_hours;
using sla_tests::date;
using sla_tests::tally;

namespace hbi = sla::harvard_business_impact;

namespace {

struct kind_of_hours {
  const char* name;
  sla::weekday_set on;
  weekly_hours hours;
};

const std::array all_hours{
    kind_of_hours{"whole days", sla::monday_to_friday, weekly_hours(sla::monday_to_friday, 0h, 24h)},
    kind_of_hours{"always", sla::every_day, sla::around_the_clock},
    kind_of_hours{"office", sla::monday_to_friday,
                  weekly_hours(sla::monday_to_friday, 9h, 12h).also(sla::monday_to_friday, 13h, 17h)},
    kind_of_hours{"nights", sla::every_day, weekly_hours(sla::every_day, 22h, 6h)},
    kind_of_hours{"nights and days", sla::monday_to_friday,
                  weekly_hours(sla::monday_to_friday, 22h, 2h + 30min).also(sla::monday_to_friday, 9h, 17h)},
    kind_of_hours{"nearly always", sla::every_day, weekly_hours(sla::every_day, 6h, 5h + 30min)},
    kind_of_hours{"evenings", ~sla::weekday_set{Sunday}, weekly_hours(~sla::weekday_set{Sunday}, 18h, 24h)},
    kind_of_hours{"nights that touch mornings", sla::every_day,
                  weekly_hours(sla::every_day, 22h, 1h + 30min).also(sla::every_day, 1h + 30min, 9h)},
    kind_of_hours{"mornings", sla::every_day, weekly_hours(sla::every_day, 0h, 1h + 30min)}};

/// The answer; none where it is refused for want of coverage.
auto answer(auto ask) -> std::optional<decltype(ask())> {
  try {
    return ask();
  } catch (const sla::coverage_error&) {
    return std::nullopt;
  }
}

/// A shop, and what it may be in truth.
template <class Zone>
class shop_and_worlds {
 public:
  using opening_times = sla::loaded_opening_times<sla::loaded_calendar, weekly_hours, Zone>;

  shop_and_worlds(const kind_of_hours& kind, sla::day_range covered, const Zone& zone)
      : name_(std::string(kind.name) + ", " + std::string(zone.name()) + ", " + sla::iso(covered.first) + " to " +
              sla::iso(covered.last) + ", "),
        first_midnight_(sla::first_instant(zone, covered.first)),
        shop_(made_of(kind, covered, {}, zone)),
        busy_(made_of(kind, around(covered), {}, zone)),
        idle_(made_of(kind, around(covered), outside(covered), zone)) {}

  void judge(tally& refusals, tally& answers) const {
    const auto times = shop_.view();
    const interval known = times.coverage();
    for (const instant at :
         {known.starts_at() - days{1}, known.starts_at() - 1ms, known.ends_at() + 1ms, known.ends_at() + days{1}})
      refusals.expect(refuses_all(at), [&] { return name_ + sla::iso(at); });
    for (instant at = first_midnight_; at < known.starts_at(); at += 30min)
      refusals.expect(busy_.view().open_before(known.starts_at()) - busy_.view().open_before(at) !=
                          idle_.view().open_before(known.starts_at()) - idle_.view().open_before(at),
                      [&] { return name_ + "needlessly refused: " + sla::iso(at); });
    for (const instant at : moments(known)) judge(at, answers);
  }

 private:
  static constexpr days reach{14};

  static opening_times made_of(const kind_of_hours& kind, sla::day_range covered, const std::vector<civil_day>& closed,
                               const Zone& zone) {
    return {sla::loaded_calendar(sla::calendar_dates{"shop", covered, ~kind.on, closed}), kind.hours, zone};
  }
  static sla::day_range around(sla::day_range covered) { return {covered.first - reach, covered.last + reach}; }
  static std::vector<civil_day> outside(sla::day_range covered) {
    std::vector<civil_day> closed;
    for (civil_day day = covered.first - reach; day <= covered.last + reach; day += days{1})
      if (!covered.contains(day)) closed.push_back(day);
    return closed;
  }

  /// Every five quarters of an hour, and whatever instants the shop answers with.
  std::vector<instant> moments(const interval& known) const {
    const auto times = shop_.view();
    std::vector<instant> all{known.starts_at(), known.ends_at()};
    for (instant at = known.starts_at(); at <= known.ends_at(); at += 75min) all.push_back(at);
    for (civil_day day = times.days().coverage().first; day <= times.days().coverage().last; day += days{1})
      if (is_business_day(times, day))
        for (const instant edge : {times.opening_of(day), times.closing_of(day)}) all.push_back(edge);
    for (std::size_t i = 0; i < all.size() && i < 100; ++i)
      for (const auto& each : {answer([&] { return add_business_time(times, all[i], business_time{45min}); }),
                               answer([&] { return subtract_business_time(times, all[i], business_time{45min}); }),
                               answer([&] { return next_closing(times, all[i]); }),
                               answer([&] { return previous_opening(times, all[i]); })})
        if (each) all.push_back(*each);
    std::ranges::sort(all);
    all.erase(std::ranges::unique(all).begin(), all.end());
    return all;
  }

  bool refuses_all(instant at) const {
    const auto times = shop_.view();
    const instant known = times.coverage().ends_at();
    return !answer([&] { return is_open(times, at); }) && !answer([&] { return next_opening(times, at); }) &&
           !answer([&] { return previous_closing(times, at); }) && !answer([&] { return next_closing(times, at); }) &&
           !answer([&] { return previous_opening(times, at); }) &&
           !answer([&] { return add_business_time(times, at, business_time{1ms}); }) &&
           !answer([&] { return subtract_business_time(times, at, business_time{1ms}); }) &&
           !answer([&] { return business_time_between(times, at, known); }) &&
           !answer([&] { return business_time_between(times, known, at); }) && !answer([&] {
             return sla::open_intervals(times, {std::min(at, known), std::max(at, known)}).begin()->empty();
           });
  }

  void judge(instant at, tally& answers) const {
    const auto times = shop_.view();
    const interval known = times.coverage();
    const auto expect = [&](const char* question, bool holds) {
      answers.expect(holds, [&] { return name_ + sla::iso(at) + ": " + question; });
    };
    const auto is_known = [&](const char* question, auto ask) {
      const auto given = answer([&] { return ask(times); });
      const auto if_busy = answer([&] { return ask(busy_.view()); });
      const auto if_idle = answer([&] { return ask(idle_.view()); });
      if (!given) return expect(question, if_busy != if_idle || !if_busy);
      if constexpr (std::is_same_v<decltype(given), const std::optional<instant>>) {
        expect(question, known.starts_at() <= *given && *given <= known.ends_at());
        // A stretch that goes on outside the coverage ends with it.
        if (*given == known.starts_at() || *given == known.ends_at()) return;
      }
      expect(question, given == if_busy && given == if_idle);
    };
    if (at == known.ends_at())
      expect("closed at the end", answer([&] { return is_open(times, at); }) == false);
    else
      is_known("open or closed", [&](const auto& open) { return is_open(open, at); });
    expect("measured", answer([&] { return business_time_between(times, known.starts_at(), at); }) ==
                               answer([&] { return business_time_between(busy_.view(), known.starts_at(), at); }) &&
                           answer([&] { return business_time_between(times, at, known.starts_at()); }) ==
                               answer([&] { return business_time_between(idle_.view(), at, known.starts_at()); }));
    is_known("next opening", [&](const auto& open) { return next_opening(open, at); });
    is_known("previous closing", [&](const auto& open) { return previous_closing(open, at); });
    is_known("next closing", [&](const auto& open) { return next_closing(open, at); });
    is_known("previous opening", [&](const auto& open) { return previous_opening(open, at); });
    for (const minutes amount : {1min, 8h + 0min}) {
      is_known("sum", [&](const auto& open) { return add_business_time(open, at, business_time{amount}); });
      is_known("difference", [&](const auto& open) { return subtract_business_time(open, at, business_time{amount}); });
    }
  }

  std::string name_;
  instant first_midnight_;
  opening_times shop_;
  opening_times busy_;
  opening_times idle_;
};

/// Coverages of one, two and nine days that begin and end on every day of the week and at changes of the clocks.
void judge_all(const auto& zone, tally& refusals, tally& answers) {
  for (const kind_of_hours& kind : all_hours)
    for (const civil_day near :
         {date(2026y / March / 5), date(2026y / March / 26), date(2026y / October / 1), date(2026y / October / 29)})
      for (days later{0}; later < days{7}; ++later)
        for (const days length : {days{0}, days{1}, days{8}})
          shop_and_worlds(kind, {near + later, near + later + length}, zone).judge(refusals, answers);
}

}  // namespace

TEST_CASE("what is answered at the ends of a coverage is known, and what is refused is not") {
  tally refusals, answers;
  judge_all(sla::us_eastern, refusals, answers);
  judge_all(sla::any_zone(sla::us_pacific), refusals, answers);
  judge_all(sla::any_zone(sla::fixed_offset{"far east", 14h}), refusals, answers);
  judge_all(sla_tests::at_midnight(), refusals, answers);
  judge_all(sla_tests::half_an_hour(), refusals, answers);
}

// ---- Agreements ------------------------------------------------------------------------------------------------------

namespace {

struct night_shift : hbi::support {
  static constexpr weekly_hours business_hours{sla::monday_to_friday, 22h, 6h};
};

/// Asks every question about an agreement for the close of Thursday 2099-12-31, with which its coverage ends, and which
/// some of them answer.
template <class Terms>
void ask_at_the_end(const Terms& terms) {
  const auto severity = static_cast<sla::severity_of<Terms>>(hbi::severity::minor);
  const auto times = sla::business_times(terms);
  const instant close = times.closing_of(date(2099y / December / 31));
  const instant sunday = sla::first_instant(terms.zone, date(2099y / December / 27) + 10h);
  const instant tuesday = sla::first_instant(terms.zone, date(2099y / December / 29) + 23h);
  CHECK((sla::response_due(terms, severity, tuesday) == close));
  CHECK(sla::earliest_start(terms, sla::first_instant(terms.zone, date(2099y / December / 28) + 12h)) == close);
  CHECK(sla::latest_notice(terms, close) == sla::first_instant(terms.zone, date(2099y / December / 29)));

  using event = sla::event<sla::severity_of<Terms>>;
  const event notified{tuesday, sla::event_kind::notified, severity};
  const event responded{close, sla::event_kind::responded, {}};
  const auto unanswered = sla::assess(terms, std::array{notified}, close);
  CHECK((unanswered.response.due == close));
  CHECK((unanswered.response.state == sla::commitment_state::running));
  CHECK((sla::assess(terms, std::array{notified, responded}, close).response.state == sla::commitment_state::met));
  const auto why = sla::explain(terms, sla::commitment_kind::response, severity, tuesday);
  CHECK((why.due == close));
  CHECK(why.segments.back().during.ends_at() == close);

  CHECK(sla::due_after(terms, sla::business_days{4}, sunday, {{sunday + 1h, sunday + 2h}}) == close);
  CHECK(sla::share_used_at(terms, sla::business_days{2}, tuesday, {1, 1}) == close);
  CHECK(sla::share_used_at(terms, sla::business_days{2}, tuesday, {1, 2}) < close);
  CHECK_THROWS_AS((void)sla::due_after(terms, sla::business_days{2}, tuesday, {{close - 1h, close}}),
                  sla::coverage_error);

  const business_time left = business_time_between(times, tuesday, close);
  CHECK(add_business_time(times, tuesday, left) == close);
  CHECK(subtract_business_time(times, close, left) == next_opening(times, tuesday));
  CHECK(previous_closing(times, close) == close);
  CHECK(next_closing(times, close - 1ms) == close);
  CHECK_FALSE(is_open(times, close));
  CHECK_THROWS_AS((void)next_opening(times, close), sla::coverage_error);
  CHECK_THROWS_AS((void)add_business_time(times, close, business_time{1ms}), sla::coverage_error);
}

}  // namespace

TEST_CASE(
    "the close of the last day, which a deadline answers with, is accepted by every question about an agreement") {
  ask_at_the_end(hbi::support{});
  ask_at_the_end(hbi::office_hours{});
  ask_at_the_end(night_shift{});
  ask_at_the_end(sla::loaded_agreement(hbi::support{}));
  ask_at_the_end(sla::loaded_agreement(night_shift{}));
  ask_at_the_end(sla::basic_loaded_agreement(hbi::support{}, sla::any_zone(sla::fixed_offset{"far east", 14h})));
  ask_at_the_end(sla::basic_loaded_agreement(hbi::office_hours{}, sla_tests::half_an_hour()));
}

TEST_CASE("an open instant of the last night belongs to the last day") {
  const auto& times = sla::business_times(night_shift{});
  CHECK(times.day_of(hbi::eastern(2100y / January / 1, 3h)) == date(2099y / December / 31));
  CHECK(times.coverage() == interval(hbi::eastern(1971y / January / 1, 6h), hbi::eastern(2100y / January / 1, 6h)));
}

TEST_CASE("a last day whose end the clocks skip is due at that end") {
  // as in Nuuk: on Sat 2026-03-28 the clocks go from 23:00 to midnight
  const sla_tests::table_zone nuuk{"America/Nuuk", -2h, {{sla_tests::utc(2026y / March / 29, 1h), -1h}}};
  const sla::loaded_calendar until_saturday(sla::calendar_dates{
      "until Saturday", {date(2026y / January / 1), date(2026y / March / 28)}, sla::weekday_set{Sunday}, {}});
  const weekly_hours late(~sla::weekday_set{Sunday}, 12h, 24h);
  const sla::basic_loaded_agreement same_time(hbi::same_time{}, sla::any_zone(sla::utc));
  const sla::basic_loaded_agreement terms(
      sla::detail::clauses_of(same_time, nuuk),
      sla::basic_loaded_opening_clauses<sla_tests::table_zone>{until_saturday, late, nuuk, until_saturday, late});
  const auto serious = static_cast<sla::severity_level>(hbi::severity::serious);
  CHECK((sla::response_due(terms, serious, sla::first_instant(nuuk, date(2026y / March / 27) + 23h + 30min)) ==
         sla_tests::utc(2026y / March / 29, 1h)));
}

TEST_CASE("a zone's last date can be worked to its end, but no night can go on after it") {
  const auto made = [](const weekly_hours& hours) {
    const sla::loaded_calendar last_week(
        sla::calendar_dates{"last week", {date(2199y / December / 20), date(2199y / December / 31)}, sla::no_day, {}});
    return sla::loaded_opening_times{last_week, hours, sla::us_eastern};
  };
  const auto always = made(sla::around_the_clock);
  const instant ends = sla_tests::utc(2200y / January / 1, 5h);
  CHECK(always.view().closing_of(date(2199y / December / 31)) == ends);
  CHECK(add_business_time(always.view(), ends - 1h, business_time{1h}) == ends);
  CHECK(business_time_between(always.view(), ends - days{1}, ends) == business_time{24h});
  CHECK_THROWS_AS((void)made(weekly_hours(sla::every_day, 22h, 6h)), sla::coverage_error);
}
