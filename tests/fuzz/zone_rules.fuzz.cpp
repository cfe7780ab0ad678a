// Any bytes, read as the end of a zone's file and as a rule in POSIX's notation: what is accepted gives changes of the clocks
// in order, and all else is refused.

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "law.hpp"
#include "sla/tz/zone_file.hpp"
#include "sla/tz/zone_rule.hpp"

using namespace std::chrono;
using sla_fuzz::expect;

namespace {

void judge_rule(std::string_view text) {
  const auto rule = sla::detail::parse_zone_rule(text);
  if (!rule) return;
  expect(text.starts_with(rule->standard.abbreviation) || text.starts_with('<' + rule->standard.abbreviation + '>'),
         "the abbreviation is that of the text");
  const auto changes = rule->changes(2026y, 2028y);
  expect(changes.size() == (rule->daylight ? 6U : 0U), "the clocks are changed twice a year or never");
  expect(std::ranges::is_sorted(changes, {}, &sla::detail::zone_rule::change::at), "the changes are in order");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes = sla_fuzz::text_of(data, size);
  judge_rule(bytes);
  if (const auto end = sla::detail::read_zone_file_end(bytes)) {
    expect(bytes.ends_with('\n' + end->rule + '\n'), "the rule is the last line of the file");
    judge_rule(end->rule);
  }
  return 0;
}
