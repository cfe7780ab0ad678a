#include "sla/calendar/day_table.hpp"

#include <vector>

#include "sla/calendar/us_federal.hpp"
#include "support/message.hpp"
#include "support/moments.hpp"
#include "support/text.hpp"

using namespace std::chrono;
using sla::day_range;
using sla::day_table;
using sla::day_table_builder;

using sla_tests::date;
using sla_tests::message_of;

namespace {

/// A day table together with what it is a view of.
class table {
 public:
  table(day_range coverage, sla::weekday_set closed_weekdays, const std::vector<sla::civil_day>& closed_dates = {})
      : coverage_(coverage),
        weekdays_(~closed_weekdays),
        open_(day_table::weeks_for(coverage)),
        open_before_(open_.size()) {
    day_table_builder builder(coverage, weekdays_, open_.data());
    for (const sla::civil_day day : closed_dates) builder.close(day);
    day_table_builder::count(open_before_.data(), open_);
    signposts_.resize(day_table::signposts_for(open_before_));
    day_table_builder::set_signposts(signposts_.data(), open_before_);
  }
  day_table days() const { return {coverage_, weekdays_, open_, open_before_, signposts_}; }

 private:
  day_range coverage_;
  sla::weekday_set weekdays_;
  std::vector<std::uint8_t> open_;
  std::vector<std::uint32_t> open_before_;
  std::vector<std::uint32_t> signposts_;
};

constexpr day_range year_2026{date(2026y / January / 1), date(2026y / December / 31)};

}  // namespace

TEST_CASE("rank counts the business days before a date, select finds them again: every day of coverage") {
  const day_table days = sla::us_federal.days();
  const day_range coverage = days.coverage();
  int open = 0;
  for (sla::civil_day day = coverage.first; day <= coverage.last; day += std::chrono::days{1}) {
    if (days.rank(day) != open) CHECK(days.rank(day) == open);
    if (!days.contains(day)) continue;
    if (days.select(open) != day) CHECK(days.select(open) == day);
    ++open;
  }
  CHECK(days.size() == open);
  CHECK(days.rank(coverage.last + std::chrono::days{1}) == open);
}

TEST_CASE("a table begins and ends on any weekday, and may be one day long") {
  for (int first = 0; first < 14; ++first)
    for (int length = 1; length <= 140; ++length) {
      const sla::civil_day start = date(2026y / January / 5) + days{first};
      const table made({start, start + days{length - 1}}, sla::no_day);
      if (made.days().size() != length) CHECK(made.days().size() == length);
      CHECK(made.days().select(0) == start);
      CHECK(made.days().select(length - 1) == start + days{length - 1});
      CHECK(made.days().rank(start + days{length}) == length);
    }
}

TEST_CASE("weeks without a business day do not hide the ones after them") {
  std::vector<sla::civil_day> closed;
  for (sla::civil_day day = date(2026y / February / 2); day <= date(2026y / September / 30); day += days{1})
    closed.push_back(day);
  const table made(year_2026, sla::saturday_and_sunday, closed);
  const day_table days = made.days();
  const auto january = days.rank(date(2026y / February / 2));
  CHECK(january == 22);
  CHECK(days.rank(date(2026y / October / 1)) == january);
  CHECK(days.select(january - 1) == date(2026y / January / 30));
  CHECK(days.select(january) == date(2026y / October / 1));
}

TEST_CASE("closing a day again, a week-end, or a day outside the coverage changes nothing") {
  const table once(year_2026, sla::saturday_and_sunday, {date(2026y / January / 1)});
  const table more(year_2026, sla::saturday_and_sunday,
                   {date(2026y / January / 1), date(2026y / January / 1), date(2026y / January / 3),
                    date(2025y / December / 31), date(2027y / January / 1)});
  CHECK(once.days().size() == 260);
  CHECK(more.days().size() == 260);
}

TEST_CASE("rows begin with a Monday and hold nine weeks") {
  const table made(year_2026, sla::saturday_and_sunday);
  CHECK(made.days().first_monday() == date(2025y / December / 29));
  CHECK(made.days().open_days().size() == 54);
  CHECK(made.days().day_at({0, 3}) == date(2026y / January / 1));
  CHECK(made.days().day_at({9, 0}) == date(2026y / March / 2));
  CHECK(made.days().locate(date(2026y / March / 1)).week == 8);
  CHECK(made.days().locate(date(2026y / March / 1)).weekday == 6);
  CHECK(made.days().locate(date(2026y / March / 2)).week == 9);
  CHECK(made.days().locate(date(2026y / March / 2)).weekday == 0);
}

TEST_CASE("a date outside the coverage is refused with the date and the range") {
  const table made(year_2026, sla::saturday_and_sunday);
  const day_table days = made.days();
  const std::string covers = "; it covers 2026-01-01 to 2026-12-31";
  CHECK(message_of<sla::coverage_error>([&] { (void)days.contains(date(2025y / December / 31)); }) ==
        "the calendar does not cover 2025-12-31" + covers);
  CHECK(message_of<sla::coverage_error>([&] { (void)days.contains(date(2027y / January / 1)); }) ==
        "the calendar does not cover 2027-01-01" + covers);
  CHECK(message_of<sla::coverage_error>([&] { (void)days.rank(date(2025y / December / 31)); }) ==
        "the calendar does not cover 2025-12-31" + covers);
  CHECK(message_of<sla::coverage_error>([&] { (void)days.rank(date(2027y / January / 2)); }) ==
        "the calendar does not cover 2027-01-02" + covers);
  CHECK(message_of<sla::coverage_error>([&] { (void)days.select(-1); }) ==
        "the calendar does not cover 2025-12-31" + covers);
  CHECK(message_of<sla::coverage_error>([&] { (void)days.select(days.size()); }) ==
        "the calendar does not cover 2027-01-01" + covers);
}

TEST_CASE("a calendar that is never open has no first business day") {
  const table never(year_2026, sla::every_day);
  CHECK(never.days().size() == 0);
  CHECK(never.days().rank(date(2026y / July / 1)) == 0);
  CHECK_THROWS_AS((void)never.days().select(0), sla::coverage_error);
}

TEST_CASE("a reading stands on the day of its date, up to the last millisecond of the coverage") {
  const table made(year_2026, sla::saturday_and_sunday);
  const day_table days = made.days();
  for (sla::civil_day day = year_2026.first; day <= year_2026.last; day += std::chrono::days{1})
    for (const milliseconds time : {0ms, 1ms, milliseconds{12h}, milliseconds{24h} - 1ms})
      if (days.day_at(days.locate(day + time)) != day) CHECK(days.day_at(days.locate(day + time)) == day);
  CHECK(message_of<sla::coverage_error>([&] { (void)days.locate(year_2026.first - 1ms); }) ==
        "the calendar does not cover 2025-12-31; it covers 2026-01-01 to 2026-12-31");
  CHECK(message_of<sla::coverage_error>([&] { (void)days.locate(year_2026.last + 24h); }) ==
        "the calendar does not cover 2027-01-01; it covers 2026-01-01 to 2026-12-31");
}

TEST_CASE("a builder opens days as well as it closes them") {
  std::vector<std::uint8_t> open(day_table::weeks_for(year_2026));
  day_table_builder builder(year_2026, sla::no_day, open.data());
  builder.open(date(2026y / May / 9));
  builder.open(date(2026y / May / 9));
  builder.open(date(2025y / December / 31));
  builder.open(date(2027y / January / 1));
  std::vector<std::uint32_t> open_before(open.size());
  day_table_builder::count(open_before.data(), open);
  CHECK(open_before.back() == 1);
  builder.close(date(2026y / May / 9));
  day_table_builder::count(open_before.data(), open);
  CHECK(open_before.back() == 0);
}
