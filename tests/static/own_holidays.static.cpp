// What docs/own_holidays.md says of days after a weekday.

#include <chrono>

#include "sla/calendar/holiday.hpp"

using namespace std::chrono;
using sla::civil_day;

namespace {

// clang-format off

// ---- Days after a weekday
constexpr sla::holiday after_thanksgiving{"Day after Thanksgiving", sla::days_after{November/Thursday[4], days{1}}};
static_assert(after_thanksgiving.on(2024y) == civil_day{2024y/November/29});
static_assert(sla::holiday{"", November/Friday[4]}.on(2024y) == civil_day{2024y/November/22});  // before Thanksgiving
constexpr sla::holiday election_day{"Election Day", sla::days_after{November/Monday[1], days{1}}};
static_assert(election_day.on(2022y) == civil_day{2022y/November/8});

// clang-format on

}  // namespace
