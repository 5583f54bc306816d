// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/readers/compressed_input.h"

#include <algorithm>

namespace newsindex {

bool CompressedInput::grow() {
  constexpr std::size_t kMostBehind = std::size_t{1} << 20;
  const std::size_t needless = std::max(member_, at_ > kMostBehind ? at_ - kMostBehind : 0);
  if (needless > kMostBehind) {
    kept_.erase(0, needless);
    dropped_ += needless;
    at_ -= needless;
    member_ -= std::min(member_, needless);
  }
  const std::size_t before = kept_.size();
  while (kept_.size() == before)
    if (!source_.read_block(kept_)) return kept_.size() > before;
  return true;
}

bool CompressedInput::want(std::size_t bytes) {
  while (ahead().size() < bytes)
    if (!grow()) return false;
  return true;
}

void CompressedInput::look_back() { at_ = std::min(at_, member_ + 1); }

}  // namespace newsindex
