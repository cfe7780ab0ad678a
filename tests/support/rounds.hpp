#ifndef SLA_TESTS_SUPPORT_ROUNDS_HPP
#define SLA_TESTS_SUPPORT_ROUNDS_HPP

// How long random tests last and where they begin. Both are the same in every run, unless the environment says otherwise:
//
//   SLA_ROUNDS=20 SLA_SEED=1 build/test/tests/property    twenty times as many rounds, of other values
//
// (RapidCheck's own laws begin elsewhere in every run; RC_PARAMS is their variable.)

#include <cstdint>
#include <cstdlib>
#include <string>

namespace sla_tests {

#if !defined __OPTIMIZE__
#define SLA_TESTS_TAKE_TEN_TIMES_AS_LONG
#elif defined __has_feature
#if __has_feature(address_sanitizer)
#define SLA_TESTS_TAKE_TEN_TIMES_AS_LONG
#endif
#endif

/// So many rounds of a random test; a tenth of them under sanitizers and without optimisation, where each takes ten times as
/// long.
inline int rounds(int usual) {
#ifdef SLA_TESTS_TAKE_TEN_TIMES_AS_LONG
  usual = (usual + 9) / 10;
#endif
  const char* times = std::getenv("SLA_ROUNDS");
  return times ? usual * std::stoi(times) : usual;
}

/// Where the random numbers of a test begin.
inline std::uint64_t seed(std::uint64_t usual) {
  const char* other = std::getenv("SLA_SEED");
  return other ? usual + 1'000'003 * std::stoull(other) : usual;
}

}  // namespace sla_tests

#endif
