// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/extract/understand.h"

#include "indexer/extract/encoding.h"
#include "indexer/extract/html/page.h"
#include "indexer/extract/json/json_record.h"
#include "indexer/extract/mail_record.h"
#include "indexer/extract/ocr/hocr_record.h"
#include "indexer/extract/page/page.h"
#include "indexer/extract/sgml_record.h"
#include "indexer/extract/wire_record.h"
#include "indexer/extract/xml/xml_record.h"
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
  const std::string file = origin.path + (origin.entry.empty() ? "" : "!/" + origin.entry);
  if (record.format == RecordFormat::page || record.format == RecordFormat::html) return file;
  return file + "#" + std::to_string(origin.record);
}

std::string id_of(const Article& article, const Record& record, const UnderstandOptions& options) {
  if (!article.id.empty()) return options.id_prefix + article.id;
  return article.url.empty() ? place_of(record) : canonical_url(article.url);
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
  complete(*understood, record, options);
  return understanding;
}

}  // namespace newsindex
