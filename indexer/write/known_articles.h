// SPDX-License-Identifier: GPL-3.0-or-later
// What the archive already holds, by id and by likeness.
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
  ArticleVersion version{};    // without the time of its source
  std::uint64_t sequence = 0;  // its ingest sequence
  Article article{};
};

// Looks into a segment; into one that is damaged, no more.
template <class Look>
void look_into(const OpenSegment& open, Look look) {
  if (!open.damage().empty()) return;
  try {
    on_segment(open, look);
  } catch (const SegmentDamage&) {  // it is given up, and the run tells
  }
}

// Finds nothing in damaged segments, and gives up those that turn out to be. Not thread-safe: one a
// thread.
class KnownArticles {
 public:
  // The segments of an opened archive, which must outlive this. They may be shared by threads.
  explicit KnownArticles(std::vector<const OpenSegment*> segments)
      : segments_(std::move(segments)), databases_(segments_.size()) {}

  // The copy of a story that is most like an article with this sketch, of all segments.
  std::optional<StoryCopy> find_story(const StoryCopy& article);

  // Empty when the archive has no article with this id. `digest`: what it has if it has not
  // changed, which needs no look into the database.
  std::optional<KnownArticle> find(std::string_view id, std::optional<std::uint64_t> digest = {});

 private:
  bool has_id(std::size_t segment, Docid docid, std::string_view id);
  KnownArticle known(std::size_t segment, Docid docid, std::uint64_t digest);
  Xapian::Database& database(std::size_t segment);

  std::vector<const OpenSegment*> segments_;
  std::vector<std::optional<Xapian::Database>> databases_;  // Xapian's are of one thread each
};

}  // namespace newsindex
