// SPDX-License-Identifier: GPL-3.0-or-later
// The bytes of a file or of standard input.
#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "indexer/readers/bytes.h"
#include "indexer/readers/reader.h"
#include "schema/digest.h"

namespace newsindex {

class FileBytes : public Bytes {
 public:
  // Opens the file; "-" is standard input. If that fails, there are no bytes and a failure. The
  // same holds as soon as `go_on` (empty: always) returns false, also while standard input is
  // silent.
  explicit FileBytes(const std::string& path, std::function<bool()> go_on = {});

  // Goes to the place where `earlier` can be resumed, if the file still begins with the bytes that
  // it read; otherwise goes back to the beginning and returns false. Before the first read_block
  // only.
  bool resume(const EarlierReading& earlier);

  // Reads the rest, for the digest.
  void skip_to_end();

  // The number of bytes read, and their digest64; both include the bytes before a resumed place.
  std::uint64_t count() const { return count_; }
  std::uint64_t content() const { return digest_.value(); }
  ~FileBytes() override;
  FileBytes(const FileBytes&) = delete;
  FileBytes& operator=(const FileBytes&) = delete;

  bool read_block(std::string& to) override;

 private:
  bool read_file(std::string& to);
  bool is_stopped() const { return go_on_ && !go_on_(); }
  // Waits until there is something to read, or the reading is stopped by `go_on`.
  void wait_for_input() const;

  std::function<bool()> go_on_;
  int descriptor_ = -1;
  bool owned_ = false;
  bool ended_ = false;
  std::uint64_t count_ = 0;
  Digest digest_;
  std::string ahead_;  // read, but not yet given
};

}  // namespace newsindex
