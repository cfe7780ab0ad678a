#include "files.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <system_error>

#include "bad_input.hpp"

namespace program {

namespace {

namespace fs = std::filesystem;

void check(const std::error_code& problem, const std::string& file) {
  if (problem) throw bad_input(fmt::format("{}: cannot be written: {}", file_text(file), problem.message()));
}

std::error_code last_error() { return {errno, std::generic_category()}; }

std::error_code write_in_place(const std::string& file, std::string_view text) {
  std::ofstream out(file, std::ios::binary | std::ios::trunc);
  out.write(text.data(), static_cast<std::streamsize>(text.size()));
  out.close();
  return out ? std::error_code{} : last_error();
}

/// Where links lead, though nothing may be there yet.
fs::path target_of(fs::path file, std::error_code& problem) {
  static constexpr int most_links = 40;
  for (int links = 0; fs::is_symlink(fs::symlink_status(file, problem)); ++links) {
    if (links == most_links) {
      problem = std::make_error_code(std::errc::too_many_symbolic_link_levels);
      return file;
    }
    file = file.parent_path() / fs::read_symlink(file, problem);
  }
  problem.clear();
  return file;
}

/// Holds back what would end the program; it does so afterwards.
class held_signals {
 public:
  held_signals() {
    sigset_t ending;
    sigemptyset(&ending);
    for (const int each : {SIGHUP, SIGINT, SIGTERM}) sigaddset(&ending, each);
    sigprocmask(SIG_BLOCK, &ending, &before_);
  }
  held_signals(const held_signals&) = delete;
  held_signals& operator=(const held_signals&) = delete;
  ~held_signals() { sigprocmask(SIG_SETMASK, &before_, nullptr); }

 private:
  sigset_t before_;
};

/// Writes beside the target and then puts that in its place.
std::error_code replace(const fs::path& target, std::string_view text) {
  const held_signals until_it_is_there;
  const std::string unfinished = fmt::format("{}.{}.unfinished", target.string(), getpid());
  std::error_code problem = write_in_place(unfinished, text);
  if (!problem) fs::rename(unfinished, target, problem);
  std::error_code ignored;
  if (problem) fs::remove(unfinished, ignored);
  return problem;
}

}  // namespace

std::string file_text(std::string_view file) {
  const auto is_control = [](char c) { return (0 <= c && c < ' ') || c == '\x7f'; };
  return std::ranges::any_of(file, is_control) ? in_quotes(file) : std::string(file);
}

std::ifstream open_file(const std::string& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) throw bad_input(fmt::format("{}: cannot be opened: {}", file_text(file), std::strerror(errno)));
  if (fs::is_directory(file)) throw bad_input(file_text(file) + ": is a directory; allowed: a file");
  return in;
}

bool is_same_file(const std::string& one, const std::string& other) {
  std::error_code not_there;
  return fs::is_regular_file(one, not_there) && fs::equivalent(one, other, not_there);
}

void write_file(const std::string& file, std::string_view text) {
  std::error_code problem;
  const fs::path target = target_of(file, problem);
  check(problem, file);
  const fs::file_status status = fs::status(target, problem);
  const bool is_other = fs::exists(status) && !fs::is_regular_file(status) && !fs::is_directory(status);
  const bool is_device = is_other || file.starts_with("/dev/");
  check(is_device ? write_in_place(file, text) : replace(target, text), file);
}

void write_output(std::string_view text) {
  const bool is_written = std::fwrite(text.data(), 1, text.size(), stdout) == text.size() && std::fflush(stdout) == 0;
  if (!is_written) check(last_error(), "<stdout>");
}

}  // namespace program
