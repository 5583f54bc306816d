// SPDX-License-Identifier: GPL-3.0-or-later
// Rewrites the articles of an archive, without their sources.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "indexer/write/progress.h"
#include "indexer/write/revision.h"
#include "indexer/write/run_report.h"
#include "schema/published.h"

namespace newsindex {

struct RewriteRequest {
  std::filesystem::path archive;
  std::optional<DayRange> days;  // only articles published on these days
  RunLimits run;
};

// Returns the new version of an article. Called on many threads at once.
using Change = std::function<Article(Article)>;

// Rewrites every segment in which `change` changes an article; other segments are left alone.
// Articles keep their ingest sequence, because nothing new came in. The report counts articles read
// (records), changed (replaced) and unchanged. A killed run leaves the archive as it was. Throws
// Error as update_archive does, and no_input if there is no such archive.
RunReport rewrite_articles(const RewriteRequest& request, const Change& change,
                           const OnProgress& on_progress);

// The undamaged segments that may hold articles of these days. Reads all their files to check them,
// and marks changed ones as damaged.
std::vector<const OpenSegment*> whole_segments(Revision& revision,
                                               const std::filesystem::path& archive,
                                               const std::optional<DayRange>& days);

// An article as it is stored.
struct StoredArticle {
  std::string bytes;
  std::uint64_t digest = 0;  // see column_digest
  std::uint64_t sequence = 0;
};

// A segment whose articles can be read several times; `read` calls its argument for each article.
struct StoredSegment {
  std::string name;
  std::uint64_t articles = 0;
  std::function<void(const std::function<void(StoredArticle)>&)> read;
};

// For an open segment, which must outlive the result. With `keep`, only the articles for which it
// returns true.
StoredSegment stored_segment(const OpenSegment& open, const std::function<bool(Docid)>& keep = {});

// The steps of rewrite_articles.
class Rewriting {
 public:
  Rewriting(Revision& revision, std::optional<DayRange> days, const OnProgress& on_progress);

  // Rewrites a segment if `change` changes an article of it.
  void rewrite(const StoredSegment& segment, const Change& change);

  // Rewrites a segment in any case, with the same articles.
  void copy(const StoredSegment& segment);

  Progress& progress() { return progress_; }

  // Publishes the new segments and returns the complete report.
  RunReport publish(const std::filesystem::path& archive,
                    const std::function<bool()>& on_published);

 private:
  struct Counts {
    std::uint64_t read = 0;
    std::uint64_t changed = 0;
  };
  struct Outcome {
    Article article;
    std::uint64_t sequence = 0;
    bool is_read = false;  // published on the days of the request
    bool is_changed = false;
  };

  Outcome change_one(StoredArticle stored, const Change& change) const;
  Counts look(const StoredSegment& segment, const Change& change);
  void write(const StoredSegment& segment, const Change& change);
  void tell();

  Revision& revision_;
  std::optional<DayRange> days_;
  const OnProgress& on_progress_;
  std::chrono::steady_clock::time_point begin_ = std::chrono::steady_clock::now();
  Progress progress_;
  RunReport report_;
};

}  // namespace newsindex
