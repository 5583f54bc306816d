// SPDX-License-Identifier: GPL-3.0-or-later
// The properties of a character that the analyzer needs: its role in a word, and its folded form.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace newsindex {

enum class CharClass : std::uint8_t {
  separator,
  letter,  // letters and combining marks of scripts that put spaces between words
  digit,
  ignorable,  // soft hyphen, joiners, variation selectors: within a word, but not in its spelling
  apostrophe,
  hyphen,
  dot,
  comma,
  ampersand,
  ideographic,  // scripts without spaces (Han, kana, Thai, Lao, Khmer, Burmese): ICU's dictionaries
                // cut them
};

// Decodes the character at `at` and moves past it. An invalid byte gives U+FFFD and counts as one
// byte.
char32_t next_character(std::string_view text, std::size_t& at);

void append_utf8(std::string& out, char32_t character);

// The folded form is NFKC_Casefold without the accents that readers leave out: all accents of Latin
// and Greek letters, vowel signs of Arabic and Hebrew, and in Cyrillic those of ё and of stressed
// vowels (й and ї are separate letters). ø, ł, đ, æ, œ, þ, ı become o, l, d, ae, oe, th, i.
struct Character {
  CharClass char_class = CharClass::separator;
  bool is_known = false;
  // True for characters that change the previous letter (combining marks, Hangul jamo): a word with
  // such a character is folded as a whole.
  bool combines = false;
  std::uint8_t size = 0;
  std::array<char, 12> folded{};
  std::string_view folded_text() const { return {folded.data(), size}; }
};

// Looks up characters with ICU and caches those of the scripts of Europe and the Near East. Not
// thread-safe.
class Characters {
 public:
  // Valid until the next call.
  const Character& operator[](char32_t character) {
    if (character >= kTableSize) return beyond_table(character);
    if (known_.empty()) known_.resize(kTableSize);
    Character& entry = known_[character];
    if (!entry.is_known) entry = look_up(character);
    return entry;
  }

 private:
  static constexpr std::size_t kTableSize = 0x2100;
  static Character look_up(char32_t character);
  const Character& beyond_table(char32_t character);

  std::vector<Character> known_;
  Character beyond_;
};

// Appends the folded form of a whole word, in which characters may combine.
void append_folded_word(std::string& out, std::string_view word);

}  // namespace newsindex
