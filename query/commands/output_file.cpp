// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/commands/output_file.h"

#include <cerrno>
#include <cstring>
#include <string>
#include <system_error>

#include <unistd.h>

#include "schema/archive/durable.h"
#include "schema/error.h"

namespace newsindex {
namespace {

namespace fs = std::filesystem;

Error failed(ExitCode code, const std::string& what, const fs::path& path) {
  return {code, "cannot " + what + " '" + path.string() + "': " + std::strerror(errno), errno};
}

// A file beside `path` that only this process uses.
fs::path aside_of(const fs::path& path) {
  return path.string() + "." + std::to_string(::getpid()) + std::string(kAsideSuffix);
}

}  // namespace

OutputFile::OutputFile(const fs::path& path) : path_(path) {
  std::error_code ignored;
  const fs::file_status before = fs::status(path, ignored);
  if (fs::is_regular_file(before)) path_ = fs::canonical(path);
  const bool in_place = fs::exists(before) && !fs::is_regular_file(before);
  if (!in_place) aside_ = aside_of(path_);
  stream_.open(in_place ? path_ : aside_);
  if (!stream_) throw failed(ExitCode::cannot_create, "create", path);
  if (!in_place && fs::exists(before)) fs::permissions(aside_, before.permissions(), ignored);
}

OutputFile::~OutputFile() {
  std::error_code ignored;
  if (!aside_.empty()) fs::remove(aside_, ignored);
}

void OutputFile::publish() {
  stream_.close();
  if (!stream_) throw failed(ExitCode::io, "write", path_);
  if (aside_.empty()) return;
  sync_to_disk(aside_);
  if (::rename(aside_.c_str(), path_.c_str()) != 0) throw failed(ExitCode::io, "replace", path_);
  aside_.clear();
  sync_to_disk(path_.parent_path());
}

}  // namespace newsindex
