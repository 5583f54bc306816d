// SPDX-License-Identifier: GPL-3.0-or-later
// What an archive has read: of each source what the file was like then, how it was read, and what
// it did not give. A file that has not changed since need not be opened.
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
  std::int64_t version_ns = 0;  // modified_ns when its bytes were last seen to change
  std::string settings;         // digest of the options that change what is made of a file
  std::uint64_t records = 0;
  std::uint64_t rejected = 0;     // of the records
  std::vector<Reject> rejects{};  // the first kMostRejectsOfASource of them
  Resume resume{};
  std::vector<SeenRecord> seen{};    // that need not be understood again; see SourceReading
  bool shares_ids = false;           // other sources gave articles with ids of its articles
  bool read_again = false;           // whatever the file is like
  std::string incomplete{};          // why it was not read to its end, or empty
  bool is_set_aside = false;         // by the user: nothing of it is to be reported again
  std::vector<std::string> pages{};  // of a METS file, as it names them; see issue_pages.h
  bool has_all_rejects() const { return rejects.size() == rejected; }
  friend bool operator==(const LedgerEntry&, const LedgerEntry&) = default;
};

inline constexpr std::size_t kMostRejectsOfASource = 100;

class Ledger {
 public:
  // Reads ARCHIVE/NAME; an empty name is an empty ledger. Throws Error(internal) when it is
  // damaged.
  static Ledger read(const std::filesystem::path& archive, const std::string& name);

  // Writes it as a new table, durably, and returns the name for archive.json.
  std::string write(const std::filesystem::path& archive, std::uint64_t revision) const;

  // The entry of a source, or nullptr. Standard input has none.
  const LedgerEntry* find(const std::string& source) const;

  void remember(const std::string& source, LedgerEntry entry);
  void forget(const std::string& source);
  void share_ids(const std::string& source);
  // Nothing of the source is to be reported again. False when there is nothing to report.
  bool set_aside(const std::string& source);
  // False when it does not know the source.
  bool read_again(const std::string& source);
  // All that share ids with others are read again.
  void read_shared_again();

  // The root with this name is where `root` says from now on.
  void declare(const SourceRoot& root);
  const std::vector<SourceRoot>& roots() const { return roots_; }

  // Digest of the models and lists that names and topics were found with; "": of none.
  const std::string& analysis() const { return analysis_; }
  void set_analysis(const std::string& digest);

  // By source.
  const std::map<std::string, LedgerEntry>& entries() const { return entries_; }

  // Whether it says something else than when it was read or written.
  bool has_changed() const { return has_changed_; }

 private:
  LedgerEntry* change(const std::string& source);

  std::map<std::string, LedgerEntry> entries_;
  std::vector<SourceRoot> roots_;
  std::string analysis_;
  mutable bool has_changed_ = false;
};

}  // namespace newsindex
