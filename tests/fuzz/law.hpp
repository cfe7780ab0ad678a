#ifndef SLA_TESTS_FUZZ_LAW_HPP
#define SLA_TESTS_FUZZ_LAW_HPP

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string_view>

namespace sla_fuzz {

/// What the fuzzer made up, as text.
inline std::string_view text_of(const std::uint8_t* data, std::size_t size) noexcept {
  return {reinterpret_cast<const char*>(data), size};
}

/// Ends the program unless a law holds, so that the fuzzer keeps the input that breaks it.
inline void expect(bool holds, const char* law) {
  if (holds) return;
  std::fprintf(stderr, "does not hold: %s\n", law);
  std::abort();
}

}  // namespace sla_fuzz

#endif
