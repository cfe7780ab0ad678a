// Where two functions answer one question, they answer the same: a due instant with and without events, a share and what
// was used, an explanation and what stands, a breach that is to come and one that has.

#include <doctest/doctest.h>

#include <array>
#include <chrono>
#include <cstddef>
#include <iterator>
#include <optional>
#include <random>
#include <span>
#include <string>
#include <vector>

#include "sla/clock/explanation.hpp"
#include "sla/clock/ticket.hpp"
#include "sla/contracts/harvard_business_impact.hpp"
#include "support/readings.hpp"
#include "support/rounds.hpp"
#include "support/tally.hpp"
#include "support/terms_text.hpp"

namespace hbi = sla::harvard_business_impact;
using namespace std::chrono;

namespace {

using hbi::severity;
using sla::commitment_kind;
using sla::commitment_state;
using sla::deadline;
using sla::event_kind;
using sla::instant;
using sla_tests::night_shift;
using sla_tests::read_as;
using sla_tests::tally;
using sla_tests::two_shifts;
using event = sla::event<severity>;

constexpr commitment_kind both[] = {commitment_kind::response, commitment_kind::resolution};

class dice {
 public:
  unsigned below(unsigned bound) { return static_cast<unsigned>(random_() % bound); }
  severity level() { return static_cast<severity>(1 + below(4)); }
  instant beginning() { return sys_days{2026y / January / 2} + days{below(330)} + minutes{below(24 * 60)}; }
  milliseconds step() {
    constexpr milliseconds steps[] = {0h, 1ms, 10min, 1h, 2h, 4h, 16h, 24h, 64h, 97h + 1ms};
    return steps[below(std::size(steps))];
  }
  event_kind kind() {
    constexpr auto kinds = static_cast<unsigned>(sla::enumerators<event_kind>::count);
    constexpr event_kind more[] = {event_kind::hold_started, event_kind::hold_ended, event_kind::reopened};
    const unsigned chosen = below(kinds + std::size(more));
    return chosen < kinds ? static_cast<event_kind>(chosen) : more[chosen - kinds];
  }

 private:
  std::mt19937_64 random_{sla_tests::seed(2026)};
};

std::string text(const auto& terms, const std::vector<event>& events, instant as_of) {
  std::string all;
  sla::for_each_reading(terms, [&](std::string_view, auto value) { all += std::string(sla::name_of(value)) + ", "; });
  for (const event& each : events) {
    all += sla::iso(each.at) + ' ' + std::string(sla::name_of(each.kind));
    if (each.severity) all += ' ' + std::string(sla::name_of(*each.severity));
    all += "; ";
  }
  return all + "as of " + sla::iso(as_of);
}

/// Asks whether something holds under random readings, and says under which it does not.
template <class Hours, class Law>
void under_random_readings(int rounds, const Law& law) {
  dice random;
  tally agree;
  for (int round = 0; round < sla_tests::rounds(rounds); ++round) {
    read_as<Hours> terms;
    sla_tests::choose(random.below(sla_tests::combinations), terms);
    law(terms, random, agree);
  }
}

// ---- Without events -------------------------------------------------------------------------------------------------

template <class Terms>
void asks_without_events(const Terms& terms, dice& random, tally& agree) {
  const severity level = random.level();
  const instant reported = random.beginning();
  const instant confirmed = reported + random.step();
  const std::vector<event> report{{reported, event_kind::notified, level}};
  const std::vector<event> confirmation{
      report[0], {confirmed, event_kind::replicated, {}}, {confirmed, event_kind::confirmed, {}}};
  const auto holds = [&](bool same, const char* what) {
    agree.expect(same, [&] { return what + (": " + text(terms, confirmation, confirmed)); });
  };

  const sla::allowance within = terms.severities[level].response.within();
  const deadline due = sla::response_due(terms, level, reported);
  holds(due == sla::due_after(terms, within, reported), "due_after");
  holds(due == sla::assess(terms, report, reported).response.due, "a ticket's response");
  holds(due == sla::explain(terms, commitment_kind::response, level, reported).due, "explain a response");
  holds(due == sla::share_used_at(terms, within, reported, {1, 1}), "all of the share");
  holds(due == sla::run(terms, within, reported).unpaused, "run");
  holds(due == sla::due_after(terms, within, reported, sla::interval_set{}), "without pauses");
  holds(sla::started_at(terms, within, reported) == sla::run(terms, within, reported).from, "from where it runs");
  std::array<deadline, 1> batch{deadline::not_started()};
  sla::response_due(terms, std::span(&level, 1), std::span(&reported, 1), batch);
  holds(due == batch[0], "a batch");

  const deadline unconfirmed = sla::resolution_due(terms, level, reported, std::nullopt);
  holds(unconfirmed == sla::assess(terms, report, reported).resolution.due, "an unconfirmed ticket's resolution");
  holds(unconfirmed == sla::explain(terms, commitment_kind::resolution, level, reported).due, "explain unconfirmed");
  const deadline resolution = sla::resolution_due(terms, level, reported, confirmed);
  holds(resolution == sla::explain(terms, commitment_kind::resolution, level, reported, confirmed).due,
        "explain a resolution");
  const auto as_ticket = sla::assess(terms, confirmation, confirmed).resolution;
  if (as_ticket.state != commitment_state::missed)
    holds(resolution == as_ticket.due, "a confirmed ticket's resolution");
}

TEST_CASE("a due instant without events is that of a ticket, of an explanation, of a share and of a batch") {
  under_random_readings<hbi::support>(3'000, [](auto&... all) { asks_without_events(all...); });
  under_random_readings<two_shifts>(3'000, [](auto&... all) { asks_without_events(all...); });
  under_random_readings<night_shift>(3'000, [](auto&... all) { asks_without_events(all...); });
}

/// Pauses as a set, and the same as events of a ticket whose holds are recognised.
template <class Terms>
void asks_with_pauses(Terms& terms, dice& random, tally& agree) {
  terms.holds = sla::holds::recognised;
  const severity level = random.level();
  const instant reported = random.beginning();
  std::vector<event> events{{reported, event_kind::notified, level}};
  sla::interval_set pauses;
  instant at = reported;
  for (unsigned count = random.below(5); count > 0; --count) {
    const instant from = at + random.step() + 1ms;
    at = from + random.step();
    events.push_back({from, event_kind::hold_started, {}});
    events.push_back({at, event_kind::hold_ended, {}});
    pauses = unite(pauses, sla::interval_set{{from, at}});
  }
  const instant due = sla::due_after(terms, terms.severities[level].response.within(), reported, pauses);
  const auto stand = sla::assess(terms, events, at).response;
  agree.expect(stand.due == deadline(due), [&] { return text(terms, events, at) + ": due " + sla::iso(due); });
}

TEST_CASE("pauses as a set move a due instant as holds do that are events of a ticket") {
  under_random_readings<hbi::support>(4'000, [](auto&... all) { asks_with_pauses(all...); });
  under_random_readings<two_shifts>(4'000, [](auto&... all) { asks_with_pauses(all...); });
  under_random_readings<night_shift>(4'000, [](auto&... all) { asks_with_pauses(all...); });
}

// ---- With events ----------------------------------------------------------------------------------------------------

/// The time that counted before an instant, from the pieces of an explanation.
milliseconds counted_before(const sla::explanation& why, instant until) {
  milliseconds sum{};
  for (const sla::segment& each : why.segments)
    if (each.kind == sla::segment_kind::counted && each.during.starts_at() < until)
      sum += std::min(each.during.ends_at(), until) - each.during.starts_at();
  return sum;
}

template <class Terms>
void ask_both_ways(const Terms& terms, const sla::ticket<Terms>& followed, const std::vector<event>& events,
                   instant as_of, dice& random, tally& agree) {
  const auto stands = followed.assess(as_of);
  for (const commitment_kind kind : both) {
    const auto& now = stands[kind];
    const auto holds = [&](bool same, const char* what) {
      agree.expect(
          same, [&] { return what + (" of " + std::string(sla::name_of(kind))) + ": " + text(terms, events, as_of); });
    };
    const auto history = followed.history(kind, as_of);
    holds(history.due == now.due && history.severity == now.severity && history.fulfilled_at == now.fulfilled_at &&
              history.withdrawn_at == now.withdrawn_at && history.reported_at == followed.reported_at(),
          "history");
    holds(!(now.fulfilled_at && now.withdrawn_at), "one end");
    const auto why = sla::explain(terms, history, as_of);
    holds(why.due == now.due, "explain");
    const auto breach = followed.next_breach(kind, as_of);
    const auto is_missed_at = [&](instant at) { return followed.assess(at)[kind].state == commitment_state::missed; };
    if (breach)
      holds(as_of <= *breach && !is_missed_at(*breach) && is_missed_at(*breach + 1ms), "the breach to come");
    else
      holds(is_missed_at(as_of) || !is_missed_at(as_of + days{150}), "no breach to come");
    holds(!followed.share_used_at(kind, {1, 2}, as_of) == !now.due.exists(), "a share where there is a due instant");
    if (!now.due.exists()) continue;

    holds(followed.share_used_at(kind, {1, 1}, as_of) == now.due.at(), "all of the share");
    const instant until = now.fulfilled_at.value_or(now.withdrawn_at.value_or(as_of));
    holds(now.late_by->length() == until - now.due.at(), "late by");
    if (until <= now.due.at()) holds(counted_before(why, until) == now.used->used, "what counted and what was used");
    if (now.state != commitment_state::running) continue;
    const sla::fraction share{1 + static_cast<int>(random.below(99)), 100};
    const instant used_at = *followed.share_used_at(kind, share, as_of);
    const auto has_used_it = [&](instant at) {
      const auto used = *followed.assess(at)[kind].used;
      return used.used * share.denominator() >= used.budget * share.numerator();
    };
    if (as_of <= used_at) holds(has_used_it(used_at), "a share that is used then");
    if (as_of < used_at) holds(!has_used_it(used_at - 1ms), "a share that is not used before");
  }
}

template <class Terms>
void asks_with_events(const Terms& terms, dice& random, tally& agree) {
  const event_kind first = random.below(4) == 0 ? event_kind::reported_otherwise : event_kind::notified;
  std::vector<event> events{{random.beginning(), first, random.level()}};
  sla::ticket<Terms> followed(terms);
  followed.add(events.back());
  while (events.size() < 9) {
    event next{events.back().at + random.step(), random.kind(), {}};
    if (next.kind == event_kind::severity_changed) next.severity = random.level();
    try {
      followed.add(next);
    } catch (const sla::event_error&) {
      continue;
    }
    events.push_back(next);
    ask_both_ways(terms, followed, events, next.at, random, agree);
    ask_both_ways(terms, followed, events, next.at + random.step(), random, agree);
  }
}

TEST_CASE("what a ticket says of a due instant, a share, a breach and an explanation is what it stands at") {
  under_random_readings<hbi::support>(2'000, [](auto&... all) { asks_with_events(all...); });
  under_random_readings<hbi::office_hours>(2'000, [](auto&... all) { asks_with_events(all...); });
  under_random_readings<two_shifts>(2'000, [](auto&... all) { asks_with_events(all...); });
  under_random_readings<night_shift>(2'000, [](auto&... all) { asks_with_events(all...); });
}

}  // namespace
