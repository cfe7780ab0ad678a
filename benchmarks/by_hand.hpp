#ifndef BENCHMARKS_BY_HAND_HPP
#define BENCHMARKS_BY_HAND_HPP

// What one writes without a library: <chrono>, a set of holidays, and a loop over days.

#include <algorithm>
#include <chrono>
#include <concepts>
#include <cstdint>
#include <unordered_set>

namespace by_hand {

using namespace std::chrono;

/// The business days of the federal government, Mondays to Fridays without the dates in a set.
class calendar {
 public:
  calendar(year first, year last) {
    for (year y = first; y <= last; ++y) {
      for (const local_days holiday :
           {local_days{y / January / Monday[3]}, local_days{y / February / Monday[3]},
            local_days{y / May / Monday[std::chrono::last]}, local_days{y / September / Monday[1]},
            local_days{y / October / Monday[2]}, local_days{y / November / Thursday[4]}})
        close(holiday);
      for (const local_days holiday : {local_days{y / January / 1}, local_days{y / July / 4},
                                       local_days{y / November / 11}, local_days{y / December / 25}})
        close(observed(holiday));
      if (y >= year{2021}) close(observed(local_days{y / June / 19}));
    }
    close(observed(local_days{(last + years{1}) / January / 1}));
  }

  bool is_business_day(local_days day) const {
    const weekday on{day};
    return on != Saturday && on != Sunday && !holidays_.contains(day.time_since_epoch().count());
  }

 private:
  static local_days observed(local_days holiday) {
    const weekday on{holiday};
    return on == Saturday ? holiday - days{1} : on == Sunday ? holiday + days{1} : holiday;
  }
  void close(local_days day) { holidays_.insert(day.time_since_epoch().count()); }

  std::unordered_set<std::int64_t> holidays_;
};

inline const calendar& federal() {
  static const calendar days{year{2005}, year{2040}};
  return days;
}

inline local_days advance(const calendar& open, local_days day, int n) {
  const days step{n < 0 ? -1 : 1};
  for (int left = n < 0 ? -n : n; left > 0; left -= open.is_business_day(day) ? 1 : 0) day += step;
  return day;
}

inline std::int64_t business_days_between(const calendar& open, local_days from, local_days to) {
  std::int64_t count = 0;
  for (; from < to; from += days{1}) count += open.is_business_day(from) ? 1 : 0;
  return count;
}

using wall_time = local_time<milliseconds>;

inline constexpr hours opens{9};
inline constexpr hours closes{17};

/// On the wall clock: 9 to 17 never meets a change of the clocks.
inline wall_time add_business_time(const calendar& open, wall_time from, milliseconds left) {
  for (local_days day = floor<days>(from);; day += days{1}) {
    if (!open.is_business_day(day)) continue;
    const wall_time begin = std::max<wall_time>(from, day + opens);
    const wall_time end = day + closes;
    if (begin >= end) continue;
    if (left <= end - begin) return begin + left;
    left -= end - begin;
  }
}

inline milliseconds business_time_between(const calendar& open, wall_time from, wall_time to) {
  milliseconds sum{};
  for (local_days day = floor<days>(from); day < to; day += days{1}) {
    if (!open.is_business_day(day)) continue;
    const wall_time begin = std::max<wall_time>(from, day + opens);
    const wall_time end = std::min<wall_time>(to, day + closes);
    if (begin < end) sum += end - begin;
  }
  return sum;
}

/// Minute by minute, for amounts and instants in whole minutes.
inline wall_time add_business_minutes(const calendar& open, wall_time at, minutes left) {
  for (; left > minutes{0}; at += minutes{1}) {
    const local_days day = floor<days>(at);
    const auto time_of_day = at - day;
    if (opens <= time_of_day && time_of_day < closes && open.is_business_day(day)) --left;
  }
  return at;
}

}  // namespace by_hand

#endif
