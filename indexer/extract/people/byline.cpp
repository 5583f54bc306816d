// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/extract/people/byline.h"

#include <algorithm>
#include <array>

#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include "indexer/extract/blocks/boilerplate.h"
#include "indexer/extract/dates/dates.h"
#include "indexer/extract/dates/dates_names.h"
#include "indexer/extract/people/author_names.h"
#include "indexer/extract/text/lines.h"
#include "indexer/extract/text/rule_words.h"
#include "schema/text/trimmed.h"

namespace newsindex {
namespace {

constexpr std::size_t kLongestLine = 200;
constexpr std::size_t kMostNameWords = 5;
constexpr std::size_t kLongestNames = 90;

// True for the words before the names. `words` is folded and has no colon.
bool is_label(std::string_view words) {
  static const WordSet& labels = people_words("label");
  static const WordSet& authors = people_words("author");
  return labels.contains(words) || authors.contains(words);
}

bool is_particle(std::string_view word) {
  static const WordSet& particles = people_words("particle");
  static const WordSet& more = people_words("particle_of_byline");
  return particles.contains(word) || more.contains(word);
}

bool is_joiner(std::string_view word) {
  static const WordSet& joiners = people_words("joiner");
  return joiners.contains(word);
}

// The text without the marks that separate names from the rest of a line.
std::string_view bare(std::string_view text) {
  return trimmed_front(trimmed(text, " ,;|/-\t"), " ,;|/-:\t");
}

UChar32 first_character(std::string_view word) {
  const auto text = icu::UnicodeString::fromUTF8(icu::StringPiece(
      word.data(), static_cast<std::int32_t>(std::min<std::size_t>(word.size(), 8))));
  return text.char32At(0);
}

// "Jane", "O'Neil", "J.", "MÜLLER", but not "2023", "says".
bool is_name_word(std::string_view word) {
  if (word.find_first_of("0123456789!?:;@#_*<>[]{}\"=") != std::string_view::npos) return false;
  if (word.ends_with('.') && word.size() > 4) return false;
  const UChar32 c = first_character(word);
  return u_isUUppercase(c) || (u_isalpha(c) && !u_isULowercase(c));
}

// True for capitalised words, with particles between them, if they are not too many for a name.
bool is_name(std::string_view text, std::size_t fewest) {
  const auto words = words_of(text);
  std::size_t capitalised = 0;
  for (const std::string_view word : words) {
    if (is_name_word(word)) {
      ++capitalised;
    } else if (!is_particle(word) || &word == &words.back()) {
      return false;
    }
  }
  return capitalised >= fewest && words.size() <= kMostNameWords;
}

// Splits a line at marks such as "|", "·", "•", " - ", " / ", and dashes.
std::vector<std::string_view> parts_of_line(std::string_view line) {
  constexpr std::array<std::string_view, 10> kMarks{"|",   "·",   "•",   "●",   "∙",
                                                    " - ", " – ", " — ", " / ", "…"};
  return cut_at(line, kMarks);
}

std::string_view without_colon(std::string_view words) {
  while (words.ends_with(':') || words.ends_with(' ')) words.remove_suffix(1);
  return words;
}

// The text after the opening words of a byline, or empty. Words are compared in folded form, so the
// place of the cut is found by counting words.
std::string_view after_opening(std::string_view part) {
  const auto words = words_of(part);
  std::string folded;
  std::string_view rest;
  for (std::size_t i = 0; i + 1 < words.size() && i < 4; ++i) {
    folded += (i > 0 ? " " : "") + folded_name(words[i]);
    if (is_label(without_colon(folded))) {
      rest = part.substr(static_cast<std::size_t>(words[i + 1].data() - part.data()));
    }
  }
  return rest;
}

// "Jane Doe and John Roe, Staff Writers" -> "Jane Doe", which decides whether these are names.
std::string_view first_name_in(std::string_view names) {
  std::size_t end = names.find_first_of(",;(/");
  end = std::min(end, names.size());
  for (const std::string_view word : words_of(names)) {
    const auto at = static_cast<std::size_t>(word.data() - names.data());
    if (at > 0 && at < end && is_joiner(word)) end = at;
  }
  return bare(names.substr(0, end));
}

// The text after a name and after the "and" or comma that follows the name.
std::string_view after_name(std::string_view names, std::string_view name) {
  names.remove_prefix(static_cast<std::size_t>(name.data() - names.data()) + name.size());
  names = bare(names);
  const std::string_view word = names.substr(0, names.find(' '));
  return is_joiner(word) ? bare(names.substr(word.size())) : names;
}

// True for "Jane", but not for "BREAKING" or a word in a script without capitals.
bool is_capitalised(std::string_view word) {
  const auto text = icu::UnicodeString::fromUTF8(
      icu::StringPiece(word.data(), static_cast<std::int32_t>(word.size())));
  for (std::int32_t i = text.moveIndex32(0, 1); i < text.length(); i = text.moveIndex32(i, 1)) {
    if (u_isULowercase(text.char32At(i))) return u_isUUppercase(text.char32At(0)) != 0;
  }
  return false;
}

// True if a name may be a heading or menu, which are capitalised as well: "Cake Recipes News",
// "Keine Kommentare".
bool may_be_heading(std::string_view name) {
  static const WordSet& no_names = people_words("no_name");
  const auto words = words_of(name);
  return kind_of(make_block(name)) != BlockKind::plain || !is_capitalised(words.front()) ||
         is_particle(folded_name(words.front())) ||
         std::ranges::any_of(
             words, [](std::string_view word) { return no_names.contains(folded_name(word)); });
}

// The names up to a word that starts something else: "Jane Doe Photo: AP", "Jane Doe On [2 April]".
std::string_view before_other_words(std::string_view names) {
  static const WordSet& ends = people_words("before_date");
  for (const std::string_view word : words_of(names)) {
    const auto at = static_cast<std::size_t>(word.data() - names.data());
    if (word.ends_with(':') || word.starts_with("©") || (word[0] >= '0' && word[0] <= '9') ||
        (at > 0 && ends.contains(folded_name(word)))) {
      return bare(names.substr(0, at));
    }
  }
  return names;
}

std::vector<std::string> authors_after(std::string_view names, std::size_t fewest_words) {
  if (names.ends_with('.') || names.ends_with('?')) return {};
  names = before_other_words(names);
  if (!is_name(first_name_in(names), fewest_words)) return {};
  auto authors = author_names(names);
  // In "Jane Doe, Brest", a single word after a full name is a place or an agency.
  const std::size_t fewest = !authors.empty() && is_name(authors.front(), 2) ? 2 : 1;
  std::erase_if(authors, [=](const std::string& name) { return !is_name(name, fewest); });
  return authors;
}

// The parts of a line before and after its date.
std::vector<std::string_view> parts_beside(std::string_view line, const DateReading& date) {
  auto parts = parts_of_line(line.substr(0, date.start));
  const auto after = parts_of_line(line.substr(date.end));
  parts.insert(parts.end(), after.begin(), after.end());
  return parts;
}

}  // namespace

std::vector<std::string> byline_authors(std::string_view line) {
  if (line.size() > kLongestLine) return {};
  const auto date = find_date(line);
  // Next to a date, one word is enough for a name: "2 April 2023 by Heiko".
  const std::size_t fewest_words = date ? 1 : 2;
  for (const std::string_view part : date ? parts_beside(line, *date) : parts_of_line(line)) {
    const std::string_view names = after_opening(bare(part));
    if (names.empty()) continue;
    auto authors = authors_after(bare(names), fewest_words);
    if (!authors.empty()) return authors;
  }
  return {};
}

bool is_byline_label(std::string_view words) { return is_label(without_colon(folded_name(words))); }

bool begins_with_author_label(std::string_view line) {
  static const WordSet& authors = people_words("author");
  const std::string_view word = line.substr(0, line.find(' '));
  return authors.contains(without_colon(folded_name(word)));
}

std::string_view after_byline_label(std::string_view line) {
  return line.size() > kLongestLine ? std::string_view() : trimmed(after_opening(trimmed(line)));
}

std::vector<std::string> names_beside_date(std::string_view line) {
  const auto date = line.size() <= kLongestLine ? find_date(line) : std::nullopt;
  if (!date || date->published.precision < Precision::day) return {};
  for (const std::string_view part : parts_beside(line, *date)) {
    if (is_name_line(part)) return author_names(bare(part));
  }
  return {};
}

bool is_name_line(std::string_view line) {
  if (line.size() > kLongestNames) return false;
  std::string_view rest = bare(line);
  std::size_t names = 0;
  while (!rest.empty()) {
    const std::string_view name = first_name_in(rest);
    if (!is_name(name, 2) || words_of(name).size() > 4 || may_be_heading(name)) return false;
    ++names;
    rest = after_name(rest, name);
  }
  return names > 0;
}

}  // namespace newsindex
