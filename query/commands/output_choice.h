// SPDX-License-Identifier: GPL-3.0-or-later
// How to print an answer, as the command line says.
#pragma once

#include <string>
#include <vector>

#include "query/answer/article_cells.h"
#include "query/render/render.h"
#include "query/search/results.h"
#include "schema/command_line/command_line.h"

namespace newsindex {

enum class Color { automatic, always, never };  // automatic: on a terminal, unless NO_COLOR is set

struct OutputChoice {
  Format format = Format::text;
  std::vector<std::string> fields;  // --fields: the columns to print; empty: all
  Color color = Color::automatic;
};

// Throws Error(usage) for --fields with a format whose columns are fixed.
OutputChoice output_choice(const CommandLine& line);

// How much of an article a hit shows.
Shown shown_for(const OutputChoice& output);

// What a search must read of its hits.
HitDetail detail_for(const OutputChoice& output);

// Prints the answer with the chosen fields.
void print(std::ostream& out, const OutputChoice& output, const Answer& answer, const Style& style);

}  // namespace newsindex
