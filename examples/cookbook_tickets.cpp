// The recipes of docs/cookbook.md about tickets, due dates and calendars, in its order.

#include <fmt/format.h>

#include <array>
#include <chrono>
#include <optional>
#include <sla/calendar/loaded_calendar.hpp>
#include <sla/clock/explanation.hpp>
#include <sla/clock/ticket.hpp>
#include <sla/contracts/harvard_business_impact.hpp>
#include <sla/fmt/formatters.hpp>
#include <sla/policy/edition.hpp>
#include <vector>

namespace hbi = sla::harvard_business_impact;
using namespace std::chrono;
using sla::business_days;
using sla::business_time;
using sla::civil_day;
using sla::event_kind;

namespace {

auto in_new_york(sla::instant at) { return sla::local(sla::us_eastern, at); }

// clang-format off

// ---- 1
void when_must_we_answer() {
  const auto reported = hbi::eastern(2026y/November/20, 22h);  // a Friday night
  const auto respond = sla::response_due(hbi::support{}, hbi::severity::urgent, reported);
  const auto resolve = sla::resolution_due(hbi::support{}, hbi::severity::urgent, reported, {});
  fmt::print("respond by {}\nresolve by {}\n", in_new_york(respond.at()), in_new_york(resolve.at()));
}

// ---- 2
using ticket_event = sla::event<hbi::severity>;
const std::array log{
    ticket_event{hbi::eastern(2025y/July/3, 15h + 30min), event_kind::notified, hbi::severity::urgent},
    ticket_event{hbi::eastern(2025y/July/3, 19h),         event_kind::responded, {}},
};

void how_does_this_ticket_stand() {
  const auto stand = sla::assess(hbi::support{}, log, hbi::eastern(2025y/July/8, 9h));
  fmt::print("response {}, {} before it was due\n", name_of(stand.response.state), -*stand.response.late_by);
  fmt::print("resolution {}, due {}\n", name_of(stand.resolution.state), in_new_york(stand.resolution.due.at()));
}

// ---- 3
void warn_when_three_quarters_are_used() {
  const auto warn_at = sla::share_used_at(hbi::office_hours{}, business_time{4h},
                                          hbi::eastern(2025y/July/3, 15h + 30min), sla::fraction{3, 4});
  fmt::print("warn at {}\n", in_new_york(warn_at));
}

// ---- 4
void which_ticket_is_next() {
  const hbi::support terms;
  std::vector<sla::ticket<hbi::support>> open(2, sla::ticket(terms));
  open[0].add({hbi::eastern(2026y/November/23, 9h),  event_kind::notified, hbi::severity::urgent});
  open[1].add({hbi::eastern(2026y/November/23, 10h), event_kind::notified, hbi::severity::critical});
  if (const auto next = sla::next_breach(open, hbi::eastern(2026y/November/23, 11h)))
    fmt::print("ticket {}, its {}, at {}\n", next->ticket, name_of(next->kind), in_new_york(next->due));
}

// ---- 5
void why_is_it_due_then() {
  const hbi::office_hours terms;
  const auto reported = hbi::eastern(2025y/July/3, 15h + 30min);
  const auto why = sla::explain(terms, sla::commitment_kind::response, hbi::severity::urgent, reported);
  for (const auto& piece : why.segments)
    fmt::print("{:>10} from {}: {}\n", piece.during.length(), in_new_york(piece.during.starts_at()),
               piece.name.empty() ? name_of(piece.kind) : piece.name);
}

// ---- 6
struct with_holds : hbi::support {
  static constexpr auto holds = sla::holds::recognised;
};

void time_on_hold_does_not_count() {
  const std::array events{
      ticket_event{hbi::eastern(2026y/November/23, 9h),  event_kind::notified, hbi::severity::urgent},
      ticket_event{hbi::eastern(2026y/November/23, 10h), event_kind::hold_started, {}},
      ticket_event{hbi::eastern(2026y/November/23, 12h), event_kind::hold_ended, {}},
  };
  const auto stand = sla::assess(with_holds{}, events, hbi::eastern(2026y/November/23, 12h));
  fmt::print("respond by {}\n", in_new_york(stand.response.due.at()));
}

// ---- 7
void an_agreement_that_was_amended() {
  constexpr sla::editions both(sla::edition_rule::in_force_at_the_start,
                               sla::edition<hbi::support>{"2025", hbi::eastern(2025y/January/1, 0h), {}},
                               sla::edition<hbi::office_hours>{"2026", hbi::eastern(2026y/January/1, 0h), {}});
  for (const auto reported : {hbi::eastern(2025y/December/31, 16h), hbi::eastern(2026y/January/2, 16h)}) {
    const auto [edition, due] = sla::under(both, reported, reported, [&](const auto& terms) {
      return sla::response_due(terms, hbi::severity::urgent, reported);
    });
    fmt::print("edition {}: respond by {}\n", edition, in_new_york(due.at()));
  }
}

// ---- 8
constexpr std::array plant_holidays{
    sla::holiday{"New Year's Day",   January/1},
    sla::holiday{"Good Friday",      sla::easter{-days{2}}},
    sla::holiday{"Founders' Day",    May/Monday[2]}.from(2019y),  // the second Monday of May, since 2019
    sla::holiday{"Thanksgiving Day", November/Thursday[4]},
    sla::holiday{"Christmas Day",    December/25},
    sla::holiday{"Roof repair",      October/6}.from(2026y).until(2026y),
};
constexpr sla::calendar_rules plant_rules{
    .name = "plant",
    .coverage = {civil_day{2019y/January/1}, civil_day{2030y/December/31}},
    .closed = sla::saturday_and_sunday,
    .by = sla::observance::nearest_weekday,  // a Saturday holiday is observed on Friday, a Sunday one on Monday
    .holidays = plant_holidays,
};
constexpr sla::compiled_calendar<plant_rules> plant;

struct our_terms : hbi::support {
  static constexpr auto calendar = plant;
};
static_assert(!is_business_day(plant, civil_day{2026y/April/3}));  // Good Friday
static_assert(is_business_day(plant, civil_day{2026y/July/3}));    // the plant works on Independence Day

void our_own_holidays() {
  const auto reported = hbi::eastern(2026y/May/8, 12h);  // a Friday; Founders' Day is the Monday after
  fmt::print("respond by {}\n", in_new_york(sla::response_due(our_terms{}, hbi::severity::serious, reported).at()));
  fmt::print("closed on 2026-05-11: {}\n", sla::holiday_on(plant, civil_day{2026y/May/11}));
}

// ---- 9
void holidays_that_come_from_a_file() {
  const std::vector read_at_start{civil_day{2026y/December/24}, civil_day{2026y/December/25}};
  const sla::loaded_calendar office(sla::calendar_dates{
      "office", {civil_day{2026y/January/1}, civil_day{2026y/December/31}}, sla::saturday_and_sunday, read_at_start});
  fmt::print("after 2026-12-23 comes {}\n", sla::iso(next_business_day(office, civil_day{2026y/December/23})));
}

// ---- 10
constexpr std::array both_sites{plant.days(), sla::us_federal.days()};
constexpr sla::combined_calendars either_closed{"both sites", sla::closed_if::any, both_sites};
constexpr sla::compiled_calendar<either_closed> joint;

void closed_where_either_site_is() {
  for (const auto day : {2026y/April/3, 2026y/July/3, 2026y/July/6})
    fmt::print("{} {}\n", sla::iso(civil_day{day}), is_business_day(joint, civil_day{day}) ? "open" : "closed");
}

// ---- 11
constexpr sla::opening_hours december_hours{
    sla::weekly_hours(sla::monday_to_friday, 9h, 12h).also(sla::monday_to_friday, 13h, 17h),
    sla::special_day{civil_day{2026y/December/24}, {{9h, 12h}}},
};
constexpr auto december_times = sla::compiled_opening_times<plant, december_hours, sla::us_eastern>::view;

void a_lunch_break_and_a_half_day() {
  const auto due = add_business_time(december_times, hbi::eastern(2026y/December/23, 16h), business_time{5h});
  fmt::print("five hours later: {}\n", in_new_york(due));
}

// ---- 12
constexpr sla::weekly_hours night_shift{sla::every_day, 22h, 6h};
constexpr std::array<civil_day, 0> no_dates{};
constexpr sla::calendar_dates all_dates{
    "always", {civil_day{2026y/January/1}, civil_day{2026y/December/31}}, sla::no_day, no_dates};
constexpr sla::compiled_calendar<all_dates> always;
constexpr auto night_times = sla::compiled_opening_times<always, night_shift, sla::us_eastern>::view;

void a_night_shift_when_the_clocks_change() {
  for (const auto evening : {2026y/March/7, 2026y/March/8, 2026y/October/31})
    fmt::print("the night of {}: {}\n", sla::iso(civil_day{evening}),
               business_time_between(night_times, hbi::eastern(evening, 20h), hbi::eastern(evening, 20h) + 14h));
}

// ---- 13
void counting_business_days() {
  const civil_day friday{2026y/November/20};
  fmt::print("{} to the Friday after, as Thursday is Thanksgiving Day\n",
             business_days_between(sla::us_federal, friday, friday + weeks{1}));
  fmt::print("three later: {}\n", sla::iso(advance(sla::us_federal, friday, business_days{3})));
}

// clang-format on

}  // namespace

int main() {
  when_must_we_answer();
  how_does_this_ticket_stand();
  warn_when_three_quarters_are_used();
  which_ticket_is_next();
  why_is_it_due_then();
  time_on_hold_does_not_count();
  an_agreement_that_was_amended();
  our_own_holidays();
  holidays_that_come_from_a_file();
  closed_where_either_site_is();
  a_lunch_break_and_a_half_day();
  a_night_shift_when_the_clocks_change();
  counting_business_days();
}
