// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/write/known_articles.h"

#include <algorithm>
#include <map>
#include <utility>

#include "schema/document.h"
#include "schema/fields.h"
#include "schema/terms.h"

namespace newsindex {

namespace {

bool is_hidden(const OpenSegment& open, Xapian::docid document) {
  const std::vector<std::uint32_t>& hidden = open.segment.hidden;
  return std::find(hidden.begin(), hidden.end(), document) != hidden.end();
}

// False where all articles of a segment are too old or too new.
bool may_have_copies(const Segment& segment, const StoryCopy& article) {
  if (!article.day || !segment.days || segment.undated > 0) return true;
  const std::chrono::days reach(kStoryDays);
  return *article.day + reach >= std::chrono::sys_days(segment.days->first) &&
         *article.day - reach <= std::chrono::sys_days(segment.days->last);
}

// The articles of a segment that share a key with a sketch: those that share most of them first,
// and of these the latest.
std::vector<Xapian::docid> candidates(const OpenSegment& open, const Sketch& sketch) {
  constexpr std::size_t kMostOfAKey = 1024;  // boilerplate can be in every article
  constexpr std::size_t kMost = 96;
  std::map<Xapian::docid, int> shared;
  for (const std::uint32_t key : sketch.keys) {
    const std::string term = sketch_term(key);
    std::size_t count = 0;
    const auto end = open.database.postlist_end(term);
    for (auto at = open.database.postlist_begin(term); at != end && count < kMostOfAKey;
         ++at, ++count)
      ++shared[*at];
  }
  std::vector<std::pair<int, Xapian::docid>> order;  // keys, docid
  for (const auto& [docid, keys] : shared)
    if (!is_hidden(open, docid)) order.emplace_back(keys, docid);
  std::sort(order.rbegin(), order.rend());
  std::vector<Xapian::docid> docids;
  for (std::size_t i = 0; i < std::min(order.size(), kMost); ++i) docids.push_back(order[i].second);
  return docids;
}

}  // namespace

const std::vector<OpenSegment>& KnownArticles::segments() {
  if (!opened_) segments_ = archive_.segments();
  opened_ = true;
  return segments_;
}

std::optional<StoryCopy> KnownArticles::find_story(const StoryCopy& article) {
  std::optional<StoryCopy> best;
  double most = 0;
  for (const OpenSegment& open : segments()) {
    if (!may_have_copies(open.segment, article)) continue;
    for (const Xapian::docid docid : candidates(open, article.sketch)) {
      const Xapian::Document document = open.database.get_document(docid);
      const auto sketch = unpack_sketch(document.get_value(kSketchSlot));
      if (!sketch) continue;
      StoryCopy copy{*sketch, std::nullopt, {}};
      if (likeness(article, copy) <= most) continue;  // the day is read of the few that are alike
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
