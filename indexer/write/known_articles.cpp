// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/write/known_articles.h"

#include <algorithm>
#include <set>

#include "schema/document.h"
#include "schema/fields.h"
#include "schema/terms.h"

namespace newsindex {

namespace {

bool is_hidden(const OpenSegment& open, Xapian::docid document) {
  const std::vector<std::uint32_t>& hidden = open.segment.hidden;
  return std::find(hidden.begin(), hidden.end(), document) != hidden.end();
}

}  // namespace

const std::vector<OpenSegment>& KnownArticles::segments() {
  if (!opened_) segments_ = archive_.segments();
  opened_ = true;
  return segments_;
}

std::optional<StoryCopy> KnownArticles::find_story(const StoryCopy& article) {
  constexpr std::size_t kMost = 64;  // articles of one key that are compared
  std::optional<StoryCopy> best;
  double most = 0;
  for (const OpenSegment& open : segments()) {
    std::set<Xapian::docid> candidates;
    for (const std::uint32_t key : article.sketch.keys) {
      const std::string term = sketch_term(key);
      std::size_t count = 0;
      const auto end = open.database.postlist_end(term);
      for (auto at = open.database.postlist_begin(term); at != end && count < kMost; ++at, ++count)
        candidates.insert(*at);
    }
    for (const Xapian::docid docid : candidates) {
      if (is_hidden(open, docid)) continue;
      const Xapian::Document document = open.database.get_document(docid);
      const auto sketch = unpack_sketch(document.get_value(kSketchSlot));
      if (!sketch) continue;
      StoryCopy copy{*sketch, std::nullopt, {}};
      if (resemblance(copy.sketch, article.sketch) <= most / 2) continue;
      const Article stored = decode_article(document.get_data());
      copy.day = story_day(stored);
      copy.story = stored.story;
      const double like = likeness(article, copy);
      if (like <= most) continue;
      most = like;
      best = std::move(copy);
    }
  }
  return best;
}

std::optional<KnownArticle> KnownArticles::find(std::string_view id) {
  segments();
  const std::string term = id_term(id);
  KnownArticle known;
  for (std::size_t i = 0; i < segments_.size(); ++i) {
    const OpenSegment& open = segments_[i];
    const auto end = open.database.postlist_end(term);
    for (auto at = open.database.postlist_begin(term); at != end; ++at) {
      if (is_hidden(open, *at)) continue;
      known.copies.push_back({i, *at});
      known.digest = open.database.get_document(*at).get_value(kDigestSlot);
    }
  }
  if (known.copies.empty()) return std::nullopt;
  return known;
}

}  // namespace newsindex
