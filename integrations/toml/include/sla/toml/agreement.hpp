#ifndef SLA_TOML_AGREEMENT_HPP
#define SLA_TOML_AGREEMENT_HPP

// Agreements in TOML. The keys are the names of the members; docs/agreement_toml.md describes them all. What is missing,
// unknown or wrong is an error that names file, line, key, value and what is allowed; nothing has a default.

#include <toml++/toml.h>

#include <cstddef>
#include <istream>
#include <optional>
#include <ostream>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "sla/policy/loaded_agreement.hpp"
#include "sla/toml/clauses.hpp"
#include "sla/toml/document.hpp"
#include "sla/toml/opening_clauses.hpp"
#include "sla/toml/parse.hpp"
#include "sla/toml/section.hpp"
#include "sla/toml/values.hpp"

namespace sla::inline v0 {

namespace detail {

inline loaded_agreement read_agreement(toml_section& in) {
  loaded_opening_clauses open = read_opening_clauses(in);
  loaded_clauses clauses = read_clauses(in);
  if (in.is_refused()) throw refused_already{};
  return {std::move(clauses), std::move(open)};
}

inline std::optional<agreement_document::edition_clause> read_edition(toml_section& in) {
  const toml::node* node = in.find("edition");
  if (node == nullptr) return std::nullopt;
  return in.read_inner("edition", *node, "{name = \"2026\", effective_on = 2026-01-01}",
                       std::optional<agreement_document::edition_clause>{}, [](toml_section& edition) {
                         return std::optional{agreement_document::edition_clause{toml_string(edition, "name", "a text"),
                                                                                 toml_date(edition, "effective_on")}};
                       });
}

inline bool is_same(const toml::node& a, const toml::node& b) {
  toml::table left;
  toml::table right;
  left.insert("value", a);
  right.insert("value", b);
  return left == right;
}

inline toml::table agreement_for_toml(const loaded_agreement& terms) {
  toml::table table;
  write_clauses(table, terms);
  write_opening_clauses(table, terms);
  return table;
}

/// What an alternative changes.
inline toml::table alternative_for_toml(const named_alternative& alternative, const toml::table& base) {
  toml::table changed;
  try {
    changed = agreement_for_toml(alternative.terms);
  } catch (const toml_error& problem) {
    throw toml_error("alternatives." + alternative.name + '.' + problem.what());
  }
  for (const auto& [key, value] : base)
    if (const toml::node* same = changed.get(key); same != nullptr && is_same(*same, value)) changed.erase(key.str());
  return changed;
}

inline toml::table document_for_toml(const agreement_document& document) {
  toml::table table = agreement_for_toml(document.terms);
  toml::table alternatives;
  for (const named_alternative& each : document.alternatives)
    if (!alternatives.insert(each.name, alternative_for_toml(each, table)).second)
      throw toml_error("alternatives." + each.name + ": is the name of two alternatives; allowed: a name for each");
  if (document.edition)
    table.insert("edition",
                 toml::table{{"name", document.edition->name},
                             {"effective_on", date_for_toml("edition.effective_on", document.edition->effective_on)}});
  if (!alternatives.empty()) table.insert("alternatives", std::move(alternatives));
  return table;
}

/// Refuses what is read as something else than was written, such as a text that is no UTF-8.
///
/// read  under the same key; none if there is nothing
inline void refuse_others_than(const toml::node& written, const std::string& key,
                               toml::node_view<const toml::node> read) {
  if (read && is_same(written, *read.node())) return;
  if (const toml::table* table = written.as_table())
    for (const auto& [name, value] : *table)
      refuse_others_than(value, key + (key.empty() ? "" : ".") + std::string(name.str()), read[name.str()]);
  if (const toml::array* array = written.as_array())
    for (std::size_t at = 0; at < array->size(); ++at)
      refuse_others_than((*array)[at], key + '[' + std::to_string(at + 1) + ']', read[at]);
  throw toml_error(key + " = " + toml_text(written) + ": is read as something else; allowed: UTF-8");
}

/// Names that a command line can take apart.
inline bool is_name_of_an_alternative(std::string_view name) {
  return !name.empty() && name != "as_written" &&
         name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_") == std::string_view::npos;
}

inline std::optional<loaded_agreement> read_unless_refused(toml_section& in) {
  return in.read(std::optional<loaded_agreement>{}, [&] { return std::optional{read_agreement(in)}; });
}

inline std::vector<named_alternative> read_alternatives(toml_section& in) {
  std::vector<named_alternative> alternatives;
  const toml::node* node = in.find("alternatives");
  if (node == nullptr) return alternatives;
  const toml::table* table = node->as_table();
  if (table == nullptr) in.refuse("alternatives", *node, "is no table", "[alternatives.NAME]");
  for (const auto& [key, value] : *table)
    in.read(0, [&, &name = key, &changes = value] {
      const std::string path = "alternatives." + std::string(name.str());
      if (!is_name_of_an_alternative(name.str()))
        in.refuse(path, changes, "is no name of an alternative", "small letters, digits and _, but not as_written");
      const toml::table* changed = changes.as_table();
      if (changed == nullptr) in.refuse(path, changes, "is no table", "[alternatives.NAME]");
      toml_section alternative = in.changed_by(*changed, path);
      if (auto terms = read_unless_refused(alternative))
        alternatives.push_back({std::string(name.str()), *std::move(terms)});
      alternative.refuse_others();
      return 0;
    });
  return alternatives;
}

/// The document; none if anything was refused.
inline std::optional<agreement_document> read_document(toml_section whole) {
  std::optional<loaded_agreement> terms = read_unless_refused(whole);
  auto edition = read_edition(whole);
  auto alternatives = whole.read(std::vector<named_alternative>{}, [&] { return read_alternatives(whole); });
  whole.refuse_others();
  if (whole.is_refused()) return std::nullopt;
  return agreement_document{*std::move(terms), std::move(edition), std::move(alternatives)};
}

}  // namespace detail

/// Reads an agreement.
///
/// file    by which errors call the source
/// throws  toml_error with a line for each fault, up to 20, naming file, line, key, value and what is allowed; one for what is
///         no TOML
inline agreement_document read_toml(std::istream& in, std::string_view file) {
  const toml::table table = detail::parse_toml(in, file);
  detail::toml_refusals refusals;
  try {
    if (auto document = detail::read_document(detail::toml_section(file, table, "", nullptr, &refusals)))
      return *std::move(document);
  } catch (const detail::toml_refusals::enough&) {
  }
  refusals.throw_all();
}

/// Writes an agreement so that reading it gives the same one; of an alternative, what it changes; of a calendar, no holidays
/// that it observes in no year of its coverage.
///
/// throws  toml_error for what could not be read again, naming key, value and what is allowed; nothing is written then
/// cost    that of reading it, which is done to see that it gives the same one
inline void write_toml(std::ostream& out, const agreement_document& document) {
  const toml::table table = detail::document_for_toml(document);
  std::stringstream text;
  text << toml::toml_formatter(table, detail::toml_flags) << '\n';
  const toml::table again = detail::document_for_toml(read_toml(text, "the text to write"));
  detail::refuse_others_than(table, "", toml::node_view<const toml::node>(&again));
  out << text.view();
}

}  // namespace sla::inline v0

#endif
