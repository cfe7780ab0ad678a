#include "sla/toml/clauses.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "support/message.hpp"
#include "support/terms_text.hpp"

using namespace sla::literals;
using namespace std::chrono;
using sla::recurrence;
using sla::severity_level;
using sla::detail::toml_section;

namespace {

auto found(std::string_view text, auto read) {
  const toml::table table = toml::parse(text);
  toml_section in("f.toml", table, "");
  return read(in);
}
std::string complaint(std::string_view text, auto read) {
  return sla_tests::message_of<sla::toml_error>([&] { (void)found(text, read); });
}
std::string written(const toml::table& table) {
  std::ostringstream text;
  text << table;
  return std::move(text).str();
}

sla::loaded_severity_table read_severities(toml_section& in) { return sla::detail::read_severities(in); }
std::vector<recurrence> read_windows(toml_section& in) { return sla::detail::read_windows(in); }
sla::loaded_latency_objective read_latency(toml_section& in) { return sla::detail::read_latency(in); }
sla::loaded_credit_schedule read_credits(toml_section& in) { return sla::detail::read_credits(in); }

// ---- Severities -----------------------------------------------------------------------------------------------------

const std::string_view three = R"([[severities]]
level = 0
name = "stands"
response = { elapsed = "30min" }
resolution = { business_days = 2, strength = "firm", from = "confirmation" }
[[severities]]
level = 7
name = "limps"
response = { business_time = "4h" }
resolution = { business_time = "18h", strength = "reasonable_efforts" }
[[severities]]
level = 3
name = "asks"
response = { business_days = 1 }
resolution = "case_by_case"
)";

TEST_CASE("severities are read in the order in which they are written") {
  const sla::loaded_severity_table table = found(three, read_severities);
  REQUIRE(std::distance(table.begin(), table.end()) == 3);
  CHECK(table.begin()->name == "stands");
  CHECK(std::prev(table.end())->name == "asks");
  const auto& stands = table[severity_level{0}];
  CHECK((stands.response.within() == sla::allowance(sla::elapsed{30min})));
  CHECK((stands.resolution->within() == sla::allowance(sla::business_days{2})));
  CHECK((stands.resolution->starts_from() == sla::clock_start::confirmation));
  CHECK((stands.resolution->strength() == sla::obligation::firm));
  const auto& limps = table[severity_level{7}];
  CHECK((limps.resolution->within() == sla::allowance(sla::business_time{18h})));
  CHECK_FALSE(limps.resolution->starts_from().has_value());
  CHECK((limps.resolution->strength() == sla::obligation::reasonable_efforts));
  CHECK_FALSE(table[severity_level{3}].resolution.has_value());
}

TEST_CASE("severities are written so that they are read again") {
  const std::string once =
      written(toml::table{{"severities", sla::detail::severities_for_toml(found(three, read_severities))}});
  CHECK(written(toml::table{{"severities", sla::detail::severities_for_toml(found(once, read_severities))}}) == once);
  CHECK(found(once, read_severities).name_of(severity_level{7}) == "limps");
}

TEST_CASE("every mistake in a severity is told with what is allowed") {
  const auto changed = [](std::string_view from, std::string_view to) {
    std::string text(three);
    text.replace(text.find(from), from.size(), to);
    return complaint(text, read_severities);
  };
  const std::string amounts = "; allowed: one of {elapsed = \"2h\"}, {business_time = \"4h\"}, {business_days = 3}";
  CHECK(changed("{ elapsed = \"30min\" }", "{}") == "f.toml:4: severities[1].response: has no amount" + amounts);
  CHECK(changed("{ elapsed = \"30min\" }", "\"30min\"") ==
        "f.toml:4: severities[1].response = \"30min\": is no table" + amounts);
  CHECK(changed("{ elapsed = \"30min\" }", "{ elapsed = \"30min\", strength = \"firm\" }") ==
        "f.toml:4: severities[1].response.strength = \"firm\": is no key here; allowed: business_days, business_time, "
        "elapsed");
  CHECK(changed("\"30min\"", "\"0min\"") ==
        "f.toml:4: severities[1].response.elapsed = \"0min\": is not more than zero; allowed: lengths such as \"2h\", "
        "\"1h 30min\", \"10s\", \"500ms\", up to a century");
  CHECK(changed("business_days = 2, ", "") == "f.toml:5: severities[1].resolution: has no amount" + amounts);
  CHECK(changed("business_days = 2", "business_days = 2, elapsed = \"2h\"") ==
        "f.toml:5: severities[1].resolution.business_days = 2: is a second amount" + amounts);
  CHECK(changed("business_days = 2, strength = \"firm\"", "business_days = 2") ==
        "f.toml:5: severities[1].resolution.strength: is missing; allowed: firm, commercially_reasonable_efforts, "
        "reasonable_efforts");
  CHECK(changed("\"confirmation\"", "\"now\"") ==
        "f.toml:5: severities[1].resolution.from = \"now\": is none of these; allowed: report, confirmation");
  CHECK(changed("\"case_by_case\"", "\"later\"") ==
        "f.toml:15: severities[3].resolution = \"later\": is no resolution; allowed: \"case_by_case\", or an amount "
        "with strength and, if need be, from");
  CHECK(changed("level = 7", "level = -1") ==
        "f.toml:7: severities[2].level = -1: is out of range; allowed: 0 to 1000000");
  CHECK(changed("level = 7", "level = 0") ==
        "f.toml:7: severities[2].level = 0: has a row already; allowed: a number for each row");
  CHECK(changed("name = \"limps\"", "name = \"stands\"") ==
        "f.toml:8: severities[2].name = \"stands\": has a row already; allowed: a name for each row");
  CHECK(changed("name = \"limps\"", "name = \"0\"") ==
        "f.toml:8: severities[2].name = \"0\": could be taken for a level; allowed: a text that is no number");
  CHECK(changed("name = \"limps\"\n", "") == "f.toml:6: severities[2].name: is missing; allowed: a text");
  CHECK(changed("name = \"limps\"\n", "name = \"limps\"\ncolour = \"red\"\n") ==
        "f.toml:9: severities[2].colour = \"red\": is no key here; allowed: level, name, resolution, response");
  CHECK(complaint("severities = []", read_severities) ==
        "f.toml:1: severities: a severity table needs a row for at least one level");
  CHECK(complaint("severities = {}", read_severities) ==
        "f.toml:1: severities = a table: is no array; allowed: an array of tables");
}

// ---- Maintenance ----------------------------------------------------------------------------------------------------

TEST_CASE("windows come every week, or on the nth or last weekday of a month") {
  const std::vector<recurrence> windows = found(R"(maintenance_windows = [
  { on = "Friday", opens = "21:00", closes = "22:00" },
  { on = "Tuesday", nth = 2, opens = "23:00", closes = "02:00" },
  { on = "Sunday", nth = "last", opens = "00:00", closes = "24:00" },
])",
                                                read_windows);
  REQUIRE(windows.size() == 3);
  CHECK((windows[0].on() == recurrence::dates(Friday)));
  CHECK((windows[0].span() == sla::open_span{21h, 22h}));
  CHECK((windows[1].on() == recurrence::dates(Tuesday[2])));
  CHECK((windows[1].span() == sla::open_span{23h, 26h}));
  CHECK((windows[2].on() == recurrence::dates(Sunday[last])));
  CHECK((windows[2].span() == sla::open_span{0h, 24h}));
  CHECK(found("maintenance_windows = []", read_windows).empty());

  const std::string text = written(toml::table{{"maintenance_windows", sla::detail::windows_for_toml(windows)}});
  const std::vector<recurrence> again = found(text, read_windows);
  REQUIRE(again.size() == 3);
  for (std::size_t i = 0; i < 3; ++i) {
    CHECK((again[i].on() == windows[i].on()));
    CHECK((again[i].span() == windows[i].span()));
  }
}

TEST_CASE("every mistake in a window is told with what is allowed") {
  const auto wrong = [](std::string_view line) {
    return complaint("maintenance_windows = [\n" + std::string(line) + "\n]", read_windows);
  };
  const std::string at = "f.toml:2: maintenance_windows[1].";
  const std::string days = "; allowed: Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday";
  CHECK(wrong("{ opens = \"21:00\", closes = \"22:00\" }") == at + "on: is missing" + days);
  CHECK(wrong("{ on = \"friday\", opens = \"21:00\", closes = \"22:00\" }") ==
        at + "on = \"friday\": is no day of the week" + days);
  CHECK(wrong("{ on = [\"Friday\"], opens = \"21:00\", closes = \"22:00\" }") ==
        at + "on = an array: is of another type" + days);
  CHECK(wrong("{ on = \"Friday\", nth = 6, opens = \"21:00\", closes = \"22:00\" }") ==
        at + "nth = 6: is no ordinal; allowed: 1 to 5, \"last\"");
  CHECK(wrong("{ on = \"Friday\", opens = \"21:00\", closes = \"21:00\" }") ==
        at + "closes = \"21:00\": is no time to close; allowed: after \"00:00\" to \"24:00\", and not the time of "
             "opening");
  CHECK(wrong("{ on = \"Friday\", opens = \"24:00\", closes = \"21:00\" }") ==
        at + "opens = \"24:00\": is no time to open; allowed: \"00:00\" to before \"24:00\"");
  CHECK(complaint("maintenance_windows = \"none\"", read_windows) ==
        "f.toml:1: maintenance_windows = \"none\": is no array; allowed: an array of {on = \"Friday\", opens = "
        "\"21:00\", closes = \"22:00\"}");
  CHECK(complaint("", read_windows) ==
        "f.toml:1: maintenance_windows: is missing; allowed: an array, which may be "
        "empty");
}

// ---- Latency, availability ------------------------------------------------------------------------------------------

TEST_CASE("latency is a length and one share of requests") {
  const auto most =
      found("latency = { within = \"1s 500ms\", more_than = \"2/3\", exempt = [\"a\", \"b\"] }", read_latency);
  CHECK(most.within == sla::elapsed{1500ms});
  CHECK((most.most.compares_by() == sla::required_share::comparison::more_than));
  CHECK(most.most.than() == sla::fraction{2, 3});
  CHECK((most.exempt == std::vector<std::string>{"a", "b"}));
  const auto quantile = found("latency = { within = \"2s\", at_least = \"95 %\", exempt = [] }", read_latency);
  CHECK((quantile.most.compares_by() == sla::required_share::comparison::at_least));
  CHECK(quantile.most.than() == sla::fraction{95, 100});

  const std::string text = written(toml::table{{"latency", sla::detail::latency_for_toml(most)}});
  CHECK(found(text, read_latency).most.than() == sla::fraction{2, 3});
  CHECK(found(text, read_latency).within == sla::elapsed{1500ms});
  CHECK((found(text, read_latency).exempt == most.exempt));
}

TEST_CASE("every mistake in latency is told with what is allowed") {
  const auto wrong = [](std::string_view inner) { return complaint("latency = " + std::string(inner), read_latency); };
  CHECK(wrong("{ within = \"2s\", exempt = [] }") == "f.toml:1: latency: needs either more_than or at_least");
  CHECK(wrong("{ within = \"2s\", more_than = \"1 %\", at_least = \"1 %\", exempt = [] }") ==
        "f.toml:1: latency: needs either more_than or at_least");
  CHECK(wrong("{ within = \"2s\", more_than = \"100 %\", exempt = [] }") ==
        "f.toml:1: latency.more_than: a required share of more than 100.0000 % is not within [0, 100)");
  CHECK(wrong("{ within = \"2s\", at_least = \"0 %\", exempt = [] }") ==
        "f.toml:1: latency.at_least: a required share of at least 0.0000 % is not within (0, 100]");
  CHECK(wrong("{ within = \"2s\", more_than = \"150 %\", exempt = [] }") ==
        "f.toml:1: latency.more_than = \"150 %\": is no share; allowed: shares such as \"99.9 %\" or \"2/3\", up to "
        "\"100 %\"");
  CHECK(wrong("{ within = \"2s\", more_than = \"50 %\" }") ==
        "f.toml:1: latency.exempt: is missing; allowed: an array of texts");
  CHECK(wrong("{ within = \"2s\", more_than = \"50 %\", exempt = \"a\" }") ==
        "f.toml:1: latency.exempt = \"a\": is no array; allowed: an array of texts");
  CHECK(wrong("{ within = \"2s\", more_than = \"50 %\", exempt = [1] }") ==
        "f.toml:1: latency.exempt = 1: is of another type; allowed: an array of texts");
  CHECK(wrong("{ within = \"2s\", more_than = \"50 %\", exempt = [], most = 1 }") ==
        "f.toml:1: latency.most = 1: is no key here; allowed: at_least, exempt, more_than, within");
  CHECK(wrong("\"10s\"") ==
        "f.toml:1: latency = \"10s\": is no table; allowed: {within = \"10s\", more_than = \"50 %\", exempt = []}");
}

TEST_CASE("an availability of nothing is no objective") {
  const auto read = [](toml_section& in) { return sla::detail::read_objective(in); };
  CHECK(found("availability = \"99.9 %\"", read).at_least() == sla::fraction{999, 1000});
  CHECK(found("availability = \"100 %\"", read).at_least() == sla::fraction{1, 1});
  CHECK(complaint("availability = \"0 %\"", read) ==
        "f.toml:1: availability: an objective of 0.0000 % is not within (0, 100]");
}

// ---- Credits --------------------------------------------------------------------------------------------------------

const std::string_view published = R"([credits]
cap = "50 %"
tiers = [
  { at_least = "99 %", below = "99.95 %", credit = "10 %" },
  { at_least = "95 %", below = "99 %", credit = "25 %" },
  { at_least = "0 %", below = "95 %", credit = "50 %" },
]
)";

TEST_CASE("credits are a cap and tiers, and are written as they are read") {
  const sla::loaded_credit_schedule credits = found(published, read_credits);
  CHECK(credits.cap() == sla::credit_cap{50_percent});
  REQUIRE(credits.tiers().size() == 3);
  CHECK(credits.tiers()[0] == sla::credit_tier{99_percent, 99.95_percent, 10_percent});
  CHECK(credits.tiers()[2] == sla::credit_tier{0_percent, 95_percent, 50_percent});

  toml::table table;
  sla::detail::write_credits(table, credits);
  const sla::loaded_credit_schedule again = found(written(table), read_credits);
  CHECK(again.cap() == credits.cap());
  CHECK(std::ranges::equal(again.tiers(), credits.tiers()));
}

TEST_CASE("an agreement without credits says so, or says nothing") {
  CHECK(found("", read_credits).tiers().empty());
  CHECK(found("credits = \"not_promised\"", read_credits).tiers().empty());
  toml::table table;
  sla::detail::write_credits(table, sla::loaded_credit_schedule(sla::no_credits{}));
  CHECK(table["credits"].value_or(std::string{}) == "not_promised");
  CHECK(
      complaint("credits = \"none\"", read_credits) ==
      "f.toml:1: credits = \"none\": is no promise of credits; allowed: \"not_promised\", or {cap = \"50 %\", tiers = "
      "[...]}");
  CHECK(complaint("credits = 1", read_credits) ==
        "f.toml:1: credits = 1: is no table; allowed: \"not_promised\", or {cap = \"50 %\", tiers = [...]}");
}

TEST_CASE("every mistake in credits is told with its line and what is allowed") {
  const auto wrong = [](std::string_view from, std::string_view to) {
    std::string text(published);
    text.replace(text.find(from), from.size(), to);
    return complaint(text, read_credits);
  };
  const std::string shares = "; allowed: shares such as \"99.9 %\" or \"2/3\", up to \"100 %\"";
  CHECK(wrong("cap = \"50 %\"\n", "") == "f.toml:1: credits.cap: is missing" + shares);
  CHECK(wrong("cap = \"50 %\"", "cap = \"half\"") == "f.toml:2: credits.cap = \"half\": is no share" + shares);
  CHECK(wrong("cap = \"50 %\"", "cap = \"0 %\"") ==
        "f.toml:2: credits.cap: a cap of 0 % of the fee is not within (0, 100 %]");
  CHECK(wrong("cap = \"50 %\"", "cap = \"50 %\"\nfloor = 1") ==
        "f.toml:3: credits.floor = 1: is no key here; allowed: cap, tiers");
  CHECK(wrong(", below = \"99 %\"", "") == "f.toml:5: credits.tiers[2].below: is missing" + shares);
  CHECK(wrong("below = \"99 %\"", "below = 99") ==
        "f.toml:5: credits.tiers[2].below = 99: is of another type" + shares);
  CHECK(wrong("below = \"99 %\"", "below = \"98.9 %\"") ==
        "f.toml:5: credits.tiers[2]: credit tier 2, at least 95 % and below 98.9 %, leaves a gap below the tier before "
        "it; it must end at 99 %");
  CHECK(wrong("credit = \"25 %\"", "credit = \"10 %\"") ==
        "f.toml:5: credits.tiers[2]: credit tier 2, at least 95 % and below 99 %, credits 10 % of the fee; it must be "
        "more than the 10 % of the tier before it");
  CHECK(wrong("credit = \"25 %\"", "credit = \"25 %\", colour = 1") ==
        "f.toml:5: credits.tiers[2].colour = 1: is no key here; allowed: at_least, below, credit");
  CHECK(wrong("at_least = \"0 %\"", "at_least = \"1 %\"") ==
        "f.toml:3: credits.tiers: credit tier 3, at least 1 % and below 95 %, is the last and must begin at 0 %");
  CHECK(complaint("[credits]\ncap = \"50 %\"\ntiers = []", read_credits) ==
        "f.toml:3: credits.tiers = an array: is empty; allowed: a tier or more, or credits = \"not_promised\"");
  CHECK(
      complaint("[credits]\ncap = \"50 %\"\ntiers = 1", read_credits) ==
      "f.toml:3: credits.tiers = 1: is no array; allowed: an array of {at_least = \"99 %\", below = \"99.9 %\", credit "
      "= \"10 %\"}");
}

}  // namespace
