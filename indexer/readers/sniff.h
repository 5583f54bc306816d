// SPDX-License-Identifier: GPL-3.0-or-later
// Recognises the kind of a file by its beginning.
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

// `start` is the beginning of the file as UTF-8 or in a superset of ASCII; `path` is used only if
// the content is not clear (a .jsonl file whose first line is broken).
FileShape sniff(std::string_view start, std::string_view path);

// The elements that are records in XML news with this root (without prefix): "item" for "rss".
// Empty for other XML.
std::vector<std::string_view> xml_records(std::string_view root);

// Where the next page of hOCR begins at or after `from`: the start tag of an element of the class
// ocr_page, of at most kLongestHocrTag bytes; npos if there is none.
inline constexpr std::size_t kLongestHocrTag = 4096;
std::size_t find_hocr_page(std::string_view text, std::size_t from);

// True for a message of a news wire: SOH first, STX soon after it.
bool is_wire(std::string_view start);

// The kind of a file that is not text: "a PDF file", "a binary file"; empty for text.
std::string binary_kind(std::string_view start);

}  // namespace newsindex
