#ifndef SLA_TESTS_SUPPORT_TICKET_ORACLE_HPP
#define SLA_TESTS_SUPPORT_TICKET_ORACLE_HPP

// What a log says about its ticket, by an oracle that keeps nothing but misses: for every question it reads the whole log
// again, takes pauses for plain stretches, and finds a due instant by halving. All that it shares with the library is the
// due instant without pauses and the open time between two instants.

#include <algorithm>
#include <array>
#include <chrono>
#include <cstddef>
#include <optional>
#include <utility>
#include <variant>
#include <vector>

#include "sla/clock/ticket.hpp"
#include "sla/contracts/harvard_business_impact.hpp"

namespace sla_tests::oracle {

using namespace std::chrono;
using sla::clock_kind;
using sla::commitment_kind;
using sla::commitment_state;
using sla::deadline;
using sla::event_kind;
using sla::instant;
using sla::harvard_business_impact::severity;
using event = sla::event<severity>;
using event_log = std::vector<event>;
using stand = sla::commitment<severity>;

inline bool same(const stand& a, const stand& b) {
  if (a.used.has_value() != b.used.has_value()) return false;
  if (a.used && (a.used->by != b.used->by || a.used->used != b.used->used || a.used->budget != b.used->budget))
    return false;
  return a.state == b.state && a.due == b.due && a.severity == b.severity && a.strength == b.strength &&
         a.fulfilled_at == b.fulfilled_at && a.withdrawn_at == b.withdrawn_at && a.late_by == b.late_by;
}

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
  std::optional<instant> reported, confirmed, replicated, restarted, on_hold_since, ended_at;
  std::size_t ended_by = 0;
  bool is_withdrawn = false;
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
    if (!missed && !known.ended_at && has_passed(kind, happened, now)) missed = judge(kind, happened, now);

    verdict decided = missed           ? *missed
                      : known.ended_at ? judge(kind, known.ended_by, *known.ended_at)
                                       : judge(kind, happened, now);
    stand found{state(known, missed.has_value(), decided),
                decided.due,
                decided.level,
                strength(kind, decided.level),
                known.is_withdrawn ? std::nullopt : known.ended_at,
                {},
                {},
                known.is_withdrawn ? known.ended_at : std::nullopt};
    if (!decided.running) return found;
    const instant until = known.ended_at.value_or(now);
    const course& ran = *decided.running;
    found.late_by = sla::elapsed{until - decided.due.at()};
    found.used = {ran.by, counted(ran, pauses_until(known, until), until), ran.budget};
    return found;
  }

  /// The instant at which a share of the allowance was used or will be.
  std::optional<instant> share_used_at(commitment_kind kind, std::size_t happened, instant now, int percent) {
    std::optional<verdict> decided = missed_before(kind, happened);
    if (const facts known = gather(kind, happened); known.ended_at) {
      happened = known.ended_by;
      now = *known.ended_at;
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
      if (!known.reported && (each.kind == event_kind::notified || each.kind == event_kind::identified))
        known.reported = each.at;
      const bool remedies = each.kind == event_kind::worked_around || each.kind == event_kind::resolved ||
                            (each.kind == event_kind::closed && terms_.on_close == sla::on_close::remedies);
      const bool fulfils = kind == commitment_kind::resolution
                               ? remedies
                               : each.kind == event_kind::responded ||
                                     (remedies && terms_.silent_remedy == sla::silent_remedy::counts_as_response);
      if ((fulfils || each.kind == event_kind::withdrawn) && !known.ended_at) {
        known.is_withdrawn = !fulfils;
        known.ended_at = each.at;
        known.ended_by = n;
      }
      if (each.kind == event_kind::confirmed && !known.confirmed) known.confirmed = each.at;
      if (each.kind == event_kind::replicated && !known.replicated) known.replicated = each.at;
      if (each.kind == event_kind::hold_started) known.on_hold_since = each.at;
      if (each.kind == event_kind::hold_ended) {
        known.pauses.push_back({*known.on_hold_since, each.at});
        known.on_hold_since.reset();
      }
      if (each.kind == event_kind::severity_changed && *each.severity != before && !known.ended_at &&
          terms_.on_severity_change == sla::on_severity_change::restarts)
        known.restarted = each.at;
      if (each.kind == event_kind::reopened && known.ended_at &&
          (kind == commitment_kind::resolution || known.is_withdrawn) &&
          terms_.on_reopen != sla::on_reopen::first_close_is_final) {
        closed.push_back({*known.ended_at, each.at});
        known.ended_at.reset();
        known.is_withdrawn = false;
        if (terms_.on_reopen == sla::on_reopen::restarts) known.restarted = each.at;
      }
    }
    if (terms_.holds == sla::holds::not_recognised ||
        (terms_.holds == sla::holds::recognised_for_resolution && kind == commitment_kind::response)) {
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
        if (terms_.confirmation == sla::confirmation::needs_both)
          from = from && known.replicated ? std::optional{std::max(*from, *known.replicated)} : std::nullopt;
      }
    }
    if (!known.reported || !from) return std::nullopt;
    return std::max({*from, *known.reported, known.restarted.value_or(*from)});
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
      if (looked == 0 || gather(kind, looked).ended_at) continue;
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
    if (known.ended_at) return known.is_withdrawn ? commitment_state::withdrawn : commitment_state::met;
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

}  // namespace sla_tests::oracle

#endif
