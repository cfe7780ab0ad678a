// Laws of a ticket, on random logs: an audit says what a live view said, a miss is never undone, and changing the severity
// back and forth buys no time.

#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <iterator>
#include <memory>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include "sla/clock/ticket.hpp"
#include "sla/contracts/harvard_business_impact.hpp"
#include "support/terms_text.hpp"

namespace hbi = sla::harvard_business_impact;
using namespace std::chrono;

namespace {

using hbi::severity;
using sla::commitment_state;
using sla::event_kind;
using sla::instant;
using event = sla::event<severity>;
using event_log = std::vector<event>;

struct with_holds : hbi::office_hours {
  static constexpr auto holds = sla::holds::recognised;
};
struct restarting : hbi::support {
  static constexpr auto holds = sla::holds::recognised;
  static constexpr auto on_reopen = sla::on_reopen::restarts;
  static constexpr auto on_severity_change = sla::on_severity_change::restarts;
};
struct final_at_first_close : hbi::same_time {
  static constexpr auto on_reopen = sla::on_reopen::first_close_is_final;
};

using assessment = sla::assessment<severity>;

/// A ticket under any agreement; the laws below are compiled once.
class live_ticket {
 public:
  virtual ~live_ticket() = default;
  virtual void add(const event& next) = 0;
  virtual assessment assess(instant as_of) const = 0;
};

struct contract {
  const char* name;
  std::unique_ptr<live_ticket> (*follow)();
  assessment (*audit)(const event_log&, instant);
};

template <class Terms>
constexpr Terms agreed{};

template <class Terms>
class ticket_under : public live_ticket {
 public:
  void add(const event& next) override { followed_.add(next); }
  assessment assess(instant as_of) const override { return followed_.assess(as_of); }

 private:
  sla::ticket<Terms> followed_{agreed<Terms>};
};

template <class Terms>
constexpr contract under(const char* name) {
  return {name, []() -> std::unique_ptr<live_ticket> { return std::make_unique<ticket_under<Terms>>(); },
          [](const event_log& events, instant as_of) { return sla::assess(agreed<Terms>, events, as_of); }};
}

constexpr contract as_written = under<hbi::support>("as written");
constexpr contract holds_recognised = under<with_holds>("office hours, holds recognised");
constexpr contract restarts = under<restarting>("restarting at every change");
constexpr contract first_close_final = under<final_at_first_close>("first close is final");
constexpr contract contracts[] = {as_written, holds_recognised, restarts, first_close_final};

/// Random logs that a ticket accepts.
class logs {
 public:
  unsigned below(unsigned bound) { return static_cast<unsigned>(random_() % bound); }

  severity level() { return static_cast<severity>(1 + below(4)); }

  event next(instant at) {
    const auto kind = static_cast<event_kind>(below(12));
    const bool needs_severity = kind == event_kind::severity_changed;
    return {at, kind, needs_severity ? std::optional{level()} : std::nullopt};
  }

  /// Steps of no time, of minutes and of days, so that due instants fall before, on and after events.
  milliseconds step() {
    constexpr milliseconds steps[] = {0h, 0h, 10min, 1h, 2h, 4h, 24h, 72h, 97h + 1ms};
    return steps[below(std::size(steps))];
  }

  event_log under(const contract& by, unsigned events) {
    instant at = sys_days{2026y / January / 1} + minutes{below(365 * 24 * 60)};
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
  std::mt19937 random_{90210};
};

bool same(const sla::commitment<severity>& a, const sla::commitment<severity>& b) {
  return a.state == b.state && a.due == b.due && a.severity == b.severity && a.strength == b.strength &&
         a.fulfilled_at == b.fulfilled_at && a.late_by == b.late_by;
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

/// The response and the resolution of a ticket are told apart by these two.
constexpr sla::commitment<severity> assessment::* sides[] = {&assessment::response, &assessment::resolution};

TEST_CASE("for every prefix of a log, the ticket followed live equals the audit") {
  for (const contract& by : contracts) {
    CAPTURE(by.name);
    logs random;
    for (int round = 0; round < 150; ++round) {
      const event_log events = random.under(by, 10);
      const auto live = by.follow();
      for (std::size_t n = 0; n < events.size(); ++n) {
        live->add(events[n]);
        const instant until = n + 1 < events.size() ? events[n + 1].at - 1ms : events[n].at + days{50};
        for (const instant as_of : {events[n].at, until}) {
          if (as_of < events[n].at) continue;
          const event_log prefix(events.begin(), events.begin() + static_cast<std::ptrdiff_t>(n) + 1);
          if (!same(live->assess(as_of), by.audit(prefix, as_of))) FAIL_CHECK(text(prefix));
        }
        if (events[n].at <= until && !same(live->assess(until), by.audit(events, until)))
          FAIL_CHECK(text(events), sla::iso(until));
      }
    }
  }
}
}  // namespace

TEST_CASE("a miss is never undone") {
  for (const contract& by : contracts) {
    CAPTURE(by.name);
    logs random;
    for (int round = 0; round < 150; ++round) {
      const event_log events = random.under(by, 12);
      for (const auto side : sides) {
        const auto live = by.follow();
        std::optional<sla::deadline> missed;
        for (std::size_t n = 0; n < events.size(); ++n) {
          live->add(events[n]);
          const auto now = live->assess(events[n].at).*side;
          if (missed) {
            if (now.state != commitment_state::missed || now.due != *missed) FAIL_CHECK(text(events));
          } else if (now.state == commitment_state::missed) {
            missed = now.due;
          }
        }
      }
    }
  }
}

TEST_CASE("a missed commitment lies behind its due instant, a met one does not") {
  for (const contract& by : contracts) {
    CAPTURE(by.name);
    logs random;
    for (int round = 0; round < 300; ++round) {
      const event_log events = random.under(by, 8);
      const instant as_of = events.back().at + random.step();
      const auto found = by.audit(events, as_of);
      for (const auto side : sides) {
        const auto& stand = found.*side;
        if (stand.state == commitment_state::met && stand.due.exists()) CHECK(*stand.fulfilled_at <= stand.due.at());
        if (stand.state == commitment_state::met) CHECK(stand.fulfilled_at.has_value());
        if (stand.state == commitment_state::missed) CHECK(stand.due.at() < as_of);
        if (stand.state == commitment_state::running) CHECK(as_of <= stand.due.at());
        if (stand.state == commitment_state::running) CHECK(*stand.late_by <= sla::elapsed{});
      }
    }
  }
}

/// True if a commitment stands no better than another: a miss stays one, and nothing that runs is due later.
bool stands_no_better(const sla::commitment<severity>& after, const sla::commitment<severity>& before) {
  if (before.state == commitment_state::missed) return after.state == commitment_state::missed;
  if (after.state == commitment_state::missed) return true;
  return after.state == before.state && after.due == before.due;
}

TEST_CASE("changing the severity and changing it back buys no time") {
  for (const contract& by : {as_written, holds_recognised, first_close_final}) {
    CAPTURE(by.name);
    logs random;
    for (int round = 0; round < 400; ++round) {
      // Without changes of its own, so that the pair that is put in really goes back and forth.
      event_log events = random.under(by, 8);
      std::erase_if(events, [](const event& each) { return each.kind == event_kind::severity_changed; });
      const severity original = *events.front().severity;
      const instant first = events.front().at;
      const instant as_of = events.back().at + days{random.below(5)};

      const instant there = first + random.step();
      const instant back = there + random.step();
      if (as_of < back) continue;
      const severity other = random.level();
      // A commitment that is fulfilled in between is judged by the severity of that moment, which is another law.
      const bool fulfilled_in_between = std::ranges::any_of(events, [&](const event& each) {
        return there <= each.at && each.at <= back &&
               (each.kind == event_kind::responded || each.kind == event_kind::resolved ||
                each.kind == event_kind::worked_around || each.kind == event_kind::reopened);
      });
      if (fulfilled_in_between) continue;

      event_log flapped = events;
      const auto after = [&](instant at) {
        return std::ranges::upper_bound(flapped, at, {}, [](const event& each) { return each.at; });
      };
      flapped.insert(after(there), {there, event_kind::severity_changed, other});
      flapped.insert(after(back), {back, event_kind::severity_changed, original});
      const auto before = by.audit(events, as_of);
      const auto found = by.audit(flapped, as_of);
      for (const auto side : sides)
        if (!stands_no_better(found.*side, before.*side)) FAIL_CHECK(text(flapped), sla::iso(as_of));
    }
  }

}  // namespace
