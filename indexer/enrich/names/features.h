// SPDX-License-Identifier: GPL-3.0-or-later
// The features of a token as rows of a table of weights (hashed: Weinberger et al.: Feature Hashing
// for Large Scale Multitask Learning, ICML 2009). Training and tagging use the same code.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "indexer/enrich/names/word_form.h"

namespace newsindex {

inline constexpr unsigned kNameRowBits = 18;
inline constexpr std::size_t kNameRows = std::size_t{1} << kNameRowBits;

// The words that affect a token: itself and two on each side.
inline constexpr int kReach = 2;
inline constexpr std::size_t kWindow = 2 * kReach + 1;

enum class SentenceCase : std::uint8_t { normal, title, capitals };
inline constexpr std::size_t kSentenceCases = 3;

// What the rest of the article shows about a word.
struct Elsewhere {
  bool lower = false;    // it occurs in small letters
  bool capital = false;  // it occurs with a capital, not at the beginning of a sentence
};

struct TokenContext {
  std::array<const WordForm*, kWindow> words{};  // the token itself is words[kReach]
  SentenceCase sentence_case = SentenceCase::normal;
  bool first = false;  // first token of its sentence
  Elsewhere elsewhere;
};

using Rows = std::vector<std::uint32_t>;

// Appends the rows of the features of a single word, for the token that stands `distance` (-2..2)
// words before it. They do not depend on where the word stands, so a tagger can cache their sum.
void append_word_rows(const WordForm& word, int distance, Rows& rows);

// Appends the rows of the features that join several words. A tagger calls the functions below
// instead, and caches the rows that recur.
void append_joint_rows(const TokenContext& context, Rows& rows);

// The row of a word's shape and the case of its sentence.
std::uint32_t shape_row(const WordForm& word, SentenceCase sentence_case);

// The rows that two neighbouring words add to each other.
struct PairRows {
  std::array<std::uint32_t, 4> of_first{};
  std::array<std::uint32_t, 5> of_second{};
  // Hashes of the features that join these two words with a third: for the second of the two as
  // token, for the word after them, and for the word before them.
  std::array<std::uint64_t, 3> joins{};
};
PairRows pair_rows(const WordForm& a, const WordForm& b);

// The rows of the three features of a token that join three words. `around`: from the pair of the
// word before and the token; `before`, `after`: from the pair of words on that side.
struct TripleJoins {
  std::uint64_t around = 0;
  std::uint64_t before = 0;
  std::uint64_t after = 0;
};
std::array<std::uint32_t, 3> triple_rows(const TripleJoins& joins, const WordForm& word,
                                         const WordForm& after);

// What is known of a token apart from its words.
struct TokenPlace {
  SentenceCase sentence_case = SentenceCase::normal;
  bool first = false;  // first token of its sentence
  bool capital = false;
  Elsewhere elsewhere;
};
std::uint32_t place_row(const TokenPlace& place);
std::uint32_t elsewhere_row(const TokenPlace& place);  // only for words with a capital

}  // namespace newsindex
