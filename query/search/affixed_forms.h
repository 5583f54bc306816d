// SPDX-License-Identifier: GPL-3.0-or-later
// Forms of a word in languages that attach small words to it: Korean particles (한국어, 한국어를),
// the article, conjunctions and prepositions of Arabic and Hebrew (قضية, والقضية), Arabic and
// Persian endings. Texts are indexed as they are written; a query looks for all forms of its words,
// so two different words are never treated as the same. The small words are data: see
// affixed_forms.inc.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace newsindex {

// On which sides of the word something may be attached.
struct AffixSides {
  bool before = true;
  bool behind = true;
};

// Returns the folded word, then its forms. Only the word itself if its script has no such forms.
// Words in Latin letters can have Korean particles (bts가).
std::vector<std::string> affixed_forms(std::string_view folded, AffixSides sides = {});

// The words that are left when something attached is taken off a folded word. Empty if nothing is
// attached, or if what looks attached could be part of the word.
std::vector<std::string> words_without_glue(std::string_view folded);

// True for words in Latin letters that only have forms in texts of another script: each form is the
// word followed by one of these bytes.
bool has_forms_of_another_script(std::string_view folded);
inline constexpr std::string_view kFirstBytesOfHangul = "\xea\xeb\xec\xed";

}  // namespace newsindex
