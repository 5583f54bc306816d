// SPDX-License-Identifier: GPL-3.0-or-later
// The columns of a few hundred articles, collected in memory.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "schema/segment/columns.h"

namespace newsindex {

// One article's row in the columns that are not facets.
struct ColumnRow {
  std::uint64_t order = 0;
  std::int32_t day = kUndated;
  std::uint32_t length = 0;
  std::uint64_t story = 0;
  std::uint64_t digest = 0;
  std::uint64_t sequence = 0;
  std::uint64_t id = 0;
};

class ColumnBatch {
 public:
  void begin() { *this = ColumnBatch(); }

  // Adds a facet value to the current article. `key` stands for what the value means: a second
  // value with the same key is left out, but the highest confidence is kept.
  void add_value(const Field& field, std::string_view value, std::uint64_t key,
                 int confidence = 100);

  // Adds the other columns and ends the current article.
  void add(const ColumnRow& row);

  // Valid until the next call of another member.
  ColumnData data();

 private:
  struct Facet {
    std::vector<std::uint32_t> starts{0};
    std::vector<std::uint32_t> ordinals;
    std::vector<std::uint8_t> confidences;
    std::vector<std::uint32_t> value_starts{0};
    std::string text;
    std::vector<std::uint64_t> keys;
    std::unordered_map<std::string, std::uint32_t> numbers;  // value -> ordinal
  };

  std::vector<std::uint64_t> order_;
  std::vector<std::int32_t> days_;
  std::vector<std::uint32_t> lengths_;
  std::vector<std::uint64_t> stories_;
  std::vector<std::uint64_t> digests_;
  std::vector<std::uint64_t> sequences_;
  std::vector<std::uint64_t> ids_;
  std::array<Facet, kFacetFields> facets_;
};

}  // namespace newsindex
