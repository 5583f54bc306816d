// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the schema.org JSON-LD of a page: finds the article among the things that it describes.
#pragma once

#include <string>
#include <vector>

#include "indexer/extract/html/facts.h"

namespace newsindex {

// Appends what a script says about the article (NewsArticle and similar types, also nested) and
// about the page (BreadcrumbList, WebPage). Broken JSON adds nothing.
void read_json_ld(const std::string& script, std::vector<FoundFact>& facts);

}  // namespace newsindex
