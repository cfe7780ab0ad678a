#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <sstream>
#include <string>

#include "command.hpp"
#include "contract.hpp"
#include "files.hpp"
#include "names.hpp"
#include "report_text.hpp"
#include "sla/contracts/harvard_business_impact.hpp"
#include "sla/policy/describe.hpp"
#include "sla/toml/agreement.hpp"
#include "text_table.hpp"
#include "times.hpp"

namespace program {

namespace {

/// Adds a clause, on as many lines as its words need.
void add_wrapped(text_table& table, std::string_view clause, std::string_view says) {
  static constexpr std::size_t width = 78;
  while (!says.empty()) {
    std::size_t end = says.size() <= width ? says.size() : says.rfind(' ', width);
    if (end == std::string_view::npos) end = says.find(' ');
    table.add({{std::string(clause), style::heading}, {std::string(says.substr(0, end))}});
    says.remove_prefix(std::min(says.size(), end < says.size() ? end + 1 : end));
    clause = {};
  }
}

std::string described(const loaded_agreement& terms) {
  text_table table("ll");
  for (const auto& [clause, says] : sla::describe(terms)) add_wrapped(table, clause, says);
  return table.text(paint(paint::when::automatic));
}

exit_status describe_in_words() {
  std::string text;
  for (const auto& [name, effective_at, terms] : agreed().editions().all()) {
    if (!name.empty())
      text += fmt::format("{}edition {}, in force from {}\n", text.empty() ? "" : "\n", name, local_text(effective_at));
    text += described(terms);
  }
  if (agreed().is_built_in()) {
    text += "\nClauses of the policy that compute nothing\n";
    text_table table("ll");
    for (const auto& [about, reason] : hbi::clauses_that_compute_nothing)
      table.add({{std::string(about), style::heading}, {std::string(reason)}});
    text += table.text(paint(paint::when::automatic));
  }
  write_output(text);
  return exit_status::answered;
}

exit_status describe_as_toml() {
  std::ostringstream out;
  sla::write_toml(out, agreed().document());
  write_output(std::move(out).str());
  return exit_status::answered;
}

}  // namespace

void add_describe(CLI::App& app, action& chosen) {
  const auto as_toml = std::make_shared<bool>(false);
  CLI::App* command = app.add_subcommand("describe", "The whole agreement, clause by clause and reading by reading");
  command->add_flag("--toml", *as_toml, "As a file that --agreement reads; of several editions, the last");
  command->callback(
      [as_toml, &chosen] { chosen = [as_toml] { return *as_toml ? describe_as_toml() : describe_in_words(); }; });
}

}  // namespace program
