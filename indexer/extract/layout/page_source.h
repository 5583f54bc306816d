// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the origin of an article from the lines around it: the URL of the page, who published it,
// keywords.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/extract/layout/page_region.h"

namespace newsindex {

// The name in a copyright line: "© 2023 Kyodo News. All rights reserved." -> "Kyodo News". Empty
// without a year, since names without one are mostly those of photographers.
std::string copyright_name(std::string_view line);

// The agency of a dateline: "BEIJING, April 2 (Kyodo) - Japan ..." -> "Kyodo"; else empty.
std::string dateline_agency(std::string_view paragraph);

// What stands before the dash of a dateline: "BEIJING, April 2 (Kyodo)"; else empty.
std::string_view dateline_of(std::string_view paragraph);

// The first line near the top or the end of the page that is an address, or "Source: " and an
// address.
std::string page_address(std::span<const PageBlock> blocks);

// The entries of "Tags: oil, trade" lines within or soon after the article.
std::vector<std::string> page_keywords(std::span<const PageBlock> blocks,
                                       std::span<const BlockKind> kinds, const PageRegion& region);

}  // namespace newsindex
