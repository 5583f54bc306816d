// SPDX-License-Identifier: GPL-3.0-or-later
// Finds the authors of the article on a page of text.
#pragma once

#include <string>
#include <vector>

#include "indexer/extract/layout/page_layout.h"

namespace newsindex {

// The names in the byline: between headline and text, or above the headline, or below the article.
// A line that is only a name counts when a date is near. Empty when there is none.
std::vector<std::string> page_authors(const PageLayout& layout);

}  // namespace newsindex
