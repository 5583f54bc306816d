// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/enrich/names/tokens.h"

#include <algorithm>
#include <array>
#include <string>

#include "indexer/enrich/entities/resolve_text.h"
#include "schema/text/ascii.h"

namespace newsindex {
namespace {

constexpr std::size_t kLongestSentence = 160;  // tokens; tables and lists have no full stops

bool is_letter(char c) {
  return is_upper(c) || is_lower(c) || (static_cast<unsigned char>(c) >= 0x80);
}
bool is_word(char c) { return is_letter(c) || is_digit(c); }
bool is_ascii_word(char c) {
  const char small = static_cast<char>(c | 0x20);
  return (small >= 'a' && small <= 'z') || is_digit(c);
}

// The length in bytes of a non-ASCII punctuation mark at `at`, or 0: dashes, quotation marks,
// ellipsis, bullets, no-break space, Spanish ¿ ¡ and guillemets. Such marks are tokens of their
// own.
std::size_t mark_length(std::string_view text, std::size_t at) {
  if (at >= text.size() || static_cast<unsigned char>(text[at]) < 0x80) return 0;
  const auto byte = [&](std::size_t i) {
    return at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0u;
  };
  if (byte(0) == 0xC2 && (byte(1) == 0xA0 || byte(1) == 0xA1 || byte(1) == 0xAB ||
                          byte(1) == 0xBB || byte(1) == 0xBF || byte(1) == 0xB7))
    return 2;
  if (byte(0) == 0xE2 && byte(1) == 0x80 && byte(2) >= 0x80 && byte(2) <= 0xBA) return 3;
  if (byte(0) == 0xE3 && byte(1) == 0x80 && byte(2) <= 0x91) return 3;
  return 0;
}

// The length of an apostrophe, straight or curved, at `at`, or 0.
std::size_t apostrophe_length(std::string_view text, std::size_t at) {
  if (at < text.size() && text[at] == '\'') return 1;
  return text.substr(at, 3) == "\u2019" ? 3 : 0;
}

// True if the character at `at` may stand inside the word that begins at `start`.
bool joins(std::string_view text, std::size_t start, std::size_t at) {
  const char before = text[at - 1];
  const char after = at + 1 < text.size() ? text[at + 1] : ' ';
  switch (text[at]) {
    case '-':
    case '&': return is_word(after) && mark_length(text, at + 1) == 0;
    case '_':
    case '@': return true;
    case ',': return is_digit(before) && is_digit(after);
    case '.': {
      if (is_digit(before)) return is_digit(after);
      const bool initial = at - start == 1 || text[at - 2] == '.' || text[at - 2] == '-';
      if (is_letter(before) && initial && (is_upper(before) || is_letter(after))) return true;
      return is_letter(before) && is_letter(after) && (is_lower(after) || !is_lower(before));
    }
    default: return false;
  }
}

std::size_t clitic_length(std::string_view text, std::size_t at) {
  const std::size_t mark = apostrophe_length(text, at);
  if (mark == 0) return 0;
  const std::size_t letter = at + mark;
  const bool is_s = letter < text.size() && (text[letter] == 's' || text[letter] == 'S');
  const bool ends = letter + 1 >= text.size() || !is_word(text[letter + 1]);
  return is_s && ends ? mark + 1 : 0;
}

// True for an apostrophe inside a name or a contraction: O'Brien, Sana'a, don't.
bool apostrophe_joins(std::string_view text, std::size_t at) {
  const std::size_t mark = apostrophe_length(text, at);
  return mark > 0 && clitic_length(text, at) == 0 && at + mark < text.size() &&
         is_letter(text[at + mark]) && mark_length(text, at + mark) == 0;
}

// True if a full stop after this word belongs to it and does not end a sentence.
bool is_abbreviation(std::string_view word, const NameWords& words) {
  constexpr std::size_t kLongest = 8;
  return !word.empty() && word.size() <= kLongest && words.is(WordKind::abbreviation, word);
}

// The length of the apostrophe at the end of an elided word ("d'Estaing", "dell'Interno"), or 0.
std::size_t elision_length(std::string_view text, std::size_t start, std::size_t at,
                           const NameWords& words) {
  const std::size_t mark = apostrophe_length(text, at);
  if (mark == 0 || at == start || !words.has_any(WordKind::elision)) return 0;
  return words.is(WordKind::elision, name_key(text.substr(start, at - start))) ? mark : 0;
}

std::size_t word_end(std::string_view text, std::size_t start, const NameWords& words) {
  std::size_t at = start;
  while (at < text.size()) {
    if (is_ascii_word(text[at])) {
      ++at;
      continue;
    }
    if (const std::size_t mark = elision_length(text, start, at, words); mark > 0) return at + mark;
    if (mark_length(text, at) > 0 && !apostrophe_joins(text, at)) break;
    if (is_word(text[at])) {
      ++at;
    } else if (at > start && apostrophe_joins(text, at)) {
      at += apostrophe_length(text, at);
    } else if (at > start && joins(text, start, at)) {
      ++at;
    } else {
      break;
    }
  }
  const bool stop = at < text.size() && text[at] == '.';
  if (stop && is_abbreviation(text.substr(start, at - start), words)) ++at;
  return at;
}

std::size_t token_end(std::string_view text, std::size_t start, const NameWords& words) {
  if (const std::size_t clitic = clitic_length(text, start); clitic > 0) return start + clitic;
  if (const std::size_t mark = mark_length(text, start); mark > 0) return start + mark;
  const char c = text[start];
  const bool tag = (c == '@' || c == '#') && start + 1 < text.size() && is_word(text[start + 1]);
  if (tag) return word_end(text, start + 1, words);
  if (is_word(c)) return word_end(text, start, words);
  std::size_t end = start + 1;
  while (end < text.size() && text[end] == c && (c == '.' || c == '-' || c == '`' || c == '\''))
    ++end;
  return end;
}

class Cutter {
 public:
  Cutter(std::string_view text, const NameWords& words) : words_(words) {
    constexpr std::size_t kBytesPerToken = 5;
    cut_.text = text;
    cut_.tokens.reserve(text.size() / kBytesPerToken);
  }

  CutText cut() {
    const std::string_view text = cut_.text;
    for (std::size_t at = 0; at < text.size();) {
      if (is_space(text[at])) {
        at = skip_space(at);
        continue;
      }
      const std::size_t end = token_end(text, at, words_);
      add(at, end);
      at = end;
    }
    end_sentence();
    return std::move(cut_);
  }

 private:
  std::size_t skip_space(std::size_t at) {
    int lines = 0;
    for (; at < cut_.text.size() && is_space(cut_.text[at]); ++at) lines += cut_.text[at] == '\n';
    if (lines > 1) end_sentence();
    return at;
  }

  void add(std::size_t start, std::size_t end) {
    const std::string_view word = cut_.text.substr(start, end - start);
    if ((ended_ && begins_sentence(start)) || begins_behind_name(word)) end_sentence();
    cut_.tokens.push_back({static_cast<std::uint32_t>(start), static_cast<std::uint32_t>(end)});
    const bool stop = word == "." || word == "?" || word == "!";
    const bool closes = ended_ && (word == "\"" || word == "''" || word == ")" || word == "\u201d");
    ended_ = stop || closes;
    if (length() >= kLongestSentence) end_sentence();
  }

  // True if a sentence begins after the abbreviation that ends a name: "Martin Luther King Jr.
  // Obama received it.", but not "Samuel Montagu Co. Ltd."
  bool begins_behind_name(std::string_view word) const {
    return length() > 0 && is_upper(word.front()) &&
           closes_name(cut_.word(cut_.tokens.size() - 1)) && !closes_name(word);
  }

  bool closes_name(std::string_view word) const {
    return word.size() > 1 && word.back() == '.' &&
           words_.is(WordKind::closing, word.substr(0, word.size() - 1));
  }

  // After a stop: true for a capital, digit, bracket or quotation mark that follows a space.
  bool begins_sentence(std::size_t at) const {
    const char c = cut_.text[at];
    const bool apart = at > 0 && is_space(cut_.text[at - 1]);
    if (!apart) return false;
    // A quotation mark after a stop with spaces on both sides closes the quoted sentence.
    if (c == '"' && at + 1 < cut_.text.size() && is_space(cut_.text[at + 1])) return false;
    return !is_lower(c) && c != ')' && c != ',' && c != '\'';
  }

  std::size_t length() const {
    return cut_.tokens.size() - (cut_.sentence_ends.empty() ? 0 : cut_.sentence_ends.back());
  }

  void end_sentence() {
    if (length() > 0) cut_.sentence_ends.push_back(static_cast<std::uint32_t>(cut_.tokens.size()));
    ended_ = false;
  }

  const NameWords& words_;
  CutText cut_;
  bool ended_ = false;
};

}  // namespace

CutText cut_names(std::string_view text, const NameWords& words) {
  return Cutter(text, words).cut();
}

}  // namespace newsindex
