// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/sandbox/sandbox.h"

#include "indexer/sandbox/landlock.h"
#include "indexer/sandbox/system_calls.h"

namespace newsindex {
namespace {

namespace fs = std::filesystem;

fs::path nearest_folder(const fs::path& folder) {
  std::error_code ignored;
  fs::path nearest = fs::absolute(folder);
  while (!fs::is_directory(nearest, ignored) && nearest.has_relative_path())
    nearest = nearest.parent_path();
  return nearest;
}

}  // namespace

Sandbox enter_sandbox(const std::vector<fs::path>& writable) {
  std::vector<fs::path> folders;
  for (const fs::path& folder : writable) folders.push_back(nearest_folder(folder));
  deny_system_calls();
  return {confine_files(folders)};
}

}  // namespace newsindex
