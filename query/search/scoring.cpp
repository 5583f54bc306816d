// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/search/scoring.h"

#include <cmath>

namespace newsindex {

TextWeight::TextWeight(const Statistics& all, std::uint64_t with_word) {
  const auto articles = static_cast<double>(all.articles);
  const auto with = static_cast<double>(with_word);
  double odds = (articles - with + 0.5) / (with + 0.5);
  if (odds < 2) odds = odds * 0.5 + 1;  // a word of most articles must not take score away
  weight_ = std::log(odds) * (kK1 + 1);
  const double average = articles > 0 ? static_cast<double>(all.total_length) / articles : 0;
  length_factor_ = average > 0 ? 1 / average : 0;
}

double recency_score(const Recency& recency, std::int64_t published) {
  const auto age = static_cast<double>(std::max<std::int64_t>(recency.now - published, 0));
  return kRecencyWeight * std::exp2(-age / recency.half_life_seconds);
}

}  // namespace newsindex
