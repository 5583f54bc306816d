// SPDX-License-Identifier: GPL-3.0-or-later
// Prints answers as text for people and in formats for programs. Each format can print any answer;
// renderers use nothing else, no archive and no Xapian.
#pragma once

#include <iosfwd>

#include "query/answer/answer.h"

namespace newsindex {

enum class Format { text, json, jsonl, tsv, csv, html, atom, ninjs, bibtex, ris, trec, ids };

struct Style {
  bool color = false;  // text
  bool links = false;  // text: titles link to the articles (OSC 8)
  int width = 0;       // text: columns of the terminal; 0: lines are not broken
  // An answer can be printed in several parts.
  bool begins = true;      // tsv, csv: print the column names; html, atom: the head
  bool ends = true;        // html, atom: print the foot
  bool continues = false;  // html: the heading was already printed with the part before
};

// Prints `answer` in this format.
//   text   in the answer's layout
//   json   one object on one line
//   jsonl  one object per row, with the archive and its revision (see lines_name_the_archive)
//   tsv    columns with a heading; tabs and line ends in values become spaces
//   csv    the same columns as RFC 4180 has it
//   html   a self-contained page
//   atom   a feed (RFC 4287)
//   ninjs  ninjs 3.0, one object per row
//   bibtex, ris  entries of a bibliography
//   trec   a TREC run: `query Q0 id rank score newsindex` per row; white space in ids becomes '_'
//   ids    one id per row; a JSON string if it has a line end or begins with a quotation mark
void render(std::ostream& out, const Answer& answer, Format format, const Style& style);

}  // namespace newsindex
