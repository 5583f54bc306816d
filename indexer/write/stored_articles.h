// SPDX-License-Identifier: GPL-3.0-or-later
// The articles of an archive as they are stored.
#pragma once

#include <string>
#include <string_view>

#include "schema/archive/archive.h"
#include "schema/article.h"

namespace newsindex {

// Calls use(docid, stored bytes) for every article of a segment that is not deleted, in the order
// of docids.
template <class Use>
void for_each_article(const OpenSegment& open, Use use) {
  for (Docid docid = 1; docid <= open.segment().documents; ++docid)
    if (!open.deletions().contains(docid))
      use(docid, open.database().get_document(docid).get_data());
}

// The article of these stored bytes. Throws Error(internal) when it is not what its digest (see
// column_digest) says: what is damaged must not be written anew with a digest of its own.
Article checked_article(std::string_view stored, std::uint64_t digest);

// Whether an article was surely published on these days.
bool is_within(const Article& article, const DayRange& days);

}  // namespace newsindex
