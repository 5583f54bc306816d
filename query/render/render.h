// SPDX-License-Identifier: GPL-3.0-or-later
// Answers as text for people and in the formats that programs read. Each format prints any answer;
// renderers see nothing else: no archive, no Xapian.
#pragma once

#include <iosfwd>

#include "query/answer/answer.h"

namespace newsindex {

enum class Format { text, json, jsonl, tsv, csv, html, atom, ninjs, bibtex, ris, trec, ids };

struct Style {
  bool color = false;  // text
  bool links = false;  // text: titles lead to the articles (OSC 8)
  int width = 0;       // text: columns of the terminal; 0: lines are not broken
  // An answer may be printed in parts, one after the other.
  bool begins = true;  // tsv, csv: the names of the columns first; html, atom: the head
  bool ends = true;    // html, atom: the foot
};

// `answer` in this format.
//   text   by the answer's layout
//   json   one object on one line
//   jsonl  one object a row; each names the archive and its revision
//   tsv    columns under a heading; tabs and line ends in values become spaces
//   csv    the same as in RFC 4180
//   html   a page that needs nothing else
//   atom   a feed (RFC 4287)
//   ninjs  ninjs 3.0, one object a row
//   bibtex, ris  entries of a bibliography
//   trec   a TREC run: `query Q0 id rank score newsindex` a row; white space in ids becomes '_'
//   ids    one id a row; as a JSON string where it has a line end or begins with a quotation mark
void render(std::ostream& out, const Answer& answer, Format format, const Style& style);

}  // namespace newsindex
