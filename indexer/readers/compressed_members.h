// SPDX-License-Identifier: GPL-3.0-or-later
// The members of compressed files: gzip and bzip2 call them so, xz has streams and zstd frames.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "indexer/readers/compressed_input.h"

namespace newsindex {

enum class Compression : std::uint8_t { gzip, bzip2, xz, lzma, zstd };

// Which of them a file is that begins like this.
std::optional<Compression> compression_of(std::string_view start);

// "gzip member", "zstd frame".
std::string_view member_name(Compression compression);

// What all members begin with.
std::string_view magic_of(Compression compression);

// How many bytes are to be skipped here, where a member could begin; 0: none.
std::uint64_t skippable_bytes(Compression compression, std::string_view bytes);

// Whether a member may begin here, where the one before has ended.
bool may_begin_member(Compression compression, std::string_view bytes);

// Whether a member begins here, for one that is looked for among other bytes. The first
// kMemberStart bytes decide it; lzma has nothing to know it by.
bool is_member_start(Compression compression, std::string_view bytes);
inline constexpr std::size_t kMemberStart = 10;

enum class MemberState : std::uint8_t {
  more,     // there may be more of it
  ended,    // where it should
  altered,  // it ended, and its checksum or its length says that it is not what it was
  broken,   // it cannot be read on
  cut,      // the file ends within it
};

// One member, from where the input stands.
class CompressedMember {
 public:
  virtual ~CompressedMember() = default;
  // Appends the next block of its text. Not to be called again when it has said that it ended.
  virtual MemberState read(std::string& to) = 0;
  // What is wrong with it, or empty.
  const std::string& fault() const { return fault_; }

 protected:
  std::string fault_;
};

std::unique_ptr<CompressedMember> open_member(Compression compression, CompressedInput& input);

}  // namespace newsindex
