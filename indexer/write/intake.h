// SPDX-License-Identifier: GPL-3.0-or-later
// Turns records into articles on all threads: they are understood, enriched, and compared with the
// articles in the archive.
#pragma once

#include <cstdint>
#include <deque>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "indexer/enrich/enrich.h"
#include "indexer/extract/understand.h"
#include "indexer/readers/record.h"
#include "indexer/write/known_articles.h"
#include "indexer/write/site_profiles.h"
#include "indexer/write/worker_pool.h"

namespace newsindex {

// An article that was read, with its last version in the archive, if any.
struct TakenArticle {
  Article article;
  std::uint64_t digest = 0;           // see column_digest
  std::optional<KnownArticle> known;  // with `article` left empty
  Why why{};
  std::string warning{};                   // see Understood; only once for all records of a source
  bool needs_neighbours = false;           // it depends on other records of its site, or they on it
  std::optional<Sketch> sketch{};          // of the body
  std::optional<StoryCopy> known_story{};  // the most similar article in the archive
};

// ready: returns what is complete, and keeps pages that need more pages of their site. all: also
// returns those pages.
enum class Drain { ready, all };

class Intake {
 public:
  // `segments`: searched for earlier versions. `profiles`: of sites; extended by what is read.
  Intake(std::vector<const OpenSegment*> segments, const UnderstandOptions& options,
         const Enricher& enricher, SiteProfiles& profiles, WorkerPool& pool);
  ~Intake();
  Intake(const Intake&) = delete;
  Intake& operator=(const Intake&) = delete;

  void add(Record record);

  // Bytes of the records added since the last drain.
  std::uint64_t bytes() const { return bytes_; }

  // Waits for the added records and returns their articles, in the order of the records. Passes
  // records that could not be understood to `reject`; a reason that applies to a whole source is
  // passed once. With Drain::ready, pages of sites of which too few pages are known are kept for a
  // later call, up to 32 MB of them: so the result does not depend on how the records are split
  // into batches.
  std::vector<TakenArticle> drain(Drain which, const std::function<void(Reject)>& reject);

 private:
  // Records that one thread works on at a time.
  struct Group {
    std::vector<Record> records;
    std::uint64_t bytes = 0;
    std::vector<Understanding> understandings;
    std::vector<bool> need_neighbours;  // for each understanding
    std::vector<TakenArticle> taken;
    std::vector<Reject> rejects;
  };

  void submit_understanding();
  // Adds what the articles show about their sites to the profiles.
  void learn();
  // Puts aside the records that wait for more pages of their site, and takes back those that need
  // not wait any longer.
  void part_waiting(Drain which);
  void finish(Group& group, std::size_t worker);
  void enrich(Understanding& understanding) const;
  // True if this sentence was not reported for the source yet.
  bool is_new(const Provenance& origin, const std::string& sentence);
  TakenArticle compare(Understood understood, std::size_t worker);

  const UnderstandOptions& options_;
  const Enricher& enricher_;
  std::vector<KnownArticles> known_;  // one per thread
  std::deque<Group> groups_;
  std::deque<Group> waiting_;
  SiteProfiles& profiles_;
  std::uint64_t bytes_ = 0;
  std::set<std::string> said_;  // sentences that were reported, by source
  TaskGroup tasks_;
};

}  // namespace newsindex
