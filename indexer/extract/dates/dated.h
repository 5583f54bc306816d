// SPDX-License-Identifier: GPL-3.0-or-later
// The dates that a record gives for its article.
#pragma once

#include <string_view>

#include "indexer/extract/understand.h"

namespace newsindex {

// Reads the text as the date of publication, with what it tells about the order of day and month.
// Words around a date do not matter ("Updated April 2, 2023"); a text without a date leaves it
// unknown. REQUIRES: the language is set, if it is known.
void set_published(Understood& understood, std::string_view text, const UnderstandOptions& options);

void set_modified(Understood& understood, std::string_view text, const UnderstandOptions& options);

}  // namespace newsindex
