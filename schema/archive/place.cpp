// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/archive/place.h"

#include <algorithm>
#include <array>
#include <string>

#include "schema/archive/manifest.h"
#include "schema/error.h"

namespace newsindex {
namespace {

namespace fs = std::filesystem;

constexpr const char* kSegmentsName = "segments";
// Files that a run can leave if it is stopped while it makes the archive.
constexpr std::array<const char*, 2> kBeginnings{"lock", "archive.json.new"};

bool is_beginning(const fs::directory_entry& entry) {
  std::error_code error;
  return fs::is_regular_file(entry.symlink_status(error)) &&
         std::any_of(kBeginnings.begin(), kBeginnings.end(),
                     [&entry](const char* name) { return entry.path().filename() == name; });
}

}  // namespace

bool has_manifest(const fs::path& folder) {
  std::error_code error;
  const fs::file_status status = fs::symlink_status(folder / kManifestName, error);
  if (status.type() == fs::file_type::none)
    throw Error(ExitCode::io, "cannot look into '" + folder.string() + "': " + error.message());
  return fs::exists(status);
}

bool looks_like_archive(const fs::path& folder) {
  std::error_code error;
  return fs::exists(folder / kManifestName, error) &&
         fs::is_directory(folder / kSegmentsName, error);
}

void require_place_for_archive(const fs::path& folder) {
  std::error_code error;
  const fs::file_status status = fs::status(folder, error);
  if (status.type() == fs::file_type::not_found) return;
  const std::string name = "'" + folder.string() + "'";
  if (fs::exists(status) && !fs::is_directory(status))
    throw Error(ExitCode::cannot_create,
                "cannot make an archive at " + name + ": it is a file, not a folder");
  if (has_manifest(folder)) return;
  if (fs::exists(folder / kSegmentsName, error))
    throw Error(
        ExitCode::internal,
        "archive " + name +
            " is damaged: it has segments but no archive.json; the archive was not touched" +
            way_to_repair(folder));
  for (const fs::directory_entry& entry : fs::directory_iterator(folder, error))
    if (!is_beginning(entry))
      throw Error(ExitCode::cannot_create,
                  "cannot make an archive in " + name + ": it is not empty (it has '" +
                      entry.path().filename().string() + "'); name a new folder");
  if (error)
    throw Error(ExitCode::cannot_create,
                "cannot make an archive in " + name + ": " + error.message());
}

}  // namespace newsindex
