// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the files of a run that have to be read, and keeps what the ledger is to say of them.
//
// Of a file that has grown only the tail is read, where its kind allows that. Of others that have
// changed, containers and feeds above all, the records that it gave before are passed over, where
// that leaves the archive the same as reading all of them:
//   - no other source has articles with its ids, and none of its own comes twice;
//   - no record needs its neighbours to be understood, as pages do;
//   - an article whose id is made of its place in the file is never passed over.
// Where what is new turns out to need the rest, the file is read once more as a whole.
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
  // All must outlive this. `settings`: digest of all that changes what is made of a file's bytes.
  SourceReading(Ledger& ledger, SourceChanges& changes, std::string settings, ReadLimits limits);

  // Whether the file has to be read: it is new or has changed, or it was not read as it is to be
  // now. Notes in the ledger when a file was only touched.
  bool must_read(const SourceFile& file, bool again);

  // Gives the records of a file. Before the first, `on_part` is called when what the file gave
  // before is passed over; `pass_over` is told of each such record that is read all the same.
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

  // Of the sources in which records were passed over, those that have to be read as a whole after
  // all. `lost`: sources of which an article was older than what they gave before.
  std::vector<std::string> to_read_whole(const std::set<std::string>& lost) const;

  // A record of a file that is being read was rejected. True when it was before: nothing new.
  bool add_reject(const Reject& reject);

  // The ledger says from now on what was read since the last time. `shares_ids`: of a source.
  void remember(const std::function<bool(const std::string&)>& shares_ids);

 private:
  struct Reading {
    LedgerEntry entry;
    std::uint64_t unlisted_before =
        0;  // rejects of the reading before that the ledger has no text of
    LedgerEntry before;
    std::vector<SeenRecord> records;  // by number; id 0: it has to be understood again
    bool passes_over = false;         // the records of `before`
    bool may_pass_over = true;        // those of this reading, the next time
  };
  using SeenByDigest = std::unordered_map<std::uint64_t, SeenRecord>;

  void begin(const SourceFile& file, Reading& reading);
  bool may_read_part(const LedgerEntry& before) const;
  // What is known of a record from the reading before, or nullptr.
  static const SeenRecord* see(const Record& record, const SeenByDigest& seen, Reading& reading);
  static std::vector<SeenRecord> understood(const Reading& reading);

  Ledger& ledger_;
  SourceChanges& changes_;
  const std::string settings_;
  const ReadLimits limits_;
  std::map<std::string, Reading> readings_;  // by source
};

}  // namespace newsindex
