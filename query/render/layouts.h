// SPDX-License-Identifier: GPL-3.0-or-later
// Prints the rows of an answer as text for people, one function for each layout, with shared
// helpers.
#pragma once

#include <iosfwd>

#include "query/answer/answer.h"
#include "query/render/lines.h"
#include "query/render/render.h"

namespace newsindex {

void print_items(std::ostream& out, const Answer& answer, const Style& style);
void print_table(std::ostream& out, const Answer& answer, const Style& style);
void print_bars(std::ostream& out, const Answer& answer, const Style& style);

// The spans of a cell, painted by the place of its column; matched words have their own paint.
Spans spans_of(const Cell& cell, const Column& column);

bool is_shown_to_people(const Column& column);

}  // namespace newsindex
