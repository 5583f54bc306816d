// SPDX-License-Identifier: GPL-3.0-or-later
// Trains the model that decides which blocks of HTML pages belong to the article.
#pragma once

#include <filesystem>
#include <ostream>
#include <string>
#include <vector>

#include "indexer/extract/html/block_facts.h"
#include "indexer/extract/html/block_model.h"
#include "indexer/train/marked_pages.h"

namespace newsindex {

struct LearntPage {
  MarkedPage page;
  std::vector<BlockFacts> facts;  // of each block
  std::vector<BlockLabel> labels;
  std::vector<bool> kept;  // by the rules
};

// Reads the pages of the sets html-pages, publishers and wcxb-articles in `data`.
std::vector<LearntPage> read_learnt_pages(const std::filesystem::path& data);

// The pages are divided into kAllParts parts, so that all pages of a site are in the same part.
inline constexpr unsigned kAllParts = 5;
unsigned part_of(const LearntPage& page);

// `left_out`: a part that is not learnt from, for evaluation; kAllParts: none.
BlockModel learn_blocks(const std::vector<LearntPage>& pages, unsigned left_out);

// Prints how well the rules and the model find the article blocks of pages whose sites were not
// learnt from: the mean F1 of a page, in words.
void print_block_scores(const std::vector<LearntPage>& pages, std::ostream& out);

}  // namespace newsindex
