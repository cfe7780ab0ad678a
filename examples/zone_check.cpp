// What a service may do when it starts: see whether the zone that was compiled into it still has the clocks of the machine's
// time-zone database, which learns of new laws by an update of its packages.
#include <iostream>
#include <sla/sla.hpp>
#include <sla/tz/agrees_with.hpp>
#include <sla/tz/tz_zone.hpp>

int main() try {
  using std::chrono::sys_days, std::chrono::January;
  using namespace std::chrono_literals;

  const sla::tz_zone machine(sla::us_eastern.name());
  const auto found =
      sla::agrees_with<sla::us_eastern>(machine, sys_days{1968y / January / 1}, sys_days{2038y / January / 1});
  if (found) {
    std::cout << machine.name() << ": as compiled\n";
    return 0;
  }
  std::cout << machine.name() << ": other clocks from " << sla::iso(found.parted->at) << " on, "
            << found.parted->other.count() << " s and not " << found.parted->compiled.count() << " s from UTC\n";
  return 1;
} catch (const sla::error& problem) {
  std::cerr << problem.what() << '\n';
  return 1;
}
