// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/extract/html/authors.h"

#include <algorithm>
#include <array>

#include "indexer/extract/dates/dates_names.h"
#include "indexer/extract/layout/page_authors.h"
#include "indexer/extract/people/author_names.h"
#include "indexer/extract/people/byline.h"
#include "indexer/extract/syntax/json_value.h"
#include "indexer/extract/text/lines.h"
#include "schema/web_address.h"

namespace newsindex {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t kMostWords = 5;         // of a name
constexpr std::size_t kMostWordsOfLine = 12;  // of an element that names authors

std::string letters_of(std::string_view text) {
  std::string letters;
  for (const char c : folded_name(text))
    if (c != ' ' && c != '-' && c != '.') letters += c;
  return letters;
}

// What stands for nobody.
bool is_nobody(const std::string& name) {
  constexpr std::array kNobody{"admin"sv,
                               "administrator"sv,
                               "no author"sv,
                               "webmaster"sv,
                               "root"sv,
                               "user"sv,
                               "guest"sv,
                               "gast"sv,
                               "anonymous"sv,
                               "unknown"sv,
                               "editor"sv,
                               "follow"sv,
                               "author"sv,
                               "autor"sv,
                               "redaktion"sv,
                               "editorial"sv,
                               "staff"sv,
                               "profile"sv,
                               "profil"sv,
                               "login"sv,
                               "autoren"sv,
                               "authors"sv,
                               "share"sv,
                               "shares"sv,
                               "view my complete profile"sv,
                               "mein profil vollstandig anzeigen"sv,
                               "afficher mon profil complet"sv,
                               "ver todo mi perfil"sv,
                               "visualizza il mio profilo completo"sv};
  return std::ranges::find(kNobody, folded_name(name)) != kNobody.end();
}

// "Olympia-Verlag GmbH, Nürnberg" publishes, and writes nothing.
bool is_company(std::string_view text) {
  constexpr std::array kWords{"gmbh"sv, " ag"sv,    "e.v."sv, "e. v."sv, " inc"sv, " ltd"sv,
                              " llc"sv, "verlag"sv, "s.a."sv, "s.r.l"sv, " gbr"sv, " plc"sv};
  const std::string folded = folded_name(text);
  return std::ranges::any_of(kWords, [&](std::string_view word) {
    const std::size_t at = folded.find(word);
    return at != std::string::npos &&
           (at + word.size() == folded.size() || folded[at + word.size()] < 'a');
  });
}

// The name of the site, or something like "example.org".
bool is_site(const std::string& name, const HtmlFacts& facts) {
  const std::string letters = letters_of(name);
  if (letters.empty() || name.find("www.") != std::string::npos ||
      name.find('@') != std::string::npos || name.find("://") != std::string::npos)
    return true;
  for (const FoundFact& fact : facts.all()) {
    if (fact.fact == HtmlFact::source && letters_of(fact.value) == letters) return true;
    if (fact.fact != HtmlFact::url) continue;
    const std::string host = host_of(fact.value);
    if (host == folded_name(name) || letters_of(host.substr(0, host.rfind('.'))) == letters)
      return true;
  }
  return false;
}

std::size_t words_in(const std::string& text) {
  return static_cast<std::size_t>(std::ranges::count(text, ' ')) + 1;
}

class Names {
 public:
  explicit Names(const HtmlFacts& facts) : facts_(facts) {
    if (const FoundFact* source = facts.first(HtmlFact::source)) source_ = source->value;
  }

  // `surely`: the text names authors and nothing else, so that one may have the site's name.
  void add(std::string_view text, bool surely = false) {
    if (is_company(text)) return;
    for (std::string& name : author_names(text, source_)) {
      const bool fits =
          words_in(name) <= kMostWords && !is_nobody(name) &&
          (surely ? is_name_line(name) || !is_site(name, facts_) : !is_site(name, facts_));
      const bool is_new = std::ranges::find(names_, name) == names_.end();
      if (fits && is_new) names_.push_back(std::move(name));
    }
  }

  // The text itself where it does not have the shape of a name: "Olga", "freeman1984".
  void add_account(const std::string& text) {
    constexpr std::size_t kMostWordsOfAccount = 2;
    const bool fits = words_in(text) <= kMostWordsOfAccount && !is_nobody(text) &&
                      !is_site(text, facts_) && !is_company(text);
    if (fits) names_.push_back(text);
  }

  std::vector<std::string> take() { return std::exchange(names_, {}); }

 private:
  const HtmlFacts& facts_;
  std::string source_;
  std::vector<std::string> names_;
};

// The authors of the most trusted kind of data that names some.
HtmlAuthors told_authors(const HtmlFacts& facts, Names& names) {
  const auto told = facts.of(HtmlFact::author);
  for (std::size_t i = 0; i < told.size();) {
    const std::string& rule = told[i]->rule;
    for (; i < told.size() && told[i]->rule == rule; ++i)
      names.add(told[i]->value, rule.starts_with("JSON-LD"));
    auto found = names.take();
    if (!found.empty() && !rule.ends_with("(organisation)")) return {std::move(found), rule};
  }
  return {};
}

bool leads_to_author(std::string_view address) {
  constexpr std::array kParts{"/author/"sv,  "/authors/"sv, "/autor/"sv,        "/autoren/"sv,
                              "/autorin/"sv, "/auteur/"sv,  "/autore/"sv,       "/redakteur/"sv,
                              "/profile/"sv, "/people/"sv,  "/contributors/"sv, "/by/"sv,
                              "/user/"sv,    "/users/"sv,   "/mitarbeiter/"sv,  "/staff/"sv};
  return std::ranges::any_of(
      kParts, [&](std::string_view part) { return address.find(part) != std::string_view::npos; });
}

bool is_author_class(std::string_view classes) {
  constexpr std::array kWords{"author"sv, "byline"sv, "autor"sv,     "auteur"sv,
                              "autore"sv, "writer"sv, "verfasser"sv, "redakteur"sv};
  const std::string folded = folded_name(classes);
  return std::ranges::any_of(
      kWords, [&](std::string_view word) { return folded.find(word) != std::string::npos; });
}

// The text of an element with a space between all that stands in elements of their own: style
// sheets part what the markup does not ("Author:<b>Jane Doe</b>Source:").
std::string spaced_text(const HtmlTree& tree, std::size_t node) {
  std::string text;
  for (std::size_t i = node + 1; i < tree[node].end; ++i)
    if (tree[i].is_text()) (text += ' ') += tree[i].text;
  return on_one_line(text);
}

// Whether all of the element's text is one link: "<span class=author><a>Olga</a></span>".
bool is_one_link(const HtmlTree& tree, std::size_t node) {
  const std::size_t end = tree[node].end;
  const std::size_t link = tree.find(GUMBO_TAG_A, node, end);
  return link < end && on_one_line(tree.text_of(link)) == on_one_line(tree.text_of(node));
}

// Authors by elements that say so, above or just below the article, the first that names some.
HtmlAuthors marked_authors(const HtmlTree& tree, const std::vector<HtmlZone>& zones,
                           std::size_t end, Names& names) {
  for (std::size_t i = 1; i < end; ++i) {
    const HtmlNode& node = tree[i];
    const bool apart = is_foreign(zones[i]) && zones[i] != HtmlZone::facts &&
                       zones[i] != HtmlZone::author && zones[i] != HtmlZone::credit;
    if (node.is_text() || apart) continue;
    const bool link = node.tag == GUMBO_TAG_A && leads_to_author(node.attribute("href"));
    if (!link && !is_author_class(node.attribute("class")) &&
        !is_author_class(node.attribute("id")))
      continue;
    const std::string text = spaced_text(tree, i);
    if (text.empty() || words_in(text) > kMostWordsOfLine) continue;
    if (is_name_line(text)) names.add(text);
    for (const std::string& name : byline_authors(text)) names.add(name);
    auto found = names.take();
    if (found.empty() && (link || is_one_link(tree, i))) {
      names.add_account(text);
      found = names.take();
    }
    if (!found.empty())
      return {std::move(found), link ? "link to an author" : "element of class author"};
  }
  return {};
}

// Who the data name as author where no person is found: "Redaktion", the site itself.
HtmlAuthors told_institution(const HtmlFacts& facts) {
  for (const FoundFact* told : facts.of(HtmlFact::author)) {
    const bool address = told->value.find("://") != std::string::npos ||
                         told->value.find('@') != std::string::npos ||
                         told->value.find("www.") != std::string::npos;
    const std::string folded = folded_name(told->value);
    if (!address && words_in(told->value) <= kMostWords && folded != "admin" &&
        folded != "administrator" && folded != "no author" && !is_company(told->value))
      return {{told->value}, told->rule};
  }
  return {};
}

}  // namespace

HtmlAuthors find_authors(const HtmlTree& tree, const std::vector<HtmlZone>& zones,
                         const HtmlFacts& facts, const HtmlBody& body) {
  Names names(facts);
  if (HtmlAuthors told = told_authors(facts, names); !told.names.empty()) return told;
  const PageLayout& layout = body.layout;
  const std::size_t last = layout.article.empty() ? 0 : layout.article.back();
  const std::size_t after = std::min(last + 6, body.marks.size());
  const std::size_t end = after > 0 ? body.marks[after - 1].node + 1 : tree.nodes().size();
  if (HtmlAuthors marked = marked_authors(tree, zones, end, names); !marked.names.empty())
    return marked;
  for (const std::string& name : page_authors(layout)) names.add(name);
  if (auto found = names.take(); !found.empty()) return {std::move(found), "byline"};
  return told_institution(facts);
}

}  // namespace newsindex
