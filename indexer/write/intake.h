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
#include "indexer/extract/dates/date_orders.h"
#include "indexer/extract/furniture.h"
#include "indexer/extract/understand.h"
#include "indexer/readers/record.h"
#include "indexer/write/known_articles.h"
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

class Intake {
 public:
  // `segments`: where to look for earlier versions.
  Intake(std::vector<const OpenSegment*> segments, const UnderstandOptions& options,
         const Enricher& enricher, WorkerPool& pool);
  ~Intake();
  Intake(const Intake&) = delete;
  Intake& operator=(const Intake&) = delete;

  void add(Record record);

  // Bytes of the records added since the last drain.
  std::uint64_t bytes() const { return bytes_; }

  // Waits for the articles of the records added, in the order of the records; gives the records
  // that could not be understood to `reject`: what goes for all of a source, once.
  std::vector<TakenArticle> drain(const std::function<void(Reject)>& reject);

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
  // What the articles tell of each other.
  void settle();
  void finish(Group& group, std::size_t worker);
  void enrich(Understanding& understanding) const;
  // Whether this was not said of the source yet.
  bool is_new(const Provenance& origin, const std::string& sentence);
  TakenArticle compare(Understood understood, std::size_t worker);

  const UnderstandOptions& options_;
  const Enricher& enricher_;
  std::vector<KnownArticles> known_;  // one a thread
  std::deque<Group> groups_;
  DateOrders orders_;
  Furniture furniture_;
  std::uint64_t bytes_ = 0;
  std::set<std::string> said_;  // of sources
  TaskGroup tasks_;
};

}  // namespace newsindex
