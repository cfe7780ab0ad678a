#ifndef SLA_TESTS_SUPPORT_MESSAGE_HPP
#define SLA_TESTS_SUPPORT_MESSAGE_HPP

#include <string>

namespace sla_tests {

/// What an exception of this type says; "nothing was thrown" if none comes.
///
/// example  message_of<sla::interval_error>([] { sla::interval(noon, morning); })
template <class Exception>
std::string message_of(auto&& action) {
  try {
    action();
  } catch (const Exception& thrown) {
    return thrown.what();
  }
  return "nothing was thrown";
}

}  // namespace sla_tests

#endif
