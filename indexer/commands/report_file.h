// SPDX-License-Identifier: GPL-3.0-or-later
// The file for the report of a run: a regular file, a link to one, a pipe, or a device.
#pragma once

#include <string>
#include <string_view>

namespace newsindex {

class ReportFile {
 public:
  // Opens the file, so that an unwritable report fails before the run. The content of an existing
  // file stays until write(). "": no report. /dev/stdout and /dev/fd/N stand for open descriptors.
  // Throws Error(cannot_create).
  explicit ReportFile(const std::string& path);
  ~ReportFile();
  ReportFile(const ReportFile&) = delete;
  ReportFile& operator=(const ReportFile&) = delete;

  // Writes the report in place: a link stays a link, and a file keeps its mode. Throws Error(io).
  void write(std::string_view text) const;

 private:
  std::string path_;
  int descriptor_ = -1;
};

}  // namespace newsindex
