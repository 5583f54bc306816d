// SPDX-License-Identifier: GPL-3.0-or-later
// The bytes of a file or of standard input, block by block. UTF-16 and UTF-32 come out as UTF-8, a
// byte order mark does not come out.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "indexer/readers/decoder.h"

namespace newsindex {

class ByteSource {
 public:
  // Opens the file; "-" is standard input. When that fails, the source has no bytes and a failure.
  explicit ByteSource(const std::string& path);
  ~ByteSource();
  ByteSource(const ByteSource&) = delete;
  ByteSource& operator=(const ByteSource&) = delete;

  // Appends the next block to `to`. False at the end, and after a failure.
  bool read_block(std::string& to);

  // Why bytes are missing ("Permission denied"), or empty.
  const std::string& failure() const { return failure_; }

 private:
  bool read_raw(std::string& to);
  void start_decoding(std::string& first);

  int descriptor_ = -1;
  bool owned_ = false;
  bool started_ = false;
  bool ended_ = false;
  std::string failure_;
  std::optional<Decoder> decoder_;
};

}  // namespace newsindex
