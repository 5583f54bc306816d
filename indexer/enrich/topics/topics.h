// SPDX-License-Identifier: GPL-3.0-or-later
// What of an article the topic classifier looks at.
#pragma once

#include <algorithm>
#include <span>

#include "indexer/enrich/topics/features.h"

namespace newsindex {

// Counts the words of an article, the first 600 of its body: what a long text comes to speak of
// later blurs what it is about. Those of the title count four times.
inline void count_rows(std::span<const WordForm* const> title,
                       std::span<const WordForm* const> body, RowCounter& counter) {
  constexpr float kTitleWords = 4;
  constexpr std::size_t kBodyWords = 600;
  counter.add(title, kTitleWords);
  counter.add(body.first(std::min(body.size(), kBodyWords)), 1);
}

}  // namespace newsindex
