// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/extract/page/page.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "indexer/extract/dates/dated.h"
#include "indexer/extract/dates/days_in_names.h"
#include "indexer/extract/dates/latest_day.h"
#include "indexer/extract/layout/breadcrumb.h"
#include "indexer/extract/layout/page_authors.h"
#include "indexer/extract/layout/page_date.h"
#include "indexer/extract/layout/page_front.h"
#include "indexer/extract/layout/page_layout.h"
#include "indexer/extract/layout/page_source.h"
#include "indexer/extract/markup/html_paragraphs.h"
#include "indexer/extract/page/page_why.h"
#include "indexer/extract/people/author_names.h"
#include "indexer/extract/syntax/xml_text.h"
#include "indexer/language/language.h"
#include "schema/language_names.h"

namespace newsindex {
namespace {

// How far below the headline a breadcrumb may stand.
constexpr std::size_t kLinesToBreadcrumb = 3;

std::string value_of(const PageFront& front, FrontKey key) {
  const auto found = std::ranges::find(front.fields, key, &std::pair<FrontKey, std::string>::first);
  return found == front.fields.end() ? std::string() : found->second;
}

std::vector<std::string> sections_of(const std::string& value) {
  const auto parts = title_parts(value);
  if (parts.size() < 2) return front_list(value);
  return {parts.begin(), parts.end()};
}

std::string body_of(const PageLayout& layout) {
  std::string body;
  for (const std::size_t i : layout.article) {
    if (!body.empty()) body += "\n\n";
    body += layout.blocks[i].text;
  }
  return body;
}

void read_text(const PageLayout& layout, Article& article) {
  article.title = layout.headline.title;
  article.body = body_of(layout);
  article.lead = layout.blocks[layout.first_block()].text;
}

std::vector<std::string> breadcrumb_in(const PageLayout& layout) {
  const std::size_t end =
      std::min(layout.headline_block() + kLinesToBreadcrumb, layout.blocks.size());
  for (std::size_t i = 0; i < end; ++i) {
    auto sections = breadcrumb_sections(layout.blocks[i].text, layout.headline.title);
    if (!sections.empty()) return sections;
  }
  const auto headline = layout.headline.block;
  if (!headline || *headline == 0) return {};
  return section_line(layout.blocks[*headline - 1].text);
}

// The site's name in the title of the page, else the name in a copyright line, else the agency in
// the dateline.
std::string source_in(const PageLayout& layout) {
  if (!layout.headline.site.empty()) return layout.headline.site;
  for (std::size_t i = layout.blocks.size(); i > layout.region.end; --i) {
    std::string name = copyright_name(layout.blocks[i - 1].text);
    if (!name.empty()) return name;
  }
  return dateline_agency(layout.blocks[layout.first_block()].text);
}

void read_dates(const PageLayout& layout, Day latest, const UnderstandOptions& options,
                Draft& draft) {
  Article& article = draft.article;
  const std::string language =
      article.language.empty() ? detected_language(article.title, article.body) : article.language;
  PageDates dates =
      find_dates(layout, {options.date_order, options.reference_time, language, latest});
  if (dates.published) {
    article.published = std::move(dates.published->published);
    draft.other_reading = std::move(dates.published->other_reading);
    draft.clue = dates.published->clue;
  }
  if (!dates.published) {
    set_published(draft, dateline_of(article.lead), options);
  }
  if (dates.modified) article.modified = std::move(dates.modified->published);
}

// The day that names a post wins over a printed date of another day. A printed date of the same day
// stays, because it may have a time.
void apply_name(const Record& record, Draft& draft) {
  auto named = day_of_post(record.origin);
  auto& published = draft.article.published;
  if (!named || (published && published->day == named->day)) return;
  published = std::move(named);
  draft.other_reading.reset();
}

// The "key: value" lines above a page win over what is found on it.
void apply_front(const PageFront& front, const UnderstandOptions& options, Draft& draft) {
  Article& article = draft.article;
  for (const auto& [key, value] : front.fields) {
    switch (key) {
      case FrontKey::published: set_published(draft, value, options); break;
      case FrontKey::modified: set_modified(draft, value, options); break;
      case FrontKey::authors: article.authors = author_names(value); break;
      case FrontKey::source: article.source = value; break;
      case FrontKey::section: article.section = sections_of(value); break;
      case FrontKey::keywords: article.keywords = front_list(value); break;
      case FrontKey::url: article.url = value; break;
      case FrontKey::lead: article.lead = value; break;
      case FrontKey::title:
      case FrontKey::language:
      case FrontKey::none: break;
    }
  }
}

}  // namespace

Draft draft_of_page(const Record& record, std::string_view text, const UnderstandOptions& options) {
  const PageFront front = read_front(text);
  const bool markup = !front.fields.empty() && is_markup(front.rest);
  const std::string plain = markup ? paragraphs_of_html(std::string(front.rest)) : "";
  const PageLayout layout = lay_out(markup ? plain : front.rest, value_of(front, FrontKey::title));
  if (layout.article.empty()) return refused("no article text found");
  Draft draft;
  Article& article = draft.article;
  article.language = language_code(value_of(front, FrontKey::language));
  if (article.language.empty()) article.language = options.language;
  read_text(layout, article);
  read_dates(layout, latest_day(record, options), options, draft);
  apply_name(record, draft);
  article.authors = page_authors(layout);
  article.section = breadcrumb_in(layout);
  article.source = source_in(layout);
  article.keywords = page_keywords(layout.blocks, layout.kinds, layout.region);
  article.url = page_address(layout.blocks);
  apply_front(front, options, draft);
  if (options.explain) draft.why = explain_page(front, layout, article);
  return draft;
}

}  // namespace newsindex
