#include "sla/policy/reading.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "sla/contracts/harvard_business_impact.hpp"
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
  CHECK(sla::name_of(sla::confirmation::stands_for_both) == "stands_for_both");
  CHECK(sla::name_of(sla::confirmation::needs_both) == "needs_both");
  CHECK(sla::name_of(sla::holds::not_recognised) == "not_recognised");
  CHECK(sla::name_of(sla::holds::recognised_for_resolution) == "recognised_for_resolution");
  CHECK(sla::name_of(sla::silent_remedy::response_still_due) == "response_still_due");
  CHECK(sla::name_of(sla::silent_remedy::counts_as_response) == "counts_as_response");
  CHECK(sla::name_of(sla::on_close::files_away) == "files_away");
  CHECK(sla::name_of(sla::on_close::remedies) == "remedies");
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

// ---- Every reading of an agreement ----------------------------------------------------------------------------------

struct names_and_values {
  std::vector<std::string>& visited;
  template <sla::enumeration Reading>
  void operator()(std::string_view name, Reading taken) const {
    visited.push_back(std::string(name) + " = " + std::string(sla::name_of(taken)));
  }
};

std::vector<std::string> readings_of(const auto& terms) {
  std::vector<std::string> visited;
  sla::for_each_reading(terms, names_and_values{visited});
  return visited;
}

struct last_member {
  template <sla::enumeration Reading>
  void operator()(std::string_view, Reading& taken) const {
    taken = sla::enumerators<Reading>::all.back().value;
  }
};

struct a_few {
  sla::downtime_rule emergency = sla::downtime_rule::counts;
  sla::day_zero day_zero = sla::day_zero::receipt_date;
  sla::holds holds = sla::holds::not_recognised;
  int hours = 8;
};

TEST_CASE("all readings are visited in the order of deadlines, tickets, availability and maintenance") {
  CHECK((readings_of(sla::harvard_business_impact::support{}) ==
         std::vector<std::string>{
             "hour_spill = carries_over", "day_zero = receipt_date", "due_time = close_of_day",
             "desk_closure = clock_runs", "resolution_start = report", "confirmation = stands_for_both",
             "holds = not_recognised", "silent_remedy = response_still_due", "on_close = files_away",
             "on_reopen = goes_on_without_closed_time", "on_severity_change = judged_from_the_original_start",
             "planned_time = leaves_unavailable_time", "outage_rounding = exact", "partial_outages = count_by_weight",
             "unknown_time = counts_as_up", "short_notice = counts", "emergency = counts"}));
}

TEST_CASE("a type is visited for the readings that it has, in the same order") {
  CHECK((readings_of(a_few{}) ==
         std::vector<std::string>{"day_zero = receipt_date", "holds = not_recognised", "emergency = counts"}));
  struct none {};
  CHECK(readings_of(none{}).empty());
}

TEST_CASE("every reading is visited under its own name, also where two have the same meanings") {
  struct two_rules {
    sla::downtime_rule emergency;
    sla::downtime_rule short_notice;
  };
  CHECK((readings_of(two_rules{sla::downtime_rule::excused, sla::downtime_rule::counts}) ==
         std::vector<std::string>{"short_notice = counts", "emergency = excused"}));
}

TEST_CASE("a visit may change the readings of a value") {
  a_few terms;
  sla::for_each_reading(terms, last_member{});
  CHECK((terms.day_zero == sla::day_zero::business_date));
  CHECK((terms.holds == sla::holds::recognised_for_resolution));
  CHECK((terms.emergency == sla::downtime_rule::excused));
  CHECK(terms.hours == 8);
}

}  // namespace
