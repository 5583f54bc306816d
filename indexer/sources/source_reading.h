// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the files of a run that have to be read, and keeps what the ledger is to say of them.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>

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

  // Gives the records of a file. Before the first, `on_tail` is called when only what the file has
  // grown by is read.
  struct Takers {
    std::function<bool(Record)> take;
    std::function<void(Reject)> reject;
    std::function<void()> on_tail;
  };
  void read(const SourceFile& file, bool again, const Takers& takers);

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
  };

  Ledger& ledger_;
  SourceChanges& changes_;
  const std::string settings_;
  const ReadLimits limits_;
  std::map<std::string, Reading> readings_;  // by source
};

}  // namespace newsindex
