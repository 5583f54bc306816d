// SPDX-License-Identifier: GPL-3.0-or-later
// Keeps track of the pages of a site that are learned from: the first 64, each counted once,
// however often it is read.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <vector>

#include "schema/digest.h"

namespace newsindex {

// The most sites that are learned from, so that a crawl of the whole web needs no more memory.
inline constexpr std::size_t kMostSites = 4096;

class FirstPages {
 public:
  static constexpr std::size_t kMost = 64;

  FirstPages() = default;
  // Restores what was stored: the number of pages, and the digest of each while there are fewer
  // than kMost.
  FirstPages(std::size_t count, std::vector<std::uint64_t> digests)
      : count_(count), digests_(std::move(digests)) {}

  // Adds a page, and returns true if it is one more to learn from. `id`: the id of its article.
  bool add(std::string_view id) {
    const std::uint64_t digest = digest64(id);
    if (is_full() || std::ranges::find(digests_, digest) != digests_.end()) return false;
    digests_.push_back(digest);
    if (++count_ == kMost) digests_ = {};
    return true;
  }

  // True if nothing more is learned, because kMost pages were added.
  bool is_full() const { return count_ >= kMost; }
  std::size_t count() const { return count_; }
  const std::vector<std::uint64_t>& digests() const { return digests_; }

 private:
  std::size_t count_ = 0;
  std::vector<std::uint64_t> digests_;
};

}  // namespace newsindex
