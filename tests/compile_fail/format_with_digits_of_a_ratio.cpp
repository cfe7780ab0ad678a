// expect-error: a_format_specification_must_be_one_that_the_type_takes
#include "sla/fmt/formatters.hpp"

std::string text(sla::fraction rate) {
#ifdef SLA_MISTAKE
  return fmt::format("{:.2r}", rate);
#else
  return fmt::format("{:.2d}", rate);
#endif
}
