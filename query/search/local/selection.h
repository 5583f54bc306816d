// SPDX-License-Identifier: GPL-3.0-or-later
// Selects the first of many matches, in any order.
#pragma once

#include <algorithm>
#include <cstddef>
#include <vector>

namespace newsindex {

// Keeps the `most` first of the offered elements. Before(a, b) is true if a comes before b.
template <class Each, class Before>
class FirstOf {
 public:
  FirstOf(std::size_t most, Before before) : most_(most), before_(before) {}

  void offer(const Each& each) {
    if (kept_.size() < most_) {
      kept_.push_back(each);
      std::push_heap(kept_.begin(), kept_.end(), before_);
    } else if (most_ > 0 && before_(each, kept_.front())) {
      std::pop_heap(kept_.begin(), kept_.end(), before_);
      kept_.back() = each;
      std::push_heap(kept_.begin(), kept_.end(), before_);
    }
  }

  // Null while there is room for more; else the last of the kept elements.
  const Each* last() const { return kept_.size() < most_ || most_ == 0 ? nullptr : &kept_.front(); }

  // Returns the kept elements in order.
  std::vector<Each> take() {
    std::sort_heap(kept_.begin(), kept_.end(), before_);
    return std::move(kept_);
  }

 private:
  std::size_t most_;
  Before before_;
  std::vector<Each> kept_;  // a heap; its front is the last in order
};

}  // namespace newsindex
