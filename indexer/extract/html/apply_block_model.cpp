// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/extract/html/apply_block_model.h"

#include <algorithm>

#include "indexer/extract/html/block_facts.h"

namespace newsindex {

void apply_block_model(const HtmlTree& tree, const ArticleMetadata& told, const BlockModel& model,
                       HtmlBody& body) {
  constexpr double kLeast = 0.5;  // share of the rules' choice, in letters, to be kept
  std::vector<std::size_t>& article = body.layout.article;
  if (article.empty() || model.trees.empty() || body.marks.size() < model.fewest_blocks) return;
  const std::vector<BlockFacts> facts = block_facts(tree, body, told);
  std::vector<std::size_t> likely;
  for (std::size_t i = 0; i < facts.size(); ++i)
    if (model.score(facts[i]) > 0) likely.push_back(i);
  double letters = 0;
  double agreed = 0;
  for (const std::size_t i : article) {
    const auto weight = static_cast<double>(body.layout.blocks[i].weight);
    letters += weight;
    if (std::ranges::binary_search(likely, i)) agreed += weight;
  }
  if (agreed < kLeast * letters) return;
  for (const std::size_t i : article) body.cut[i] = "unlike the text of articles";
  for (const std::size_t i : likely) body.cut[i] = {};
  article = std::move(likely);
}

}  // namespace newsindex
