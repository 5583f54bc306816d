// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/extract/layout/page_region.h"

#include <algorithm>
#include <vector>

#include "indexer/extract/layout/weights.h"

namespace newsindex {
namespace {

using Blocks = std::span<const PageBlock>;
using Kinds = std::span<const BlockKind>;

// The comments end the article only if this share of its points stands above their heading.
constexpr double kShareBeforeComments = 0.3;

// The fewest words of a block that is ...
constexpr std::size_t kSentence = 4;       // a sentence, not a button
constexpr std::size_t kLastSentence = 5;   // the end of the article, below its other paragraphs
constexpr std::size_t kOneSentence = 8;    // a paragraph of one sentence
constexpr std::size_t kLong = 12;          // as long as a sentence
constexpr std::size_t kTwoSentences = 15;  // a paragraph of two sentences or more
constexpr std::size_t kAnySentences = 25;  // a paragraph that has a mark of a sentence in it

// The list below a heading such as "Read also" has fewer lines than this.
constexpr std::size_t kLongestList = 6;

double cost_of(BlockKind kind) {
  switch (kind) {
    case BlockKind::comments: return weights::kCommentsHeading;
    case BlockKind::related: return weights::kRelatedHeading;
    case BlockKind::newsletter: return weights::kNewsletterLine;
    case BlockKind::legal: return weights::kLegalLine;
    case BlockKind::navigation: return weights::kNavigationLine;
    case BlockKind::keywords: return weights::kKeywordsLine;
    case BlockKind::share: return weights::kShareLine;
    case BlockKind::advertisement: return weights::kAdvertisementLine;
    case BlockKind::credit: return weights::kCreditLine;
    case BlockKind::plain: break;
  }
  return 0;
}

// The points of the blocks in their places: the short lines in a list of other articles cost
// little, because the heading above them has the cost of the whole list.
std::vector<double> points_in_place(Blocks blocks, Kinds kinds) {
  std::vector<double> points;
  points.reserve(blocks.size());
  std::size_t in_list = kLongestList;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    const bool heading = kinds[i] == BlockKind::related;
    const bool line = kinds[i] == BlockKind::plain && !is_paragraph(blocks[i], kinds[i]);
    in_list = heading ? 0 : line ? in_list + 1 : kLongestList;
    const bool listed = in_list > 0 && in_list < kLongestList;
    points.push_back(listed ? weights::kListedLine : points_of(blocks[i], kinds[i]));
  }
  return points;
}

PageRegion best_stretch(Blocks blocks, Kinds kinds) {
  const std::vector<double> points = points_in_place(blocks, kinds);
  PageRegion best;
  PageRegion run;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    if (run.points <= 0) run = {i, i, 0};
    run.points += points[i];
    run.end = i + 1;
    if (run.points > best.points) best = run;
  }
  return best;
}

// Ends the article where comments begin, because they are sentences too. A link to the comments
// above the article does not end it.
PageRegion without_comments(Blocks blocks, Kinds kinds, PageRegion region) {
  double above = 0;
  for (std::size_t i = region.begin; i < region.end; ++i) {
    if (kinds[i] == BlockKind::comments && above > kShareBeforeComments * region.points) {
      region.end = i;
    } else {
      above += std::max(0.0, points_of(blocks[i], kinds[i]));
    }
  }
  return region;
}

// The last paragraph may lack its full stop, or introduce a list with a colon.
PageRegion with_last_words(Blocks blocks, Kinds kinds, PageRegion region) {
  while (region.end < blocks.size() && kinds[region.end] == BlockKind::plain) {
    const PageBlock& block = blocks[region.end];
    const bool goes_on =
        block.words >= kTwoSentences || (block.sentence && block.words >= kLastSentence);
    if (!goes_on) break;
    ++region.end;
  }
  return region;
}

}  // namespace

bool is_paragraph(const PageBlock& block, BlockKind kind) {
  if (kind != BlockKind::plain) return false;
  return (block.sentence && block.words >= kOneSentence) ||
         (block.words >= kAnySentences && block.stops + block.commas > 0) ||
         (block.words >= kTwoSentences && block.stops >= 2);
}

double points_of(const PageBlock& block, BlockKind kind) {
  if (kind != BlockKind::plain) return cost_of(kind);
  const double length = static_cast<double>(block.weight);
  if (is_paragraph(block, kind))
    return std::min(weights::kParagraph + length / weights::kLettersForAPoint,
                    weights::kMostOfAParagraph);
  if (block.sentence && block.words >= kSentence) return weights::kShortSentence;
  return block.words >= kLong ? weights::kLongLine : weights::kShortLine;
}

PageRegion article_region(Blocks blocks, Kinds kinds) {
  const PageRegion region = best_stretch(blocks, kinds);
  return with_last_words(blocks, kinds, without_comments(blocks, kinds, region));
}

}  // namespace newsindex
