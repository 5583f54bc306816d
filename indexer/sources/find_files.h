// SPDX-License-Identifier: GPL-3.0-or-later
// Finds the files that the user's sources name.
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
  bool follow_links = false;  // also those that lead out of the folder that the user named
};

struct FoundFiles {
  std::vector<SourceFile> files;                // each once
  std::vector<std::filesystem::path> folders;   // named by the user; real paths
  std::vector<std::filesystem::path> unlisted;  // folders that could not be read; real paths
  std::vector<std::string> links_left_out;
  std::vector<SourceFile> pages{};  // that belong to one of the METS files; see issue_pages.h
};

// Searches folders recursively, in order of path; hidden files, editor backups and archives are
// left out. A link is followed if it stays in the folder that the user named, or in the declared
// root around it; otherwise it is left out. A source that does not exist or cannot be read is given
// to `reject` (record 0), and the search continues. `on_folder` is called for each folder; an
// exception from it ends the search.
FoundFiles find_files(const std::vector<std::string>& sources, const FindOptions& options,
                      const std::function<void(Reject)>& reject,
                      const std::function<void()>& on_folder = {});

}  // namespace newsindex
