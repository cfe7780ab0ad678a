#ifndef SLA_CALENDAR_WEEKDAY_SET_HPP
#define SLA_CALENDAR_WEEKDAY_SET_HPP

#include <chrono>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

#include "sla/time/error.hpp"

namespace sla::inline v0 {

namespace detail {

[[noreturn]] inline void a_set_of_days_holds_days_of_the_week(unsigned number) {
  throw terms_error("a set of days of the week cannot hold day " + std::to_string(number) +
                    "; allowed: 0, which is Sunday, to 6");
}

}  // namespace detail

/// Some days of the week.
///
/// throws   terms_error for a weekday that is none
/// example  weekday_set{Saturday, Sunday}.contains(Saturday) is true
class weekday_set {
 public:
  constexpr weekday_set() = default;
  constexpr weekday_set(std::chrono::weekday day) : weekday_set({day}) {}
  constexpr weekday_set(std::initializer_list<std::chrono::weekday> days) {
    for (const std::chrono::weekday day : days) {
      if (!day.ok()) detail::a_set_of_days_holds_days_of_the_week(day.c_encoding());
      bits_ |= bit(day);
    }
  }

  constexpr bool contains(std::chrono::weekday day) const noexcept { return day.ok() && (bits_ & bit(day)) != 0; }

  /// One bit a weekday, Monday lowest.
  constexpr std::uint64_t bits() const noexcept { return bits_; }

  friend constexpr weekday_set operator~(weekday_set days) noexcept {
    days.bits_ ^= 0b111'1111;
    return days;
  }
  friend constexpr weekday_set operator&(weekday_set a, weekday_set b) noexcept {
    a.bits_ &= b.bits_;
    return a;
  }
  friend constexpr weekday_set operator|(weekday_set a, weekday_set b) noexcept {
    a.bits_ |= b.bits_;
    return a;
  }
  friend constexpr bool operator==(weekday_set, weekday_set) = default;

 private:
  static constexpr std::uint64_t bit(std::chrono::weekday day) noexcept {
    return std::uint64_t{1} << (day.iso_encoding() - 1);
  }

  std::uint64_t bits_ = 0;
};

// clang-format off
inline constexpr weekday_set monday_to_friday{std::chrono::Monday, std::chrono::Tuesday, std::chrono::Wednesday,
                                              std::chrono::Thursday, std::chrono::Friday};
inline constexpr weekday_set saturday_and_sunday = ~monday_to_friday;
inline constexpr weekday_set no_day{};
inline constexpr weekday_set every_day = ~no_day;
// clang-format on

/// The English name of a weekday.
constexpr std::string_view name_of(std::chrono::weekday day) noexcept {
  constexpr std::string_view names[] = {"Sunday",   "Monday", "Tuesday",  "Wednesday",
                                        "Thursday", "Friday", "Saturday", "no weekday"};
  return names[day.ok() ? day.c_encoding() : 7];
}

}  // namespace sla::inline v0

#endif
