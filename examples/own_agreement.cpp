// An agreement of one's own: three severities, US Pacific, the company's holidays, a lunch break. own_agreement.toml is
// the same agreement for programs that read theirs.

#include <fmt/format.h>

#include <sla/fmt/formatters.hpp>
#include <sla/sla.hpp>

using namespace std::chrono;
using namespace sla;

enum class priority { outage, defect, question };

constexpr std::array company_holidays{holiday{"New Year's Day", January / 1}, holiday{"Independence Day", July / 4},
                                      holiday{"Thanksgiving Day", November / Thursday[4]},
                                      holiday{"Company picnic", September / 18}.from(2026y).until(2026y),
                                      holiday{"Christmas Day", December / 25}};
constexpr calendar_rules company_rules{"company",
                                       {civil_day{2026y / 1 / 1}, civil_day{2035y / 12 / 31}},
                                       saturday_and_sunday,
                                       observance::nearest_weekday,
                                       company_holidays};

struct our_terms {
  static constexpr severity_table severities{
      row{priority::outage, respond_within(elapsed{30min}), resolve_within(elapsed{8h})},
      row{priority::defect, respond_within(business_time{4h}), resolve_within(business_days{5})},
      row{priority::question, respond_within(business_days{2}), case_by_case{}}};
  static constexpr compiled_calendar<company_rules> calendar{};
  static constexpr auto business_hours = weekly_hours(monday_to_friday, 9h, 12h).also(monday_to_friday, 13h, 18h);
  static constexpr auto zone = us_pacific;
  static constexpr auto support_days = calendar;
  static constexpr auto support_hours = business_hours;
  static constexpr auto hour_spill = sla::hour_spill::carries_over;
  static constexpr auto day_zero = sla::day_zero::receipt_date;
  static constexpr auto due_time = sla::due_time::close_of_day;
  static constexpr auto desk_closure = sla::desk_closure::clock_runs;
  static constexpr auto resolution_start = clock_start::report;
};
static_assert(sound<our_terms>);

constexpr instant pacific(year_month_day date, minutes time) { return exact_instant(our_terms::zone, date, time); }

// The day before the picnic, half an hour before closing: 30 minutes, and 3 h 30 min on the Monday after, lunch apart.
constexpr instant reported = pacific(2026y / September / 17, 17h + 30min);
static_assert(response_due(our_terms{}, priority::outage, reported) == pacific(2026y / September / 17, 18h));
static_assert(response_due(our_terms{}, priority::defect, reported) == pacific(2026y / September / 21, 13h + 30min));
static_assert(response_due(our_terms{}, priority::question, reported) == pacific(2026y / September / 22, 18h));
static_assert(resolution_due(our_terms{}, priority::defect, reported, {}) == pacific(2026y / September / 25, 18h));

int main() {
  for (const auto& promised : our_terms::severities)
    fmt::print("{}: respond by {}\n", name_of(promised.level),
               local(us_pacific, response_due(our_terms{}, promised.level, reported).at()));
}
