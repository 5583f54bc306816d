// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <string>

#include "indexer/readers/sniff.h"
#include "indexer/readers/splitters.h"
#include "schema/text/ascii.h"

namespace newsindex {
namespace {

constexpr std::size_t kLongestHead = std::size_t{64} << 10;

// Where the page at the front of the text ends; npos if it is longer than a record may be.
std::size_t end_of_page(Window& window, const RecordSink& sink) {
  std::size_t from = 1;
  for (;;) {
    const std::size_t next = find_hocr_page(window.text(), from);
    if (next != npos) return next;
    const std::size_t looked_at = window.text().size();
    from = std::max<std::size_t>(1, looked_at - std::min(looked_at, kLongestHocrTag));
    if (sink.too_long(looked_at)) return npos;
    if (!window.grow()) return window.text().size();
  }
}

}  // namespace

void split_hocr(Window& window, RecordSink& sink) {
  const std::size_t first = find_hocr_page(window.text(), 0);
  const std::string preface(window.text().substr(0, std::min(first, kLongestHead)));
  window.drop(std::min(first, window.text().size()));
  while (sink.wants_more() && !window.text().empty()) {
    const std::size_t end = end_of_page(window, sink);
    if (window.failed()) return;
    if (end == npos) return sink.refuse_too_long();
    sink.give(RecordFormat::hocr, preface + std::string(window.text().substr(0, end)));
    window.drop(end);
  }
}

}  // namespace newsindex
