#ifndef SLA_PROGRAM_BAD_INPUT_HPP
#define SLA_PROGRAM_BAD_INPUT_HPP

#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "sla/time/error.hpp"

namespace program {

/// A value cannot be accepted; says what is wrong with it and what is allowed, but not yet where it stands.
class bad_value : public sla::error {
 public:
  using sla::error::error;
};

[[noreturn]] void refuse(std::string_view wrong, std::string_view allowed);

/// Input cannot be accepted; says where, which value, what is wrong with it and what is allowed, on one line.
class bad_input : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// A text in quotes, on one line, whatever it holds; of a long one the beginning.
std::string in_quotes(std::string_view text);

/// Reads the value of an option.
///
/// throws  bad_input naming the option if `parse` does not accept the value
auto option_value(std::string_view option, std::string_view text, auto parse) {
  try {
    return parse(text);
  } catch (const sla::error& problem) {
    throw bad_input(std::string(option) + ' ' + in_quotes(text) + ": " + problem.what());
  }
}

/// What becomes of lines that cannot be used: they end the program, up to 20 of a file at once, or each is reported and left
/// out.
class bad_lines {
 public:
  enum class policy { stop, skip };

  explicit bad_lines(policy chosen) noexcept : policy_(chosen) {}

  /// Deals with one bad line.
  ///
  /// throws  bad_input with all bad lines of the file so far when they are as many as people read at once, unless bad lines
  ///         are skipped
  void add(const bad_input& problem);

  /// Ends with the bad lines of the file, if there are any that were not skipped.
  void end_of_file() const;

  /// Ends with them and a problem behind which nothing more can be read.
  [[noreturn]] void end_at(const bad_input& problem) const;

  /// Whether a bad line ends the program, so that what rests on it need not be judged.
  bool are_fatal() const noexcept { return policy_ == policy::stop; }

  std::int64_t skipped() const noexcept { return skipped_; }

 private:
  policy policy_;
  std::int64_t skipped_ = 0;
  std::vector<std::string> fatal_;
};

}  // namespace program

#endif
