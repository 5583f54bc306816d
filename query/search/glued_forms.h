// SPDX-License-Identifier: GPL-3.0-or-later
// Forms of a word where a language writes small words to it: Korean particles (한국어, 한국어를),
// the article, conjunctions and prepositions of Arabic and Hebrew (قضية, والقضية), Arabic and
// Persian endings. Texts are indexed as they are written; a query asks for all forms of its words,
// so no two words are ever taken for the same one. The small words are data: see glued_forms.inc.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace newsindex {

// On which sides of the word something may be written to it.
struct GluedSides {
  bool before = true;
  bool behind = true;
};

// A folded word and its forms, the word itself first; it alone where its script has none. Words in
// Latin letters have Korean particles (bts가).
std::vector<std::string> glued_forms(std::string_view folded, GluedSides sides = {});

// What is left of a folded word when what is written to it is taken off; empty where there is
// nothing, or where it could be a part of the word.
std::vector<std::string> words_without_glue(std::string_view folded);

// True for the words of Latin letters that have forms only in texts of another script: the forms
// begin with the word and one of these bytes.
bool has_forms_of_another_script(std::string_view folded);
inline constexpr std::string_view kFirstBytesOfHangul = "\xea\xeb\xec\xed";

}  // namespace newsindex
