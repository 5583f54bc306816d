// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/readers/window.h"

namespace newsindex {

bool Window::grow() {
  buffer_.erase(0, start_);
  start_ = 0;
  const std::size_t before = buffer_.size();
  while (buffer_.size() == before)
    if (!source_->read_block(buffer_)) return buffer_.size() > before;
  return true;
}

}  // namespace newsindex
