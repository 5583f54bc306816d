// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/shown.h"

#include "schema/text/characters.h"

namespace newsindex {
namespace {

constexpr char32_t kLineSeparator = 0x2028;
constexpr char32_t kParagraphSeparator = 0x2029;
constexpr char32_t kReplacement = 0xFFFD;

void append_hex(std::string& out, char32_t number, int digits) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  while (digits-- > 0) out += kDigits[(number >> (4 * digits)) & 0xF];
}

void append_escaped(std::string& out, char32_t character) {
  if (character == '\n') {
    out += "\\n";
  } else if (character == '\r') {
    out += "\\r";
  } else if (character == '\t') {
    out += "\\t";
  } else {
    const bool is_ascii = character < 0x80;
    out += is_ascii ? "\\x" : "\\u";
    append_hex(out, character, is_ascii ? 2 : 4);
  }
}

bool breaks_lines(char32_t character) {
  return character == kLineSeparator || character == kParagraphSeparator;
}

}  // namespace

bool is_control(char32_t character) {
  return character < 0x20 || (character >= 0x7F && character < 0xA0);
}

std::string shown(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t start = at;
    const char32_t character = next_character(text, at);
    if (character == kReplacement && at == start + 1) {
      out += "\\x";
      append_hex(out, static_cast<unsigned char>(text[start]), 2);
    } else if (is_control(character) || breaks_lines(character)) {
      append_escaped(out, character);
    } else {
      out.append(text, start, at - start);
    }
  }
  return out;
}

std::string shown(const Error& error) {
  std::string text = shown(std::string_view(error.what()));
  if (!error.below().empty()) text.append("\n").append(error.below());
  return text;
}

}  // namespace newsindex
