// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/readers/zstd_frame.h"

#include <algorithm>
#include <array>

#include <archive.h>
#include <archive_entry.h>

namespace newsindex {
namespace {

unsigned byte_of(const std::string& bytes, std::size_t at) {
  return static_cast<unsigned char>(bytes[at]);
}

// The size of a frame header, from its descriptor; window, dictionary and content size follow it.
std::size_t head_size(unsigned descriptor) {
  constexpr std::array<std::size_t, 4> kDictionary{0, 1, 2, 4};
  constexpr std::array<std::size_t, 4> kContent{0, 2, 4, 8};
  const bool is_single = (descriptor & 0x20u) != 0;
  const std::size_t content = descriptor >> 6u;
  return 5 + (is_single ? 0 : 1) + kDictionary[descriptor & 3u] +
         (is_single && content == 0 ? 1 : kContent[content]);
}

}  // namespace

std::size_t ZstdFrameLength::count(std::string_view bytes) {
  std::size_t used = 0;
  while (!has_ended_ && used < bytes.size()) {
    if (left_ > 0) {
      const auto part = std::min<std::uint64_t>(left_, bytes.size() - used);
      used += static_cast<std::size_t>(part);
      left_ -= part;
      has_ended_ = left_ == 0 && is_last_;
      continue;
    }
    head_ += bytes[used++];
    if (head_.size() == needed_) read_head();
  }
  return used;
}

void ZstdFrameLength::read_head() {
  constexpr std::size_t kBlockHead = 3;
  if (!is_in_blocks_) {
    const unsigned descriptor = byte_of(head_, 4);
    needed_ = head_size(descriptor);
    if (head_.size() < needed_) return;
    has_checksum_ = (descriptor & 4u) != 0;
    is_in_blocks_ = true;
    needed_ = kBlockHead;
  } else {
    const unsigned block = byte_of(head_, 0) | byte_of(head_, 1) << 8u | byte_of(head_, 2) << 16u;
    constexpr unsigned kRunOfOneByte = 1;
    is_last_ = (block & 1u) != 0;
    left_ = (block >> 1u & 3u) == kRunOfOneByte ? 1 : block >> 3u;
    if (is_last_ && has_checksum_) left_ += 4;
    has_ended_ = is_last_ && left_ == 0;
  }
  head_.clear();
}

ZstdFrame::ZstdFrame(CompressedInput& input) : input_(input), reader_(archive_read_new()) {
  archive_read_support_filter_zstd(reader_);
  archive_read_support_format_raw(reader_);
}

ZstdFrame::~ZstdFrame() { archive_read_free(reader_); }

std::string_view ZstdFrame::next_block() {
  if (length_.has_ended() || (input_.ahead().empty() && !input_.grow())) return {};
  block_ = input_.ahead().substr(0, length_.count(input_.ahead()));
  input_.take(block_.size());
  return block_;
}

MemberState ZstdFrame::failed() {
  const bool is_cut = !length_.has_ended() && input_.ahead().empty() && !input_.grow();
  fault_ = "its data are damaged";
  return is_cut ? MemberState::cut : MemberState::broken;
}

MemberState ZstdFrame::read(std::string& to) {
  if (!is_open_) {
    is_open_ = true;
    archive_entry* entry = nullptr;
    const int opened = archive_read_open(
        reader_, this, nullptr,
        [](archive*, void* self, const void** block) {
          const std::string_view next = static_cast<ZstdFrame*>(self)->next_block();
          *block = next.data();
          return static_cast<la_ssize_t>(next.size());
        },
        nullptr);
    const int begun = opened < ARCHIVE_WARN ? opened : archive_read_next_header(reader_, &entry);
    if (begun == ARCHIVE_EOF) return MemberState::ended;  // an empty frame
    if (begun < ARCHIVE_WARN) return failed();
  }
  const void* block = nullptr;
  std::size_t size = 0;
  la_int64_t offset = 0;
  const int result = archive_read_data_block(reader_, &block, &size, &offset);
  if (result == ARCHIVE_EOF) return length_.has_ended() ? MemberState::ended : failed();
  if (result < ARCHIVE_WARN) return failed();
  to.append(static_cast<const char*>(block), size);
  return MemberState::more;
}

}  // namespace newsindex
