// SPDX-License-Identifier: GPL-3.0-or-later
// What an archive has read: for each source, the state of the file at that time, how it was read,
// and what was rejected. A file that has not changed since then need not be opened.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "indexer/readers/reader.h"
#include "indexer/sources/seen_records.h"
#include "indexer/sources/source_names.h"

namespace newsindex {

struct LedgerEntry {
  std::uint64_t bytes = 0;
  std::int64_t modified_ns = 0;
  std::int64_t changed_ns = 0;
  std::uint64_t inode = 0;
  std::uint64_t content = 0;    // digest64 of its bytes
  std::int64_t version_ns = 0;  // modified_ns of the last time its bytes changed
  std::string settings;         // digest of the options that change what is made of a file
  std::uint64_t records = 0;
  std::uint64_t rejected = 0;     // how many of the records
  std::vector<Reject> rejects{};  // the first kMostRejectsOfASource of them
  Resume resume{};
  std::vector<SeenRecord> seen{};    // need not be understood again; see SourceReading
  bool shares_ids = false;           // other sources gave articles with the same ids
  bool read_again = false;           // even if the file has not changed
  std::string incomplete{};          // why the file was not read to its end, or empty
  bool is_set_aside = false;         // by the user: nothing about it is reported again
  std::vector<std::string> pages{};  // as a METS file names them; see issue_pages.h
  bool has_all_rejects() const { return rejects.size() == rejected; }
  friend bool operator==(const LedgerEntry&, const LedgerEntry&) = default;
};

inline constexpr std::size_t kMostRejectsOfASource = 100;

class Ledger {
 public:
  // Reads ARCHIVE/NAME; an empty name gives an empty ledger. Throws Error(internal) if the file is
  // damaged.
  static Ledger read(const std::filesystem::path& archive, const std::string& name);

  // Writes the ledger as a new table, durably, and returns its name for archive.json.
  std::string write(const std::filesystem::path& archive, std::uint64_t revision) const;

  // The entry of a source, or nullptr. Standard input has none.
  const LedgerEntry* find(const std::string& source) const;

  void remember(const std::string& source, LedgerEntry entry);
  void forget(const std::string& source);
  void share_ids(const std::string& source);
  // Marks a source so that nothing about it is reported again. False if there is nothing to report.
  bool set_aside(const std::string& source);
  // Marks a source to be read again. False if the source is not known.
  bool read_again(const std::string& source);
  // Marks all sources that share ids with others to be read again.
  void read_shared_again();

  // Sets the folder of the root that has this name.
  void declare(const SourceRoot& root);
  const std::vector<SourceRoot>& roots() const { return roots_; }

  // Digest of the models and lists that found the names and topics; "": there were none.
  const std::string& analysis() const { return analysis_; }
  void set_analysis(const std::string& digest);

  // By source.
  const std::map<std::string, LedgerEntry>& entries() const { return entries_; }

  // True if the ledger has changed since it was read or written.
  bool has_changed() const { return has_changed_; }

 private:
  LedgerEntry* change(const std::string& source);

  std::map<std::string, LedgerEntry> entries_;
  std::vector<SourceRoot> roots_;
  std::string analysis_;
  mutable bool has_changed_ = false;
};

}  // namespace newsindex
