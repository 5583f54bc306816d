// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/sketch_words.h"

#include <algorithm>
#include <array>

namespace newsindex {
namespace {

constexpr std::size_t kStemLetters = 4;
constexpr std::size_t kLongestUnit = 8;

constexpr std::array<std::string_view, 23> kUnits{
    "pct",     "percent",  "per",    "cent",    "cents", "ct",       "cts",      "mln",
    "million", "millions", "mn",     "bn",      "bln",   "billion",  "billions", "trillion",
    "dlr",     "dlrs",     "dollar", "dollars", "stg",   "sterling", "usd"};

bool may_be_unit(char first) {
  constexpr std::uint32_t kFirstLetters =
      1u << ('b' - 'a') | 1u << ('c' - 'a') | 1u << ('d' - 'a') | 1u << ('m' - 'a') |
      1u << ('p' - 'a') | 1u << ('s' - 'a') | 1u << ('t' - 'a') | 1u << ('u' - 'a');
  return first >= 'a' && first <= 'z' && (kFirstLetters >> (first - 'a') & 1) != 0;
}

bool is_unit(std::string_view word) {
  if (word.empty() || !may_be_unit(word.front())) return false;
  return std::find(kUnits.begin(), kUnits.end(), word) != kUnits.end();
}

bool is_digit(unsigned char byte) { return byte >= '0' && byte <= '9'; }
bool is_capital(unsigned char byte) { return byte >= 'A' && byte <= 'Z'; }
bool is_ascii_letter(unsigned char byte) {
  const unsigned char small = byte | 0x20;
  return small >= 'a' && small <= 'z';
}
// Han characters, kana, Hangul, and the full-width forms.
bool is_wide(unsigned char byte) { return byte >= 0xE3 && byte < 0xF0; }

void add_byte(std::uint64_t& hash, unsigned char byte) {
  hash = (hash ^ byte) * kOdd;
  hash ^= hash >> 29;
}

}  // namespace

// The length in bytes of the punctuation mark at this place; 0 where a word begins or continues.
std::size_t SketchWords::mark_length() const {
  const unsigned char first = byte(at_);
  if (first < 0x80) return is_digit(first) || is_ascii_letter(first) ? 0 : 1;
  const unsigned char second = byte(at_ + 1);
  const bool latin_mark = first == 0xC2;  // U+0080 to U+00BF
  if (latin_mark) return 2;
  const bool typographic = first == 0xE2 && second == 0x80;  // quotes, dashes, spaces
  const bool ideographic = first == 0xE3 && second == 0x80;  // the full stop and similar marks
  const unsigned char third = byte(at_ + 2);
  const bool full_width = first == 0xEF && second == 0xBC &&  // a comma
                          (third < 0x90 || (third > 0x99 && third < 0xA1));
  return typographic || ideographic || full_width ? 3 : 0;
}

void SketchWords::skip_marks() {
  while (at_ < text_.size()) {
    const std::size_t length = mark_length();
    if (length == 0) return;
    const char mark = text_[at_];
    if (mark == '.' || mark == '!' || mark == '?' || mark == ':' || mark == '\n')
      sentence_begins_ = true;
    at_ += length;
  }
}

void SketchWords::read_character(SketchWord& word) {
  const std::size_t end = std::min(text_.size(), at_ + 3);
  for (; at_ < end; ++at_) add_byte(word.hash, byte(at_));
  word.stem = word.hash;
}

void SketchWords::read_number(SketchWord& word) {
  word.kind = WordKind::number;
  while (is_digit(byte(at_)) ||
         ((byte(at_) == '.' || byte(at_) == ',') && is_digit(byte(at_ + 1)))) {
    if (is_digit(byte(at_))) add_byte(word.hash, byte(at_));
    ++at_;
  }
  word.stem = word.hash;
}

// The fast path for most words: ASCII letters up to a space or a mark. False if it does not apply.
bool SketchWords::read_ascii_letters(SketchWord& word) {
  const std::string_view rest = text_.substr(at_);
  std::size_t size = 0;
  while (size < rest.size() && is_ascii_letter(static_cast<unsigned char>(rest[size]))) ++size;
  const unsigned char after = byte(at_ + size);
  if (size == 0 || after >= 0x80 || (after == '.' && size == 1)) return false;
  const auto small = [rest](std::size_t i) { return static_cast<unsigned char>(rest[i] | 0x20); };
  std::uint64_t hash = 0;
  std::size_t i = 0;
  for (; i < std::min(size, kStemLetters); ++i) add_byte(hash, small(i));
  word.stem = hash;
  for (; i < size; ++i) add_byte(hash, small(i));
  word.hash = hash;
  at_ += size;
  if (size > kLongestUnit || !may_be_unit(static_cast<char>(small(0)))) return true;
  std::array<char, kLongestUnit> letters{};
  for (i = 0; i < size; ++i) letters[i] = static_cast<char>(small(i));
  if (is_unit({letters.data(), size})) word.kind = WordKind::unit;
  return true;
}

void SketchWords::read_letters(SketchWord& word) {
  if (is_capital(byte(at_)) && !sentence_begins_) word.kind = WordKind::name;
  if (!read_ascii_letters(word)) read_any_letters(word);
}

void SketchWords::read_any_letters(SketchWord& word) {
  std::array<char, kLongestUnit> small{};
  std::size_t letters = 0;
  std::size_t bytes = 0;
  std::size_t since_point = 0;
  for (; at_ < text_.size(); ++at_) {
    unsigned char here = byte(at_);
    if (is_ascii_letter(here)) {
      here |= 0x20;
    } else {
      if (here == '.' && since_point == 1 && is_ascii_letter(byte(at_ + 1)) &&
          !is_ascii_letter(byte(at_ + 2))) {
        since_point = 0;  // "u.s"
        continue;
      }
      if (is_wide(here) || is_digit(here) || mark_length() > 0) break;
    }
    if ((here & 0xC0) != 0x80) ++letters;
    add_byte(word.hash, here);
    if (letters <= kStemLetters) word.stem = word.hash;
    if (bytes < small.size()) small[bytes] = static_cast<char>(here);
    ++bytes;
    ++since_point;
  }
  if (bytes <= kLongestUnit && is_unit({small.data(), bytes})) word.kind = WordKind::unit;
}

bool SketchWords::next(SketchWord& word) {
  skip_marks();
  if (at_ >= text_.size()) return false;
  word = {};
  if (is_wide(byte(at_)))
    read_character(word);
  else if (is_digit(byte(at_)))
    read_number(word);
  else
    read_letters(word);
  sentence_begins_ = false;
  word.hash = mixed(word.hash);
  word.stem = mixed(word.stem);
  return true;
}

}  // namespace newsindex
