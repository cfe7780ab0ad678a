// Two threads count with one variable and nothing that guards it: the thread sanitizer has to say so.

#include <thread>

int main() {
  int count = 0;
  std::jthread other([&] { ++count; });
  ++count;
}
