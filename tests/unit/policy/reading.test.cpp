#include "sla/policy/reading.hpp"

#include <doctest/doctest.h>

#include <type_traits>

#include "sla/policy/enumerator.hpp"
#include "support/text.hpp"

namespace {

TEST_CASE("every reading has the names that agreements and reports use") {
  CHECK(sla::name_of(sla::hour_spill::carries_over) == "carries_over");
  CHECK(sla::name_of(sla::hour_spill::within_one_day) == "within_one_day");
  CHECK(sla::name_of(sla::day_zero::receipt_date) == "receipt_date");
  CHECK(sla::name_of(sla::day_zero::business_date) == "business_date");
  CHECK(sla::name_of(sla::due_time::close_of_day) == "close_of_day");
  CHECK(sla::name_of(sla::due_time::same_time_of_day) == "same_time_of_day");
  CHECK(sla::name_of(sla::desk_closure::clock_runs) == "clock_runs");
  CHECK(sla::name_of(sla::desk_closure::clock_pauses) == "clock_pauses");
  CHECK(sla::name_of(sla::holds::not_recognised) == "not_recognised");
  CHECK(sla::name_of(sla::on_reopen::goes_on_without_closed_time) == "goes_on_without_closed_time");
  CHECK(sla::name_of(sla::on_reopen::first_close_is_final) == "first_close_is_final");
  CHECK(sla::name_of(sla::on_severity_change::judged_from_the_original_start) == "judged_from_the_original_start");
  CHECK(sla::name_of(sla::planned_time::leaves_unavailable_time) == "leaves_unavailable_time");
  CHECK(sla::name_of(sla::outage_rounding::exact) == "exact");
  CHECK(sla::name_of(sla::downtime_rule::excused) == "excused");
}

TEST_CASE("no reading stands in for another, for a number or for a bool") {
  CHECK_FALSE(std::is_convertible_v<sla::on_reopen, sla::on_severity_change>);
  CHECK_FALSE(std::is_convertible_v<sla::hour_spill, bool>);
  CHECK_FALSE(std::is_convertible_v<bool, sla::desk_closure>);
  CHECK_FALSE(std::is_convertible_v<int, sla::day_zero>);
}

}  // namespace
