// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the shipped lists of names: text with one row per line and cells separated by tabs. Lines
// that begin with # are remarks.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace newsindex {

struct ListRow {
  std::size_t line;  // counts from 1
  std::span<const std::string_view> cells;
};

// Returns the whole file. Throws Error(config) if it cannot be read.
std::string read_list(const std::filesystem::path& path);

// Calls `take` for every row of the text of a list. The cells point into the text. Throws
// Error(config) naming the line if a row has not `columns` cells.
void each_row(const std::filesystem::path& path, std::string_view text, std::size_t columns,
              const std::function<void(const ListRow&)>& take);

// Throws Error(config): "places.tsv, line 7: why".
[[noreturn]] void refuse_row(const std::filesystem::path& path, std::size_t line,
                             const std::string& why);

// Calls `take` for each part of a cell such as "US|USA|America"; never for an empty one.
template <class Take>
void each_alias(std::string_view cell, Take take) {
  while (!cell.empty()) {
    const std::size_t size = std::min(cell.find('|'), cell.size());
    if (size > 0) take(cell.substr(0, size));
    cell.remove_prefix(std::min(size + 1, cell.size()));
  }
}

// Maps names to numbers; one name may have several. Names are compared by name_key. A name of up to
// three letters that the list has in capitals only is found in capitals only: "US" is not "us".
class NameIndex {
 public:
  void add(std::string_view name, std::uint32_t number);

  // Calls `take` with each number that the name was added with, in no particular order.
  template <class Take>
  void find(std::string_view name, Take take) const;

 private:
  struct Slot {
    std::uint64_t hash = 0;
    std::uint32_t number = 0;
    std::uint32_t state = 0;  // 0: free, 1: any spelling, 2: capitals only
  };

  void grow();
  void put(Slot slot);
  static std::uint64_t hash_of(std::string_view name);

  std::vector<Slot> slots_;  // a power of two, at most half full; linear probing
  std::size_t used_ = 0;
};

bool has_small_letters(std::string_view text);

template <class Take>
void NameIndex::find(std::string_view name, Take take) const {
  if (slots_.empty()) return;
  const std::uint64_t hash = hash_of(name);
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t at = hash & mask; slots_[at].state != 0; at = (at + 1) & mask) {
    if (slots_[at].hash != hash) continue;
    if (slots_[at].state == 1 || !has_small_letters(name)) take(slots_[at].number);
  }
}

}  // namespace newsindex
