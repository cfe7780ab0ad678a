#ifndef SLA_TESTS_SUPPORT_PROPERTIES_HPP
#define SLA_TESTS_SUPPORT_PROPERTIES_HPP

// RapidCheck inside doctest: how values are made, and what a failed law prints.

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <chrono>
#include <string>
#include <string_view>

#include "sla/time/civil.hpp"

namespace sla_tests {

/// From `low` to `high`, both included; small counter-examples lie near `low`.
template <class Value>
Value any(Value low, Value high) {
  return *rc::gen::inRange<Value>(low, high + 1);
}
inline std::chrono::milliseconds any(std::chrono::milliseconds low, std::chrono::milliseconds high) {
  return std::chrono::milliseconds{any(low.count(), high.count())};
}
inline sla::instant any(sla::instant low, sla::instant high) {
  return sla::instant{any(low.time_since_epoch(), high.time_since_epoch())};
}
inline sla::civil_day any(sla::day_range days) {
  return sla::civil_day{
      std::chrono::days{any(days.first.time_since_epoch().count(), days.last.time_since_epoch().count())}};
}

/// Checks a law on many values; a counter-example is printed with how to run it again.
inline void check_law(std::string_view law, const auto& holds) {
  CHECK_MESSAGE(rc::check(std::string(law), holds), law);
}

}  // namespace sla_tests

#endif
