// Many tickets at once, each fed one event at a time in turn with all others, asked for the next breach in between; some
// of them are held against the audit of their events.
//
//     live_tickets TICKETS

#include <fmt/format.h>
#include <malloc.h>

#include <array>
#include <charconv>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "sla/clock/ticket.hpp"
#include "sla/contracts/harvard_business_impact.hpp"
#include "sla/fmt/formatters.hpp"
#include "sla/policy/loaded_agreement.hpp"
#include "sla/time/text.hpp"

namespace {

namespace hbi = sla::harvard_business_impact;
using namespace std::chrono;
using sla::event_kind;

/// What happens to every ticket, one event a round.
constexpr std::array story{event_kind::notified,     event_kind::responded, event_kind::severity_changed,
                           event_kind::hold_started, event_kind::confirmed, event_kind::hold_ended,
                           event_kind::resolved,     event_kind::reopened,  event_kind::resolved,
                           event_kind::closed};

/// One ticket in a thousand or so is audited.
constexpr std::size_t audited = 997;

struct recognised_holds : hbi::support {
  static constexpr auto holds = sla::holds::recognised;
};

template <class Severity>
sla::event<Severity> event_of(std::size_t ticket, std::size_t round) {
  const auto length = hours{1} + minutes{ticket % 1'441};
  const sla::instant at = hbi::eastern(2026y / October / 1, 9h) + seconds{ticket % 3'600} + length * round;
  const auto level = [&](std::size_t n) { return static_cast<Severity>(1 + n % 4); };
  switch (story[round]) {
    case event_kind::notified: return {at, story[round], level(ticket)};
    case event_kind::severity_changed: return {at, story[round], level(ticket / 4)};
    default: return {at, story[round], std::nullopt};
  }
}

/// The instant at which every ticket has gone through the events of a round.
sla::instant end_of(std::size_t round) { return hbi::eastern(2026y / October / 1, 9h) + hours{1} + hours{26} * round; }

std::int64_t allocated_bytes() {
  const struct mallinfo2 all = mallinfo2();
  return static_cast<std::int64_t>(all.uordblks + all.hblkhd);
}

template <class Severity>
bool are_same(const sla::commitment<Severity>& a, const sla::commitment<Severity>& b) {
  return a.state == b.state && a.due == b.due && a.severity == b.severity && a.fulfilled_at == b.fulfilled_at &&
         a.withdrawn_at == b.withdrawn_at && a.late_by == b.late_by && a.used.has_value() == b.used.has_value() &&
         (!a.used || a.used->used == b.used->used);
}

/// Whether a ticket stands as an audit of its events says.
template <class Terms>
bool stands_as_audited(const Terms& terms, const sla::ticket<Terms>& live, std::size_t number, std::size_t rounds) {
  using severity = sla::severity_of<Terms>;
  std::vector<sla::event<severity>> events;
  for (std::size_t round = 0; round < rounds; ++round) events.push_back(event_of<severity>(number, round));
  const sla::instant as_of = end_of(rounds);
  const auto now = live.assess(as_of);
  const auto audit = sla::assess(terms, events, as_of);
  return are_same(now.response, audit.response) && are_same(now.resolution, audit.resolution);
}

template <class Terms>
bool follow(std::string_view name, const Terms& terms, std::size_t count) {
  const std::int64_t before = allocated_bytes();
  std::vector<sla::ticket<Terms>> tickets(count, sla::ticket<Terms>(terms));
  nanoseconds adding{};
  nanoseconds asking{};
  std::size_t differences = 0;
  std::size_t audits = 0;
  for (std::size_t round = 0; round < story.size(); ++round) {
    const auto start = steady_clock::now();
    for (std::size_t number = 0; number < count; ++number)
      tickets[number].add(event_of<sla::severity_of<Terms>>(number, round));
    const auto added = steady_clock::now();
    const auto next = sla::next_breach(tickets, end_of(round + 1));
    asking += steady_clock::now() - added;
    adding += added - start;
    for (std::size_t number = 0; number < count; number += audited, ++audits) {
      const sla::instant as_of = end_of(round + 1);
      const auto response = tickets[number].next_breach(sla::commitment_kind::response, as_of);
      const auto resolution = tickets[number].next_breach(sla::commitment_kind::resolution, as_of);
      const bool is_overlooked =
          (response && (!next || *response < next->due)) || (resolution && (!next || *resolution < next->due));
      differences += is_overlooked || !stands_as_audited(terms, tickets[number], number, round + 1);
    }
  }
  const auto all = static_cast<std::int64_t>(count);
  fmt::print(
      "{:24} {:9} tickets {:5} bytes each {:6} ns an event {:4} ns a ticket for the next breach {:6} audits, {} "
      "differ\n",
      name, count, (allocated_bytes() - before) / all, adding.count() / all / std::ssize(story),
      asking.count() / all / std::ssize(story), audits, differences);
  return differences == 0;
}

}  // namespace

int main(int argc, char** argv) {
  const std::string_view text = std::span(argv, static_cast<std::size_t>(argc)).back();
  std::size_t count = 0;
  std::from_chars(text.data(), text.data() + text.size(), count);
  if (count == 0) {
    fmt::print(stderr, "live_tickets TICKETS\n");
    return 2;
  }
  static constexpr hbi::support as_written{};
  static constexpr recognised_holds with_holds{};
  bool is_right = follow("as written", as_written, count);
  is_right &= follow("holds recognised", with_holds, count);
  is_right &= follow("as written, loaded", sla::loaded_agreement(as_written), count);
  return is_right ? 0 : 1;
}
