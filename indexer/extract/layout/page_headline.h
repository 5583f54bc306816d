// SPDX-License-Identifier: GPL-3.0-or-later
// Finds the headline of a page. It often stands there several times: in the title of the page
// ("Headline | Site"), at the end of the breadcrumb, in lists, and once above the article.
#pragma once

#include <optional>
#include <span>
#include <string>

#include "indexer/extract/layout/page_region.h"

namespace newsindex {

struct PageHeadline {
  std::string title;                 // empty when the page has none
  std::optional<std::size_t> block;  // where it stands above the article
  std::string site;                  // the name of the site, if the title of the page contains it
};

// REQUIRES: a kind for each block; `region` is where the article stands.
PageHeadline find_headline(std::span<const PageBlock> blocks, std::span<const BlockKind> kinds,
                           const PageRegion& region);

}  // namespace newsindex
