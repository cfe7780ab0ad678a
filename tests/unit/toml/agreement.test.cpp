#include "sla/toml/agreement.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <optional>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "sla/clock/deadline.hpp"
#include "sla/contracts/harvard_business_impact.hpp"
#include "sla/policy/describe.hpp"
#include "support/message.hpp"
#include "support/moments.hpp"
#include "support/terms_text.hpp"

namespace hbi = sla::harvard_business_impact;
using namespace sla::literals;
using namespace std::chrono;

namespace {

using sla::agreement_document;
using sla::instant;
using sla::loaded_agreement;
using sla_tests::date;

/// The reference agreement as a person would write it.
const std::string_view reference = R"(# Harvard Business Impact, hosted offerings

title = "Harvard Business Impact, technical service level and support policy"

# Whole civil days that are no federal holiday as observed
calendar = "us_federal"
business_hours = [
  { on = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"], opens = "00:00", closes = "24:00" },
]
business_special_days = []
zone = "America/New_York"

support_hours = [
  { on = ["Monday", "Tuesday", "Wednesday"], opens = "00:00", closes = "24:00" },
  { on = ["Thursday", "Friday", "Saturday", "Sunday"], opens = "00:00", closes = "24:00" }, # the same, in two lines
]
support_special_days = []

# What the policy leaves open
hour_spill         = "carries_over"
day_zero           = "receipt_date"
due_time           = "close_of_day"
desk_closure       = "clock_runs"
resolution_start   = "report"
confirmation       = "stands_for_both"
holds              = "not_recognised"
silent_remedy      = "response_still_due"
on_close           = "files_away"
on_reopen          = "goes_on_without_closed_time"
on_severity_change = "judged_from_the_original_start"

availability    = "99.9 %"
month_zone      = "America/New_York"
planned_time    = "leaves_unavailable_time"
outage_rounding = "exact"
shortest_outage = "0s"
partial_outages = "count_by_weight"
unknown_time = "counts_as_up"

maintenance_windows = [{ on = "Friday", opens = "21:00", closes = "22:00" }]
maintenance_notice_business_days = 3
short_notice = "counts"
emergency    = "counts"

latency = { within = "10s", more_than = "50 %", exempt = ["large_upload", "large_download", "report"] }

[[severities]]
level = 1
name = "critical"
response = { elapsed = "2h" }
resolution = { elapsed = "1d", from = "confirmation", strength = "commercially_reasonable_efforts" }

[[severities]]
level = 2
name = "urgent"
response = { business_time = "3h 60min" }
resolution = { business_days = 3, strength = "reasonable_efforts" }

[[severities]]
level = 3
name = "serious"
response = { business_days = 1 }
resolution = { business_days = 30, strength = "reasonable_efforts" }

[[severities]]
level = 4
name = "minor"
response = { business_days = 2 }
resolution = "case_by_case"

[support_days]
name = "support desk"
first = 1971-01-01
last = 2099-12-31
closed = []
observance = "actual_date" # the dates themselves
holidays = [
  { name = "New Year's Day", month = 1, day = 1 },
  { name = "Easter Sunday", easter = 0 },
  { name = "Christmas Day", month = 12, day = 25 },
]
closed_dates = []
working = []

[edition]
name = "2026"
effective_on = 2026-01-01

[alternatives.one_day]
hour_spill = "within_one_day"
[alternatives.business_date]
day_zero = "business_date"
[alternatives.same_time]
due_time = "same_time_of_day"
[alternatives.desk_pauses]
desk_closure = "clock_pauses"
[alternatives.office_hours]
business_hours = [{ on = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"], opens = "09:00", closes = "17:00" }]
[alternatives.office_same_time]
business_hours = [{ on = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"], opens = "09:00", closes = "17:00" }]
day_zero = "business_date"
due_time = "same_time_of_day"
)";

agreement_document read(std::string_view text) {
  std::istringstream in{std::string(text)};
  return sla::read_toml(in, "own.toml");
}
std::string written(const agreement_document& document) {
  std::ostringstream out;
  sla::write_toml(out, document);
  return std::move(out).str();
}
std::string described(const auto& terms) {
  std::string text;
  for (const sla::described_clause& line : sla::describe(terms)) text += line.clause + ": " + line.says + '\n';
  return text;
}
loaded_agreement alternative(const agreement_document& document, std::string_view name) {
  for (const sla::named_alternative& each : document.alternatives)
    if (each.name == name) return each.terms;
  FAIL("there is no alternative " << name);
  return document.terms;
}

/// Moments spread over four years, at odd times of day.
std::vector<instant> moments() {
  std::vector<instant> all;
  for (int i = 0; i < 200; ++i) all.push_back(sla_tests::utc(2024y / December / 20, 0h) + i * (175h + 37min + 11ms));
  return all;
}

void answers_like(const loaded_agreement& loaded, const auto& terms) {
  for (const instant at : moments())
    for (const auto& [level, name] : sla::enumerators<hbi::severity>::all) {
      CAPTURE(sla::iso(at));
      CAPTURE(name);
      const auto same = static_cast<sla::severity_level>(level);
      CHECK(sla::response_due(loaded, same, at) == sla::response_due(terms, level, at));
      CHECK(sla::resolution_due(loaded, same, at, {}) == sla::resolution_due(terms, level, at, {}));
      CHECK(sla::resolution_due(loaded, same, at, at + 100min) == sla::resolution_due(terms, level, at, at + 100min));
    }
}

// ---- Reading --------------------------------------------------------------------------------------------------------

TEST_CASE("the reference agreement, written by hand, is the reference agreement") {
  const agreement_document document = read(reference);
  CHECK(described(document.terms) == described(loaded_agreement(hbi::support{})));
  answers_like(document.terms, hbi::support{});
}

TEST_CASE("its alternatives are the alternatives, in the order of their names") {
  const agreement_document document = read(reference);
  std::vector<std::string> names;
  for (const sla::named_alternative& each : document.alternatives) names.push_back(each.name);
  CHECK((names == std::vector<std::string>{"business_date", "desk_pauses", "office_hours", "office_same_time",
                                           "one_day", "same_time"}));
  answers_like(alternative(document, "one_day"), hbi::one_day{});
  answers_like(alternative(document, "business_date"), hbi::business_date{});
  answers_like(alternative(document, "same_time"), hbi::same_time{});
  answers_like(alternative(document, "desk_pauses"), hbi::desk_pauses{});
  answers_like(alternative(document, "office_hours"), hbi::office_hours{});
  answers_like(alternative(document, "office_same_time"), hbi::office_same_time{});
  CHECK(described(alternative(document, "office_same_time")) == described(hbi::office_same_time{}));
}

TEST_CASE("an edition has a name and a date, and need not be there") {
  const agreement_document document = read(reference);
  REQUIRE(document.edition.has_value());
  CHECK(document.edition->name == "2026");
  CHECK(document.edition->effective_on == date(2026y / January / 1));
  std::string without(reference);
  without.erase(without.find("[edition]"), without.find("[alternatives") - without.find("[edition]"));
  CHECK_FALSE(read(without).edition.has_value());
  without.erase(without.find("[alternatives"));
  CHECK(read(without).alternatives.empty());
}

TEST_CASE("what is read refers to nothing of the text") {
  auto text = std::make_optional<std::string>(reference);
  const agreement_document document = read(*text);
  text.reset();
  CHECK(document.terms.title == "Harvard Business Impact, technical service level and support policy");
  CHECK(document.terms.support_days.holiday_on(date(2026y / April / 5)) == "Easter Sunday");
}

// ---- Writing --------------------------------------------------------------------------------------------------------

void is_read_as_written(const agreement_document& document) {
  const std::string once = written(document);
  const agreement_document again = read(once);
  CHECK(written(again) == once);
  CHECK(described(again.terms) == described(document.terms));
  REQUIRE(again.alternatives.size() == document.alternatives.size());
  for (const sla::named_alternative& each : document.alternatives)
    CHECK(described(alternative(again, each.name)) == described(each.terms));
  REQUIRE(again.edition.has_value() == document.edition.has_value());
  if (again.edition) {
    CHECK(again.edition->name == document.edition->name);
    CHECK(again.edition->effective_on == document.edition->effective_on);
  }
}

sla::loaded_clauses clauses_of_a_workshop() {
  using sla::row;
  using sla::severity_level;
  sla::loaded_clauses clauses = loaded_agreement(hbi::support{});
  clauses.title = "A \"workshop's\" agreement\nin two lines \\ ü";
  clauses.severities = sla::loaded_severity_table(
      {{"stands", row{severity_level{5}, sla::respond_within(sla::business_time{90min}),
                      sla::resolve_within(sla::business_time{18h + 1ms}).from(sla::clock_start::report)}},
       {"limps", row{severity_level{0}, sla::respond_within(sla::elapsed{72h}), sla::case_by_case{}}}});
  clauses.confirmation = sla::confirmation::needs_both;
  clauses.holds = sla::holds::recognised_for_resolution;
  clauses.silent_remedy = sla::silent_remedy::counts_as_response;
  clauses.on_close = sla::on_close::remedies;
  clauses.on_reopen = sla::on_reopen::first_close_is_final;
  clauses.availability = sla::availability_objective(sla::fraction{2, 3});
  clauses.month_zone = sla::fixed_offset{"IST", 5h + 30min};
  clauses.outage_rounding = sla::outage_rounding::only_whole_minutes;
  clauses.shortest_outage = sla::elapsed{2min + 500ms};
  clauses.credits = {
      sla::credit_cap{50_percent},
      {{sla::fraction{1, 3}, sla::fraction{2, 3}, 12.5_percent}, {0_percent, sla::fraction{1, 3}, 100_percent}}};
  clauses.maintenance_windows = {{Tuesday[2], 23h, 2h}, {Sunday[last], 4h, 6h}, {Friday, 0h, 24h}};
  clauses.maintenance_notice = sla::business_days{5};
  clauses.emergency = sla::downtime_rule::excused;
  clauses.latency = {sla::elapsed{1500ms}, sla::at_least(sla::fraction{1, 3}), {}};
  return clauses;
}

sla::loaded_opening_clauses openings_of_a_workshop() {
  using sla::holiday;
  using sla::named_holiday;
  const sla::loaded_calendar workshop(
      sla::calendar_definition{"workshop",
                               {date(2020y / January / 1), date(2039y / December / 31)},
                               Sunday,
                               sla::observance::actual_date,
                               {named_holiday("Good Friday", holiday({}, sla::easter{-days{2}})),
                                named_holiday("Great Friday", holiday({}, sla::orthodox_easter{-days{2}}).from(2022y)),
                                named_holiday("Fair", holiday({}, September / Monday[2]).from(2021y).until(2030y)),
                                named_holiday("Last Saturday", holiday({}, May / Saturday[last]))},
                               {date(2026y / December / 24)},
                               {date(2026y / December / 20)}});
  const auto week =
      sla::weekly_hours(sla::monday_to_friday, 8h, 12h).also(sla::monday_to_friday, 13h, 18h).also(Saturday, 22h, 6h);
  const sla::loaded_hours hours(
      week, {{date(2026y / December / 20), {{9h, 10h}, {11h, 12h}}}, {date(2026y / December / 31), {{9h, 12h}}}});
  return {workshop, hours, sla::fixed_offset{"NPT", 5h + 45min}, sla::loaded_calendar(hbi::support::support_days),
          sla::loaded_hours(sla::around_the_clock)};
}

TEST_CASE("what is written is read as the same agreement") {
  is_read_as_written({loaded_agreement(hbi::support{}), {}, {}});
  is_read_as_written({loaded_agreement(hbi::office_same_time{}), {}, {}});
  is_read_as_written({loaded_agreement(hbi::hosted{hbi::offering::manage_mentor_spark}), {}, {}});
  is_read_as_written({loaded_agreement(clauses_of_a_workshop(), openings_of_a_workshop()), {}, {}});
  is_read_as_written(read(reference));
}

TEST_CASE("an alternative may promise credits, or none where the agreement does") {
  agreement_document document{loaded_agreement(clauses_of_a_workshop(), openings_of_a_workshop()), {}, {}};
  sla::loaded_clauses none = clauses_of_a_workshop();
  none.credits = sla::loaded_credit_schedule(sla::no_credits{});
  document.alternatives.push_back({"none", loaded_agreement(none, openings_of_a_workshop())});
  is_read_as_written(document);
  const agreement_document again = read(written(document));
  CHECK(again.terms.credits.tiers().size() == 2);
  CHECK(alternative(again, "none").credits.tiers().empty());
}

TEST_CASE("editions and alternatives are written, of an alternative what it changes") {
  agreement_document document{loaded_agreement(hbi::support{}), {}, {}};
  document.edition = {"2027 \"draft\"", date(2027y / July / 1)};
  document.alternatives.push_back({"office_hours", loaded_agreement(hbi::office_hours{})});
  document.alternatives.push_back({"same", document.terms});
  document.alternatives.push_back({"workshop", loaded_agreement(clauses_of_a_workshop(), openings_of_a_workshop())});
  is_read_as_written(document);
  const toml::table table = toml::parse(written(document));
  const toml::table& alternatives = *table["alternatives"].as_table();
  CHECK(alternatives["office_hours"].as_table()->size() == 1);
  CHECK(alternatives["office_hours"].as_table()->contains("business_hours"));
  CHECK(alternatives["same"].as_table()->empty());
  CHECK(alternatives["workshop"].as_table()->contains("credits"));
  answers_like(alternative(read(written(document)), "office_hours"), hbi::office_hours{});
}

/// What is said of a document that is not written.
std::string refused(const agreement_document& document) {
  std::ostringstream out;
  const std::string said = sla_tests::message_of<sla::toml_error>([&] { sla::write_toml(out, document); });
  CHECK(out.str().empty());
  return said;
}

TEST_CASE("what could not be read again is refused, and nothing is written") {
  const auto without_place = [](const loaded_agreement& terms) {
    const std::string said = refused({terms, {}, {}});
    CHECK(said.starts_with("the text to write:"));
    return said.substr(said.find(": ") + 2);
  };
  const auto with = [&](auto change) {
    loaded_agreement terms(hbi::support{});
    change(terms);
    return without_place(terms);
  };
  CHECK(with([](auto& terms) { terms.latency.within = sla::elapsed{960'000h}; }) ==
        "latency.within = \"960000h\": is no length; allowed: lengths such as \"2h\", \"1h 30min\", \"10s\", "
        "\"500ms\", up to a century");
  CHECK(with([](auto& terms) {
          terms.shortest_outage = sla::elapsed{-5min};
        }).starts_with("shortest_outage = \"-300000ms\": is no length; allowed: "));
  CHECK(with([](auto& terms) { terms.maintenance_notice = sla::business_days{0}; }) ==
        "maintenance_notice_business_days = 0: is out of range; allowed: 1 to 100000");
  CHECK(with([](auto& terms) { terms.title.clear(); }) == "title = \"\": is empty; allowed: a text");

  sla::calendar_definition own = loaded_agreement(hbi::support{}).calendar.definition();
  own.holidays.front() = sla::named_holiday("New Year's Day", sla::holiday({}, January / 1).from(-5y));
  sla::loaded_opening_clauses open = openings_of_a_workshop();
  open.business_hours = sla::loaded_hours(sla::weekly_hours(sla::monday_to_friday, 9h, 17h));
  open.calendar = sla::loaded_calendar(own);
  CHECK(without_place(loaded_agreement(clauses_of_a_workshop(), open)) ==
        "calendar.holidays[1].from_year = -5: is out of range; allowed: 1 to 9999");
}

TEST_CASE("every text is read as it was written") {
  for (const std::string_view title :
       {"\nlead", "trail\n", "it'''s\nx", "a\n'''", "'''\"\"\"", "\\\n", "'", "\"", "\t", "\r\n", "\x01\x7F",
        "caf\xC3\xA9", "\xC2\x85", "\xE2\x80\xA8", "\xEF\xBB\xBF", "\xF0\x9F\x95\x92"}) {
    loaded_agreement terms(hbi::support{});
    terms.title = title;
    terms.latency.exempt = {std::string(title), std::string(title)};
    const agreement_document again = read(written({terms, {}, {}}));
    CHECK(again.terms.title == title);
    CHECK((again.terms.latency.exempt == terms.latency.exempt));
  }
}

TEST_CASE("a text that is no UTF-8 is not written, for it would be read as another") {
  const auto with = [](auto change) {
    agreement_document document{loaded_agreement(hbi::support{}), {}, {}};
    change(document);
    return refused(document);
  };
  const std::string allowed = ": is read as something else; allowed: UTF-8";
  CHECK(with([](auto& document) { document.terms.title = "\xFF"; }) == "title = \"\\u00FF\"" + allowed);
  CHECK(with([](auto& document) { document.terms.title = "a\xC3"; }) == "title = \"a\"" + allowed);
  CHECK(with([](auto& document) { document.terms.latency.exempt[1] = "\xED\xA0\x80"; }) ==
        "latency.exempt[2] = \"\\u00ED\\u00A0\\u0080\"" + allowed);
  CHECK(with([](auto& document) { document.terms.latency.exempt[0] = "\xFF"; }) ==
        "latency.exempt[1] = \"\\u00FF\"" + allowed);
  CHECK(with([](auto& document) { document.edition = {"\xC0\x80", date(2026y / January / 1)}; }) ==
        "edition.name = \"\\u00C0\\u0080\"" + allowed);
  CHECK(with([](auto& document) {
          document.alternatives.push_back({"office", loaded_agreement(hbi::office_hours{})});
          document.alternatives.front().terms.title = "\x80";
        }) == "alternatives.office.title = \"\\u0080\"" + allowed);
}

TEST_CASE("a date beyond the years of TOML is not written") {
  agreement_document document{loaded_agreement(hbi::support{}), {}, {}};
  for (const sla::civil_day day : {date(0y / January / 1), date(9999y / December / 31)}) {
    document.edition = {"2026", day};
    CHECK(read(written(document)).edition->effective_on == day);
  }
  const std::string allowed = ": is out of range; allowed: 0000-01-01 to 9999-12-31";
  document.edition->effective_on += days{1};
  CHECK(refused(document) == "edition.effective_on = 10000-01-01" + allowed);
  document.edition->effective_on = date(-1y / December / 31);
  CHECK(refused(document) == "edition.effective_on = -0001-12-31" + allowed);

  document.edition.reset();
  sla::loaded_opening_clauses open = openings_of_a_workshop();
  sla::calendar_definition own = open.support_days.definition();
  own.coverage.last = date(10'001y / December / 31);
  open.support_days = sla::loaded_calendar(own);
  document.alternatives.push_back({"late", loaded_agreement(clauses_of_a_workshop(), open)});
  CHECK(refused(document) == "alternatives.late.support_days.last = 10001-12-31" + allowed);
}

TEST_CASE("of two alternatives with one name, none is dropped") {
  agreement_document document{loaded_agreement(hbi::support{}), {}, {}};
  document.alternatives.push_back({"office", loaded_agreement(hbi::office_hours{})});
  document.alternatives.push_back({"office", loaded_agreement(hbi::one_day{})});
  CHECK(sla_tests::message_of<sla::toml_error>([&] { (void)written(document); }) ==
        "alternatives.office: is the name of two alternatives; allowed: a name for each");
}

// ---- Mistakes -------------------------------------------------------------------------------------------------------

/// What is said of the reference agreement with another piece of text in place of one of its own.
std::string said_of(std::string_view from, std::string_view to) {
  std::string text(reference);
  text.replace(text.find(from), from.size(), to);
  return sla_tests::message_of<sla::toml_error>([&] { (void)read(text); });
}

/// Every key of an agreement, but for those that an alternative cannot have.
const std::string all_keys =
    "availability, business_hours, business_special_days, calendar, confirmation, credits, day_zero, desk_closure, "
    "due_time, "
    "emergency, "
    "holds, hour_spill, latency, maintenance_notice_business_days, maintenance_windows, month_zone, on_close, "
    "on_reopen, "
    "on_severity_change, outage_rounding, partial_outages, planned_time, resolution_start, severities, short_notice, "
    "shortest_outage, silent_remedy, "
    "support_days, support_hours, support_special_days, title, unknown_time, zone";

const std::string all_keys_of_a_file = [] {
  std::string keys = all_keys;
  return keys.replace(keys.find("emergency"), 0, "edition, ");
}();

TEST_CASE("a missing key, an unknown key and a wrong type are told with their place") {
  CHECK(said_of("hour_spill         = \"carries_over\"\n", "") ==
        "own.toml:1: hour_spill: is missing; allowed: carries_over, within_one_day");
  CHECK(said_of("effective_on = 2026-01-01\n", "") ==
        "own.toml:85: edition.effective_on: is missing; allowed: a date such as 2026-12-24");
  CHECK(said_of("shortest_outage", "shortest_outtage") ==
        "own.toml:36: shortest_outtage = \"0s\": is no key here, perhaps shortest_outage; allowed: alternatives, " +
            all_keys_of_a_file);
  CHECK(said_of("emergency    = \"counts\"", "emergency    = \"counts\"\ncolour = \"red\"") ==
        "own.toml:44: colour = \"red\": is no key here; allowed: alternatives, " + all_keys_of_a_file);
  CHECK(said_of("name = \"2026\"", "name = \"2026\"\nuntil = 2027-01-01") ==
        "own.toml:87: edition.until = 2027-01-01: is no key here; allowed: effective_on, name");
  CHECK(said_of("name = \"2026\"", "name = 2026") ==
        "own.toml:86: edition.name = 2026: is of another type; allowed: a "
        "text");
  CHECK(said_of("\"99.9 %\"", "99.9") ==
        "own.toml:32: availability = 99.9: is of another type; allowed: shares such as "
        "\"99.9 %\" or \"2/3\", up to \"100 %\"");
  CHECK(said_of("= 3\nshort", "= 0\nshort") ==
        "own.toml:41: maintenance_notice_business_days = 0: is out of range; allowed: 1 to 100000");
  CHECK(said_of("[edition]", "[edition]\nname = \"a\"\n[other]") ==
        "own.toml:85: edition.effective_on: is missing; allowed: a date such as 2026-12-24\n"
        "own.toml:87: other = a table: is no key here; allowed: alternatives, " +
            all_keys_of_a_file);
}

TEST_CASE("alternatives are told by their names") {
  CHECK(said_of("\"within_one_day\"", "\"one_day\"") ==
        "own.toml:90: alternatives.one_day.hour_spill = \"one_day\": is none of these; allowed: carries_over, "
        "within_one_day");
  CHECK(said_of("hour_spill = \"within_one_day\"", "spill = 1") ==
        "own.toml:90: alternatives.one_day.spill = 1: is no key here; allowed: " + all_keys);
  CHECK(said_of("[alternatives.one_day]\n", "[alternatives.one_day]\nedition = \"2025\"\n") ==
        "own.toml:90: alternatives.one_day.edition = \"2025\": is no key here; allowed: " + all_keys);
  CHECK(said_of("\"Friday\"], opens = \"09:00\"", "\"Saturday\"], opens = \"09:00\"") ==
        "own.toml:98: alternatives.office_hours.business_hours: Friday is a business day, but has no opening hours");
  CHECK(said_of("[alternatives.one_day]\nhour_spill = \"within_one_day\"", "[alternatives]\none_day = 1") ==
        "own.toml:90: alternatives.one_day = 1: is no table; allowed: [alternatives.NAME]");
  std::string text(reference);
  text.erase(text.find("[alternatives"));
  text.insert(0, "alternatives = [1]\n");
  CHECK(sla_tests::message_of<sla::toml_error>([&] { (void)read(text); }) ==
        "own.toml:1: alternatives = an array: is no table; allowed: [alternatives.NAME]");
}

TEST_CASE("hours and coverages that do not fit are told with their place") {
  CHECK(said_of("\"Friday\"], opens = \"00:00\"", "\"Saturday\"], opens = \"00:00\"") ==
        "own.toml:7: business_hours: Friday is a business day, but has no opening hours");
  CHECK(
      said_of("business_special_days = []",
              "business_special_days = [{ date = 2026-07-04, opens = \"09:00\", closes = \"12:00\" }]") ==
      "own.toml:10: business_special_days[1].date: 2026-07-04 has hours of its own, but the calendar is closed on it; "
      "to work on it, add it to the calendar's working dates: working = [2026-07-04]");
  CHECK(said_of("first = 1971-01-01", "first = 1901-01-01") ==
        "own.toml:71: support_days: a US zone does not cover 1901-01-01; it covers 1967-01-01 to 2199-12-31");
}

TEST_CASE("what is no TOML is told with its line") {
  CHECK(said_of("zone = \"America", "zone = America") ==
        "own.toml:11: Error while parsing value: could not determine value type");
  CHECK(said_of("[edition]", "title = \"a\"\ntitle = \"b\"\n[edition]") ==
        "own.toml:86: Error while parsing key-value pair: cannot redefine existing string 'title'");
  CHECK(said_of("[edition]", "[latency]\n[edition]") ==
        "own.toml:85: Error while parsing table header: cannot redefine existing table 'latency'");
}

/// A text whose tables have every key that there is.
std::string text_with_all_keys() {
  std::string text(reference.substr(0, reference.find("[alternatives.business_date]")));
  const auto put = [&text](std::string_view from, std::string_view to) {
    text.replace(text.find(from), from.size(), to);
  };
  put("\nlatency",
      "\ncredits = { cap = \"50 %\", tiers = [{ at_least = \"0 %\", below = \"99.9 %\", credit = \"10 %\" }] "
      "}\nlatency");
  put("month_zone      = \"America/New_York\"", "month_zone = { name = \"IST\", offset_s = 19800 }");
  put("business_special_days = []",
      "business_special_days = [{ date = 2026-07-06, opens = \"09:00\", closes = \"12:00\" }]");
  put("maintenance_windows = [",
      "maintenance_windows = [{ on = \"Sunday\", nth = 2, opens = \"04:00\", closes = \"06:00\" }, ");
  put("holidays = [",
      "holidays = [{ name = \"a\", month = 9, weekday = \"Monday\", nth = 1, days_after = 1, from_year = 2000, "
      "until_year = "
      "2030 }, { name = \"b\", month = 2, day = 3 }, { name = \"c\", orthodox_easter = 1 }, ");
  return text;
}

/// A key with a typing error: a letter that is left out, doubled, put in place of another or swapped with the next.
std::vector<std::string> misspelt(const std::string& key) {
  std::vector<std::string> all;
  for (std::size_t at = 0; at < key.size(); ++at) {
    if (key.size() > 1) all.push_back(std::string(key).erase(at, 1));
    all.push_back(std::string(key).insert(at, 1, key[at]));
    all.push_back(std::string(key).replace(at, 1, "q"));
    if (at + 1 < key.size() && key[at] != key[at + 1]) {
      all.push_back(key);
      std::swap(all.back()[at], all.back()[at + 1]);
    }
  }
  return all;
}

TEST_CASE("every key of every table with a typing error is named with the key that was meant") {
  const std::string text = text_with_all_keys();
  CHECK_NOTHROW((void)read(text));
  constexpr std::string_view letters = "abcdefghijklmnopqrstuvwxyz_";
  std::set<std::string> keys;
  int errors = 0;
  for (std::size_t at = text.find(" = "); at != std::string::npos; at = text.find(" = ", at + 1)) {
    const std::size_t end = text.find_last_not_of(' ', at) + 1;
    const std::size_t begin = text.find_last_not_of(letters, end - 1) + 1;
    const std::string key = text.substr(begin, end - begin);
    keys.insert(key);
    for (const std::string& wrong : misspelt(key)) {
      const std::string said = sla_tests::message_of<sla::toml_error>(
          [&] { (void)read(std::string(text).replace(begin, key.size(), wrong)); });
      const bool is_named = said.find(wrong + " = ") != std::string::npos &&
                            said.find(": is no key here, perhaps " + key + "; allowed: ") != std::string::npos;
      CHECK_MESSAGE(is_named, wrong, ": ", said);
      ++errors;
    }
  }
  CHECK(keys.size() == 70);
  MESSAGE(errors, " typing errors in ", keys.size(), " keys");
}

struct fault {
  std::string_view from;
  std::string_view to;
};

TEST_CASE("faults that have nothing to do with each other are told at once, in the order of the file") {
  const std::string text = text_with_all_keys();
  const std::vector<fault> faults{{"title = \"", "title = 7 #"},
                                  {"zone = \"", "zone = \"Mars/"},
                                  {"opens = \"00:00\"", "opens = \"25:00\""},
                                  {"date = 2026-07-06", "date = 7"},
                                  {"\"carries_over\"", "\"spills\""},
                                  {"day_zero", "day_zeor"},
                                  {"offset_s = 19800", "offset_s = 86400"},
                                  {"cap = \"50 %\"", "cap = \"150 %\""},
                                  {"nth = 2", "nth = 6"},
                                  {"month = 9", "month = 13"},
                                  {"day = 3", "day = 32"},
                                  {"orthodox_easter = 1", "orthodox_easter = 1000"},
                                  {"within = \"10s\"", "within = \"10\""},
                                  {"level = 1", "level = -1"},
                                  {"\"2h\"", "\"2 hours\""},
                                  {"\"reasonable_efforts\"", "\"hard\""},
                                  {"effective_on = 2026-01-01", "effective_on = \"soon\""},
                                  {"[alternatives.one_day]", "[alternatives.One-Day]"}};
  const auto with = [&text](std::initializer_list<fault> some) {
    std::string wrong = text;
    for (const auto& [from, to] : some)
      if (const std::size_t at = wrong.find(from); at != std::string::npos) wrong.replace(at, from.size(), to);
    return sla_tests::message_of<sla::toml_error>([&] { (void)read(wrong); });
  };
  const auto line_of = [](std::string_view said) { return std::stoi(std::string(said.substr(said.find(':') + 1))); };
  for (const fault& one : faults)
    for (const fault& other : faults) {
      if (&one == &other || text.find(one.from) == std::string::npos || text.find(other.from) == std::string::npos)
        continue;
      const std::string first = with({one});
      const std::string second = with({other});
      CHECK_MESSAGE(first.find('\n') == std::string::npos, first);
      const std::string both = with({one, other});
      if (line_of(first) < line_of(second)) CHECK(both == first + '\n' + second);
      if (line_of(first) == line_of(second)) CHECK(both.size() == first.size() + second.size() + 1);
    }
}

TEST_CASE("of many faults, as many as are read at once") {
  const std::string said = sla_tests::message_of<sla::toml_error>([] { (void)read(""); });
  CHECK(std::ranges::count(said, '\n') == 19);
  CHECK(said.starts_with("own.toml:1: calendar: is missing; allowed: \"us_federal\", \"us_banking\", or a table\n"));
  std::string text(reference);
  for (int key = 0; key < 50'000; ++key) text.insert(0, "k" + std::to_string(key) + " = 1\n");
  const std::string others = sla_tests::message_of<sla::toml_error>([&] { (void)read(text); });
  CHECK(std::ranges::count(others, '\n') == 19);
}

}  // namespace
