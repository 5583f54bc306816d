// SPDX-License-Identifier: GPL-3.0-or-later
// The words of a text as a sketch compares them: what newsrooms change in a text that they take
// over (letter case, typography, spelling, house style) is to make no difference.
#pragma once

#include <cstdint>
#include <string_view>

namespace newsindex {

enum class WordKind {
  plain,
  name,    // begins with a capital letter, within a sentence
  number,  // digits with points and commas between them, which do not count
  unit,    // "mln", "percent": house styles write them in many ways
};

struct SketchWord {
  WordKind kind = WordKind::plain;
  std::uint64_t hash = 0;  // of all of it, in small letters
  std::uint64_t stem = 0;  // of its first four letters: "colo(u)r", "organi(s|z)e"
};

// Gives the words of a text one after the other. Punctuation parts them; "U.S." is "us". A Han
// character, kana, or syllable of Hangul is a word.
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

inline constexpr std::uint64_t kOdd = 0x9E3779B97F4A7C15;  // 2^64 over the golden ratio

// Spreads the bits of a hash (the finalizer of SplitMix64: Steele, Lea, Flood, 2014).
inline std::uint64_t mixed(std::uint64_t x) {
  x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9;
  x = (x ^ (x >> 27)) * 0x94D049BB133111EB;
  return x ^ (x >> 31);
}

}  // namespace newsindex
