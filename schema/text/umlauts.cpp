// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/text/umlauts.h"

#include <array>
#include <utility>

#include <unicode/uchar.h>

#include "schema/text/characters.h"

namespace newsindex {
namespace {

constexpr std::size_t kLeastLetters = 4;  // bytes; doe, poe, sue are words of other languages

// Umlauts as one character, and with a combining mark.
constexpr std::array<std::pair<std::string_view, std::string_view>, 12> kUmlauts{
    {{"\u00e4", "ae"},
     {"\u00f6", "oe"},
     {"\u00fc", "ue"},
     {"\u00c4", "Ae"},
     {"\u00d6", "Oe"},
     {"\u00dc", "Ue"},
     {"a\u0308", "ae"},
     {"o\u0308", "oe"},
     {"u\u0308", "ue"},
     {"A\u0308", "Ae"},
     {"O\u0308", "Oe"},
     {"U\u0308", "Ue"}}};

}  // namespace

std::string umlauts_spelt_out(std::string_view text) {
  std::string spelt;
  while (!text.empty()) {
    std::size_t taken = 0;
    for (const auto& [umlaut, letters] : kUmlauts) {
      if (!text.starts_with(umlaut)) continue;
      spelt += letters;
      taken = umlaut.size();
      break;
    }
    if (taken == 0) spelt += text.front();
    text.remove_prefix(taken == 0 ? 1 : taken);
  }
  return spelt;
}

std::string spelt_out_umlauts_joined(std::string_view folded) {
  std::string joined;
  for (std::size_t at = 0; at < folded.size(); ++at) {
    const char c = folded[at];
    joined += c;
    const char before = at > 0 ? folded[at - 1] : ' ';
    const bool is_vowel = c == 'a' || c == 'o' || c == 'u';
    const bool is_other = std::string_view("aeoq").find(before) != std::string_view::npos;
    if (is_vowel && !is_other && at + 1 < folded.size() && folded[at + 1] == 'e') ++at;
  }
  return joined == folded || folded.size() < kLeastLetters ? "" : joined;
}

bool is_one_word(std::string_view folded) {
  return !folded.empty() && folded.find(' ') == std::string_view::npos;
}

std::string spelt_out_name(std::string_view word) {
  std::size_t at = 0;
  if (word.empty() || !u_isupper(static_cast<UChar32>(next_character(word, at)))) return {};
  const std::string spelt = umlauts_spelt_out(word);
  std::string folded;
  if (spelt != word) append_folded_word(folded, spelt);
  return folded;
}

bool may_have_umlauts(std::string_view text) {
  return text.find('\xc3') != std::string_view::npos || text.find('\xcc') != std::string_view::npos;
}

}  // namespace newsindex
