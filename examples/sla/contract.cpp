#include "contract.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <sstream>
#include <utility>

#include "bad_input.hpp"
#include "files.hpp"
#include "names.hpp"
#include "sla/calendar/us_federal.hpp"
#include "sla/clock/check.hpp"
#include "sla/contracts/harvard_business_impact.hpp"
#include "sla/toml/agreement.hpp"

namespace program {

namespace {

constexpr std::string_view as_written = "as_written";

template <class Terms>
loaded_agreement loaded() {
  return loaded_agreement(Terms{});
}

sla::agreement_document reference() {
  struct alternative {
    const char* name;
    loaded_agreement (*load)();
  };
  static constexpr alternative alternatives[] = {
      {"office_hours", loaded<hbi::office_hours>},   {"one_day", loaded<hbi::one_day>},
      {"business_date", loaded<hbi::business_date>}, {"same_time", loaded<hbi::same_time>},
      {"desk_pauses", loaded<hbi::desk_pauses>},     {"office_same_time", loaded<hbi::office_same_time>}};
  sla::agreement_document document{loaded<hbi::support>(), {}, {}};
  for (const auto& [name, load] : alternatives) document.alternatives.push_back({name, load()});
  return document;
}

sla::agreement_document read_document(const std::string& file) {
  std::ifstream in = open_file(file);
  try {
    return sla::read_toml(in, file_text(file));
  } catch (const sla::toml_error& problem) {
    throw bad_input(problem.what());
  }
}

void refuse_unsound(const std::string& file, std::string_view which, const loaded_agreement& terms) {
  std::string problems;
  for (const sla::finding& found : sla::check(terms))
    problems += fmt::format("{}{}: {}{}", problems.empty() ? "" : "\n", file_text(file), which, found.message);
  if (!problems.empty()) throw bad_input(problems);
}

std::string levels_of(const loaded_agreement& terms) {
  std::string levels;
  for (const auto& each : terms.severities)
    levels += fmt::format("{}{} {}", levels.empty() ? "" : ", ", static_cast<int>(each.level), each.name);
  return levels;
}

std::string clocks_of(const sla::any_zone& zone) {
  const auto offset = zone.constant_offset();
  return offset ? fmt::format("{{name = {}, offset_s = {}}}", in_quotes(zone.name()), offset->count())
                : std::string(zone.name());
}

/// Editions have a name and a date each, and the same levels and clocks, so that tickets and months can be read before it
/// is known which edition they fall under.
void refuse_unlike_editions(const std::string& file, const sla::agreement_document& one, const std::string& other_file,
                            const sla::agreement_document& other) {
  const auto refuse_if_unlike = [&](std::string_view what, std::string_view a, std::string_view b) {
    if (a != b)
      throw bad_input(
          fmt::format("{}: {} is {}; allowed: {}, as in {}", file_text(file), what, a, b, file_text(other_file)));
  };
  const auto refuse_if_same = [&](std::string_view what, const std::string& a, const std::string& b) {
    if (a == b)
      throw bad_input(fmt::format("{}: {} is {}, as in {}; allowed: one of its own", file_text(file), what, a,
                                  file_text(other_file)));
  };
  refuse_if_same("edition.name", in_quotes(one.edition->name), in_quotes(other.edition->name));
  refuse_if_same("edition.effective_on", sla::iso(one.edition->effective_on), sla::iso(other.edition->effective_on));
  refuse_if_unlike("zone", clocks_of(one.terms.zone), clocks_of(other.terms.zone));
  refuse_if_unlike("month_zone", clocks_of(one.terms.month_zone), clocks_of(other.terms.month_zone));
  refuse_if_unlike("severities", levels_of(one.terms), levels_of(other.terms));
}

std::vector<contract_edition> editions_of(const std::vector<sla::agreement_document>& documents) {
  std::vector<contract_edition> editions;
  for (const auto& [terms, edition, alternatives] : documents) {
    const auto effective_at = edition ? sla::first_instant(terms.zone, edition->effective_on) : (sla::instant::min)();
    editions.push_back({edition ? edition->name : "", effective_at, terms});
  }
  return editions;
}

// ---- Readings -------------------------------------------------------------------------------------------------------

/// Gives one reading another value, by their names.
struct reading_setter {
  std::string_view name;
  std::string_view value;
  bool is_set = false;
  std::string known{};

  template <sla::enumeration Reading>
  void operator()(std::string_view member, Reading& taken) {
    known.append(known.empty() ? "" : ", ").append(member);
    if (member != name) return;
    for (const auto& [meaning, spelling] : sla::enumerators<Reading>::all)
      if (spelling == value) {
        taken = meaning;
        is_set = true;
        return;
      }
    refuse(fmt::format("{} is no {}", in_quotes(value), name), names_of(sla::enumerators<Reading>::all));
  }
};

loaded_agreement with_calendar(const loaded_agreement& terms, std::string_view name) {
  const auto with = [&](const auto& calendar) {
    return loaded_agreement(terms, {sla::loaded_calendar(calendar), terms.business_hours, terms.zone,
                                    terms.support_days, terms.support_hours});
  };
  if (name == "us_federal") return with(sla::us_federal);
  if (name == "us_banking") return with(sla::us_banking);
  refuse(fmt::format("{} is no calendar", in_quotes(name)), "us_federal, us_banking");
}

loaded_agreement changed(const loaded_agreement& terms, std::string_view change) {
  const std::size_t equals = change.find('=');
  const std::string_view name = change.substr(0, equals);
  const std::string_view value = equals == std::string_view::npos ? "" : change.substr(equals + 1);
  if (name == "calendar") return with_calendar(terms, value);
  loaded_agreement other = terms;
  reading_setter setter{name, value};
  sla::for_each_reading(other, setter);
  if (!setter.is_set)
    refuse(fmt::format("{} is no clause with several readings", in_quotes(name)), setter.known + ", calendar");
  return other;
}

std::string alternative_names(const sla::agreement_document& document) {
  return fmt::format("{}{}{}, or changes such as holds=recognised, separated by commas", as_written,
                     document.alternatives.empty() ? "" : ", ", names_of(document.alternatives));
}

loaded_agreement read_by(const sla::agreement_document& document, std::string_view reading) {
  std::optional<loaded_agreement> terms;
  std::set<std::string_view> clauses;
  for (std::string_view rest = reading;;) {
    const std::size_t comma = rest.find(',');
    const std::string_view part = rest.substr(0, comma);
    if (const std::size_t equals = part.find('='); equals != std::string_view::npos) {
      const std::string_view clause = part.substr(0, equals);
      if (!clauses.insert(clause).second)
        refuse(fmt::format("changes {} twice", in_quotes(clause)), "one value of each clause");
      loaded_agreement other = changed(terms ? *terms : document.terms, part);
      terms.emplace(std::move(other));
    } else {
      const auto found = std::ranges::find(document.alternatives, part, &sla::named_alternative::name);
      if (terms || (part != as_written && found == document.alternatives.end()))
        refuse("is no reading", alternative_names(document));
      terms.emplace(part == as_written ? document.terms : found->terms);
    }
    if (comma == std::string_view::npos) return *std::move(terms);
    rest.remove_prefix(comma + 1);
  }
}

/// Every single change of a clause that decides about due instants.
struct change_lister {
  const loaded_agreement& terms;
  std::vector<std::string> changes{};

  template <sla::enumeration Reading>
  void operator()(std::string_view member, const Reading& taken) {
    static constexpr std::string_view of_deadlines[] = {"hour_spill", "day_zero", "due_time", "desk_closure",
                                                        "resolution_start"};
    if (std::ranges::find(of_deadlines, member) == std::end(of_deadlines)) return;
    for (const auto& [meaning, spelling] : sla::enumerators<Reading>::all)
      if (meaning != taken) changes.push_back(fmt::format("{}={}", member, spelling));
  }
};

std::string in_full(const loaded_agreement& terms) {
  std::ostringstream out;
  sla::write_toml(out, {terms, {}, {}});
  return std::move(out).str();
}

}  // namespace

contract::contract(std::vector<sla::agreement_document> written, std::vector<sla::agreement_document> documents,
                   std::string reading, std::vector<std::string> files)
    : written_(std::move(written)),
      documents_(std::move(documents)),
      reading_(std::move(reading)),
      files_(std::move(files)),
      editions_(sla::edition_rule::in_force_at_the_start, editions_of(documents_)) {}

contract contract::built_in() {
  std::vector<sla::agreement_document> documents;
  documents.push_back(reference());
  return {documents, documents, std::string(as_written), {}};
}

contract contract::from_files(const std::vector<std::string>& files) {
  struct read_file {
    const std::string& file;
    sla::agreement_document document;
  };
  std::multimap<sla::civil_day, read_file> by_date;
  for (const std::string& file : files) {
    sla::agreement_document document = read_document(file);
    refuse_unsound(file, "", document.terms);
    for (const auto& [name, terms] : document.alternatives)
      refuse_unsound(file, fmt::format("alternatives.{}: ", name), terms);
    if (files.size() > 1 && !document.edition)
      throw bad_input(file_text(file) +
                      ": is one of several editions and does not say which; allowed: edition = {name = \"2026\", "
                      "effective_on = 2026-01-01}");
    for (const auto& [from, other] : by_date) refuse_unlike_editions(file, document, other.file, other.document);
    const sla::civil_day from = document.edition ? document.edition->effective_on : sla::civil_day{};
    by_date.emplace(from, read_file{file, std::move(document)});
  }
  std::vector<sla::agreement_document> documents;
  for (auto& [from, read] : by_date) documents.push_back(std::move(read.document));
  return {documents, documents, std::string(as_written), files};
}

contract contract::under(std::string_view reading) const {
  std::vector<sla::agreement_document> documents;
  documents.reserve(written_.size());
  for (const sla::agreement_document& each : written_) {
    documents.push_back({read_by(each, reading), each.edition, each.alternatives});
    const auto clocks = [](const sla::agreement_document& read) {
      return std::pair(clocks_of(read.terms.zone), clocks_of(read.terms.month_zone));
    };
    const auto& [first, last] = std::pair(clocks(documents.front()), clocks(documents.back()));
    if (first != last)
      refuse(fmt::format("has the clocks {} and {} in edition {}", last.first, last.second, each.edition->name),
             fmt::format("{} and {} in all editions, as in {}", first.first, first.second,
                         written_.front().edition->name));
  }
  return {written_, std::move(documents), std::string(reading), files_};
}

contract contract::with_windows(std::span<const sla::recurrence> windows) const {
  const auto with = [&](std::vector<sla::agreement_document> documents) {
    for (sla::agreement_document& each : documents)
      each.terms.maintenance_windows.assign(windows.begin(), windows.end());
    return documents;
  };
  return {with(written_), with(documents_), reading_, files_};
}

std::vector<named_reading> contract::other_readings(sla::instant at) const {
  const auto place = static_cast<std::size_t>(&editions_.in_force(at) - editions_.all().data());
  const sla::agreement_document& document = documents_[place];
  std::vector<named_reading> readings;
  std::vector<std::string> known{in_full(document.terms)};
  const auto add_unless_taken = [&](std::string_view name, const loaded_agreement& terms) {
    if (name == reading_) return;
    readings.push_back({std::string(name), terms});
    known.push_back(in_full(terms));
  };
  add_unless_taken(as_written, written_[place].terms);
  for (const auto& [name, terms] : document.alternatives) add_unless_taken(name, terms);
  change_lister lister{document.terms};
  sla::for_each_reading(document.terms, lister);
  for (const std::string_view calendar : {"us_federal", "us_banking"})
    lister.changes.push_back(fmt::format("calendar={}", calendar));
  for (const std::string& change : lister.changes) try {
      loaded_agreement other = changed(document.terms, change);
      std::string text = in_full(other);
      if (std::ranges::find(known, text) != known.end()) continue;
      readings.push_back({change, std::move(other)});
      known.push_back(std::move(text));
    } catch (const sla::terms_error&) {
      continue;  // the business hours do not open on the days of that calendar
    }
  return readings;
}

// ---- This run -------------------------------------------------------------------------------------------------------

namespace {

std::optional<contract>& chosen_contract() {
  static std::optional<contract> chosen;
  return chosen;
}

}  // namespace

const contract& agreed() { return *chosen_contract(); }

void agree_on(contract chosen) { chosen_contract().emplace(std::move(chosen)); }

}  // namespace program
