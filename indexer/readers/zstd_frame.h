// SPDX-License-Identifier: GPL-3.0-or-later
// One frame of zstd (RFC 8878). libarchive decompresses it; the end of the frame is computed from
// its block headers, so that the bytes after it are not lost.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "indexer/readers/compressed_members.h"

struct archive;

namespace newsindex {

// Counts the bytes of a frame as they arrive, to find its end.
class ZstdFrameLength {
 public:
  // How many of these bytes belong to the frame: all of them until it ends.
  std::size_t count(std::string_view bytes);
  bool has_ended() const { return has_ended_; }

 private:
  void read_head();

  std::string head_;        // header of the frame or of a block, as far as it was read
  std::size_t needed_ = 5;  // bytes of this header
  std::uint64_t left_ = 0;  // bytes of the block that follow
  bool is_in_blocks_ = false;
  bool has_checksum_ = false;
  bool is_last_ = false;
  bool has_ended_ = false;
};

class ZstdFrame : public CompressedMember {
 public:
  explicit ZstdFrame(CompressedInput& input);
  ~ZstdFrame() override;
  ZstdFrame(const ZstdFrame&) = delete;
  ZstdFrame& operator=(const ZstdFrame&) = delete;

  MemberState read(std::string& to) override;

 private:
  // The next bytes for libarchive: nothing after the end of the frame.
  std::string_view next_block();
  MemberState failed();

  CompressedInput& input_;
  ZstdFrameLength length_;
  std::string block_;
  archive* reader_;
  bool is_open_ = false;
};

}  // namespace newsindex
