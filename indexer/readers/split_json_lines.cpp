// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/readers/json_scanner.h"
#include "indexer/readers/splitters.h"
#include "schema/text/trimmed.h"

namespace newsindex {
namespace {

void give_line(std::string_view line, RecordSink& sink) {
  const std::string_view text = trimmed(line);
  if (!text.empty()) sink.give(RecordFormat::json, text);
}

// Gives the last line. If its object does not end, the line may still be in the course of writing.
void give_last_line(std::string_view line, RecordSink& sink) {
  const std::string_view text = trimmed(line);
  JsonScanner scanner;
  if (text.starts_with('{') && scanner.find_end(text) == JsonScanner::npos)
    sink.refuse_unread("not JSON: the file ends inside the record");
  else
    give_line(line, sink);
}

// Drops the rest of a line. False if the text ends first.
bool skip_line(Window& window) {
  do {
    const std::size_t end = window.text().find('\n');
    if (end != std::string_view::npos) {
      window.drop(end + 1);
      return true;
    }
    window.drop(window.text().size());
  } while (window.grow());
  return false;
}

}  // namespace

void split_json_lines(Window& window, RecordSink& sink) {
  std::size_t searched = 0;
  while (sink.wants_more()) {
    const std::string_view text = window.text();
    if (searched == 0 && !text.empty())
      sink.may_resume(AppendableFormat::json_lines, window.offset());
    const std::size_t end = text.find('\n', searched);
    searched = text.size();
    if (end != std::string_view::npos) {
      give_line(text.substr(0, end), sink);
      window.drop(end + 1);
      searched = 0;
    } else if (sink.too_long(text.size())) {
      sink.refuse_too_long();
      if (!skip_line(window)) return;
      searched = 0;
    } else if (!window.grow()) {
      if (!window.failed()) give_last_line(window.text(), sink);
      return;
    }
  }
}

}  // namespace newsindex
