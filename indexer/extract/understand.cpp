// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/extract/understand.h"

#include <algorithm>
#include <utility>

#include <simdjson.h>

#include "indexer/extract/dates/dated.h"
#include "indexer/extract/dates/days_in_names.h"
#include "indexer/extract/dates/latest_day.h"
#include "indexer/extract/fields/draft_fields.h"
#include "indexer/extract/html/page.h"
#include "indexer/extract/json/json_record.h"
#include "indexer/extract/mail/mail_record.h"
#include "indexer/extract/ocr/hocr_record.h"
#include "indexer/extract/page/page.h"
#include "indexer/extract/people/author_names.h"
#include "indexer/extract/text/encoding.h"
#include "indexer/extract/wire/sgml_record.h"
#include "indexer/extract/wire/wire_record.h"
#include "indexer/extract/xml_record.h"
#include "schema/shown.h"
#include "schema/web_address.h"

namespace newsindex {
namespace {

Draft draft_of(const Record& record, const UnderstandOptions& options) {
  switch (record.format) {
    case RecordFormat::json: return draft_of_json(record, options);
    case RecordFormat::mail: return draft_of_mail(record);
    case RecordFormat::xml: return draft_of_xml(record, options);
    case RecordFormat::sgml: return draft_of_sgml(record);
    case RecordFormat::wire: return draft_of_wire(record, options);
    case RecordFormat::hocr: return draft_of_hocr(record, options);
    case RecordFormat::html: return draft_of_html(record, options);
    case RecordFormat::page: break;
  }
  return draft_of_page(record, tidy(to_utf8(record.bytes)), options);
}

std::string folder_of(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string::npos ? "." : path.substr(0, slash);
}

std::string place_of(const Record& record) {
  const Provenance& origin = record.origin;
  std::string file = origin.path + (origin.entry.empty() ? "" : "!/" + origin.entry);
  // File names that are not UTF-8 would all look the same when printed as JSON.
  if (!simdjson::validate_utf8(file)) file = shown(file);
  if (record.format == RecordFormat::page || record.format == RecordFormat::html) return file;
  return file + "#" + std::to_string(origin.record);
}

std::string id_of(const Article& article, const Record& record, const UnderstandOptions& options) {
  if (!article.id.empty()) return options.id_prefix + article.id;
  return article.url.empty() ? place_of(record) : canonical_url(article.url);
}

bool is_a_file(const Record& record) {
  return record.format == RecordFormat::page || record.format == RecordFormat::html;
}

// If the record gives no date, the URL or the file name may. Digits that may also be a mere number
// are only noted: the other names of the site decide (see named_days.h).
void read_names(const Record& record, Understood& understood) {
  Article& article = understood.article;
  if (!article.published) article.published = separated_day(article.url, "/");
  if (!article.published && is_a_file(record)) article.published = day_of_post(record.origin);
  const std::string& place = record.origin.entry.empty() ? record.origin.path : record.origin.entry;
  const std::string_view file = std::string_view(place).substr(place.rfind('/') + 1);
  understood.name = digits_in_name(is_a_file(record) ? file : std::string_view(article.id));
}

void read_bylines(Draft& draft) {
  auto& authors = draft.article.authors;
  for (const std::string& byline : draft.bylines)
    for (std::string& name : author_names(byline, draft.article.source))
      if (std::ranges::find(authors, name) == authors.end()) authors.push_back(std::move(name));
}

// A modified date before the publication is the date of something else.
void drop_impossible_change(Article& article) {
  if (article.published && article.modified &&
      to_unix_seconds(*article.modified) < to_unix_seconds(*article.published))
    article.modified.reset();
}

// Reads the parts that all formats write in the same ways.
void read_texts(const UnderstandOptions& options, Draft& draft) {
  read_dates(draft, options);
  drop_impossible_change(draft.article);
  read_bylines(draft);
  add_filing_place(draft.filing_places, draft.article.entities);
}

Understood understood_of(Draft draft) {
  Understood understood{{std::move(static_cast<Dated&>(draft))}};
  understood.why = std::move(draft.why);
  understood.warning = std::move(draft.warning);
  understood.is_own = draft.is_own;
  return understood;
}

void complete(const Record& record, const UnderstandOptions& options, Understood& understood) {
  Article& article = understood.article;
  article.origin = record.origin;
  if (article.url.empty()) article.url = record.url;
  if (article.source.empty()) article.source = options.source;
  if (article.language.empty()) article.language = options.language;
  article.id = id_of(article, record, options);
  understood.site = site_of(article);
}

}  // namespace

std::string site_of(const Article& article) {
  if (!article.source.empty()) return article.source;
  std::string host = host_of(article.url);
  return host.empty() ? folder_of(article.origin.path) : host;
}

Understanding understand(const Record& record, const UnderstandOptions& options) {
  Draft draft = draft_of(record, options);
  if (!draft.refusal.empty())
    return Reject{record.origin, std::move(draft.refusal), draft.refusal_is_of_file};
  if (draft.article.title.empty() && draft.article.body.empty())
    return Reject{record.origin, "no title and no body"};
  if (looks_binary(draft.article.body)) return Reject{record.origin, "the body is not text"};
  if (!draft.is_own) read_texts(options, draft);
  const std::optional<Published> embargo = embargo_end(draft, options);
  Understood understood = understood_of(std::move(draft));
  if (!understood.is_own) {
    const Day latest = latest_day(record, options);
    drop_later(understood, latest);
    read_names(record, understood);
    drop_later(understood, latest);
    apply_embargo(embargo, understood.article);  // the only date that may lie ahead
  }
  complete(record, options, understood);
  return understood;
}

}  // namespace newsindex
