// SPDX-License-Identifier: GPL-3.0-or-later
// Chooses which articles of a run are written: those that are new to the archive, and newer
// versions of those that it has (see article_version.h).
#pragma once

#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "indexer/sources/source_changes.h"
#include "indexer/write/intake.h"
#include "indexer/write/revision.h"
#include "indexer/write/run_ids.h"
#include "indexer/write/run_report.h"
#include "indexer/write/stories.h"

namespace newsindex {

class Choice {
 public:
  // All arguments must outlive this object. Updates the counts of the report, and marks sources
  // that share ids in the ledger.
  Choice(Revision& revision, Ledger& ledger, SourceChanges& changes, RunReport& report);

  // Only a part of this source is read: the articles that it gave before are still in it.
  void only_part_of(const std::string& source) { parts_.insert(source); }
  // Revokes only_part_of: all of the source is read after all.
  void all_of(const std::string& source);

  // Sources read only in part that gave an article older than their own version in the archive.
  const std::set<std::string>& parts_with_older_articles() const { return lost_; }

  // Removes a copy from the archive, whatever the run reads later.
  void take_out(const Copy& copy);

  // Adds the article to `chosen` and returns true if it is to be written.
  bool choose(TakenArticle taken, std::vector<NewArticle>& chosen);

  // Call when no more articles are to be chosen.
  void free_memory();

  // True if this source, which is being read, shares ids with another source.
  bool shares_ids(const std::string& source) const { return shared_.contains(source); }

 private:
  enum class Verdict : std::uint8_t { is_new, is_newer, is_same, is_older };
  Verdict compare(const TakenArticle& taken, const ArticleVersion& version,
                  const std::optional<GivenArticle>& given);
  void make_room(const TakenArticle& taken, const std::optional<GivenArticle>& given);
  bool is_older_than_known(const ArticleVersion& known, const ArticleVersion& version);
  bool stands(const KnownArticle& known) const;
  void note_shared(const std::string& a, const std::string& b);

  Revision& revision_;
  Ledger& ledger_;
  SourceChanges& changes_;
  RunReport& report_;
  std::optional<RunIds> given_;
  std::optional<Stories> stories_;
  std::set<std::string> parts_;
  std::set<std::string> lost_;
  std::set<std::string> shared_;
  std::set<std::pair<std::size_t, Docid>> taken_out_;
};

}  // namespace newsindex
