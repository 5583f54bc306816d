// SPDX-License-Identifier: GPL-3.0-or-later
// From the text of a file to its records, one function for each shape that a file can have. None
// holds more than one record (bounded by the sink's limit) and one block in memory.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/readers/record_sink.h"
#include "indexer/readers/window.h"

namespace newsindex {

// One JSON object a line. Blank lines are not records.
void split_json_lines(Window& window, RecordSink& sink);

// JSON objects one after the other, over as many lines as they like, the elements of a JSON array,
// or those of the list in an envelope (see json_envelope.h).
void split_json_objects(Window& window, RecordSink& sink);

// The <REUTERS> and <DOC> elements of a file. What stands between them is not looked at.
void split_sgml(Window& window, RecordSink& sink);

// Which elements of an XML file are records: those at the path ("messages", "message"), or without
// one those of these names, wherever they stand. Names have no prefix.
struct XmlRecords {
  std::vector<std::string> path;
  std::vector<std::string_view> names;
};

// Each record is a document of its own: the element, within the elements that stand around it and
// what stood in these before their first record (the title of a channel). What stands between the
// records is not looked at.
void split_xml(Window& window, const XmlRecords& records, RecordSink& sink);

// The articles and pages that a METS file names, with the pages of the sink's file. `is_file`: it
// is that file, and not in a container.
void split_mets(Window& window, bool is_file, RecordSink& sink);

// The pages of an hOCR file, each with what stood before the first.
void split_hocr(Window& window, RecordSink& sink);

// The messages of a news wire, each from SOH to EOT.
void split_wire(Window& window, RecordSink& sink);

// The messages of a mailbox (each begins with a line "From ADDRESS DATE"), or one message.
void split_mail(Window& window, RecordSink& sink);

// Those of a mailbox from its first such line on.
void split_mailbox(Window& window, RecordSink& sink);

// The rows of a table with a header row, as JSON objects (CSV, RFC 4180; also with tabs or
// semicolons).
void split_table(Window& window, RecordSink& sink);

// What parts the cells of a header row: the mark that it has most of.
char table_separator(std::string_view header);

// The whole file is one record.
void take_whole(Window& window, RecordSink& sink, RecordFormat format);

}  // namespace newsindex
