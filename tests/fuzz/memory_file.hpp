#ifndef SLA_TESTS_FUZZ_MEMORY_FILE_HPP
#define SLA_TESTS_FUZZ_MEMORY_FILE_HPP

#include <sys/mman.h>
#include <unistd.h>

#include <string>
#include <string_view>

#include "law.hpp"

namespace sla_fuzz {

/// A file in memory, opened by its name.
class memory_file {
 public:
  explicit memory_file(std::string_view text = {}) {
    expect(descriptor_ != -1 && write(descriptor_, text.data(), text.size()) == static_cast<ssize_t>(text.size()),
           "there is memory for a file");
  }
  memory_file(const memory_file&) = delete;
  memory_file& operator=(const memory_file&) = delete;
  ~memory_file() { close(descriptor_); }

  int descriptor() const noexcept { return descriptor_; }
  std::string name() const { return "/proc/self/fd/" + std::to_string(descriptor_); }

  /// What was written to it by another descriptor of the same file; it is empty then.
  std::string take() const {
    std::string text(static_cast<std::size_t>(lseek(descriptor_, 0, SEEK_END)), '\0');
    expect(pread(descriptor_, text.data(), text.size(), 0) == static_cast<ssize_t>(text.size()), "a file can be read");
    expect(ftruncate(descriptor_, 0) == 0 && lseek(descriptor_, 0, SEEK_SET) == 0, "a file can be emptied");
    return text;
  }

 private:
  int descriptor_ = memfd_create("fuzz", 0);
};

}  // namespace sla_fuzz

#endif
