#ifndef SLA_PROGRAM_MONTH_PICTURE_HPP
#define SLA_PROGRAM_MONTH_PICTURE_HPP

#include <chrono>
#include <nlohmann/json.hpp>

#include "service_history.hpp"

namespace program {

// What the page's pictures are drawn from. Places on the time axis are percentages of the month.

/// The days of a month and their numbers.
nlohmann::ordered_json day_marks(std::chrono::year_month month);

/// A part of the month: where it begins and how wide it is.
nlohmann::ordered_json place_of(const sla::interval& during, const sla::interval& period);

/// The budget left over the month as a line, the areas between it and zero, and where their labels stand.
nlohmann::ordered_json burn_down_picture(const service_history& history, const sla::interval& period);

}  // namespace program

#endif
