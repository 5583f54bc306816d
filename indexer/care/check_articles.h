// SPDX-License-Identifier: GPL-3.0-or-later
// The stored articles of a segment, analysed again, against what stands beside them.
#pragma once

#include <string>
#include <vector>

#include "indexer/write/stop_request.h"
#include "schema/archive/archive.h"

namespace newsindex {

// Compares each stored article with its digest, and its columns, terms, words, values and sketch
// with those that are made of it now; writes them into a folder for temporary files. Returns a
// sentence for each article or term that differs (the first kMostDifferences). Throws Error and
// Xapian::Error; `stop` is asked for each article.
std::vector<std::string> check_articles(const OpenSegment& open, StopRequest* stop = nullptr);

inline constexpr std::size_t kMostDifferences = 100;

}  // namespace newsindex
