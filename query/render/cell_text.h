// SPDX-License-Identifier: GPL-3.0-or-later
// Cells in a line of text.
#pragma once

#include <string>

#include "query/answer/answer.h"

namespace newsindex {

// For programs: numbers without grouping, several texts with the column's `between`, records as
// JSON.
std::string cell_text(const Cell& cell, const Column& column);

}  // namespace newsindex
