// SPDX-License-Identifier: GPL-3.0-or-later
// The last word on which blocks of an HTML page are the article, by a learnt weight of blocks.
#pragma once

#include "indexer/extract/html/block_model.h"
#include "indexer/extract/html/body.h"
#include "indexer/extract/syntax/html_tree.h"

namespace newsindex {

// Chooses the blocks anew that the rules have chosen from: takes in what is more likely of the
// article than not, cuts what is not. Where that would be most of the text, the choice of the rules
// stays: the page is unlike those that were learnt from.
void weigh_blocks(const HtmlTree& tree, const ToldArticle& told, const BlockModel& model,
                  HtmlBody& body);

}  // namespace newsindex
