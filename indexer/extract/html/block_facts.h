// SPDX-License-Identifier: GPL-3.0-or-later
// Describes a block of a page in numbers that do not depend on the language: what the block is,
// where it stands and what stands beside it. They are the input of the block model (see
// block_model.h).
#pragma once

#include <array>
#include <vector>

#include "indexer/extract/html/body.h"
#include "indexer/extract/syntax/html_tree.h"

namespace newsindex {

inline constexpr std::size_t kBlockFacts = 77;

using BlockFacts = std::array<float, kBlockFacts>;

// The facts of each block of a body, after the rules have chosen the article's blocks. If the
// meaning of a fact changes, the model must be trained again. `told`: what the metadata say of the
// article.
std::vector<BlockFacts> block_facts(const HtmlTree& tree, const HtmlBody& body,
                                    const ArticleMetadata& told);

}  // namespace newsindex
