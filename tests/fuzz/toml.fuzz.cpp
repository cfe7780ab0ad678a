// Any text, read as an agreement: what is accepted is written and read again as the same, says its clauses and answers when
// something is due, and all else is refused with toml_error.

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <sstream>
#include <string>
#include <string_view>

#include "law.hpp"
#include "sla/clock/check.hpp"
#include "sla/clock/deadline.hpp"
#include "sla/policy/describe.hpp"
#include "sla/toml/agreement.hpp"

using namespace std::chrono;
using sla_fuzz::expect;

namespace {

sla::agreement_document read(const std::string& text) {
  std::istringstream in(text);
  return sla::read_toml(in, "fuzz.toml");
}

std::string written(const sla::agreement_document& document) {
  std::ostringstream out;
  sla::write_toml(out, document);
  return std::move(out).str();
}

void use(const sla::loaded_agreement& terms) {
  expect(!sla::describe(terms).empty(), "an agreement says its clauses");
  static_cast<void>(sla::check(terms));
  const sla::instant reported = sys_days{2026y / 11 / 20} + 22h;
  for (const auto& row : terms.severities) try {
      expect(reported <= sla::response_due(terms, row.level, reported).at(), "a response is due after the report");
      const sla::deadline due = sla::resolution_due(terms, row.level, reported, reported + 1h);
      expect(!due.exists() || reported <= due.at(), "a resolution is due after the report");
    } catch (const sla::coverage_error&) {
      continue;
    } catch (const sla::terms_error&) {
      expect(terms.hour_spill == sla::hour_spill::within_one_day,
             "only hours that must fit into one day may not exist");
    }
}

/// A short text, as often as a file may hold it: what nests, nests deep.
void read_many_times(const std::string& text) {
  constexpr std::size_t longest = 12;
  if (text.empty() || text.size() > longest) return;
  std::string many;
  while (many.size() + text.size() <= sla::detail::largest_file) many += text;
  try {
    static_cast<void>(read(many));
  } catch (const sla::toml_error&) {
    return;
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::optional<sla::agreement_document> document;
  read_many_times(std::string(sla_fuzz::text_of(data, size)));
  try {
    document.emplace(read(std::string(sla_fuzz::text_of(data, size))));
  } catch (const sla::toml_error&) {
    return 0;
  }
  const std::string text = written(*document);
  expect(written(read(text)) == text, "an agreement is read as it was written");
  use(document->terms);
  for (const sla::named_alternative& each : document->alternatives) use(each.terms);
  return 0;
}
