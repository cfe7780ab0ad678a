// Boost.DateTime has no calendar of holidays; it offers a date type and an iterator over days.
#include <boost/date_time/gregorian/gregorian.hpp>

#include "by_hand.hpp"
#include "timing.hpp"

namespace {

namespace gregorian = boost::gregorian;
using namespace std::chrono;

gregorian::date boost_date(sla::civil_day day) {
  return gregorian::date(1970, 1, 1) + gregorian::days(day.time_since_epoch().count());
}

class calendar {
 public:
  calendar() {
    for (local_days day{2005y / January / 1}; day < local_days{2041y / January / 1}; day += days{1}) {
      const bool weekend = weekday{day} == Saturday || weekday{day} == Sunday;
      if (!weekend && !by_hand::federal().is_business_day(day)) holidays_.insert(boost_date(day).day_number());
    }
  }

  bool is_business_day(const gregorian::date& day) const {
    const auto on = day.day_of_week().as_enum();
    return on != gregorian::Saturday && on != gregorian::Sunday && !holidays_.contains(day.day_number());
  }

 private:
  std::unordered_set<gregorian::date::date_int_type> holidays_;
};

const timing::rows rows{[] {
  static const calendar federal;
  static const auto day_number_of_1970 = static_cast<std::int64_t>(gregorian::date(1970, 1, 1).day_number());

  timing::converting_rival("boost_date_time", operations::is_business_day(), boost_date,
                           [](const gregorian::date& day) { return federal.is_business_day(day); });
  for (const int n : {1, 30, 1000})
    timing::converting_rival(
        "boost_date_time", operations::advance(n), boost_date,
        [n](const gregorian::date& from) {
          gregorian::day_iterator day(from);
          for (int left = n; left > 0; left -= federal.is_business_day(*day) ? 1 : 0) ++day;
          return static_cast<std::int64_t>(day->day_number()) - day_number_of_1970;
        },
        n == 1000 ? 64 : 1024);
}};

}  // namespace
