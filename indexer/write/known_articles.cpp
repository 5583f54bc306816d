// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/write/known_articles.h"

#include <algorithm>

#include "schema/fields.h"
#include "schema/terms.h"

namespace newsindex {

std::optional<KnownArticle> KnownArticles::find(std::string_view id) {
  if (!opened_) segments_ = archive_.segments();
  opened_ = true;
  const std::string term = id_term(id);
  KnownArticle known;
  for (std::size_t i = 0; i < segments_.size(); ++i) {
    const OpenSegment& open = segments_[i];
    const std::vector<std::uint32_t>& hidden = open.segment.hidden;
    const auto end = open.database.postlist_end(term);
    for (auto at = open.database.postlist_begin(term); at != end; ++at) {
      if (std::find(hidden.begin(), hidden.end(), *at) != hidden.end()) continue;
      known.copies.push_back({i, *at});
      known.digest = open.database.get_document(*at).get_value(kDigestSlot);
    }
  }
  if (known.copies.empty()) return std::nullopt;
  return known;
}

}  // namespace newsindex
