// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/archive/durable.h"

#include <cerrno>
#include <cstring>
#include <string>

#include <fcntl.h>
#include <unistd.h>

#include "schema/archive/descriptor.h"
#include "schema/error.h"

namespace newsindex {
namespace {

namespace fs = std::filesystem;

Error failed(ExitCode code, const std::string& what, const fs::path& path) {
  return Error(code, "cannot " + what + " '" + path.string() + "': " + std::strerror(errno));
}

Descriptor opened(const fs::path& path, int flags) {
  return Descriptor(::open(path.c_str(), flags | O_CLOEXEC, 0666));
}

void write_all(int descriptor, std::string_view text, const fs::path& path) {
  while (!text.empty()) {
    const ssize_t written = ::write(descriptor, text.data(), text.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) throw failed(ExitCode::io, "write", path);
    text.remove_prefix(static_cast<std::size_t>(written));
  }
}

}  // namespace

void replace_file(const fs::path& path, std::string_view text) {
  const fs::path aside = path.string() + std::string(kAsideSuffix);
  {
    const Descriptor file = opened(aside, O_WRONLY | O_CREAT | O_TRUNC);
    if (file.number() < 0) throw failed(ExitCode::cannot_create, "create", aside);
    write_all(file.number(), text, aside);
    if (::fsync(file.number()) != 0) throw failed(ExitCode::io, "write", aside);
  }
  if (::rename(aside.c_str(), path.c_str()) != 0) throw failed(ExitCode::io, "replace", path);
  sync_to_disk(path.parent_path());
}

void make_folders(const fs::path& folder) {
  if (folder.empty() || fs::is_directory(folder)) return;
  make_folders(folder.parent_path());
  std::error_code error;
  fs::create_directory(folder, error);
  if (error)
    throw Error(ExitCode::cannot_create,
                "cannot create '" + folder.string() + "': " + error.message());
  sync_to_disk(folder.parent_path());
}

void sync_to_disk(const fs::path& path) {
  const Descriptor file = opened(path.empty() ? fs::path(".") : path, O_RDONLY);
  if (file.number() < 0 || ::fsync(file.number()) != 0) throw failed(ExitCode::io, "sync", path);
}

void sync_tree(const fs::path& folder) {
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(folder))
    sync_to_disk(entry.path());
  sync_to_disk(folder);
}

}  // namespace newsindex
