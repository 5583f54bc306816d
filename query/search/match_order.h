// SPDX-License-Identifier: GPL-3.0-or-later
// Which of two matches comes first.
#pragma once

#include <cstdint>
#include <string>

#include "query/commands/request.h"

namespace newsindex {

struct Rank {
  double score = 0;
  std::uint64_t order = 0;  // when published, then a part of a hash of the id
};

// Undated articles have the time 0 in their order.
constexpr bool is_dated(std::uint64_t order) {
  constexpr int kHashBits = 24;
  return order >> kHashBits != 0;
}

// Less than 0 when `a` comes first, more than 0 when `b` does. Equal scores: the newer article
// first. --sort oldest: undated articles last.
inline int compare(const Rank& a, const Rank& b, Sort sort) {
  if (sort == Sort::relevance && a.score != b.score) return a.score > b.score ? -1 : 1;
  if (a.order == b.order) return 0;
  if (sort != Sort::oldest) return a.order > b.order ? -1 : 1;
  if (is_dated(a.order) != is_dated(b.order)) return is_dated(a.order) ? -1 : 1;
  return a.order < b.order ? -1 : 1;
}

// The same for the rest of their order values (see SegmentSearch::whole_order).
inline int compare_whole_orders(const std::string& a, const std::string& b, Sort sort) {
  const int order = a.compare(b);
  return sort == Sort::oldest ? order : -order;
}

}  // namespace newsindex
