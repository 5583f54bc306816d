// SPDX-License-Identifier: GPL-3.0-or-later
// Records in, articles out, on all threads: understood, enriched, and compared with what the
// archive holds.
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

// An article that was read, and its last version in the archive if there is one.
struct TakenArticle {
  Article article;
  std::uint64_t digest = 0;           // see column_digest
  std::optional<KnownArticle> known;  // without what it says
  Why why{};
  std::string warning{};          // see Understood; once for all records of a source
  bool needs_neighbours = false;  // other records of its site change what is made of it, or it them
  std::optional<Sketch> sketch{};          // of its body
  std::optional<StoryCopy> known_story{};  // the article of the archive that is most like it
};

// What to wait for: nothing, or also for what siblings that may come yet tell of a page.
enum class Drain { ready, all };

class Intake {
 public:
  // `segments`: where to look for earlier versions; `profiles`: of sites, which are extended.
  Intake(std::vector<const OpenSegment*> segments, const UnderstandOptions& options,
         const Enricher& enricher, SiteProfiles& profiles, WorkerPool& pool);
  ~Intake();
  Intake(const Intake&) = delete;
  Intake& operator=(const Intake&) = delete;

  void add(Record record);

  // Bytes of the records added since the last drain.
  std::uint64_t bytes() const { return bytes_; }

  // Waits for the articles of the records added, in the order of the records; gives the records
  // that could not be understood to `reject`: what goes for all of a source, once. With
  // Drain::ready, pages of sites of which too few are known are kept for a later call, up to 32 MB
  // of them: so what is made of them does not depend on where records are parted.
  std::vector<TakenArticle> drain(Drain which, const std::function<void(Reject)>& reject);

 private:
  // Records that one thread works on at a time.
  struct Group {
    std::vector<Record> records;
    std::uint64_t bytes = 0;
    std::vector<Understanding> understandings;
    std::vector<bool> need_neighbours;  // of these
    std::vector<TakenArticle> taken;
    std::vector<Reject> rejects;
  };

  void submit_understanding();
  // Learns what the articles tell of each other.
  void learn();
  // Puts aside the records that wait for more of their site, and takes up those that need not wait
  // any longer.
  void part_waiting(Drain which);
  void finish(Group& group, std::size_t worker);
  void enrich(Understanding& understanding) const;
  // Whether this was not said of the source yet.
  bool is_new(const Provenance& origin, const std::string& sentence);
  TakenArticle compare(Understood understood, std::size_t worker);

  const UnderstandOptions& options_;
  const Enricher& enricher_;
  std::vector<KnownArticles> known_;  // one a thread
  std::deque<Group> groups_;
  std::deque<Group> waiting_;
  SiteProfiles& profiles_;
  std::uint64_t bytes_ = 0;
  std::set<std::string> said_;  // of sources
  TaskGroup tasks_;
};

}  // namespace newsindex
