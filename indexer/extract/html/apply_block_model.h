// SPDX-License-Identifier: GPL-3.0-or-later
// Decides with the block model which blocks of an HTML page are the article, after the rules.
#pragma once

#include "indexer/extract/html/block_model.h"
#include "indexer/extract/html/body.h"
#include "indexer/extract/syntax/html_tree.h"

namespace newsindex {

// Replaces the choice of the rules: takes each block that more likely belongs to the article than
// not. The choice of the rules stays if this would cut most of its text, or if the page has too few
// blocks: such a page is unlike the training pages.
void apply_block_model(const HtmlTree& tree, const ArticleMetadata& told, const BlockModel& model,
                       HtmlBody& body);

}  // namespace newsindex
