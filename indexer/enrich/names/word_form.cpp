// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/enrich/names/word_form.h"

#include <string>

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include "schema/digest.h"
#include "schema/text/characters.h"

namespace newsindex {
namespace {

constexpr std::size_t kShapeLength = 20;

// The pieces of a form that are found by walking over its letters.
struct Letters {
  std::string lower;
  std::string shape;
  std::string long_shape;
  bool upper = false;
  bool small = false;
  bool first_upper = false;
  bool first_letter = false;
};

void add_letter(Letters& letters, char kind) {
  if (letters.shape.empty() || letters.shape.back() != kind) letters.shape.push_back(kind);
  if (letters.long_shape.size() < kShapeLength) letters.long_shape.push_back(kind);
  letters.upper |= kind == 'X';
  letters.small |= kind == 'x';
}

void add_ascii(Letters& letters, char c) {
  const bool upper = c >= 'A' && c <= 'Z';
  const bool small = c >= 'a' && c <= 'z';
  const bool digit = c >= '0' && c <= '9';
  letters.lower.push_back(upper ? static_cast<char>(c + ('a' - 'A')) : c);
  add_letter(letters, upper ? 'X' : small ? 'x' : digit ? 'd' : c);
}

void add_other(Letters& letters, UChar32 c) {
  append_utf8(letters.lower, static_cast<char32_t>(u_tolower(c)));
  add_letter(letters, u_isupper(c) ? 'X' : u_isalpha(c) ? 'x' : '*');
}

Letters letters_of(std::string_view word) {
  Letters letters;
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(word.data());
  const auto size = static_cast<std::int32_t>(word.size());
  for (std::int32_t at = 0; at < size;) {
    const std::int32_t before = at;
    UChar32 c = 0;
    U8_NEXT_OR_FFFD(bytes, at, size, c);
    if (c < 0x80)
      add_ascii(letters, static_cast<char>(c));
    else
      add_other(letters, c);
    if (before == 0) letters.first_upper = letters.upper;
    if (before == 0) letters.first_letter = letters.upper || letters.small;
  }
  return letters;
}

WordForm edge(std::uint64_t number) {
  WordForm form;
  form.lower = number;
  form.meaning = number;
  form.shape = number;
  return form;
}

}  // namespace

WordForm form_of(std::string_view word, const Vocabulary& vocabulary) {
  const Letters letters = letters_of(word);
  WordForm form;
  form.word = digest64(word);
  form.lower = digest64(letters.lower);
  form.shape = digest64(letters.shape);
  form.long_shape = digest64(letters.long_shape);
  const std::string_view lower = letters.lower;
  for (std::size_t i = 0; i < WordForm::kAffixes; ++i) {
    const std::size_t length = i + 2;
    if (lower.size() < length) continue;
    form.prefixes[i] = digest64(lower.substr(0, length));
    form.suffixes[i] = digest64(lower.substr(lower.size() - length));
  }
  const WordMeaning meaning = vocabulary.find(letters.lower, form.lower);
  form.meaning = meaning.word;
  form.cluster = meaning.cluster;
  form.capital = letters.first_upper;
  form.all_caps = letters.upper && !letters.small;
  form.lower_case = letters.small && !letters.upper;
  form.letters = letters.first_letter;
  return form;
}

const WordForm& beginning_of_sentence() {
  static const WordForm kBeginning = edge(1);
  return kBeginning;
}

const WordForm& end_of_sentence() {
  static const WordForm kEnd = edge(2);
  return kEnd;
}

}  // namespace newsindex
