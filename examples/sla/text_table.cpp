#include "text_table.hpp"

#include <algorithm>
#include <utility>

namespace program {

namespace {

/// Characters, not bytes, as they are shown.
std::size_t width_of(std::string_view cell) {
  const std::string text = shown(cell);
  const auto starts_character = [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; };
  return static_cast<std::size_t>(std::ranges::count_if(text, starts_character));
}

}  // namespace

void text_table::add(std::vector<cell> row) {
  for (std::size_t i = 0; i < row.size(); ++i) widths_[i] = std::max(widths_[i], width_of(row[i].text));
  rows_.push_back(std::move(row));
}

void text_table::add_headings(const std::vector<std::string_view>& names) {
  std::vector<cell> row;
  row.reserve(names.size());
  for (const std::string_view name : names) row.push_back({std::string(name), style::dim});
  add(std::move(row));
}

std::string text_table::text(const paint& colour) const {
  std::string text;
  for (const std::vector<cell>& row : rows_) {
    std::string line;
    for (std::size_t i = 0; i < row.size(); ++i) {
      const std::string blanks(widths_[i] - width_of(row[i].text), ' ');
      const std::string shown = colour(row[i].look, row[i].text);
      line += "  " + (alignment_[i] == 'l' ? shown + blanks : blanks + shown);
    }
    text += line.erase(line.find_last_not_of(' ') + 1) + '\n';
  }
  return text;
}

}  // namespace program
