#ifndef SLA_TOML_DOCUMENT_HPP
#define SLA_TOML_DOCUMENT_HPP

#include <optional>
#include <string>
#include <vector>

#include "sla/policy/loaded_agreement.hpp"
#include "sla/time/civil.hpp"

namespace sla::inline v0 {

/// The same agreement with some clauses read otherwise, under a name.
struct named_alternative {
  std::string name;
  loaded_agreement terms;
};

/// What a file holds.
///
/// edition       the name of this edition and the date from which on it is in force; none for an agreement without editions
/// alternatives  in the order of their names
struct agreement_document {
  struct edition_clause {
    std::string name;
    civil_day effective_on;
  };

  loaded_agreement terms;
  std::optional<edition_clause> edition;
  std::vector<named_alternative> alternatives;
};

}  // namespace sla::inline v0

#endif
