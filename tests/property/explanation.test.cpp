// Laws of an explanation, on random tickets under random readings: its segments leave nothing out, do not overlap, add
// up to the allowance, and each of them is true of the calendar, the hours and the log.

#include "sla/clock/explanation.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <functional>
#include <iterator>
#include <optional>
#include <random>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "sla/contracts/harvard_business_impact.hpp"
#include "sla/policy/loaded_agreement.hpp"
#include "support/readings.hpp"
#include "support/rounds.hpp"
#include "support/tally.hpp"
#include "support/terms_text.hpp"

namespace hbi = sla::harvard_business_impact;
using namespace std::chrono;

namespace {

using hbi::severity;
using sla::clock_kind;
using sla::commitment_kind;
using sla::event_kind;
using sla::instant;
using sla::interval;
using sla::segment;
using sla::segment_kind;
using sla_tests::choose;
using sla_tests::combinations;
using sla_tests::night_shift;
using sla_tests::read_as;
using sla_tests::two_shifts;
using event = sla::event<severity>;
using event_log = std::vector<event>;

constexpr commitment_kind both[] = {commitment_kind::response, commitment_kind::resolution};

// ---- Random logs ----------------------------------------------------------------------------------------------------

class dice {
 public:
  unsigned below(unsigned bound) { return static_cast<unsigned>(random_() % bound); }
  severity level() { return static_cast<severity>(1 + below(4)); }

  /// Some near closed dates of the desk, holidays and changes of the clocks.
  instant beginning() {
    constexpr year_month_day around[] = {2026y / December / 23, 2026y / December / 30, 2026y / April / 2,
                                         2026y / March / 5,     2026y / October / 29,  2026y / July / 1,
                                         2026y / November / 23, 2026y / May / 21};
    const sys_days day = below(3) == 0 ? sys_days{2026y / January / 2} + days{below(360)}
                                       : sys_days{around[below(std::size(around))]} + days{below(4)};
    return below(2) == 0 ? day + hours{below(24)} : day + milliseconds{below(86'400'000)};
  }

  milliseconds step() {
    constexpr milliseconds steps[] = {0h, 1ms, 10min, 20min, 1h, 2h, 3h, 16h, 24h, 64h, 97h + 1ms};
    return steps[below(std::size(steps))];
  }

  event_kind kind() {
    using enum event_kind;
    constexpr event_kind often[] = {severity_changed, responded,  replicated, confirmed,     hold_started, hold_started,
                                    hold_started,     hold_ended, hold_ended, worked_around, resolved,     reopened,
                                    reopened,         closed,     withdrawn,  identified};
    return often[below(std::size(often))];
  }

 private:
  std::mt19937_64 random_{sla_tests::seed(1914)};
};

std::string text(const event_log& events) {
  std::string all;
  for (const event& each : events) {
    all += sla::iso(each.at) + ' ' + std::string(sla::name_of(each.kind));
    if (each.severity) all += ' ' + std::string(sla::name_of(*each.severity));
    all += "; ";
  }
  return all;
}

std::string text(const std::vector<segment>& segments) {
  std::string all;
  for (const segment& each : segments) {
    all += "\n  " + sla::iso(each.during.starts_at()) + " to " + sla::iso(each.during.ends_at()) + ' ' +
           std::string(sla::name_of(each.kind));
    if (!each.name.empty()) all += " (" + std::string(each.name) + ')';
  }
  return all;
}

std::string text(const auto& terms) {
  std::string all = std::to_string(terms.business_hours.week().on(Monday).length() / 1h) + " h a day";
  sla::for_each_reading(terms,
                        [&](std::string_view, const auto& value) { all += ", " + std::string(sla::name_of(value)); });
  return all;
}

class tally : sla_tests::tally {
 public:
  void expect(bool holds, const std::string& law, const auto& text) {
    sla_tests::tally::expect(holds, [&] { return law + ": " + text(); });
  }
};

/// A ticket and its log.
template <class Terms>
struct followed_ticket {
  sla::ticket<Terms> ticket;
  event_log events;

  followed_ticket(const Terms& terms, dice& random) : ticket(terms) {
    const event_kind first = random.below(4) == 0 ? event_kind::reported_otherwise : event_kind::notified;
    add({random.beginning(), first, random.level()});
    while (events.size() < 9) {
      const event_kind kind = random.kind();
      const bool changes = kind == event_kind::severity_changed;
      try {
        add({events.back().at + random.step(), kind, changes ? std::optional{random.level()} : std::nullopt});
      } catch (const sla::event_error&) {
        continue;
      }
      if (random.below(6) == 0) return;
    }
  }
  void add(const event& next) {
    ticket.add(next);
    events.push_back(next);
  }
};

// ---- What the segments have to be -----------------------------------------------------------------------------------

/// Why the clock stood still within an interval, gap by gap between events.
std::vector<segment> stops(const auto& terms, commitment_kind kind, const event_log& events, instant as_of,
                           const interval& within) {
  std::vector<segment> found;
  const bool a_remedy_ends_it =
      kind == commitment_kind::resolution || terms.silent_remedy == sla::silent_remedy::counts_as_response;
  bool is_fulfilled = false, is_withdrawn = false, is_on_hold = false;
  for (std::size_t n = 0; n < events.size(); ++n) {
    const bool had_ended = is_fulfilled || is_withdrawn;
    switch (events[n].kind) {
      case event_kind::responded: is_fulfilled |= kind == commitment_kind::response && !had_ended; break;
      case event_kind::worked_around:
      case event_kind::resolved: is_fulfilled |= a_remedy_ends_it && !had_ended; break;
      case event_kind::closed:
        is_fulfilled |= a_remedy_ends_it && terms.on_close == sla::on_close::remedies && !had_ended;
        break;
      case event_kind::withdrawn: is_withdrawn |= !had_ended; break;
      case event_kind::reopened:
        if (terms.on_reopen == sla::on_reopen::first_close_is_final) break;
        is_withdrawn = false;
        if (kind == commitment_kind::resolution) is_fulfilled = false;
        break;
      case event_kind::hold_started:
        is_on_hold = terms.holds == sla::holds::recognised ||
                     (terms.holds == sla::holds::recognised_for_resolution && kind == commitment_kind::resolution);
        break;
      case event_kind::hold_ended: is_on_hold = false; break;
      default: break;
    }
    const bool has_ended = is_fulfilled || is_withdrawn;
    if (!has_ended && !is_on_hold) continue;
    const interval gap = intersect({events[n].at, n + 1 < events.size() ? events[n + 1].at : as_of}, within);
    const segment_kind why = has_ended ? segment_kind::ticket_closed : segment_kind::hold;
    if (gap.empty()) continue;
    if (!found.empty() && found.back().kind == why && found.back().during.ends_at() == gap.starts_at())
      found.back().during = {found.back().during.starts_at(), gap.ends_at()};
    else
      found.push_back({why, gap, {}});
  }
  return found;
}

bool same(const segment& a, const segment& b) { return a.kind == b.kind && a.during == b.during && a.name == b.name; }

bool are_neighbours(const segment& a, const segment& b) {
  return a.during.ends_at() == b.during.starts_at() && (a.kind != b.kind || a.name != b.name);
}

/// True if the segments lie side by side, none is empty, and all of them together are an interval.
bool partition(const std::vector<segment>& segments, instant from, instant to) {
  if (to <= from) return segments.empty();
  return !segments.empty() && segments.front().during.starts_at() == from && segments.back().during.ends_at() == to &&
         std::ranges::none_of(segments, [](const segment& each) { return each.during.empty(); }) &&
         std::ranges::adjacent_find(segments, std::not_fn(are_neighbours)) == segments.end();
}

bool runs_at(const auto& terms, clock_kind by, instant at) {
  if (by == clock_kind::real) return true;
  return by == clock_kind::desk ? sla::is_open(sla::support_times(terms), at)
                                : sla::is_open(sla::business_times(terms), at);
}

/// True if at an instant of a segment the calendar and the hours are as it says.
bool is_true_at(const auto& terms, const segment& of, const sla::running_allowance& running, instant at) {
  const sla::civil_day date = sla::date_of(terms.zone.to_civil(at));
  const bool is_week_end = weekday{date} == Saturday || weekday{date} == Sunday;
  const bool is_closed_business = running.by == clock_kind::business && !runs_at(terms, clock_kind::business, at);
  switch (of.kind) {
    case segment_kind::counted: return runs_at(terms, running.by, at) && of.name.empty();
    case segment_kind::outside_hours:
      return is_closed_business && sla::is_business_day(terms.calendar, date) && of.name.empty();
    case segment_kind::week_end: return is_closed_business && is_week_end && of.name.empty();
    case segment_kind::holiday:
      return is_closed_business && !is_week_end && !sla::is_business_day(terms.calendar, date) &&
             of.name == sla::holiday_on(terms.calendar, date);
    case segment_kind::desk_closed:
      return running.by == clock_kind::desk && !runs_at(terms, clock_kind::desk, at) &&
             of.name == sla::holiday_on(terms.support_days, date);
    case segment_kind::not_started: return at < running.from && of.name.empty();
    default: return of.name.empty();
  }
}

/// At its first instant, its last one, and one of every day in between.
bool is_true(const auto& terms, const segment& of, const sla::running_allowance& running) {
  if (!is_true_at(terms, of, running, of.during.ends_at() - 1ms)) return false;
  for (instant at = of.during.starts_at(); at < of.during.ends_at(); at += 7h + 1ms)
    if (!is_true_at(terms, of, running, at)) return false;
  return true;
}

// ---- Laws -----------------------------------------------------------------------------------------------------------

void explains(const auto& terms, const auto& followed, commitment_kind kind, instant as_of, tally& agree) {
  const auto history = followed.ticket.history(kind, as_of);
  const sla::explanation why = sla::explain(terms, history, as_of);
  const auto log = [&] {
    return text(terms) + ": " + text(followed.events) + std::string(sla::name_of(kind)) + " as of " + sla::iso(as_of) +
           text(why.segments);
  };
  const instant reported = followed.events.front().at;
  agree.expect(why.due == history.due && why.due == followed.ticket.assess(as_of)[kind].due, "the due instant", log);
  agree.expect(history.reported_at == reported, "the report", log);
  if (!why.due.exists()) {
    const bool may_start = why.due.status() == sla::deadline::state::not_started;
    agree.expect(!why.running && partition(why.segments, reported, may_start ? as_of : reported), "no start", log);
    return;
  }

  const sla::running_allowance& running = *why.running;
  const instant due = why.due.at();
  agree.expect(partition(why.segments, reported, due), "from the report to the due instant", log);
  agree.expect(std::ranges::all_of(why.segments, [&](const segment& each) { return is_true(terms, each, running); }),
               "every segment is true", log);

  agree.expect(why.counted() == running.budget, "counted", log);

  std::vector<segment> stopped;
  std::ranges::copy_if(why.segments, std::back_inserter(stopped), [](const segment& each) {
    return each.kind == segment_kind::hold || each.kind == segment_kind::ticket_closed;
  });
  const instant until = std::min(due, history.fulfilled_at.value_or(history.withdrawn_at.value_or(due)));
  const interval course{std::min(running.from, until), until};
  agree.expect(std::ranges::equal(stopped, stops(terms, kind, followed.events, as_of, course), same), "pauses", log);
}

template <class Hours>
void explains_random_tickets() {
  tally agree;
  dice random;
  for (int round = 0; round < sla_tests::rounds(20'000); ++round) {
    read_as<Hours> terms;
    choose(random.below(combinations), terms);
    const followed_ticket followed(terms, random);
    for (const commitment_kind kind : both)
      for (const instant as_of : {followed.events.back().at, followed.events.back().at + random.step()})
        explains(terms, followed, kind, as_of, agree);
  }
}

TEST_CASE("the segments of an explanation make up the time to the due instant, and each is true: whole days") {
  explains_random_tickets<hbi::support>();
}

TEST_CASE("the segments of an explanation make up the time to the due instant, and each is true: office hours") {
  explains_random_tickets<hbi::office_hours>();
}

TEST_CASE("the segments of an explanation make up the time to the due instant, and each is true: a lunch break") {
  explains_random_tickets<two_shifts>();
}

TEST_CASE(
    "the segments of an explanation make up the time to the due instant, and each is true: nights in US Pacific") {
  explains_random_tickets<night_shift>();
}

TEST_CASE("under an agreement that is loaded an explanation is what it is under the constant") {
  tally agree;
  dice random;
  sla::loaded_agreement loaded(hbi::office_hours{});
  for (int round = 0; round < sla_tests::rounds(4'000); ++round) {
    read_as<hbi::office_hours> terms;
    const unsigned number = random.below(combinations);
    choose(number, terms);
    choose(number, loaded);
    const followed_ticket followed(terms, random);
    sla::ticket same_ticket(loaded);
    for (const event& each : followed.events) {
      const auto level = each.severity ? std::optional{static_cast<sla::severity_level>(*each.severity)} : std::nullopt;
      same_ticket.add({each.at, each.kind, level});
    }
    const instant as_of = followed.events.back().at + random.step();
    for (const commitment_kind kind : both) {
      const auto why = sla::explain(terms, followed.ticket.history(kind, as_of), as_of);
      const auto same_why = sla::explain(loaded, same_ticket.history(kind, as_of), as_of);
      agree.expect(why.due == same_why.due && std::ranges::equal(why.segments, same_why.segments, same), "loaded", [&] {
        return text(terms) + ": " + text(followed.events) + std::string(sla::name_of(kind)) + " as of " +
               sla::iso(as_of) + text(why.segments) + "\n loaded:" + text(same_why.segments);
      });
    }
  }
}

template <class Hours>
void explains_what_is_due() {
  tally agree;
  dice random;
  for (int round = 0; round < sla_tests::rounds(10'000); ++round) {
    read_as<Hours> terms;
    choose(random.below(combinations), terms);
    const severity level = random.level();
    const instant reported = random.beginning();
    const auto confirmed = random.below(3) == 0 ? std::nullopt : std::optional{reported + random.step()};
    for (const commitment_kind kind : both) {
      const sla::deadline due = kind == commitment_kind::response
                                    ? sla::response_due(terms, level, reported)
                                    : sla::resolution_due(terms, level, reported, confirmed);
      const sla::explanation why = sla::explain(terms, kind, level, reported, confirmed);
      const bool is_whole =
          !due.exists() ||
          (partition(why.segments, reported, due.at()) && why.counted() == why.running->budget &&
           std::ranges::all_of(why.segments, [&](const segment& each) { return is_true(terms, each, *why.running); }));
      agree.expect(why.due == due && is_whole, "explained at once", [&] {
        return text(terms) + ": " + std::string(sla::name_of(kind)) + ' ' + std::string(sla::name_of(level)) +
               " from " + sla::iso(reported) + ", confirmed " + (confirmed ? sla::iso(*confirmed) : "never") +
               text(why.segments);
      });
    }
  }
}

TEST_CASE("what is explained is the due instant of the response and the resolution") {
  explains_what_is_due<hbi::support>();
  explains_what_is_due<hbi::office_hours>();
  explains_what_is_due<two_shifts>();
}

}  // namespace
