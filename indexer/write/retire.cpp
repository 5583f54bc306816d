// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/write/retire.h"

#include <set>
#include <string>
#include <string_view>

#include "schema/archive/revision_lock.h"

namespace newsindex {
namespace {

namespace fs = std::filesystem;

bool is_number(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

// "12-0", as segments are named.
bool is_segment_name(std::string_view name) {
  const std::size_t dash = name.find('-');
  return dash != std::string_view::npos && is_number(name.substr(0, dash)) &&
         is_number(name.substr(dash + 1));
}

// "13.deleted-12-0".
bool is_deletions_name(std::string_view name) {
  constexpr std::string_view kMiddle = ".deleted-";
  const std::size_t at = name.find(kMiddle);
  return at != std::string_view::npos && is_number(name.substr(0, at)) &&
         is_segment_name(name.substr(at + kMiddle.size()));
}

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
    if (!names.contains(name) && is_table_name(name)) fs::remove(entry.path(), ignored);
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
    fs::remove(archive / "archive.json");
  } catch (const std::exception&) {  // the next run tidies
  }
}

}  // namespace newsindex
