#include "sla/policy/severity_table.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <iterator>
#include <variant>
#include <vector>

#include "support/text.hpp"

namespace {

using namespace std::chrono;
using sla::business_days;
using sla::case_by_case;
using sla::elapsed;
using sla::resolve_within;
using sla::respond_within;
using sla::row;
using sla::severity_table;

enum class level { high = 2, middle = 5, low = 9 };

constexpr row high{level::high, respond_within(elapsed{1h}), resolve_within(business_days{2})};
constexpr row middle{level::middle, respond_within(elapsed{2h}), case_by_case{}};
constexpr row low{level::low, respond_within(elapsed{3h}), case_by_case{}};

TEST_CASE("a level finds its row, whatever the values of the enumeration") {
  constexpr severity_table table{high, middle, low};
  CHECK(std::get<elapsed>(table[level::high].response.within()) == elapsed{1h});
  CHECK(std::get<elapsed>(table[level::middle].response.within()) == elapsed{2h});
  CHECK(std::get<elapsed>(table[level::low].response.within()) == elapsed{3h});
  CHECK(std::get<business_days>(table[level::high].resolution->within()) == business_days{2});
  CHECK_FALSE(table[level::middle].resolution.has_value());
}

TEST_CASE("rows come in the order of the levels") {
  constexpr severity_table table{high, middle, low};
  CHECK(std::distance(table.begin(), table.end()) == 3);
  CHECK(table.begin()->level == level::high);
  CHECK(std::prev(table.end())->level == level::low);
}

TEST_CASE("swapped and repeated rows are refused by name") {
  CHECK_THROWS_WITH_AS((severity_table{high, low, middle}),
                       "the severity table has a row for low where middle is expected", sla::terms_error);
  CHECK_THROWS_WITH_AS((severity_table{middle, high, low}),
                       "the severity table has a row for middle where high is expected", sla::terms_error);
  CHECK_THROWS_WITH_AS((severity_table{high, middle, middle}),
                       "the severity table has a row for middle where low is expected", sla::terms_error);
  CHECK_THROWS_AS((severity_table{high, middle, row{level{7}, respond_within(elapsed{1h}), case_by_case{}}}),
                  sla::terms_error);
}

TEST_CASE("a value that is no level has no row") {
  constexpr severity_table table{high, middle, low};
  CHECK_THROWS_WITH_AS(static_cast<void>(table[level{3}]), "the severity with value 3 has no row in the table",
                       sla::terms_error);
}

// ---- A table that becomes known at run time -------------------------------------------------------------------------

using sla::loaded_severity_table;
using sla::severity_level;

const row first{severity_level{1}, respond_within(elapsed{1h}), resolve_within(business_days{2})};
const row second{severity_level{7}, respond_within(elapsed{2h}), case_by_case{}};

TEST_CASE("a loaded table finds a level by its number and knows its name") {
  const loaded_severity_table table({{"second", second}, {"first", first}});
  CHECK((std::get<elapsed>(table[severity_level{1}].response.within()) == elapsed{1h}));
  CHECK((std::get<elapsed>(table[severity_level{7}].response.within()) == elapsed{2h}));
  CHECK(table[severity_level{1}].resolution.has_value());
  CHECK_FALSE(table[severity_level{7}].resolution.has_value());
  CHECK(table.name_of(severity_level{1}) == "first");
  CHECK(table.name_of(severity_level{7}) == "second");
  CHECK(table.name_of(severity_level{2}).empty());
  CHECK(table.begin()->name == "second");
  CHECK(std::prev(table.end())->name == "first");
}

TEST_CASE("a loaded table takes the rows of a constant one, with their names and values") {
  constexpr severity_table constant{high, middle, low};
  const loaded_severity_table table(constant);
  REQUIRE(std::distance(table.begin(), table.end()) == 3);
  CHECK(table.name_of(severity_level{2}) == "high");
  CHECK(table.name_of(severity_level{9}) == "low");
  CHECK((std::get<elapsed>(table[severity_level{5}].response.within()) == elapsed{2h}));
  CHECK((std::get<business_days>(table[severity_level{2}].resolution->within()) == business_days{2}));
  CHECK_FALSE(table[severity_level{5}].resolution.has_value());
}

TEST_CASE("a level or a name that has a row already is refused, and so is a table without rows") {
  const row again{severity_level{1}, respond_within(elapsed{3h}), case_by_case{}};
  CHECK_THROWS_WITH_AS((loaded_severity_table({{"first", first}, {"other", again}})),
                       "the severity table has a second row for level 1 or the name \"other\"", sla::terms_error);
  CHECK_THROWS_WITH_AS((loaded_severity_table({{"first", first}, {"first", second}})),
                       "the severity table has a second row for level 7 or the name \"first\"", sla::terms_error);
  CHECK_THROWS_WITH_AS((loaded_severity_table(std::vector<loaded_severity_table::named_row>{})),
                       "a severity table needs a row for at least one level", sla::terms_error);
}

TEST_CASE("a number that is no level of a loaded table has no row") {
  const loaded_severity_table table({{"first", first}});
  CHECK_THROWS_WITH_AS(static_cast<void>(table[severity_level{0}]), "the severity with value 0 has no row in the table",
                       sla::terms_error);
}

}  // namespace
