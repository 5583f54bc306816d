// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/search/scoring.h"

#include <cmath>

namespace newsindex {
namespace {

double average_length(const Statistics& all) {
  return all.articles > 0
             ? static_cast<double>(all.total_length) / static_cast<double>(all.articles)
             : 0;
}

}  // namespace

double rarity(const Statistics& all, std::uint64_t with_word) {
  return std::log((static_cast<double>(all.articles) + 1) / (static_cast<double>(with_word) + 0.5));
}

TextWeight::TextWeight(const Statistics& all, const Weights& weights, std::uint64_t with_word,
                       double share)
    : weight_(rarity(all, with_word) * (weights.k1 + 1) * share),
      by_length_(weights.k1 * weights.b),
      by_any_length_(weights.k1 * (1 - weights.b)) {
  const double average = average_length(all);
  length_factor_ = average > 0 ? 1 / average : 0;
}

double closeness_score(const Statistics& all, double weight, double rarity, std::uint32_t times,
                       std::uint32_t length) {
  constexpr double kK1 = 1.2, kB = 0.3, kLeastLength = 0.5;
  if (times == 0) return 0;
  const double average = average_length(all);
  const double normal = average > 0 ? std::max(length / average, kLeastLength) : 1;
  return weight * rarity * (kK1 + 1) * times / (kK1 * (1 - kB + kB * normal) + times);
}

double lead_score(double weight, double rarity, std::uint32_t place) {
  return weight * rarity * std::exp2(-static_cast<double>(place) / kLeadHalf);
}

double recency_score(const Recency& recency, double weight, std::int64_t published) {
  const auto age = static_cast<double>(std::max<std::int64_t>(recency.now - published, 0));
  return weight * std::exp2(-age / recency.half_life_seconds);
}

}  // namespace newsindex
