#ifndef SLA_CALENDAR_OPEN_WEEK_HPP
#define SLA_CALENDAR_OPEN_WEEK_HPP

// What is open in a week of 168 hours, whatever the clocks on the walls say: openings and closings in milliseconds since
// the week began, and how much has been open and closed by then. In an open stretch, time and open time run side by side,
// and all that lies between them is the closed time before the opening. So either is found from the other by one addition,
// once it is known which opening was the last, and that is noted for every 70 minutes of the week and of its open time.

#include <algorithm>
#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>

#include "sla/calendar/opening_hours.hpp"
#include "sla/calendar/signposts.hpp"
#include "sla/time/interval.hpp"

namespace sla::inline v0::detail {

/// Milliseconds since the beginning of a week, or of open time in it; a week has 604,800,000.
using week_time = std::uint32_t;

inline constexpr std::chrono::milliseconds week_length = std::chrono::weeks{1};

/// A kind of week: what is open in its 168 hours, and when each of its days opens and closes.
class open_week {
 public:
  /// When a day opens first and closes last, in milliseconds since the beginning of its week; by the clocks in force
  /// both may lie outside of it.
  struct day_limits {
    std::int32_t opens;
    std::int32_t closes;
  };
  using limits_of_days = std::array<day_limits, 7>;

  constexpr open_week() = default;

  /// open  a range of intervals, sorted and disjoint; what lies outside the week does not count
  constexpr open_week(instant begins, const auto& open, const limits_of_days& limits) noexcept : limits_(limits) {
    std::size_t last = 0;
    for (const interval& span : open) {
      const week_time from = within_week(span.starts_at() - begins);
      const week_time to = within_week(span.ends_at() - begins);
      if (from == to) continue;
      if (from != closes_[last]) {
        open_before_[last + 1] = length_;
        closed_before_[last + 1] = from - length_;
        opens_[++last] = from;
      }
      closes_[last] = to;
      length_ += to - from;
    }
    opens_[last + 1] = within_week(week_length);
    open_before_[last + 1] = length_;
    set_signposts(by_time_.data(), by_time_.size(), distance, opens_.data());
    set_signposts(by_open_time_.data(), (length_ + distance - 1) / distance, distance, open_before_.data());
  }

  constexpr week_time length() const noexcept { return length_; }
  constexpr const limits_of_days& limits() const noexcept { return limits_; }

  constexpr week_time open_before(week_time at) const noexcept {
    const std::size_t last = last_opening(at);
    return (std::min)(at, closes_[last]) - closed_before_[last];
  }
  constexpr bool is_open(week_time at) const noexcept { return at < closes_[last_opening(at)]; }

  /// The opening and the closing of the stretch to which an open moment belongs.
  constexpr week_time opening_of(week_time at) const noexcept { return opens_[last_opening(at)]; }
  constexpr week_time closing_of(week_time at) const noexcept { return closes_[last_opening(at)]; }

  /// open  less than the length
  constexpr week_time open_moment(week_time open) const noexcept {
    return open + closed_before_[row_at_signpost(open, open_before_.data(), by_open_time_[open / distance])];
  }

 private:
  static constexpr std::size_t most_openings = 10 * day_hours::most_spans + 2;
  static constexpr week_time distance = week_time{1} << 22;  // 70 minutes
  using times = std::array<week_time, most_openings>;
  using signposts = std::array<std::uint8_t, static_cast<std::size_t>(week_length.count()) / distance + 1>;

  static constexpr week_time within_week(std::chrono::milliseconds time) noexcept {
    return static_cast<week_time>(std::clamp(time, std::chrono::milliseconds{0}, week_length).count());
  }
  constexpr std::size_t last_opening(week_time at) const noexcept {
    return row_at_signpost(at, opens_.data(), by_time_[at / distance]);
  }

  // What is open, in order. The first opening is that of the week, even if nothing opens then; that of the next week
  // ends the list.
  times opens_{};
  times closes_{};
  times open_before_{};
  times closed_before_{};
  week_time length_ = 0;
  signposts by_time_{};
  signposts by_open_time_{};
  limits_of_days limits_{};
};

}  // namespace sla::inline v0::detail

#endif
