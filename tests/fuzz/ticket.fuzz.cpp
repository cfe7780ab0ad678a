// Bytes as the log of a ticket under any readings: an event is taken or refused with event_error, a refused one changes
// nothing, what is taken stands as an oracle says that reads the whole log for every question, and what returns to where it
// was changes nothing.

#include <fuzzer/FuzzedDataProvider.h>

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "law.hpp"
#include "sla/clock/ticket.hpp"
#include "support/readings.hpp"
#include "support/ticket_oracle.hpp"

namespace hbi = sla::harvard_business_impact;
using namespace std::chrono;
using sla_fuzz::expect;
using sla_tests::oracle::event;
using sla_tests::oracle::event_log;

namespace {

using sla_tests::oracle::same;

using terms = sla_tests::read_as<sla_tests::two_shifts>;
using assessment = sla::assessment<hbi::severity>;

constexpr sla::commitment_kind both[] = {sla::commitment_kind::response, sla::commitment_kind::resolution};

bool same(const assessment& a, const assessment& b) {
  return same(a.response, b.response) && same(a.resolution, b.resolution);
}

/// Minutes, hours, days or, at times, a millisecond.
milliseconds step(FuzzedDataProvider& bytes) {
  constexpr milliseconds units[] = {0ms, 1ms, 1min, 15min, 1h, days{1}};
  return bytes.PickValueInArray(units) * bytes.ConsumeIntegral<std::uint8_t>();
}

constexpr int kinds = static_cast<int>(sla::enumerators<sla::event_kind>::count);

hbi::severity level(FuzzedDataProvider& bytes) {
  return static_cast<hbi::severity>(bytes.ConsumeIntegralInRange(1, 4));
}

event next_event(FuzzedDataProvider& bytes, sla::instant after) {
  event next{after + step(bytes), static_cast<sla::event_kind>(bytes.ConsumeIntegralInRange(0, kinds - 1)), {}};
  if (bytes.ConsumeBool()) next.severity = level(bytes);
  return next;
}

// ---- What must hold ---------------------------------------------------------------------------------------------------

/// Asks a ticket and the oracle the same questions while a log grows.
class comparison {
 public:
  comparison(const terms& by, int percent) : by_(by), percent_(percent), live_(by), walked_(by, events_) {}

  /// False for an event that is refused.
  bool add(const event& next) {
    const bool is_first = events_.empty();
    const std::optional<assessment> last = is_first ? std::nullopt : std::optional(live_.assess(events_.back().at));
    if (!is_first) compare_until(next.at);
    try {
      live_.add(next);
    } catch (const sla::event_error&) {
      if (last) expect(same(live_.assess(events_.back().at), *last), "a refused event changes nothing");
      return false;
    }
    events_.push_back(next);
    compare(next.at);
    return true;
  }

  void compare(sla::instant as_of) {
    const assessment found = live_.assess(as_of);
    expect(same(found, sla::assess(by_, events_, as_of)), "the live view is what an audit says");
    for (const sla::commitment_kind kind : both) {
      expect(same(found[kind], walked_.read(kind, events_.size(), as_of)), "a ticket is what its whole log says");
      expect(live_.share_used_at(kind, {percent_, 100}, as_of) ==
                 walked_.share_used_at(kind, events_.size(), as_of, percent_),
             "a share is used when the whole log says so");
      if (const auto breach = live_.next_breach(kind, as_of)) {
        expect(found[kind].due == sla::deadline(*breach) && as_of <= *breach && !is_missed_at(kind, *breach) &&
                   is_missed_at(kind, *breach + 1ms),
               "it is missed after its next breach");
      } else {
        expect(found[kind].state == sla::commitment_state::missed || !is_missed_at(kind, as_of + days{400}),
               "without a next breach it is never missed");
      }
    }
  }

  const event_log& events() const { return events_; }

 private:
  bool is_missed_at(sla::commitment_kind kind, sla::instant at) const {
    return live_.assess(at)[kind].state == sla::commitment_state::missed;
  }

  /// At due instants, after them, and just before the next event.
  void compare_until(sla::instant next) {
    const sla::instant last = events_.back().at;
    if (next <= last) return;
    const assessment before = live_.assess(last);
    for (const sla::commitment_kind kind : both)
      if (before[kind].due.exists() && last <= before[kind].due.at() && before[kind].due.at() < next) {
        compare(before[kind].due.at());
        compare(before[kind].due.at() + 1ms);
      }
    compare(next - 1ms);
  }

  const terms& by_;
  int percent_;
  event_log events_;
  sla::ticket<terms> live_;
  sla_tests::oracle::reader<terms> walked_;
};

/// A hold of no length, or a change of severity and back.
struct flap {
  bool holds;
  std::size_t behind;
  hbi::severity level;
};

/// A log with flaps.
///
/// missed  the commitments that were missed under a severity for an instant, and stay so
struct flapping_log {
  event_log events;
  std::array<bool, 2> missed{};

  void insert(const terms& by, const flap& added) {
    const std::size_t behind = 1 + added.behind % events.size();
    const sla::instant at = events[behind - 1].at;
    hbi::severity now{};
    for (std::size_t n = 0; n < behind; ++n)
      if (events[n].severity) now = *events[n].severity;
    const auto there = added.holds ? event{at, sla::event_kind::hold_started, {}}
                                   : event{at, sla::event_kind::severity_changed, added.level};
    const auto back =
        added.holds ? event{at, sla::event_kind::hold_ended, {}} : event{at, sla::event_kind::severity_changed, now};
    if (!added.holds && by.on_severity_change == sla::on_severity_change::restarts) return;

    event_log longer = events;
    longer.insert(longer.begin() + static_cast<std::ptrdiff_t>(behind), {there, back});
    const event_log begun(longer.begin(), longer.begin() + static_cast<std::ptrdiff_t>(behind) + 1);
    try {
      static_cast<void>(sla::assess(by, longer, longer.back().at));
      const assessment for_an_instant = sla::assess(by, begun, at);
      for (const sla::commitment_kind kind : both)
        if (!added.holds && for_an_instant[kind].state == sla::commitment_state::missed)
          missed[static_cast<std::size_t>(kind)] = true;
    } catch (const sla::event_error&) {
      return;  // it is on hold, or closed
    }
    events = longer;
  }
};

void expect_flaps_change_nothing(const terms& by, const event_log& events, const std::vector<flap>& flaps,
                                 sla::instant as_of) {
  flapping_log flapped{events};
  for (const flap& each : flaps) flapped.insert(by, each);
  const assessment before = sla::assess(by, events, as_of);
  const assessment found = sla::assess(by, flapped.events, as_of);
  for (const sla::commitment_kind kind : both) {
    if (same(found[kind], before[kind])) continue;
    expect(flapped.missed[static_cast<std::size_t>(kind)] && found[kind].state == sla::commitment_state::missed,
           "what returns to where it was changes nothing");
  }
}

void follow(const terms& by, FuzzedDataProvider& bytes) {
  const milliseconds later = step(bytes);
  std::vector<flap> flaps(bytes.ConsumeIntegralInRange<std::size_t>(1, 4));
  for (flap& each : flaps) each = {bytes.ConsumeBool(), bytes.ConsumeIntegral<std::uint8_t>(), level(bytes)};
  comparison compared(by, bytes.ConsumeIntegralInRange(1, 100));
  sla::instant now = sys_days{2026y / 2 / 27} + 12h;
  while (bytes.remaining_bytes() > 0 && compared.events().size() < 24) {
    const event next = next_event(bytes, now);
    if (compared.add(next)) now = next.at;
  }
  if (compared.events().empty()) return;
  compared.compare(now + later);
  expect_flaps_change_nothing(by, compared.events(), flaps, now);
  expect_flaps_change_nothing(by, compared.events(), flaps, now + later);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  FuzzedDataProvider bytes(data, size);
  terms by;
  sla_tests::choose(bytes.ConsumeIntegralInRange(0U, sla_tests::combinations - 1), by);
  try {
    follow(by, bytes);
  } catch (const sla::coverage_error&) {
    return 0;
  } catch (const sla::terms_error&) {
    expect(by.hour_spill == sla::hour_spill::within_one_day, "only hours that must fit into one day may not exist");
  }
  return 0;
}
