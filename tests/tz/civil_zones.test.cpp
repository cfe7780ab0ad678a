// Zones of the machine's database, held against the suite that the compiled zones pass.
#include "conformance/civil_zone.hpp"

#include "sla/tz/tz_zone.hpp"
#include "support/moments.hpp"

using namespace std::chrono;

namespace {

constexpr char new_york[] = "America/New_York";
constexpr char london[] = "Europe/London";
constexpr char dublin[] = "Europe/Dublin";           // winter is the exception there
constexpr char lord_howe[] = "Australia/Lord_Howe";  // half an hour
constexpr char chatham[] = "Pacific/Chatham";        // 12:45 ahead
constexpr char apia[] = "Pacific/Apia";              // a day skipped
constexpr char st_johns[] = "America/St_Johns";      // changes at a minute past midnight
constexpr char casablanca[] = "Africa/Casablanca";   // four changes a year
constexpr char tokyo[] = "Asia/Tokyo";               // none

template <const char* Name>
struct zone_named {
  static sla::tz_zone zone() { return sla::tz_zone(Name); }
  static sla::interval period() {
    return {sla_tests::utc(2009y / January / 1, 0h), sla_tests::utc(2050y / January / 1, 0h)};
  }
};

struct whole_coverage {
  static sla::tz_zone zone() { return sla::tz_zone(new_york); }
  static sla::interval period() {
    return {sla_tests::utc(1967y / January / 2, 0h), sla_tests::utc(2199y / December / 30, 0h)};
  }
};

}  // namespace

TEST_CASE_TEMPLATE_INVOKE(civil_zone_conformance, whole_coverage, zone_named<london>, zone_named<dublin>,
                          zone_named<lord_howe>, zone_named<chatham>, zone_named<apia>, zone_named<st_johns>,
                          zone_named<casablanca>, zone_named<tokyo>);
