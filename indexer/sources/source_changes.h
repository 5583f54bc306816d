// SPDX-License-Identifier: GPL-3.0-or-later
// What has changed in the files of a run since the archive read them.
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

// True if size, times and inode of a file are the same as when it was read.
bool has_same_file_status(const SourceFile& file, const LedgerEntry& entry);

class SourceChanges {
 public:
  // All arguments must outlive this. `now_ns`: the time at which standard input counts as changed,
  // since 1970. `go_on`: as in ReadLimits.
  SourceChanges(const std::vector<SourceFile>& files, const Ledger& ledger, std::int64_t now_ns,
                std::function<bool()> go_on);

  // True if the bytes of a file are those that the archive read. Reads the file if its size is the
  // same, but its times or inode are not.
  bool has_same_content(const SourceFile& file);

  // The file of a source, or nullptr.
  const SourceFile* file(const std::string& source) const;

  // When the content of a source last changed, in nanoseconds since 1970; 0 if that is not known. A
  // new modification time alone is not a change.
  std::int64_t version_ns(const std::string& source);

 private:
  bool compare(const SourceFile& file) const;

  const Ledger& ledger_;
  std::int64_t now_ns_;
  std::function<bool()> go_on_;
  std::map<std::string, const SourceFile*> files_;  // by name
  std::map<std::string, bool> same_;                // by name, for the files that were asked for
};

// Sources of the ledger that no longer exist.
struct GoneSources {
  std::vector<std::string> gone;
  std::vector<std::filesystem::path> emptied;  // folders that lost all their files at once
};

// Searches the folders that the user named, if they could be read. A folder without any file may be
// an unmounted disk, so none of its sources counts as gone.
GoneSources find_gone(const FoundFiles& found, const Ledger& ledger);

// Call before articles of gone sources are removed. A folder below those that were searched that
// still exists, but has lost all its files, may be where a disk is mounted: moves it to `emptied`,
// and its sources no longer count as gone. The sources of deleted folders do.
void spare_emptied_folders(const FoundFiles& found, const Ledger& ledger, GoneSources& sources);

}  // namespace newsindex
