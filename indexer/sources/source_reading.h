// SPDX-License-Identifier: GPL-3.0-or-later
// Reads those files of a run that have to be read, and collects what the ledger will say about
// them.
//
// If a file has grown, only its tail is read, if its kind allows that. In other changed files,
// mostly containers and feeds, the records that the file gave before are skipped if the archive
// becomes the same as after reading all of them:
//   - no other source has articles with the same ids, and no id occurs twice in the source;
//   - no record needs its neighbours to be understood, as pages do;
//   - an article whose id is made from its place in the file is never skipped.
// If the new records turn out to need the others, the whole file is read once more.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "indexer/readers/reader.h"
#include "indexer/sources/ledger.h"
#include "indexer/sources/source_changes.h"

namespace newsindex {

class SourceReading {
 public:
  // All arguments must outlive this. `settings`: digest of all that changes what is made of a file.
  SourceReading(Ledger& ledger, SourceChanges& changes, std::string settings, ReadLimits limits);

  // True if the file has to be read: it is new or has changed, it was read with other settings or
  // not to its end, or it is to be read again. If it was only touched, the ledger notes this.
  bool must_read(const SourceFile& file, bool again);

  // Reads the records of a file. If records that the file gave before are skipped, `on_part` is
  // called before the first one, and `pass_over` for each of them that still had to be read.
  struct Takers {
    std::function<bool(Record)> take;
    std::function<void(Reject)> reject;
    std::function<void()> on_part;
    std::function<void(const Record&)> pass_over;
  };
  void read(const SourceFile& file, bool again, const Takers& takers);

  // The article of a record that was read.
  struct ReadArticle {
    const Provenance& origin;
    const std::string& id;
    bool needs_neighbours;
  };
  void add_article(const ReadArticle& article);

  // The sources with skipped records that have to be read as a whole after all. `lost`: sources
  // with an article that was older than what they gave before.
  std::vector<std::string> to_read_whole(const std::set<std::string>& lost) const;

  // Notes the reject of a record. True if it was rejected in the reading before, too: nothing new.
  bool add_reject(const Reject& reject);

  // Notes in the ledger what was read since the last call. `shares_ids`: true for a source that
  // shares ids with others.
  void remember(const std::function<bool(const std::string&)>& shares_ids);

 private:
  struct Reading {
    LedgerEntry entry;
    std::uint64_t unlisted_before = 0;  // earlier rejects whose text is not in the ledger
    LedgerEntry before;
    std::vector<SeenRecord> records;  // by number; id 0: has to be understood again
    bool passes_over = false;         // skips the records of `before`
    bool may_pass_over = true;        // the next reading may skip the records of this one
  };
  using SeenByDigest = std::unordered_map<std::uint64_t, SeenRecord>;

  void begin(const SourceFile& file, Reading& reading);
  bool may_read_part(const LedgerEntry& before) const;
  // What the reading before says about a record, or nullptr. Notes the record in `reading`.
  static const SeenRecord* see(const Record& record, const SeenByDigest& seen, Reading& reading);
  static std::vector<SeenRecord> understood(const Reading& reading);

  Ledger& ledger_;
  SourceChanges& changes_;
  const std::string settings_;
  const ReadLimits limits_;
  std::map<std::string, Reading> readings_;  // by source
};

}  // namespace newsindex
