#ifndef SLA_CALENDAR_KIND_REGISTER_HPP
#define SLA_CALENDAR_KIND_REGISTER_HPP

// Numbers the kinds of weeks as they are met. Weeks are alike if the same days are open in and around them, by the same
// clocks, and if the clocks are changed at the same time of the week, if at all.

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace sla::inline v0::detail {

/// What may reach into a week: a night may end two days after it began, and clocks may differ by a day from those by which
/// weeks begin.
inline constexpr int days_before_a_week = 2;
inline constexpr int days_after_a_week = 1;
inline constexpr int days_around_a_week = days_before_a_week + 7 + days_after_a_week;

/// The kinds of the weeks met so far. Open days are a bit for each of the days around a week; a kind not met yet is 0, the
/// others are numbered from 1.
class kind_register {
 public:
  /// kind_of_week  receives the kind of each week that is noted, from 0
  /// examples      receives the first week of each kind; with room for as many as there are weeks
  constexpr kind_register(std::uint32_t* kind_of_week, std::uint32_t* examples) noexcept
      : kind_of_week_(kind_of_week), examples_(examples) {}

  constexpr std::uint32_t size() const noexcept { return size_; }

  /// Notes of which kind a week is, and numbers the kind if it is new.
  constexpr void note(std::uint32_t week, std::uint32_t& kind) noexcept {
    if (kind == 0) {
      examples_[size_] = week;
      kind = ++size_;
    }
    kind_of_week_[week] = kind - 1;
  }

  /// Of weeks without a change of the clocks, by their open days.
  constexpr std::uint32_t* of_ordinary_weeks(std::chrono::seconds offset) {
    for (ordinary_weeks& known : ordinary_)
      if (known.offset == offset) return known.kinds.data();
    ordinary_.push_back({offset, {}});
    return ordinary_.back().kinds.data();
  }

  /// Of a week around which the clocks are changed from one offset to another.
  ///
  /// since  milliseconds from days_before_a_week to the change
  constexpr std::uint32_t& of_changed_week(std::chrono::seconds before, std::chrono::seconds after, std::int64_t since,
                                           std::uint32_t open) {
    const std::int64_t week = since << days_around_a_week | open;
    for (changed_week& known : changed_)
      if (known.week == week && known.before == before && known.after == after) return known.kind;
    changed_.push_back({week, before, after, 0});
    return changed_.back().kind;
  }

 private:
  struct ordinary_weeks {
    std::chrono::seconds offset;
    std::array<std::uint32_t, 1U << days_around_a_week> kinds;
  };
  struct changed_week {
    std::int64_t week;  ///< when the change comes and which days are open, as one number
    std::chrono::seconds before;
    std::chrono::seconds after;
    std::uint32_t kind;
  };

  std::uint32_t* kind_of_week_;
  std::uint32_t* examples_;
  std::uint32_t size_ = 0;
  std::vector<ordinary_weeks> ordinary_{};
  std::vector<changed_week> changed_{};
};

}  // namespace sla::inline v0::detail

#endif
