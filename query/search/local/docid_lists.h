// SPDX-License-Identifier: GPL-3.0-or-later
// Sets of articles of one segment as ascending lists of docids.
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

#include "schema/segment/columns.h"
#include "schema/segment/terms.h"

namespace newsindex {

using DocidList = std::vector<Docid>;
using DocidSpan = std::span<const Docid>;

DocidList intersection(DocidSpan a, DocidSpan b);
DocidList difference(DocidSpan a, DocidSpan b);

// `articles` is the number of all articles of the segment.
DocidList union_of(const std::vector<DocidSpan>& lists, std::uint64_t articles);

// Keeps the postings of articles in `among`.
Postings kept(const Postings& postings, DocidSpan among);

// Joins the postings of several terms into one: frequencies add up.
Postings joined(std::vector<Postings> parts, std::uint64_t articles);

// Calls found(i, j) for each a[i] == b[j], in order. Fast if one list is much shorter.
template <class Found>
void for_each_common(DocidSpan a, DocidSpan b, Found found);

// True if this many entries are better stored in an array with a place for each article.
constexpr bool is_dense(std::uint64_t entries, std::uint64_t articles) {
  return entries > articles / 16;
}

// The first index >= `from` with list[index] >= docid. The steps grow, so near entries are found
// fast.
inline std::size_t skip_to(DocidSpan list, std::size_t from, Docid docid) {
  std::size_t step = 1;
  std::size_t low = from;
  while (low + step < list.size() && list[low + step] < docid) {
    low += step;
    step *= 2;
  }
  std::size_t high = low + step < list.size() ? low + step : list.size();
  while (low < high) {
    const std::size_t middle = (low + high) / 2;
    if (list[middle] < docid)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

// The same as for_each_common; skips through the longer list.
template <class Found>
void for_each_found(DocidSpan shorter, DocidSpan longer, Found found) {
  std::size_t j = 0;
  for (std::size_t i = 0; i < shorter.size() && j < longer.size(); ++i) {
    j = skip_to(longer, j, shorter[i]);
    if (j < longer.size() && longer[j] == shorter[i]) found(i, j);
  }
}

template <class Found>
void for_each_common(DocidSpan a, DocidSpan b, Found found) {
  constexpr std::size_t kMuchShorter = 16;
  if (b.size() > kMuchShorter * a.size()) return for_each_found(a, b, found);
  if (a.size() > kMuchShorter * b.size())
    return for_each_found(b, a, [&](std::size_t j, std::size_t i) { found(i, j); });
  for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    const Docid x = a[i];
    const Docid y = b[j];
    if (x == y) found(i, j);
    i += x <= y ? 1 : 0;
    j += y <= x ? 1 : 0;
  }
}

}  // namespace newsindex
