// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/extract/html/title.h"

#include <algorithm>

#include "indexer/extract/dates/dates_names.h"
#include "indexer/extract/html/heading_parts.h"
#include "indexer/extract/layout/breadcrumb.h"
#include "indexer/extract/layout/weights.h"
#include "indexer/extract/syntax/json_value.h"
#include "indexer/extract/text/encoding.h"
#include "indexer/extract/text/lines.h"

namespace newsindex {
namespace {

constexpr std::size_t kLongestHeadline = 300;  // letters

// "Headline | Site" without the site. `short_parts`: a short last part counts as the site even if
// its name is not known.
std::string without_site(const std::string& title, const SiteNames& site, bool short_parts) {
  constexpr std::size_t kMostWordsOfSite = 4;
  const auto parts = title_parts(title);
  if (parts.size() < 2) return title;
  const auto goes = [&](std::string_view part) {
    const PageBlock block = make_block(part);
    return site.includes(block) || (short_parts && block.words <= kMostWordsOfSite);
  };
  std::size_t last = parts.size();
  while (last > 1 && goes(parts[last - 1])) --last;
  const bool at_front =
      (last == parts.size() || last == 1) && site.includes(make_block(parts.front()));
  if (at_front) last = parts.size();
  const char* const begin = at_front ? parts[1].data() : parts.front().data();
  const std::string_view end = parts[last - 1];
  return {begin, end.data() + end.size()};
}

// All runs of the parts of each title in the metadata ("Headline", "Headline - Topic") that neither
// begin nor end with the name of the site.
std::vector<PageBlock> metadata_titles(const HtmlFacts& facts, const SiteNames& site) {
  constexpr std::size_t kMostParts = 6;
  std::vector<PageBlock> titles;
  for (const HtmlFact fact : {HtmlFact::title, HtmlFact::page_title})
    for (const FoundFact* told : facts.of(fact)) {
      const auto parts = title_parts(told->value);
      if (parts.size() > kMostParts) continue;
      std::vector<bool> is_site;
      for (const std::string_view part : parts) is_site.push_back(site.includes(make_block(part)));
      for (std::size_t first = 0; first < parts.size(); ++first)
        for (std::size_t last = first; last < parts.size(); ++last) {
          if (is_site[first] || is_site[last]) continue;
          const char* const end = parts[last].data() + parts[last].size();
          titles.push_back(make_block({parts[first].data(), end}));
        }
    }
  return titles;
}

bool is_told(const PageBlock& heading, const std::vector<PageBlock>& told) {
  return !heading.letters.empty() &&
         std::ranges::find(told, heading.letters, &PageBlock::letters) != told.end();
}

// How well a heading matches the headline in the metadata: 0 for not at all.
double confirmation(const PageBlock& heading, const PageBlock& told) {
  if (heading.folded == told.folded) return weights::kToldHeadline;
  const double of_heading = share_of_words(heading.letters, told.letters);
  const double of_told = share_of_words(told.letters, heading.letters);
  return of_heading + of_told >= 1 ? of_heading + of_told : 0;
}

// A headline may stand in what looks like the site's header, or, as an <h1>, in any zone but
// comments.
bool may_be_headline_apart(const HtmlBlock& mark) {
  return mark.zone == HtmlZone::navigation ||
         (mark.tag == GUMBO_TAG_H1 && mark.zone != HtmlZone::comments);
}

bool is_large_heading(const HtmlBlock& mark) {
  return mark.tag >= GUMBO_TAG_H1 && mark.tag <= GUMBO_TAG_H3;
}

class HeadlineChoice {
 public:
  HeadlineChoice(const HtmlTree& tree, const HtmlFacts& facts, const SiteNames& site,
                 const HtmlBody& body)
      : tree_(tree),
        site_(site),
        body_(body),
        blocks_(body.layout.blocks),
        first_(body.layout.first_block()),
        told_(make_block(metadata_headline(facts, site))),
        titles_(metadata_titles(facts, site)) {}

  const PageBlock& told() const { return told_; }

  // The heading that the metadata confirm best. An <h1> goes before other headings, which must be
  // part of the title word for word.
  std::size_t best() const {
    std::size_t best = blocks_.size();
    double most = 0;
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      const double merit = merit_of(i);
      if (merit > most) {
        most = merit;
        best = i;
      }
    }
    return best;
  }

  // The only <h1> above the text, or else on the page. It may be printed twice, for narrow and for
  // wide screens.
  std::size_t only() const {
    const std::size_t above = only_among(std::min(first_ + 1, blocks_.size()), is_outside_article);
    if (above < blocks_.size()) return above;
    return only_among(blocks_.size(), [](HtmlZone zone) {
      return zone == HtmlZone::navigation || zone == HtmlZone::comments;
    });
  }

  // The heading that the text begins with, or the one right above the text.
  std::size_t right_above() const {
    for (std::size_t i = std::min(first_ + 1, blocks_.size()); i-- > 0 && i + 2 > first_;)
      if (is_large_heading(body_.marks[i]) && !is_outside_article(body_.marks[i].zone) &&
          blocks_[i].words >= kFewestWords && !site_.includes(blocks_[i]))
        return i;
    return blocks_.size();
  }

  // The headline in a heading, without a kicker, a date or a standfirst, which are often elements
  // of their own in it. A kicker that the metadata count as part of the headline stays, with the
  // mark that they put after it.
  std::string text_of(std::size_t heading) const {
    const PageBlock& block = blocks_[heading];
    const std::vector<HeadingPart> all = heading_parts(tree_, element_of(heading));
    const std::string whole = make_block(joined_parts(all, 0, all.size())).letters;
    if (all.size() > 1 && whole == told_.letters) return told_.text;
    const std::vector<HeadingPart> parts = parts_of_headline(all);
    const bool fewer = parts.size() < all.size();
    for (std::size_t length = parts.size() + (fewer ? 1 : 0); length-- > 1;)
      for (std::size_t first = parts.size() - length + 1; first-- > 0;) {
        const std::string run = joined_parts(parts, first, first + length);
        if (is_told(make_block(run), titles_)) return run;
      }
    if (fewer) return joined_parts(parts, 0, parts.size());
    const auto told = std::ranges::find(titles_, whole, &PageBlock::letters);
    if (all.size() > 1 && told != titles_.end()) return told->text;
    // Spaces before colons come from markup.
    const bool spaced = block.text.find(" :") != std::string::npos;
    if (spaced && block.letters == told_.letters) return told_.text;
    return without_site(block.text, site_, false);
  }

 private:
  static constexpr std::size_t kFewestWords = 2;  // of a heading below the first level

  double merit_of(std::size_t i) const {
    using namespace weights;
    const HtmlBlock& mark = body_.marks[i];
    const PageBlock& block = blocks_[i];
    if (!is_large_heading(mark) || block.weight > kLongestHeadline || site_.includes(block))
      return 0;
    const bool h1 = mark.tag == GUMBO_TAG_H1;
    const bool exact = is_told_whole(i) && (h1 || !is_small(block));
    const bool sure = exact || (h1 && is_only_h1(i));
    if (is_outside_article(mark.zone) && !(sure && may_be_headline_apart(mark))) return 0;
    double merit = confirmation(block, told_);
    if (!h1)
      merit = block.words > kFewestWords && told_.folded.find(block.folded) != std::string::npos
                  ? merit * kShareOfLowHeading
                  : 0;
    if (exact) merit = std::max(merit, h1 ? kToldWhole : kToldWholeBelow);
    if (exact && block.letters == told_.letters) merit = std::max(merit, kToldLetters);
    if (i <= first_ && merit > 0) merit += kAboveText;
    if (i > first_ && !h1) merit *= kShareOfLowHeading;
    return merit > 0 && ends_breadcrumb(tree_, element_of(i)) ? merit * kShareOfBreadcrumb : merit;
  }

  // True for a heading that is only a small part of the title: the name of a section, a list entry.
  bool is_small(const PageBlock& heading) const {
    constexpr std::size_t kLeastShare = 3;
    return heading.weight * kLeastShare < told_.weight;
  }

  bool is_only_h1(std::size_t heading) const {
    for (std::size_t i = 0; i < blocks_.size(); ++i)
      if (i != heading && body_.marks[i].tag == GUMBO_TAG_H1) return false;
    return true;
  }

  template <typename Apart>
  std::size_t only_among(std::size_t end, Apart apart) const {
    std::size_t only = blocks_.size();
    for (std::size_t i = 0; i < end; ++i) {
      const PageBlock& block = blocks_[i];
      if (body_.marks[i].tag != GUMBO_TAG_H1 || apart(body_.marks[i].zone) ||
          site_.includes(block) || is_section(block))
        continue;
      if (only < blocks_.size() && blocks_[only].letters != block.letters) return blocks_.size();
      if (only == blocks_.size()) only = i;
    }
    return only;
  }

  // "Blog" above a headline of several words.
  bool is_section(const PageBlock& heading) const {
    constexpr std::size_t kFewestWordsOfHeadline = 3;
    return heading.words == 1 && told_.words >= kFewestWordsOfHeadline &&
           heading.weight * 2 < told_.weight;
  }

  std::size_t element_of(std::size_t heading) const {
    return element_of_block(tree_, body_.marks[heading]);
  }

  // True if the metadata have the heading, or the headline in it, word for word.
  bool is_told_whole(std::size_t i) const {
    if (blocks_[i].words < kFewestWords) return false;
    if (is_told(blocks_[i], titles_)) return true;
    const std::vector<HeadingPart> all = heading_parts(tree_, element_of(i));
    const std::vector<HeadingPart> parts = parts_of_headline(all);
    return parts.size() < all.size() &&
           is_told(make_block(joined_parts(parts, 0, parts.size())), titles_);
  }

  const HtmlTree& tree_;
  const SiteNames& site_;
  const HtmlBody& body_;
  const std::vector<PageBlock>& blocks_;
  std::size_t first_;
  PageBlock told_;
  std::vector<PageBlock> titles_;
};

}  // namespace

std::string metadata_headline(const HtmlFacts& facts, const SiteNames& site) {
  if (const FoundFact* title = facts.first(HtmlFact::title))
    return without_site(title->value, site, false);
  const FoundFact* page = facts.first(HtmlFact::page_title);
  return page == nullptr ? std::string() : without_site(page->value, site, true);
}

ArticleMetadata article_metadata(const HtmlFacts& facts, const SiteNames& site) {
  ArticleMetadata told{metadata_headline(facts, site), {}, {}};
  if (const FoundFact* text = facts.first(HtmlFact::body)) told.text = text->value;
  for (const FoundFact* author : facts.of(HtmlFact::author)) told.authors.push_back(author->value);
  return told;
}

std::string choose_headline(const HtmlTree& tree, const HtmlFacts& facts, const SiteNames& site,
                            HtmlBody& body) {
  PageLayout& layout = body.layout;
  PageHeadline& headline = layout.headline;
  const HeadlineChoice choice(tree, facts, site, body);
  const std::size_t none = layout.blocks.size();
  const FoundFact* title = facts.first(HtmlFact::title);
  std::size_t heading = choice.best();
  if (heading == none) heading = choice.only();
  if (heading == none && title == nullptr) heading = choice.right_above();
  if (heading < none) {
    headline.title = choice.text_of(heading);
    headline.block = heading;
    if (std::erase(layout.article, heading) > 0) body.cut[heading] = "headline";
    return "heading above the text";
  }
  const PageBlock& told = choice.told();
  const auto same = std::ranges::find(layout.blocks, told.folded, &PageBlock::folded);
  if (same != layout.blocks.end())
    headline.block = static_cast<std::size_t>(same - layout.blocks.begin());
  headline.title = without_marks_of_path(told.text);
  if (title != nullptr) return title->rule;
  if (!headline.title.empty()) return "title of the page";
  headline = find_headline(layout.blocks, layout.kinds, layout.region);
  return "line above the text";
}

}  // namespace newsindex
