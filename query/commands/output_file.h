// SPDX-License-Identifier: GPL-3.0-or-later
// An output file that is replaced as a whole: a reader sees the old file or the complete new one.
#pragma once

#include <filesystem>
#include <fstream>

namespace newsindex {

class OutputFile {
 public:
  // Starts a new file beside `path`. A symbolic link stays a link. If `path` is not a regular file
  // (a pipe, a device), it is written in place. Throws Error(cannot_create).
  explicit OutputFile(const std::filesystem::path& path);
  // Removes the new file, unless publish() was called.
  ~OutputFile();
  OutputFile(const OutputFile&) = delete;
  OutputFile& operator=(const OutputFile&) = delete;

  std::ostream& stream() { return stream_; }

  // Moves the new file into place, with the mode of the old one. Throws Error(io).
  void publish();

 private:
  std::filesystem::path path_;
  std::filesystem::path aside_;  // empty: written in place
  std::ofstream stream_;
};

}  // namespace newsindex
