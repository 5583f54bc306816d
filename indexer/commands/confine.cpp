// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/commands/confine.h"

#include "indexer/sandbox/sandbox.h"

namespace newsindex {

namespace fs = std::filesystem;

void confine_if_asked(const Flags& flags, const std::vector<fs::path>& writable,
                      const Streams& streams) {
  if (!flags.sandbox) return;
  if (!enter_sandbox(writable).confines_files)
    streams.messages.warning(
        "--sandbox: this kernel has no Landlock (of version 2 or later); files are not confined, "
        "system calls are");
}

std::vector<fs::path> folders_of_update(const Flags& flags, const fs::path& archive) {
  std::vector<fs::path> folders{archive};
  if (fs::exists("/dev/shm")) folders.emplace_back("/dev/shm");
  for (const std::string& file : {flags.report, flags.metrics})
    if (!file.empty() && !file.starts_with("/dev/"))
      folders.push_back(fs::absolute(file).parent_path());
  return folders;
}

}  // namespace newsindex
