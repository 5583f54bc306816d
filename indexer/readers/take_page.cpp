// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/readers/splitters.h"

namespace newsindex {

void take_page(Window& window, RecordSink& sink) {
  while (!sink.too_long(window.text().size()))
    if (!window.grow()) {
      if (!window.failed()) sink.give(RecordFormat::page, window.text());
      return;
    }
  sink.refuse_too_long();
}

}  // namespace newsindex
