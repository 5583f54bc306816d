// SPDX-License-Identifier: GPL-3.0-or-later
// How articles are ranked: BM25 over the text, topics and entities by their clauses, and recency.
#pragma once

#include <chrono>
#include <cstdint>

#include <xapian.h>

namespace newsindex {

// BM25 (Robertson, Walker, Jones, Hancock-Beaulieu, Gatford: Okapi at TREC-3, 1994), the parameters
// for news articles; the title's words count more often (see kTitleWeight).
Xapian::BM25Weight text_weighting();

// What the newest article gets for --recent; half of it one half-life earlier.
inline constexpr double kRecencyWeight = 5.0;

// Adds kRecencyWeight * 2^(-age / half_life) to dated articles; age counts from `now` (seconds
// since 1970) and is 0 for what is later. A query to be put beside the others by OP_AND_MAYBE.
Xapian::Query recency(std::int64_t now, std::chrono::duration<double, std::ratio<86400>> half_life);

// The order of --sort oldest: undated articles last.
class OldestFirst : public Xapian::KeyMaker {
 public:
  std::string operator()(const Xapian::Document& document) const override;
};

}  // namespace newsindex
