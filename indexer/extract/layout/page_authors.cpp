// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/extract/layout/page_authors.h"

#include <algorithm>

#include "indexer/extract/dates/dates.h"
#include "indexer/extract/people/author_names.h"
#include "indexer/extract/people/byline.h"

namespace newsindex {
namespace {

using Names = std::vector<std::string>;

constexpr std::size_t kLinesAboveHeadline = 6;
constexpr std::size_t kLinesIntoText = 3;
constexpr std::size_t kLinesBelowArticle = 6;
constexpr std::size_t kLinesOfFacts = 20;  // below the article
constexpr std::size_t kNear = 2;
constexpr std::size_t kMostWordsOfDatedLine = 14;

// "By Jane Doe", or "Jane Doe" below a line that is only "By".
Names labelled(const PageLayout& layout, std::size_t i) {
  const std::string& text = layout.blocks[i].text;
  Names names = byline_authors(text);
  const bool below_label = i > 0 && is_byline_label(layout.blocks[i - 1].text);
  return names.empty() && below_label && is_name_line(text) ? author_names(text) : names;
}

// "Author: Jane Doe" in a list of facts, further below the text.
Names listed(const PageLayout& layout, std::size_t i) {
  constexpr std::size_t kMostWords = 6;
  const PageBlock& block = layout.blocks[i];
  const bool short_line = block.words <= kMostWords && layout.kinds[i] == BlockKind::plain;
  return short_line && begins_with_author_label(block.text) ? byline_authors(block.text) : Names{};
}

// "2 April 2023 | 13:10 | Jane Doe". A date without a time does not count: what stands beside it is
// as often the name of a section.
Names beside_time(const PageLayout& layout, std::size_t i) {
  const std::string& text = layout.blocks[i].text;
  const auto date = find_date(text);
  const bool time = date && date->published.precision >= Precision::minute;
  return time ? names_beside_date(text) : Names{};
}

bool is_near_date(const PageLayout& layout, std::size_t i) {
  const std::size_t last = std::min(i + kNear + 1, layout.blocks.size());
  for (std::size_t j = i < kNear ? 0 : i - kNear; j < last; ++j) {
    const PageBlock& block = layout.blocks[j];
    if (block.words <= kMostWordsOfDatedLine && find_date(block.text)) return true;
  }
  return false;
}

// Names in the place of the authors, but without a word such as "By".
Names unlabelled(const PageLayout& layout, std::size_t i) {
  const std::string& text = layout.blocks[i].text;
  if (Names names = names_beside_date(text); !names.empty()) return names;
  return is_name_line(text) && is_near_date(layout, i) ? author_names(text) : Names{};
}

// A name by itself under the text.
Names signature(const PageLayout& layout) {
  constexpr std::size_t kMostWordsOfName = 3;
  if (layout.article.size() < 3) return {};
  const PageBlock& last = layout.blocks[layout.article.back()];
  const bool signs = last.words <= kMostWordsOfName && !last.heading && is_name_line(last.text);
  return signs ? author_names(last.text) : Names{};
}

// The names in the first of these blocks that has some.
template <typename Read>
Names first_names(const PageLayout& layout, std::size_t begin, std::size_t end, Read read) {
  for (std::size_t i = begin; i < std::min(end, layout.blocks.size()); ++i) {
    if (Names names = read(layout, i); !names.empty()) return names;
  }
  return {};
}

}  // namespace

std::vector<std::string> page_authors(const PageLayout& layout) {
  const std::size_t headline = layout.headline_block();
  const std::size_t above = headline - std::min(headline, kLinesAboveHeadline);
  const std::size_t below = layout.first_block() + kLinesIntoText;
  if (Names names = first_names(layout, headline + 1, below, labelled); !names.empty())
    return names;
  if (Names names = first_names(layout, above, headline, labelled); !names.empty()) return names;
  if (Names names = first_names(layout, headline + 1, below, unlabelled); !names.empty()) {
    return names;
  }
  if (Names names = first_names(layout, above, headline, beside_time); !names.empty()) return names;
  const std::size_t end = layout.region.end;
  if (Names names = first_names(layout, end - std::min<std::size_t>(end, 1),
                                end + kLinesBelowArticle, labelled);
      !names.empty())
    return names;
  if (Names names = first_names(layout, end, end + kLinesOfFacts, listed); !names.empty())
    return names;
  return signature(layout);
}

}  // namespace newsindex
