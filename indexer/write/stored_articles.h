// SPDX-License-Identifier: GPL-3.0-or-later
// The articles of an archive as they are stored.
#pragma once

#include <set>

#include "schema/archive/archive.h"
#include "schema/article.h"

namespace newsindex {

// Calls use(docid, stored bytes) for every article of a segment that is not hidden, in the order of
// docids.
template <class Use>
void for_each_article(const OpenSegment& open, Use use) {
  const std::set<std::uint32_t> hidden(open.segment.hidden.begin(), open.segment.hidden.end());
  const auto end = open.database.postlist_end("");
  for (auto at = open.database.postlist_begin(""); at != end; ++at)
    if (!hidden.contains(*at)) use(*at, open.database.get_document(*at).get_data());
}

// Whether an article was surely published on these days.
bool is_within(const Article& article, const DayRange& days);

}  // namespace newsindex
