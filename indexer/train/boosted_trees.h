// SPDX-License-Identifier: GPL-3.0-or-later
// Gradient boosting of small decision trees for a yes-or-no question (Friedman, 2001).
#pragma once

#include <cstdint>
#include <vector>

#include "indexer/extract/html/block_model.h"

namespace newsindex {

struct TreeExamples {
  std::size_t facts = 0;      // of each example
  std::vector<float> values;  // example by example
  std::vector<bool> yes;
  std::vector<float> weights;

  std::size_t size() const { return yes.size(); }
};

struct BoostingOptions {
  std::size_t trees = 150;
  double rate = 0.1;         // share of each tree that is added to the model
  double least_weight = 10;  // on each side of a split: the sum of p (1 - p) · weight
  double smoothing = 5;      // added to that sum in each leaf
};

// The same examples give the same model. The weights are divided by their mean.
BlockModel boost_trees(const TreeExamples& examples, const BoostingOptions& options);

}  // namespace newsindex
