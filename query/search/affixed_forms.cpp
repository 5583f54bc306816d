// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/search/affixed_forms.h"

#include <algorithm>
#include <cstdint>
#include <set>

#include "schema/text/ascii.h"
#include "schema/text/characters.h"

namespace newsindex {
namespace {

enum class Script : std::uint8_t { other, latin, hangul, arabic, hebrew };
enum class Side : std::uint8_t { before, between, behind, none };
enum class After : std::uint8_t { any, consonant, vowel, vowel_or_l, ta_marbuta, other };

struct Glued {
  Script script;
  Side side;
  After after;
  std::size_t least_letters;
  bool is_taken_off;
  std::string_view forms;
};

constexpr Glued kGlued[] = {
#include "query/search/affixed_forms.inc"
};

constexpr char32_t kFirstSyllable = 0xAC00, kLastSyllable = 0xD7A3;
constexpr std::size_t kLeastLeft = 3;  // letters that must be left when something is taken off
constexpr std::size_t kLeastSyllablesLeft = 2;
constexpr std::size_t kLeastLatin = 2;

bool is_syllable(char32_t c) { return c >= kFirstSyllable && c <= kLastSyllable; }

Script script_of(char32_t c) {
  if (is_syllable(c)) return Script::hangul;
  if (c >= 0x620 && c <= 0x6D3) return Script::arabic;
  if (c >= 0x5D0 && c <= 0x5EA) return Script::hebrew;
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ? Script::latin : Script::other;
}

// What the tables need to know about a word.
struct WordShape {
  Script script = Script::other;
  std::size_t letters = 0;
  char32_t last = 0;
};

// Decides by the last letter: 10월 and k팝 take Korean particles.
WordShape shape_of(std::string_view word) {
  WordShape shape;
  bool has_letter = false, is_latin = true;
  for (std::size_t at = 0; at < word.size(); ++shape.letters) {
    shape.last = next_character(word, at);
    has_letter = has_letter || shape.last > '9';
    is_latin = is_latin && script_of(shape.last) == Script::latin;
  }
  shape.script = script_of(shape.last);
  if (shape.script == Script::latin && !(is_latin && has_letter && shape.letters >= kLeastLatin))
    shape.script = Script::other;
  return shape;
}

bool fits(After after, const WordShape& word) {
  constexpr char32_t kFinals = 28, kFinalL = 8;
  constexpr char32_t kTaMarbuta = 0x629, kHeh = 0x647;
  const char32_t final = is_syllable(word.last) ? (word.last - kFirstSyllable) % kFinals : 0;
  const bool is_ta_marbuta = word.last == kTaMarbuta || word.last == kHeh;
  if (word.script == Script::latin) return true;  // nobody knows how the word is pronounced
  switch (after) {
    case After::any: return true;
    case After::consonant: return final != 0;
    case After::vowel: return final == 0;
    case After::vowel_or_l: return final == 0 || final == kFinalL;
    case After::ta_marbuta: return is_ta_marbuta;
    case After::other: break;
  }
  return !is_ta_marbuta;
}

template <class Use>
void for_each_form(std::string_view forms, Use use) {
  for (std::size_t at = 0; at <= forms.size();) {
    const std::size_t end = std::min(forms.find('|', at), forms.size());
    use(forms.substr(at, end - at));
    at = end + 1;
  }
}

std::set<std::string_view> undivided_words() {
  std::set<std::string_view> words;
  for (const Glued& row : kGlued)
    if (row.side == Side::none)
      for_each_form(row.forms, [&words](std::string_view word) { words.insert(word); });
  return words;
}

// True for words that the table lists as one word, although they look like a word with something
// attached.
bool is_undivided(std::string_view form) {
  static const std::set<std::string_view> words = undivided_words();
  return words.contains(form);
}

// Calls use(row, form) for everything that can be attached to this side of a word.
template <class Use>
void for_each_glued(const WordShape& word, Side side, Use use) {
  const Script script = word.script == Script::latin ? Script::hangul : word.script;
  const std::size_t letters = word.script == Script::latin ? 1 : word.letters;
  for (const Glued& row : kGlued)
    if (row.script == script && row.side == side && letters >= row.least_letters &&
        fits(row.after, word))
      for_each_form(row.forms, [&](std::string_view form) { use(row, form); });
}

std::string without_last_letter(std::string_view word) {
  std::size_t end = word.size();
  while (end > 0 && continues_character(word[--end])) {
  }
  return std::string(word.substr(0, end));
}

// Adds the forms with an ending, for a word that counts as having `letters` letters.
void add_endings(const std::string& word, std::size_t letters, std::vector<std::string>& forms) {
  WordShape shape = shape_of(word);
  shape.letters = letters;
  for_each_glued(shape, Side::behind, [&](const Glued& row, std::string_view ending) {
    std::string form = row.after == After::ta_marbuta ? without_last_letter(word) : word;
    form += ending;
    if (!is_undivided(form)) forms.push_back(std::move(form));
  });
}

void add_beginnings(std::vector<std::string>& forms, const WordShape& shape) {
  const std::vector<std::string> plain = forms;
  for_each_glued(shape, Side::before, [&](const Glued&, std::string_view beginning) {
    for (const std::string& form : plain) forms.push_back(std::string(beginning) + form);
  });
}

}  // namespace

std::vector<std::string> affixed_forms(std::string_view folded, AffixSides sides) {
  std::vector<std::string> forms{std::string(folded)};
  const WordShape shape = shape_of(folded);
  if (shape.script == Script::other) return forms;
  if (sides.behind) {
    add_endings(std::string(folded), shape.letters, forms);
    for_each_glued(shape, Side::between, [&](const Glued&, std::string_view between) {
      add_endings(std::string(folded) + std::string(between), 1, forms);
    });
  }
  if (sides.before) add_beginnings(forms, shape);
  return forms;
}

std::vector<std::string> words_without_glue(std::string_view folded) {
  std::vector<std::string> words;
  const Script script = shape_of(folded).script;
  if (is_undivided(folded)) return words;
  const std::size_t least = script == Script::hangul ? kLeastSyllablesLeft : kLeastLeft;
  for (const Glued& row : kGlued) {
    if (row.script != script || !row.is_taken_off) continue;
    for_each_form(row.forms, [&](std::string_view glued) {
      const bool is_before = row.side == Side::before;
      if (is_before ? !folded.starts_with(glued) : !folded.ends_with(glued)) return;
      const std::string_view word =
          is_before ? folded.substr(glued.size()) : folded.substr(0, folded.size() - glued.size());
      const WordShape shape = shape_of(word);
      const bool is_word = shape.script == script || shape.script == Script::latin;
      if (is_word && shape.letters >= std::max(row.least_letters, least) && fits(row.after, shape))
        words.emplace_back(word);
    });
  }
  return words;
}

bool has_forms_of_another_script(std::string_view folded) {
  return shape_of(folded).script == Script::latin;
}

}  // namespace newsindex
