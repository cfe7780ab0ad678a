#include "sla/fmt/formatters.hpp"

// expect-error: a_format_specification_must_be_one_that_the_type_takes
namespace format_with_bad_digits {

std::string text(sla::fraction share) {
#ifdef SLA_MISTAKE
  return fmt::format("{:.0}", share);
#else
  return fmt::format("{:.1}", share);
#endif
}

}  // namespace format_with_bad_digits

// expect-error: a_format_specification_must_be_one_that_the_type_takes|specification_reader<.*refuse\(\)
namespace format_with_digits_of_a_ratio {

std::string text(sla::fraction rate) {
#ifdef SLA_MISTAKE
  return fmt::format("{:.2r}", rate);
#else
  return fmt::format("{:.2d}", rate);
#endif
}

}  // namespace format_with_digits_of_a_ratio
