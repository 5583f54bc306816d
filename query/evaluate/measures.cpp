// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/evaluate/measures.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <random>

namespace newsindex {
namespace {

constexpr std::size_t kTop = 10;        // for nDCG@10 and P@10
constexpr std::size_t kRecalled = 100;  // for recall@100

double discounted(int gain, std::size_t rank) {
  return gain / std::log2(static_cast<double>(rank) + 1);
}

double best_gain(const Relevances& relevances) {
  std::vector<int> gains;
  for (const auto& [id, relevance] : relevances) gains.push_back(relevance);
  std::sort(gains.begin(), gains.end(), std::greater<>());
  double sum = 0;
  for (std::size_t rank = 1; rank <= std::min(kTop, gains.size()); ++rank)
    sum += discounted(gains[rank - 1], rank);
  return sum;
}

}  // namespace

Measures measures_of(const std::vector<std::string>& ids, const Relevances& relevances) {
  double precisions = 0, gain = 0, first = 0;
  std::size_t found = 0, in_top = 0, recalled = 0;
  for (std::size_t rank = 1; rank <= ids.size(); ++rank) {
    const auto relevance = relevances.find(ids[rank - 1]);
    if (relevance == relevances.end()) continue;
    ++found;
    precisions += static_cast<double>(found) / static_cast<double>(rank);
    if (found == 1) first = 1 / static_cast<double>(rank);
    if (rank <= kTop) gain += discounted(relevance->second, rank);
    if (rank <= kTop) ++in_top;
    if (rank <= kRecalled) ++recalled;
  }
  const auto all = static_cast<double>(relevances.size());
  return {precisions / all, gain / best_gain(relevances),
          static_cast<double>(in_top) / static_cast<double>(kTop),
          static_cast<double>(recalled) / all, first};
}

Measures mean_of(const std::vector<Measures>& queries) {
  Measures mean{};
  for (const Measures& query : queries)
    for (std::size_t i = 0; i < mean.size(); ++i) mean[i] += query[i];
  for (double& each : mean) each /= std::max<double>(1, static_cast<double>(queries.size()));
  return mean;
}

double randomisation_test(const std::vector<double>& a, const std::vector<double>& b) {
  constexpr int kSamples = 10'000;
  constexpr double kRounding = 1e-12;
  std::vector<double> differences;
  double observed = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    differences.push_back(a[i] - b[i]);
    observed += differences.back();
  }
  std::mt19937 random(1);
  int as_far = 0;
  for (int sample = 0; sample < kSamples; ++sample) {
    double sum = 0;
    for (const double difference : differences)
      sum += (random() & 1u) != 0 ? difference : -difference;
    as_far += std::abs(sum) >= std::abs(observed) - kRounding ? 1 : 0;
  }
  return static_cast<double>(as_far + 1) / (kSamples + 1);
}

}  // namespace newsindex
