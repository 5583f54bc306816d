// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the stored articles of an archive.
#pragma once

#include <string>
#include <string_view>

#include "schema/archive/archive.h"
#include "schema/article.h"
#include "schema/document.h"

namespace newsindex {

// Calls use(docid, stored bytes) for every article of a segment that is not deleted, in the order
// of docids. Throws SegmentDamage if one cannot be read.
template <class Use>
void for_each_article(const OpenSegment& open, Use use) {
  for (Docid docid = 1; docid <= open.segment().documents; ++docid)
    if (!open.deletions().contains(docid))
      use(docid, on_segment(open, [&] { return open.database().get_document(docid).get_data(); }));
}

// True if the article was certainly published on these days.
bool is_within(const Article& article, const DayRange& days);

}  // namespace newsindex
