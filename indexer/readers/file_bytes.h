// SPDX-License-Identifier: GPL-3.0-or-later
// The bytes of a file or of standard input.
#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "indexer/readers/bytes.h"

namespace newsindex {

class FileBytes : public Bytes {
 public:
  // Opens the file; "-" is standard input. When that fails, there are no bytes and a failure; so it
  // is from when `go_on` (empty: always) says no, also while standard input gives nothing.
  explicit FileBytes(const std::string& path, std::function<bool()> go_on = {});
  ~FileBytes() override;
  FileBytes(const FileBytes&) = delete;
  FileBytes& operator=(const FileBytes&) = delete;

  bool read_block(std::string& to) override;

 private:
  bool is_stopped() const { return go_on_ && !go_on_(); }
  // Waits until there is something to read, or the reading is stopped.
  void wait_for_input() const;

  std::function<bool()> go_on_;
  int descriptor_ = -1;
  bool owned_ = false;
  bool ended_ = false;
};

}  // namespace newsindex
