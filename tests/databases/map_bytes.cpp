// The maps of several hosts, as bytes in hexadecimal, for databases to combine, and what the library makes of them.
//
// Reads lines `host start end`, hosts numbered from 0, the rest in seconds since the month began; writes the map of each
// host, then that of all of them merged, then the seconds that one is down.

#include <fmt/format.h>

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <iostream>
#include <map>
#include <sla/sla.hpp>

using namespace std::chrono;

namespace {

void print(const sla::downtime_map& map) {
  for (const std::byte each : map.bytes()) fmt::print("{:02x}", std::to_integer<unsigned>(each));
  fmt::print("\n");
}

}  // namespace

int main() {
  const sla::interval november = sla::period_in(sla::us_eastern, 2026y / November);
  sla::downtime_map merged(november, 1min, sla::part_slots::touched);
  std::map<int, sla::downtime_map> hosts;
  int host = 0;
  std::int64_t start = 0;
  std::int64_t end = 0;
  while (std::cin >> host >> start >> end)
    hosts.try_emplace(host, november, 1min, sla::part_slots::touched)
        .first->second.add({november.starts_at() + seconds{start}, november.starts_at() + seconds{end}});
  for (const auto& [number, map] : hosts) {
    print(map);
    merged = merge(merged, map);
  }
  print(merged);
  fmt::print("{}\n", duration_cast<seconds>(merged.down().length()).count());
}
