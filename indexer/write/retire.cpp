// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/write/retire.h"

#include <set>
#include <string>
#include <string_view>

#include "indexer/write/archive_names.h"
#include "schema/archive/durable.h"
#include "schema/archive/manifest.h"
#include "schema/archive/revision_lock.h"

namespace newsindex {
namespace {

namespace fs = std::filesystem;

std::set<std::string> names_in_use(const Manifest& manifest) {
  std::set<std::string> names;
  for (const auto& [kind, name] : manifest.tables) names.insert(name);
  for (const Segment& segment : manifest.segments) {
    names.insert(segment.name);
    names.insert(segment.deletions);
  }
  for (const Retired& retired : manifest.retired) names.insert(retired.name);
  return names;
}

// True for a table, and for an unfinished archive.json or table of a run that was killed.
bool is_table_or_begun(std::string_view name) {
  if (!name.ends_with(kAsideSuffix)) return is_table_name(name);
  name.remove_suffix(kAsideSuffix.size());
  return name == kManifestName || is_table_name(name);
}

void remove_strays(const fs::path& archive, const Manifest& manifest) {
  const std::set<std::string> names = names_in_use(manifest);
  std::error_code ignored;
  for (const fs::directory_entry& entry : fs::directory_iterator(archive / "segments", ignored)) {
    const std::string name = entry.path().filename().string();
    if (!names.contains(name) && (is_segment_name(name) || is_deletions_name(name)))
      fs::remove_all(entry.path(), ignored);
  }
  for (const fs::directory_entry& entry : fs::directory_iterator(archive, ignored)) {
    const std::string name = entry.path().filename().string();
    if (!names.contains(name) && is_table_or_begun(name)) fs::remove(entry.path(), ignored);
  }
}

}  // namespace

void remove_retired(const fs::path& archive, Manifest& manifest) {
  std::erase_if(manifest.retired, [&](const Retired& retired) {
    return !is_being_read(archive, retired.first, retired.last);
  });
  remove_strays(archive, manifest);
}

void discard_unpublished(const fs::path& archive) noexcept {
  try {
    const Manifest manifest = read_manifest(archive);
    remove_strays(archive, manifest);
    if (manifest.revision > 0 || !fs::remove(archive / "segments")) return;
    fs::remove(archive / "readers");
    fs::remove(archive / kManifestName);
  } catch (const std::exception&) {  // the next run cleans up
  }
}

}  // namespace newsindex
