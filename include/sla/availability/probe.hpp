#ifndef SLA_AVAILABILITY_PROBE_HPP
#define SLA_AVAILABILITY_PROBE_HPP

// A probe says whether a service accepted connections at one instant. It says nothing about the time until the next one,
// so whoever turns probes into outages follows a rule. Here the state of a probe holds until the next one, across the end
// of a month, too, so that months add up; and a probe_rule says two more things: how many failures in a row make an outage,
// and how far apart two probes may lie for the time between them to be known. Before the first probe of all and after the
// last one the state is unknown.
//
// The outages that probes saw lie between two bounds: from the first failure to the last one, and from the last success
// to the next one. What fell between two successes no probe saw, and no bound says anything of it.

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "sla/availability/service_record.hpp"
#include "sla/policy/fraction.hpp"
#include "sla/time/error.hpp"

namespace sla::inline v0 {

/// Whether a service accepted connections; the worse state comes last.
enum class probe_state { up, down };

/// One look at a service.
struct probe {
  instant at;
  probe_state state;
};

/// How probes are made into outages, beyond that a state holds until the next probe.
///
/// throws   terms_error for fewer failures than one, and for a gap that is not more than zero
/// example  probe_rule{}.after_failures(3).known_for(elapsed{10min}): a lone failure is none, and of a pause of the
///          probes of more than ten minutes nothing is known
class probe_rule {
 public:
  /// Every failure is an outage, and the time between two probes is always known.
  constexpr probe_rule() = default;

  /// An outage takes so many failures in a row; it counts from the first of them.
  constexpr probe_rule after_failures(int in_a_row) const {
    if (in_a_row < 1) an_outage_must_take_a_failure(in_a_row);
    probe_rule changed = *this;
    changed.failures_ = in_a_row;
    return changed;
  }

  /// Between two probes that lie further apart nothing is known; it also ends a row of failures.
  constexpr probe_rule known_for(elapsed longest_gap) const {
    if (longest_gap <= elapsed{}) a_gap_must_be_more_than_zero();
    probe_rule changed = *this;
    changed.longest_gap_ = longest_gap;
    return changed;
  }

  constexpr int failures() const noexcept { return failures_; }
  constexpr std::optional<elapsed> longest_gap() const noexcept { return longest_gap_; }

  friend constexpr bool operator==(const probe_rule&, const probe_rule&) = default;

 private:
  [[noreturn]] static void an_outage_must_take_a_failure(int failures) {
    throw terms_error("an outage after " + std::to_string(failures) + " failures in a row; at least 1 is needed");
  }
  [[noreturn]] static void a_gap_must_be_more_than_zero() {
    throw terms_error("the longest gap between two probes that is known must be more than zero");
  }

  int failures_ = 1;
  std::optional<elapsed> longest_gap_;
};

/// What probes tell about a period: the outages that they saw, with the bounds of each.
///
/// least     down from the first failure to the last one in a row that is an outage, if it was one outage
/// recorded  down from its first failure to the next success: the state of a probe holds until the next one
/// most      down from the last success to the next one around every failure, though they be too few for an outage; not
///           in unknown time, and nothing of what may have happened between two successes
struct probed_record {
  service_record least;
  service_record recorded;
  service_record most;
};

/// Probes by what they saw, without a thought for the time between them; add up with `merge`.
///
/// example  8,490 up and 21 down: 99.7532 % of the probes
struct probe_count {
  std::int64_t up = 0;
  std::int64_t down = 0;

  constexpr void add(probe_state seen) noexcept { ++(seen == probe_state::up ? up : down); }

  /// The share of probes that saw the service up; none without a probe.
  constexpr std::optional<fraction> share() const {
    return up + down > 0 ? std::optional{fraction{up, up + down}} : std::nullopt;
  }

  friend constexpr probe_count merge(const probe_count& a, const probe_count& b) noexcept {
    return {a.up + b.up, a.down + b.down};
  }
  friend constexpr bool operator==(const probe_count&, const probe_count&) = default;
};

namespace detail {

constexpr void refuse_unsorted(std::span<const probe> probes) {
  const auto unsorted =
      std::adjacent_find(probes.begin(), probes.end(), [](const probe& a, const probe& b) { return b.at < a.at; });
  if (unsorted != probes.end())
    throw interval_error("the probe at " + iso(std::next(unsorted)->at) + " comes after the one at " +
                         iso(unsorted->at) + "; probes must be sorted");
}

/// Goes through probes and writes down each row of failures that ends, and each gap.
class probe_reader {
 public:
  constexpr probe_reader(std::string_view source, probe_rule rule)
      : rule_(rule), found_{{source, {}, {}}, {source, {}, {}}, {source, {}, {}}} {}

  constexpr void look_at(const probe& next) {
    if (rule_.longest_gap() && last_ && *rule_.longest_gap() < elapsed{between(*last_, next.at)})
      nothing_is_known_until(next.at);
    last_ = next.at;
    if (next.state == probe_state::up) {
      end_row_at(next.at);
      last_success_ = next.at;
      return;
    }
    if (failures_++ == 0) first_failure_ = next.at;
    last_failure_ = next.at;
  }

  /// What is known of a period, of which nothing is known but from the first probe of all to the last one.
  constexpr probed_record found(const interval& period, instant first, instant last) && {
    end_row_at(last_failure_);
    const auto in_period = [&](instant at) { return std::clamp(at, period.starts_at(), period.ends_at()); };
    for (service_record* record : records()) {
      record->down = clip(record->down, period);
      record->unknown = unite(clip(record->unknown, period),
                              {{period.starts_at(), in_period(first)}, {in_period(last), period.ends_at()}});
    }
    return std::move(found_);
  }

 private:
  constexpr std::array<service_record*, 3> records() { return {&found_.least, &found_.recorded, &found_.most}; }

  constexpr void nothing_is_known_until(instant end) {
    end_row_at(*last_);
    last_success_.reset();
    for (service_record* record : records()) record->unknown.append({*last_, end});
  }

  constexpr void end_row_at(instant end) {
    if (failures_ > 0) found_.most.down.append({last_success_.value_or(first_failure_), end});
    if (failures_ >= rule_.failures()) {
      found_.least.down.append({first_failure_, last_failure_});
      found_.recorded.down.append({first_failure_, end});
    }
    failures_ = 0;
  }

  probe_rule rule_;
  probed_record found_;
  std::int64_t failures_ = 0;  // in a row, up to the last probe
  instant first_failure_{};
  instant last_failure_{};
  std::optional<instant> last_;
  std::optional<instant> last_success_;
};

}  // namespace detail

/// What probes tell about a period, with bounds.
///
/// source   the name of the probe log
/// probes   sorted by instant; of several at one instant the worst counts. All that there are, or at least those of the
///          period, back to the last success before it and on to the first one after it: the others change nothing
/// period   its ends cut outages; an agreement that rounds outages or has a shortest one wants to see them whole, so for
///          such a one ask about all of the probes' time and measure the months of that
/// rule     how many failures make an outage, and which gaps are unknown
/// throws   interval_error if they are not sorted
/// cost     linear in the probes given
/// example  up at 08:00, down at 08:10 and 08:15, up at 08:25: down for at least 5 minutes, 15 as recorded, at most 25
constexpr probed_record records_from(std::string_view source, std::span<const probe> probes, const interval& period,
                                     probe_rule rule) {
  detail::refuse_unsorted(probes);
  detail::probe_reader reader(source, rule);
  for (auto next = probes.begin(); next != probes.end();) {
    probe worst = *next;
    while (++next != probes.end() && next->at == worst.at) worst.state = (std::max)(worst.state, next->state);
    reader.look_at(worst);
  }
  const instant first = probes.empty() ? period.ends_at() : probes.front().at;
  return std::move(reader).found(period, first, probes.empty() ? first : probes.back().at);
}

}  // namespace sla::inline v0

#endif
