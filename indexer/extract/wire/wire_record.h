// SPDX-License-Identifier: GPL-3.0-or-later
// One message of a news wire as it came over the line, in the shapes of IPTC 7901 (5th
// recommendation of the IPTC, 1995) and ANPA 1312: a header between SOH and STX, the text up to
// ETX, and the time behind it.
#pragma once

#include "indexer/extract/draft.h"
#include "indexer/extract/options.h"
#include "indexer/readers/record.h"

namespace newsindex {

// Rejects what has no STX: "not a message of a news wire: no text begins in it".
Draft draft_of_wire(const Record& record, const UnderstandOptions& options);

}  // namespace newsindex
