// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/enrich/lists/authority_case.h"

#include <algorithm>
#include <array>
#include <limits>

#include <unicode/uchar.h>

#include "schema/text/characters.h"

namespace newsindex {
namespace {

constexpr std::size_t kLongAcronym = 4;     // letters that allow one capital: Nato, but not Who
constexpr std::size_t kTellingWord = 5;     // letters of a likely name in texts of one case
constexpr std::uint32_t kHeadlineWord = 4;  // bytes; shorter words are small in headlines, too
constexpr std::uint32_t kLeastWords = 3;

// Words that begin names and are often written small there: the Guardian, al-Qaeda, de Gaulle.
constexpr std::array<std::string_view, 19> kSmallWords{
    "the", "al",  "el", "de", "da",  "di",  "du",  "del", "van", "von",
    "der", "den", "la", "le", "los", "las", "bin", "ibn", "abu"};

bool is_small_word(std::string_view folded) {
  return std::find(kSmallWords.begin(), kSmallWords.end(), folded) != kSmallWords.end();
}

bool is_upper(char32_t c) {
  if (c < 0x80) return c >= 'A' && c <= 'Z';
  return u_isupper(static_cast<UChar32>(c)) || u_istitle(static_cast<UChar32>(c));
}

bool is_lower(char32_t c) {
  if (c < 0x80) return c >= 'a' && c <= 'z';
  return u_islower(static_cast<UChar32>(c));
}

char32_t first_character(std::string_view text, const Token& word) {
  std::size_t at = word.start;
  return next_character(text, at);
}

bool begins_upper(std::string_view text, const Token& word) {
  return is_upper(first_character(text, word));
}

struct Letters {
  std::uint32_t upper = 0;
  std::uint32_t lower = 0;
  std::uint32_t all = 0;
};

Letters letters_in(std::string_view text) {
  Letters letters;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_character(text, at);
    const bool upper = is_upper(c);
    const bool lower = is_lower(c);
    letters.upper += upper;
    letters.lower += lower;
    letters.all += upper || lower || (c >= 0x80 && u_isalpha(static_cast<UChar32>(c)));
  }
  return letters;
}

std::string_view name_text(std::string_view text, const Token& word) {
  return text.substr(word.start, end_of_name(text, word) - word.start);
}

// Every sentence begins with a capital, so a capital says less there.
bool begins_sentence(std::string_view text, std::uint32_t start) {
  while (start > 0 && (text[start - 1] == ' ' || text[start - 1] == '"')) --start;
  constexpr std::string_view kEnds = ".!?:\n\xA6\x9C\x9D";  // the last byte of … “ ”
  return start == 0 || kEnds.find(text[start - 1]) != std::string_view::npos;
}

Certainty judge_acronym(std::string_view text, const Token& word, LetterCase text_case) {
  const Letters letters = letters_in(name_text(text, word));
  if (letters.upper >= 2 || letters.all < 2) return Certainty::sure;
  if (letters.all < kLongAcronym || letters.upper == 0) return Certainty::none;
  const bool is_telling = text_case == LetterCase::running && !begins_sentence(text, word.start);
  return is_telling ? Certainty::sure : Certainty::unsure;
}

Certainty judge_word(const NameCase& name, std::string_view text, const Token& word,
                     LetterCase text_case) {
  if (text_case == LetterCase::all_capital || text_case == LetterCase::all_small)
    return name.letters < kTellingWord ? Certainty::unsure : Certainty::likely;
  if (name.is_acronym) return judge_acronym(text, word, text_case);
  if (letters_in(name_text(text, word)).upper == 0) return Certainty::none;
  if (text_case == LetterCase::running) return Certainty::sure;
  return name.letters < kTellingWord ? Certainty::unsure : Certainty::likely;
}

}  // namespace

LetterCase letter_case_of(std::string_view text, std::span<const Token> tokens) {
  std::uint32_t small = 0;       // words that begin with a small letter
  std::uint32_t capital = 0;     // with a capital
  std::uint32_t long_small = 0;  // the same, of words that are not too short
  std::uint32_t long_capital = 0;
  std::uint32_t mixed = 0;  // a capital, then a small letter
  for (const Token& token : tokens) {
    if (token.joined) continue;
    std::size_t at = token.start;
    const char32_t first = next_character(text, at);
    const bool is_long = token.end - token.start >= kHeadlineWord;
    const bool upper = is_upper(first);
    const bool lower = is_lower(first);
    capital += upper;
    small += lower;
    long_capital += upper && is_long;
    long_small += lower && is_long;
    if (upper && at < token.end) mixed += is_lower(next_character(text, at));
  }
  if (small + capital < kLeastWords) return LetterCase::title;
  if (capital == 0) return LetterCase::all_small;
  if (10 * (small + mixed) <= small + capital) return LetterCase::all_capital;
  const bool is_title = long_capital >= kLeastWords && long_capital >= 4 * long_small;
  return is_title ? LetterCase::title : LetterCase::running;
}

NameCase case_of_name(std::string_view written, std::span<const Token> words) {
  NameCase name;
  std::uint32_t count = 0;
  for (const Token& word : words) {
    if (word.joined) continue;
    if (count < 32 && begins_upper(written, word)) name.capitals |= 1u << count;
    ++count;
  }
  const bool has_others = (name.capitals & ~1u) != 0;
  if (has_others && is_small_word(words.front().term)) name.capitals &= ~1u;
  const Letters letters = letters_in(written);
  name.letters = static_cast<std::uint16_t>(
      std::min<std::uint32_t>(letters.all, std::numeric_limits<std::uint16_t>::max()));
  name.is_one_word = count == 1;
  name.is_acronym = count == 1 && letters.upper >= 2 && letters.lower == 0;
  name.has_capital = letters.upper > 0;
  return name;
}

Certainty judge(const NameCase& name, std::string_view text, std::span<const Token> words,
                LetterCase text_case) {
  if (!name.has_capital) return Certainty::sure;  // small in its list, or no letter case
  if (name.is_one_word) return judge_word(name, text, words.front(), text_case);
  if (text_case == LetterCase::all_capital || text_case == LetterCase::all_small)
    return Certainty::sure;
  std::uint32_t index = 0;
  for (const Token& word : words) {
    if (word.joined) continue;
    const bool wants_capital = index < 32 && (name.capitals >> index & 1u) != 0;
    if (wants_capital && !begins_upper(text, word)) return Certainty::none;
    ++index;
  }
  return Certainty::sure;
}

std::uint32_t end_of_name(std::string_view text, const Token& last) {
  const std::string_view word = text.substr(last.start, last.end - last.start);
  for (const std::string_view suffix : {"'s", "\u2019s", "'S", "\u2019S"})
    if (word.size() > suffix.size() && word.ends_with(suffix))
      return last.end - static_cast<std::uint32_t>(suffix.size());
  const bool has_dots = word.find('.') != std::string_view::npos && last.term.size() < word.size();
  const bool dot_follows = last.end < text.size() && text[last.end] == '.';
  return has_dots && dot_follows ? last.end + 1 : last.end;
}

}  // namespace newsindex
