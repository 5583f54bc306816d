// SPDX-License-Identifier: GPL-3.0-or-later
// Bursts: times at which a query finds a larger part of what was published than it does on the
// whole.
//
// The method is Kleinberg's automaton of two states for batches (Bursty and Hierarchical Structure
// in Streams, KDD 2002). Between bursts an article matches with the probability of the whole
// stretch, in a burst with `scale` times that; beginning a burst costs `cost` times the
// logarithm of the number of bars, ending it nothing. The cheapest sequence of states is found.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "query/search/results.h"

namespace newsindex {

struct BurstBar {
  std::uint64_t articles = 0;  // that match
  std::uint64_t base = 0;      // of all; at least `articles`
};

// Bars [first, last].
struct BurstRange {
  std::size_t first = 0;
  std::size_t last = 0;
  double weight = 0;  // how much cheaper the burst is than none, without what beginning it costs
};

// In order. None where nothing matches, or so much that no bar can have `scale` times the part.
std::vector<BurstRange> bursts_of(const std::vector<BurstBar>& bars,
                                  const BurstMethod& method = {});

}  // namespace newsindex
