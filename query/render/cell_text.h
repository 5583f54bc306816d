// SPDX-License-Identifier: GPL-3.0-or-later
// The text of a cell on one line.
#pragma once

#include <string>

#include "query/answer/answer.h"

namespace newsindex {

// For programs: numbers are not grouped, several texts are joined by the column's `between`,
// records are JSON.
std::string cell_text(const Cell& cell, const Column& column);

}  // namespace newsindex
