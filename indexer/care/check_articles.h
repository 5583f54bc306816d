// SPDX-License-Identifier: GPL-3.0-or-later
// Analyses the stored articles of a segment again and compares the results with the segment.
#pragma once

#include <string>
#include <vector>

#include "indexer/write/stop_request.h"
#include "schema/archive/archive.h"

namespace newsindex {

// Compares each stored article with its digest, and its columns, terms, words, values and sketch
// with newly made ones, which are written into a folder for temporary files. Returns a sentence for
// each article or term that differs (the first kMostDifferences). Checks `stop` for each article.
// Throws Error and Xapian::Error.
std::vector<std::string> check_articles(const OpenSegment& open, StopRequest* stop = nullptr);

inline constexpr std::size_t kMostDifferences = 100;

}  // namespace newsindex
