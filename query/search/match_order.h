// SPDX-License-Identifier: GPL-3.0-or-later
// Decides which of two matches comes first.
#pragma once

#include <cstdint>
#include <string>

#include "query/search/requests.h"

namespace newsindex {

// The order of an article is its publication time, then a part of a hash of its id. For undated
// articles the time is 0.
constexpr bool is_dated(std::uint64_t order) {
  constexpr int kHashBits = 24;
  return order >> kHashBits != 0;
}

// Negative if the article with the order `a` comes first, positive if that with `b` does. The newer
// article comes first; for --sort oldest the older one, and undated articles come last.
inline int compare_orders(std::uint64_t a, std::uint64_t b, Sort sort) {
  if (a == b) return 0;
  if (sort != Sort::oldest) return a > b ? -1 : 1;
  if (is_dated(a) != is_dated(b)) return is_dated(a) ? -1 : 1;
  return a < b ? -1 : 1;
}

// The same for whole order values (see SegmentSearch::whole_order).
inline int compare_whole_orders(const std::string& a, const std::string& b, Sort sort) {
  const int order = a.compare(b);
  return sort == Sort::oldest ? order : -order;
}

}  // namespace newsindex
