#include "by_hand.hpp"
#include "timing.hpp"

namespace {

using namespace std::chrono;

const timing::rows rows{[] {
  operations::calendars([](auto operation) { timing::ours(std::move(operation)); });

  const by_hand::calendar& federal = by_hand::federal();
  const auto is_business_day = [&](local_days day) { return federal.is_business_day(day); };
  timing::rival("by_hand", operations::is_business_day(), is_business_day);
  for (const int n : {1, 30, 1000, -30})
    timing::rival(
        "by_hand", operations::advance(n), [&federal, n](local_days day) { return by_hand::advance(federal, day, n); },
        n == 1000 ? 64 : 4096);
  for (const auto& [span, length, sample] : {std::tuple{"month", days{28}, 4096U}, std::tuple{"year", days{362}, 512U},
                                             std::tuple{"ten_years", days{3650}, 64U}})
    timing::rival(
        "by_hand", operations::business_days_between(span, length),
        [&](operations::day_span between) { return by_hand::business_days_between(federal, between.from, between.to); },
        sample);

  timing::rival("loop", operations::advance_batch(operations::input_count),
                [n = operations::opaque(sla::business_days{30}),
                 result = std::make_shared<std::vector<local_days>>(operations::input_count)](const auto& from) {
                  for (std::size_t i = 0; i < from.size(); ++i)
                    (*result)[i] = sla::advance(sla::us_federal, from[i], n);
                  return result->back();
                });

  timing::add("year_month_day", "chrono", operations::civil_days(), [](local_days day) {
    const year_month_day date{day};
    return static_cast<int>(date.year()) + static_cast<int>(static_cast<unsigned>(date.month())) +
           static_cast<int>(static_cast<unsigned>(date.day()));
  });
}};

// How the cost grows with the number of days.
const timing::rows series{[] {
  static const by_hand::calendar century{year{2005}, year{2098}};
  for (const int n : operations::series_of_days) {
    const auto operation = operations::in_series("advance", n, operations::advance(n));
    timing::ours(operation);
    timing::rival("by_hand", operation, [n](local_days day) { return by_hand::advance(century, day, n); }, 64);
  }
}};

}  // namespace
