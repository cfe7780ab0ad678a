#include "deciding_probes.hpp"

#include <algorithm>
#include <chrono>
#include <iterator>
#include <utility>

#include "bad_input.hpp"

namespace program {

namespace {

/// Past the first instant from here on at which every probe succeeded.
auto past_a_success(auto from, auto end) {
  for (bool succeeded = false; from != end && !succeeded;) {
    succeeded = true;
    for (const sla::instant at = from->at; from != end && from->at == at; ++from)
      succeeded = succeeded && from->state == sla::probe_state::up;
  }
  return from;
}

bool is_sorted(const std::vector<timed_probe>& probes) { return std::ranges::is_sorted(probes, {}, &timed_probe::at); }

}  // namespace

std::span<const timed_probe> deciding(std::span<const timed_probe> probes, const sla::interval& period) {
  const auto begin = std::ranges::lower_bound(probes, period.starts_at(), {}, &timed_probe::at);
  const auto end = std::ranges::lower_bound(begin, probes.end(), period.ends_at(), {}, &timed_probe::at);
  return {past_a_success(std::make_reverse_iterator(begin), probes.rend()).base(), past_a_success(end, probes.end())};
}

void probe_collector::add(const timed_probe& next, const std::optional<sla::interval>& needed) {
  if (needed && probes_.size() == probes_.capacity()) forget_what_does_not_decide_about(*needed);
  probes_.push_back(next);
}

std::vector<timed_probe> probe_collector::sorted(const std::optional<sla::interval>& needed) && {
  if (!is_sorted(probes_)) std::ranges::sort(probes_, {}, &timed_probe::at);
  if (needed && !probes_.empty() && forgot_what_decides_about(*needed))
    refuse("says in a later line that a success was none", "lines in the order of time");
  return std::move(probes_);
}

/// A line to come may say that a success was none; so neither the first nor the last instant is one yet, and the successes
/// that end what is kept lie some days off.
void probe_collector::forget_what_does_not_decide_about(const sla::interval& needed) {
  static constexpr std::size_t few = 1024;
  if (probes_.size() < few || !is_sorted(probes_)) return;
  const std::size_t capacity = probes_.capacity();
  const auto inner_begin = std::ranges::upper_bound(probes_, probes_.front().at, {}, &timed_probe::at);
  const auto inner_end = std::ranges::lower_bound(inner_begin, probes_.end(), probes_.back().at, {}, &timed_probe::at);
  const std::span<const timed_probe> inner(inner_begin, inner_end);
  static constexpr std::chrono::days margin{3};
  const std::span<const timed_probe> kept = deciding(inner, {needed.starts_at() - margin, needed.ends_at() + margin});
  const auto before = kept.data() - inner.data();
  const auto after = std::ssize(inner) - before - std::ssize(kept);
  if (before > 0) forgot_before_ = kept.front().at;
  if (after > 0) forgot_after_ = kept.back().at;
  probes_.erase(inner_end - after, inner_end);
  probes_.erase(inner_begin, inner_begin + before);
  if (probes_.size() > capacity / 2) probes_.reserve(2 * capacity);
}

bool probe_collector::forgot_what_decides_about(const sla::interval& needed) const {
  const std::span<const timed_probe> known = deciding(probes_, needed);
  const auto failed_at = [&](sla::instant at) {
    return std::ranges::any_of(std::ranges::equal_range(known, at, {}, &timed_probe::at),
                               [](const timed_probe& each) { return each.state == sla::probe_state::down; });
  };
  const sla::instant first = known.front().at;
  const sla::instant last = known.back().at;
  const bool lost_before =
      forgot_before_ && (first < *forgot_before_ || (first == *forgot_before_ && failed_at(first)));
  const bool lost_after = forgot_after_ && (*forgot_after_ < last || (last == *forgot_after_ && failed_at(last)));
  return lost_before || lost_after;
}

}  // namespace program
