// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/train/boosted_trees.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace newsindex {
namespace {

constexpr std::size_t kMostBins = 64;

// A fact in bins: values between two thresholds count as equal.
struct BinnedFact {
  std::vector<float> thresholds;   // ascending; bin b holds values up to thresholds[b]
  std::vector<std::uint8_t> bins;  // of each example
};

BinnedFact bin(const TreeExamples& examples, std::size_t fact) {
  std::vector<float> values(examples.size());
  for (std::size_t i = 0; i < values.size(); ++i)
    values[i] = examples.values[i * examples.facts + fact];
  std::vector<float> sorted = values;
  std::ranges::sort(sorted);
  BinnedFact binned;
  for (std::size_t b = 1; b < kMostBins; ++b) {
    const float value = sorted[b * (sorted.size() - 1) / kMostBins];
    const auto above = std::ranges::upper_bound(sorted, value);
    if (above == sorted.end()) break;
    const float threshold = (value + *above) / 2;
    if (binned.thresholds.empty() || threshold > binned.thresholds.back())
      binned.thresholds.push_back(threshold);
  }
  for (const float value : values)
    binned.bins.push_back(static_cast<std::uint8_t>(
        std::ranges::lower_bound(binned.thresholds, value) - binned.thresholds.begin()));
  return binned;
}

// The first and second derivative of the loss, over the examples of a node or a bin.
struct Slope {
  double first = 0;
  double second = 0;

  Slope& operator+=(const Slope& other) {
    first += other.first;
    second += other.second;
    return *this;
  }
  Slope operator-(const Slope& other) const { return {first - other.first, second - other.second}; }
};

struct Split {
  double gain = 0;
  std::size_t fact = 0;
  float threshold = std::numeric_limits<float>::max();
  std::uint8_t bin = std::numeric_limits<std::uint8_t>::max();  // the last one on the left
};

class Booster {
 public:
  Booster(const TreeExamples& examples, const BoostingOptions& options)
      : examples_(examples),
        options_(options),
        weights_(examples.weights),
        scores_(examples.size()),
        slopes_(examples.size()),
        nodes_(examples.size()) {
    for (std::size_t fact = 0; fact < examples.facts; ++fact) facts_.push_back(bin(examples, fact));
    const double sum = std::accumulate(weights_.begin(), weights_.end(), 0.0);
    for (float& weight : weights_)
      weight *= static_cast<float>(static_cast<double>(weights_.size()) / sum);
  }

  BlockModel boost() && {
    BlockModel model;
    double yes = 0;
    for (std::size_t i = 0; i < scores_.size(); ++i)
      if (examples_.yes[i]) yes += static_cast<double>(weights_[i]);
    model.bias = static_cast<float>(std::log(yes / (static_cast<double>(scores_.size()) - yes)));
    std::ranges::fill(scores_, static_cast<double>(model.bias));
    while (model.trees.size() < options_.trees) model.trees.push_back(grow());
    return model;
  }

 private:
  DecisionTree grow() {
    for (std::size_t i = 0; i < scores_.size(); ++i) {
      const double probability = 1 / (1 + std::exp(-scores_[i]));
      const auto weight = static_cast<double>(weights_[i]);
      slopes_[i] = {weight * (probability - (examples_.yes[i] ? 1 : 0)),
                    weight * probability * (1 - probability)};
    }
    std::ranges::fill(nodes_, std::uint8_t{0});
    DecisionTree tree;
    for (std::size_t depth = 0; depth < DecisionTree::kDepth; ++depth) split_level(depth, tree);
    std::vector<Slope> sums(DecisionTree::kLeaves);
    for (std::size_t i = 0; i < nodes_.size(); ++i) sums[nodes_[i]] += slopes_[i];
    for (std::size_t leaf = 0; leaf < sums.size(); ++leaf)
      tree.leaf[leaf] = static_cast<float>(-options_.rate * sums[leaf].first /
                                           (sums[leaf].second + options_.smoothing));
    for (std::size_t i = 0; i < nodes_.size(); ++i)
      scores_[i] += static_cast<double>(tree.leaf[nodes_[i]]);
    return tree;
  }

  // Before the call, nodes_ are the nodes of this level; after it, those of the next. Each level
  // counts from 0.
  void split_level(std::size_t depth, DecisionTree& tree) {
    std::vector<Split> best(std::size_t{1} << depth);
    for (std::size_t fact = 0; fact < facts_.size(); ++fact) find_splits(fact, best);
    const std::size_t first = best.size() - 1;
    for (std::size_t node = 0; node < best.size(); ++node) {
      tree.fact[first + node] = static_cast<std::uint16_t>(best[node].fact);
      tree.threshold[first + node] = best[node].threshold;
    }
    for (std::size_t i = 0; i < nodes_.size(); ++i) {
      const Split& split = best[nodes_[i]];
      const bool right = facts_[split.fact].bins[i] > split.bin;
      nodes_[i] = static_cast<std::uint8_t>(2 * nodes_[i] + (right ? 1 : 0));
    }
  }

  void find_splits(std::size_t fact, std::vector<Split>& best) const {
    const BinnedFact& binned = facts_[fact];
    std::vector<std::array<Slope, kMostBins>> sums(best.size());
    for (std::size_t i = 0; i < nodes_.size(); ++i) sums[nodes_[i]][binned.bins[i]] += slopes_[i];
    for (std::size_t node = 0; node < best.size(); ++node) {
      Slope all;
      for (const Slope& sum : sums[node]) all += sum;
      Slope left;
      for (std::size_t b = 0; b < binned.thresholds.size(); ++b) {
        left += sums[node][b];
        const Slope right = all - left;
        if (left.second < options_.least_weight || right.second < options_.least_weight) continue;
        const double gain = worth(left) + worth(right) - worth(all);
        if (gain > best[node].gain)
          best[node] = {gain, fact, binned.thresholds[b], static_cast<std::uint8_t>(b)};
      }
    }
  }

  double worth(const Slope& slope) const {
    return slope.first * slope.first / (slope.second + options_.smoothing);
  }

  const TreeExamples& examples_;
  const BoostingOptions& options_;
  std::vector<float> weights_;
  std::vector<double> scores_;
  std::vector<Slope> slopes_;
  std::vector<std::uint8_t> nodes_;
  std::vector<BinnedFact> facts_;
};

}  // namespace

BlockModel boost_trees(const TreeExamples& examples, const BoostingOptions& options) {
  return Booster(examples, options).boost();
}

}  // namespace newsindex
