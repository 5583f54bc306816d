// SPDX-License-Identifier: GPL-3.0-or-later
// What kind of file this is, by how it begins.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace newsindex {

enum class FileShape : std::uint8_t {
  empty,
  json_lines,
  json_objects,
  sgml,
  xml,
  html,
  hocr,
  mail,
  table,
  page
};

// `start` is the beginning of the file as UTF-8 or in a superset of ASCII; `path` decides only
// where the content leaves it open (a .jsonl file whose first line is broken).
FileShape sniff(std::string_view start, std::string_view path);

// The elements that are the records of XML news with this root (without prefix): "rss" has "item".
// Empty for other XML.
std::vector<std::string_view> xml_records(std::string_view root);

// Where the next page of hOCR begins at or behind `from`: the start tag of an element of the class
// ocr_page, of not more than kLongestHocrTag bytes; npos where there is none.
inline constexpr std::size_t kLongestHocrTag = 4096;
std::size_t find_hocr_page(std::string_view text, std::size_t from);

// Whether this is a message of a news wire: SOH first, STX soon behind it.
bool is_wire(std::string_view start);

// What a file is that is not text: "a PDF file", "a binary file"; empty for text.
std::string binary_kind(std::string_view start);

}  // namespace newsindex
