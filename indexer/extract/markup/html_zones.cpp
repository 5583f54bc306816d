// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/extract/markup/html_zones.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "schema/text/ascii.h"

namespace newsindex {
namespace {

using enum HtmlZone;

// The zone that the words of a class attribute name. The first known word decides, but a known pair
// of words overrides its first word, and `body` (the text of an article) overrides all. Letters
// after a digit are not a word: such names are often generated ("css-1ad8").
HtmlZone zone_in_words(std::string_view names) {
  HtmlZone found = none;
  bool found_alone = false;  // `found` comes from the previous word alone
  std::string last;
  std::string word;
  const auto look = [&](const std::string& text, bool alone) {
    const HtmlZone known = zone_of_word(text);
    if (known == none) return;
    if (found == none || known == body || (found_alone && !alone)) {
      found = known;
      found_alone = alone;
    }
  };
  const auto end_word = [&] {
    if (word.empty()) return;
    if (!last.empty()) look(last + "-" + word, false);
    found_alone = false;
    look(word, true);
    last = std::exchange(word, {});
  };
  char before = ' ';
  for (const char c : names) {
    const bool hump = is_upper(c) && !is_upper(before) && is_letter(before);
    if (!is_letter(c) || hump) end_word();
    if (static_cast<unsigned char>(c) <= ' ') last.clear();
    const bool made_up = word.empty() && is_digit(before);
    if (is_letter(c) && !made_up) word += is_upper(c) ? static_cast<char>(c + 32) : c;
    before = is_letter(c) && made_up ? '0' : c;
  }
  end_word();
  return found;
}

HtmlZone zone_of_tag(const HtmlNode& element) {
  switch (element.tag) {
    case GUMBO_TAG_NAV:
    case GUMBO_TAG_FOOTER:
    case GUMBO_TAG_SELECT:
    case GUMBO_TAG_BUTTON:
    case GUMBO_TAG_TEXTAREA: return navigation;
    case GUMBO_TAG_ASIDE: return related;
    case GUMBO_TAG_FIGCAPTION:
    case GUMBO_TAG_CAPTION: return caption;
    case GUMBO_TAG_RT:
    case GUMBO_TAG_RP:
    case GUMBO_TAG_TEMPLATE:
    case GUMBO_TAG_NOSCRIPT:
    case GUMBO_TAG_HEAD:
    case GUMBO_TAG_AUDIO:
    case GUMBO_TAG_VIDEO:
    case GUMBO_TAG_CANVAS: return hidden;
    default: return none;
  }
}

bool has_hidden_class(std::string_view classes) {
  while (!classes.empty()) {
    const std::string_view name = classes.substr(0, classes.find(' '));
    if (is_hidden_class(name)) return true;
    classes.remove_prefix(std::min(name.size() + 1, classes.size()));
  }
  return false;
}

bool is_hidden(const HtmlNode& element) {
  if (has_hidden_class(element.attribute("class"))) return true;
  if (gumbo_get_attribute(element.attributes, "hidden") != nullptr) return true;
  if (element.attribute("aria-hidden") == "true") return true;
  const std::string_view style = element.attribute("style");
  const std::size_t display = style.find("display");
  return display != std::string_view::npos &&
         style.substr(display, 16).find("none") != std::string_view::npos;
}

HtmlZone zone_of_role(std::string_view role) {
  constexpr auto kRoles =
      std::to_array<std::pair<std::string_view, HtmlZone>>({{"navigation", navigation},
                                                            {"banner", navigation},
                                                            {"contentinfo", navigation},
                                                            {"search", navigation},
                                                            {"complementary", related},
                                                            {"dialog", legal},
                                                            {"alertdialog", legal},
                                                            {"menu", navigation},
                                                            {"menubar", navigation},
                                                            {"toolbar", share}});
  for (const auto& [name, zone] : kRoles)
    if (role == name) return zone;
  return none;
}

// The most letters of running text that an element of a zone can have, on a page with `page`
// letters: a share of the page, and a larger share if enough text for an article is outside the
// element.
std::uint32_t most_text(HtmlZone zone, std::uint32_t page) {
  constexpr double kMost = 0.35;
  constexpr double kMostBesideArticle = 0.7;
  constexpr std::uint32_t kArticle = 2500;
  const auto part = static_cast<std::uint32_t>(kMost * page);
  const auto beside = std::min(static_cast<std::uint32_t>(kMostBesideArticle * page),
                               page - std::min(page, kArticle));
  switch (zone) {
    case facts:
    case credit: return 250;
    case caption:
    case share:
    case author: return 1200;
    case comments: return page;
    case teaser: return part;
    default: return std::max(part, beside);
  }
}

// True if the element can be what its name says: a side column is never the whole page.
bool believable(HtmlZone zone, const HtmlTree& tree, std::size_t node,
                const std::vector<std::uint32_t>& weights) {
  if (tree[node].tag == GUMBO_TAG_HTML || tree[node].tag == GUMBO_TAG_BODY) return false;
  const std::size_t end = tree[node].end;
  const bool holds_headline = tree.find(GUMBO_TAG_H1, node, end) < end;
  if (holds_headline && zone != facts && weights[node] > 0) return false;
  return weights[node] <= most_text(zone, weights[0]);
}

// The zone of facts that are too long: an element named after the author is a text about the
// author.
HtmlZone long_facts(const HtmlNode& element) {
  for (const char* attribute : {"class", "id"}) {
    const std::string_view names = element.attribute(attribute);
    if (names.find("author") != std::string_view::npos ||
        names.find("autor") != std::string_view::npos)
      return author;
  }
  return facts;
}

// True if most of an element's text is marked as that of an article: then the element is a wrapper
// around the article, whatever its name.
bool holds_article(const HtmlTree& tree, const std::vector<HtmlZone>& own, std::size_t node,
                   const std::vector<std::uint32_t>& weights) {
  constexpr double kMost = 0.6;
  constexpr std::uint32_t kFewestLetters = 500;
  for (std::size_t i = node + 1; i < tree[node].end; ++i)
    if (own[i] == body && weights[i] >= kFewestLetters && weights[i] >= kMost * weights[node])
      return true;
  return false;
}

// True if the node holds a link. A teaser without a link to another article is a standfirst.
bool has_link(const HtmlTree& tree, std::size_t node) {
  return tree.find(GUMBO_TAG_A, node, tree[node].end) < tree[node].end;
}

using Distrust = std::array<bool, kHtmlZones>;

// True for a part of the page that is collapsed until the reader opens it.
bool is_folded_up(const HtmlTree& tree, std::size_t node) {
  const std::string_view role = tree[node].attribute("role");
  return role == "tabpanel" || role == "region";
}

std::vector<HtmlZone> believed_zones(const HtmlTree& tree, const std::vector<HtmlZone>& by_names,
                                     const std::vector<std::uint32_t>& weights,
                                     const Distrust& distrust) {
  std::vector<HtmlZone> zones(tree.nodes().size(), none);
  for (std::size_t i = 1; i < zones.size(); ++i) {
    const HtmlZone around = zones[tree[i].parent];
    zones[i] = around;
    if (tree[i].is_text() || is_foreign(around)) continue;
    HtmlZone own = by_names[i];
    const bool by_name = is_foreign(own) && zone_of_tag(tree[i]) == none;
    if (by_name && distrust[static_cast<std::size_t>(own)]) continue;
    if (own == hidden && by_name && is_folded_up(tree, i)) continue;
    if (own == facts && weights[i] > most_text(facts, weights[0])) own = long_facts(tree[i]);
    if (own == teaser && !has_link(tree, i)) own = lead;
    if (own == none || (is_foreign(own) && !believable(own, tree, i, weights))) continue;
    if (by_name && own != comments && own != hidden && holds_article(tree, by_names, i, weights))
      continue;
    if (own == teaser) own = related;
    zones[i] = own;
  }
  return zones;
}

// The zones that are named so often that they would hold most of the text of the page. If a page is
// made of "widgets" or "sections of the table of contents", these are not side columns; if most of
// the text is hidden until a script has run, that text is the page.
Distrust names_of_most(const HtmlTree& tree, const std::vector<HtmlZone>& zones,
                       const std::vector<std::uint32_t>& weights) {
  constexpr double kMostHidden = 0.6;
  std::array<std::uint32_t, kHtmlZones> sums{};
  for (std::size_t i = 1; i < zones.size(); ++i)
    if (is_foreign(zones[i]) && !is_foreign(zones[tree[i].parent]) && zone_of_tag(tree[i]) == none)
      sums[static_cast<std::size_t>(zones[i])] += weights[i];
  Distrust distrust{};
  for (const HtmlZone zone : {navigation, related, newsletter, legal, advertisement})
    distrust[static_cast<std::size_t>(zone)] =
        sums[static_cast<std::size_t>(zone)] > most_text(zone, weights[0]);
  distrust[static_cast<std::size_t>(hidden)] =
      sums[static_cast<std::size_t>(hidden)] > kMostHidden * weights[0];
  return distrust;
}

}  // namespace

bool is_foreign(HtmlZone zone) {
  switch (zone) {
    case none:
    case body:
    case lead:
    case caption: return false;
    default: return true;
  }
}

bool is_outside_article(HtmlZone zone) {
  return is_foreign(zone) && zone != HtmlZone::facts && zone != HtmlZone::author;
}

std::string_view to_string(HtmlZone zone) {
  constexpr std::array<std::string_view, kHtmlZones> kNames{"none",
                                                            "article text",
                                                            "lead",
                                                            "hidden",
                                                            "navigation",
                                                            "comments",
                                                            "other articles",
                                                            "share buttons",
                                                            "newsletter",
                                                            "notice",
                                                            "advertisement",
                                                            "about the author",
                                                            "facts about the article",
                                                            "picture credit",
                                                            "caption",
                                                            "teaser"};
  return kNames[static_cast<std::size_t>(zone)];
}

HtmlZone zone_of(const HtmlNode& element) {
  if (is_hidden(element)) return hidden;
  if (const HtmlZone zone = zone_of_tag(element); zone != none) return zone;
  if (element.attribute("itemprop") == "articleBody") return body;
  if (const HtmlZone zone = zone_of_role(element.attribute("role")); zone != none) return zone;
  const HtmlZone by_class = zone_in_words(element.attribute("class"));
  const HtmlZone by_id = zone_in_words(element.attribute("id"));
  return by_class == none || by_id == body ? by_id : by_class;
}

std::vector<HtmlZone> zones_by_names(const HtmlTree& tree) {
  std::vector<HtmlZone> zones(tree.nodes().size(), none);
  for (std::size_t i = 1; i < zones.size(); ++i)
    if (!tree[i].is_text()) zones[i] = zone_of(tree[i]);
  return zones;
}

std::vector<HtmlZone> find_zones(const HtmlTree& tree, const std::vector<HtmlZone>& by_names,
                                 const std::vector<std::uint32_t>& weights) {
  const std::vector<HtmlZone> zones = believed_zones(tree, by_names, weights, {});
  const Distrust distrust = names_of_most(tree, zones, weights);
  const bool any = std::ranges::find(distrust, true) != distrust.end();
  return any ? believed_zones(tree, by_names, weights, distrust) : zones;
}

}  // namespace newsindex
