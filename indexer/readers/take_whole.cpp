// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/readers/splitters.h"

namespace newsindex {

void take_whole(Window& window, RecordSink& sink, RecordFormat format) {
  while (!sink.too_long(window.text().size()))
    if (!window.grow()) {
      if (!window.failed()) sink.give(format, window.text());
      return;
    }
  sink.refuse_too_long();
}

}  // namespace newsindex
