// SPDX-License-Identifier: GPL-3.0-or-later
// What the name tagger sees of a word: hashes of its spelling and shape, and its clusters.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "indexer/enrich/languages/vocabulary.h"

namespace newsindex {

struct WordForm {
  static constexpr std::size_t kAffixes = 3;  // of 2, 3 and 4 bytes

  std::uint64_t word = 0;     // as written
  std::uint64_t lower = 0;    // in small letters
  std::uint64_t meaning = 0;  // see WordMeaning
  std::uint64_t shape = 0;    // "Xx" for Beijing, "X.X." for U.S., "d-x" for 27-year
  std::uint64_t long_shape = 0;
  std::array<std::uint64_t, kAffixes> prefixes{};
  std::array<std::uint64_t, kAffixes> suffixes{};
  WordCluster cluster;
  bool capital = false;   // begins with a capital
  bool all_caps = false;  // has letters, none of them small
  bool lower_case = false;
  bool letters = false;  // begins with a letter
};

WordForm form_of(std::string_view word, const Vocabulary& vocabulary);

// The words that fill the places before the first and after the last word of a sentence.
const WordForm& beginning_of_sentence();
const WordForm& end_of_sentence();

}  // namespace newsindex
