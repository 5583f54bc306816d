// SPDX-License-Identifier: GPL-3.0-or-later
#include <ostream>
#include <string>

#include "query/answer/numbers.h"
#include "query/render/cell_text.h"
#include "query/render/formats.h"
#include "query/render/layouts.h"

namespace newsindex {
namespace {

std::string_view paint_of(Place place) {
  if (place == Place::title) return kBold;
  return place == Place::quiet ? kDim : std::string_view();
}

Spans marked(const Snippet& snippet, std::string_view around) {
  Spans spans;
  const std::string_view text = snippet.text;
  std::size_t at = 0;
  if (snippet.cut_before) spans.push_back({"… "});
  for (const auto& [start, end] : snippet.matches) {
    spans.push_back({std::string(text.substr(at, start - at)), around});
    spans.push_back({std::string(text.substr(start, end - start)), kMatched});
    at = end;
  }
  spans.push_back({std::string(text.substr(at)), around});
  if (snippet.cut_after) spans.push_back({" …"});
  return spans;
}

void print_texts(std::ostream& out, const Texts& lines, const Style& style) {
  for (const std::string& line : lines) print_line(out, {{line}}, 0, 0, style);
}

}  // namespace

Spans spans_of(const Cell& cell, const Column& column) {
  const std::string_view paint = paint_of(column.place);
  if (const auto* snippet = std::get_if<Snippet>(&cell)) return marked(*snippet, paint);
  if (const auto* number = std::get_if<std::uint64_t>(&cell)) return {{grouped(*number), paint}};
  Column for_people = column;
  for_people.between = column.between == "|" ? ", " : column.between;
  return {{cell_text(cell, for_people), paint}};
}

bool is_shown_to_people(const Column& column) { return (column.views & kText) != 0; }

void render_text(std::ostream& out, const Answer& answer, const Style& style) {
  print_texts(out, answer.above, style);
  switch (answer.layout) {
    case Layout::items: print_items(out, answer, style); break;
    case Layout::table: print_table(out, answer, style); break;
    case Layout::bars: print_bars(out, answer, style); break;
  }
  print_texts(out, answer.below, style);
}

}  // namespace newsindex
