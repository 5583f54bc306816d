// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/sources/source_names.h"

namespace newsindex {
namespace {

namespace fs = std::filesystem;

// Removes `folder` from the front of `path`, which becomes "" if both are the same. False if `path`
// is not in `folder`.
bool take_off(std::string_view& path, std::string_view folder) {
  if (folder == "/") folder = {};
  if (!path.starts_with(folder)) return false;
  const std::string_view rest = path.substr(folder.size());
  if (!rest.empty() && rest.front() != '/') return false;
  path = rest.substr(rest.empty() ? 0 : 1);
  return true;
}

}  // namespace

std::string source_name(const fs::path& real_path, const std::vector<SourceRoot>& roots) {
  const SourceRoot* inmost = nullptr;
  for (const SourceRoot& root : roots) {
    std::string_view path = real_path.native();
    const bool deeper =
        inmost == nullptr || root.folder.native().size() > inmost->folder.native().size();
    if (deeper && take_off(path, root.folder.native())) inmost = &root;
  }
  std::string_view path = real_path.native();
  if (inmost == nullptr) return std::string(path);
  take_off(path, inmost->folder.native());
  return (inmost->name.empty() ? "" : inmost->name + ":") + std::string(path);
}

fs::path source_path(std::string_view source, const std::vector<SourceRoot>& roots) {
  if (source.starts_with('/')) return source;
  const SourceRoot* around = nullptr;  // the one with a name, if there is one
  for (const SourceRoot& root : roots)
    if (root.name.empty() ? around == nullptr : source.starts_with(root.name + ":")) around = &root;
  if (around == nullptr) return source;
  if (!around->name.empty()) source.remove_prefix(around->name.size() + 1);
  return around->folder / source;
}

bool is_below(std::string_view source, const fs::path& folder,
              const std::vector<SourceRoot>& roots) {
  const fs::path path = source_path(source, roots);
  std::string_view rest = path.native();
  return take_off(rest, folder.native());
}

}  // namespace newsindex
