#ifndef SLA_PROGRAM_JUDGING_EDITION_HPP
#define SLA_PROGRAM_JUDGING_EDITION_HPP

#include <algorithm>
#include <chrono>
#include <string>
#include <vector>

#include "contract.hpp"
#include "sla/time/civil.hpp"
#include "sla/time/interval.hpp"

namespace program {

/// The edition that judges a month and the maintenance that starts in it: the one in force when the month begins.
///
/// throws  coverage_error before the first edition
const contract_edition& edition_of(std::chrono::year_month month);

/// The edition that judges maintenance by its start.
///
/// throws  coverage_error before the first edition
const contract_edition& edition_of_start(sla::instant start);

/// An edition, and the time from the first month that it judges to the end of the last one; empty if it judges none.
struct judged_months {
  const contract_edition& edition;
  sla::interval during;
};

/// All editions, in order; the last one judges all months to come.
std::vector<judged_months> months_by_edition();

/// When maintenance may start first, by the edition that judges it then.
struct first_start {
  judged_months months;
  sla::instant at;
};

/// The first start from an instant on that an edition allows in the months that it judges.
///
/// find    takes terms and an instant, returns the first start from there on that the terms allow
/// throws  what `find` throws
first_start find_first_start(sla::instant from, auto find) {
  const std::vector<judged_months> all = months_by_edition();
  for (auto each = all.begin();; ++each) {
    const sla::instant begin = std::max(from, each->during.starts_at());
    if (each->during.ends_at() <= begin) continue;
    const sla::instant found = find(each->edition.terms, begin);
    if (found < each->during.ends_at() || each + 1 == all.end()) return {*each, found};
  }
}

/// By what a single answer was judged: the agreement unless it is built in, its reading unless it is as written, its edition
/// if there are several.
///
/// width  of the names of what stands below
std::string judged_by_text(const contract_edition& edition, std::size_t width);

}  // namespace program

#endif
