// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/commands/models_folder.h"

namespace newsindex {

namespace fs = std::filesystem;

fs::path models_folder(const Environment& environment) {
  if (const auto named = environment("NEWSINDEX_MODELS"); named && !named->empty()) return *named;
  std::error_code unknown;
  const fs::path here = fs::read_symlink("/proc/self/exe", unknown).parent_path();
  const fs::path installed = here.parent_path() / "share" / "newsindex";
  return fs::exists(installed, unknown) ? installed : here / "models";
}

}  // namespace newsindex
