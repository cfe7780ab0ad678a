// Laws of a ticket, on random logs under every combination of readings: an audit says what a live view said, a miss is
// never undone, what returns to where it was buys no time, and an agreement that is loaded answers like a constant.

#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <iterator>
#include <memory>
#include <optional>
#include <random>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "sla/clock/ticket.hpp"
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
using sla::commitment_kind;
using sla::commitment_state;
using sla::event_kind;
using sla::instant;
using sla_tests::choose;
using sla_tests::combinations;
using sla_tests::read_as;
using sla_tests::stride;
using event = sla::event<severity>;
using event_log = std::vector<event>;
using stand = sla::commitment<severity>;
using assessment = sla::assessment<severity>;

constexpr commitment_kind both[] = {commitment_kind::response, commitment_kind::resolution};

// ---- Agreements -----------------------------------------------------------------------------------------------------

/// A ticket under any agreement; the laws below are compiled once.
class live_ticket {
 public:
  virtual ~live_ticket() = default;
  virtual void add(const event& next) = 0;
  virtual assessment assess(instant as_of) const = 0;
  virtual std::optional<instant> share_used_at(commitment_kind kind, sla::fraction share, instant as_of) const = 0;
};

class agreement {
 public:
  virtual ~agreement() = default;
  virtual std::string name() const = 0;
  virtual sla::on_close on_close() const = 0;
  virtual sla::on_reopen on_reopen() const = 0;
  virtual sla::on_severity_change on_severity_change() const = 0;
  virtual std::unique_ptr<live_ticket> follow() const = 0;
  virtual assessment audit(const event_log& events, instant as_of) const = 0;
  virtual std::optional<sla::upcoming_breach> next_breach(const std::vector<event_log>& tickets,
                                                          instant as_of) const = 0;
  virtual sla::interval closed_after(instant at) const = 0;
};

template <class Terms>
sla::event<sla::severity_of<Terms>> as_in(const event& each) {
  using level = sla::severity_of<Terms>;
  return {each.at, each.kind, each.severity ? std::optional{static_cast<level>(*each.severity)} : std::nullopt};
}

template <class Severity>
stand as_stand(const sla::commitment<Severity>& of) {
  return {of.state, of.due,         static_cast<severity>(of.severity), of.strength, of.fulfilled_at, of.late_by,
          of.used,  of.withdrawn_at};
}

template <class Terms>
class ticket_under : public live_ticket {
 public:
  explicit ticket_under(const Terms& terms) : followed_(terms) {}
  void add(const event& next) override { followed_.add(as_in<Terms>(next)); }
  assessment assess(instant as_of) const override {
    const auto found = followed_.assess(as_of);
    return {as_stand(found.response), as_stand(found.resolution)};
  }
  std::optional<instant> share_used_at(commitment_kind kind, sla::fraction share, instant as_of) const override {
    return followed_.share_used_at(kind, share, as_of);
  }

 private:
  sla::ticket<Terms> followed_;
};

template <class Terms>
class agreement_on : public agreement {
 public:
  agreement_on(const Terms& terms, unsigned number) : terms_(terms) { choose(number, terms_); }

  std::string name() const override {
    std::string all = std::to_string(terms_.business_hours.week().on(Monday).length() / 1h) + " h a day";
    sla::for_each_reading(terms_,
                          [&](std::string_view, const auto& value) { all += ", " + std::string(sla::name_of(value)); });
    return all;
  }
  sla::on_close on_close() const override { return terms_.on_close; }
  sla::on_reopen on_reopen() const override { return terms_.on_reopen; }
  sla::on_severity_change on_severity_change() const override { return terms_.on_severity_change; }
  std::unique_ptr<live_ticket> follow() const override { return std::make_unique<ticket_under<Terms>>(terms_); }
  assessment audit(const event_log& events, instant as_of) const override {
    std::vector<sla::event<sla::severity_of<Terms>>> log;
    for (const event& each : events) log.push_back(as_in<Terms>(each));
    const auto found = sla::assess(terms_, log, as_of);
    return {as_stand(found.response), as_stand(found.resolution)};
  }
  std::optional<sla::upcoming_breach> next_breach(const std::vector<event_log>& tickets, instant as_of) const override {
    std::vector<sla::ticket<Terms>> followed;
    for (const event_log& log : tickets) {
      followed.emplace_back(terms_);
      for (const event& each : log) followed.back().add(as_in<Terms>(each));
    }
    return sla::next_breach(followed, as_of);
  }
  sla::interval closed_after(instant at) const override {
    const auto& times = sla::business_times(terms_);
    const instant closes = sla::is_open(times, at) ? sla::next_closing(times, at) : at;
    return {closes, sla::next_opening(times, closes)};
  }

 private:
  Terms terms_;
};

template <class Hours>
agreement_on<read_as<Hours>> combination(unsigned number) {
  return {read_as<Hours>{}, number};
}

/// Asks for a law under every pair of readings, with whole days and with office hours.
template <class Law>
void for_all_readings(const Law& law) {
  for (unsigned number = 0; number < combinations; number += stride) {
    law(combination<hbi::support>(number));
    law(combination<hbi::office_hours>(number));
  }
}

// ---- Random logs ----------------------------------------------------------------------------------------------------

/// Random logs that a ticket accepts.
class logs {
 public:
  unsigned below(unsigned bound) { return static_cast<unsigned>(random_() % bound); }

  severity level() { return static_cast<severity>(most_severe_ + below(5 - most_severe_)); }

  /// For laws about targets in business time alone.
  logs& without_critical() {
    most_severe_ = 2;
    return *this;
  }

  event next(instant at) {
    const auto kind = static_cast<event_kind>(below(14));
    const bool needs_severity = kind == event_kind::severity_changed;
    return {at, kind, needs_severity ? std::optional{level()} : std::nullopt};
  }

  /// Steps of no time, of minutes and of days, so that due instants fall before, on and after events.
  milliseconds step() {
    constexpr milliseconds steps[] = {0h, 0h, 10min, 1h, 2h, 4h, 24h, 72h, 97h + 1ms};
    return steps[below(std::size(steps))];
  }

  event_log under(const agreement& by, unsigned events) {
    return under(by, events, sys_days{2026y / January / 1} + minutes{below(365 * 24 * 60)});
  }
  event_log under(const agreement& by, unsigned events, instant at) {
    event_log accepted{{at, below(2) == 0 ? event_kind::notified : event_kind::identified, level()}};
    const auto followed = by.follow();
    followed->add(accepted.front());
    while (accepted.size() < events) {
      const event candidate = next(at + step());
      try {
        followed->add(candidate);
      } catch (const sla::event_error&) {
        continue;
      }
      accepted.push_back(candidate);
      at = candidate.at;
    }
    return accepted;
  }

 private:
  std::mt19937_64 random_{sla_tests::seed(90210)};
  unsigned most_severe_ = 1;
};

bool same(const std::optional<sla::allowance_used>& a, const std::optional<sla::allowance_used>& b) {
  if (!a || !b) return a.has_value() == b.has_value();
  return a->by == b->by && a->used == b->used && a->budget == b->budget;
}
bool same(const stand& a, const stand& b) {
  return a.state == b.state && a.due == b.due && a.severity == b.severity && a.strength == b.strength &&
         a.fulfilled_at == b.fulfilled_at && a.withdrawn_at == b.withdrawn_at && a.late_by == b.late_by &&
         same(a.used, b.used);
}
bool same(const assessment& a, const assessment& b) {
  return same(a.response, b.response) && same(a.resolution, b.resolution);
}

std::string text(const event_log& events) {
  std::string all;
  for (const event& each : events) {
    all += sla::iso(each.at) + ' ' + std::string(sla::name_of(each.kind));
    if (each.severity) all += ' ' + std::string(sla::name_of(*each.severity));
    all += "; ";
  }
  return all;
}

/// The log with one more event, after those of the same instant.
event_log with(event_log events, const event& more) {
  events.insert(std::ranges::upper_bound(events, more.at, {}, &event::at), more);
  return events;
}

class tally : sla_tests::tally {
 public:
  void expect(bool holds, const agreement& by, const event_log& events, instant as_of) {
    sla_tests::tally::expect(holds, [&] { return by.name() + ": " + text(events) + "as of " + sla::iso(as_of); });
  }
};

// ---- Live and audit -------------------------------------------------------------------------------------------------

TEST_CASE("for every prefix of a log, the ticket followed live equals the audit") {
  tally agree;
  logs random;
  for_all_readings([&](const agreement& by) {
    for (int round = 0; round < sla_tests::rounds(12); ++round) {
      const event_log events = random.under(by, 12);
      const auto live = by.follow();
      for (std::size_t n = 0; n < events.size(); ++n) {
        live->add(events[n]);
        const event_log prefix(events.begin(), events.begin() + static_cast<std::ptrdiff_t>(n) + 1);
        const auto replayed = by.follow();
        for (const event& each : prefix) replayed->add(each);
        const instant until = n + 1 < events.size() ? events[n + 1].at - 1ms : events[n].at + days{50};
        for (const instant as_of : {events[n].at, until}) {
          if (as_of < events[n].at) continue;
          agree.expect(same(live->assess(as_of), by.audit(prefix, as_of)), by, prefix, as_of);
          const sla::fraction share{1 + static_cast<int>(random.below(100)), 100};
          for (const commitment_kind kind : both)
            agree.expect(live->share_used_at(kind, share, as_of) == replayed->share_used_at(kind, share, as_of), by,
                         prefix, as_of);
        }
        if (events[n].at <= until) agree.expect(same(live->assess(until), by.audit(events, until)), by, events, until);
      }
    }
  });
}

template <class Hours>
void answers_like_a_constant() {
  tally agree;
  logs random;
  const sla::loaded_agreement terms(Hours{});
  for (unsigned number = 0; number < combinations; number += stride) {
    const auto constant = combination<Hours>(number);
    const agreement_on loaded(terms, number);
    CHECK(loaded.name() == constant.name());
    for (int round = 0; round < sla_tests::rounds(3); ++round) {
      const event_log events = random.under(constant, 12);
      const auto live = constant.follow();
      const auto same_live = loaded.follow();
      for (const event& each : events) {
        live->add(each);
        same_live->add(each);
        for (const instant as_of : {each.at, each.at + random.step()}) {
          agree.expect(same(live->assess(as_of), same_live->assess(as_of)), loaded, events, as_of);
          const sla::fraction share{1 + static_cast<int>(random.below(100)), 100};
          for (const commitment_kind kind : both)
            agree.expect(live->share_used_at(kind, share, as_of) == same_live->share_used_at(kind, share, as_of),
                         loaded, events, as_of);
        }
      }
    }
  }
}

TEST_CASE("under an agreement that is loaded a ticket is what it is under the constant") {
  answers_like_a_constant<hbi::support>();
  answers_like_a_constant<hbi::office_hours>();
}

// ---- Misses ---------------------------------------------------------------------------------------------------------

TEST_CASE("a miss is never undone") {
  tally agree;
  logs random;
  for_all_readings([&](const agreement& by) {
    for (int round = 0; round < sla_tests::rounds(25); ++round) {
      const event_log events = random.under(by, 12);
      for (const commitment_kind kind : both) {
        const auto live = by.follow();
        std::optional<stand> missed;
        for (const event& each : events) {
          live->add(each);
          const stand now = live->assess(each.at)[kind];
          if (missed)
            agree.expect(now.state == commitment_state::missed && now.due == missed->due &&
                             now.severity == missed->severity && now.strength == missed->strength,
                         by, events, each.at);
          else if (now.state == commitment_state::missed)
            missed = now;
        }
      }
    }
  });
}

TEST_CASE("a missed commitment lies behind its due instant, a met one does not") {
  tally agree;
  logs random;
  for_all_readings([&](const agreement& by) {
    for (int round = 0; round < sla_tests::rounds(40); ++round) {
      const event_log events = random.under(by, 8);
      const instant as_of = events.back().at + random.step();
      const auto found = by.audit(events, as_of);
      for (const commitment_kind kind : both) {
        const stand& now = found[kind];
        const bool is_met_in_time = now.fulfilled_at && (!now.due.exists() || *now.fulfilled_at <= now.due.at());
        if (now.state == commitment_state::met) agree.expect(is_met_in_time, by, events, as_of);
        if (now.state == commitment_state::missed) agree.expect(now.due.at() < as_of, by, events, as_of);
        if (now.state == commitment_state::running)
          agree.expect(as_of <= now.due.at() && *now.late_by <= sla::elapsed{}, by, events, as_of);
      }
    }
  });
}

TEST_CASE("what comes exactly at the due instant is in time, and a millisecond later it is late") {
  tally agree;
  logs random;
  for_all_readings([&](const agreement& by) {
    for (int round = 0; round < sla_tests::rounds(10); ++round) {
      const event_log events = random.under(by, 1 + random.below(6));
      for (const commitment_kind kind : both) {
        const stand now = by.audit(events, events.back().at)[kind];
        if (now.state != commitment_state::running) continue;
        const instant due = now.due.at();
        const auto fulfils = kind == commitment_kind::response ? event_kind::responded : event_kind::resolved;
        const auto state_at = [&](const event_log& log, instant as_of) { return by.audit(log, as_of)[kind].state; };
        agree.expect(state_at(events, due) == commitment_state::running, by, events, due);
        agree.expect(state_at(events, due + 1ms) == commitment_state::missed, by, events, due + 1ms);
        const event_log in_time = with(events, {due, fulfils, {}});
        agree.expect(state_at(in_time, due) == commitment_state::met, by, in_time, due);
        const event_log late = with(events, {due + 1ms, fulfils, {}});
        agree.expect(state_at(late, due + 1ms) == commitment_state::missed, by, late, due + 1ms);
      }
    }
  });
}

/// Whether it is missed a moment after its due instant if nothing else happens; a hold that goes on may keep it from that.
bool will_be_missed(const agreement& by, const event_log& events, commitment_kind kind, const stand& now) {
  if (now.state != commitment_state::running && now.state != commitment_state::on_hold) return false;
  return by.audit(events, now.due.at() + 1ms)[kind].state == commitment_state::missed;
}

TEST_CASE("the next breach of many tickets is the smallest due instant of all that will be missed") {
  tally agree;
  logs random;
  for_all_readings([&](const agreement& by) {
    for (int round = 0; round < sla_tests::rounds(8); ++round) {
      const instant first = sys_days{2026y / November / 16} + hours{random.below(24 * 30)};
      const instant as_of = first + hours{random.below(24 * 9)};
      std::vector<event_log> tickets(random.below(9));
      std::optional<sla::upcoming_breach> expected;
      for (std::size_t n = 0; n < tickets.size(); ++n) {
        event_log& events = tickets[n];
        events = random.under(by, 1 + random.below(7), first + minutes{random.below(24 * 60 * 7)});
        std::erase_if(events, [&](const event& each) { return as_of < each.at; });
        if (events.empty()) continue;
        const auto found = by.audit(events, as_of);
        for (const commitment_kind kind : both)
          if (will_be_missed(by, events, kind, found[kind]) && (!expected || found[kind].due.at() < expected->due))
            expected = sla::upcoming_breach{n, kind, found[kind].due.at()};
      }
      const auto next = by.next_breach(tickets, as_of);
      const bool agrees = next && expected ? next->ticket == expected->ticket && next->kind == expected->kind &&
                                                 next->due == expected->due
                                           : next.has_value() == expected.has_value();
      event_log all;
      for (const event_log& log : tickets) all.insert(all.end(), log.begin(), log.end());
      agree.expect(agrees, by, all, as_of);
    }
  });
}

// ---- What returns to where it was -----------------------------------------------------------------------------------

bool is_on_hold(const event_log& events, instant at) {
  bool on_hold = false;
  for (const event& each : events)
    if (each.at <= at && (each.kind == event_kind::hold_started || each.kind == event_kind::hold_ended))
      on_hold = each.kind == event_kind::hold_started;
  return on_hold;
}

/// Asks whether two logs say the same at an instant, at every later event and in the end.
void expect_same_from(instant first, const agreement& by, const event_log& before, const event_log& after,
                      tally& agree) {
  const instant last = std::max(before.back().at, after.back().at);
  event_log questions{{first, {}, {}}, {last, {}, {}}, {last + 3h, {}, {}}, {last + days{50}, {}, {}}};
  questions.insert(questions.end(), before.begin(), before.end());
  for (const event& each : questions)
    if (first <= each.at) agree.expect(same(by.audit(before, each.at), by.audit(after, each.at)), by, after, each.at);
}

/// True if a commitment stands no better than another: a miss stays one, and nothing that runs is due later.
bool stands_no_better(const stand& after, const stand& before) {
  if (before.state == commitment_state::missed) return after.state == commitment_state::missed;
  if (after.state == commitment_state::missed) return true;
  return after.state == before.state && after.due == before.due;
}

severity severity_at(const event_log& events, instant at) {
  severity level{};
  for (const event& each : events)
    if (each.at <= at && each.severity) level = *each.severity;
  return level;
}

/// True for what decides about a commitment, or by which severity that is done; `confirmed` and `replicated` may start the
/// clock.
bool decides(event_kind kind) {
  using enum event_kind;
  return kind == severity_changed || kind == replicated || kind == responded || kind == resolved ||
         kind == worked_around || kind == reopened || kind == closed || kind == withdrawn;
}

/// The log with up to four changes of severity that are taken back before anything else is decided.
event_log flapped(event_log events, instant as_of, logs& random) {
  for (unsigned pairs = 1 + random.below(4); pairs > 0; --pairs) {
    const instant there = events[random.below(static_cast<unsigned>(events.size()))].at + random.step();
    const instant back = there + random.step();
    const bool something_is_decided = std::ranges::any_of(
        events, [&](const event& each) { return there <= each.at && each.at <= back && decides(each.kind); });
    if (as_of < back || something_is_decided) continue;
    const severity original = severity_at(events, there);
    events = with(with(std::move(events), {there, event_kind::severity_changed, random.level()}),
                  {back, event_kind::severity_changed, original});
  }
  return events;
}

TEST_CASE("changing the severity and changing it back buys no time, however often, whatever else was changed") {
  tally agree;
  logs random;
  for_all_readings([&](const agreement& by) {
    if (by.on_severity_change() == sla::on_severity_change::restarts) return;
    for (int round = 0; round < sla_tests::rounds(60); ++round) {
      const event_log events = random.under(by, 8);
      const instant as_of = events.back().at + days{random.below(5)};
      const event_log longer = flapped(events, as_of, random);
      if (longer.size() == events.size()) continue;
      const auto before = by.audit(events, as_of);
      const auto found = by.audit(longer, as_of);
      for (const commitment_kind kind : both)
        agree.expect(stands_no_better(found[kind], before[kind]), by, longer, as_of);
    }
  });
}

TEST_CASE("a hold of no length changes nothing") {
  tally agree;
  logs random;
  for_all_readings([&](const agreement& by) {
    for (int round = 0; round < sla_tests::rounds(20); ++round) {
      const event_log events = random.under(by, 10);
      const instant at = events[random.below(10)].at + random.step();
      if (is_on_hold(events, at)) continue;
      const event_log held = with(with(events, {at, event_kind::hold_started, {}}), {at, event_kind::hold_ended, {}});
      expect_same_from(at, by, events, held, agree);
    }
  });
}

TEST_CASE("a hold while everything is closed takes nothing from business time") {
  tally agree;
  logs random;
  random.without_critical();
  for_all_readings([&](const agreement& by) {
    for (int round = 0; round < sla_tests::rounds(30); ++round) {
      const event_log events = random.under(by, 10);
      const sla::interval closed = by.closed_after(events[random.below(10)].at + random.step());
      const auto length = static_cast<unsigned>(closed.length().length() / 1min);
      const instant from = closed.starts_at() + minutes{random.below(2) == 0 ? 0 : random.below(length + 1)};
      const instant to = random.below(2) == 0 ? closed.ends_at() : from + minutes{random.below(60)};
      if (closed.ends_at() < to || is_on_hold(events, from)) continue;
      if (std::ranges::any_of(events, [&](const event& each) {
            return from <= each.at && each.at <= to && each.kind == event_kind::hold_started;
          }))
        continue;
      const event_log held = with(with(events, {from, event_kind::hold_started, {}}), {to, event_kind::hold_ended, {}});
      expect_same_from(to, by, events, held, agree);
    }
  });
}

/// The events that fulfil a resolution which nothing had fulfilled, or nothing since it was reopened; up to a withdrawal,
/// which reopening would undo, too.
std::vector<std::size_t> remedies(const agreement& by, const event_log& events) {
  std::vector<std::size_t> found;
  bool is_remedied = false;
  for (std::size_t n = 0; n < events.size() && events[n].kind != event_kind::withdrawn; ++n) {
    const bool remedies = events[n].kind == event_kind::resolved || events[n].kind == event_kind::worked_around ||
                          (events[n].kind == event_kind::closed && by.on_close() == sla::on_close::remedies);
    if (remedies && !is_remedied) found.push_back(n);
    is_remedied = remedies || (is_remedied && events[n].kind != event_kind::reopened);
  }
  return found;
}

event_log reopened_and_remedied_again(event_log events, std::size_t remedy, instant at) {
  const auto after = events.begin() + static_cast<std::ptrdiff_t>(remedy) + 1;
  events.insert(after, {event{at, event_kind::reopened, {}}, event{at, events[remedy].kind, {}}});
  return events;
}

TEST_CASE("reopening and resolving again at once changes nothing, and where it restarts the clock it undoes no miss") {
  tally agree;
  logs random;
  for_all_readings([&](const agreement& by) {
    for (int round = 0; round < sla_tests::rounds(20); ++round) {
      const event_log events = random.under(by, 10);
      for (const std::size_t remedy : remedies(by, events)) {
        const instant at = events[remedy].at;
        const event_log again = reopened_and_remedied_again(events, remedy, at);
        if (by.on_reopen() != sla::on_reopen::restarts) {
          expect_same_from(at, by, events, again, agree);
        } else if (const auto was =
                       by.audit({events.begin(), events.begin() + static_cast<std::ptrdiff_t>(remedy) + 1}, at)
                           .resolution;
                   was.state == commitment_state::missed) {
          const auto is = by.audit(again, again.back().at).resolution;
          agree.expect(is.state == commitment_state::missed && is.due == was.due, by, again, at);
        }
      }
    }
  });
}

TEST_CASE("reopening later and resolving again at once uses nothing up, and the next reopening goes on as without it") {
  tally agree;
  logs random;
  for_all_readings([&](const agreement& by) {
    if (by.on_reopen() != sla::on_reopen::goes_on_without_closed_time) return;
    for (int round = 0; round < sla_tests::rounds(30); ++round) {
      const event_log events = random.under(by, 10);
      for (const std::size_t remedy : remedies(by, events)) {
        const event_log until(events.begin(), events.begin() + static_cast<std::ptrdiff_t>(remedy) + 1);
        const bool is_last = until.size() == events.size();
        const instant at =
            is_last ? until.back().at + random.step() : until.back().at + (events[remedy + 1].at - until.back().at) / 2;
        const stand was = by.audit(until, at).resolution;
        // Whose allowance was used up to the last millisecond is late if it is reopened at all.
        if (was.used && was.state == commitment_state::met && was.used->used == was.used->budget) continue;
        const stand is = by.audit(reopened_and_remedied_again(until, remedy, at), at).resolution;
        agree.expect(is.state == was.state && same(is.used, was.used), by, until, at);

        const auto reopening = std::find_if(events.begin() + static_cast<std::ptrdiff_t>(remedy), events.end(),
                                            [](const event& each) { return each.kind == event_kind::reopened; });
        if (reopening == events.end()) continue;
        expect_same_from(reopening->at, by, {events.begin(), reopening + 1},
                         reopened_and_remedied_again({events.begin(), reopening + 1}, remedy, at), agree);
      }
    }
  });
}

}  // namespace
