// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/extract/layout/page_headline.h"

#include <algorithm>
#include <vector>

#include "indexer/extract/dates/dates.h"
#include "indexer/extract/dates/dates_names.h"
#include "indexer/extract/layout/breadcrumb.h"
#include "indexer/extract/layout/weights.h"
#include "indexer/extract/people/byline.h"
#include "indexer/extract/text/lines.h"

namespace newsindex {
namespace {

constexpr std::size_t kMostWords = 40;
constexpr std::size_t kLongest = 240;  // letters
constexpr std::size_t kShortest = 4;
constexpr std::size_t kMostWordsThatCount = 8;  // for more points
constexpr std::size_t kMostWordsOfFactLine = 12;
constexpr std::size_t kMostWordsOfSite = 4;
// How far into the article a headline may stand: what is above it was taken for its text.
constexpr double kShareAbove = 0.5;
constexpr std::size_t kLinesAbove = 8;
constexpr std::size_t kFewestWords = 2;
constexpr std::size_t kFewestWordsOfTitle = 5;
constexpr std::size_t kLinesToBreadcrumb = 4;
// A line with fewer points is not the headline; the title of the page is used instead.
constexpr double kLeastMerit = 2;

using Blocks = std::span<const PageBlock>;

bool can_be_headline(const PageBlock& block) {
  return !block.letters.empty() && block.words <= kMostWords && block.weight <= kLongest &&
         block.weight >= kShortest;
}

// True if the block is the site in the first line, "Headline | Site".
bool is_site_name(const PageBlock& block, const PageBlock& page_title) {
  const auto parts = title_parts(page_title.text);
  if (parts.size() < 2 || is_breadcrumb(page_title.text, "")) return false;
  const bool first_is_site = make_block(parts.front()).words < kMostWordsOfSite &&
                             parts.front().size() * 2 < parts.back().size();
  return block.folded == folded_name(first_is_site ? parts.front() : parts.back());
}

// True if a breadcrumb above line i ends in that line.
bool ends_breadcrumb(Blocks blocks, std::size_t i) {
  const std::size_t first = i - std::min(i, kLinesToBreadcrumb);
  return std::ranges::any_of(blocks.subspan(first, i - first), [&](const PageBlock& above) {
    return above.folded.ends_with(blocks[i].folded) && is_breadcrumb(above.text, blocks[i].text);
  });
}

// The points of line i as the headline. It is not line 0, the title of the page.
double merit(Blocks blocks, std::size_t i, const PageRegion& region) {
  using namespace weights;
  const PageBlock& block = blocks[i];
  const bool within = blocks[0].folded.find(block.folded) != std::string::npos;
  const double words = static_cast<double>(std::min(block.words, kMostWordsThatCount));
  const double length = words * kForAWord;
  double points = share_of_words(block.letters, blocks[0].letters) * (kWordsInTitle + length);
  if (within) points += kWithinTitle + length;
  if (blocks[0].folded.starts_with(block.folded)) points += kBeginsTitle;
  if (!within && ends_breadcrumb(blocks, i)) points += kEndsWay + length;
  if (block.heading) points += kMarkedHeading;
  if (is_site_name(block, blocks[0])) points += kSiteName;
  if (block.sentence && block.text.ends_with('.')) points += within ? kSentenceInTitle : kSentence;
  if (block.words <= kFewestWords) points += kFewWords;
  const double distance = i < region.begin
                              ? static_cast<double>(region.begin - i)
                              : kLineIntoArticle * static_cast<double>(i - region.begin);
  return points + std::max(distance * kLineAway, kFarAway);
}

bool is_fact_line(const PageBlock& block) {
  return !byline_authors(block.text).empty() ||
         (block.words <= kMostWordsOfFactLine && find_date(block.text));
}

// The line with the most points as the headline; never the first line, which is the title of the
// page.
std::optional<std::size_t> best_line(Blocks blocks, std::span<const BlockKind> kinds,
                                     const PageRegion& region) {
  std::optional<std::size_t> best;
  double most = kLeastMerit;
  double above = 0;
  for (std::size_t i = 1; i < blocks.size() && above <= kShareAbove * region.points; ++i) {
    if (i >= region.begin) above += std::max(0.0, points_of(blocks[i], kinds[i]));
    if (kinds[i] != BlockKind::plain && kinds[i] != BlockKind::related) continue;
    if (!can_be_headline(blocks[i]) || is_breadcrumb(blocks[i].text, "")) continue;
    const double points = merit(blocks, i, region);
    if (points > most && !is_fact_line(blocks[i])) {
      most = points;
      best = i;
    }
  }
  return best;
}

// The nearest line above the article that can be a headline, on a page without a title.
std::optional<std::size_t> line_above(Blocks blocks, std::span<const BlockKind> kinds,
                                      const PageRegion& region) {
  const std::size_t highest = region.begin - std::min(region.begin, kLinesAbove);
  for (std::size_t i = region.begin; i > highest; --i) {
    const PageBlock& block = blocks[i - 1];
    if (kinds[i - 1] == BlockKind::plain && can_be_headline(block) && block.words >= kFewestWords &&
        !block.text.ends_with('.') && !is_breadcrumb(block.text, "") && !is_fact_line(block)) {
      return i - 1;
    }
  }
  return std::nullopt;
}

// False for what stands first on pages without a title: a menu, the name of the site, a breadcrumb.
bool is_page_title(const PageBlock& block, BlockKind kind) {
  if (!can_be_headline(block) || is_breadcrumb(block.text, "")) return false;
  return title_parts(block.text).size() > 1 ||
         (kind == BlockKind::plain && block.words >= kFewestWordsOfTitle);
}

// "Headline | Site" without the site: the last part is removed if it is short.
std::string without_site(const PageBlock& page_title, std::string& site) {
  const auto parts = title_parts(page_title.text);
  if (parts.size() < 2 || make_block(parts.back()).words > kMostWordsOfSite ||
      parts.front().empty()) {
    return page_title.text;
  }
  site = parts.back();
  const std::size_t end = static_cast<std::size_t>(parts.back().data() - page_title.text.data());
  std::string rest = page_title.text.substr(0, end);
  const std::size_t last = rest.find_last_not_of(" |-–—»>›/·:");
  rest.resize(last == std::string::npos ? 0 : last + 1);
  return rest;
}

// "Headline 2020-07-26 05:03:17 Source: ..." without the line that the page has joined to it:
// headlines have no time of day.
std::string without_time(const std::string& line) {
  const auto date = find_date(line);
  if (!date || date->start == 0 || date->published.precision < Precision::minute) return line;
  const std::size_t last = line.find_last_not_of(" |-–—·,(", date->start - 1);
  return last == std::string::npos ? line : line.substr(0, last + 1);
}

// The part of the page's title that is not the headline, if it also stands on the page.
std::string site_in(Blocks blocks, const std::string& headline) {
  const auto parts = title_parts(blocks[0].text);
  if (parts.size() < 2 || blocks[0].text == headline) return {};
  const std::string_view last = parts.back();
  const PageBlock site = make_block(last);
  const bool repeated = std::ranges::any_of(blocks.subspan(1), [&](const PageBlock& block) {
    return block.folded == site.folded || block.folded.starts_with("© " + site.folded);
  });
  return repeated && site.words <= kMostWordsOfSite + 1 && last != headline ? std::string(last)
                                                                            : std::string();
}

}  // namespace

PageHeadline find_headline(Blocks blocks, std::span<const BlockKind> kinds,
                           const PageRegion& region) {
  PageHeadline headline;
  if (blocks.empty()) return headline;
  if (const auto line = best_line(blocks, kinds, region)) {
    headline.title = without_time(blocks[*line].text);
    headline.block = line;
    headline.site = site_in(blocks, headline.title);
    return headline;
  }
  if (region.begin > 0 && is_page_title(blocks[0], kinds[0])) {
    headline.title = without_time(without_site(blocks[0], headline.site));
    headline.block = 0;
  } else if (const auto above = line_above(blocks, kinds, region)) {
    headline.title = without_time(blocks[*above].text);
    headline.block = above;
  }
  return headline;
}

}  // namespace newsindex
