#ifndef SLA_CALENDAR_LOADED_HOURS_HPP
#define SLA_CALENDAR_LOADED_HOURS_HPP

#include <span>
#include <utility>
#include <vector>

#include "sla/calendar/opening_hours.hpp"
#include "sla/time/span_of.hpp"

namespace sla::inline v0 {

/// Weekly hours, with other hours on some dates, that become known at run time.
///
/// example  loaded_hours(around_the_clock) has no special days
class loaded_hours {
 public:
  constexpr loaded_hours(const weekly_hours& week, std::vector<special_day> special = {})
      : week_(week), special_(std::move(special)) {
    detail::sort_by_date(special_.data(), special_.data() + special_.size());
  }

  constexpr const weekly_hours& week() const noexcept { return week_; }
  constexpr std::span<const special_day> special_days() const noexcept { return detail::span_of(special_); }

 private:
  weekly_hours week_;
  std::vector<special_day> special_;
};

}  // namespace sla::inline v0

#endif
