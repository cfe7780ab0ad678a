// Tickets under every pair of readings against an oracle that reads the whole log again for every question.

#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <iterator>
#include <optional>
#include <random>
#include <span>
#include <string>
#include <vector>

#include "sla/clock/ticket.hpp"
#include "sla/contracts/harvard_business_impact.hpp"
#include "support/readings.hpp"
#include "support/rounds.hpp"
#include "support/tally.hpp"
#include "support/terms_text.hpp"
#include "support/ticket_oracle.hpp"

namespace hbi = sla::harvard_business_impact;
using namespace std::chrono;

namespace {

using hbi::severity;
using sla::commitment_kind;
using sla::deadline;
using sla::event_kind;
using sla::instant;
using sla_tests::choose;
using sla_tests::combinations;
using sla_tests::night_shift;
using sla_tests::read_as;
using sla_tests::stride;
using sla_tests::tally;
using sla_tests::two_shifts;
using sla_tests::oracle::event;
using sla_tests::oracle::event_log;
using sla_tests::oracle::same;
using sla_tests::oracle::stand;

constexpr commitment_kind both[] = {commitment_kind::response, commitment_kind::resolution};

// ---- Text -----------------------------------------------------------------------------------------------------------

std::string text(milliseconds length) { return std::to_string(length.count()) + " ms"; }

std::string text(const stand& of) {
  std::string all(sla::name_of(of.state));
  all += ' ' + std::string(sla::name_of(of.severity)) + ", due ";
  all += of.due.exists() ? sla::iso(of.due.at()) : "never";
  if (of.fulfilled_at) all += ", fulfilled " + sla::iso(*of.fulfilled_at);
  if (of.late_by) all += ", late by " + text(of.late_by->length());
  if (of.used)
    all +=
        ", used " + text(of.used->used) + " of " + text(of.used->budget) + ' ' + std::string(sla::name_of(of.used->by));
  return all;
}

std::string text(const event_log& events, std::size_t happened) {
  constexpr std::size_t at_most = 25;
  const std::size_t left_out = happened - std::min(happened, at_most);
  std::string all = left_out == 0 ? "" : std::to_string(left_out) + " events; ";
  for (const event& each : std::span(events).subspan(left_out, happened - left_out)) {
    all += sla::iso(each.at) + ' ' + std::string(sla::name_of(each.kind));
    if (each.severity) all += ' ' + std::string(sla::name_of(*each.severity));
    all += "; ";
  }
  return all;
}

std::string text(const auto& terms) {
  std::string all = std::to_string(terms.business_hours.on(Monday).length() / 1h) + " h a day";
  sla::for_each_reading(terms, [&](std::string_view name, const auto& value) {
    if (name != "planned_time" && name != "outage_rounding" && name != "short_notice" && name != "emergency")
      all += ", " + std::string(sla::name_of(value));
  });
  return all;
}

// ---- Random logs ----------------------------------------------------------------------------------------------------

/// What may happen next.
class open_ticket {
 public:
  bool allows(event_kind next) const {
    switch (next) {
      case event_kind::notified: return !notified_;
      case event_kind::identified: return !identified_;
      case event_kind::hold_started: return !on_hold_;
      case event_kind::hold_ended: return on_hold_;
      case event_kind::resolved: return !resolved_;
      case event_kind::closed: return !closed_;
      case event_kind::withdrawn: return !withdrawn_;
      case event_kind::reopened: return worked_around_ || resolved_ || closed_ || withdrawn_;
      default: return true;
    }
  }
  void add(event_kind next) {
    switch (next) {
      case event_kind::notified: notified_ = true; break;
      case event_kind::identified: identified_ = true; break;
      case event_kind::hold_started: on_hold_ = true; break;
      case event_kind::hold_ended: on_hold_ = false; break;
      case event_kind::worked_around: worked_around_ = true; break;
      case event_kind::resolved: resolved_ = true; break;
      case event_kind::closed: closed_ = true; break;
      case event_kind::withdrawn: withdrawn_ = true; break;
      case event_kind::reopened: worked_around_ = resolved_ = closed_ = withdrawn_ = false; break;
      default: break;
    }
  }

 private:
  bool notified_ = false, identified_ = false, on_hold_ = false;
  bool worked_around_ = false, resolved_ = false, closed_ = false, withdrawn_ = false;
};

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

  /// Of days for every other log, so that targets are missed, and of minutes for the others.
  milliseconds step(bool is_slow) {
    constexpr milliseconds slow[] = {0h, 0h, 1ms, 10min, 1h, 2h, 4h, 16h, 24h, 64h, 97h + 1ms};
    constexpr milliseconds fast[] = {0h, 0h, 1ms, 1min, 5min, 10min, 25min, 1h};
    return is_slow ? slow[below(std::size(slow))] : fast[below(std::size(fast))];
  }

  event_kind kind() {
    using enum event_kind;
    constexpr event_kind often[] = {notified,     identified,        severity_changed, severity_changed, responded,
                                    replicated,   confirmed,         worked_around,    hold_started,     hold_started,
                                    hold_started, hold_ended,        hold_ended,       hold_ended,       resolved,
                                    resolved,     reopened,          reopened,         closed,           closed,
                                    withdrawn,    reported_otherwise};
    return often[below(std::size(often))];
  }

 private:
  std::mt19937_64 random_{sla_tests::seed(20261123)};
};

/// Asks the library and the oracle the same questions while a log grows.
template <class Terms>
class comparison {
 public:
  comparison(const Terms& terms, dice& random, tally& agree)
      : terms_(terms), random_(random), agree_(agree), live_(terms), walked_(terms, events_) {
    constexpr event_kind first[] = {event_kind::notified, event_kind::identified, event_kind::reported_otherwise};
    add({random_.beginning(), first[random_.below(3)], random_.level()});
  }

  void add(const event& next) {
    events_.push_back(next);
    live_.add(next);
    allowed_.add(next.kind);
  }

  void grow() {
    event_kind kind = random_.kind();
    while (!allowed_.allows(kind)) kind = random_.kind();
    const instant at = next_instant();
    compare_before(at);
    const bool changes = kind == event_kind::severity_changed;
    add({at, kind, changes ? std::optional{random_.level()} : std::nullopt});
    compare(at);
  }

  instant last() const { return events_.back().at; }

  void compare_audit(instant as_of) {
    const auto live = live_.assess(as_of);
    const auto audit = sla::assess(terms_, events_, as_of);
    for (const commitment_kind kind : both)
      agree_.expect(same(live[kind], audit[kind]),
                    [&] { return "live: " + text(live[kind]) + "\n audit: " + text(audit[kind]); });
  }

  void compare(instant as_of) {
    const auto found = live_.assess(as_of);
    for (const commitment_kind kind : both) {
      const stand expected = walked_.read(kind, events_.size(), as_of);
      agree_.expect(same(found[kind], expected), [&] {
        return text(terms_) + ": " + text(events_, events_.size()) + std::string(sla::name_of(kind)) + " as of " +
               sla::iso(as_of) + "\n  library: " + text(found[kind]) + "\n  oracle:  " + text(expected);
      });
      const int percent = random_.below(4) == 0 ? 100 : 1 + static_cast<int>(random_.below(99));
      const auto used_at = live_.share_used_at(kind, {percent, 100}, as_of);
      const auto expected_at = walked_.share_used_at(kind, events_.size(), as_of, percent);
      agree_.expect(used_at == expected_at, [&] {
        return text(terms_) + ": " + text(events_, events_.size()) + std::string(sla::name_of(kind)) + " as of " +
               sla::iso(as_of) + ": " + std::to_string(percent) + " % used at " +
               (used_at ? sla::iso(*used_at) : "no instant") +
               ", oracle: " + (expected_at ? sla::iso(*expected_at) : "no instant");
      });
      compare_next_breach(kind, as_of, found[kind].state == sla::commitment_state::missed);
    }
  }

 private:
  /// If nothing happens any more, and a hold that goes on goes on, it is missed after that instant or never.
  void compare_next_breach(commitment_kind kind, instant as_of, bool is_missed) {
    const auto breach = live_.next_breach(kind, as_of);
    const auto is_missed_at = [&](instant at) {
      return walked_.read(kind, events_.size(), at).state == sla::commitment_state::missed;
    };
    const bool holds = is_missed ? !breach
                       : breach  ? as_of <= *breach && !is_missed_at(*breach) && is_missed_at(*breach + 1ms)
                                 : !is_missed_at(as_of + days{150});
    agree_.expect(holds, [&] {
      return text(terms_) + ": " + text(events_, events_.size()) + std::string(sla::name_of(kind)) + " as of " +
             sla::iso(as_of) + ": next breach " + (breach ? sla::iso(*breach) : "none");
    });
  }

  /// After a step, or within a millisecond of a due instant.
  instant next_instant() {
    const deadline due = live_.assess(last())[both[random_.below(2)]].due;
    const instant stepped = last() + random_.step(is_slow_);
    if (!due.exists() || random_.below(3) != 0) return stepped;
    const instant near = due.at() + milliseconds{static_cast<int>(random_.below(3)) - 1};
    return near < last() ? stepped : near;
  }

  void compare_before(instant next) {
    const instant before = last();
    if (next == before) return;
    compare(next - 1ms);
    compare(before + (next - before) / 2);
    for (const commitment_kind kind : both)
      if (const deadline due = live_.assess(before)[kind].due; due.exists() && before <= due.at() && due.at() < next) {
        compare(due.at());
        compare(due.at() + 1ms);
      }
  }

  const Terms& terms_;
  dice& random_;
  tally& agree_;
  event_log events_;
  open_ticket allowed_;
  bool is_slow_ = random_.below(2) == 0;
  sla::ticket<Terms> live_;
  sla_tests::oracle::reader<Terms> walked_;
};

template <class Hours>
void agrees_on_random_logs(int logs_each) {
  tally agree;
  dice random;
  for (unsigned number = 0; number < combinations; number += stride) {
    read_as<Hours> terms;
    choose(number, terms);
    for (int log = 0; log < logs_each; ++log) {
      comparison compared(terms, random, agree);
      for (int events = 0; events < 13; ++events) compared.grow();
      compared.compare(compared.last() + 3h);
      compared.compare(compared.last() + days{50});
    }
  }
}

TEST_CASE("under every pair of readings a ticket is what a second reading of its log says: whole days") {
  agrees_on_random_logs<hbi::support>(sla_tests::rounds(25));
}

TEST_CASE("under every pair of readings a ticket is what a second reading of its log says: office hours") {
  agrees_on_random_logs<hbi::office_hours>(sla_tests::rounds(25));
}

TEST_CASE("under every pair of readings a ticket is what a second reading of its log says: a lunch break") {
  agrees_on_random_logs<two_shifts>(sla_tests::rounds(25));
}

TEST_CASE("under every pair of readings a ticket is what a second reading of its log says: nights in US Pacific") {
  agrees_on_random_logs<night_shift>(sla_tests::rounds(10));
}

TEST_CASE("a thousand holds and two hundred changes of severity are nothing special") {
  tally agree;
  dice random;
  for (unsigned number = 1; number < combinations; number += 577) {
    read_as<hbi::office_hours> terms;
    choose(number, terms);
    terms.holds = sla::holds::recognised;
    comparison compared(terms, random, agree);
    for (int hold = 0; hold < 1'000; ++hold) {
      // So little time counts between the holds that even two hours are not used up before the last of them.
      const instant begins = compared.last() + seconds{random.below(14)};
      if (hold % 5 == 0) compared.add({begins, event_kind::severity_changed, random.level()});
      compared.add({begins, event_kind::hold_started, {}});
      const instant ends = begins + minutes{random.below(180)};
      if (hold % 100 == 0) compared.add({begins, event_kind::confirmed, {}});
      if (hold % 100 == 50) compared.compare(begins + (ends - begins) / 2);
      compared.add({ends, event_kind::hold_ended, {}});
      if (hold % 100 == 99) compared.compare(ends);
    }
    compared.compare(compared.last() + 90min);
    compared.compare_audit(compared.last() + 90min);
    compared.compare(compared.last() + days{90});
  }
}

}  // namespace
