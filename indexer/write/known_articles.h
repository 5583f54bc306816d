// SPDX-License-Identifier: GPL-3.0-or-later
// What the archive already holds, by id.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/write/stories.h"
#include "schema/archive/archive.h"

namespace newsindex {

// Where a copy of an article lies.
struct Copy {
  std::size_t segment = 0;  // index in the manifest's list
  Xapian::docid document = 0;
};

struct KnownArticle {
  std::vector<Copy> copies;  // one, unless an earlier run was killed at the wrong moment
  std::string digest;        // of the newest copy
};

// Not thread-safe: one a thread.
class KnownArticles {
 public:
  explicit KnownArticles(const std::filesystem::path& archive) : archive_(archive) {}

  // The copy of a story that is most like an article with this sketch, of all segments.
  std::optional<StoryCopy> find_story(const StoryCopy& article);

  // Looks into every segment. Empty when the archive has no article with this id.
  std::optional<KnownArticle> find(std::string_view id);

 private:
  const std::vector<OpenSegment>& segments();

  Archive archive_;
  std::vector<OpenSegment> segments_;
  bool opened_ = false;
};

}  // namespace newsindex
