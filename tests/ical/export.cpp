// Writes what other readers of iCalendar are to find: calendars, and beside each the instants that the library says.
//
//   export FOLDER HOLIDAYS
//
// FOLDER gets NAME.ics and NAME.txt for each calendar (a line "start end" in UTC for each entry), and holidays.txt with a line
// "date name" for each date of the file HOLIDAYS from 2024 to 2035.
#include <chrono>
#include <filesystem>
#include <fstream>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "sla/contracts/harvard_business_impact.hpp"
#include "sla/ical/calendar.hpp"
#include "sla/ical/holidays.hpp"
#include "support/table_zone.hpp"

using namespace std::chrono;
namespace hbi = sla::harvard_business_impact;
using sla::recurrence;
using sla_tests::date;

namespace {

const sla::instant stamped_at = sla_tests::utc(2025y / December / 1, 12h);

class folder {
 public:
  explicit folder(std::filesystem::path path) : path_(std::move(path)) {}

  void write(std::string_view name, std::string_view ending, std::string_view text) const {
    std::ofstream out(path_ / (std::string(name) + std::string(ending)), std::ios::binary);
    out << text;
  }

  void windows(std::string_view name, std::span<const recurrence> rules, const sla::civil_zone auto& zone,
               sla::day_range dates) const {
    sla::ical_calendar calendar("status.example.com", stamped_at);
    calendar.add_windows("windows", "Maintenance", rules, zone, dates);
    write(name, ".ics", calendar.text());
    std::string lines;
    for (sla::civil_day day = dates.first; day <= dates.last; day += days{1})
      for (const recurrence& rule : rules)
        if (const auto window = rule.occurrence_on(zone, day))
          lines += sla::iso(window->starts_at()) + ' ' + sla::iso(window->ends_at()) + '\n';
    write(name, ".txt", lines);
  }

 private:
  std::filesystem::path path_;
};

/// A zone of the tests whose clocks have two names, as those of a real one do.
class summer_and_winter : public sla_tests::table_zone {
 public:
  summer_and_winter(const sla_tests::table_zone& zone, seconds summer) : sla_tests::table_zone(zone), summer_(summer) {}

  sla::offset_period period_at(sla::instant at) const {
    sla::offset_period period = sla_tests::table_zone::period_at(at);
    period.abbreviation = period.offset == summer_ ? "summer" : "winter";
    return period;
  }

 private:
  seconds summer_;
};

constexpr sla::day_range whole(year first, year last) {
  return {date(first / January / 1), date(last / December / 31)};
}

}  // namespace

int main(int, char** arguments) {
  const folder out(arguments[1]);

  out.windows("spark", hbi::windows_of(hbi::offering::manage_mentor_spark), hbi::support::zone, whole(2026y, 2026y));

  const std::vector sundays{recurrence{Sunday, 1h + 30min, 4h},  // an hour shorter in spring, longer in autumn
                            recurrence{Sunday, 2h, 3h},          // does not take place in spring
                            recurrence{Sunday, 2h + 30min, 3h + 30min},
                            recurrence{Saturday, 22h, 6h},
                            recurrence{Sunday[1], 1h, 1h + 30min},
                            recurrence{Sunday[1], 30min, 1h + 15min},
                            recurrence{Sunday[last], 0h, 24h}};
  out.windows("at_changes", sundays, sla::us_eastern, whole(2026y, 2027y));
  out.windows("from_a_change", sundays, sla::us_pacific, {date(2026y / March / 8), date(2026y / November / 1)});
  out.windows("old_rules", sundays, sla::us_pacific, whole(1973y, 1977y));
  out.windows("new_rules", sundays, sla::us_central, whole(2005y, 2008y));
  out.windows("half_an_hour", sundays, summer_and_winter(sla_tests::half_an_hour(), 11h), whole(2026y, 2026y));
  out.windows("at_midnight", sundays, summer_and_winter(sla_tests::at_midnight(), 3h), whole(2026y, 2026y));
  out.windows("months", std::vector{recurrence{Tuesday[2], 2h, 4h}, recurrence{Friday[5], 23h, 1h}}, sla::us_mountain,
              whole(2026y, 2028y));

  sla::ical_calendar once("status.example.com", stamped_at);
  const sla::instant due = sla_tests::utc(2026y / November / 1, 6h + 30min);
  once.add_deadline("R-1036.response", "R-1036: response due; the second half past one, \"at night\" — \\ — übrigens",
                    due + 999ms);
  once.add_period("move", "Move of the data centre", {due, due + 4h - 1ms});
  out.write("once", ".ics", once.text());
  out.write("once", ".txt",
            sla::iso(due) + ' ' + sla::iso(due) + '\n' + sla::iso(due) + ' ' + sla::iso(due + 4h) + '\n');

  std::ifstream in(arguments[2]);
  std::string lines;
  for (const sla::named_holiday& each : sla::read_ical_holidays(in, arguments[2], whole(2024y, 2035y)))
    lines += sla::iso(*each.rule().on(each.rule().first_year())) + ' ' + each.name() + '\n';
  out.write("holidays", ".txt", lines);
}
