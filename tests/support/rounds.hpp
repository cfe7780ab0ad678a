#ifndef SLA_TESTS_SUPPORT_ROUNDS_HPP
#define SLA_TESTS_SUPPORT_ROUNDS_HPP

namespace sla_tests {

#if defined __has_feature
#if __has_feature(address_sanitizer)
#define SLA_TESTS_UNDER_SANITIZERS
#endif
#endif

/// So many rounds of a random test; a tenth of them under sanitizers, which look for other things and take ten times as
/// long.
constexpr int rounds(int usual) noexcept {
#ifdef SLA_TESTS_UNDER_SANITIZERS
  return usual / 10;
#else
  return usual;
#endif
}

}  // namespace sla_tests

#endif
