// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>

#include "indexer/extract/text/tags.h"
#include "indexer/readers/splitters.h"

namespace newsindex {
namespace {

constexpr std::array<std::string_view, 2> kElements{"REUTERS", "DOC"};

struct Found {
  std::size_t at = std::string_view::npos;
  std::size_t end = 0;  // after the tag's `>`
  std::string_view element;
  bool closing = false;
  explicit operator bool() const { return at != std::string_view::npos; }
};

// The first complete tag of `element` (empty: of any in kElements) at or after `from`.
Found find_tag(std::string_view text, std::size_t from, std::string_view element) {
  for (Tag tag = next_tag(text, from); tag; tag = next_tag(text, tag.end))
    for (const std::string_view name : kElements)
      if (same_name(tag.name, name) && (element.empty() || element == name))
        return {tag.start, tag.end, name, tag.closing};
  return {};
}

// Where to continue after a search without result: the end of the text may have cut a tag.
std::size_t searched_until(std::string_view text) {
  constexpr std::size_t kLongestTag = 1024;
  const std::size_t open = text.rfind('<');
  const bool cut = open != std::string_view::npos && text.size() - open < kLongestTag &&
                   text.find('>', open) == std::string_view::npos;
  return cut ? open : text.size();
}

// Goes to the next start of a record. False if there is none.
bool seek_start(Window& window, Found& start) {
  do {
    start = find_tag(window.text(), 0, {});
    while (start && start.closing) start = find_tag(window.text(), start.end, {});
    window.drop(start ? start.at : searched_until(window.text()));
    if (start) return true;
  } while (window.grow());
  return false;
}

// The tag that ends the record at the front of the text: its own end tag or the next record's
// start. A record that is too long is dropped on the way. Empty if the file ends first.
Found seek_end(Window& window, const RecordSink& sink, const Found& start, bool& dropped) {
  std::size_t from = start.end - start.at;
  for (;;) {
    if (const Found end = find_tag(window.text(), from, start.element)) return end;
    from = searched_until(window.text());
    if (dropped || sink.too_long(from)) {
      window.drop(from);
      dropped = true;
      from = 0;
    }
    if (!window.grow()) return {};
  }
}

std::string end_tag(const Found& start) { return "</" + std::string(start.element) + ">"; }

void give_element(Window& window, RecordSink& sink, const Found& start, const Found& end,
                  bool dropped) {
  if (dropped)
    sink.refuse_too_long();
  else if (!end.closing)
    sink.refuse("no " + end_tag(start) + " before the next record");
  else
    sink.give(RecordFormat::sgml, window.text().substr(0, end.end));
  window.drop(end.closing ? end.end : end.at);
}

}  // namespace

void split_sgml(Window& window, RecordSink& sink) {
  Found start;
  while (sink.wants_more() && seek_start(window, start)) {
    bool dropped = false;
    const Found end = seek_end(window, sink, start, dropped);
    if (end)
      give_element(window, sink, start, end, dropped);
    else if (dropped)
      sink.refuse_too_long();
    else if (!window.failed())
      sink.refuse_unread("the file ends before " + end_tag(start));
    if (!end) return;
  }
}

}  // namespace newsindex
