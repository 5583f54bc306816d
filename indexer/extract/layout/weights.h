// SPDX-License-Identifier: GPL-3.0-or-later
// The points by which blocks, headings and dates are weighed, as constants: the table
// indexer/extract/rules/weights.tsv, which says what each is for.
#pragma once

namespace newsindex::weights {

#include "weights.inc"

}  // namespace newsindex::weights
