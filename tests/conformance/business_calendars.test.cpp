#include "conformance/business_calendar.hpp"

#include <vector>

#include "sla/calendar/loaded_calendar.hpp"
#include "sla/calendar/us_federal.hpp"
#include "support/moments.hpp"

using namespace std::chrono;
using sla_tests::date;

namespace {

struct federal {
  static const auto& calendar() { return sla::us_federal; }
};
struct banking {
  static const auto& calendar() { return sla::us_banking; }
};
struct federal_loaded {
  static const auto& calendar() {
    static const sla::loaded_calendar loaded(sla::us_federal_rules);
    return loaded;
  }
};
struct closed_dates_only {
  static const auto& calendar() {
    static const std::vector closed{date(2026y / January / 1), date(2026y / April / 5), date(2026y / December / 25)};
    static const sla::loaded_calendar loaded(
        sla::calendar_dates{"desk", {date(2026y / January / 1), date(2026y / December / 31)}, sla::no_day, closed});
    return loaded;
  }
};
struct closed_for_the_summer {
  static const auto& calendar() {
    static const sla::loaded_calendar loaded = [] {
      std::vector<sla::civil_day> summer;
      for (sla::civil_day day = date(2026y / May / 1); day < date(2026y / October / 1); day += days{1})
        summer.push_back(day);
      return sla::loaded_calendar(sla::calendar_dates{
          "ski lift", {date(2025y / November / 29), date(2027y / April / 11)}, sla::no_day, summer});
    }();
    return loaded;
  }
};
struct one_friday {
  static const auto& calendar() {
    static const sla::loaded_calendar loaded(
        sla::calendar_dates{"fair", {date(2026y / November / 20), date(2026y / November / 20)}, sla::no_day, {}});
    return loaded;
  }
};
struct never {
  static const auto& calendar() {
    static const sla::loaded_calendar loaded(
        sla::calendar_dates{"never", {date(2026y / January / 1), date(2026y / December / 31)}, sla::every_day, {}});
    return loaded;
  }
};

}  // namespace

TEST_CASE_TEMPLATE_INVOKE(business_calendar_conformance, federal, banking, federal_loaded, closed_dates_only,
                          closed_for_the_summer, one_friday, never);
