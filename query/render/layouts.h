// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of an answer as text for people, one function a layout, and what they share.
#pragma once

#include <iosfwd>

#include "query/answer/answer.h"
#include "query/render/lines.h"
#include "query/render/render.h"

namespace newsindex {

void print_items(std::ostream& out, const Answer& answer, const Style& style);
void print_table(std::ostream& out, const Answer& answer, const Style& style);
void print_bars(std::ostream& out, const Answer& answer, const Style& style);

// A cell in the paint of its column's place, matched words in a paint of their own.
Spans spans_of(const Cell& cell, const Column& column);

bool is_shown_to_people(const Column& column);

}  // namespace newsindex
