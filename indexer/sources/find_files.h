// SPDX-License-Identifier: GPL-3.0-or-later
// The files that the user's sources stand for.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "indexer/readers/reader.h"
#include "indexer/sources/source_names.h"

namespace newsindex {

struct FindOptions {
  std::vector<SourceRoot> roots{};
  bool follow_links = false;  // also those that lead out of the folder they were found in
};

struct FoundFiles {
  std::vector<SourceFile> files;                // each once
  std::vector<std::filesystem::path> folders;   // that the user named; real paths
  std::vector<std::filesystem::path> unlisted;  // folders that could not be read; real paths
  std::vector<std::string> links_left_out;
  std::vector<SourceFile> pages{};  // that are part of another of the files; see issue_pages.h
};

// Folders recursively, in order of path; hidden files, editor backups and archives are left out. A
// link is followed within the folder that the user named, or the root around it; one that leads out
// of that is left out. A source that does not exist or cannot be read is given to `reject` (record
// 0), the rest goes on. `on_folder` is called for each folder; what it throws ends the search.
FoundFiles find_files(const std::vector<std::string>& sources, const FindOptions& options,
                      const std::function<void(Reject)>& reject,
                      const std::function<void()>& on_folder = {});

}  // namespace newsindex
