#include "timing.hpp"

namespace {

const timing::rows rows{[] { operations::business_time([](auto operation) { timing::ours(std::move(operation)); }); }};

// How the cost grows with the amount and with the span.
const timing::rows series{[] {
  for (const int hours : operations::series_of_hours) {
    timing::ours(operations::add_business_time_series(hours));
    timing::ours(operations::business_time_between_series(hours));
  }
}};

}  // namespace
