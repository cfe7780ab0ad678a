#ifndef SLA_CALENDAR_OPEN_INTERVALS_HPP
#define SLA_CALENDAR_OPEN_INTERVALS_HPP

// When is it open this week, this year, this century? A list of all answers would be long and mostly unread, so they are
// worked out one at a time, as somebody asks for the next.

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <optional>

#include "sla/calendar/opening_times.hpp"
#include "sla/time/interval.hpp"

namespace sla::inline v0 {

/// The open intervals within an interval, in order, as a range that is worked out while it is read.
///
/// Stretches of open time that touch are one: a shop that is open around the clock has a single interval.
///
/// within   the part of the time line to look at; intervals are cut at its ends
/// throws   coverage_error unless it lies within the calendar's coverage
/// example  09:00-17:00, Thu 2025-07-03 12:00 to Mon 12:00: {Thu 12:00-17:00}, {Mon 9:00-12:00}
template <class Hours, class Zone>
class open_intervals {
 public:
  class iterator {
   public:
    using value_type = interval;
    using difference_type = std::ptrdiff_t;
    using iterator_concept = std::forward_iterator_tag;

    constexpr iterator() = default;

    constexpr const interval& operator*() const noexcept { return *found_; }
    constexpr const interval* operator->() const noexcept { return &*found_; }
    constexpr iterator& operator++() {
      look_from(found_->ends_at());
      return *this;
    }
    constexpr iterator operator++(int) {
      iterator before = *this;
      ++*this;
      return before;
    }
    friend constexpr bool operator==(const iterator& a, const iterator& b) noexcept { return a.found_ == b.found_; }
    friend constexpr bool operator==(const iterator& it, std::default_sentinel_t) noexcept { return !it.found_; }

   private:
    friend class open_intervals;
    constexpr explicit iterator(const open_intervals& of) : of_(&of) { look_from(of.within_.starts_at()); }

    constexpr void look_from(instant from) {
      found_.reset();
      if (from == of_->within_.ends_at()) return;
      const auto open = of_->times_.open_before(from);
      if (open == of_->times_.length()) return;
      const instant opens = of_->times_.open_moment(open);
      if (opens >= of_->within_.ends_at()) return;
      found_ = interval{opens, (std::min)(of_->times_.closing_after(opens), of_->within_.ends_at())};
    }

    const open_intervals* of_ = nullptr;
    std::optional<interval> found_;
  };

  constexpr open_intervals(const opening_times<Hours, Zone>& times, const interval& within)
      : times_(times), within_(within) {
    if (!within.empty()) (void)times.open_before(within.ends_at());
  }

  constexpr iterator begin() const { return iterator(*this); }
  static constexpr std::default_sentinel_t end() noexcept { return {}; }

 private:
  opening_times<Hours, Zone> times_;
  interval within_;
};

}  // namespace sla::inline v0

#endif
