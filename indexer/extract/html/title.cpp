// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/extract/html/title.h"

#include <algorithm>
#include <array>
#include <unordered_set>

#include "indexer/extract/dates/dates_names.h"
#include "indexer/extract/encoding.h"
#include "indexer/extract/json/json_value.h"
#include "indexer/extract/page/breadcrumb.h"

namespace newsindex {
namespace {

constexpr std::size_t kLongestHeadline = 300;  // letters

std::vector<std::string_view> words_of(std::string_view letters) {
  std::vector<std::string_view> words;
  for (std::size_t at = 0; at < letters.size();) {
    const std::size_t end = std::min(letters.find(' ', at), letters.size());
    if (end > at) words.push_back(letters.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

// How many of the words of one are in the other: 0..1.
double share_in(std::string_view part, std::string_view whole) {
  const auto parts = words_of(part);
  const auto all = words_of(whole);
  const std::unordered_set<std::string_view> known(all.begin(), all.end());
  if (parts.empty()) return 0;
  const auto shared = std::ranges::count_if(parts, [&](auto word) { return known.contains(word); });
  return static_cast<double>(shared) / static_cast<double>(parts.size());
}

// The name of the site, as far as the page's data, its links home, or the last part of its title
// tell.
bool is_site(std::string_view part, const HtmlFacts& facts) {
  const PageBlock block = make_block(part);
  if (block.letters.empty()) return true;
  for (const FoundFact* site : facts.of(HtmlFact::source)) {
    const std::string name = make_block(site->value).letters;
    if (!name.empty() && share_in(block.letters, name) == 1) return true;
  }
  for (const FoundFact* home : facts.of(HtmlFact::home_link))
    if (make_block(home->value).letters == block.letters) return true;
  constexpr std::array<std::string_view, 6> kEndings{".de", ".com", ".org", ".net", ".ch", ".at"};
  return std::ranges::any_of(kEndings, [&](auto ending) { return part.ends_with(ending); });
}

// "Headline | Site" without the site. `short_parts`: a short part at the end is taken for it even
// where nothing tells its name.
std::string without_site(const std::string& title, const HtmlFacts& facts, bool short_parts) {
  constexpr std::size_t kMostWordsOfSite = 4;
  const auto parts = title_parts(title);
  if (parts.size() < 2) return title;
  const auto goes = [&](std::string_view part) {
    return is_site(part, facts) || (short_parts && make_block(part).words <= kMostWordsOfSite);
  };
  std::size_t last = parts.size();
  while (last > 1 && goes(parts[last - 1])) --last;
  const bool at_front = is_site(parts.front(), facts) && (last == parts.size() || last == 1);
  if (at_front) last = parts.size();
  const char* const begin = at_front ? parts[1].data() : parts.front().data();
  const std::string_view end = parts[last - 1];
  return {begin, end.data() + end.size()};
}

// All titles that the data tell, and all runs of the parts of each ("Headline", "Headline - Topic",
// "Site") but those that are the site alone.
std::vector<PageBlock> told_titles(const HtmlFacts& facts) {
  constexpr std::size_t kMostParts = 6;
  std::vector<PageBlock> titles;
  for (const HtmlFact fact : {HtmlFact::title, HtmlFact::page_title})
    for (const FoundFact* told : facts.of(fact)) {
      const auto parts = title_parts(told->value);
      if (parts.size() > kMostParts) continue;
      for (std::size_t first = 0; first < parts.size(); ++first)
        for (std::size_t last = first; last < parts.size(); ++last) {
          if (is_site(parts[first], facts) || is_site(parts[last], facts)) continue;
          const char* const end = parts[last].data() + parts[last].size();
          titles.push_back(make_block({parts[first].data(), end}));
        }
    }
  return titles;
}

bool stands_apart(HtmlZone zone) {
  return is_foreign(zone) && zone != HtmlZone::facts && zone != HtmlZone::author;
}

bool is_told(const PageBlock& heading, const std::vector<PageBlock>& told) {
  return !heading.letters.empty() &&
         std::ranges::find(told, heading.letters, &PageBlock::letters) != told.end();
}

// How surely a heading is the headline that the page's data tell: 0 for not at all.
double confirmation(const PageBlock& heading, const PageBlock& told) {
  if (heading.folded == told.folded) return 3;
  const double of_heading = share_in(heading.letters, told.letters);
  const double of_told = share_in(told.letters, heading.letters);
  return of_heading + of_told >= 1 ? of_heading + of_told : 0;
}

bool is_large_heading(const HtmlBlock& mark) {
  return mark.tag >= GUMBO_TAG_H1 && mark.tag <= GUMBO_TAG_H3;
}

class HeadlineChoice {
 public:
  HeadlineChoice(const HtmlTree& tree, const HtmlFacts& facts, const HtmlBody& body)
      : tree_(tree),
        facts_(facts),
        body_(body),
        blocks_(body.layout.blocks),
        first_(body.layout.first_block()),
        told_(make_block(told_headline(facts))),
        titles_(told_titles(facts)) {}

  const PageBlock& told() const { return told_; }

  // The heading that is confirmed best; an <h1> before others, which must be part of the title word
  // for word.
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

  // The only <h1> above the text.
  std::size_t only() const {
    std::size_t only = blocks_.size();
    for (std::size_t i = 0; i < std::min(first_ + 1, blocks_.size()); ++i) {
      if (body_.marks[i].tag != GUMBO_TAG_H1 || stands_apart(body_.marks[i].zone) ||
          is_site(blocks_[i].text, facts_))
        continue;
      if (only < blocks_.size()) return blocks_.size();
      only = i;
    }
    return only;
  }

  // The heading that the text begins with or stands right below.
  std::size_t right_above() const {
    for (std::size_t i = std::min(first_ + 1, blocks_.size()); i-- > 0 && i + 2 > first_;)
      if (is_large_heading(body_.marks[i]) && !stands_apart(body_.marks[i].zone) &&
          blocks_[i].words >= kFewestWords && !is_site(blocks_[i].text, facts_))
        return i;
    return blocks_.size();
  }

  // The text of a heading without a kicker above the headline, a date or a standfirst, which often
  // are elements of their own in it.
  std::string text_of(std::size_t heading) const {
    std::size_t node = body_.marks[heading].node;
    while (node > 0 && tree_[node].tag != body_.marks[heading].tag) node = tree_[node].parent;
    const std::vector<Piece> pieces = pieces_of(node);
    for (std::size_t length = pieces.size(); length-- > 1;)
      for (std::size_t first = pieces.size() - length + 1; first-- > 0;) {
        const std::string run = joined(pieces, first, first + length);
        if (is_told(make_block(run), titles_)) return run;
      }
    std::size_t begin = 0;
    while (begin + 1 < pieces.size() && pieces[begin].is_kicker) ++begin;
    if (begin > 0) return joined(pieces, begin, pieces.size());
    // Spaces before colons come from markup.
    const PageBlock& block = blocks_[heading];
    const bool spaced = block.text.find(" :") != std::string::npos;
    if (spaced && block.letters == told_.letters) return told_.text;
    return without_site(block.text, facts_, false);
  }

 private:
  struct Piece {
    std::string text;
    bool is_kicker = false;
  };

  static constexpr std::size_t kFewestWords = 2;  // of a heading below the first level

  double merit_of(std::size_t i) const {
    const HtmlBlock& mark = body_.marks[i];
    const PageBlock& block = blocks_[i];
    if (!is_large_heading(mark) || block.weight > kLongestHeadline || is_site(block.text, facts_))
      return 0;
    const bool exact = block.words >= kFewestWords && is_told(block, titles_);
    if (stands_apart(mark.zone) && !(exact && mark.zone == HtmlZone::navigation)) return 0;
    double merit = confirmation(block, told_);
    if (mark.tag != GUMBO_TAG_H1)
      merit = block.words > kFewestWords && told_.folded.find(block.folded) != std::string::npos
                  ? merit / 2
                  : 0;
    if (exact) merit = std::max(merit, mark.tag == GUMBO_TAG_H1 ? 2.5 : 1.5);
    if (exact && block.letters == told_.letters) merit = std::max(merit, 2.0);
    if (i <= first_ && merit > 0) merit += 0.1;
    if (i > first_ && mark.tag != GUMBO_TAG_H1) merit /= 2;
    return merit;
  }

  // The text of a heading, cut where elements other than emphasis begin and end.
  std::vector<Piece> pieces_of(std::size_t heading) const {
    std::vector<Piece> pieces;
    bool open = false;
    for (std::size_t i = heading + 1; i < tree_[heading].end; i = tree_[i].end) {
      const HtmlNode& node = tree_[i];
      const bool apart = parts_text(node.tag);
      const std::string text = on_one_line(tidy(tree_.text_of(i)));
      if (apart) open = false;
      if (!make_block(text).letters.empty()) {
        if (!open) pieces.push_back({{}, apart && is_kicker(node)});
        std::string& piece = pieces.back().text;
        if (!piece.empty()) piece += ' ';
        piece += text;
        open = !apart;
      }
    }
    return pieces;
  }

  static bool parts_text(GumboTag tag) {
    constexpr std::array kParts{GUMBO_TAG_SPAN, GUMBO_TAG_SMALL, GUMBO_TAG_BR,
                                GUMBO_TAG_DIV,  GUMBO_TAG_TIME,  GUMBO_TAG_P};
    return std::ranges::find(kParts, tag) != kParts.end();
  }

  static bool is_kicker(const HtmlNode& node) {
    constexpr std::array<std::string_view, 8> kNames{"kicker",   "overline", "topline",   "eyebrow",
                                                     "roofline", "pretitle", "dachzeile", "label"};
    if (node.tag == GUMBO_TAG_TIME) return true;
    const std::string_view classes = node.attribute("class");
    return std::ranges::any_of(kNames, [&](std::string_view name) {
      return classes.find(name) != std::string_view::npos;
    });
  }

  static std::string joined(const std::vector<Piece>& pieces, std::size_t first, std::size_t last) {
    std::string text;
    for (std::size_t i = first; i < last; ++i) {
      if (!text.empty()) text += ' ';
      text += pieces[i].text;
    }
    return text;
  }

  const HtmlTree& tree_;
  const HtmlFacts& facts_;
  const HtmlBody& body_;
  const std::vector<PageBlock>& blocks_;
  std::size_t first_;
  PageBlock told_;
  std::vector<PageBlock> titles_;
};

}  // namespace

std::string told_headline(const HtmlFacts& facts) {
  if (const FoundFact* title = facts.first(HtmlFact::title))
    return without_site(title->value, facts, false);
  const FoundFact* page = facts.first(HtmlFact::page_title);
  return page == nullptr ? std::string() : without_site(page->value, facts, true);
}

ToldArticle told_article(const HtmlFacts& facts) {
  ToldArticle told{told_headline(facts), {}, {}};
  if (const FoundFact* text = facts.first(HtmlFact::body)) told.text = text->value;
  for (const FoundFact* author : facts.of(HtmlFact::author)) told.authors.push_back(author->value);
  return told;
}

std::string choose_headline(const HtmlTree& tree, const HtmlFacts& facts, HtmlBody& body) {
  PageLayout& layout = body.layout;
  PageHeadline& headline = layout.headline;
  const HeadlineChoice choice(tree, facts, body);
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
  headline.title = told.text;
  if (title != nullptr) return title->rule;
  if (!headline.title.empty()) return "title of the page";
  headline = find_headline(layout.blocks, layout.kinds, layout.region);
  return "line above the text";
}

}  // namespace newsindex
