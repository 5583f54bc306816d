// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/word_table.h"

#include <algorithm>
#include <cstring>

#include "schema/digest.h"

namespace newsindex {
namespace {

constexpr std::size_t kFirstSize = 1024;
constexpr std::size_t kLetters = 8;  // bytes of a word that are kept in its slot

template <typename Number>
std::uint64_t load(const char* from) {
  Number number;
  std::memcpy(&number, from, sizeof number);
  return number;
}

// The first eight bytes. A shorter word gives a number that no other word of the same length has.
std::uint64_t letters_of(std::string_view word) {
  const std::size_t size = word.size();
  const char* from = word.data();
  if (size >= kLetters) return load<std::uint64_t>(from);
  if (size >= 4) return load<std::uint32_t>(from) | load<std::uint32_t>(from + size - 4) << 32;
  if (size == 0) return 0;
  return load<std::uint8_t>(from) | load<std::uint8_t>(from + size / 2) << 8 |
         load<std::uint8_t>(from + size - 1) << 16;
}

}  // namespace

WordTable::Slot WordTable::slot_for(std::string_view word, std::uint64_t hash) {
  const auto length = static_cast<std::uint32_t>(std::min<std::size_t>(word.size(), 255));
  const auto tag = static_cast<std::uint32_t>(hash >> 40) << 8 | length;
  return {letters_of(word), tag, kFree};
}

std::uint64_t WordTable::hash_of(std::string_view word) { return digest64(word); }

WordTable::Number WordTable::number_of(std::string_view word, std::uint64_t hash) {
  if (3 * words_.size() >= 2 * slots_.size()) grow();
  Slot slot = slot_for(word, hash);
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t at = hash & mask; slots_[at].number != kFree; at = (at + 1) & mask) {
    const Slot& other = slots_[at];
    if (other.tag != slot.tag || other.letters != slot.letters) continue;
    if (word.size() <= kLetters || words_[other.number] == word) return {other.number, false};
  }
  slot.number = static_cast<std::uint32_t>(words_.size());
  words_.emplace_back(word);
  put(hash, slot);
  return {slot.number, true};
}

void WordTable::grow() {
  slots_.assign(slots_.empty() ? kFirstSize : 2 * slots_.size(), Slot{});
  for (std::uint32_t number = 0; number < words_.size(); ++number) {
    const std::uint64_t hash = digest64(words_[number]);
    Slot slot = slot_for(words_[number], hash);
    slot.number = number;
    put(hash, slot);
  }
}

void WordTable::put(std::uint64_t hash, const Slot& slot) {
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = hash & mask;
  while (slots_[at].number != kFree) at = (at + 1) & mask;
  slots_[at] = slot;
}

}  // namespace newsindex
