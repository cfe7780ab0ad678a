// Bytes as the log of a ticket under any readings: an event is taken or refused with event_error, a refused one changes
// nothing, the live view is what an audit says, a miss is never undone, and what returns to where it was buys no time.

#include <fuzzer/FuzzedDataProvider.h>

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "law.hpp"
#include "sla/clock/ticket.hpp"
#include "support/readings.hpp"

namespace hbi = sla::harvard_business_impact;
using namespace std::chrono;
using sla_fuzz::expect;

namespace {

using terms = sla_tests::read_as<sla_tests::two_shifts>;
using event = sla::event<hbi::severity>;
using log = std::vector<event>;
using stand = sla::commitment<hbi::severity>;
using assessment = sla::assessment<hbi::severity>;

constexpr sla::commitment_kind both[] = {sla::commitment_kind::response, sla::commitment_kind::resolution};

bool same(const stand& a, const stand& b) {
  return a.state == b.state && a.due == b.due && a.severity == b.severity && a.strength == b.strength &&
         a.fulfilled_at == b.fulfilled_at && a.late_by == b.late_by && a.used.has_value() == b.used.has_value() &&
         (!a.used || (a.used->used == b.used->used && a.used->budget == b.used->budget));
}
bool same(const assessment& a, const assessment& b) {
  return same(a.response, b.response) && same(a.resolution, b.resolution);
}

/// Minutes, hours, days or, at times, a millisecond.
milliseconds step(FuzzedDataProvider& bytes) {
  constexpr milliseconds units[] = {0ms, 1ms, 1min, 15min, 1h, days{1}};
  return bytes.PickValueInArray(units) * bytes.ConsumeIntegral<std::uint8_t>();
}

constexpr int kinds = static_cast<int>(sla::enumerators<sla::event_kind>::count);

event next_event(FuzzedDataProvider& bytes, sla::instant after) {
  event next{after + step(bytes), static_cast<sla::event_kind>(bytes.ConsumeIntegralInRange(0, kinds - 1)), {}};
  if (bytes.ConsumeBool()) next.severity = static_cast<hbi::severity>(bytes.ConsumeIntegralInRange(1, 4));
  return next;
}

void expect_no_time_bought(const terms& by, const log& events, sla::instant at) {
  const assessment before = sla::assess(by, events, at);
  const auto after = [&](event one, event other) {
    log longer = events;
    longer.push_back(one);
    longer.push_back(other);
    return longer;
  };
  try {
    const log held = after({at, sla::event_kind::hold_started, {}}, {at, sla::event_kind::hold_ended, {}});
    expect(same(sla::assess(by, held, at), before), "a hold of no length changes nothing");
  } catch (const sla::event_error&) {
    return;  // it is on hold
  }
  if (by.on_severity_change == sla::on_severity_change::restarts) return;
  hbi::severity now{};
  for (const event& each : events)
    if (each.severity) now = *each.severity;
  const log flapped = after({at, sla::event_kind::severity_changed, hbi::severity::minor},
                            {at, sla::event_kind::severity_changed, now});
  const assessment found = sla::assess(by, flapped, at);
  for (const sla::commitment_kind kind : both)
    expect(same(found[kind], before[kind]) || found[kind].state == sla::commitment_state::missed,
           "changing the severity and changing it back buys no time");
}

void follow(const terms& by, FuzzedDataProvider& bytes) {
  sla::ticket<terms> live(by);
  log events;
  std::optional<assessment> last;
  sla::instant now = sys_days{2026y / 2 / 27} + 12h;
  while (bytes.remaining_bytes() > 0 && events.size() < 24) {
    const event next = next_event(bytes, now);
    try {
      live.add(next);
    } catch (const sla::event_error&) {
      if (last) expect(same(live.assess(now), *last), "a refused event changes nothing");
      continue;
    }
    events.push_back(next);
    now = next.at;
    const assessment found = live.assess(now);
    expect(same(found, sla::assess(by, events, now)), "the live view is what an audit says");
    for (const sla::commitment_kind kind : both) {
      if (last && (*last)[kind].state == sla::commitment_state::missed)
        expect(found[kind].state == sla::commitment_state::missed && found[kind].due == (*last)[kind].due,
               "a miss is never undone");
      if (const auto breach = live.next_breach(kind, now))
        expect(found[kind].state == sla::commitment_state::running && found[kind].due == sla::deadline(*breach),
               "what runs is missed after its due instant");
    }
    last = found;
  }
  if (!last) return;
  expect_no_time_bought(by, events, now);
  const sla::instant later = now + step(bytes);
  expect(same(live.assess(later), sla::assess(by, events, later)), "the live view is what an audit says later");
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
