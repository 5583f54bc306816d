// SPDX-License-Identifier: GPL-3.0-or-later
// The words of a text, normalised for a sketch: the changes that newsrooms make to a text that they
// copy (letter case, typography, spelling, house style) must make no difference.
#pragma once

#include <cstdint>
#include <string_view>

namespace newsindex {

enum class WordKind {
  plain,
  name,    // begins with a capital letter, but not at the start of a sentence
  number,  // digits; points and commas between them are ignored
  unit,    // "mln", "percent": house styles write them in many ways
};

struct SketchWord {
  WordKind kind = WordKind::plain;
  std::uint64_t hash = 0;  // of the whole word in lower case
  std::uint64_t stem = 0;  // of its first four letters: equal for "colo(u)r", "organi(s|z)e"
};

// Gives the words of a text one after the other. Punctuation separates words, but "U.S." is "us". A
// single Han character, kana or Hangul syllable is a word.
class SketchWords {
 public:
  explicit SketchWords(std::string_view text) : text_(text) {}

  // False at the end of the text.
  bool next(SketchWord& word);

 private:
  std::size_t mark_length() const;
  void skip_marks();
  void read_character(SketchWord& word);
  void read_number(SketchWord& word);
  void read_letters(SketchWord& word);
  bool read_ascii_letters(SketchWord& word);
  void read_any_letters(SketchWord& word);
  unsigned char byte(std::size_t at) const {
    return at < text_.size() ? static_cast<unsigned char>(text_[at]) : 0;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  bool sentence_begins_ = true;
};

inline constexpr std::uint64_t kOdd = 0x9E3779B97F4A7C15;  // 2^64 divided by the golden ratio

// Spreads the bits of a hash (the finalizer of SplitMix64: Steele, Lea, Flood, 2014).
inline std::uint64_t mixed(std::uint64_t x) {
  x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9;
  x = (x ^ (x >> 27)) * 0x94D049BB133111EB;
  return x ^ (x >> 31);
}

}  // namespace newsindex
