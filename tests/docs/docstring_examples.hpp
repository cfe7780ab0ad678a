#ifndef SLA_TESTS_DOCS_DOCSTRING_EXAMPLES_HPP
#define SLA_TESTS_DOCS_DOCSTRING_EXAMPLES_HPP

// What the examples in docstrings take for granted.

#include <array>
#include <chrono>
#include <cstdio>
#include <iostream>
#include <vector>

#include "sla/contracts/harvard_business_impact.hpp"
#include "sla/sla.hpp"

namespace hbi = sla::harvard_business_impact;
using namespace sla::literals;
using namespace std::chrono;
using namespace sla::harvard_business_impact;

enum class level { high, low };

inline constexpr hbi::support terms;
inline constexpr sla::instant reported = hbi::eastern(2026y / November / 20, 22h);
inline constexpr sla::instant at = reported;
inline constexpr sla::instant now = reported;
inline constexpr sla::instant as_of = reported;
inline const sla::service_record record = sla::service_record_of("operations log", {});

inline constexpr sla::day_range coverage{sla::civil_day{2026y / January / 1}, sla::civil_day{2026y / December / 31}};
inline constexpr std::array closed_dates{sla::civil_day{2026y / December / 24}};
inline const std::vector<sla::civil_day> dates_of_a_file{closed_dates.front()};
inline constexpr std::array tables{sla::us_federal.days(), sla::us_banking.days()};
inline const sla::loaded_calendar calendar(sla::us_federal);
inline constexpr sla::weekly_hours nine_to_five(sla::monday_to_friday, 9h, 17h);

inline constexpr sla::instant t0{sys_days{2024y / January / 1}};
inline constexpr sla::instant t1{sys_days{2026y / January / 1}};
inline constexpr sla::editions all{sla::edition_rule::in_force_at_the_start, sla::edition<hbi::support>{"2024", t0, {}},
                                   sla::edition<hbi::office_hours>{"2026", t1, {}}};

#ifdef SLA_ICAL_CALENDAR_HPP
inline sla::ical_calendar published("status.example.com", now);
#endif

inline int wrong_examples = 0;

/// Notes an example that does not do what it says.
inline void hold(bool is_right, const char* place) {
  if (is_right) return;
  std::printf("%s: the example does something else\n", place);
  ++wrong_examples;
}

inline bool throws(auto&& example) {
  try {
    example();
    return false;
  } catch (const sla::error&) {
    return true;
  }
}

inline int ended() { return wrong_examples == 0 ? 0 : 1; }

#endif
