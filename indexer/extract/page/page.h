// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the article of a web page saved as text: headline, breadcrumb, date, byline, lead and body,
// without the boilerplate.
#pragma once

#include <string_view>

#include "indexer/extract/draft.h"
#include "indexer/extract/options.h"
#include "indexer/readers/record.h"

namespace newsindex {

// `text` is the page as valid UTF-8; the record gives the origin. The draft is a refusal if no
// paragraph of the page looks like an article's.
Draft draft_of_page(const Record& record, std::string_view text, const UnderstandOptions& options);

}  // namespace newsindex
