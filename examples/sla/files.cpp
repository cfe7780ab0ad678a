#include "files.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <system_error>
#include <utility>

#include "bad_input.hpp"
#include "terminal.hpp"

namespace program {

namespace {

namespace fs = std::filesystem;

void check(const std::error_code& problem, const std::string& file) {
  if (problem) throw bad_input(fmt::format("{}: cannot be written: {}", file_text(file), problem.message()));
}

std::error_code last_error() { return {errno, std::generic_category()}; }

/// Writes a file from its beginning; the permissions are those of one that is not there yet.
std::error_code write_file(const std::string& file, std::string_view text, mode_t permissions) {
  const int out = ::open(file.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, permissions);
  if (out == -1) return last_error();
  std::error_code problem;
  while (!text.empty() && !problem) {
    const ssize_t written = ::write(out, text.data(), text.size());
    if (written == -1)
      problem = last_error();
    else
      text.remove_prefix(static_cast<std::size_t>(written));
  }
  if (::close(out) == -1 && !problem) problem = last_error();
  return problem;
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

/// A device, a pipe: what has no text of its own that could be replaced.
bool is_device(const std::string& file) {
  std::error_code not_there;
  const fs::file_status status = fs::status(file, not_there);
  return fs::exists(status) && !fs::is_regular_file(status) && !fs::is_directory(status);
}

/// Whether something is written to as it is: a device, or what is open already.
bool is_written_in_place(const std::string& file) {
  static constexpr std::array open_already{"/dev/fd/", "/dev/std", "/proc/"};
  return is_device(file) || std::ranges::any_of(open_already, [&](const char* each) { return file.starts_with(each); });
}

constexpr mode_t for_all_that_may = 0666;

/// The text of a file beside it, until it takes its place.
class unfinished_file {
 public:
  unfinished_file(const new_file& whole, fs::path target)
      : whole_(&whole),
        target_(std::move(target)),
        path_(fmt::format("{}.{}.unfinished", target_.string(), getpid())) {}

  /// Writes the text, as the old one's owner if that is allowed, and for nobody who could not read that.
  void write() const {
    struct stat old{};
    const bool is_there = ::stat(target_.c_str(), &old) == 0;
    const mode_t permissions = old.st_mode & static_cast<mode_t>(fs::perms::all);
    check(write_file(path_, whole_->text, is_there ? permissions : for_all_that_may), whole_->file);
    if (!is_there) return;
    [[maybe_unused]] const int not_mine = ::chown(path_.c_str(), old.st_uid, old.st_gid);
    ::chmod(path_.c_str(), permissions);
  }

  void take_place() const {
    std::error_code problem;
    fs::rename(path_, target_, problem);
    check(problem, whole_->file);
  }

  void remove() const noexcept { ::unlink(path_.c_str()); }

 private:
  const new_file* whole_;
  fs::path target_;
  std::string path_;
};

/// What ends the program unless it is ignored.
constexpr std::array ending_signals{SIGHUP, SIGINT, SIGQUIT, SIGPIPE, SIGALRM, SIGTERM, SIGUSR1, SIGUSR2, SIGXCPU};

sigset_t set_of_ending_signals() {
  sigset_t set;
  sigemptyset(&set);
  for (const int each : ending_signals) sigaddset(&set, each);
  return set;
}

/// Holds back what would end the program; it does so afterwards.
class held_signals {
 public:
  held_signals() {
    const sigset_t held = set_of_ending_signals();
    sigprocmask(SIG_BLOCK, &held, &before_);
  }
  held_signals(const held_signals&) = delete;
  held_signals& operator=(const held_signals&) = delete;
  ~held_signals() { sigprocmask(SIG_SETMASK, &before_, nullptr); }

 private:
  sigset_t before_;
};

/// Files that are gone in the end, also if a signal ends the program; there is one such set at a time.
class unfinished_files {
 public:
  explicit unfinished_files(std::vector<unfinished_file> files) : files_(std::move(files)) {
    removed_by_signals = &files_;
    struct sigaction removal{};
    removal.sa_handler = remove_and_end;
    removal.sa_mask = set_of_ending_signals();
    handle_signals(removal);
  }
  unfinished_files(const unfinished_files&) = delete;
  unfinished_files& operator=(const unfinished_files&) = delete;
  ~unfinished_files() {
    for (const unfinished_file& each : files_) each.remove();
    struct sigaction end{};
    end.sa_handler = SIG_DFL;
    handle_signals(end);
  }

  void write() const {
    for (const unfinished_file& each : files_) each.write();
  }

  void take_their_places() const {
    const held_signals signals;
    for (const unfinished_file& each : files_) each.take_place();
  }

 private:
  static void remove_and_end(int number) {
    for (const unfinished_file& each : *removed_by_signals) each.remove();
    std::signal(number, SIG_DFL);
    std::raise(number);  // comes through as this returns
  }

  static void handle_signals(const struct sigaction& by) {
    for (const int each : ending_signals) {
      struct sigaction now{};
      sigaction(each, nullptr, &now);
      if (now.sa_handler != SIG_IGN) sigaction(each, &by, nullptr);
    }
  }

  static inline const std::vector<unfinished_file>* removed_by_signals = nullptr;

  std::vector<unfinished_file> files_;
};

void print(std::string_view text) {
  const bool is_written = std::fwrite(text.data(), 1, text.size(), stdout) == text.size() && std::fflush(stdout) == 0;
  if (!is_written) check(last_error(), "<stdout>");
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
  if (one.empty() || other.empty() || is_device(one)) return false;
  std::error_code unknown;
  const auto place_of = [&](const std::string& file) {
    return fs::weakly_canonical(fs::absolute(target_of(file, unknown), unknown), unknown);
  };
  return fs::equivalent(one, other, unknown) || place_of(one) == place_of(other);
}

bool is_standard_output(const std::string& file) {
  struct stat named{};
  struct stat printed{};
  return ::stat(file.c_str(), &named) == 0 && ::fstat(STDOUT_FILENO, &printed) == 0 && !S_ISCHR(printed.st_mode) &&
         named.st_dev == printed.st_dev && named.st_ino == printed.st_ino;
}

void write_output(std::string_view printed, const std::vector<new_file>& files) {
  std::vector<unfinished_file> beside;
  for (const new_file& each : files) {
    std::error_code problem;
    fs::path target = target_of(each.file, problem);
    check(problem, each.file);
    if (fs::is_directory(target, problem)) check(std::make_error_code(std::errc::is_a_directory), each.file);
    if (!is_written_in_place(each.file)) beside.emplace_back(each, std::move(target));
  }
  const unfinished_files unfinished(std::move(beside));
  unfinished.write();
  for (const auto& [file, text] : files)
    if (is_written_in_place(file)) check(write_file(file, text, for_all_that_may), file);
  write_output(printed);
  unfinished.take_their_places();
}

void write_output(std::string_view text) { print(shown(text)); }

void write_data(std::string_view text) { print(isatty(STDOUT_FILENO) == 1 ? shown(text) : std::string(text)); }

}  // namespace program
