// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/extract/html/title.h"

#include <algorithm>
#include <array>
#include <unordered_set>

#include "indexer/extract/breadcrumb.h"
#include "indexer/extract/dates_names.h"

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

// The name of the site, as far as the page's data or the last part of its title tell.
bool is_site(std::string_view part, const HtmlFacts& facts) {
  const PageBlock block = make_block(part);
  if (block.letters.empty()) return true;
  for (const FoundFact* site : facts.of(HtmlFact::source)) {
    const std::string name = make_block(site->value).letters;
    if (!name.empty() && share_in(block.letters, name) == 1) return true;
  }
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
  const bool at_front = last == parts.size() && is_site(parts.front(), facts);
  const char* const begin = at_front ? parts[1].data() : parts.front().data();
  const std::string_view end = parts[last - 1];
  return {begin, end.data() + end.size()};
}

bool stands_apart(HtmlZone zone) {
  return is_foreign(zone) && zone != HtmlZone::facts && zone != HtmlZone::author;
}

// How surely a heading is the headline that the page's data tell: 0 for not at all.
double confirmation(const PageBlock& heading, const PageBlock& told) {
  if (heading.folded == told.folded) return 3;
  const double of_heading = share_in(heading.letters, told.letters);
  const double of_told = share_in(told.letters, heading.letters);
  return of_heading + of_told >= 1 ? of_heading + of_told : 0;
}

// The heading that is confirmed best; an <h1> before others, which must be part of the title word
// for word.
std::size_t best_heading(const HtmlFacts& facts, const HtmlBody& body, const PageBlock& told) {
  constexpr std::size_t kFewestWords = 3;  // of a heading below the first level
  const PageLayout& layout = body.layout;
  const std::size_t first = layout.first_block();
  std::size_t best = layout.blocks.size();
  double most = 0;
  for (std::size_t i = 0; i < layout.blocks.size(); ++i) {
    const HtmlBlock& mark = body.marks[i];
    const PageBlock& block = layout.blocks[i];
    if (mark.tag < GUMBO_TAG_H1 || mark.tag > GUMBO_TAG_H3 || stands_apart(mark.zone)) continue;
    if (block.weight > kLongestHeadline || is_site(block.text, facts)) continue;
    double merit = confirmation(block, told);
    if (mark.tag != GUMBO_TAG_H1)
      merit = block.words >= kFewestWords && told.folded.find(block.folded) != std::string::npos
                  ? merit / 2
                  : 0;
    if (i <= first && merit > 0) merit += 0.1;
    if (merit > most) {
      most = merit;
      best = i;
    }
  }
  return best;
}

// The only <h1> above the text.
std::size_t only_heading(const HtmlFacts& facts, const HtmlBody& body) {
  const std::size_t none = body.marks.size();
  std::size_t only = none;
  for (std::size_t i = 0; i < std::min(body.layout.first_block() + 1, none); ++i) {
    if (body.marks[i].tag != GUMBO_TAG_H1 || stands_apart(body.marks[i].zone) ||
        is_site(body.layout.blocks[i].text, facts))
      continue;
    if (only < none) return none;
    only = i;
  }
  return only;
}

// A kicker above the headline or a standfirst below it often stand in the same heading; where the
// data tell the headline alone, it is that.
std::string without_kicker(const PageBlock& heading, const PageBlock& told) {
  constexpr std::size_t kFewestWords = 3;
  const bool longer = heading.folded.size() > told.folded.size() && told.words >= kFewestWords;
  const bool part =
      heading.folded.starts_with(told.folded) || heading.folded.ends_with(told.folded);
  return longer && part ? told.text : heading.text;
}

}  // namespace

std::string told_headline(const HtmlFacts& facts) {
  if (const FoundFact* title = facts.first(HtmlFact::title))
    return without_site(title->value, facts, false);
  const FoundFact* page = facts.first(HtmlFact::page_title);
  return page == nullptr ? std::string() : without_site(page->value, facts, true);
}

std::string choose_headline(const HtmlFacts& facts, HtmlBody& body) {
  PageLayout& layout = body.layout;
  PageHeadline& headline = layout.headline;
  const PageBlock told = make_block(told_headline(facts));
  std::size_t heading = best_heading(facts, body, told);
  if (heading == layout.blocks.size()) heading = only_heading(facts, body);
  if (heading < layout.blocks.size()) {
    headline.title = without_kicker(layout.blocks[heading], told);
    headline.block = heading;
    return "heading above the text";
  }
  const auto same = std::ranges::find(layout.blocks, told.folded, &PageBlock::folded);
  if (same != layout.blocks.end())
    headline.block = static_cast<std::size_t>(same - layout.blocks.begin());
  headline.title = told.text;
  if (const FoundFact* title = facts.first(HtmlFact::title)) return title->rule;
  if (!headline.title.empty()) return "title of the page";
  headline = find_headline(layout.blocks, layout.kinds, layout.region);
  return "line above the text";
}

}  // namespace newsindex
