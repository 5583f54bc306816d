// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/extract/html/page.h"

#include <algorithm>
#include <utility>

#include "indexer/extract/dates/latest_day.h"
#include "indexer/extract/html/authors.h"
#include "indexer/extract/html/block_model.h"
#include "indexer/extract/html/body.h"
#include "indexer/extract/html/dates.h"
#include "indexer/extract/html/facts.h"
#include "indexer/extract/html/labels.h"
#include "indexer/extract/html/site_names.h"
#include "indexer/extract/html/title.h"
#include "indexer/extract/syntax/html_source.h"
#include "indexer/extract/text/encoding.h"
#include "indexer/language/language.h"
#include "schema/language_names.h"

namespace newsindex {
namespace {

// If the printed text is shorter than this share of the text in the metadata, the latter is used.
constexpr double kShareOfTold = 0.4;

std::string text_of(const PageLayout& layout) {
  std::string text;
  for (const std::size_t i : layout.article) {
    if (!text.empty()) text += "\n\n";
    text += layout.blocks[i].text;
  }
  return text;
}

// A parsed page, and the article that is read from it field by field.
class Page {
 public:
  Page(const Record& record, const UnderstandOptions& options, const HtmlTree& tree,
       const HtmlSource& source)
      : record_(record),
        options_(options),
        tree_(tree),
        facts_(tree, source.json_ld),
        site_(facts_),
        zones_(find_zones(tree, zones_by_names(tree), running_text(tree))),
        body_(find_body(tree, cut_into_blocks(tree, zones_), article_metadata(facts_, site_),
                        &shipped_block_model())) {}

  Draft draft() && {
    Article& article = draft_.article;
    read_headline();
    read_text();
    if (article.body.empty()) return refused("no article text found");
    read_language();
    read_date();
    read_authors();
    read_labels();
    if (options_.explain) explain_cuts();
    return std::move(draft_);
  }

 private:
  std::string told_text() const {
    const FoundFact* told = facts_.first(HtmlFact::body);
    return told == nullptr ? std::string() : told->value;
  }

  void because(const char* field, std::string value, std::string rule) {
    if (options_.explain && !value.empty())
      draft_.why.fields.push_back({field, std::move(value), std::move(rule)});
  }

  void read_text() {
    Article& article = draft_.article;
    article.body = text_of(body_.layout);
    std::string told = told_text();
    if (static_cast<double>(article.body.size()) < kShareOfTold * static_cast<double>(told.size()))
      article.body = std::move(told);
    article.lead = article.body.substr(0, article.body.find("\n\n"));
  }

  void read_headline() {
    std::string rule = choose_headline(tree_, facts_, site_, body_);
    draft_.article.title = body_.layout.headline.title;
    because("title", draft_.article.title, std::move(rule));
  }

  // The language detected in the text, or else the one that the page names.
  void read_language() {
    Article& article = draft_.article;
    article.language = detected_language(article.title, article.body);
    because("language", article.language, "words of the text");
    const FoundFact* told = facts_.first(HtmlFact::language);
    if (!article.language.empty() || told == nullptr) return;
    article.language = language_code(told->value);
    because("language", article.language, told->rule);
  }

  void read_date() {
    Article& article = draft_.article;
    std::string rule = find_published(tree_, zones_, facts_, body_, latest_day(record_, options_),
                                      options_, draft_);
    if (article.published) because("published", to_iso(*article.published), std::move(rule));
  }

  void read_authors() {
    HtmlAuthors authors = find_authors(tree_, zones_, facts_, site_, body_);
    for (const std::string& name : authors.names) because("authors", name, authors.rule);
    draft_.article.authors = std::move(authors.names);
  }

  void read_labels() {
    Article& article = draft_.article;
    HtmlLabels labels = find_labels(facts_, body_, record_.url);
    for (const std::string& name : labels.section) because("section", name, labels.section_rule);
    for (const std::string& word : labels.keywords) because("keywords", word, labels.keyword_rule);
    because("source", labels.source, labels.source_rule);
    because("url", labels.url, labels.url_rule);
    article.section = std::move(labels.section);
    article.keywords = std::move(labels.keywords);
    article.source = std::move(labels.source);
    article.url = std::move(labels.url);
  }

  void explain_cuts() {
    for (std::size_t i = 0; i < body_.cut.size(); ++i)
      if (!body_.cut[i].empty())
        draft_.why.cut.push_back({body_.layout.blocks[i].text, std::string(body_.cut[i])});
  }

  const Record& record_;
  const UnderstandOptions& options_;
  const HtmlTree& tree_;
  const HtmlFacts facts_;
  const SiteNames site_;
  const std::vector<HtmlZone> zones_;
  HtmlBody body_;
  Draft draft_;
};

}  // namespace

Draft draft_of_html(const Record& record, const UnderstandOptions& options) {
  const HtmlSource source = strip_html(to_utf8(record.bytes, record.charset));
  const auto tree = HtmlTree::parse(source.markup, source.depth, {.depth = options.depth});
  if (const auto* reason = std::get_if<std::string>(&tree))
    return refused("not a page that can be read: " + *reason);
  return Page(record, options, std::get<HtmlTree>(tree), source).draft();
}

}  // namespace newsindex
