// SPDX-License-Identifier: GPL-3.0-or-later
// The pages that are learned from: the first 64 of a site, each once, however often it is read.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <vector>

#include "schema/digest.h"

namespace newsindex {

// Of how many sites, so that a crawl of the whole web needs no more memory.
inline constexpr std::size_t kMostSites = 4096;

class FirstPages {
 public:
  static constexpr std::size_t kMost = 64;

  FirstPages() = default;
  // As they were stored: how many, and, while there are fewer than the most, the digest of each.
  FirstPages(std::size_t count, std::vector<std::uint64_t> digests)
      : count_(count), digests_(std::move(digests)) {}

  // Whether this is one more to learn from. `id`: of its article.
  bool add(std::string_view id) {
    const std::uint64_t digest = digest64(id);
    if (are_all() || std::ranges::find(digests_, digest) != digests_.end()) return false;
    digests_.push_back(digest);
    if (++count_ == kMost) digests_ = {};
    return true;
  }

  // Whether there is nothing more to learn.
  bool are_all() const { return count_ >= kMost; }
  std::size_t count() const { return count_; }
  const std::vector<std::uint64_t>& digests() const { return digests_; }

 private:
  std::size_t count_ = 0;
  std::vector<std::uint64_t> digests_;
};

}  // namespace newsindex
