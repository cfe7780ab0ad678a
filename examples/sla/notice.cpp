#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <memory>
#include <string>
#include <string_view>

#include "bad_input.hpp"
#include "batch.hpp"
#include "command.hpp"
#include "judging_edition.hpp"
#include "names.hpp"
#include "sla/policy/maintenance.hpp"
#include "sla/time/text.hpp"
#include "times.hpp"

namespace program {

namespace {

struct notice_options {
  std::string announced;
  std::string start;
  bool as_batch = false;
};

first_start first_after(sla::instant announced) {
  return find_first_start(announced, [announced](const loaded_agreement& terms, sla::instant from) {
    return std::max(sla::earliest_start(terms, announced), from);
  });
}

sla::instant earliest_start(sla::instant announced) { return first_after(announced).at; }
sla::instant latest_notice(sla::instant start) { return sla::latest_notice(edition_of_start(start).terms, start); }

/// Which way round notice is asked about.
struct direction {
  std::string_view name;
  sla::instant (*answer)(sla::instant);
};

constexpr std::array directions{direction{"earliest_start", earliest_start},
                                direction{"latest_notice_before", latest_notice}};

const direction& parse_direction(std::string_view text) { return named(directions, text, "is no direction"); }

exit_status answer_notice_batch() {
  enum : std::size_t { way, at };
  static constexpr std::array columns{column{"direction"}, column{"at"}};
  static constexpr std::array<std::string_view, 1> answers{"answer"};
  return answer_batch(columns, answers, [](const delimited_reader& in, std::string& out) {
    const direction& asked = in.read(way, [](std::string_view text) { return std::cref(parse_direction(text)); });
    const sla::instant found = in.read(at, [&](std::string_view text) { return asked.answer(parse_instant(text)); });
    out.append("\t").append(sla::iso(found));
  });
}

constexpr std::size_t name_width = 18;

std::string announced_text(std::string_view value) {
  const sla::instant announced = parse_instant(value);
  const auto [months, start] = first_after(announced);
  std::string text = judged_by_text(months.edition, name_width) +
                     fmt::format("announced         {}\nmay start from    {}\n", local_and_utc_text(announced),
                                 local_and_utc_text(start));
  if (months.during.ends_at() < (sla::instant::max)())
    text += fmt::format("and before        {}, from when on another edition judges\n",
                        local_and_utc_text(months.during.ends_at()));
  return text;
}

std::string start_text(std::string_view value) {
  const sla::instant start = parse_instant(value);
  return judged_by_text(edition_of_start(start), name_width) +
         fmt::format("starts            {}\nannounce before   {}, which itself is too late\n",
                     local_and_utc_text(start), local_and_utc_text(latest_notice(start)));
}

exit_status run(const notice_options& options) {
  if (options.as_batch) return answer_notice_batch();
  if (options.announced.empty() == options.start.empty()) throw CLI::RequiredError("One of --announced and --start");
  write_output(options.start.empty() ? option_value("--announced", options.announced, announced_text)
                                     : option_value("--start", options.start, start_text));
  return exit_status::answered;
}

}  // namespace

void add_notice(CLI::App& app, action& chosen) {
  const auto options = std::make_shared<notice_options>();
  CLI::App* command = app.add_subcommand("notice", "How early routine maintenance outside the windows is announced");
  auto* announced = command->add_option("--announced", options->announced, "When it is announced");
  auto* start = command->add_option("--start", options->start, "When it is to start");
  announced->excludes(start);
  command
      ->add_flag("--batch", options->as_batch,
                 "Answer every line of a TSV table on standard input: direction (earliest_start or "
                 "latest_notice_before), at")
      ->excludes(announced, start);
  command->callback([options, &chosen] { chosen = [options] { return run(*options); }; });
}

}  // namespace program
