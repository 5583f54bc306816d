// SPDX-License-Identifier: GPL-3.0-or-later
// Where the report of a run goes: a file, a link to one, a pipe, a device.
#pragma once

#include <string>
#include <string_view>

namespace newsindex {

class ReportFile {
 public:
  // Opens it, so that a report that cannot be written is known before the run; what an existing
  // file holds stays until write(). "": no report. /dev/stdout and /dev/fd/N are what is open
  // there. Throws Error(cannot_create).
  explicit ReportFile(const std::string& path);
  ~ReportFile();
  ReportFile(const ReportFile&) = delete;
  ReportFile& operator=(const ReportFile&) = delete;

  // Writes it, in place: a link stays a link, and a file keeps its mode. Throws Error(io).
  void write(std::string_view text) const;

 private:
  std::string path_;
  int descriptor_ = -1;
};

}  // namespace newsindex
