// SPDX-License-Identifier: GPL-3.0-or-later
// Bursts: times in which a query matches a larger share of the published articles than it does
// overall.
//
// The method is Kleinberg's two-state automaton for batches (Bursty and Hierarchical Structure in
// Streams, KDD 2002). Outside a burst, an article matches with the probability of the whole time;
// in a burst, with `scale` times that probability. Starting a burst costs `cost` times the
// logarithm of the number of bars; ending it costs nothing. The cheapest sequence of states is
// chosen.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "query/search/results.h"

namespace newsindex {

struct BurstBar {
  std::uint64_t articles = 0;  // matching articles
  std::uint64_t base = 0;      // all articles of the bar; at least `articles`
};

// Bars [first, last].
struct BurstRange {
  std::size_t first = 0;
  std::size_t last = 0;
  double weight = 0;  // how much cheaper the burst is than no burst; its start is not counted
};

// Returns the bursts in order. There are none if nothing matches, or if the query matches so large
// a share that no bar can reach `scale` times that share.
std::vector<BurstRange> bursts_of(const std::vector<BurstBar>& bars,
                                  const BurstMethod& method = {});

}  // namespace newsindex
