// SPDX-License-Identifier: GPL-3.0-or-later
// Reads one message of a news wire as it was transmitted, in the formats IPTC 7901 (5th
// recommendation of the IPTC, 1995) and ANPA 1312: a header between SOH and STX, the text up to
// ETX, and the time after it.
#pragma once

#include "indexer/extract/draft.h"
#include "indexer/extract/options.h"
#include "indexer/readers/record.h"

namespace newsindex {

// Rejects a record without SOH and STX: "not a message of a news wire: no text begins in it".
Draft draft_of_wire(const Record& record, const UnderstandOptions& options);

}  // namespace newsindex
