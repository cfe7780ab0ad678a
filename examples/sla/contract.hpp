#ifndef SLA_PROGRAM_CONTRACT_HPP
#define SLA_PROGRAM_CONTRACT_HPP

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "sla/policy/edition.hpp"
#include "sla/policy/loaded_agreement.hpp"
#include "sla/toml/document.hpp"

namespace program {

using sla::loaded_agreement;
using severity = sla::severity_level;
using contract_edition = sla::loaded_editions<loaded_agreement>::edition;

/// An agreement with one or more clauses read otherwise, under the name of the reading.
struct named_reading {
  std::string name;
  loaded_agreement terms;
};

/// What this run of the program answers for: the built-in agreement, or the editions of one that was read from files.
class contract {
 public:
  /// The built-in agreement, Harvard Business Impact's.
  static contract built_in();

  /// One edition a file.
  ///
  /// throws  bad_input naming file, line, key, value and what is allowed, and for an agreement that is not sound
  static contract from_files(const std::vector<std::string>& files);

  /// The same, read otherwise: "as_written", the name of an alternative, changes such as "holds=recognised", or an
  /// alternative and changes, separated by commas.
  ///
  /// throws  bad_value listing what there is
  contract under(std::string_view reading) const;

  /// The same with the maintenance windows of an offering.
  contract with_windows(std::span<const sla::recurrence> windows) const;

  const sla::loaded_editions<loaded_agreement>& editions() const noexcept { return editions_; }

  /// The edition that applies to what began at an instant.
  ///
  /// throws  coverage_error before the first edition
  const loaded_agreement& at(sla::instant started) const { return editions_.in_force(started).terms; }

  /// The last edition, for what does not depend on an instant: the clocks, the names of the levels.
  const loaded_agreement& latest() const noexcept { return editions_.all().back().terms; }

  /// True if results have to say which edition they come from.
  bool has_editions() const noexcept { return editions_.all().size() > 1; }
  bool is_built_in() const noexcept { return files_.empty(); }

  /// Those that it was read from.
  const std::vector<std::string>& files() const noexcept { return files_; }

  /// What the last edition's file holds, or would hold.
  const sla::agreement_document& document() const noexcept { return documents_.back(); }

  /// The reading by which it was made.
  const std::string& reading() const noexcept { return reading_; }

  /// What changes due instants, one reading at a time: the edition in force at an instant as it is written, unless that is
  /// how it is read, its alternatives, then every other meaning of every clause; none that could not be an agreement.
  std::vector<named_reading> other_readings(sla::instant at) const;

 private:
  contract(std::vector<sla::agreement_document> written, std::vector<sla::agreement_document> documents,
           std::string reading, std::vector<std::string> files);

  std::vector<sla::agreement_document> written_;    ///< as they are before any reading
  std::vector<sla::agreement_document> documents_;  ///< as this contract reads them
  std::string reading_;
  std::vector<std::string> files_;
  sla::loaded_editions<loaded_agreement> editions_;
};

/// The contract of this run, as the command line chose it.
const contract& agreed();
void agree_on(contract chosen);

}  // namespace program

#endif
