// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/write/known_articles.h"

#include "schema/digest.h"
#include "schema/terms.h"

namespace newsindex {
namespace {

// Looks into a segment; into one that is damaged, no more.
template <class Look>
void look_into(const OpenSegment& open, Look look) {
  if (!open.damage().empty()) return;
  try {
    on_segment(open, look);
  } catch (const SegmentDamage&) {  // it is given up, and the run tells
  }
}

}  // namespace

std::optional<StoryCopy> KnownArticles::find_story(const StoryCopy& article) {
  std::optional<StoryCopy> best;
  for (const OpenSegment* open : segments_) {
    const Segment& segment = open->segment();
    if (!may_have_copies(segment.undated > 0 ? std::nullopt : segment.days, article)) continue;
    look_into(*open, [&] {
      const StoryTable table{open->copies(), open->columns().days(), open->columns().stories(),
                             &open->deletions()};
      find_most_alike(table, article, best);
    });
  }
  return best;
}

bool KnownArticles::has_id(std::size_t segment, Docid docid, std::string_view id) {
  const std::string term = id_term(id);
  if (!databases_[segment])
    databases_[segment].emplace(database_path(segments_[segment]->folder()).string());
  auto at = databases_[segment]->postlist_begin(term);
  const auto end = databases_[segment]->postlist_end(term);
  if (at != end) at.skip_to(docid);
  return at != end && *at == docid;
}

std::optional<KnownArticle> KnownArticles::find(std::string_view id,
                                                std::optional<std::uint64_t> digest) {
  const std::uint64_t hash = digest64(id);
  std::optional<KnownArticle> found;
  for (std::size_t i = 0; i < segments_.size() && !found; ++i) {
    const OpenSegment& open = *segments_[i];
    look_into(open, [&] {
      for (const Docid docid : open.columns().with_id(hash)) {
        if (open.deletions().contains(docid)) continue;
        const std::uint64_t known = open.columns().digests()[docid - 1];
        // An article's digest is of its id, too.
        if (known == digest || has_id(i, docid, id)) {
          found = KnownArticle{{i, docid}, known};
          return;
        }
      }
    });
  }
  return found;
}

}  // namespace newsindex
