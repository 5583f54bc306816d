// SPDX-License-Identifier: GPL-3.0-or-later
// JSON-LD of schema.org on a page: the article among what it describes.
#pragma once

#include <string>
#include <vector>

#include "indexer/extract/html/facts.h"

namespace newsindex {

// Appends what a script says of the article (NewsArticle and its like, at any depth) and of the
// page (BreadcrumbList, WebPage). Broken JSON says nothing.
void read_json_ld(const std::string& script, std::vector<FoundFact>& facts);

}  // namespace newsindex
