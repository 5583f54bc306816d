// SPDX-License-Identifier: GPL-3.0-or-later
// Reads web archives: WARC 1.0 and 1.1 (ISO 28500), ARC 1.
#pragma once

#include <string_view>

#include "indexer/readers/read_bytes.h"
#include "indexer/readers/window.h"

namespace newsindex {

bool is_warc(std::string_view start);
bool is_arc(std::string_view start);

// Reads the pages of `response`, `resource` and `conversion` records that are some kind of text
// and, if answered by HTTP, have the status 200. Records are read one by one; those longer than the
// limit are rejected and skipped. If a length is wrong, the next record is searched for, and the
// bytes before it are one reject.
void read_warc(Window& window, const ReadPlace& place, RecordSink& sink);

// The same for ARC.
void read_arc(Window& window, const ReadPlace& place, RecordSink& sink);

}  // namespace newsindex
