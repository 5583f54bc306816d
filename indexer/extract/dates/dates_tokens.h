// SPDX-License-Identifier: GPL-3.0-or-later
// Splits a line into numbers, words and marks; the patterns of dates consist of nothing else.
#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <span>
#include <string_view>
#include <vector>

namespace newsindex {

enum class DateTokenKind : std::uint8_t { number, word, mark };

struct DateToken {
  DateTokenKind kind;
  bool spaced;          // there is white space before it
  std::uint8_t digits;  // of a number: how many, at most 255
  std::uint32_t start;  // bytes [start, end) of the text
  std::uint32_t end;
  std::int64_t value;  // of a number, -1 if above 18 digits; the code point of a mark
};

// The tokens of a text. Digits may be of any script; a Han character is a word of its own; any
// other run of letters is a word; every other character is a mark (full-width forms and typographic
// dashes count as their ASCII equivalents).
class DateTokens {
 public:
  explicit DateTokens(std::string_view text);

  std::string_view text() const { return text_; }
  std::size_t size() const { return tokens_.size(); }
  const DateToken& operator[](std::size_t i) const { return tokens_[i]; }

  // All of these are false (or "", or -1) beyond the last token.
  bool is_number(std::size_t i) const { return is(i, DateTokenKind::number); }
  bool is_word(std::size_t i) const { return is(i, DateTokenKind::word); }
  bool is_mark(std::size_t i) const { return is(i, DateTokenKind::mark); }
  bool is_mark(std::size_t i, char mark) const { return is_mark(i) && tokens_[i].value == mark; }
  bool is_mark_of(std::size_t i, std::string_view marks) const;
  bool spaced(std::size_t i) const { return i < size() && tokens_[i].spaced; }
  int digits(std::size_t i) const { return is_number(i) ? tokens_[i].digits : 0; }
  std::int64_t number(std::size_t i) const { return is_number(i) ? tokens_[i].value : -1; }
  std::string_view words(std::size_t i) const;  // the text of token i, of any kind

  // True if token i is a word in `list`, ignoring the case of ASCII letters. `list` is in lower
  // case.
  bool is_word_of(std::size_t i, std::span<const std::string_view> list) const;
  bool is_word_of(std::size_t i, std::initializer_list<std::string_view> list) const {
    return is_word_of(i, std::span(list.begin(), list.size()));
  }

  // True if the text from token i on begins with `beginning` (for Han words of several characters).
  bool begins(std::size_t i, std::string_view beginning) const;

 private:
  bool is(std::size_t i, DateTokenKind kind) const { return i < size() && tokens_[i].kind == kind; }

  std::string_view text_;
  std::vector<DateToken> tokens_;
};

}  // namespace newsindex
