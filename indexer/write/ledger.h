// SPDX-License-Identifier: GPL-3.0-or-later
// Which files an archive has already read: by path, size, time and the settings they were read
// with. A file that has not changed since need not be opened.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>

#include "indexer/readers/reader.h"

namespace newsindex {

struct LedgerEntry {
  std::uint64_t bytes = 0;
  std::int64_t modified_ns = 0;
  std::string settings;  // digest of the options that change what is made of a file
  std::uint64_t records = 0;
  std::uint64_t rejects = 0;
  friend bool operator==(const LedgerEntry&, const LedgerEntry&) = default;
};

class Ledger {
 public:
  // Reads ARCHIVE/NAME; an empty name is an empty ledger. Throws Error(internal) when it is
  // damaged.
  static Ledger read(const std::filesystem::path& archive, const std::string& name);

  // Writes it as a new file beside the old one (its name carries the revision), durably, and
  // returns the name for archive.json.
  std::string write(const std::filesystem::path& archive, std::uint64_t revision) const;

  // The entry of a file that is as it was when it was last read, or nullptr. Standard input never
  // is.
  const LedgerEntry* unchanged(const SourceFile& file, const std::string& settings) const;

  // Returns false when the ledger said so already.
  bool remember(const SourceFile& file, const LedgerEntry& entry);

  // Forgets the entry of a file, so that it is read again. A relative path is that of a folder that
  // is not known any more: all files count whose path ends so. False when there was none.
  bool forget(const std::string& path);

  bool operator==(const Ledger&) const = default;

 private:
  std::map<std::string, LedgerEntry> entries_;  // by absolute path
};

}  // namespace newsindex
