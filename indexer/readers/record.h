// SPDX-License-Identifier: GPL-3.0-or-later
// A record: one raw article inside a source, still in its own format; and a reject: one that could
// not be understood.
#pragma once

#include <cstdint>
#include <string>

#include "schema/article.h"

namespace newsindex {

enum class RecordFormat : std::uint8_t {
  page,  // a web page saved as text
  html,  // a web page, or a part of one
  json,  // one JSON object
  mail,  // one message
  xml,   // a document with one article
  sgml,  // one <REUTERS> or <DOC> element
  hocr,  // one page of hOCR
  wire,  // one message of a news wire, IPTC 7901 or ANPA 1312
};

struct Record {
  RecordFormat format = RecordFormat::page;
  std::string bytes;  // as read; not necessarily UTF-8 (see extract/text/encoding.h)
  Provenance origin;
  // From the container, or empty; a WARC record has all three.
  std::string url{};
  std::string charset{};    // "windows-1252"
  std::string retrieved{};  // when the page was fetched, ISO 8601
};

struct Reject {
  Provenance origin;
  std::string reason;       // half a sentence: "not JSON: unexpected end of the record"
  bool is_of_file = false;  // also true of other records of the file: reported once
  friend bool operator==(const Reject&, const Reject&) = default;
};

}  // namespace newsindex
