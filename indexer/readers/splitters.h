// SPDX-License-Identifier: GPL-3.0-or-later
// From the text of a file to its records, one function for each shape that a file can have. None
// holds more than one record (bounded by the sink's limit) and one block in memory.
#pragma once

#include "indexer/readers/record_sink.h"
#include "indexer/readers/window.h"

namespace newsindex {

// One JSON object a line. Blank lines are not records.
void split_json_lines(Window& window, RecordSink& sink);

// JSON objects one after the other, over as many lines as they like, or the elements of a JSON
// array.
void split_json_objects(Window& window, RecordSink& sink);

// The <REUTERS> and <DOC> elements of a file. What stands between them is not looked at.
void split_sgml(Window& window, RecordSink& sink);

// The whole file is one record.
void take_whole(Window& window, RecordSink& sink, RecordFormat format);

}  // namespace newsindex
