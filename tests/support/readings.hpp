#ifndef SLA_TESTS_SUPPORT_READINGS_HPP
#define SLA_TESTS_SUPPORT_READINGS_HPP

// The reference agreement under every combination of the readings that decide about tickets, chosen at run time, so that
// one type serves them all.

#include <chrono>
#include <type_traits>

#include "sla/contracts/harvard_business_impact.hpp"
#include "sla/policy/enumerator.hpp"

namespace sla_tests {

/// 9 to 12 and 13 to 17.
struct two_shifts : sla::harvard_business_impact::support {
  static constexpr auto business_hours =
      sla::weekly_hours{sla::monday_to_friday, std::chrono::hours{9}, std::chrono::hours{12}}.also(
          sla::monday_to_friday, std::chrono::hours{13}, std::chrono::hours{17});
};

/// Nights from 22 to 6, under the calendar of the banks, in US Pacific.
struct night_shift : sla::harvard_business_impact::support {
  static constexpr const auto& calendar = sla::us_banking;
  static constexpr auto zone = sla::us_pacific;
  static constexpr sla::weekly_hours business_hours{sla::monday_to_friday, std::chrono::hours{22},
                                                    std::chrono::hours{6}};
};

template <class Hours>
struct read_as : Hours {
  sla::hour_spill hour_spill{};
  sla::day_zero day_zero{};
  sla::due_time due_time{};
  sla::desk_closure desk_closure{};
  sla::clock_start resolution_start{};
  sla::confirmation confirmation{};
  sla::holds holds{};
  sla::silent_remedy silent_remedy{};
  sla::on_close on_close{};
  sla::on_reopen on_reopen{};
  sla::on_severity_change on_severity_change{};
};

inline constexpr unsigned combinations = 4'608;

/// From one combination to the next where there is no time for all: each value of a reading meets each of every other.
inline constexpr unsigned stride = 11;

/// Gives an agreement the combination of a number.
void choose(unsigned number, auto& terms) {
  const auto next = [&](auto& reading) {
    using meanings = std::remove_cvref_t<decltype(reading)>;
    constexpr auto count = static_cast<unsigned>(sla::enumerators<meanings>::count);
    reading = static_cast<meanings>(number % count);
    number /= count;
  };
  next(terms.holds);
  next(terms.on_reopen);
  next(terms.on_severity_change);
  next(terms.hour_spill);
  next(terms.day_zero);
  next(terms.due_time);
  next(terms.desk_closure);
  next(terms.resolution_start);
  next(terms.confirmation);
  next(terms.silent_remedy);
  next(terms.on_close);
}

}  // namespace sla_tests

#endif
