// Tickets under every combination of readings against an oracle that keeps nothing but misses: for every question it
// reads the whole log again, takes pauses for plain stretches, and finds a due instant by halving. All that it shares
// with the library is the due instant without pauses and the open time between two instants.

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstddef>
#include <iterator>
#include <optional>
#include <random>
#include <span>
#include <string>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include "sla/clock/ticket.hpp"
#include "sla/contracts/harvard_business_impact.hpp"
#include "support/readings.hpp"
#include "support/rounds.hpp"
#include "support/terms_text.hpp"

namespace hbi = sla::harvard_business_impact;
using namespace std::chrono;

namespace {

using hbi::severity;
using sla::clock_kind;
using sla::commitment_kind;
using sla::commitment_state;
using sla::deadline;
using sla::event_kind;
using sla::instant;
using sla_tests::choose;
using sla_tests::combinations;
using sla_tests::night_shift;
using sla_tests::read_as;
using sla_tests::two_shifts;
using event = sla::event<severity>;
using event_log = std::vector<event>;
using stand = sla::commitment<severity>;

constexpr commitment_kind both[] = {commitment_kind::response, commitment_kind::resolution};

// ---- The oracle -----------------------------------------------------------------------------------------------------

namespace oracle {

struct stretch {
  instant from;
  instant to;
};

/// The smallest instant in (no, yes] that satisfies a condition which, once true, stays true.
template <class Condition>
instant first_instant_of(instant no, instant yes, const Condition& condition) {
  while (yes - no > 1ms) {
    const instant middle = no + (yes - no) / 2;
    (condition(middle) ? yes : no) = middle;
  }
  return yes;
}

/// A target that runs.
///
/// from    later than its start only where hours must fit into one day
/// least   the due instant without pauses
struct course {
  clock_kind by;
  instant from;
  milliseconds budget;
  instant least;
};

/// What a log says about one commitment.
struct facts {
  severity level{};
  std::optional<instant> reported, confirmed, replicated, restarted, on_hold_since, fulfilled_at;
  std::size_t fulfilled_by = 0;
  std::vector<stretch> pauses;  // those that are over, in the order of their beginnings
};

struct verdict {
  deadline due;
  severity level;
  std::optional<course> running;
};

template <class Terms>
class reader {
 public:
  reader(const Terms& terms, const event_log& events) : terms_(terms), events_(events) {}

  /// How a commitment stands after the first events of the log.
  stand read(commitment_kind kind, std::size_t happened, instant now) {
    const facts known = gather(kind, happened);
    std::optional<verdict> missed = missed_before(kind, happened);
    if (!missed && !known.fulfilled_at && has_passed(kind, happened, now)) missed = judge(kind, happened, now);

    verdict decided = missed               ? *missed
                      : known.fulfilled_at ? judge(kind, known.fulfilled_by, *known.fulfilled_at)
                                           : judge(kind, happened, now);
    stand found{state(known, missed.has_value(), decided),
                decided.due,
                decided.level,
                strength(kind, decided.level),
                known.fulfilled_at,
                {},
                {}};
    if (!decided.running) return found;
    const instant until = known.fulfilled_at.value_or(now);
    const course& ran = *decided.running;
    found.late_by = sla::elapsed{until - decided.due.at()};
    found.used = {ran.by, counted(ran, pauses_until(known, until), until), ran.budget};
    return found;
  }

  /// The instant at which a share of the allowance was used or will be.
  std::optional<instant> share_used_at(commitment_kind kind, std::size_t happened, instant now, int percent) {
    std::optional<verdict> decided = missed_before(kind, happened);
    if (const facts known = gather(kind, happened); known.fulfilled_at) {
      happened = known.fulfilled_by;
      now = *known.fulfilled_at;
    }
    if (!decided) decided = judge(kind, happened, now);
    if (!decided->running) return std::nullopt;
    const course& ran = *decided->running;
    const milliseconds part{(ran.budget.count() * percent + 99) / 100};
    const instant no_earlier = percent == 100 ? ran.least : ran.from;
    return counted_up_to(ran, pauses_until(gather(kind, happened), now), part, no_earlier);
  }

 private:
  facts gather(commitment_kind kind, std::size_t happened) const {
    facts known;
    std::vector<stretch> closed;
    for (std::size_t n = 0; n < happened; ++n) {
      const event& each = events_[n];
      const auto before = known.level;
      if (each.severity) known.level = *each.severity;
      if (!known.reported) known.reported = each.at;
      const bool fulfils = kind == commitment_kind::response
                               ? each.kind == event_kind::responded
                               : each.kind == event_kind::worked_around || each.kind == event_kind::resolved;
      if (fulfils && !known.fulfilled_at) {
        known.fulfilled_at = each.at;
        known.fulfilled_by = n;
      }
      if (each.kind == event_kind::confirmed && !known.confirmed) known.confirmed = each.at;
      if (each.kind == event_kind::replicated && !known.replicated) known.replicated = each.at;
      if (each.kind == event_kind::hold_started) known.on_hold_since = each.at;
      if (each.kind == event_kind::hold_ended) {
        known.pauses.push_back({*known.on_hold_since, each.at});
        known.on_hold_since.reset();
      }
      if (each.kind == event_kind::severity_changed && *each.severity != before && !known.fulfilled_at &&
          terms_.on_severity_change == sla::on_severity_change::restarts)
        known.restarted = each.at;
      if (each.kind == event_kind::reopened && kind == commitment_kind::resolution && known.fulfilled_at &&
          terms_.on_reopen != sla::on_reopen::first_close_is_final) {
        closed.push_back({*known.fulfilled_at, each.at});
        known.fulfilled_at.reset();
        if (terms_.on_reopen == sla::on_reopen::restarts) known.restarted = each.at;
      }
    }
    if (terms_.holds == sla::holds::not_recognised) {
      known.pauses.clear();
      known.on_hold_since.reset();
    }
    known.pauses.insert(known.pauses.end(), closed.begin(), closed.end());
    std::ranges::sort(known.pauses, {}, &stretch::from);
    return known;
  }

  static std::vector<stretch> pauses_until(const facts& known, instant now) {
    std::vector<stretch> pauses = known.pauses;
    if (known.on_hold_since && *known.on_hold_since < now) pauses.push_back({*known.on_hold_since, now});
    std::ranges::sort(pauses, {}, &stretch::from);
    return pauses;
  }

  milliseconds between(clock_kind by, instant from, instant to) const {
    if (by == clock_kind::real) return to - from;
    return (by == clock_kind::desk ? sla::business_time_between(sla::support_times(terms_), from, to)
                                   : sla::business_time_between(sla::business_times(terms_), from, to))
        .length();
  }

  /// The time of a course until an instant; where pauses overlap, it stands still once.
  milliseconds counted(const course& running, const std::vector<stretch>& pauses, instant until) const {
    milliseconds sum{};
    instant at = running.from;
    for (const stretch& pause : pauses) {
      if (at >= until) break;
      if (at < pause.from) sum += between(running.by, at, std::min(pause.from, until));
      at = std::max(at, pause.to);
    }
    return at < until ? sum + between(running.by, at, until) : sum;
  }

  instant counted_up_to(const course& running, const std::vector<stretch>& pauses, milliseconds amount,
                        instant no_earlier) const {
    const auto enough = [&](instant at) { return counted(running, pauses, at) >= amount; };
    if (enough(no_earlier)) return no_earlier;
    milliseconds further = 24h;
    while (!enough(no_earlier + further)) further *= 2;
    return first_instant_of(no_earlier, no_earlier + further, enough);
  }

  std::optional<instant> start(commitment_kind kind, const facts& known) const {
    std::optional<instant> from = known.reported;
    if (kind == commitment_kind::resolution) {
      const auto& target = *terms_.severities[known.level].resolution;
      if (target.starts_from().value_or(terms_.resolution_start) == sla::clock_start::confirmation) {
        from = known.confirmed;
        if (from && known.replicated) from = std::max(*from, *known.replicated);
      }
    }
    if (from && known.restarted) from = std::max(*from, *known.restarted);
    return from;
  }

  std::optional<sla::allowance> allowed(commitment_kind kind, severity level) const {
    const auto& row = terms_.severities[level];
    if (kind == commitment_kind::response) return row.response.within();
    return row.resolution ? std::optional{row.resolution->within()} : std::nullopt;
  }

  sla::obligation strength(commitment_kind kind, severity level) const {
    if (kind == commitment_kind::response || level == severity::minor) return sla::obligation::firm;
    return level == severity::critical ? sla::obligation::commercially_reasonable_efforts
                                       : sla::obligation::reasonable_efforts;
  }

  course begin(const sla::allowance& within, instant from) const {
    const instant least = sla::due_after(terms_, within, from);
    if (const auto* real = std::get_if<sla::elapsed>(&within)) {
      const bool pauses = terms_.desk_closure == sla::desk_closure::clock_pauses;
      return {pauses ? clock_kind::desk : clock_kind::real, from, real->length(), least};
    }
    const milliseconds open = between(clock_kind::business, from, least);
    const auto* hours = std::get_if<sla::business_time>(&within);
    if (!hours || open == hours->length()) return {clock_kind::business, from, open, least};
    // It waits for a day into which it fits.
    const auto too_late = [&](instant at) { return between(clock_kind::business, at, least) < hours->length(); };
    return {clock_kind::business, first_instant_of(from, least, too_late) - 1ms, hours->length(), least};
  }

  /// What the first events of a log make of a commitment that is neither missed nor fulfilled.
  verdict judge(commitment_kind kind, std::size_t happened, instant now) const {
    const facts known = gather(kind, happened);
    const auto within = allowed(kind, known.level);
    if (!within) return {deadline::not_promised(), known.level, {}};
    const auto from = start(kind, known);
    if (!from) return {deadline::not_started(), known.level, {}};
    const course running = begin(*within, *from);
    return {counted_up_to(running, pauses_until(known, now), running.budget, running.least), known.level, running};
  }

  /// Whether the due instant is earlier than now, without looking for it.
  bool has_passed(commitment_kind kind, std::size_t happened, instant now) const {
    const facts known = gather(kind, happened);
    const auto within = allowed(kind, known.level);
    const auto from = within ? start(kind, known) : std::nullopt;
    if (!from) return false;
    const course running = begin(*within, *from);
    return running.least < now && counted(running, pauses_until(known, now), now - 1ms) >= running.budget;
  }

  /// A miss that was seen just before one of the first events of the log.
  std::optional<verdict> missed_before(commitment_kind kind, std::size_t happened) {
    auto& [looked, missed, miss] = looks_[static_cast<std::size_t>(kind)];
    for (; looked < happened && !miss; ++looked) {
      if (looked == 0 || gather(kind, looked).fulfilled_at) continue;
      const instant at = events_[looked].at;
      if (has_passed(kind, looked, at)) {
        missed = looked;
        miss = judge(kind, looked, at);
      }
    }
    return miss && missed < happened ? miss : std::nullopt;
  }

  static commitment_state state(const facts& known, bool missed, const verdict& decided) {
    if (missed) return commitment_state::missed;
    if (decided.due.status() == deadline::state::not_promised) return commitment_state::not_promised;
    if (known.fulfilled_at) return commitment_state::met;
    if (!decided.due.exists()) return commitment_state::not_started;
    return known.on_hold_since ? commitment_state::on_hold : commitment_state::running;
  }

  /// Misses are remembered, for they are final; everything else is not.
  struct look {
    std::size_t looked = 0;
    std::size_t missed = 0;
    std::optional<verdict> miss{};
  };

  const Terms& terms_;
  const event_log& events_;
  std::array<look, 2> looks_{};
};

}  // namespace oracle

// ---- Text -----------------------------------------------------------------------------------------------------------

bool same(const stand& a, const stand& b) {
  if (a.used.has_value() != b.used.has_value()) return false;
  if (a.used && (a.used->by != b.used->by || a.used->used != b.used->used || a.used->budget != b.used->budget))
    return false;
  return a.state == b.state && a.due == b.due && a.severity == b.severity && a.strength == b.strength &&
         a.fulfilled_at == b.fulfilled_at && a.late_by == b.late_by;
}

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

/// Says where the two disagree, and after the third time no more.
class tally {
 public:
  template <class Text>
  void expect(bool holds, const Text& text) {
    if (!holds && failed_++ < 3) FAIL_CHECK(text());
  }

 private:
  int failed_ = 0;
};

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
      case event_kind::reopened: return worked_around_ || resolved_ || closed_;
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
      case event_kind::reopened: worked_around_ = resolved_ = closed_ = false; break;
      default: break;
    }
  }

 private:
  bool notified_ = false, identified_ = false, on_hold_ = false;
  bool worked_around_ = false, resolved_ = false, closed_ = false;
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
    constexpr event_kind often[] = {
        notified,      identified,   severity_changed, severity_changed, responded,  replicated, confirmed,
        worked_around, hold_started, hold_started,     hold_started,     hold_ended, hold_ended, hold_ended,
        resolved,      resolved,     reopened,         reopened,         closed};
    return often[below(std::size(often))];
  }

 private:
  std::mt19937_64 random_{20261123};
};

/// Asks the library and the oracle the same questions while a log grows.
template <class Terms>
class comparison {
 public:
  comparison(const Terms& terms, dice& random, tally& agree)
      : terms_(terms), random_(random), agree_(agree), live_(terms), walked_(terms, events_) {
    const event_kind first = random_.below(2) == 0 ? event_kind::notified : event_kind::identified;
    add({random_.beginning(), first, random_.level()});
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
    }
  }

 private:
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
  oracle::reader<Terms> walked_;
};

template <class Hours>
void agrees_on_random_logs(int logs_each) {
  tally agree;
  dice random;
  for (unsigned number = 0; number < combinations; ++number) {
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

TEST_CASE("under every combination of readings a ticket is what a second reading of its log says: whole days") {
  agrees_on_random_logs<hbi::support>(sla_tests::rounds(25));
}

TEST_CASE("under every combination of readings a ticket is what a second reading of its log says: office hours") {
  agrees_on_random_logs<hbi::office_hours>(sla_tests::rounds(25));
}

TEST_CASE("under every combination of readings a ticket is what a second reading of its log says: a lunch break") {
  agrees_on_random_logs<two_shifts>(sla_tests::rounds(25));
}

TEST_CASE(
    "under every combination of readings a ticket is what a second reading of its log says: nights in US Pacific") {
  agrees_on_random_logs<night_shift>(sla_tests::rounds(10));
}

TEST_CASE("a thousand holds and two hundred changes of severity are nothing special") {
  tally agree;
  dice random;
  for (unsigned number = 1; number < combinations; number += 53) {
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
