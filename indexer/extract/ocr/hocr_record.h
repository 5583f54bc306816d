// SPDX-License-Identifier: GPL-3.0-or-later
// Reads an article from a page of hOCR.
#pragma once

#include "indexer/extract/draft.h"
#include "indexer/extract/options.h"
#include "indexer/readers/record.h"

namespace newsindex {

// Rejects pages without text.
Draft draft_of_hocr(const Record& record, const UnderstandOptions& options);

}  // namespace newsindex
