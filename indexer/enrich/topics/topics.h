// SPDX-License-Identifier: GPL-3.0-or-later
// Which words of an article the topic classifier reads.
#pragma once

#include <algorithm>
#include <span>

#include "indexer/enrich/topics/features.h"

namespace newsindex {

// Counts the words of the title and the first 600 words of the body: later parts of a long text
// blur its topic. Words of the title count four times.
inline void count_rows(std::span<const WordForm* const> title,
                       std::span<const WordForm* const> body, RowCounter& counter) {
  constexpr float kTitleWords = 4;
  constexpr std::size_t kBodyWords = 600;
  counter.add(title, kTitleWords);
  counter.add(body.first(std::min(body.size(), kBodyWords)), 1);
}

}  // namespace newsindex
