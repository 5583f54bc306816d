// SPDX-License-Identifier: GPL-3.0-or-later
// The bytes of a compressed file. Those of the current member are kept for a while: if the member
// turns out to be damaged, the next one is searched for in them.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>

#include "indexer/readers/bytes.h"

namespace newsindex {

class CompressedInput {
 public:
  explicit CompressedInput(Bytes& source) : source_(source) {}

  // What was read from the file and not yet taken. Valid until the next call of grow or look_back.
  std::string_view ahead() const { return std::string_view(kept_).substr(at_); }

  // Reads more, so that ahead() is longer. False at the end of the file.
  bool grow();
  // Reads until ahead() has this many bytes. False if the file ends first.
  bool want(std::size_t bytes);

  // REQUIRES: bytes <= ahead().size().
  void take(std::size_t bytes) { at_ += bytes; }

  // Notes that a member begins here.
  void begin_member() { member_ = at_; }
  // What was taken of the member after its first byte, as far as it is kept.
  std::string_view of_member() const {
    return std::string_view(kept_).substr(0, at_).substr(std::min(at_, member_ + 1));
  }
  // Goes back to the second byte of the member, or as near to it as bytes are kept.
  void look_back();

  // Bytes of the file before ahead().
  std::uint64_t offset() const { return dropped_ + at_; }

  // Why the file could not be read to its end, or empty.
  const std::string& failure() const { return source_.failure(); }

 private:
  Bytes& source_;
  std::string kept_;
  std::size_t at_ = 0;
  std::size_t member_ = 0;     // where the member begins in kept_, or 0
  std::uint64_t dropped_ = 0;  // bytes of the file before kept_
};

}  // namespace newsindex
