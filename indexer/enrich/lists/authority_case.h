// SPDX-License-Identifier: GPL-3.0-or-later
// Decides by letter case whether words are a name: WHO and "who", Apple and "apple". Letter case
// helps only if the text uses both cases.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "schema/text/analyzer.h"

namespace newsindex {

// How a text uses capitals.
enum class LetterCase : std::uint8_t {
  running,  // ordinary sentences, or a script without letter case
  title,    // A Headline Like This, or too few words to tell: a capital says little
  all_capital,
  all_small,
};

// REQUIRES: the tokens are those of the text.
LetterCase letter_case_of(std::string_view text, std::span<const Token> tokens);

// How sure it is that the words are the name.
enum class Certainty : std::uint8_t {
  none,
  unsure,  // counts if the same entity is surely named elsewhere in the article
  likely,  // counts then, and if no text of the article has ordinary letter case
  sure,
};

// The capitals of a name as it is written in a list.
struct NameCase {
  // A bit for each of the first 32 words: set if the word begins with a capital and needs one in a
  // text, too ("The" of "The Hague" does not).
  std::uint32_t capitals = 0;
  std::uint16_t letters = 0;  // number of letters, saturating
  bool is_one_word = false;   // as the analyzer splits it
  bool is_acronym = false;    // one word of capitals alone: WHO, U.N.
  bool has_capital = false;   // anywhere: iPhone
  friend bool operator==(const NameCase&, const NameCase&) = default;
};
NameCase case_of_name(std::string_view written, std::span<const Token> words);

// How sure it is that these words of the text are the name. `text_case` is how the text uses
// capitals. In running text every word that has a capital in the name must have one, and a short
// acronym more than one. In headlines and texts of one case only names of several words are sure.
Certainty judge(const NameCase& name, std::string_view text, std::span<const Token> words,
                LetterCase text_case);

// The end of a name whose last word is `last`: without a possessive 's, and with the last dot of
// U.N.
std::uint32_t end_of_name(std::string_view text, const Token& last);

}  // namespace newsindex
