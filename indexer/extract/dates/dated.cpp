// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/extract/dates/dated.h"

#include "indexer/extract/dates/dates.h"

namespace newsindex {
namespace {

std::optional<DateReading> reading(const Dated& dated, std::string_view text,
                                   const UnderstandOptions& options) {
  const DateOptions how{options.date_order, options.reference_time, dated.article.language};
  const auto date = read_date(text, how);
  return date ? date : find_date(text, how);
}

// True if `change` is later than the publication, or if either is unknown.
bool is_after_publication(const std::optional<Published>& change, const Article& article) {
  return !change || !article.published ||
         to_unix_seconds(*change) > to_unix_seconds(*article.published);
}

void read_published(Draft& draft, const UnderstandOptions& options) {
  auto& published = draft.article.published;
  for (const DateCandidate& candidate : draft.published) {
    if (published) break;
    if (candidate.order) {
      UnderstandOptions ordered = options;
      ordered.date_order = *candidate.order;
      set_published(draft, candidate.text, ordered);
    } else {
      set_published(draft, candidate.text, options);
    }
  }
  if (!published) published = draft.named_day;
  // If the date has two readings, the one that equals named_day is meant.
  auto& other = draft.other_reading;
  if (!other || !draft.named_day) return;
  if (other->day == draft.named_day->day) published = other;
  if (published->day == draft.named_day->day) other.reset();
}

}  // namespace

void set_published(Dated& dated, std::string_view text, const UnderstandOptions& options) {
  const auto date = reading(dated, text, options);
  if (!date) return;
  dated.article.published = date->published;
  dated.other_reading = date->other_reading;
  dated.clue = date->clue;
}

void set_modified(Dated& dated, std::string_view text, const UnderstandOptions& options) {
  const auto date = reading(dated, text, options);
  if (date) dated.article.modified = date->published;
}

void read_dates(Draft& draft, const UnderstandOptions& options) {
  read_published(draft, options);
  Article& article = draft.article;
  for (const std::string* text : {&draft.modified, &draft.version_time}) {
    if (article.modified || text->empty()) continue;
    article.modified = published_from_iso(*text);
    if (!article.modified) set_modified(draft, *text, options);
    if (text == &draft.version_time && !is_after_publication(article.modified, article))
      article.modified.reset();
  }
}

std::optional<Published> embargo_end(const Draft& draft, const UnderstandOptions& options) {
  if (draft.embargo.empty()) return std::nullopt;
  const auto end = reading(draft, draft.embargo, options);
  return end ? std::optional(end->published) : std::nullopt;
}

void apply_embargo(const std::optional<Published>& end, Article& article) {
  if (!end || !is_after_publication(end, article)) return;
  article.published = end;
  if (!is_after_publication(article.modified, article)) article.modified.reset();
}

}  // namespace newsindex
