// SPDX-License-Identifier: GPL-3.0-or-later
// How articles are ranked: BM25 over the text, topics and entities by their clauses, and recency.
#pragma once

#include <algorithm>
#include <cstdint>

#include "query/search/plan.h"
#include "query/search/segment_search.h"

namespace newsindex {

// What a whole clause of full confidence adds to a score. A word that is in one article of a
// hundred adds about 5, so a topic weighs about half such a word, a named entity the whole of one.
inline constexpr double kTopicWeight = 2.5;
inline constexpr double kEntityWeight = 5.0;

// What the newest article gets for --recent; half of it one half-life earlier.
inline constexpr double kRecencyWeight = 5.0;

// BM25 (Robertson, Walker, Jones, Hancock-Beaulieu, Gatford: Okapi at TREC-3, 1994), the parameters
// for news articles; the title's words count more often (see kTitleWeight). The same numbers as
// Xapian's BM25Weight(1.2, 0, 1, 0.75, 0.5) gives.
class TextWeight {
 public:
  // Of a word that `with_word` of all articles have.
  TextWeight(const Statistics& all, std::uint64_t with_word);

  // What an article adds to its score that has the word so often. `length` is that of the article.
  double operator()(std::uint32_t frequency, std::uint32_t length) const {
    const double normal = std::max(length * length_factor_, kLeastLength);
    const double times = frequency;
    return weight_ * (times / (kK1 * (normal * kB + (1 - kB)) + times));
  }

 private:
  static constexpr double kK1 = 1.2, kB = 0.75, kLeastLength = 0.5;

  double weight_;
  double length_factor_;
};

// What recency adds for an article published then.
double recency_score(const Recency& recency, std::int64_t published);

}  // namespace newsindex
