#ifndef SLA_PROGRAM_DELIMITED_HPP
#define SLA_PROGRAM_DELIMITED_HPP

#include <csv.h>

#include <cstddef>
#include <cstdint>
#include <istream>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "bad_input.hpp"
#include "terminal.hpp"

namespace program {

/// A column that is looked for by its name.
struct column {
  enum class presence { required, optional };

  std::string_view name;
  presence needed = presence::required;
};

/// CSV knows quotes, TSV does not.
enum class layout { csv, tsv };

/// What becomes of columns that nobody asked for: they are an error, or they are carried along.
enum class other_columns { refused, carried };

/// Takes one line apart into fields.
class field_splitter {
 public:
  explicit field_splitter(layout form);
  field_splitter(const field_splitter&) = delete;
  field_splitter& operator=(const field_splitter&) = delete;
  ~field_splitter();

  /// Takes a line; false if its quotes are misplaced.
  bool split(std::string_view line);

  std::size_t size() const noexcept { return ends_.size(); }
  std::string_view operator[](std::size_t position) const noexcept;

 private:
  void take_unquoted(std::string_view line);
  void take(std::string_view field);

  csv_parser parser_{};
  std::string text_;               ///< the fields, one after the other
  std::vector<std::size_t> ends_;  ///< where in it each field ends
};

/// Reads text with a header, one record a line, and remembers where it is.
///
/// Takes LF and CRLF, a byte order mark and empty lines; keeps blanks.
class delimited_reader {
 public:
  /// In bytes; a line that is longer may have no end.
  static constexpr std::streamsize longest_line = std::streamsize{1} << 20;

  /// taken   names that no other column may have
  /// throws  bad_input for a missing header, and for a column that is missing, unknown, repeated or of a name that is taken
  delimited_reader(std::istream& in, std::string_view name, layout form, std::span<const column> columns,
                   other_columns others, std::span<const std::string_view> taken = {});

  /// Goes to the next record; false if there is none.
  ///
  /// throws  bad_input for a line that has other fields than the header; reading may go on
  bool next();

  /// The record as it stands in the file.
  std::string_view line() const noexcept { return line_; }

  /// Whether there may be further lines after one that was refused: not if reading failed, or never came to its end.
  bool can_go_on() const noexcept { return !in_.fail() || in_.eof(); }

  /// The number of its line, from 1.
  std::int64_t line_number() const noexcept { return number_; }

  bool has(std::size_t column) const noexcept { return positions_[column].has_value(); }

  /// A field by the number of its column; empty where an optional column is absent.
  std::string_view operator[](std::size_t column) const noexcept {
    return has(column) ? fields_[*positions_[column]] : std::string_view{};
  }

  /// Reads a field.
  ///
  /// throws  bad_input naming line, field and value if `parse` does not accept it
  auto read(std::size_t column, auto parse) const {
    try {
      return parse((*this)[column]);
    } catch (const sla::error& problem) {
      refuse_field(column, problem.what());
    }
  }

  /// Refuses a field for a reason found elsewhere.
  [[noreturn]] void refuse_field(std::size_t column, std::string_view why) const;

  /// Refuses a line for a reason found elsewhere.
  [[noreturn]] void refuse_line(std::string_view why) const;

 private:
  bool read_line();
  void split();
  std::string known_columns() const;
  void find_columns(layout form, other_columns others, std::span<const std::string_view> taken);
  void find_column(std::size_t position, other_columns others, std::span<const std::string_view> taken);
  [[noreturn]] void refuse_column(std::string_view column, std::string_view why) const;

  std::istream& in_;
  std::string name_;
  std::span<const column> columns_;
  field_splitter fields_;
  progress progress_;
  std::unique_ptr<char[]> buffer_;  ///< of the line
  std::string_view line_;
  std::int64_t number_ = 0;
  std::size_t width_ = 0;  ///< the fields of the header
  std::vector<std::optional<std::size_t>> positions_;
};

/// Uses every record; lines that cannot be used are left to `bad`.
void for_each_record(delimited_reader& in, bad_lines& bad, auto use) {
  for (bool is_at_end = false; !is_at_end;) try {
      is_at_end = !in.next();
      if (!is_at_end) use();
    } catch (const bad_input& problem) {
      if (!in.can_go_on()) bad.end_at(problem);
      bad.add(problem);
    }
  bad.end_of_file();
}

}  // namespace program

#endif
