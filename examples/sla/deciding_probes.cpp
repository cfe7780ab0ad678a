#include "deciding_probes.hpp"

#include <algorithm>
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

void sort_by_time(std::vector<timed_probe>& probes) {
  if (!std::ranges::is_sorted(probes, {}, &timed_probe::at)) std::ranges::stable_sort(probes, {}, &timed_probe::at);
}

}  // namespace

std::span<const timed_probe> deciding(std::span<const timed_probe> probes, const sla::interval& period) {
  const auto begin = std::ranges::lower_bound(probes, period.starts_at(), {}, &timed_probe::at);
  const auto end = std::ranges::lower_bound(begin, probes.end(), period.ends_at(), {}, &timed_probe::at);
  return {past_a_success(std::make_reverse_iterator(begin), probes.rend()).base(),
          past_a_success(end, probes.end())};
}

void probe_collector::add(const timed_probe& next, const std::optional<sla::interval>& needed) {
  if (next.state == sla::probe_state::down && (next.at == forgot_before_ || next.at == forgot_after_))
    refuse("comes too late to undo a success at the same instant", "the probes of an instant on neighbouring lines");
  if (needed && probes_.size() == probes_.capacity()) forget_what_does_not_decide_about(*needed);
  probes_.push_back(next);
}

std::vector<timed_probe> probe_collector::sorted() && {
  sort_by_time(probes_);
  return std::move(probes_);
}

/// Neither the first nor the last instant is a success yet: the next line may have a failure of it.
void probe_collector::forget_what_does_not_decide_about(const sla::interval& needed) {
  if (probes_.empty()) return;
  sort_by_time(probes_);
  const std::size_t capacity = probes_.capacity();
  const auto inner_begin = std::ranges::upper_bound(probes_, probes_.front().at, {}, &timed_probe::at);
  const auto inner_end = std::ranges::lower_bound(inner_begin, probes_.end(), probes_.back().at, {}, &timed_probe::at);
  const std::span<const timed_probe> inner(inner_begin, inner_end);
  const std::span<const timed_probe> kept = deciding(inner, needed);
  const auto before = kept.data() - inner.data();
  const auto after = std::ssize(inner) - before - std::ssize(kept);
  if (before > 0) forgot_before_ = kept.front().at;
  if (after > 0) forgot_after_ = kept.back().at;
  probes_.erase(inner_end - after, inner_end);
  probes_.erase(inner_begin, inner_begin + before);
  if (probes_.size() > capacity / 2) probes_.reserve(2 * capacity);
}

}  // namespace program
