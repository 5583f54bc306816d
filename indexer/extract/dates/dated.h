// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the dates that a record gives for its article.
#pragma once

#include <string_view>

#include "indexer/extract/draft.h"
#include "indexer/extract/options.h"

namespace newsindex {

// Reads the date of publication from `text`, and what the text shows about the order of day and
// month. Other words around the date are ignored ("Updated April 2, 2023"); without a date nothing
// changes. REQUIRES: dated.article.language is set, if it is known.
void set_published(Dated& dated, std::string_view text, const UnderstandOptions& options);

void set_modified(Dated& dated, std::string_view text, const UnderstandOptions& options);

// Parses the dates that a draft still holds as text.
void read_dates(Draft& draft, const UnderstandOptions& options);

}  // namespace newsindex
