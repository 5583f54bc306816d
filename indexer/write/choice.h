// SPDX-License-Identifier: GPL-3.0-or-later
// Which of the articles of a run are written: those that the archive does not have, and the newest
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
  // All must outlive this. Counts in the report, and marks in the ledger which sources share ids.
  Choice(Revision& revision, Ledger& ledger, SourceChanges& changes, RunReport& report);

  // Only a part of this source is read: what it gave before stands in it still.
  void only_part_of(const std::string& source) { parts_.insert(source); }
  // All of it is read after all.
  void all_of(const std::string& source);

  // Sources of which only a part is read, with an article older than what they gave before.
  const std::set<std::string>& lost_to_themselves() const { return lost_; }

  // A copy that goes, whatever else comes.
  void take_out(const Copy& copy);

  // Adds the article to `chosen` if it is to be written: true then.
  bool choose(TakenArticle taken, std::vector<NewArticle>& chosen);

  // Nothing more is to be chosen.
  void free_memory();

  // Whether a source that is being read shares ids with others.
  bool shares_ids(const std::string& source) const { return shared_.contains(source); }

 private:
  enum class Verdict : std::uint8_t { is_new, is_newer, is_same, is_older };
  Verdict compare(const TakenArticle& taken, const ArticleVersion& version,
                  const std::optional<GivenArticle>& given);
  void make_room(const TakenArticle& taken, const std::optional<GivenArticle>& given);
  bool loses_to(const ArticleVersion& known, const ArticleVersion& version);
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
