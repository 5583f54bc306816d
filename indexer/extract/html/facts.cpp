// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/extract/html/facts.h"

#include <algorithm>
#include <array>
#include <map>

#include "indexer/extract/dates/dates_names.h"
#include "indexer/extract/html/json_ld.h"
#include "indexer/extract/people/byline.h"
#include "indexer/extract/syntax/json_value.h"
#include "indexer/extract/text/character_references.h"
#include "indexer/extract/text/encoding.h"
#include "indexer/extract/text/lines.h"
#include "schema/text/ascii.h"
#include "schema/web_address.h"

namespace newsindex {
namespace {

using enum HtmlFact;

struct MetaName {
  HtmlFact fact;
  std::string_view name;  // the value of name, property, itemprop or http-equiv, in lower case
};

// The most trusted first.
constexpr std::array kMetaNames{
    MetaName{title, "og:title"},
    MetaName{title, "twitter:title"},
    MetaName{title, "dc.title"},
    MetaName{title, "dcterms.title"},
    MetaName{title, "parsely-title"},
    MetaName{title, "sailthru.title"},
    MetaName{title, "citation_title"},
    MetaName{title, "headline"},
    MetaName{title, "title"},
    MetaName{published, "article:published_time"},
    MetaName{published, "og:article:published_time"},
    MetaName{published, "og:published_time"},
    MetaName{published, "datepublished"},
    MetaName{published, "parsely-pub-date"},
    MetaName{published, "sailthru.date"},
    MetaName{published, "dc.date.issued"},
    MetaName{published, "dcterms.issued"},
    MetaName{published, "dcterms.created"},
    MetaName{published, "dc.date"},
    MetaName{published, "dcterms.date"},
    MetaName{published, "pubdate"},
    MetaName{published, "publishdate"},
    MetaName{published, "publish-date"},
    MetaName{published, "publish_date"},
    MetaName{published, "publication_date"},
    MetaName{published, "article.published"},
    MetaName{published, "published-date"},
    MetaName{published, "published"},
    MetaName{published, "citation_publication_date"},
    MetaName{published, "cxenseparse:recs:publishtime"},
    MetaName{published, "date"},
    MetaName{modified, "article:modified_time"},
    MetaName{modified, "og:updated_time"},
    MetaName{modified, "datemodified"},
    MetaName{modified, "dcterms.modified"},
    MetaName{modified, "dc.date.modified"},
    MetaName{modified, "last-modified"},
    MetaName{modified, "article.updated"},
    MetaName{author, "article:author_name"},
    MetaName{author, "parsely-author"},
    MetaName{author, "sailthru.author"},
    MetaName{author, "dc.creator"},
    MetaName{author, "dcterms.creator"},
    MetaName{author, "citation_author"},
    MetaName{author, "citation_authors"},
    MetaName{author, "byl"},
    MetaName{author, "author"},
    MetaName{author, "article:author"},
    MetaName{author, "og:article:author"},
    MetaName{section, "article:section"},
    MetaName{section, "og:article:section"},
    MetaName{section, "parsely-section"},
    MetaName{keyword, "article:tag"},
    MetaName{keyword, "og:article:tag"},
    MetaName{keyword, "news_keywords"},
    MetaName{keyword, "parsely-tags"},
    MetaName{keyword, "sailthru.tags"},
    MetaName{keyword, "keywords"},
    MetaName{language, "og:locale"},
    MetaName{language, "dc.language"},
    MetaName{language, "content-language"},
    MetaName{language, "language"},
    MetaName{url, "og:url"},
    MetaName{source, "og:site_name"},
    MetaName{source, "dc.publisher"},
    MetaName{source, "citation_journal_title"},
    MetaName{source, "application-name"},
    MetaName{description, "og:description"},
    MetaName{description, "description"},
    MetaName{description, "twitter:description"},
    MetaName{description, "dc.description"},
};

// The endings of other names for the date of publication, letters only: many programs have a name
// of their own, "vr:published_time", "w-published-date".
constexpr std::array<std::string_view, 8> kPublishedEndings{
    "publisheddate", "publisheddatetime", "publishedtime",   "publishedat",
    "publishdate",   "publishtime",       "publicationdate", "pubdate"};

constexpr std::array kItemNames{
    MetaName{title, "headline"},         MetaName{published, "datepublished"},
    MetaName{modified, "datemodified"},  MetaName{author, "author"},
    MetaName{section, "articlesection"}, MetaName{keyword, "keywords"},
};

std::string small(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  return out;
}

bool tells_publication(std::string_view name) {
  std::string letters;
  for (const char c : name)
    if (is_letter(c)) letters += c;
  return std::ranges::any_of(kPublishedEndings,
                             [&](auto ending) { return letters.ends_with(ending); });
}

struct Ranked {
  std::size_t rank;
  FoundFact found;
};

class Collector {
 public:
  explicit Collector(const HtmlTree& tree) : tree_(tree) {}

  std::vector<Ranked> collect() && {
    for (std::size_t i = 0; i < tree_.nodes().size(); ++i) {
      const HtmlNode& node = tree_[i];
      switch (node.tag) {
        case GUMBO_TAG_LAST: continue;
        case GUMBO_TAG_HTML: add(kLate, language, node.attribute("lang"), "html lang"); break;
        case GUMBO_TAG_META: read_meta(node); break;
        case GUMBO_TAG_LINK: read_link(node); break;
        case GUMBO_TAG_TITLE: add(kLate, page_title, tree_.text_of(i), "title"); break;
        default: break;
      }
      if (const std::string_view item = node.attribute("itemprop"); !item.empty())
        read_item(i, small(item));
      if (node.tag == GUMBO_TAG_A && has_word(node.attribute("rel"), "author"))
        add(kLate + 1, author, tree_.text_of(i), "link rel=author", i);
      if (node.tag == GUMBO_TAG_A && leads_home(node.attribute("href")))
        add(kLate, home_link, tree_.text_of(i), "link to the front page");
      if (node.tag == GUMBO_TAG_A && has_word(node.attribute("rel"), "tag"))
        add(kLate + 1, keyword, tree_.text_of(i), "link rel=tag");
    }
    std::stable_sort(found_.begin(), found_.end(),
                     [](const Ranked& a, const Ranked& b) { return a.rank < b.rank; });
    return std::move(found_);
  }

 private:
  static constexpr std::size_t kItems = 2;  // microdata rank after the first names (of titles)
  static constexpr std::size_t kLate = 1000;
  static constexpr std::size_t kOther = kMetaNames.size() * 10;  // names that are not in kMetaNames
  static constexpr std::string_view kCardLabel = "twitter:label";
  static constexpr std::string_view kCardText = "twitter:data";

  static bool has_word(std::string_view list, std::string_view word) {
    for (const std::string& each : parts_of(list, " "))
      if (each == word) return true;
    return false;
  }

  // True for "/" and for the first address on the page like "https://www.example.com/", which is
  // most often that of its own site.
  bool leads_home(std::string_view address) {
    if (address == "/" || address == "./") return true;
    const std::size_t scheme = address.find("://");
    if (!address.starts_with("http") || scheme > 5) return false;
    const std::size_t host = scheme + 3;
    if (address.size() <= host || address.find('/', host) < address.size() - 1) return false;
    if (front_page_.empty()) front_page_ = address;
    return address == front_page_;
  }

  void add(std::size_t rank, HtmlFact fact, std::string_view value, std::string rule,
           std::size_t node = 0) {
    // Pages often escape characters twice: "&amp;quot;".
    std::string text = on_one_line(tidy(decoded_references(value)));
    if (!is_no_value(text))
      found_.push_back({rank, {fact, std::move(text), std::move(rule), node}});
  }

  void read_meta(const HtmlNode& node) {
    const std::string_view content = node.attribute("content");
    if (content.empty()) return;
    for (const char* attribute : {"property", "name", "itemprop", "http-equiv"}) {
      const std::string name = small(node.attribute(attribute));
      if (name.empty()) continue;
      if (name.starts_with(kCardLabel)) card_labels_[name.substr(kCardLabel.size())] = content;
      if (name.starts_with(kCardText)) read_card(name, content);
      const auto known = std::find_if(kMetaNames.begin(), kMetaNames.end(),
                                      [&](const MetaName& row) { return row.name == name; });
      if (known == kMetaNames.end()) {
        if (tells_publication(name)) add(kOther, published, content, "other meta " + name);
        continue;
      }
      add_listed(static_cast<std::size_t>(known - kMetaNames.begin()) * 10, known->fact, content,
                 "meta " + name);
      return;
    }
  }

  // Twitter cards have labelled lines: "twitter:label1" is "Written by", "twitter:data1" is "Jane
  // Doe".
  void read_card(const std::string& name, std::string_view content) {
    const auto label = card_labels_.find(name.substr(kCardText.size()));
    if (label != card_labels_.end() && is_byline_label(label->second))
      add(kItems * 10, author, content, "meta " + name);
  }

  void add_listed(std::size_t rank, HtmlFact fact, std::string_view content, std::string rule) {
    if (fact != keyword) return add(rank, fact, content, std::move(rule));
    const bool semicolons = content.find(';') != std::string_view::npos;
    for (const std::string& part : parts_of(content, semicolons ? ";" : ","))
      add(rank, fact, part, rule);
  }

  void read_link(const HtmlNode& node) {
    if (has_word(small(node.attribute("rel")), "canonical"))
      add(0, url, node.attribute("href"), "link canonical");
  }

  void read_item(std::size_t i, const std::string& item) {
    const HtmlNode& node = tree_[i];
    if (node.tag == GUMBO_TAG_META) return;
    const auto known = std::find_if(kItemNames.begin(), kItemNames.end(),
                                    [&](const MetaName& row) { return has_word(item, row.name); });
    if (known == kItemNames.end()) return;
    std::string value(node.attribute(node.tag == GUMBO_TAG_TIME ? "datetime" : "content"));
    if (value.empty() && known->fact == author) value = name_within(i);
    if (value.empty()) value = tree_.text_of(i);
    add(kItems * 10 + 5, known->fact, value, "itemprop " + std::string(known->name), i);
  }

  // The name within an author element that has several parts.
  std::string name_within(std::size_t i) const {
    for (std::size_t j = i + 1; j < tree_[i].end; ++j)
      if (tree_[j].attribute("itemprop") == "name") {
        const std::string_view content = tree_[j].attribute("content");
        return content.empty() ? tree_.text_of(j) : std::string(content);
      }
    return {};
  }

  const HtmlTree& tree_;
  std::vector<Ranked> found_;
  std::string_view front_page_;
  std::map<std::string, std::string> card_labels_;
};

}  // namespace

HtmlFacts::HtmlFacts(const HtmlTree& tree, const std::vector<std::string>& json_ld) {
  for (const std::string& script : json_ld) read_json_ld(script, facts_);
  for (Ranked& each : Collector(tree).collect()) facts_.push_back(std::move(each.found));
}

std::vector<const FoundFact*> HtmlFacts::of(HtmlFact fact) const {
  std::vector<const FoundFact*> values;
  for (const FoundFact& each : facts_)
    if (each.fact == fact) values.push_back(&each);
  return values;
}

const FoundFact* HtmlFacts::first(HtmlFact fact) const {
  for (const FoundFact& each : facts_)
    if (each.fact == fact) return &each;
  return nullptr;
}

}  // namespace newsindex
