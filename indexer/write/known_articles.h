// SPDX-License-Identifier: GPL-3.0-or-later
// Finds the articles that the archive already has, by id and by similarity.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/write/article_version.h"
#include "indexer/write/stories.h"
#include "schema/archive/archive.h"

namespace newsindex {

// Where a copy of an article lies.
struct Copy {
  std::size_t segment = 0;  // index in the manifest's list
  Docid document = 0;
};

struct KnownArticle {
  Copy copy;
  std::uint64_t digest = 0;    // see column_digest
  ArticleVersion version{};    // source_ns is 0
  std::uint64_t sequence = 0;  // its ingest sequence
  Article article{};
};

// Calls `look` for a segment, unless the segment is damaged.
template <class Look>
void read_if_intact(const OpenSegment& open, Look look) {
  if (!open.damage().empty()) return;
  try {
    on_segment(open, look);
  } catch (const SegmentDamage&) {  // the segment is now marked as damaged, and the run reports it
  }
}

// Finds nothing in damaged segments; a segment in which damage is found is not used again. Not
// thread-safe: use one object per thread.
class KnownArticles {
 public:
  // The segments of an opened archive, which must outlive this object. Threads may share them.
  explicit KnownArticles(std::vector<const OpenSegment*> segments)
      : segments_(std::move(segments)), databases_(segments_.size()) {}

  // The most similar copy of the story in all segments, if any.
  std::optional<StoryCopy> find_story(const StoryCopy& article);

  // Empty if the archive has no article with this id. `digest`: the expected digest of an unchanged
  // article; if it matches, the id is not looked up in the database.
  std::optional<KnownArticle> find(std::string_view id, std::optional<std::uint64_t> digest = {});

 private:
  bool has_id(std::size_t segment, Docid docid, std::string_view id);
  KnownArticle known(std::size_t segment, Docid docid, std::uint64_t digest);
  Xapian::Database& database(std::size_t segment);

  std::vector<const OpenSegment*> segments_;
  std::vector<std::optional<Xapian::Database>> databases_;  // used by one thread only
};

}  // namespace newsindex
