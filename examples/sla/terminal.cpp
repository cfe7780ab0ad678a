#include "terminal.hpp"

#include <unistd.h>

#include <cstdio>
#include <cstdlib>

namespace program {

paint::paint(when chosen)
    : is_on_(chosen == when::always ||
             (chosen == when::automatic && isatty(STDOUT_FILENO) == 1 && std::getenv("NO_COLOR") == nullptr)) {}

std::string paint::operator()(const fmt::text_style& style, std::string_view text) const {
  return is_on_ && !text.empty() ? fmt::format(style, "{}", text) : std::string(text);
}

progress::progress(std::string_view what) : what_(what), is_terminal_(isatty(STDERR_FILENO) == 1) {}

progress::~progress() {
  if (is_shown_) fmt::print(stderr, "\r\x1b[K");
}

void progress::show(std::int64_t number) {
  if (!is_terminal_) return;
  fmt::print(stderr, "\rreading {}: line {}", what_, number);
  std::fflush(stderr);
  is_shown_ = true;
}

}  // namespace program
