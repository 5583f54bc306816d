// SPDX-License-Identifier: GPL-3.0-or-later
// Finds the articles of sources that are gone.
#pragma once

#include <string>
#include <vector>

#include "indexer/write/known_articles.h"

namespace newsindex {

// All articles that came from these sources. Reads every stored article, except those of damaged
// segments, of which none is returned.
std::vector<Copy> copies_from(const std::vector<const OpenSegment*>& segments,
                              const std::vector<std::string>& sources);

}  // namespace newsindex
