// SPDX-License-Identifier: GPL-3.0-or-later
// An article out of a page of hOCR.
#pragma once

#include "indexer/extract/draft.h"
#include "indexer/extract/options.h"
#include "indexer/readers/record.h"

namespace newsindex {

// Rejected are pages without text.
Draft draft_of_hocr(const Record& record, const UnderstandOptions& options);

}  // namespace newsindex
