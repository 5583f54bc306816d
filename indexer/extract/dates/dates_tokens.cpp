// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/extract/dates/dates_tokens.h"

#include <algorithm>
#include <array>

#include <unicode/uchar.h>

#include "schema/text/ascii.h"

namespace newsindex {
namespace {

enum class Kind : std::uint8_t { space, digit, letter, han, mark };

struct Character {
  Kind kind;
  UChar32 value;  // the value of a digit, else the code point
};

bool within(UChar32 c, UChar32 first, UChar32 last) { return c >= first && c <= last; }

Character classify_ascii(UChar32 c) {
  if (within(c, '0', '9')) return {Kind::digit, c - '0'};
  if (within(c | 0x20, 'a', 'z')) return {Kind::letter, c};
  if (c == ' ' || within(c, '\t', '\r')) return {Kind::space, c};
  return {Kind::mark, c};
}

struct Range {
  UChar32 first;
  UChar32 last;
};
constexpr std::array kSpaces{Range{0xA0, 0xA0},     Range{0x2000, 0x200B}, Range{0x200E, 0x200F},
                             Range{0x202F, 0x202F}, Range{0x3000, 0x3000}, Range{0xFEFF, 0xFEFF}};
constexpr std::array kMarks{Range{0x80, 0xBF},     Range{0x2010, 0x206F}, Range{0x2190, 0x2BFF},
                            Range{0x3001, 0x303F}, Range{0x60C, 0x60C},   Range{0xFE30, 0xFE6F}};

template <typename Ranges>
bool within_any(UChar32 c, const Ranges& ranges) {
  return std::ranges::any_of(ranges, [c](const Range& r) { return within(c, r.first, r.last); });
}

UChar32 ascii_twin(UChar32 c) {
  if (within(c, 0x2010, 0x2015) || c == 0x2212) return '-';
  if (c == 0x2018 || c == 0x2019) return '\'';
  return c;
}

Character classify(UChar32 c) {
  if (c < 0x80) return classify_ascii(c);
  if (within(c, 0xFF01, 0xFF5E)) return classify_ascii(c - 0xFF01 + '!');
  if (within(c, 0x4E00, 0x9FFF) || c == 0x3007) return {Kind::han, c};  // including 〇
  if (const std::int32_t digit = u_charDigitValue(c); digit >= 0) return {Kind::digit, digit};
  if (within_any(c, kSpaces)) return {Kind::space, c};
  if (c == 0x2212 || within_any(c, kMarks)) return {Kind::mark, ascii_twin(c)};
  return {Kind::letter, c};
}

struct Reader {
  std::string_view text;
  std::size_t at = 0;

  bool done() const { return at >= text.size(); }

  // Returns the next character and sets `after` to the place behind it.
  Character peek(std::size_t& after) const {
    const auto first = static_cast<unsigned char>(text[at]);
    after = at + 1;
    if (first < 0x80) return classify_ascii(first);
    const std::size_t more = first >= 0xF0 ? 3 : first >= 0xE0 ? 2 : first >= 0xC0 ? 1 : 0;
    if (more == 0 || at + more >= text.size()) return {Kind::mark, 0xFFFD};
    UChar32 c = first & (0x3F >> more);
    for (; after <= at + more; ++after)
      c = c << 6 | (static_cast<unsigned char>(text[after]) & 0x3F);
    return classify(c);
  }
};

constexpr int kMaxDigits = 18;

// Extends a number or a word to its last character.
void extend(Reader& reader, Kind kind, DateToken& token) {
  while (!reader.done()) {
    std::size_t after = 0;
    const Character next = reader.peek(after);
    if (next.kind != kind) break;
    if (kind == Kind::digit) {
      if (token.digits < 255) ++token.digits;
      token.value = token.digits > kMaxDigits ? -1 : token.value * 10 + next.value;
    }
    reader.at = after;
  }
}

DateTokenKind token_kind(Kind kind) {
  if (kind == Kind::digit) return DateTokenKind::number;
  return kind == Kind::mark ? DateTokenKind::mark : DateTokenKind::word;
}

bool equal_lowered(std::string_view word, std::string_view lowered) {
  return std::ranges::equal(word, lowered, {}, [](char c) { return lower(c); });
}

}  // namespace

DateTokens::DateTokens(std::string_view text) : text_(text) {
  tokens_.reserve(32);
  Reader reader{text};
  bool spaced = false;
  while (!reader.done()) {
    std::size_t after = 0;
    const Character c = reader.peek(after);
    const auto start = static_cast<std::uint32_t>(reader.at);
    reader.at = after;
    if (c.kind == Kind::space) {
      spaced = true;
      continue;
    }
    DateToken token{token_kind(c.kind), spaced, 0, start, 0, c.value};
    if (c.kind == Kind::digit) token.digits = 1;
    if (c.kind == Kind::digit || c.kind == Kind::letter) extend(reader, c.kind, token);
    token.end = static_cast<std::uint32_t>(reader.at);
    tokens_.push_back(token);
    spaced = false;
  }
}

bool DateTokens::is_mark_of(std::size_t i, std::string_view marks) const {
  return is_mark(i) && tokens_[i].value < 0x80 &&
         marks.find(static_cast<char>(tokens_[i].value)) != std::string_view::npos;
}

std::string_view DateTokens::words(std::size_t i) const {
  if (i >= size()) return {};
  return text_.substr(tokens_[i].start, tokens_[i].end - tokens_[i].start);
}

bool DateTokens::is_word_of(std::size_t i, std::span<const std::string_view> list) const {
  if (!is_word(i)) return false;
  const std::string_view word = words(i);
  return std::ranges::any_of(list, [&](std::string_view w) { return equal_lowered(word, w); });
}

bool DateTokens::begins(std::size_t i, std::string_view beginning) const {
  return i < size() && text_.substr(tokens_[i].start).starts_with(beginning);
}

}  // namespace newsindex
