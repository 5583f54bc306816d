// SPDX-License-Identifier: GPL-3.0-or-later
// What has become of the files of a run since the archive read them.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "indexer/sources/find_files.h"
#include "indexer/sources/ledger.h"

namespace newsindex {

// Whether the file system tells the same of a file as when it was read.
bool is_as_it_was(const SourceFile& file, const LedgerEntry& entry);

class SourceChanges {
 public:
  // All must outlive this. `now_ns`: when standard input counts as changed, since 1970. `go_on`: as
  // in ReadLimits.
  SourceChanges(const std::vector<SourceFile>& files, const Ledger& ledger, std::int64_t now_ns,
                std::function<bool()> go_on);

  // Whether the bytes of a file are those that the archive read. Reads the file where its size is
  // the same, but not the rest of what the file system tells of it.
  bool has_same_content(const SourceFile& file);

  // The file of a source, or nullptr.
  const SourceFile* file(const std::string& source) const;

  // When a source last changed what it says, in nanoseconds since 1970; 0 when that is not known. A
  // file that was touched has not changed.
  std::int64_t version_ns(const std::string& source);

 private:
  bool compare(const SourceFile& file) const;

  const Ledger& ledger_;
  std::int64_t now_ns_;
  std::function<bool()> go_on_;
  std::map<std::string, const SourceFile*> files_;  // by name
  std::map<std::string, bool> same_;                // by name, of those asked for
};

// Sources of the ledger that are not there any more.
struct GoneSources {
  std::vector<std::string> gone;
  std::vector<std::filesystem::path> emptied;  // folders that have lost all their files at once
};

// Looks below the folders that the user named, where these could be read; a folder without any file
// may be an unmounted disk, so that nothing of it counts as gone.
GoneSources find_gone(const FoundFiles& found, const Ledger& ledger);

}  // namespace newsindex
