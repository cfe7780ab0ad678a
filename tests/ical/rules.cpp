// Yearly rules on standard input, a line each: the first date and the rule, "20261225 FREQ=YEARLY". For each a line of the
// dates that the library finds in that year and the twelve after it, or what it says against the rule.

#include <chrono>
#include <iostream>
#include <sstream>
#include <string>

#include "sla/ical/holidays.hpp"

int main() {
  using namespace std::chrono;
  for (std::string start, rule; std::cin >> start >> rule;) {
    const year first{std::stoi(start.substr(0, 4))};
    const year final = first + years{12};
    std::istringstream in("BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:by rule\nDTSTART;VALUE=DATE:" + start +
                          "\nRRULE:" + rule + "\nEND:VEVENT\nBEGIN:VEVENT\nSUMMARY:end\nDTSTART;VALUE=DATE:" +
                          std::to_string(static_cast<int>(final)) + "1231\nEND:VEVENT\nEND:VCALENDAR\n");
    try {
      const sla::day_range coverage{sla::civil_day{first / January / 1}, sla::civil_day{final / December / 31}};
      for (const sla::named_holiday& each : sla::read_ical_holidays(in, "rule.ics", coverage))
        if (each.name() == "by rule") std::cout << sla::iso(*each.rule().on(each.rule().first_year())) << ' ';
    } catch (const sla::ical_error& problem) {
      std::cout << problem.what();
    }
    std::cout << '\n';
  }
}
