// SPDX-License-Identifier: GPL-3.0-or-later
// The dates that a record gives for its article.
#pragma once

#include <string_view>

#include "indexer/extract/draft.h"
#include "indexer/extract/options.h"

namespace newsindex {

// Reads the text as the date of publication, with what it tells about the order of day and month.
// Words around a date do not matter ("Updated April 2, 2023"); a text without a date leaves it
// unknown. REQUIRES: the language is set, if it is known.
void set_published(Dated& dated, std::string_view text, const UnderstandOptions& options);

void set_modified(Dated& dated, std::string_view text, const UnderstandOptions& options);

// Reads the dates of a draft that are still text.
void read_dates(Draft& draft, const UnderstandOptions& options);

}  // namespace newsindex
