// SPDX-License-Identifier: GPL-3.0-or-later
// Splits the text of a file into its records, with one function for each shape of file. Each
// function holds at most one record (limited by the sink) and one block in memory.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/readers/record_sink.h"
#include "indexer/readers/window.h"

namespace newsindex {

// One JSON object per line. Blank lines are not records.
void split_json_lines(Window& window, RecordSink& sink);

// JSON objects one after the other, on any number of lines; the elements of a JSON array; or the
// elements of the list in an envelope (see json_envelope.h).
void split_json_objects(Window& window, RecordSink& sink);

// The <REUTERS> and <DOC> elements of a file. Text between them is ignored.
void split_sgml(Window& window, RecordSink& sink);

// Which elements of an XML file are records: those at the path ("messages", "message"), or without
// a path those with these names, at any depth. Names have no prefix.
struct XmlRecords {
  std::vector<std::string> path;
  std::vector<std::string_view> names;
};

// Each record becomes a document of its own: the element, inside the elements around it, with what
// these contained before their first record (the title of a channel). Text between records is
// ignored.
void split_xml(Window& window, const XmlRecords& records, RecordSink& sink);

// The articles and pages that a METS file names, read from the pages of the sink's file. `is_file`:
// the text is that file, not an entry of a container.
void split_mets(Window& window, bool is_file, RecordSink& sink);

// The pages of an hOCR file, each with the text before the first page.
void split_hocr(Window& window, RecordSink& sink);

// The messages of a news wire, each from SOH to EOT.
void split_wire(Window& window, RecordSink& sink);

// The messages of a mailbox (each begins with a line "From ADDRESS DATE"), or one message.
void split_mail(Window& window, RecordSink& sink);

// The messages of a mailbox, beginning at the first "From" line.
void split_mailbox(Window& window, RecordSink& sink);

// The rows of a table with a header row, as JSON objects (CSV, RFC 4180; also with tabs or
// semicolons).
void split_table(Window& window, RecordSink& sink);

// The separator of the cells of a header row: the one of `,`, tab, `;` and `|` that it has most of.
char table_separator(std::string_view header);

// Gives the whole file as one record.
void take_whole(Window& window, RecordSink& sink, RecordFormat format);

}  // namespace newsindex
