// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/extract/page/page_why.h"

#include <algorithm>
#include <array>

#include "indexer/extract/dates/dates_names.h"
#include "indexer/extract/layout/breadcrumb.h"
#include "indexer/extract/layout/page_source.h"
#include "indexer/extract/people/byline.h"
#include "schema/published.h"

namespace newsindex {
namespace {

std::string joined(const std::vector<std::string>& values) {
  std::string all;
  for (const std::string& value : values) all += (all.empty() ? "" : ", ") + value;
  return all;
}

std::string rule_of_source(const PageLayout& layout, const Article& article) {
  if (article.source == layout.headline.site) return "title of the page";
  const bool agency = article.source == dateline_agency(layout.blocks[layout.first_block()].text);
  return agency ? "dateline" : "copyright line";
}

class Explanation {
 public:
  Explanation(const PageFront& front, Why& why) : front_(front), why_(why) {}

  // `rule` is the rule for the page, unless a "key: value" line above it gives the field.
  void add(FrontKey key, const char* field, std::string value, std::string rule) {
    if (value.empty()) return;
    const bool told =
        std::ranges::find(front_.fields, key, &std::pair<FrontKey, std::string>::first) !=
        front_.fields.end();
    if (told) rule = "line of key and value above the text";
    why_.fields.push_back({field, std::move(value), std::move(rule)});
  }

 private:
  const PageFront& front_;
  Why& why_;
};

std::string_view reason_of(BlockKind kind) {
  constexpr std::array<std::string_view, 10> kReasons{
      "plain",  "comments",      "other articles", "share buttons", "newsletter",
      "notice", "advertisement", "picture credit", "keywords",      "navigation"};
  return kReasons[static_cast<std::size_t>(kind)];
}

std::string_view reason_against(const PageLayout& layout, std::size_t i) {
  const PageBlock& block = layout.blocks[i];
  if (i == layout.headline.block || block.folded == folded_name(layout.headline.title))
    return "headline";
  if (layout.kinds[i] != BlockKind::plain) return reason_of(layout.kinds[i]);
  if (is_date_line(block)) return "date";
  if (is_breadcrumb(block.text, layout.headline.title) || !byline_authors(block.text).empty())
    return "byline or breadcrumb";
  if (i < layout.region.begin || i >= layout.region.end) return "elsewhere on the page";
  if (block.letters.empty()) return "no words";
  return i < layout.first_block() ? "short line above the text" : "list of other articles";
}

}  // namespace

Why explain_page(const PageFront& front, const PageLayout& layout, const Article& article) {
  Why why;
  Explanation explanation(front, why);
  const bool printed = layout.headline.block.has_value();
  explanation.add(FrontKey::title, "title", article.title,
                  printed ? "line above the text" : "title of the page");
  if (article.published) {
    const std::string& evidence = article.published->evidence;
    const bool printed_day = std::ranges::any_of(layout.blocks, [&](const PageBlock& block) {
      return block.text.find(evidence) != std::string::npos;
    });
    const bool dateline = article.lead.find(evidence) != std::string::npos;
    explanation.add(FrontKey::published, "published", to_iso(*article.published),
                    dateline      ? "dateline"
                    : printed_day ? "printed date"
                                  : "name of the file");
  }
  explanation.add(FrontKey::authors, "authors", joined(article.authors), "byline");
  explanation.add(FrontKey::section, "section", joined(article.section), "breadcrumb");
  explanation.add(FrontKey::source, "source", article.source, rule_of_source(layout, article));
  explanation.add(FrontKey::keywords, "keywords", joined(article.keywords), "line of keywords");
  explanation.add(FrontKey::url, "url", article.url, "address on the page");
  for (std::size_t i = 0; i < layout.blocks.size(); ++i)
    if (std::ranges::find(layout.article, i) == layout.article.end())
      why.cut.push_back({layout.blocks[i].text, std::string(reason_against(layout, i))});
  return why;
}

}  // namespace newsindex
