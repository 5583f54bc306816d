// SPDX-License-Identifier: GPL-3.0-or-later
// An article out of a web page saved as text: headline, breadcrumb, date, byline, lead and body,
// without what surrounds them.
#pragma once

#include <string_view>

#include "indexer/extract/draft.h"
#include "indexer/extract/options.h"
#include "indexer/readers/record.h"

namespace newsindex {

// `text` is the page as valid UTF-8; the record gives the origin. Rejected are pages without a
// paragraph that looks like an article's.
Draft draft_of_page(const Record& record, std::string_view text, const UnderstandOptions& options);

}  // namespace newsindex
