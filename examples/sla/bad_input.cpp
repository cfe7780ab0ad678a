#include "bad_input.hpp"

#include <fmt/format.h>

#include <cstdio>
#include <nlohmann/json.hpp>

namespace program {

void refuse(std::string_view wrong, std::string_view allowed) {
  throw bad_value(fmt::format("{}; allowed: {}", wrong, allowed));
}

std::string in_quotes(std::string_view text) {
  static constexpr std::size_t most = 200;
  static constexpr std::string_view unseen = "\xEF\xBB\xBF";  // a byte order mark
  std::string quoted =
      nlohmann::json(text.substr(0, most)).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
  for (std::size_t at = 0; (at = quoted.find(unseen, at)) != std::string::npos;)
    quoted.replace(at, unseen.size(), "\\ufeff");
  return text.size() <= most ? quoted : fmt::format("{}... ({} bytes)", quoted, text.size());
}

void bad_lines::add(const bad_input& problem) {
  if (policy_ == policy::stop) throw problem;
  fmt::print(stderr, "{}\n", problem.what());
  ++skipped_;
}

}  // namespace program
