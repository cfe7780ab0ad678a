#include "judging_edition.hpp"

#include <fmt/format.h>

#include <iterator>
#include <string_view>

#include "times.hpp"

namespace program {

namespace {

/// The beginning of the first month that an edition finds not begun.
sla::instant first_month_from(sla::instant effective_at) {
  if (effective_at == (sla::instant::min)()) return effective_at;  // an edition without a date
  const sla::interval month = period_of(month_at(effective_at));
  return month.starts_at() == effective_at ? effective_at : month.ends_at();
}

}  // namespace

const contract_edition& edition_of(std::chrono::year_month month) {
  return agreed().editions().in_force(period_of(month).starts_at());
}

const contract_edition& edition_of_start(sla::instant start) { return edition_of(month_at(start)); }

std::vector<judged_months> months_by_edition() {
  std::vector<judged_months> all;
  const auto editions = agreed().editions().all();
  for (auto each = editions.begin(); each != editions.end(); ++each) {
    const auto next = std::next(each);
    const sla::instant end = next == editions.end() ? (sla::instant::max)() : first_month_from(next->effective_at);
    all.push_back({*each, {first_month_from(each->effective_at), end}});
  }
  return all;
}

std::string judged_by_text(const contract_edition& edition, std::size_t width) {
  std::string text;
  const auto add = [&](std::string_view name, std::string_view value) {
    text += fmt::format("{:<{}}{}\n", name, width, value);
  };
  if (!agreed().is_built_in()) add("agreement", edition.terms.title);
  if (agreed().reading() != "as_written") add("reading", agreed().reading());
  if (agreed().has_editions()) add("edition", edition.name);
  return text;
}

}  // namespace program
