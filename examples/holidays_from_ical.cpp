// Holidays out of a calendar that somebody keeps, as every calendar program exports it, and business days by them.
#include <fstream>
#include <iostream>
#include <sla/ical/holidays.hpp>
#include <sla/sla.hpp>
#include <string>
#include <string_view>

using namespace std::chrono;

int main() try {
  const std::string file = "examples/own_holidays.ics";
  const sla::day_range coverage{sla::civil_day{2026y / January / 1}, sla::civil_day{2027y / December / 31}};
  std::ifstream in(file);
  const sla::loaded_calendar plant({.name = "plant",
                                    .coverage = coverage,
                                    .closed = sla::saturday_and_sunday,
                                    .by = sla::observance::actual_date,
                                    .holidays = sla::read_ical_holidays(in, file, coverage),
                                    .closed_dates = {},
                                    .working = {}});

  const sla::civil_day received{2026y / December / 23};
  for (sla::civil_day day = received; day <= received + days{6}; day += days{1}) {
    const std::string_view name = sla::holiday_on(plant, day);
    std::cout << sla::iso(day) << ' '
              << (sla::is_business_day(plant, day) ? "open"
                  : name.empty()                   ? "week-end"
                                                   : name)
              << '\n';
  }
  std::cout << "2 business days after " << sla::iso(received) << ": "
            << sla::iso(sla::advance(plant, received, sla::business_days{2})) << '\n';
} catch (const sla::error& problem) {
  std::cerr << problem.what() << '\n';
  return 1;
}
