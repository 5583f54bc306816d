// SPDX-License-Identifier: GPL-3.0-or-later
// What of an article the topic classifier looks at.
#pragma once

#include <span>

#include "indexer/enrich/topics/features.h"

namespace newsindex {

// Counts the words of an article; those of its title count three times.
inline void count_rows(std::span<const WordForm* const> title,
                       std::span<const WordForm* const> body, RowCounter& counter) {
  constexpr float kTitleWords = 3;
  counter.add(title, kTitleWords);
  counter.add(body, 1);
}

}  // namespace newsindex
