#include <sla/tz/agrees_with.hpp>
#include <sla/tz/tz_zone.hpp>

int main() {
  try {
    sla::tz_zone("Europe/Atlantis");
  } catch (const sla::error&) {
    return 0;
  }
  return 1;
}
