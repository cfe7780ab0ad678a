#ifndef SLA_POLICY_SEVERITY_TABLE_HPP
#define SLA_POLICY_SEVERITY_TABLE_HPP

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sla/policy/enumerator.hpp"
#include "sla/policy/target.hpp"
#include "sla/time/error.hpp"

namespace sla::inline v0 {

/// What is promised for one level: a response, and a resolution or case_by_case{}.
///
/// example  row{severity::minor, respond_within(business_days{2}), case_by_case{}}
template <class Severity>
struct row {
  Severity level;
  response_target response;
  std::optional<resolution_target> resolution;

  constexpr row(Severity of, response_target respond, resolution_target resolve)
      : level(of), response(respond), resolution(resolve) {}
  constexpr row(Severity of, response_target respond, case_by_case) : level(of), response(respond) {}
};

/// The promises of an agreement, one row for every level of its severities, in the order of the enumeration.
///
/// Severity  the user's own enumeration, with values from 0 to 31
/// throws    terms_error for rows out of order or repeated; a missing or surplus row does not compile
/// example   severity_table{row{level::high, respond_within(elapsed{1h}), case_by_case{}},
///                          row{level::low, respond_within(business_days{1}), case_by_case{}}}
template <class Severity, std::size_t Rows>
class severity_table {
  static_assert(!enumerators<Severity>::has_others(), "the levels of a severity table must have values from 0 to 31");
  static_assert(Rows == enumerators<Severity>::count, "a severity table needs one row for every level");

 public:
  using severity = Severity;

  template <class... Row>
    requires(sizeof...(Row) == Rows)
  constexpr explicit severity_table(const Row&... rows) : rows_{rows...} {
    for (std::size_t i = 0; i < Rows; ++i)
      if (rows_[i].level != enumerators<Severity>::all[i].value)
        severity_rows_must_stand_in_the_order_of_the_levels(rows_[i].level, enumerators<Severity>::all[i].name);
  }

  /// The row of a level.
  ///
  /// throws  terms_error for a value that is no level
  constexpr const row<Severity>& operator[](Severity level) const {
    const std::size_t place = enumerators<Severity>::place_of(level);
    if (place >= Rows) a_severity_must_be_a_level_of_the_table(level);
    return rows_[place];
  }

  constexpr auto begin() const noexcept { return rows_.begin(); }
  constexpr auto end() const noexcept { return rows_.end(); }

  static constexpr std::string_view name_of(Severity level) noexcept { return sla::name_of(level); }

 private:
  [[noreturn]] static void severity_rows_must_stand_in_the_order_of_the_levels(Severity found,
                                                                               std::string_view expected) {
    throw terms_error("the severity table has a row for " + std::string(name_of(found)) + " where " +
                      std::string(expected) + " is expected");
  }
  [[noreturn]] static void a_severity_must_be_a_level_of_the_table(Severity level) {
    throw terms_error("the severity with value " + std::to_string(static_cast<int>(level)) +
                      " has no row in the table");
  }

  std::array<row<Severity>, Rows> rows_;
};

template <class Severity, class... Row>
severity_table(const row<Severity>&, const Row&...) -> severity_table<Severity, 1 + sizeof...(Row)>;

/// A level of a table that becomes known at run time, by its number.
enum class severity_level : int {};

/// The promises of an agreement that becomes known at run time, in the order of decreasing severity.
///
/// throws   terms_error for a level or a name that has a row already, and for a table without rows
/// example  loaded_severity_table({{"critical", row{severity_level{1}, respond_within(elapsed{2h}), case_by_case{}}}})
class loaded_severity_table {
 public:
  using severity = severity_level;

  struct named_row : row<severity_level> {
    std::string name;
    constexpr named_row(std::string of, const row<severity_level>& promised)
        : row<severity_level>(promised), name(std::move(of)) {}
  };

  constexpr explicit loaded_severity_table(std::vector<named_row> rows) : rows_(std::move(rows)) {
    if (rows_.empty()) a_severity_table_needs_a_row();
    for (std::size_t i = 0; i < rows_.size(); ++i)
      for (std::size_t earlier = 0; earlier < i; ++earlier)
        if (rows_[i].level == rows_[earlier].level || rows_[i].name == rows_[earlier].name)
          a_level_must_have_one_row(rows_[i]);
  }
  /// The rows of a table that is a constant.
  template <class Severity, std::size_t Rows>
  constexpr explicit loaded_severity_table(const severity_table<Severity, Rows>& table) {
    for (const row<Severity>& each : table) {
      row<severity_level> same{static_cast<severity_level>(each.level), each.response, case_by_case{}};
      same.resolution = each.resolution;
      rows_.emplace_back(std::string(sla::name_of(each.level)), same);
    }
  }

  /// The row of a level.
  ///
  /// throws  terms_error for a number that is no level
  constexpr const row<severity_level>& operator[](severity_level level) const {
    for (const named_row& each : rows_)
      if (each.level == level) return each;
    a_severity_must_be_a_level_of_the_table(level);
  }

  constexpr auto begin() const noexcept { return rows_.begin(); }
  constexpr auto end() const noexcept { return rows_.end(); }

  /// Empty for a number that is no level.
  constexpr std::string_view name_of(severity_level level) const noexcept {
    for (const named_row& each : rows_)
      if (each.level == level) return each.name;
    return {};
  }

 private:
  [[noreturn]] static void a_severity_table_needs_a_row() {
    throw terms_error("a severity table needs a row for at least one level");
  }
  [[noreturn]] static void a_level_must_have_one_row(const named_row& repeated) {
    throw terms_error("the severity table has a second row for level " +
                      std::to_string(static_cast<int>(repeated.level)) + " or the name \"" + repeated.name + '"');
  }
  [[noreturn]] static void a_severity_must_be_a_level_of_the_table(severity_level level) {
    throw terms_error("the severity with value " + std::to_string(static_cast<int>(level)) +
                      " has no row in the table");
  }

  std::vector<named_row> rows_;
};

}  // namespace sla::inline v0

#endif
