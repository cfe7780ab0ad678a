#ifndef SLA_PROGRAM_TEXT_TABLE_HPP
#define SLA_PROGRAM_TEXT_TABLE_HPP

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "terminal.hpp"

namespace program {

/// What stands in one place of a table.
struct cell {
  std::string text;
  fmt::text_style look = style::plain;
};

/// Text in columns as wide as they need to be.
class text_table {
 public:
  /// alignment  one letter a column: `l` for left, `r` for right
  explicit text_table(std::string_view alignment) : alignment_(alignment), widths_(alignment.size()) {}

  /// Adds a row with as many cells as there are columns.
  void add(std::vector<cell> row);
  /// Adds a row of headings.
  void add_headings(const std::vector<std::string_view>& names);

  std::string text(const paint& colour) const;

 private:
  std::string_view alignment_;
  std::vector<std::size_t> widths_;
  std::vector<std::vector<cell>> rows_;
};

}  // namespace program

#endif
