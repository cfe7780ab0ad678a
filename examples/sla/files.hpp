#ifndef SLA_PROGRAM_FILES_HPP
#define SLA_PROGRAM_FILES_HPP

#include <fstream>
#include <string>
#include <string_view>
#include <vector>

namespace program {

/// The name of a file in a message: in quotes if it does not stand on one line.
std::string file_text(std::string_view file);

/// Opens a file to be read.
///
/// throws  bad_input if it cannot be opened, and for a directory
std::ifstream open_file(const std::string& file);

/// Whether two paths name one file, or would, were it there.
bool is_same_file(const std::string& one, const std::string& other);

/// Whether a path names what standard output goes to, unless that is a device, which takes both.
bool is_standard_output(const std::string& file);

/// What a file is to hold.
///
/// file  a path; a device, a pipe and what is open already, as /dev/fd/3, is written to, not replaced
struct new_file {
  std::string file;
  std::string text;
};

/// Writes files and standard output, and then puts the files in their places: a reader of a file sees the old text or the
/// new one, never a part. A signal that ends the program meanwhile leaves the old ones, and nothing beside them.
///
/// throws  bad_input if a file cannot be written, or standard output does not take everything: no file is replaced then;
///         and if a file cannot take its place: those before it have
void write_output(std::string_view printed, const std::vector<new_file>& files);

/// Writes to standard output, as a terminal may have it (`shown`).
///
/// throws  bad_input if it does not take everything
void write_output(std::string_view text);

/// Writes to standard output what another program reads: as it is, unless that is a terminal.
///
/// throws  bad_input if it does not take everything
void write_data(std::string_view text);

}  // namespace program

#endif
