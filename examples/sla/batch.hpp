#ifndef SLA_PROGRAM_BATCH_HPP
#define SLA_PROGRAM_BATCH_HPP

#include <fmt/ranges.h>

#include <iostream>
#include <span>
#include <string>
#include <string_view>

#include "command.hpp"
#include "delimited.hpp"
#include "files.hpp"

namespace program {

/// Answers every line of a TSV table on standard input: echoes it and adds the columns of the answer.
///
/// columns  what is asked, by name; all other columns are echoed, too
/// answers  the names of the columns that are added, and that the table must not have
/// answer   appends its fields, each after a tab, to the text it is given
/// throws   bad_input for the lines that cannot be answered; nothing is printed then
exit_status answer_batch(std::span<const column> columns, std::span<const std::string_view> answers, auto answer) {
  delimited_reader in(std::cin, "<stdin>", layout::tsv, columns, other_columns::carried, answers);
  std::string out = fmt::format("{}\t{}\n", in.line(), fmt::join(answers, "\t"));
  bad_lines bad(bad_lines::policy::stop);
  for_each_record(in, bad, [&] {
    out += in.line();
    answer(in, out);
    out += '\n';
  });
  write_data(out);
  return exit_status::answered;
}

}  // namespace program

#endif
