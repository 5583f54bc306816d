// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/extract/understand.h"

#include <simdjson.h>

#include "indexer/extract/dates/latest_day.h"
#include "indexer/extract/dates/named_days.h"
#include "indexer/extract/html/page.h"
#include "indexer/extract/json/json_record.h"
#include "indexer/extract/mail/mail_record.h"
#include "indexer/extract/ocr/hocr_record.h"
#include "indexer/extract/page/page.h"
#include "indexer/extract/text/encoding.h"
#include "indexer/extract/wire/sgml_record.h"
#include "indexer/extract/wire/wire_record.h"
#include "indexer/extract/xml/xml_record.h"
#include "schema/shown.h"
#include "schema/web_address.h"

namespace newsindex {
namespace {

Understanding read(const Record& record, const UnderstandOptions& options) {
  switch (record.format) {
    case RecordFormat::json: return understand_json(record, options);
    case RecordFormat::mail: return understand_mail(record, options);
    case RecordFormat::xml: return understand_xml(record, options);
    case RecordFormat::sgml: return understand_sgml(record, options);
    case RecordFormat::wire: return understand_wire(record, options);
    case RecordFormat::hocr: return understand_hocr(record, options);
    case RecordFormat::html: return understand_html(record, options);
    case RecordFormat::page: break;
  }
  return understand_page(record, tidy(to_utf8(record.bytes)), options);
}

std::string folder_of(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string::npos ? "." : path.substr(0, slash);
}

std::string place_of(const Record& record) {
  const Provenance& origin = record.origin;
  std::string file = origin.path + (origin.entry.empty() ? "" : "!/" + origin.entry);
  // Names of other bytes than UTF-8 would all be one when printed as JSON.
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

// What nothing in the record tells, its address may, or the name of its file. What may be a number,
// too, is left to the other names of its site (see named_days.h).
void read_names(Understood& understood, const Record& record) {
  Article& article = understood.article;
  if (!article.published) article.published = separated_day(article.url, "/");
  if (!article.published && is_a_file(record)) article.published = day_of_post(record.origin);
  const std::string& place = record.origin.entry.empty() ? record.origin.path : record.origin.entry;
  const std::string_view file = std::string_view(place).substr(place.rfind('/') + 1);
  understood.name = digits_in_name(is_a_file(record) ? file : std::string_view(article.id));
}

void complete(Understood& understood, const Record& record, const UnderstandOptions& options) {
  Article& article = understood.article;
  article.origin = record.origin;
  if (article.url.empty()) article.url = record.url;
  if (article.source.empty()) article.source = options.source;
  if (article.language.empty()) article.language = options.language;
  article.id = id_of(article, record, options);
  if (understood.site.empty()) understood.site = site_of(article);
}

}  // namespace

std::string site_of(const Article& article) {
  if (!article.source.empty()) return article.source;
  std::string host = host_of(article.url);
  return host.empty() ? folder_of(article.origin.path) : host;
}

Understanding understand(const Record& record, const UnderstandOptions& options) {
  Understanding understanding = read(record, options);
  auto* understood = std::get_if<Understood>(&understanding);
  if (understood == nullptr) return understanding;
  const Article& article = understood->article;
  if (article.title.empty() && article.body.empty())
    return Reject{record.origin, "no title and no body"};
  if (looks_binary(article.body)) return Reject{record.origin, "the body is not text"};
  if (!understood->is_own) {
    const Day latest = latest_day(record, options);
    drop_later(*understood, latest);
    read_names(*understood, record);
    drop_later(*understood, latest);
  }
  complete(*understood, record, options);
  return understanding;
}

}  // namespace newsindex
