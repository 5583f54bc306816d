// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the dates that a record gives for its article.
#pragma once

#include <optional>
#include <string_view>

#include "indexer/extract/draft.h"
#include "indexer/extract/options.h"

namespace newsindex {

// Reads the date of publication from `text`, and what the text shows about the order of day and
// month. Other words around the date are ignored ("Updated April 2, 2023"); without a date nothing
// changes. REQUIRES: dated.article.language is set, if it is known.
void set_published(Dated& dated, std::string_view text, const UnderstandOptions& options);

void set_modified(Dated& dated, std::string_view text, const UnderstandOptions& options);

// Parses the dates that a draft still holds as text, except the end of its embargo.
void read_dates(Draft& draft, const UnderstandOptions& options);

// When the embargo of a draft ends.
std::optional<Published> embargo_end(const Draft& draft, const UnderstandOptions& options);

// An article under an embargo is published when the embargo ends.
void apply_embargo(const std::optional<Published>& end, Article& article);

}  // namespace newsindex
