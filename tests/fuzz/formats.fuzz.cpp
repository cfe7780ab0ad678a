// Any text as the format specification of a value: it is understood, or refused with the formatting library's own error, and
// what a zone does not cover is a coverage_error.

#include <fmt/format.h>

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "law.hpp"
#include "sla/fmt/formatters.hpp"

using namespace std::chrono;

namespace {

template <class Value>
void print(const std::string& specification, const Value& value) {
  try {
    static_cast<void>(fmt::format(fmt::runtime("{:" + specification + '}'), value, 12, "text"));
  } catch (const fmt::format_error&) {
    return;
  } catch (const sla::coverage_error&) {
    return;
  }
}

/// True unless it ends early, and more of a format string follows.
bool is_one_specification(std::string_view text) {
  const std::size_t opens = text.find('{');
  const std::size_t closes = text.find('}');
  const bool has_width_of_argument = opens < closes && opens == text.rfind('{') && closes == text.rfind('}');
  return has_width_of_argument || opens == closes;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string specification(sla_fuzz::text_of(data, size));
  if (!is_one_specification(specification)) return 0;
  const sla::instant monday = sys_days{2026y / 11 / 23} + 7h + 250ms;
  print(specification, sla::elapsed{26h + 3min + 1ms});
  print(specification, sla::business_days{3});
  print(specification, sla::fraction{2, 3});
  print(specification, sla::interval{monday, monday + 90min});
  print(specification, sla::local(sla::us_eastern, monday));
  return 0;
}
