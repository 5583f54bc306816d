// SPDX-License-Identifier: GPL-3.0-or-later
// The points that rate blocks, headings and dates, as constants. They are in the table
// indexer/extract/rules/weights.tsv, which says what each is for.
#pragma once

namespace newsindex::weights {

#include "weights.inc"

}  // namespace newsindex::weights
