// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/extract/syntax/json_text.h"

#include <array>
#include <cctype>
#include <optional>

#include "indexer/extract/text/encoding.h"
#include "indexer/readers/json_scanner.h"

namespace newsindex {
namespace {

using simdjson::error_code;

// The value of the four hexadecimal digits of \uXXXX at `at`, or nullopt if there is no such
// escape.
std::optional<unsigned> escape_at(std::string_view text, std::size_t at) {
  constexpr std::size_t kLength = 6;
  if (text.size() < at + kLength || text[at] != '\\' || text[at + 1] != 'u') return std::nullopt;
  unsigned value = 0;
  for (const char c : text.substr(at + 2, 4)) {
    if (std::isxdigit(static_cast<unsigned char>(c)) == 0) return std::nullopt;
    const unsigned digit =
        c <= '9' ? static_cast<unsigned>(c - '0') : (static_cast<unsigned>(c) & 7u) + 9u;
    value = value * 16 + digit;
  }
  return value;
}

bool is_high(std::optional<unsigned> unit) { return unit && *unit >= 0xD800 && *unit <= 0xDBFF; }
bool is_low(std::optional<unsigned> unit) { return unit && *unit >= 0xDC00 && *unit <= 0xDFFF; }

// Copies the escape at `at` and returns its length. Half of a surrogate pair becomes U+FFFD.
std::size_t copy_escape(std::string_view text, std::size_t at, std::string& out) {
  const auto unit = escape_at(text, at);
  std::size_t length = unit ? 6 : 2;
  const bool pair = is_high(unit) && is_low(escape_at(text, at + 6));
  if (pair) length = 12;
  if (!pair && (is_high(unit) || is_low(unit)))
    out += "\\ufffd";
  else
    out += text.substr(at, length);
  return length;
}

// Copies the string whose opening quotation mark is at `at` and returns its length.
std::size_t copy_string(std::string_view text, std::size_t at, std::string& out) {
  const std::size_t start = at;
  out += text[at++];
  while (at < text.size() && text[at] != '"') {
    if (text[at] == '\\')
      at += copy_escape(text, at, out);
    else
      out += text[at++];
  }
  if (at < text.size()) out += text[at++];
  return at - start;
}

// The length of a word that Python writes for a number that JSON does not have; else 0.
std::size_t foreign_number(std::string_view text) {
  for (const std::string_view word : {"NaN", "-Infinity", "Infinity"})
    if (text.starts_with(word)) return word.size();
  return 0;
}

std::string_view plain_words(error_code error) {
  switch (error) {
    case simdjson::UNCLOSED_STRING: return "a quotation mark is missing";
    case simdjson::UNESCAPED_CHARS: return "a string holds a line end or another control character";
    case simdjson::STRING_ERROR: return "a string holds an unknown escape";
    case simdjson::NUMBER_ERROR: return "a number is malformed";
    case simdjson::T_ATOM_ERROR:
    case simdjson::F_ATOM_ERROR:
    case simdjson::N_ATOM_ERROR: return "a word is neither true, false nor null";
    case simdjson::TAPE_ERROR:
      return "a bracket, comma, colon or quotation mark is missing or too many";
    case simdjson::DEPTH_ERROR: return "brackets are nested too deeply";
    default: return simdjson::error_message(error);
  }
}

bool begins_object(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  return first != std::string_view::npos && text[first] == '{';
}

std::string reason(std::string_view text, error_code error) {
  if (!begins_object(text)) return "not a JSON object";
  JsonScanner scanner;
  const bool open = scanner.find_end(text.substr(text.find('{'))) == JsonScanner::npos;
  return "not JSON: " + std::string(open ? "the record is cut off" : plain_words(error));
}

}  // namespace

std::string repaired_json(std::string_view text) {
  std::string out;
  out.reserve(text.size() + simdjson::SIMDJSON_PADDING);
  for (std::size_t at = 0; at < text.size();) {
    if (text[at] == '"') {
      at += copy_string(text, at, out);
    } else if (const std::size_t length = foreign_number(text.substr(at)); length > 0) {
      out += "null";
      at += length;
    } else {
      out += text[at++];
    }
  }
  return out;
}

error_code JsonParser::try_parse(std::string_view text, std::size_t room, std::size_t depth) {
  constexpr std::size_t kKept = std::size_t{4} << 20;  // more memory, from longer records, is freed
  if (parser_.capacity() > kKept && text.size() <= kKept) parser_ = simdjson::dom::parser();
  if (parser_.max_depth() != depth)
    if (const auto error = parser_.allocate(parser_.capacity(), depth)) return error;
  const bool padded = room >= text.size() + simdjson::SIMDJSON_PADDING;
  return parser_.parse(text.data(), text.size(), !padded).get(root_);
}

std::variant<simdjson::dom::object, std::string> JsonParser::parse(const std::string& text,
                                                                   std::size_t depth) {
  error_code error = try_parse(text, text.capacity(), depth);
  if (error != simdjson::SUCCESS) {
    const std::string better = repaired_json(error == simdjson::UTF8_ERROR ? to_utf8(text) : text);
    error = try_parse(better, better.capacity(), depth);
  }
  if (error != simdjson::SUCCESS) return reason(text, error);
  simdjson::dom::object object;
  if (root_.get(object) != simdjson::SUCCESS) return "not a JSON object";
  return object;
}

}  // namespace newsindex
