// SPDX-License-Identifier: GPL-3.0-or-later
// How articles are ranked: BM25 over the text, topics and entities by their clauses, and recency.
#pragma once

#include <algorithm>
#include <cstdint>

#include "query/search/plan.h"
#include "query/search/segment_search.h"

namespace newsindex {

// How far apart two words may stand to count as close, in places.
inline constexpr std::uint32_t kClosePlaces = 7;
// A word that comes so many places later has half the weight of a lead.
inline constexpr double kLeadHalf = 50;
// So many of the best hits are looked at for where words stand; it does not depend on --limit.
inline constexpr std::size_t kLookedAtForPlacement = 50;

// BM25 (Robertson, Walker, Jones, Hancock-Beaulieu, Gatford: Okapi at TREC-3, 1994); the title's
// words count more often (see kTitleWeight). A word weighs ln((articles + 1) / (articles with it +
// 1/2)): never nothing, however frequent it is.
class TextWeight {
 public:
  // Of a word that `with_word` of all articles have; `share` scales it.
  TextWeight(const Statistics& all, const Weights& weights, std::uint64_t with_word,
             double share = 1);

  // What no article can add more than.
  double most() const { return weight_; }

  // What an article adds to its score that has the word so often. `length` is that of the article.
  double operator()(std::uint32_t frequency, std::uint32_t length) const {
    const double normal = std::max(length * length_factor_, kLeastLength);
    const double times = frequency;
    return weight_ * (times / (normal * by_length_ + by_any_length_ + times));
  }

 private:
  static constexpr double kLeastLength = 0.5;  // against the average

  double weight_;
  double by_length_;
  double by_any_length_;
  double length_factor_;
};

// What a word weighs that `with_word` of all articles have.
double rarity(const Statistics& all, std::uint64_t with_word);

// What two words add by the weight of closeness, of which the rarer has this rarity and that stand
// close to each other so many times in an article of this length.
double closeness_score(const Statistics& all, double weight, double rarity, std::uint32_t times,
                       std::uint32_t length);

// What a word of this rarity adds that first stands at this place, counted from the beginning of
// the title: news says first what it is about.
double lead_score(double weight, double rarity, std::uint32_t place);

// What recency adds for an article published then.
double recency_score(const Recency& recency, double weight, std::int64_t published);

}  // namespace newsindex
