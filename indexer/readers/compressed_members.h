// SPDX-License-Identifier: GPL-3.0-or-later
// The members of compressed files, as gzip and bzip2 call them; xz has streams, zstd has frames.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "indexer/readers/compressed_input.h"

namespace newsindex {

enum class Compression : std::uint8_t { gzip, bzip2, xz, lzma, zstd };

// The compression of a file that begins like this.
std::optional<Compression> compression_of(std::string_view start);

// "gzip member", "zstd frame".
std::string_view member_name(Compression compression);

// The bytes that all members begin with.
std::string_view magic_of(Compression compression);

// How many bytes to skip at a place where a member could begin; 0: none.
std::uint64_t skippable_bytes(Compression compression, std::string_view bytes);

// True if a member may begin here, directly after the end of another one.
bool may_begin_member(Compression compression, std::string_view bytes);

// True if a member begins here, for a search among other bytes. The first kMemberStart bytes are
// enough; always false for lzma, which has no reliable mark.
bool is_member_start(Compression compression, std::string_view bytes);
inline constexpr std::size_t kMemberStart = 10;

enum class MemberState : std::uint8_t {
  more,     // there may be more text
  ended,    // at its proper end
  altered,  // it ended, but its checksum or length shows that its text has changed
  broken,   // it cannot be read any further
  cut,      // the file ends within it
};

// One member, from the current position of the input.
class CompressedMember {
 public:
  virtual ~CompressedMember() = default;
  // Appends the next block of text. Must not be called again after a state other than `more`.
  virtual MemberState read(std::string& to) = 0;
  // What is wrong with the member, or empty.
  const std::string& fault() const { return fault_; }

 protected:
  std::string fault_;
};

std::unique_ptr<CompressedMember> open_member(Compression compression, CompressedInput& input);

}  // namespace newsindex
