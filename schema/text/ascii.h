// SPDX-License-Identifier: GPL-3.0-or-later
// Tests and conversions for ASCII letters, digits and blanks, in any locale. Bytes of other
// characters are none of these.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>

namespace newsindex {

inline constexpr std::size_t npos = std::string_view::npos;

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
constexpr bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
constexpr bool is_letter(char c) { return is_upper(c) || is_lower(c); }
constexpr bool is_letter_or_digit(char c) { return is_letter(c) || is_digit(c); }
constexpr bool is_space(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

// The byte at this position; 0 behind the end.
constexpr unsigned char byte_at(std::string_view bytes, std::size_t at) {
  return at < bytes.size() ? static_cast<unsigned char>(bytes[at]) : 0;
}

// True for a UTF-8 byte that continues a character.
constexpr bool continues_character(char c) {
  return (static_cast<unsigned char>(c) & 0xC0) == 0x80;
}

constexpr char lower(char c) { return is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c; }

inline std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = lower(c);
  return out;
}

// True if two texts are equal when letter case is ignored.
constexpr bool same_name(std::string_view a, std::string_view b) {
  return std::ranges::equal(a, b, [](char x, char y) { return lower(x) == lower(y); });
}

// True if the list contains the word; letter case counts.
template <class List>
constexpr bool is_one_of(std::string_view word, const List& words) {
  return std::ranges::find(words, word) != std::ranges::end(words);
}

// The same, but letter case is ignored.
template <class List>
constexpr bool is_name_of(std::string_view name, const List& names) {
  return std::ranges::any_of(names, [name](std::string_view one) { return same_name(name, one); });
}

}  // namespace newsindex
