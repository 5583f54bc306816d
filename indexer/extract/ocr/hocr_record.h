// SPDX-License-Identifier: GPL-3.0-or-later
// An article out of a page of hOCR.
#pragma once

#include "indexer/extract/understand.h"

namespace newsindex {

// Rejected are pages without text.
Understanding understand_hocr(const Record& record, const UnderstandOptions& options);

}  // namespace newsindex
