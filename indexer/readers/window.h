// SPDX-License-Identifier: GPL-3.0-or-later
// The part of a source that is in memory: text that was read and not yet dropped. Memory is limited
// by how much the reader leaves undropped.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "indexer/readers/bytes.h"

namespace newsindex {

class Window {
 public:
  explicit Window(Bytes& source) : source_(&source) {}

  // Valid until the next call of grow.
  std::string_view text() const { return std::string_view(buffer_).substr(start_); }

  // Reads more, so that text() is longer. False at the end of the source.
  bool grow();

  // Removes bytes from the front. REQUIRES: bytes <= text().size().
  void drop(std::size_t bytes) {
    start_ += bytes;
    dropped_ += bytes;
  }

  // Bytes of the source before text().
  std::uint64_t offset() const { return dropped_; }

  // True if the source could not be read to its end (an input error).
  bool failed() const { return !source_->failure().empty(); }

 private:
  Bytes* source_;
  std::string buffer_;
  std::size_t start_ = 0;
  std::uint64_t dropped_ = 0;
};

}  // namespace newsindex
