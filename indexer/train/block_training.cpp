// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/train/block_training.h"

#include <cmath>
#include <iomanip>
#include <map>
#include <sstream>

#include "indexer/extract/html/facts.h"
#include "indexer/extract/html/title.h"
#include "indexer/extract/syntax/html_source.h"
#include "indexer/extract/text/encoding.h"
#include "indexer/train/boosted_trees.h"
#include "indexer/train/labelled_rows.h"
#include "schema/digest.h"

namespace newsindex {
namespace {

// Fills in the blocks of a page. Returns false if the page cannot be parsed.
bool take_apart(LearntPage& page) {
  std::ostringstream bytes;
  bytes << opened(page.page.file).rdbuf();
  const HtmlSource source = strip_html(to_utf8(bytes.str(), ""));
  const auto parsed = HtmlTree::parse(source.markup, source.depth, {});
  const auto* tree = std::get_if<HtmlTree>(&parsed);
  if (tree == nullptr) return false;
  const HtmlFacts facts(*tree, source.json_ld);
  const ArticleMetadata told = article_metadata(facts, SiteNames(facts));
  const std::vector<HtmlZone> zones = find_zones(*tree, zones_by_names(*tree), running_text(*tree));
  const HtmlBody body = find_body(*tree, cut_into_blocks(*tree, zones), told, nullptr);
  page.facts = block_facts(*tree, body, told);
  page.labels = label_blocks(page.page, body);
  for (const std::string_view why : body.cut) page.kept.push_back(why.empty());
  return true;
}

// Blocks far from those that the rules chose are most of a page, and teach little: only some of
// them are used, each with the weight of several.
std::vector<float> weights_of(const LearntPage& page) {
  constexpr float kPiece = 0.15f;   // of a marked piece; an article has 1
  constexpr float kBlock = 0.002f;  // each block, however short
  constexpr float kMixed = 0.1f;    // of a block that is half article
  constexpr std::size_t kFar = 10;
  constexpr std::size_t kEach = 4;
  std::vector<float> weights;
  std::vector<bool> near(page.labels.size());
  for (std::size_t i = 0; i < near.size(); ++i)
    if (page.kept[i])
      for (std::size_t x = i > kFar ? i - kFar : 0; x < std::min(near.size(), i + kFar + 1); ++x)
        near[x] = true;
  for (std::size_t i = 0; i < page.labels.size(); ++i) {
    const BlockLabel& label = page.labels[i];
    float weight = page.page.article.empty()
                       ? kPiece * label.weight
                       : (label.weight + kBlock) * std::max(kMixed, std::abs(2 * label.share - 1));
    if (label.weight == 0) weight = 0;
    if (!page.page.article.empty() && !near[i] && label.share < 0.5f)
      weight *= i % kEach == 0 ? kEach : 0;
    weights.push_back(weight);
  }
  return weights;
}

// Counts of words or of marked pieces.
struct PageScore {
  double kept = 0;
  double right = 0;
  double wanted = 0;

  void add(const BlockLabel& label, bool is_kept) {
    const auto weight = static_cast<double>(label.weight);
    const double wanting = weight * static_cast<double>(label.share);
    wanted += wanting;
    if (!is_kept) return;
    kept += weight;
    right += wanting;
  }
  double f1() const { return kept + wanted > 0 ? 2 * right / (kept + wanted) : 1; }
};

struct SetScores {
  double pages = 0;
  double rules = 0;
  double model = 0;
};

}  // namespace

std::vector<LearntPage> read_learnt_pages(const std::filesystem::path& data) {
  std::vector<LearntPage> pages;
  for (const char* set : {"html-pages", "publishers", "wcxb-articles"})
    for (MarkedPage& marked : read_marked_pages(data / set)) {
      LearntPage page;
      page.page = std::move(marked);
      if (take_apart(page)) pages.push_back(std::move(page));
    }
  return pages;
}

unsigned part_of(const LearntPage& page) {
  return static_cast<unsigned>(digest64(page.page.site) % kAllParts);
}

BlockModel learn_blocks(const std::vector<LearntPage>& pages, unsigned left_out) {
  constexpr std::size_t kFewestBlocks = 15;  // hardly a page has fewer
  TreeExamples examples;
  examples.facts = kBlockFacts;
  for (const LearntPage& page : pages) {
    if (part_of(page) == left_out) continue;
    const std::vector<float> weights = weights_of(page);
    for (std::size_t i = 0; i < weights.size(); ++i) {
      if (weights[i] <= 0) continue;
      examples.values.insert(examples.values.end(), page.facts[i].begin(), page.facts[i].end());
      examples.yes.push_back(page.labels[i].share > 0.5f);
      examples.weights.push_back(weights[i]);
    }
  }
  BlockModel model = boost_trees(examples, {});
  model.fewest_blocks = kFewestBlocks;
  return model;
}

void print_block_scores(const std::vector<LearntPage>& pages, std::ostream& out) {
  std::map<std::string, SetScores> sets;
  for (unsigned part = 0; part < kAllParts; ++part) {
    const BlockModel model = learn_blocks(pages, part);
    for (const LearntPage& page : pages) {
      if (part_of(page) != part) continue;
      PageScore rules;
      PageScore learnt;
      for (std::size_t i = 0; i < page.facts.size(); ++i) {
        rules.add(page.labels[i], page.kept[i]);
        learnt.add(page.labels[i], model.score(page.facts[i]) > 0);
      }
      SetScores& scores = sets[page.page.set];
      scores.pages += 1;
      scores.rules += rules.f1();
      scores.model += learnt.f1();
    }
  }
  out << std::fixed << std::setprecision(4);
  for (const auto& [name, scores] : sets)
    out << name << ": " << std::lround(scores.pages) << " pages, words "
        << scores.rules / scores.pages << " by the rules, " << scores.model / scores.pages
        << " by the model\n";
}

}  // namespace newsindex
