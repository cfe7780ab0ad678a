#include "files.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <system_error>

#include "bad_input.hpp"

namespace program {

namespace {

namespace fs = std::filesystem;

void check(const std::error_code& problem, const std::string& file) {
  if (problem) throw bad_input(fmt::format("{}: cannot be written: {}", file, problem.message()));
}

std::error_code last_error() { return {errno, std::generic_category()}; }

std::error_code write_in_place(const std::string& file, std::string_view text) {
  std::ofstream out(file, std::ios::binary | std::ios::trunc);
  out.write(text.data(), static_cast<std::streamsize>(text.size()));
  out.close();
  return out ? std::error_code{} : last_error();
}

/// Writes beside the target and then puts that in its place.
std::error_code replace(const fs::path& target, std::string_view text) {
  const std::string unfinished = fmt::format("{}.{}.unfinished", target.string(), getpid());
  std::error_code problem = write_in_place(unfinished, text);
  if (!problem) fs::rename(unfinished, target, problem);
  std::error_code ignored;
  if (problem) fs::remove(unfinished, ignored);
  return problem;
}

}  // namespace

std::ifstream open_file(const std::string& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) throw bad_input(fmt::format("{}: cannot be opened: {}", file, std::strerror(errno)));
  if (fs::is_directory(file)) throw bad_input(file + ": is a directory; allowed: a file");
  return in;
}

void write_file(const std::string& file, std::string_view text) {
  std::error_code problem;
  const fs::file_status status = fs::status(file, problem);
  const bool is_other = fs::exists(status) && !fs::is_regular_file(status) && !fs::is_directory(status);
  const bool is_device = is_other || file.starts_with("/dev/");
  const fs::path target = fs::is_regular_file(status) ? fs::canonical(file) : fs::path(file);
  check(is_device ? write_in_place(file, text) : replace(target, text), file);
}

void write_output(std::string_view text) {
  const bool is_written = std::fwrite(text.data(), 1, text.size(), stdout) == text.size() && std::fflush(stdout) == 0;
  if (!is_written) check(last_error(), "<stdout>");
}

}  // namespace program
