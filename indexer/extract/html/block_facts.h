// SPDX-License-Identifier: GPL-3.0-or-later
// What a block of a page is, where it stands and what stands beside it, in numbers that are the
// same in every language: what the learnt weight of blocks is told (see block_model.h).
#pragma once

#include <array>
#include <vector>

#include "indexer/extract/html/body.h"
#include "indexer/extract/syntax/html_tree.h"

namespace newsindex {

inline constexpr std::size_t kBlockFacts = 77;

using BlockFacts = std::array<float, kBlockFacts>;

// For each block of a body that the rules have chosen. A change in what a fact means needs a model
// that is learnt anew. `title`: of the article, as the page's data tell it.
std::vector<BlockFacts> block_facts(const HtmlTree& tree, const HtmlBody& body,
                                    const ToldArticle& told);

}  // namespace newsindex
