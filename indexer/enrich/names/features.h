// SPDX-License-Identifier: GPL-3.0-or-later
// The features of a token as rows of a table of weights (hashed: Weinberger et al.: Feature Hashing
// for Large Scale Multitask Learning, ICML 2009). Training and tagging use the same code.
#pragma once

#include <array>
#include <cstdint>
#include <initializer_list>
#include <vector>

#include "indexer/enrich/names/word_form.h"

namespace newsindex {

inline constexpr unsigned kNameRowBits = 18;
inline constexpr std::size_t kNameRows = std::size_t{1} << kNameRowBits;

// Words that bear on a token: itself and two on each side.
inline constexpr int kReach = 2;
inline constexpr std::size_t kWindow = 2 * kReach + 1;

enum class SentenceCase : std::uint8_t { normal, title, capitals };

// What the rest of the article tells about a word.
struct Elsewhere {
  bool lower = false;    // it stands there in small letters
  bool capital = false;  // it stands there with a capital, not at the beginning of a sentence
};

struct TokenContext {
  std::array<const WordForm*, kWindow> words{};  // the token itself is words[kReach]
  SentenceCase sentence_case = SentenceCase::normal;
  bool first = false;  // of its sentence
  Elsewhere elsewhere;
};

using Rows = std::vector<std::uint32_t>;

// Makes rows of the features of one family: feature by feature, of the values that it joins.
class FeatureRows {
 public:
  FeatureRows(Rows& rows, unsigned family) : rows_(rows), family_(family) {}
  void add(std::initializer_list<std::uint64_t> values);

 private:
  Rows& rows_;
  unsigned family_;
  std::uint32_t number_ = 0;
};

// Appends the rows of what a word alone tells about the token `distance` (-2..2) before it. They
// are the same wherever the word stands, so a tagger can keep their sum.
void append_word_rows(const WordForm& word, int distance, Rows& rows);

// Appends the rows of what the words tell together.
void append_joint_rows(const TokenContext& context, Rows& rows);

}  // namespace newsindex
