// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <utility>

#include "indexer/readers/splitters.h"
#include "schema/text/ascii.h"

namespace newsindex {
namespace {

constexpr char kStartOfHeading = '\x01';
constexpr char kEndOfTransmission = '\x04';

}  // namespace

void split_wire(Window& window, RecordSink& sink) {
  std::size_t searched = 0;
  bool too_long = false;
  while (sink.wants_more()) {
    const std::string_view text = window.text();
    const std::size_t end = text.find(kEndOfTransmission, searched);
    if (end != npos) {
      const std::string_view message = text.substr(0, end + 1);
      if (!std::exchange(too_long, false) && message.find(kStartOfHeading) != npos)
        sink.give(RecordFormat::wire, message);
      window.drop(end + 1);
      searched = 0;
      continue;
    }
    searched = text.size();
    if (sink.too_long(text.size())) {
      if (!too_long) sink.refuse_too_long();
      too_long = true;
      window.drop(searched);
      searched = 0;
    }
    if (window.grow()) continue;
    // The last message, in a file that was cut off.
    if (!too_long && !window.failed() && window.text().find(kStartOfHeading) != npos)
      sink.give(RecordFormat::wire, window.text());
    return;
  }
}

}  // namespace newsindex
