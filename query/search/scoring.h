// SPDX-License-Identifier: GPL-3.0-or-later
// How articles are ranked: BM25 for the text, topics and entities by their clauses, and recency.
#pragma once

#include <algorithm>
#include <cstdint>

#include "query/search/plan.h"
#include "query/search/segment_search.h"

namespace newsindex {

// Two words count as close if they are at most this many places apart.
inline constexpr std::uint32_t kClosePlaces = 7;
// The lead score of a word is halved for each so many places that it comes later.
inline constexpr double kLeadHalf = 50;
// Where words stand is checked in this many of the best hits; --limit does not change it.
inline constexpr std::size_t kLookedAtForPlacement = 50;

// BM25 (Robertson, Walker, Jones, Hancock-Beaulieu, Gatford: Okapi at TREC-3, 1994). Words of the
// title count more often (see kTitleWeight). A word weighs ln((articles + 1) / (articles with it +
// 1/2)): more than 0, however frequent it is.
class TextWeight {
 public:
  // For a word that `with_word` of all articles have; its score is multiplied by `share`.
  TextWeight(const Statistics& all, const Weights& weights, std::uint64_t with_word,
             double share = 1);

  // An upper limit of what a word can add to an article's score.
  double most() const { return weight_; }

  // What the word adds to the score of an article of this length that has it so often.
  double operator()(std::uint32_t frequency, std::uint32_t length) const {
    const double normal = std::max(length * length_factor_, kLeastLength);
    const double times = frequency;
    return weight_ * (times / (normal * by_length_ + by_any_length_ + times));
  }

 private:
  static constexpr double kLeastLength = 0.5;  // as a part of the average

  double weight_;
  double by_length_;
  double by_any_length_;
  double length_factor_;
};

// The weight of a word that `with_word` of all articles have.
double rarity(const Statistics& all, std::uint64_t with_word);

// What the closeness of two words adds. `rarity` is that of the rarer word; `times` is how often
// the two stand close to each other in an article of this length.
double closeness_score(const Statistics& all, double weight, double rarity, std::uint32_t times,
                       std::uint32_t length);

// What a word of this rarity adds if it first stands at `place`, counted from the start of the
// title: news says first what it is about.
double lead_score(double weight, double rarity, std::uint32_t place);

// What recency adds for an article published at this time.
double recency_score(const Recency& recency, double weight, std::int64_t published);

}  // namespace newsindex
