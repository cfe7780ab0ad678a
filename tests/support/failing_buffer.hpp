#ifndef SLA_TESTS_SUPPORT_FAILING_BUFFER_HPP
#define SLA_TESTS_SUPPORT_FAILING_BUFFER_HPP

#include <stdexcept>
#include <streambuf>
#include <string>
#include <utility>

namespace sla_tests {

/// The beginning of a file whose rest cannot be read.
class failing_buffer : public std::streambuf {
 public:
  explicit failing_buffer(std::string text) : text_(std::move(text)) {
    setg(text_.data(), text_.data(), text_.data() + text_.size());
  }

 private:
  int_type underflow() override { throw std::runtime_error("input/output error"); }

  std::string text_;
};

}  // namespace sla_tests

#endif
