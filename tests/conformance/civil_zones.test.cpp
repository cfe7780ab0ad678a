#include "sla/zone/any_zone.hpp"
#include "sla/zone/fixed_offset.hpp"
#include "sla/zone/us_zone.hpp"

#include "conformance/civil_zone.hpp"
#include "support/moments.hpp"
#include "support/table_zone.hpp"

using namespace std::chrono;
using sla_tests::utc;

namespace {

template <const auto& Zone>
struct constant {
  static auto zone() { return Zone; }
  static sla::interval period() { return {utc(1967y / January / 2, 0h), utc(2199y / December / 30, 0h)}; }
};

struct india {
  static sla::fixed_offset zone() { return {"India Standard Time", 5h + 30min}; }
  static sla::interval period() { return {utc(2020y / January / 1, 0h), utc(2030y / January / 1, 0h)}; }
};

template <const auto& Zone>
struct at_run_time : constant<Zone> {
  static sla::any_zone zone() { return Zone; }
};

template <sla_tests::table_zone (*Zone)()>
struct table {
  static sla_tests::table_zone zone() { return Zone(); }
  static sla::interval period() { return {utc(2009y / January / 1, 0h), utc(2027y / January / 1, 0h)}; }
};

}  // namespace

TEST_CASE_TEMPLATE_INVOKE(civil_zone_conformance, constant<sla::us_eastern>, constant<sla::us_central>,
                          constant<sla::us_mountain>, constant<sla::us_pacific>, constant<sla::utc>, india,
                          at_run_time<sla::us_mountain>, at_run_time<sla::utc>, table<sla_tests::half_an_hour>,
                          table<sla_tests::at_midnight>, table<sla_tests::across_midnight>,
                          table<sla_tests::a_day_skipped>);
