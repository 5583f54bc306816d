// SPDX-License-Identifier: GPL-3.0-or-later
// Exact words and phrases: the index knows only stems, so its candidates are checked in the stored
// text.
#pragma once

#include <string>
#include <vector>

#include "schema/article.h"
#include "schema/text/analyzer.h"

namespace newsindex {

// True if the words, folded but not stemmed, follow each other in this order in the title or,
// unless `title_only`, in the lead or body.
bool has_words_in_order(const Article& article, const std::vector<std::string>& words,
                        bool title_only, Analyzer& analyzer);

}  // namespace newsindex
