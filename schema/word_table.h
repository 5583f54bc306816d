// SPDX-License-Identifier: GPL-3.0-or-later
// Words to small numbers, counted from 0 in the order they first came. One look-up costs two cache
// misses: a standard hash table costs four, and indexing looks up every word of every article.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace newsindex {

class WordTable {
 public:
  struct Number {
    std::uint32_t value;
    bool is_new;
  };

  // The number of a word; a new one when it was never seen.
  Number number_of(std::string_view word);

  const std::string& word(std::uint32_t number) const { return words_[number]; }
  std::size_t size() const { return words_.size(); }

 private:
  static constexpr std::uint32_t kFree = 0xffffffff;
  struct Slot {
    std::uint32_t tag = 0;  // the upper half of the hash
    std::uint32_t number = kFree;
  };

  void grow();
  void put(std::uint64_t hash, std::uint32_t number);

  std::vector<Slot> slots_;  // a power of two, at most half full; linear probing
  std::vector<std::string> words_;
};

}  // namespace newsindex
