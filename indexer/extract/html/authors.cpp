// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/extract/html/authors.h"

#include <algorithm>

#include "indexer/extract/dates/dates.h"
#include "indexer/extract/dates/dates_names.h"
#include "indexer/extract/layout/breadcrumb.h"
#include "indexer/extract/layout/page_authors.h"
#include "indexer/extract/people/author_names.h"
#include "indexer/extract/people/byline.h"
#include "indexer/extract/syntax/json_value.h"
#include "indexer/extract/text/encoding.h"
#include "indexer/extract/text/lines.h"
#include "indexer/extract/text/rule_words.h"
#include "schema/text/ascii.h"

namespace newsindex {
namespace {

constexpr std::size_t kMostWords = 5;         // of a name
constexpr std::size_t kMostWordsOfLine = 12;  // of an element that names authors

// True for an account such as "admin", which stands for neither a person nor an institution.
bool is_account(std::string_view folded) {
  static const WordSet& accounts = people_words("account");
  return accounts.contains(folded);
}

// True for an account, or words such as "anonymous" and "view all posts".
bool is_nobody(const std::string& name) {
  static const WordSet& words = people_words("nobody");
  const std::string folded = folded_name(name);
  return words.contains(folded) || is_account(folded);
}

// The desk of a newsroom: not a person, but used if no person is found.
bool is_desk(const std::string& name) {
  static const WordSet& words = people_words("newsroom");
  return words.contains(folded_name(name));
}

// "jane.doe", "jdoe_2": an account rather than a name.
bool is_login(std::string_view name) {
  const bool small = std::ranges::none_of(name, [](char c) { return c == ' ' || is_upper(c); });
  return small && name.find_first_of("._") != std::string_view::npos;
}

bool has_letters(std::string_view text) {
  return std::ranges::any_of(
      text, [](char c) { return is_letter(c) || static_cast<unsigned char>(c) > 127; });
}

// True for a company such as "Olympia-Verlag GmbH, Nürnberg": a publisher, not an author.
bool is_company(std::string_view text) {
  static const WordSet& words = people_words("company_part");
  const std::string folded = folded_name(text);
  return std::ranges::any_of(words, [&](std::string_view word) {
    const std::size_t at = folded.find(word);
    return at != std::string::npos &&
           (at + word.size() == folded.size() || folded[at + word.size()] < 'a');
  });
}

// "Example - Jane Doe" without the name of the site.
std::string without_site_name(const std::string& text, const SiteNames& site) {
  std::string rest;
  for (const std::string_view part : title_parts(text))
    if (!site.is_name(part)) (rest += rest.empty() ? "" : ", ") += part;
  return rest;
}

std::size_t words_in(const std::string& text) {
  return static_cast<std::size_t>(std::ranges::count(text, ' ')) + 1;
}

class Names {
 public:
  Names(const HtmlFacts& facts, const SiteNames& site) : site_(site) {
    if (const FoundFact* source = facts.first(HtmlFact::source)) source_ = source->value;
  }

  void add(std::string_view text) {
    if (is_company(text)) return;
    for (std::string& name : author_names(text, source_)) {
      const bool fits = words_in(name) <= kMostWords && has_letters(name) && !is_nobody(name) &&
                        !is_desk(name) && !is_login(name) && !site_.is_name(name);
      const bool is_new = std::ranges::find(names_, name) == names_.end();
      if (fits && is_new) names_.push_back(std::move(name));
    }
  }

  // Adds a text as it is, even without the shape of a name: "Olga", "freeman1984".
  void add_account(const std::string& text) {
    constexpr std::size_t kMostWordsOfAccount = 2;
    const bool fits = words_in(text) <= kMostWordsOfAccount && has_letters(text) &&
                      !is_nobody(text) && !is_desk(text) && !site_.is_name(text) &&
                      !is_company(text);
    if (fits) names_.push_back(text);
  }

  std::vector<std::string> take() { return std::exchange(names_, {}); }

 private:
  const SiteNames& site_;
  std::string source_;
  std::vector<std::string> names_;
};

// Captions name who took the picture.
bool names_no_authors(HtmlZone zone) {
  return zone == HtmlZone::caption || is_outside_article(zone);
}

// "Deutsche Welle (www.dw.com)" names the publisher.
bool names_an_address(std::string_view text) { return text.find("www.") != std::string_view::npos; }

// The authors from the most trusted kind of metadata that names any.
HtmlAuthors metadata_authors(const HtmlFacts& facts, const SiteNames& site,
                             const std::vector<HtmlZone>& zones, Names& names) {
  const auto told = facts.of(HtmlFact::author);
  for (std::size_t i = 0; i < told.size();) {
    const std::string& rule = told[i]->rule;
    for (; i < told.size() && told[i]->rule == rule; ++i)
      if (!names_no_authors(zones[told[i]->node]) && !names_an_address(told[i]->value))
        names.add(without_site_name(told[i]->value, site));
    auto found = names.take();
    if (!found.empty() && !rule.ends_with("(organisation)")) return {std::move(found), rule};
  }
  return {};
}

bool leads_to_author(std::string_view address) {
  static const WordSet& parts = people_words("author_address_part");
  return has_part(address, parts);
}

bool is_author_class(std::string_view classes) {
  static const WordSet& parts = people_words("author_class_part");
  return has_part(folded_name(classes), parts);
}

// The text of an element with a space between its text nodes: style sheets separate what the markup
// does not ("Author:<b>Jane Doe</b>Source:").
std::string spaced_text(const HtmlTree& tree, std::size_t node) {
  std::string text;
  for (std::size_t i = node + 1; i < tree[node].end; ++i)
    if (tree[i].is_text()) (text += ' ') += tree[i].text;
  return on_one_line(tidy(std::move(text)));
}

// The links to authors in an element, or else its only link.
std::vector<std::string> links_in(const HtmlTree& tree, std::size_t node) {
  std::vector<std::string> all;
  std::vector<std::string> to_authors;
  for (std::size_t i = tree[node].tag == GUMBO_TAG_A ? node : node + 1; i < tree[node].end; ++i) {
    if (tree[i].tag != GUMBO_TAG_A) continue;
    std::string text = spaced_text(tree, i);
    if (text.empty()) continue;
    if (leads_to_author(tree[i].attribute("href"))) to_authors.push_back(text);
    all.push_back(std::move(text));
  }
  if (!to_authors.empty()) return to_authors;
  return all.size() == 1 ? all : std::vector<std::string>();
}

// True if a name is the text of a link with more text after it: "Jane Doe Founder".
bool overruns(const std::vector<std::string>& names, const std::vector<std::string>& links) {
  return std::ranges::any_of(names, [&](const std::string& name) {
    return std::ranges::any_of(links, [&](const std::string& link) {
      return name.size() > link.size() && name.starts_with(link);
    });
  });
}

// The names in an element that is marked as holding authors.
std::vector<std::string> names_in(const HtmlTree& tree, std::size_t node, Names& names) {
  constexpr std::size_t kMostWordsOfBox = 25;
  const std::string text = spaced_text(tree, node);
  if (text.empty() || words_in(text) > kMostWordsOfBox) return {};
  const bool fits = words_in(text) <= kMostWordsOfLine;
  const bool labelled = !after_byline_label(text).empty();
  if (fits && !labelled && is_name_line(text)) names.add(text);
  if (fits)
    for (const std::string& name : byline_authors(text)) names.add(name);
  auto found = names.take();
  const std::vector<std::string> links = links_in(tree, node);
  if (!found.empty() && !overruns(found, links)) return found;
  for (const std::string& link : links)
    if (is_name_line(link)) names.add(link);
  auto linked = names.take();
  if (!linked.empty() || !found.empty()) return linked.empty() ? found : linked;
  const bool account = links.size() == 1 && (labelled || text == links.front());
  if (fits && account) names.add_account(links.front());
  return names.take();
}

// The elements above or just below the article that are marked as holding authors.
std::vector<std::size_t> author_elements(const HtmlTree& tree, const std::vector<HtmlZone>& zones,
                                         std::size_t end) {
  std::vector<std::size_t> elements;
  for (std::size_t i = 1; i < end; ++i) {
    const HtmlNode& node = tree[i];
    const bool apart = names_no_authors(zones[i]) && zones[i] != HtmlZone::credit;
    if (node.is_text() || node.tag == GUMBO_TAG_H1 || apart) continue;
    if ((node.tag == GUMBO_TAG_A && leads_to_author(node.attribute("href"))) ||
        is_author_class(node.attribute("class")) || is_author_class(node.attribute("id")))
      elements.push_back(i);
  }
  return elements;
}

// The authors in the first of these elements that names any.
HtmlAuthors marked_authors(const HtmlTree& tree, const std::vector<std::size_t>& elements,
                           Names& names) {
  for (const std::size_t i : elements) {
    auto found = names_in(tree, i, names);
    const bool link = tree[i].tag == GUMBO_TAG_A;
    if (!found.empty())
      return {std::move(found), link ? "link to an author" : "element of class author"};
  }
  return {};
}

// True if `printed` has all authors that the metadata name, and more: further authors, or a full
// name for a first name.
bool extends(const std::vector<std::string>& printed, const std::vector<std::string>& told) {
  const auto is_among = [&](const std::string& name) {
    return std::ranges::any_of(printed, [&](const std::string& other) {
      return other == name || (!is_name_line(name) && other.starts_with(name + " "));
    });
  };
  return std::ranges::all_of(told, is_among) && std::ranges::all_of(printed, is_name_line) &&
         (printed.size() > told.size() || std::ranges::none_of(told, is_name_line));
}

// The layout with the text of short blocks spaced as on a screen: style sheets separate what the
// markup does not.
PageLayout spaced_layout(const HtmlTree& tree, const HtmlBody& body) {
  PageLayout layout = body.layout;
  const std::size_t end = std::min(layout.region.end + kMostWordsOfLine, layout.blocks.size());
  for (std::size_t i = 0; i < end; ++i) {
    PageBlock& block = layout.blocks[i];
    if (block.words > kMostWordsOfLine) continue;
    std::string spaced = spaced_text(tree, element_of_block(tree, body.marks[i]));
    if (letters_of(folded_name(spaced)) == letters_of(block.folded)) block.text = std::move(spaced);
  }
  return layout;
}

// True for a few words that may name an institution as author: "The Post editors". `labelled`: they
// stand after "By" or a similar word.
bool may_be_institution(const std::string& text, bool labelled) {
  constexpr std::size_t kMostWordsOfInstitution = 4;
  const bool named = labelled || (text.find_first_of("0123456789") == std::string::npos &&
                                  !(text[0] >= 'a' && text[0] <= 'z'));
  return named && words_in(text) <= kMostWordsOfInstitution + (labelled ? 1 : 0) &&
         has_letters(text) && !is_nobody(text) && (is_desk(text) || !is_byline_label(text)) &&
         !is_company(text) && text.find_first_of("@?!{:…") == std::string::npos;
}

// The text of a line after "By" or a similar word, up to a digit: "By the Post team 3 minutes".
// Empty if a date follows.
std::string labelled_institution(std::string_view line) {
  const std::string_view labelled = after_byline_label(line);
  const auto date = find_date(labelled);
  if (date && date->start == 0) return {};
  std::string name(labelled.substr(0, labelled.find_first_of("0123456789", 1)));
  name.erase(std::min(name.find_last_not_of(" -|·•,") + 1, name.size()));
  return name;
}

// Whatever is printed in the place of the authors: "By our editors".
HtmlAuthors printed_institution(const HtmlTree& tree, const std::vector<std::size_t>& elements,
                                const PageLayout& layout) {
  for (const std::size_t i : elements) {
    if (tree[i].tag == GUMBO_TAG_A && !is_author_class(tree[i].attribute("href"))) continue;
    const std::string text = spaced_text(tree, i);
    std::string name = labelled_institution(text);
    const bool labelled = !name.empty();
    if (!labelled) name = text;
    if (!name.empty() && may_be_institution(name, labelled))
      return {{std::move(name)}, "element of class author"};
  }
  for (std::size_t i = layout.headline_block() + 1; i < layout.first_block(); ++i) {
    std::string name = labelled_institution(layout.blocks[i].text);
    if (!name.empty() && may_be_institution(name, true)) return {{std::move(name)}, "byline"};
  }
  return {};
}

// The institution that the metadata name as author: "Redaktion", the site itself.
HtmlAuthors metadata_institution(const HtmlFacts& facts) {
  for (const FoundFact* told : facts.of(HtmlFact::author)) {
    const std::string name = told->value.substr(0, told->value.find(" ("));
    const bool address = name.find("://") != std::string::npos ||
                         name.find('@') != std::string::npos || names_an_address(name);
    if (!address && has_letters(name) && words_in(name) <= kMostWords &&
        !is_account(folded_name(name)) && !is_company(name))
      return {{name}, told->rule};
  }
  return {};
}

}  // namespace

HtmlAuthors find_authors(const HtmlTree& tree, const std::vector<HtmlZone>& zones,
                         const HtmlFacts& facts, const SiteNames& site, const HtmlBody& body) {
  Names names(facts, site);
  const auto& article = body.layout.article;
  const std::size_t last = article.empty() ? 0 : article.back();
  const std::size_t after = std::min(last + 6, body.marks.size());
  const std::size_t end = after > 0 ? body.marks[after - 1].node + 1 : tree.nodes().size();
  const std::vector<std::size_t> elements = author_elements(tree, zones, end);
  HtmlAuthors told = metadata_authors(facts, site, zones, names);
  HtmlAuthors marked = marked_authors(tree, elements, names);
  if (!told.names.empty() && extends(marked.names, told.names)) return marked;
  if (!told.names.empty()) return told;
  if (!marked.names.empty()) return marked;
  const PageLayout layout = spaced_layout(tree, body);
  for (const PageLayout* lines : {&layout, &body.layout}) {
    for (const std::string& name : page_authors(*lines)) names.add(name);
    if (auto found = names.take(); !found.empty()) return {std::move(found), "byline"};
  }
  HtmlAuthors institution = metadata_institution(facts);
  if (!institution.names.empty()) return institution;
  return printed_institution(tree, elements, layout);
}

}  // namespace newsindex
