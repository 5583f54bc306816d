// SPDX-License-Identifier: GPL-3.0-or-later
// A file that an answer is written to: whoever reads it has the one before or the whole new one.
#pragma once

#include <filesystem>
#include <fstream>

namespace newsindex {

class OutputFile {
 public:
  // Begins a file beside `path`. A link stays a link; what is no regular file (a pipe, a device) is
  // written in place. Throws Error(cannot_create).
  explicit OutputFile(const std::filesystem::path& path);
  // Without publish() nothing is left.
  ~OutputFile();
  OutputFile(const OutputFile&) = delete;
  OutputFile& operator=(const OutputFile&) = delete;

  std::ostream& stream() { return stream_; }

  // Puts it in place, with the mode of the one before. Throws Error(io).
  void publish();

 private:
  std::filesystem::path path_;
  std::filesystem::path aside_;  // empty: written in place
  std::ofstream stream_;
};

}  // namespace newsindex
