// SPDX-License-Identifier: GPL-3.0-or-later
// Learns which blocks of HTML pages are the article.
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

// The pages of the sets html-pages, publishers and wcxb-articles in `data`.
std::vector<LearntPage> read_learnt_pages(const std::filesystem::path& data);

// One of so many parts that the pages of a site are in together.
inline constexpr unsigned kAllParts = 5;
unsigned part_of(const LearntPage& page);

// `left_out`: a part that is not learnt from, to judge by; kAllParts: none.
BlockModel learn_blocks(const std::vector<LearntPage>& pages, unsigned left_out);

// How well the blocks of pages are told whose sites were not learnt from, by the rules and by the
// model: the mean F1 of a page, in words.
void print_block_scores(const std::vector<LearntPage>& pages, std::ostream& out);

}  // namespace newsindex
