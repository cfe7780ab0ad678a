#include "files.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <list>
#include <system_error>
#include <utility>

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

/// Whether something is written to as it is: a device, a pipe.
bool is_written_in_place(const std::string& file) {
  std::error_code not_there;
  const fs::file_status status = fs::status(file, not_there);
  const bool is_other = fs::exists(status) && !fs::is_regular_file(status) && !fs::is_directory(status);
  return is_other || file.starts_with("/dev/");
}

/// Holds back what would end the program; it does so afterwards. What is ignored would not.
class held_signals {
 public:
  held_signals() {
    sigemptyset(&held_);
    for (const int each : ending_signals) {
      struct sigaction now{};
      sigaction(each, nullptr, &now);
      if (now.sa_handler != SIG_IGN) sigaddset(&held_, each);
    }
    sigprocmask(SIG_BLOCK, &held_, &before_);
  }
  held_signals(const held_signals&) = delete;
  held_signals& operator=(const held_signals&) = delete;
  ~held_signals() { sigprocmask(SIG_SETMASK, &before_, nullptr); }

  /// True if one has come in the meantime.
  bool have_come() const {
    sigset_t pending;
    sigpending(&pending);
    return std::ranges::any_of(
        ending_signals, [&](int each) { return sigismember(&held_, each) == 1 && sigismember(&pending, each) == 1; });
  }

 private:
  static constexpr std::array ending_signals{SIGHUP, SIGINT, SIGPIPE, SIGTERM};

  sigset_t held_;
  sigset_t before_;
};

/// The text of a file beside it, until it is put in its place; otherwise it vanishes again.
class unfinished_file {
 public:
  unfinished_file(const std::string& file, fs::path target, std::string_view text)
      : file_(file), target_(std::move(target)), text_(fmt::format("{}.{}.unfinished", target_.string(), getpid())) {
    const std::error_code problem = write_in_place(text_, text);
    if (problem) remove();
    check(problem, file_);
  }
  unfinished_file(const unfinished_file&) = delete;
  unfinished_file& operator=(const unfinished_file&) = delete;
  ~unfinished_file() { remove(); }

  void finish() {
    std::error_code problem;
    fs::rename(text_, target_, problem);
    check(problem, file_);
  }

 private:
  void remove() const noexcept {
    std::error_code not_there;
    fs::remove(text_, not_there);
  }

  const std::string& file_;
  fs::path target_;
  std::string text_;
};

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
  if (one.empty() || other.empty() || is_written_in_place(one)) return false;
  std::error_code unknown;
  const auto place_of = [&](const std::string& file) {
    return fs::weakly_canonical(fs::absolute(target_of(file, unknown), unknown), unknown);
  };
  return fs::equivalent(one, other, unknown) || place_of(one) == place_of(other);
}

void write_output(std::string_view printed, const std::vector<new_file>& files) {
  const held_signals signals;
  std::list<unfinished_file> unfinished;
  for (const auto& [file, text] : files) {
    std::error_code problem;
    fs::path target = target_of(file, problem);
    check(problem, file);
    if (fs::is_directory(target, problem)) check(std::make_error_code(std::errc::is_a_directory), file);
    if (!is_written_in_place(file)) unfinished.emplace_back(file, std::move(target), text);
  }
  if (signals.have_come()) return;
  for (const auto& [file, text] : files)
    if (is_written_in_place(file)) check(write_in_place(file, text), file);
  write_output(printed);
  for (unfinished_file& each : unfinished) each.finish();
}

void write_output(std::string_view text) {
  const bool is_written = std::fwrite(text.data(), 1, text.size(), stdout) == text.size() && std::fflush(stdout) == 0;
  if (!is_written) check(last_error(), "<stdout>");
}

}  // namespace program
