// Values that only a program in C++ can give: each case gives one to the library and prints what it says of it.
//
//     library CASE

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <limits>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "sla/json/results.hpp"
#include "sla/sla.hpp"

namespace {

namespace hbi = sla::harvard_business_impact;
using namespace std::chrono;

constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();
constexpr std::int64_t least = std::numeric_limits<std::int64_t>::min();
constexpr sla::instant evening = hbi::eastern(2026y / November / 20, 22h);
constexpr sla::civil_day friday{2026y / November / 20};
constexpr sla::interval day{evening, evening + 24h};

sla::ticket<hbi::support> reported() {
  static constexpr hbi::support terms{};
  sla::ticket<hbi::support> ticket(terms);
  ticket.add({evening, sla::event_kind::notified, hbi::severity::urgent});
  return ticket;
}

void read_interval_from(std::string_view text) {
  const auto document = sla::parse_json(text, "log.json");
  (void)sla::read_json<sla::interval>(document);
}

struct bad_value {
  std::string_view name;
  void (*use)();
};

constexpr std::array cases{
    bad_value{"zone_year_32767",
              [] { (void)sla::us_eastern.look_up(sla::civil_day{year{32767} / December / 31} + 0h); }},
    bad_value{"zone_year_minus_32767",
              [] { (void)sla::us_eastern.look_up(sla::civil_day{year{-32767} / 1 / 1} + 0h); }},
    bad_value{"zone_last_instant", [] { (void)sla::us_eastern.to_civil(sla::instant::max()); }},
    bad_value{"zone_first_instant", [] { (void)sla::us_eastern.to_civil(sla::instant::min()); }},
    bad_value{"zone_offset_of_a_day", [] { (void)sla::fixed_offset("far", 24h); }},
    bad_value{"calendar_year_32767",
              [] { (void)sla::is_business_day(sla::us_federal, sla::civil_day{year{32767} / December / 31}); }},
    bad_value{"calendar_last_day", [] { (void)sla::is_business_day(sla::us_federal, sla::civil_day::max()); }},
    bad_value{"advance_beyond", [] { (void)sla::advance(sla::us_federal, friday, sla::business_days{30'000}); }},
    bad_value{"advance_by_the_most",
              [] { (void)sla::advance(sla::us_federal, friday, sla::business_days{2'147'483'647}); }},
    bad_value{"advance_by_the_least",
              [] { (void)sla::advance(sla::us_federal, friday, sla::business_days{-2'147'483'647}); }},
    bad_value{"business_days_of_64_bits", [] { (void)sla::business_days{most}; }},
    bad_value{"business_time_of_64_bits",
              [] {
                (void)sla::response_due(hbi::support{}, hbi::severity::urgent,
                                        evening + sla::elapsed{milliseconds{most / 2}}.length());
              }},
    bad_value{"severity_of_no_row", [] { (void)sla::response_due(hbi::support{}, hbi::severity{0}, evening); }},
    bad_value{"time_after_2_to_the_32_days",
              [] { (void)sla::us_eastern.to_civil(sla::instant{hours{24} * ((std::int64_t{1} << 32) + 20'000)}); }},
    bad_value{"due_at_the_last_instant",
              [] { (void)sla::response_due(hbi::support{}, hbi::severity::critical, sla::instant::max()); }},
    bad_value{"deadline_without_an_instant",
              [] { (void)sla::resolution_due(hbi::support{}, hbi::severity::minor, evening, evening).at(); }},
    bad_value{"interval_reversed", [] { (void)sla::interval(evening, evening - 1ms); }},
    bad_value{"interval_of_all_time_reversed", [] { (void)sla::interval(sla::instant::max(), sla::instant::min()); }},
    bad_value{"fraction_over_zero", [] { (void)sla::fraction(1, 0); }},
    bad_value{"fraction_negative", [] { (void)sla::fraction(-1, 2); }},
    bad_value{"fraction_over_the_least", [] { (void)sla::fraction(1, least); }},
    bad_value{"fraction_over_the_most", [] { (void)sla::fraction(1, most); }},
    bad_value{"fraction_sum_that_does_not_fit",
              [] { (void)(sla::fraction{1, 900'000'000'000'000'007} + sla::fraction{1, 900'000'000'000'000'011}); }},
    bad_value{"fraction_divided_by_zero", [] { (void)(sla::fraction{1, 2} / sla::fraction{0, 1}); }},
    bad_value{"share_of_nothing",
              [] { (void)reported().share_used_at(sla::commitment_kind::response, sla::fraction{0, 1}, evening); }},
    bad_value{
        "share_too_fine",
        [] { (void)reported().share_used_at(sla::commitment_kind::response, sla::fraction{1, 10'001}, evening); }},
    bad_value{"ticket_without_events",
              [] {
                static constexpr hbi::support terms{};
                (void)sla::ticket<hbi::support>(terms).assess(evening);
              }},
    bad_value{"ticket_assessed_too_early", [] { (void)reported().assess(evening - 1ms); }},
    bad_value{"ticket_with_an_earlier_event", [] { reported().add({evening - 1ms, sla::event_kind::responded, {}}); }},
    bad_value{"ticket_with_a_later_notification",
              [] { reported().add({evening, sla::event_kind::notified, hbi::severity::urgent}); }},
    bad_value{"probes_out_of_order",
              [] {
                const std::array probes{sla::probe{evening + 1h, sla::probe_state::up},
                                        sla::probe{evening, sla::probe_state::down}};
                (void)sla::records_from("log", probes, day, {});
              }},
    bad_value{"probe_rule_of_no_failure", [] { (void)sla::probe_rule{}.after_failures(0); }},
    bad_value{"probe_rule_of_no_gap", [] { (void)sla::probe_rule{}.known_for({}); }},
    bad_value{"outage_of_no_weight", [] { (void)sla::partial_outage(day, sla::fraction{0, 1}); }},
    bad_value{"map_of_17900_years",
              [] { (void)sla::downtime_map({evening, evening + hours{157'000'000}}, 1h, sla::part_slots::touched); }},
    bad_value{"map_of_7_s", [] { (void)sla::downtime_map(day, 7s, sla::part_slots::touched); }},
    bad_value{"map_of_0_s", [] { (void)sla::downtime_map(day, 0s, sla::part_slots::touched); }},
    bad_value{"map_from_too_few_bytes",
              [] { (void)sla::downtime_map(day, 1min, sla::part_slots::touched, std::vector<std::byte>(179)); }},
    bad_value{"map_from_too_many_bits",
              [] {
                (void)sla::downtime_map({evening, evening + 9min}, 1min, sla::part_slots::touched,
                                        std::array{std::byte{0xFF}, std::byte{0xFF}});
              }},
    bad_value{"map_of_another_period",
              [] {
                (void)merge(sla::downtime_map(day, 1min, sla::part_slots::touched),
                            sla::downtime_map({evening, evening + 1h}, 1min, sla::part_slots::touched));
              }},
    bad_value{"opening_at_25_h", [] { (void)sla::weekly_hours(Monday, 9h, 25h); }},
    bad_value{"opening_of_no_length", [] { (void)sla::weekly_hours(Monday, 9h, 9h); }},
    bad_value{"opening_twice", [] { (void)sla::weekly_hours(Monday, 9h, 17h).also(Monday, 16h, 18h); }},
    bad_value{"credit_cap_of_nothing", [] { (void)sla::credit_cap(sla::fraction{0, 1}); }},
    bad_value{"json_cut_off", [] { read_interval_from(R"({"from": "2026-11-20T22:00:00Z", "to)"); }},
    bad_value{"json_with_bytes_that_are_no_utf8", [] { read_interval_from("\"\xFF\xFE\""); }},
    bad_value{"json_with_a_name_twice", [] { read_interval_from(R"({"from": 1, "from": 2})"); }},
    bad_value{"json_with_NaN", [] { read_interval_from(R"({"from": NaN})"); }},
    bad_value{"json_reversed",
              [] { read_interval_from(R"({"from": "2026-11-20T22:00:00Z", "to": "2026-11-20T21:00:00Z"})"); }},
    bad_value{"json_of_a_million_brackets", [] { read_interval_from(std::string(1'000'000, '[')); }},
    bad_value{"json_of_nothing", [] { read_interval_from(""); }}};

}  // namespace

int main(int argc, char** argv) {
  const std::string_view chosen = std::span(argv, static_cast<std::size_t>(argc)).back();
  for (const auto& [name, use] : cases)
    if (name == chosen) try {
        use();
        return 0;
      } catch (const sla::error& problem) {
        std::fprintf(stderr, "%s\n", problem.what());
        return 2;
      }
  std::fputs("library CASE\n", stderr);
  return 1;
}
