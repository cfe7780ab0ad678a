#ifndef SLA_PROGRAM_NAMES_HPP
#define SLA_PROGRAM_NAMES_HPP

#include <string>
#include <string_view>

#include "bad_input.hpp"
#include "contract.hpp"
#include "sla/clock/event.hpp"
#include "sla/contracts/harvard_business_impact.hpp"
#include "sla/policy/enumerator.hpp"
#include "times.hpp"

namespace program {

namespace hbi = sla::harvard_business_impact;

/// The names of a table's rows, for the reader of an error message.
///
/// rows  a range of things with a `name`
std::string names_of(const auto& rows) {
  std::string names;
  for (const auto& row : rows) names.append(names.empty() ? "" : ", ").append(row.name);
  return names;
}

/// The row of a table that has a name.
///
/// throws  bad_value listing the names there are
const auto& named(const auto& rows, std::string_view name, std::string_view otherwise) {
  for (const auto& row : rows)
    if (row.name == name) return row;
  refuse(otherwise, names_of(rows));
}

/// A severity of the agreement, by its number or its name.
///
/// throws   bad_value
/// example  "2" or "urgent"
severity parse_severity(std::string_view text);

/// A severity as people read it.
///
/// example  "2 urgent"
std::string severity_text(severity level);

/// What a missed commitment of a strength is called.
///
/// example  "breach", "missed objective"
std::string_view word_for_miss(sla::obligation strength);

/// What `--offering` chose of the built-in agreement: an offering, or a group of offerings that share their windows.
struct offering_choice {
  std::string_view name;
  std::string_view title;
  hbi::offering offering;
};

/// An offering by its name, or a group: `common` has the Friday window, `spark` also the Saturday window.
///
/// throws  bad_value
const offering_choice& parse_offering(std::string_view text);

/// Takes the windows of an offering into the contract; an agreement from a file has no offerings, but windows of its own.
///
/// returns  none for an agreement from a file
/// throws   bad_input; CLI::RequiredError if one has to be chosen and is not
const offering_choice* choose_offering(std::string_view option_text);

/// A group of offerings, `common` or `spark`.
///
/// throws  bad_value
const offering_choice& parse_offering_group(std::string_view text);

/// The name of a ticket or a service: UTF-8 text of at least one character, without control characters.
///
/// throws  bad_value
std::string_view parse_name(std::string_view text);

}  // namespace program

#endif
