// SPDX-License-Identifier: GPL-3.0-or-later
// The bytes of a file or of standard input.
#pragma once

#include <cstdint>
#include <string>

#include "indexer/readers/bytes.h"

namespace newsindex {

class FileBytes : public Bytes {
 public:
  // Opens the file; "-" is standard input. When that fails, there are no bytes and a failure.
  explicit FileBytes(const std::string& path);
  ~FileBytes() override;
  FileBytes(const FileBytes&) = delete;
  FileBytes& operator=(const FileBytes&) = delete;

  bool read_block(std::string& to) override;

 private:
  int descriptor_ = -1;
  bool owned_ = false;
  bool ended_ = false;
};

}  // namespace newsindex
