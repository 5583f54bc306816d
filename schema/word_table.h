// SPDX-License-Identifier: GPL-3.0-or-later
// Maps words to small numbers, counted from 0 in the order of first use. A slot holds a short word
// as a whole, and most words are short, so a look-up costs one or two cache misses. A standard hash
// table costs four, and indexing looks up every word of every article.
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

  // The number of a word; a word that was never seen gets a new one.
  Number number_of(std::string_view word) { return number_of(word, hash_of(word)); }

  // The same in two steps, for many words: compute all hashes and call prefetch for each, so that
  // the slots are in the cache when number_of looks them up.
  static std::uint64_t hash_of(std::string_view word);
  void prefetch(std::uint64_t hash) const {
    if (!slots_.empty()) __builtin_prefetch(&slots_[hash & (slots_.size() - 1)]);
  }
  Number number_of(std::string_view word, std::uint64_t hash);

  const std::string& word(std::uint32_t number) const { return words_[number]; }
  std::size_t size() const { return words_.size(); }

 private:
  static constexpr std::uint32_t kFree = 0xffffffff;
  struct Slot {
    std::uint64_t letters = 0;  // the first eight bytes of the word, or all of them
    std::uint32_t tag = 0;      // bits of the hash; the lowest byte is the length, at most 255
    std::uint32_t number = kFree;
  };

  static Slot slot_for(std::string_view word, std::uint64_t hash);
  void grow();
  void put(std::uint64_t hash, const Slot& slot);

  std::vector<Slot> slots_;  // the size is a power of two, at most two thirds full; linear probing
  std::vector<std::string> words_;
};

}  // namespace newsindex
