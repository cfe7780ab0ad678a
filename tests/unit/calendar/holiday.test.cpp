#include "sla/calendar/holiday.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>

#include "support/message.hpp"
#include "support/moments.hpp"
#include "support/text.hpp"

using namespace std::chrono;
using sla::days_after;
using sla::easter;
using sla::easter_sunday;
using sla::holiday;
using sla::observance;
using sla::observed;
using sla::orthodox_easter_sunday;
using sla_tests::date;
using sla_tests::message_of;

namespace {

/// Gauss's rule with Lichtenberg's terms: another derivation than the one under test, April 1 being March 32.
constexpr days easter_by_gauss_and_lichtenberg_after_march_1(int year) {
  const int century = year / 100;
  const int moon = 15 + (3 * century + 3) / 4 - (8 * century + 13) / 25;
  const int sun = 2 - (3 * century + 3) / 4;
  const int golden = year % 19;
  const int full_moon_seed = (19 * golden + moon) % 30;
  const int calendar_correction = (full_moon_seed + golden / 11) / 29;
  const int full_moon = 21 + full_moon_seed - calendar_correction;
  const int first_sunday = 7 - (year + year / 4 + sun) % 7;
  const int to_sunday = 7 - (full_moon - first_sunday) % 7;
  return days{full_moon + to_sunday - 1};
}

constexpr sla::civil_day easter_by_gauss_and_lichtenberg(int year) {
  return date(std::chrono::year{year} / March / 1) + easter_by_gauss_and_lichtenberg_after_march_1(year);
}

/// Meeus's rule for the Julian calendar, and its date by the Julian day number as it is usually computed.
constexpr sla::civil_day orthodox_easter_by_meeus(int year) {
  const int later = year + 28 * 19 * 100;  // a whole number of cycles, so that nothing below is negative
  const int d = (19 * (later % 19) + 15) % 30;
  const int e = (2 * (later % 4) + 4 * (later % 7) - d + 34) % 7;
  const int month = (d + e + 114) / 31;
  const int day = (d + e + 114) % 31 + 1;
  const std::int64_t julian_day = 367LL * later - (7 * (later + 5001LL + (month - 9) / 7)) / 4 + (275 * month) / 9 +
                                  day + 1'729'777 - 28LL * 19 * 100 * 1461 / 4;
  return sla::civil_day{days{julian_day - 2'440'588}};
}

}  // namespace

TEST_CASE("Easter Sunday on well-known dates") {
  static_assert(easter_sunday(2026y) == date(2026y / April / 5));
  // clang-format off
  for (const year_month_day known : {
           1583y/April/10, 1598y/March/22, 1666y/April/25, 1693y/March/22, 1761y/March/22, 1777y/March/30, 1818y/March/22,
           1886y/April/25, 1900y/April/15, 1913y/March/23, 1943y/April/25, 1954y/April/18, 1961y/April/2, 1981y/April/19,
           2000y/April/23, 2008y/March/23, 2011y/April/24, 2016y/March/27, 2019y/April/21, 2020y/April/12, 2021y/April/4,
           2022y/April/17, 2023y/April/9, 2024y/March/31, 2025y/April/20, 2027y/March/28, 2028y/April/16, 2030y/April/21,
           2038y/April/25, 2049y/April/18, 2076y/April/19, 2285y/March/22, 4089y/April/10})
    // clang-format on
    CHECK(easter_sunday(known.year()) == date(known));
}

TEST_CASE("Easter Sunday by another algorithm, for every year of the Gregorian calendar that std::chrono has") {
  for (int y = 1583; y <= 32767; ++y)
    if (easter_sunday(year{y}) != easter_by_gauss_and_lichtenberg(y))
      CHECK(easter_sunday(year{y}) == easter_by_gauss_and_lichtenberg(y));
}

TEST_CASE("Easter Sunday backwards to the first year that std::chrono has: the dates repeat every 5,700,000 years") {
  for (int y = -32767; y < 1583; ++y) {
    const sla::civil_day sunday = easter_sunday(year{y});
    if (weekday{sunday} != Sunday) CHECK(weekday{sunday} == Sunday);
    const auto since_march = sunday - date(year{y} / March / 1);
    const auto cycle_later = easter_by_gauss_and_lichtenberg_after_march_1(y + 5'700'000);
    if (since_march != cycle_later) CHECK(since_march == cycle_later);
  }
}

TEST_CASE("Orthodox Easter Sunday on well-known dates") {
  static_assert(orthodox_easter_sunday(2026y) == date(2026y / April / 12));
  // clang-format off
  for (const year_month_day known : {
           1590y/April/29, 1700y/April/11, 1800y/April/20, 1900y/April/22, 1917y/April/15, 1986y/May/4, 2000y/April/30,
           2010y/April/4, 2013y/May/5, 2016y/May/1, 2017y/April/16, 2018y/April/8, 2019y/April/28, 2020y/April/19,
           2021y/May/2, 2022y/April/24, 2023y/April/16, 2024y/May/5, 2025y/April/20, 2027y/May/2, 2100y/May/2})
    // clang-format on
    CHECK(orthodox_easter_sunday(known.year()) == date(known));
}

TEST_CASE("Orthodox Easter Sunday by another algorithm, for every year that std::chrono has") {
  for (int y = -32767; y <= 32767; ++y)
    if (orthodox_easter_sunday(year{y}) != orthodox_easter_by_meeus(y))
      CHECK(orthodox_easter_sunday(year{y}) == orthodox_easter_by_meeus(y));
}

TEST_CASE("a holiday may keep its distance from either Easter") {
  CHECK(holiday("Easter Monday", easter{days{1}}).on(2026y) == date(2026y / April / 6));
  CHECK(holiday("Easter Monday", sla::orthodox_easter{days{1}}).on(2026y) == date(2026y / April / 13));
}

TEST_CASE("Easter Sunday is a Sunday from 22 March to 25 April, and 19 April is the commonest of them") {
  std::array<int, 35> years_on{};
  for (int y = 1583; y < 1583 + 5'700; ++y) {
    const sla::civil_day sunday = easter_sunday(year{y});
    CHECK(weekday{sunday} == Sunday);
    CHECK(sunday >= date(year{y} / March / 22));
    CHECK(sunday <= date(year{y} / April / 25));
    ++years_on[static_cast<std::size_t>((sunday - date(year{y} / March / 22)).count())];
  }
  CHECK(std::ranges::max_element(years_on) - years_on.begin() == 28);
}

TEST_CASE("a holiday may be a date, the nth or the last of a weekday, or keep its distance from Easter") {
  static_assert(holiday{"Independence Day", July / 4}.on(2026y) == date(2026y / July / 4));
  static_assert(holiday{"Labor Day", September / Monday[1]}.on(2026y) == date(2026y / September / 7));
  static_assert(holiday{"Memorial Day", May / Monday[last]}.on(2026y) == date(2026y / May / 25));
  static_assert(holiday{"Good Friday", easter{-days{2}}}.on(2026y) == date(2026y / April / 3));
  CHECK(holiday{"Easter Sunday", easter{}}.on(2026y) == date(2026y / April / 5));
  CHECK(holiday{"Thanksgiving Day", November / Thursday[4]}.on(2026y) == date(2026y / November / 26));
  CHECK(holiday{"Memorial Day", May / Monday[last]}.on(2027y) == date(2027y / May / 31));
  CHECK(holiday{"Labor Day", September / Monday[1]}.name() == "Labor Day");
}

TEST_CASE("a holiday may keep its distance from a weekday of a month") {
  constexpr holiday black_friday{"Day after Thanksgiving", days_after{November / Thursday[4], days{1}}};
  static_assert(black_friday.on(2024y) == date(2024y / November / 29));  // the fourth Friday is the 22nd
  CHECK(holiday{"fourth Friday", November / Friday[4]}.on(2024y) == date(2024y / November / 22));
  constexpr holiday election_day{"Election Day", days_after{November / Monday[1], days{1}}};
  static_assert(election_day.on(2022y) == date(2022y / November / 8));  // the first Tuesday is the 1st
  CHECK(holiday("Eve", days_after{May / Monday[last], -days{1}}).on(2026y) == date(2026y / May / 24));
  CHECK(holiday("five Mondays", days_after{March / Monday[5], days{1}}).on(2026y) == date(2026y / March / 31));
  CHECK(holiday("five Mondays", days_after{February / Monday[5], days{1}}).on(2026y) == std::nullopt);
  CHECK(black_friday.from(2026y).on(2025y) == std::nullopt);
}

TEST_CASE("the day after Thanksgiving and Election Day by their definition, for every year that std::chrono has") {
  const holiday after_thanksgiving("", days_after{November / Thursday[4], days{1}});
  const holiday election_day("", days_after{November / Monday[1], days{1}});
  const holiday last_of_may("", days_after{May / Monday[last], -days{3}});
  const auto is_only_one = [](const holiday& rule, weekday on, sla::civil_day first) {
    const auto day = rule.on(year_month_day{first}.year());
    return day && weekday{*day} == on && first <= *day && *day < first + days{7};
  };
  for (int y = -32767; y <= 32767; ++y) {
    const bool are_right = is_only_one(after_thanksgiving, Friday, date(year{y} / November / 23)) &&
                           is_only_one(election_day, Tuesday, date(year{y} / November / 2)) &&
                           is_only_one(last_of_may, Friday, date(year{y} / May / 22));
    if (!are_right) {
      CAPTURE(y);
      CHECK(are_right);
    }
  }
}

TEST_CASE("days after a weekday stay in its year, in every kind of year") {
  const auto said = [](const auto& rule) { return message_of<sla::terms_error>([&] { (void)holiday("day", rule); }); };
  const std::string falls = "the holiday \"day\" falls ";
  CHECK(said(days_after{December / Thursday[4], days{3}}) == "nothing was thrown");
  CHECK(said(days_after{December / Thursday[4], days{4}}) ==
        falls + "4 days after its weekday; allowed: -355 to 3, which stay in the year");
  CHECK(said(days_after{January / Monday[1], -days{1}}) ==
        falls + "-1 days after its weekday; allowed: 0 to 358, which stay in the year");
  CHECK(said(days_after{February / Sunday[5], -days{60}}) ==
        falls + "-60 days after its weekday; allowed: -59 to 306, which stay in the year");
  CHECK(said(days_after{December / Monday[last], days{1}}) ==
        falls + "1 days after its weekday; allowed: -358 to 0, which stay in the year");
  CHECK(said(days_after{January / Monday[last], days{365}}) ==
        falls + "365 days after its weekday; allowed: -24 to 334, which stay in the year");
  CHECK(said(days_after{May / Monday[1], days::max()}).starts_with(falls + std::to_string(days::max().count())));
  CHECK(said(days_after{May / Monday[6], days{1}}) ==
        falls + "on Monday number 6 of month 5; allowed: a weekday's number 1 to 5 of the months 1 to 12");
  for (unsigned in = 1; in <= 12; ++in)
    for (unsigned on = 0; on <= 6; ++on)
      for (unsigned nth = 1; nth <= 5; ++nth) {
        const auto [least, most] = holiday("", month{in} / weekday{on}[nth]).offsets_within_the_year();
        const holiday first("", days_after{month{in} / weekday{on}[nth], days{least}});
        const holiday final("", days_after{month{in} / weekday{on}[nth], days{most}});
        int on_new_year = 0;
        int on_new_years_eve = 0;
        for (year of = 1900y; of < 2300y; ++of)
          if (first.on(of)) {
            CHECK((year_month_day{*first.on(of)}.year() == of));
            CHECK((year_month_day{*final.on(of)}.year() == of));
            on_new_year += first.on(of) == date(of / January / 1);
            on_new_years_eve += final.on(of) == date(of / December / 31);
          }
        CHECK(on_new_year > 0);
        CHECK(on_new_years_eve > 0);
      }
}

TEST_CASE("a year that lacks the date has no such holiday") {
  constexpr holiday leap_day{"Leap Day", February / 29};
  CHECK(leap_day.on(2024y) == date(2024y / February / 29));
  CHECK(leap_day.on(2026y) == std::nullopt);
  CHECK(leap_day.on(2100y) == std::nullopt);
  constexpr holiday fifth_friday{"Fifth Friday of January", January / Friday[5]};
  CHECK(fifth_friday.on(2026y) == date(2026y / January / 30));
  CHECK(fifth_friday.on(2027y) == date(2027y / January / 29));
  CHECK(fifth_friday.on(2025y) == date(2025y / January / 31));
  CHECK(fifth_friday.on(2024y) == std::nullopt);
}

TEST_CASE("a holiday has a first and a last year, both of them with the holiday") {
  constexpr holiday juneteenth = holiday{"Juneteenth", June / 19}.from(2021y);
  CHECK(juneteenth.on(2020y) == std::nullopt);
  CHECK(juneteenth.on(2021y) == date(2021y / June / 19));
  constexpr holiday october = holiday{"Veterans Day", October / Monday[4]}.from(1971y).until(1977y);
  CHECK(october.on(1970y) == std::nullopt);
  CHECK(october.on(1971y) == date(1971y / October / 25));
  CHECK(october.on(1977y) == date(1977y / October / 24));
  CHECK(october.on(1978y) == std::nullopt);
}

TEST_CASE("on a week-end the observance decides which date is closed") {
  const sla::civil_day saturday = date(2022y / January / 1);
  const sla::civil_day sunday = date(2023y / January / 1);
  static_assert(observed(date(2022y / January / 1), observance::nearest_weekday) == date(2021y / December / 31));
  CHECK(observed(sunday, observance::nearest_weekday) == date(2023y / January / 2));
  CHECK(observed(saturday, observance::monday_after_a_sunday) == saturday);
  CHECK(observed(sunday, observance::monday_after_a_sunday) == date(2023y / January / 2));
  CHECK(observed(saturday, observance::actual_date) == saturday);
  CHECK(observed(sunday, observance::actual_date) == sunday);
}

TEST_CASE("on a working day every observance keeps the date") {
  for (sla::civil_day day = date(2026y / November / 23); day <= date(2026y / November / 27); day += days{1})
    for (const observance by :
         {observance::nearest_weekday, observance::monday_after_a_sunday, observance::actual_date})
      CHECK(observed(day, by) == day);
}

TEST_CASE("a holiday keeps its rule and its years under another name") {
  constexpr holiday day = holiday{"Labor Day", September / Monday[1]}.from(1894y).until(2050y);
  constexpr holiday renamed = day.named("Labour Day");
  static_assert(renamed.name() == "Labour Day");
  CHECK(day.name() == "Labor Day");
  CHECK((renamed.first_year() == 1894y));
  CHECK((renamed.last_year() == 2050y));
  CHECK(renamed.on(2026y) == day.on(2026y));
  CHECK(renamed.on(2051y) == std::nullopt);
}

TEST_CASE("a holiday without a first and a last year has all that std::chrono has") {
  constexpr holiday day{"Christmas Day", December / 25};
  CHECK((day.first_year() == (year::min)()));
  CHECK((day.last_year() == (year::max)()));
  CHECK((day.from(1870y).first_year() == 1870y));
  CHECK((day.from(1870y).last_year() == (year::max)()));
  CHECK((day.until(1977y).last_year() == 1977y));
}

TEST_CASE("a holiday gives back the rule it was made of") {
  static_assert(std::get<month_day>(holiday{"", July / 4}.falls_on()) == July / 4);
  CHECK((std::get<month_day>(holiday{"", February / 29}.falls_on()) == February / 29));
  CHECK((std::get<month_weekday>(holiday{"", January / Monday[3]}.falls_on()) == January / Monday[3]));
  CHECK((std::get<month_weekday>(holiday{"", January / Sunday[5]}.falls_on()) == January / Sunday[5]));
  CHECK((std::get<month_weekday_last>(holiday{"", May / Monday[last]}.falls_on()) == May / Monday[last]));
  const auto after =
      std::get<days_after<month_weekday>>(holiday{"", days_after{November / Thursday[4], days{1}}}.falls_on());
  CHECK((after.weekday == November / Thursday[4]));
  CHECK(after.offset == days{1});
  const auto before =
      std::get<days_after<month_weekday_last>>(holiday{"", days_after{May / Monday[last], -days{3}}}.falls_on());
  CHECK((before.weekday == May / Monday[last]));
  CHECK(before.offset == -days{3});
  CHECK((std::get<month_weekday>(holiday{"", days_after{January / Monday[3], days{0}}}.falls_on()) ==
         January / Monday[3]));
  CHECK((std::get<easter>(holiday{"", easter{-days{2}}}.falls_on()).offset == -days{2}));
  CHECK((std::get<sla::orthodox_easter>(holiday{"", sla::orthodox_easter{days{50}}}.falls_on()).offset == days{50}));
}

TEST_CASE("a holiday made of its own rule again falls on the same dates") {
  for (const holiday& day : {holiday{"", July / 4}, holiday{"", February / 29}, holiday{"", January / Monday[3]},
                             holiday{"", January / Friday[5]}, holiday{"", May / Monday[last]},
                             holiday{"", easter{days{39}}}, holiday{"", sla::orthodox_easter{-days{48}}}})
    for (year in = 1990y; in <= 2040y; ++in) CHECK((holiday{"", day.falls_on()}.on(in) == day.on(in)));
}

TEST_CASE("holidays are the same if name, rule and years are") {
  constexpr holiday labor_day{"Labor Day", September / Monday[1]};
  static_assert(labor_day == holiday{"Labor Day", September / Monday[1]});
  CHECK((labor_day != labor_day.named("Labour Day")));
  CHECK((labor_day != labor_day.from(1894y)));
  CHECK((labor_day != labor_day.until(2030y)));
  CHECK((labor_day != holiday{"Labor Day", September / Monday[2]}));
  CHECK((labor_day != holiday{"Labor Day", sla::days_after{September / Monday[1], days{1}}}));
  CHECK((holiday{"", sla::easter{days{1}}} != holiday{"", sla::orthodox_easter{days{1}}}));
}

TEST_CASE("a rule that no year fulfils is refused with the holiday, the rule and what is allowed") {
  const auto said = [](const auto& rule) { return message_of<sla::terms_error>([&] { (void)holiday("day", rule); }); };
  const std::string falls = "the holiday \"day\" falls ";
  const std::string days_of_a_year = "; allowed: the days of a leap year";
  CHECK(said(June / 31) == falls + "on day 31 of month 6" + days_of_a_year);
  CHECK(said(February / 30) == falls + "on day 30 of month 2" + days_of_a_year);
  CHECK(said(January / 0) == falls + "on day 0 of month 1" + days_of_a_year);
  CHECK(said(month{13} / 1) == falls + "on day 1 of month 13" + days_of_a_year);
  CHECK(said(February / 29) == "nothing was thrown");

  const std::string numbers = "; allowed: a weekday's number 1 to 5 of the months 1 to 12";
  CHECK(said(November / Thursday[6]) == falls + "on Thursday number 6 of month 11" + numbers);
  CHECK(said(November / Thursday[0]) == falls + "on Thursday number 0 of month 11" + numbers);
  CHECK(said(month{0} / Monday[1]) == falls + "on Monday number 1 of month 0" + numbers);
  CHECK(said(May / weekday{8}[1]) == falls + "on no weekday number 1 of month 5" + numbers);
  CHECK(said(February / Monday[5]) == "nothing was thrown");

  CHECK(said(month{13} / Monday[last]) ==
        falls + "on the last Monday of month 13; allowed: a weekday of the months 1 to 12");
  CHECK(said(May / weekday{8}[last]) ==
        falls + "on the last no weekday of month 5; allowed: a weekday of the months 1 to 12");

  CHECK(said(easter{days{367}}) == falls + "367 days from Easter Sunday; allowed: -366 to 366");
  CHECK(said(sla::orthodox_easter{-days{367}}) == falls + "-367 days from Easter Sunday; allowed: -366 to 366");
  CHECK(said(easter{days{366}}) == "nothing was thrown");
  CHECK(said(easter{-days{366}}) == "nothing was thrown");
  CHECK(said(holiday::rule{April / 31}) == falls + "on day 31 of month 4" + days_of_a_year);
}

TEST_CASE("a holiday does not end before it begins, in whatever order its years are given") {
  const holiday day("Roof repair", October / 6);
  const std::string said = "the holiday \"Roof repair\" must not end before it begins: 2028 to 2026";
  CHECK(message_of<sla::terms_error>([&] { (void)day.from(2028y).until(2026y); }) == said);
  CHECK(message_of<sla::terms_error>([&] { (void)day.until(2026y).from(2028y); }) == said);
  CHECK(day.from(2026y).until(2026y).on(2026y) == date(2026y / October / 6));
}
