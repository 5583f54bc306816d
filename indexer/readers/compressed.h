// SPDX-License-Identifier: GPL-3.0-or-later
// Compressed files: gzip, bzip2, xz, lzma, zstd. Each is a sequence of members, which were
// compressed separately and are read as one text.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "indexer/readers/compressed_members.h"
#include "indexer/readers/read_bytes.h"

namespace newsindex {

// The text of all members, up to the first that cannot be read to its end, which is the failure.
// Damage in other members, and bytes between members, are noted.
class CompressedBytes : public Bytes {
 public:
  // `source` and `limits` must outlive this.
  CompressedBytes(Bytes& source, Compression compression, const ReadLimits& limits);

  bool read_block(std::string& to) override;

  // After a failure: continues with the next member. False if there is none.
  bool go_on();

  // Bytes of text so far.
  std::uint64_t given() const { return given_; }

  // Half a sentence each, with the place in the file.
  const std::vector<std::string>& notes() const { return notes_; }

 private:
  bool begin_next();
  bool find_member();
  bool is_cut_short();
  bool begins_member();
  bool skip_padding();
  bool skip(std::uint64_t bytes);
  bool pass_over_others();
  void end(MemberState state);
  std::string name_of_member() const;

  CompressedInput input_;
  const Compression compression_;
  const ReadLimits& limits_;
  std::unique_ptr<CompressedMember> member_;
  std::uint64_t number_ = 0;  // of the current member, from 1
  std::uint64_t begin_ = 0;   // of the current member, in the file
  std::uint64_t given_ = 0;
  bool can_go_on_ = false;
  std::vector<std::string> notes_;
};

// Reads the records of the text. After a damaged member the following ones are read, too, if the
// text consists of lines, messages or web records, which can be told apart. Each damage is a
// reject.
void read_compressed(Bytes& bytes, Compression compression, const ReadPlace& place,
                     RecordSink& sink);

}  // namespace newsindex
