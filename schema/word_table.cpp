// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/word_table.h"

#include "schema/digest.h"

namespace newsindex {
namespace {

constexpr std::size_t kFirstSize = 1024;

std::uint32_t tag_of(std::uint64_t hash) { return static_cast<std::uint32_t>(hash >> 32); }

}  // namespace

WordTable::Number WordTable::number_of(std::string_view word) {
  if (2 * words_.size() >= slots_.size()) grow();
  const std::uint64_t hash = digest64(word);
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t at = hash & mask; slots_[at].number != kFree; at = (at + 1) & mask)
    if (slots_[at].tag == tag_of(hash) && words_[slots_[at].number] == word)
      return {slots_[at].number, false};
  const auto number = static_cast<std::uint32_t>(words_.size());
  words_.emplace_back(word);
  put(hash, number);
  return {number, true};
}

void WordTable::grow() {
  slots_.assign(slots_.empty() ? kFirstSize : 2 * slots_.size(), Slot{});
  for (std::uint32_t number = 0; number < words_.size(); ++number)
    put(digest64(words_[number]), number);
}

void WordTable::put(std::uint64_t hash, std::uint32_t number) {
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = hash & mask;
  while (slots_[at].number != kFree) at = (at + 1) & mask;
  slots_[at] = {tag_of(hash), number};
}

}  // namespace newsindex
