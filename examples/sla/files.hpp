#ifndef SLA_PROGRAM_FILES_HPP
#define SLA_PROGRAM_FILES_HPP

#include <fstream>
#include <string>
#include <string_view>

namespace program {

/// The name of a file in a message: in quotes if it does not stand on one line.
std::string file_text(std::string_view file);

/// Opens a file to be read.
///
/// throws  bad_input if it cannot be opened, and for a directory
std::ifstream open_file(const std::string& file);

/// Whether two paths name one file that is there.
bool is_same_file(const std::string& one, const std::string& other);

/// Writes a file whole or not at all: a reader sees the old text or the new one, never a part.
///
/// file    a path; what it names in /dev is written to, not replaced
/// throws  bad_input if the file cannot be written
void write_file(const std::string& file, std::string_view text);

/// Writes to standard output.
///
/// throws  bad_input if it does not take everything
void write_output(std::string_view text);

}  // namespace program

#endif
