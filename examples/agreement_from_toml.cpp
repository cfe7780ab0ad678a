// The agreement of own_agreement.cpp, read from a file: the same questions, the same answers.

#include <fmt/format.h>

#include <fstream>
#include <sla/fmt/formatters.hpp>
#include <sla/sla.hpp>
#include <sla/toml/agreement.hpp>

using namespace std::chrono;

int main() {
  constexpr const char* file = "examples/own_agreement.toml";
  std::ifstream stream(file);
  const sla::agreement_document document = sla::read_toml(stream, file);
  const sla::loaded_agreement& terms = document.terms;

  const auto reported = sla::exact_instant(terms.zone, 2026y / September / 17, 17h + 30min);
  for (const auto& promised : terms.severities)
    fmt::print("{}: respond by {}\n", promised.name,
               sla::local(terms.zone, sla::response_due(terms, promised.level, reported).at()));
}
