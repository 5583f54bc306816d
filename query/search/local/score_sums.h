// SPDX-License-Identifier: GPL-3.0-or-later
// Scores of a list of articles, summed clause by clause in the order of the plan, so that equal
// articles get exactly equal scores in any segment.
#pragma once

#include <vector>

#include "query/search/local/docid_lists.h"

namespace newsindex {

class ScoreSums {
 public:
  // For these docids, which must outlive it. `articles` is the number of articles of the segment.
  ScoreSums(DocidSpan docids, std::uint64_t articles)
      : docids_(docids), is_dense_(is_dense(docids.size(), articles)) {
    sums_.resize(is_dense_ ? articles : docids.size());
  }

  // Adds score(i) to the sum of article others[i], for articles in docids().
  template <class Score>
  void add(DocidSpan others, Score score) {
    if (is_dense_) {
      for (std::size_t i = 0; i < others.size(); ++i) sums_[others[i] - 1] += score(i);
    } else if (std::equal(others.begin(), others.end(), docids_.begin(), docids_.end())) {
      for (std::size_t i = 0; i < others.size(); ++i) sums_[i] += score(i);
    } else {
      for_each_common(others, docids_, [&](std::size_t i, std::size_t j) { sums_[j] += score(i); });
    }
  }

  DocidSpan docids() const { return docids_; }

  // The sum of article docids()[index].
  double operator[](std::size_t index) const {
    return is_dense_ ? sums_[docids_[index] - 1] : sums_[index];
  }

 private:
  DocidSpan docids_;
  bool is_dense_;
  std::vector<double> sums_;  // by docid - 1 or by index
};

}  // namespace newsindex
