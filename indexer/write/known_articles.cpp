// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/write/known_articles.h"

#include <utility>

#include "schema/digest.h"
#include "schema/document.h"
#include "schema/terms.h"

namespace newsindex {
std::optional<StoryCopy> KnownArticles::find_story(const StoryCopy& article) {
  std::optional<StoryCopy> best;
  for (const OpenSegment* open : segments_) {
    const Segment& segment = open->segment();
    if (!may_have_copies(segment.undated > 0 ? std::nullopt : segment.days, article)) continue;
    read_if_intact(*open, [&] {
      const StoryTable table{open->copies(), open->columns().days(), open->columns().stories(),
                             &open->deletions()};
      find_most_alike(table, article, best);
    });
  }
  return best;
}

bool KnownArticles::has_id(std::size_t segment, Docid docid, std::string_view id) {
  const std::string term = id_term(id);
  Xapian::Database& of_segment = database(segment);
  auto at = of_segment.postlist_begin(term);
  const auto end = of_segment.postlist_end(term);
  if (at != end) at.skip_to(docid);
  return at != end && *at == docid;
}

Xapian::Database& KnownArticles::database(std::size_t segment) {
  auto& database = databases_[segment];
  if (!database) database.emplace(database_path(segments_[segment]->folder()).string());
  return *database;
}

KnownArticle KnownArticles::known(std::size_t segment, Docid docid, std::uint64_t digest) {
  Article article = decode_article(database(segment).get_document(docid).get_data());
  const ArticleVersion version = version_of(article, 0);
  const std::uint64_t sequence = segments_[segment]->columns().sequences()[docid - 1];
  return {{segment, docid}, digest, version, sequence, std::move(article)};
}

std::optional<KnownArticle> KnownArticles::find(std::string_view id,
                                                std::optional<std::uint64_t> digest) {
  const std::uint64_t hash = digest64(id);
  std::optional<KnownArticle> found;
  for (std::size_t i = 0; i < segments_.size() && !found; ++i) {
    const OpenSegment& open = *segments_[i];
    read_if_intact(open, [&] {
      for (const Docid docid : open.columns().with_id(hash)) {
        if (open.deletions().contains(docid)) continue;
        const std::uint64_t known = open.columns().digests()[docid - 1];
        // The digest of an article covers its id, too.
        if (known == digest || has_id(i, docid, id)) {
          found = this->known(i, docid, known);
          return;
        }
      }
    });
  }
  return found;
}

}  // namespace newsindex
