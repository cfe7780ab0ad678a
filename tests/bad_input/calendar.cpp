// Reads the holidays of 2026 from a calendar on standard input, and prints what the library says of it.

#include <chrono>
#include <cstdio>
#include <iostream>

#include "sla/ical/holidays.hpp"

int main() {
  using namespace std::chrono;
  try {
    (void)sla::read_ical_holidays(std::cin, "holidays.ics",
                                  {sla::civil_day{2026y / January / 1}, sla::civil_day{2026y / December / 31}});
    return 0;
  } catch (const sla::error& problem) {
    std::fprintf(stderr, "%s\n", problem.what());
    return 2;
  }
}
