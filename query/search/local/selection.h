// SPDX-License-Identifier: GPL-3.0-or-later
// The first of many matches, by whatever order.
#pragma once

#include <algorithm>
#include <cstddef>
#include <vector>

namespace newsindex {

// Keeps the `most` first of what is offered to it. `Before` says of two which comes first.
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

  // Null while there is place for more; else the last of those kept.
  const Each* last() const { return kept_.size() < most_ || most_ == 0 ? nullptr : &kept_.front(); }

  // In order.
  std::vector<Each> take() {
    std::sort_heap(kept_.begin(), kept_.end(), before_);
    return std::move(kept_);
  }

 private:
  std::size_t most_;
  Before before_;
  std::vector<Each> kept_;  // a heap whose front comes last
};

}  // namespace newsindex
